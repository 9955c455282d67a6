// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build_table_model.h"

#include "ui/cell_delegate.h"
#include "ui/text.h"

#include <QStringList>

#include <algorithm>
#include <limits>

namespace rigwright {

namespace {

Bytes deviceMemory(const EvaluatedBuild& build)
{
    Bytes sum;
    for (const AcceleratorGroup& group : build.hardware.accelerators) {
        sum += group.accelerator.memory * group.count;
    }
    return sum;
}

QString searchText(const EvaluatedBuild& build)
{
    QStringList words{QString::fromStdString(build.title)};
    for (const PricedLine& line : build.lines) {
        words.append(QString::fromStdString(line.manufacturer));
        words.append(QString::fromStdString(line.name));
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

std::optional<Range<TokensPerSecond>> headlineSpeed(const EvaluatedBuild& build, const Workload& workload)
{
    if (!build.speed) {
        return std::nullopt;
    }
    return workload.kind == WorkloadKind::Chat ? build.speed->decode : build.speed->total;
}

void BuildTableModel::setResult(std::shared_ptr<const SearchResult> result, const Workload& workload,
                                const std::vector<Objective>& objectives)
{
    beginResetModel();
    result_ = std::move(result);
    workload_ = workload;
    counts_.clear();
    merits_.clear();
    for (const Objective objective : objectives) {
        switch (objective) {
        case Objective::Power: break; // always shown
        case Objective::Noise: merits_.push_back(Noise); break;
        case Objective::Headroom: merits_.push_back(Headroom); break;
        case Objective::UpgradeRoom: merits_.push_back(RoomForCards); break;
        }
    }
    if (result_ != nullptr) {
        for (const EvaluatedBuild& build : result_->builds) {
            counts_.push_back(countFindings(build.findings));
        }
    }
    endResetModel();
}

void BuildTableModel::setSaved(const QSet<QString>& ids)
{
    saved_ = ids;
    retranslate();
}

void BuildTableModel::setKept(const QString& id)
{
    kept_ = id;
    retranslate();
}

int BuildTableModel::kindOf(int section) const
{
    return section < ColumnCount ? section : merits_[static_cast<std::size_t>(section - ColumnCount)];
}

const FindingCounts& BuildTableModel::countsOf(int row) const
{
    return counts_[static_cast<std::size_t>(row)];
}

const EvaluatedBuild* BuildTableModel::build(int row) const
{
    return row >= 0 && row < rowCount() ? &result_->builds[static_cast<std::size_t>(row)] : nullptr;
}

int BuildTableModel::rowOf(const QString& id) const
{
    if (result_ == nullptr) {
        return -1;
    }
    const auto found = std::ranges::find(result_->builds, id.toStdString(), &EvaluatedBuild::id);
    return found == result_->builds.end() ? -1 : static_cast<int>(found - result_->builds.begin());
}

int BuildTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || result_ == nullptr ? 0 : static_cast<int>(result_->builds.size());
}

int BuildTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount + static_cast<int>(merits_.size());
}

QString BuildTableModel::text(int row, int column) const
{
    const EvaluatedBuild& build = *this->build(row);
    const auto speed = headlineSpeed(build, workload_);
    switch (column) {
    case Machine: {
        const QString title = QString::fromStdString(build.title);
        return isKept(build) ? tr("%1 · your choice").arg(title) : title;
    }
    case Price: return moneyText(build.price);
    case Speed: return speed ? rangeText(*speed) : tr("unknown");
    case Memory: {
        const Bytes memory = deviceMemory(build);
        return memory == Bytes(0) ? QStringLiteral("–") : capacityText(memory);
    }
    case Power: return wattsText(build.wallPower);
    case LimitedBy: return build.speed ? boundText(build.speed->bound) : tr("unknown");
    case Findings: return inWords(countsOf(row));
    case Noise: return build.merits.noise ? tr("%1 dB(A)").arg(rateText(*build.merits.noise)) : tr("unknown");
    case Headroom: return memoryText(build.merits.headroom);
    case RoomForCards: return countText(build.merits.roomForCards);
    default: return {};
    }
}

QVariant BuildTableModel::sortKey(int row, int column) const
{
    const EvaluatedBuild& build = *this->build(row);
    switch (column) {
    case Price: return static_cast<qlonglong>(build.price.minorUnits());
    case Speed: {
        // A speed that nobody knows sorts below the slowest.
        const auto speed = headlineSpeed(build, workload_);
        return speed ? speed->mid.value() : -1.0;
    }
    case Memory: return static_cast<qlonglong>(deviceMemory(build).value());
    case Power: return build.wallPower.value();
    case Noise: return build.merits.noise.value_or(std::numeric_limits<double>::max());
    case Headroom: return static_cast<qlonglong>(build.merits.headroom.value());
    case RoomForCards: return build.merits.roomForCards;
    case Findings: {
        constexpr int kWorse = 1000;
        const FindingCounts& counts = countsOf(row);
        return (counts.blockers * kWorse + counts.warnings) * kWorse + counts.unverified;
    }
    default: return text(row, column);
    }
}

QString BuildTableModel::tip(const EvaluatedBuild& build, int column) const
{
    if (column == Machine && isKept(build)) {
        return tr("The machine of this project; the search itself does not propose it");
    }
    if (column == Machine) {
        return build.onFront
            ? tr("On the front: no other machine is better in all that machines are ranked by")
            : tr("Beside the front: another machine is better in one thing and worse in none");
    }
    if (column == Noise) {
        return tr("Of the CPU coolers together, as their makers state");
    }
    if (column == RoomForCards) {
        return tr("Cards like its own that board, case and power supply would still take");
    }
    if (column == Memory && deviceMemory(build) == Bytes(0)) {
        return tr("No accelerator: the model runs on the CPUs, from RAM");
    }
    if (column != Findings) {
        return {};
    }
    QStringList lines;
    for (const Finding& finding : build.findings) {
        lines.append(findingText(finding));
    }
    return lines.join(QLatin1Char('\n'));
}

QVariant BuildTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const int row = index.row();
    const EvaluatedBuild& shown = *build(row);
    const int column = kindOf(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column == Machine && isSaved(QString::fromStdString(shown.id))
            ? tr("★ %1").arg(text(row, column))
            : text(row, column);
    case Qt::AccessibleTextRole:
        return column == Machine ? text(row, column) + QStringLiteral(", ") + tip(shown, column)
                                 : text(row, column);
    case Qt::ToolTipRole: return tip(shown, column);
    case Qt::TextAlignmentRole: return alignment(index.column());
    case kSortRole: return sortKey(row, column);
    case kIdRole: return QString::fromStdString(shown.id);
    case kSearchRole: return searchText(shown);
    case kMarkRole:
        return column == Machine ? static_cast<int>(shown.onFront ? CellMark::Filled : CellMark::Hollow)
                                 : QVariant();
    case kTagsRole: return column == Findings ? QVariant::fromValue(shortTags(countsOf(row))) : QVariant();
    case kMutedRole:
        return ((column == Speed || column == LimitedBy) && !shown.speed) ||
            (column == Noise && !shown.merits.noise);
    default: return {};
    }
}

QString BuildTableModel::title(int column) const
{
    switch (kindOf(column)) {
    case Machine: return tr("Machine");
    case Price: return tr("Price");
    case Speed: return tr("tokens/s");
    case Memory: return tr("VRAM");
    case Power: return tr("Power");
    case LimitedBy: return tr("Limited by");
    case Findings: return tr("Findings");
    case Noise: return tr("Noise");
    case Headroom: return tr("Free memory");
    case RoomForCards: return tr("More cards");
    default: return {};
    }
}

bool BuildTableModel::isNumber(int column) const
{
    const int kind = kindOf(column);
    return kind == Price || kind == Speed || kind == Memory || kind == Power || kind >= Noise;
}

} // namespace rigwright
