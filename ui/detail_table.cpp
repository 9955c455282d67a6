// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail_table.h"

#include "ui/cell_delegate.h"
#include "ui/components.h"
#include "ui/text.h"

#include <QLocale>

namespace rigwright {

void DetailTable::showStudy(const MemoryStudy& study)
{
    beginResetModel();
    rows_.clear();
    addWeights(study);
    addComponents(study);
    addPool(study);
    addHost(study);
    endResetModel();
}

QString DetailTable::asText() const
{
    QStringList lines;
    for (const Row& row : rows_) {
        lines << (row.isHead ? row.name : row.name + QLatin1Char('\t') + row.figure);
    }
    return lines.join(QLatin1Char('\n'));
}

int DetailTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int DetailTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant DetailTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return index.column() == 0 ? row.name : row.figure;
    case Qt::ToolTipRole: return row.hint.isEmpty() ? QVariant() : row.hint;
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    case kMutedRole: return row.isHead;
    default: return {};
    }
}

QVariant DetailTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return section == 0 ? tr("What") : tr("GiB");
}

void DetailTable::addHead(const QString& name)
{
    rows_.push_back({name, {}, {}, true});
}

void DetailTable::add(const QString& name, Bytes amount, const QString& hint)
{
    rows_.push_back({name, gibText(amount), hint, false});
}

void DetailTable::addSome(const QString& name, Bytes amount, const QString& hint)
{
    if (amount > Bytes()) {
        add(name, amount, hint);
    }
}

void DetailTable::addWeights(const MemoryStudy& study)
{
    if (study.scales + study.mtp + study.towers == Bytes()) {
        return;
    }
    addHead(tr("Of the checkpoint"));
    addSome(tr("Scales and zero points"), study.scales, tr("Part of the weights, beside the values"));
    addSome(tr("Layers for multi-token prediction"), study.mtp,
            tr("Beside the text model; an engine that does not use them leaves them out"));
    addSome(tr("Vision and audio encoders"), study.towers,
            tr("Beside the text model; an engine that does not use them leaves them out"));
}

void DetailTable::addComponents(const MemoryStudy& study)
{
    addHead(study.onHardware ? tr("On all devices and in RAM") : tr("The model alone"));
    for (const MemoryPart& part : memoryParts(study.sum, lightTheme())) {
        addSome(part.name, part.amount);
    }
    if (study.touchedBuffers) {
        add(tr("Buffers reserved"), study.reservedBuffers,
            tr("Compute and output buffers as the engine allocates them"));
        add(tr("Buffers really written"), *study.touchedBuffers,
            tr("What work writes of them; the rest is address space"));
    }
}

void DetailTable::addPool(const MemoryStudy& study)
{
    if (!study.pool && !study.poolTokens) {
        return;
    }
    addHead(tr("Pool of keys and values"));
    if (study.pool) {
        add(tr("On the device with the smallest"), *study.pool);
    }
    if (study.poolTokens) {
        rows_.push_back({tr("Tokens that it holds"), countText(*study.poolTokens), {}, false});
    }
    if (study.poolRequests) {
        constexpr int kDecimals = 2;
        rows_.push_back({tr("Requests of this context"),
                         QLocale().toString(*study.poolRequests, 'f', kDecimals),
                         tr("As the engine prints it when it starts"), false});
    }
}

void DetailTable::addHost(const MemoryStudy& study)
{
    const HostDemand& host = study.host;
    if (host.peak == Bytes() && host.folkRule == Bytes()) {
        return;
    }
    addHead(tr("Host RAM to load and run"));
    addSome(tr("Mapped from files"), host.mapped, tr("Pages that the system may drop again"));
    addSome(tr("Repacked copies"), host.repacked, tr("Second copies of weights in the CPU's own order"));
    addSome(tr("Pinned buffers"), host.pinned, tr("Page-locked, for transfers to the devices"));
    addSome(tr("Data workers"), host.workers, tr("Processes that feed training data"));
    addSome(tr("Most at once"), host.peak, tr("While loading or running"));
    addSome(tr("Rule of thumb"), host.folkRule, tr("What guides say, to compare with"));
}

} // namespace rigwright
