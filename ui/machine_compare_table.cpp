// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine_compare_table.h"

#include "ui/finding_counts.h"
#include "ui/text.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr std::array kPartOrder{PartCategory::System,      PartCategory::Accelerator, PartCategory::Cpu,
                                PartCategory::Board,       PartCategory::Memory,      PartCategory::Storage,
                                PartCategory::PowerSupply, PartCategory::Case,        PartCategory::Cooler,
                                PartCategory::NetworkCard};

QString partsOf(const EvaluatedBuild& build, PartCategory category)
{
    QStringList parts;
    for (const PricedLine& line : build.lines) {
        if (line.line.category == category) {
            const QString name = QString::fromStdString(line.name);
            parts.append(
                line.line.quantity == 1 ? name : QStringLiteral("%1 × %2").arg(line.line.quantity).arg(name));
        }
    }
    return parts.join(QStringLiteral(" + "));
}

bool hasParts(const std::vector<JudgedMachine>& machines, PartCategory category)
{
    return std::ranges::any_of(machines, [category](const JudgedMachine& machine) {
        return machine.build != nullptr && !partsOf(*machine.build, category).isEmpty();
    });
}

Bytes capacityOf(const MemoryBreakdown& memory)
{
    Bytes capacity;
    for (const DeviceMemory& device : memory.devices) {
        capacity += device.capacity;
    }
    return capacity;
}

/// "24", "11.5"
QString wholeGibText(Bytes amount)
{
    const Bytes whole = Bytes::gib(1) * (amount.value() / Bytes::gib(1).value());
    return amount == whole ? countText(amount.value() / Bytes::gib(1).value()) : gibText(amount);
}

} // namespace

void MachineCompareTable::showMachines(std::vector<JudgedMachine> machines, const Workload& workload)
{
    machines_ = std::move(machines);
    workload_ = workload;
    fill();
}

void MachineCompareTable::setOnlyDifferences(bool only)
{
    onlyDifferences_ = only;
    fill();
}

void MachineCompareTable::fill()
{
    beginResetModel();
    rows_.clear();
    if (!machines_.empty()) {
        addFindings();
        add(tr("Price"), Better::Lower, [](const EvaluatedBuild& build) {
            return Cell{moneyText(build.price), build.price.toDouble(), {}, {}};
        });
        addSpeeds();
        addMemory();
        addPower();
        addParts();
    }
    if (onlyDifferences_) {
        std::erase_if(rows_, [](const Row& row) { return !row.differs; });
    }
    endResetModel();
}

void MachineCompareTable::add(const QString& name, Better better, const CellOf& cellOf)
{
    Row row;
    row.name = name;
    for (const JudgedMachine& machine : machines_) {
        row.cells.push_back(machine.build == nullptr ? Cell{QStringLiteral("–"), {}, {}, machine.error}
                                                     : cellOf(*machine.build));
    }
    row.differs = std::ranges::any_of(
        row.cells, [&row](const Cell& cell) { return cell.text != row.cells.front().text; });
    std::vector<double> known;
    for (const Cell& cell : row.cells) {
        if (cell.value) {
            known.push_back(*cell.value);
        }
    }
    if (better != Better::Neither && row.differs && known.size() > 1) {
        const double best = better == Better::Lower ? std::ranges::min(known) : std::ranges::max(known);
        for (Cell& cell : row.cells) {
            if (cell.value == best && std::ranges::min(known) < std::ranges::max(known)) {
                cell.tags = {{TagKind::Good, cell.text}};
                cell.tip = tr("%1: the best of these machines").arg(cell.text);
            }
        }
    }
    rows_.push_back(std::move(row));
}

void MachineCompareTable::addFindings()
{
    add(tr("The model"), Better::Neither, [](const EvaluatedBuild& build) {
        const QString text = build.plan.fits ? tr("fits") : tr("too big");
        return Cell{text, {}, {{build.plan.fits ? TagKind::Good : TagKind::Danger, text}}, {}};
    });
    add(tr("The rules"), Better::Neither, [](const EvaluatedBuild& build) {
        const int broken = brokenRules(build);
        const QString text = broken > 0 ? tr("%n broken", nullptr, broken) : tr("kept");
        return Cell{text, {}, {{broken > 0 ? TagKind::Danger : TagKind::Good, text}}, {}};
    });
    add(tr("Findings"), Better::Neither, [](const EvaluatedBuild& build) {
        const FindingCounts counts = countFindings(build.findings);
        return Cell{inWords(counts), {}, shortTags(counts), inWords(counts)};
    });
}

void MachineCompareTable::addSpeed(const QString& name, Better better, const TimedCell& cellOf)
{
    add(name, better, [&cellOf](const EvaluatedBuild& build) {
        if (build.speed) {
            return cellOf(*build.speed);
        }
        return Cell{build.plan.fits ? tr("unknown") : QStringLiteral("–"), {}, {}, {}};
    });
}

void MachineCompareTable::addSpeeds()
{
    const bool training = isTraining(workload_.kind);
    if (!training) {
        addSpeed(workload_.kind == WorkloadKind::Chat ? tr("tokens/s") : tr("tokens/s each"), Better::Higher,
                 [](const SpeedEstimate& speed) {
                     return Cell{rangeText(speed.decode), speed.decode.mid.value(), {}, {}};
                 });
    }
    if (workload_.kind != WorkloadKind::Chat) {
        addSpeed(training ? tr("tokens/s") : tr("tokens/s of all"), Better::Higher,
                 [](const SpeedEstimate& speed) {
                     return Cell{rangeText(speed.total), speed.total.mid.value(), {}, {}};
                 });
    }
    if (!training) {
        addSpeed(tr("First token"), Better::Lower, [](const SpeedEstimate& speed) {
            return Cell{secondsRangeText(speed.timeToFirstToken), speed.timeToFirstToken.mid.value(), {}, {}};
        });
    }
    addSpeed(tr("Limited by"), Better::Neither, [](const SpeedEstimate& speed) {
        return Cell{boundText(speed.bound), {}, {}, {}};
    });
}

void MachineCompareTable::addMemory()
{
    add(tr("VRAM, GiB"), Better::Neither, [](const EvaluatedBuild& build) {
        const MemoryBreakdown& memory = build.plan.memory;
        return memory.devices.empty()
            ? Cell{QStringLiteral("–"), {}, {}, {}}
            : Cell{tr("%1 of %2").arg(gibText(memory.onDevices()), wholeGibText(capacityOf(memory))),
                   {},
                   {},
                   {}};
    });
    add(tr("RAM, GiB"), Better::Neither, [](const EvaluatedBuild& build) {
        const MemoryBreakdown& memory = build.plan.memory;
        const QString used = gibText(memory.host.used.total());
        return Cell{memory.hostCapacityKnown ? tr("%1 of %2").arg(used, wholeGibText(memory.host.capacity))
                                             : used,
                    {},
                    {},
                    {}};
    });
    add(tr("Free, GiB"), Better::Higher, [](const EvaluatedBuild& build) {
        return Cell{gibText(build.merits.headroom),
                    static_cast<double>(build.merits.headroom.value()),
                    {},
                    tr("On the fullest accelerator; on a machine without one, of the RAM")};
    });
}

void MachineCompareTable::addPower()
{
    add(tr("Power at work"), Better::Lower, [](const EvaluatedBuild& build) {
        return Cell{wattsText(build.wallPower), build.wallPower.value(), {}, {}};
    });
    add(tr("Power idle"), Better::Lower, [](const EvaluatedBuild& build) {
        return Cell{wattsText(build.idlePower), build.idlePower.value(), {}, {}};
    });
    add(tr("Noise"), Better::Lower, [](const EvaluatedBuild& build) {
        return build.merits.noise ? Cell{tr("%1 dB(A)").arg(QLocale().toString(*build.merits.noise, 'f', 1)),
                                         build.merits.noise,
                                         {},
                                         {}}
                                  : Cell{tr("unknown"), {}, {}, {}};
    });
    add(tr("Room for cards"), Better::Higher, [](const EvaluatedBuild& build) {
        return Cell{
            countText(build.merits.roomForCards), static_cast<double>(build.merits.roomForCards), {}, {}};
    });
}

void MachineCompareTable::addParts()
{
    for (const PartCategory category : kPartOrder) {
        if (hasParts(machines_, category)) {
            add(categoryText(category), Better::Neither, [category](const EvaluatedBuild& build) {
                const QString parts = partsOf(build, category);
                return Cell{parts.isEmpty() ? QStringLiteral("–") : parts, {}, {}, parts};
            });
        }
    }
}

int MachineCompareTable::differences() const
{
    return static_cast<int>(std::ranges::count(rows_, true, &Row::differs));
}

QString MachineCompareTable::asText() const
{
    QStringList lines;
    QStringList head{QString()};
    for (const JudgedMachine& machine : machines_) {
        head << machine.name;
    }
    lines << head.join(QLatin1Char('\t'));
    for (const Row& row : rows_) {
        QStringList line{row.name};
        for (const Cell& cell : row.cells) {
            line << cell.text;
        }
        lines << line.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

int MachineCompareTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int MachineCompareTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || machines_.empty() ? 0 : 1 + static_cast<int>(machines_.size());
}

QVariant MachineCompareTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    if (index.column() == 0) {
        switch (role) {
        case Qt::DisplayRole: return row.name;
        case Qt::AccessibleTextRole: return row.differs ? tr("%1, differs").arg(row.name) : row.name;
        case kMarkRole: return static_cast<int>(row.differs ? CellMark::Filled : CellMark::None);
        case kMutedRole: return true;
        default: return {};
        }
    }
    const Cell& cell = row.cells[static_cast<std::size_t>(index.column() - 1)];
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case Qt::AccessibleTextRole:
        return cell.value && !cell.tags.isEmpty() ? tr("%1, best").arg(cell.text) : cell.text;
    case Qt::ToolTipRole: return cell.tip.isEmpty() ? cell.text : cell.tip;
    case kTagsRole: return QVariant::fromValue(cell.tags);
    case kWrapRole: return cell.tags.isEmpty();
    case kMutedRole: return !row.differs;
    default: return {};
    }
}

QVariant MachineCompareTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    if (section == 0 || section > static_cast<int>(machines_.size())) {
        return {};
    }
    return machines_[static_cast<std::size_t>(section - 1)].name;
}

} // namespace rigwright
