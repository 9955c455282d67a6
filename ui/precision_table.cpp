// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision_table.h"

#include "ui/cell_delegate.h"
#include "ui/text.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

QString cardText(const CardClass& card)
{
    const QString memory = PrecisionTable::tr("%1 GB").arg(std::lround(card.memory.inGib()));
    return card.count == 1 ? memory : QStringLiteral("%1 × %2").arg(card.count).arg(memory);
}

CellTags cardTags(const PrecisionRow& row, bool onDevices)
{
    if (!row.card) {
        return {CellTag{TagKind::Danger, PrecisionTable::tr("no card")}};
    }
    if (!onDevices) {
        return {CellTag{TagKind::Neutral, cardText(*row.card)}};
    }
    return {CellTag{row.fitsOnDevices ? TagKind::Good : TagKind::Warning, cardText(*row.card)}};
}

QString cellText(const PrecisionRow& row, int column)
{
    switch (column) {
    case PrecisionTable::Weights: return weightsText(row.format);
    case PrecisionTable::Need: return gibText(row.need);
    case PrecisionTable::Speed: return row.speed ? rangeText(*row.speed) : QStringLiteral("–");
    case PrecisionTable::Card: return row.card ? cardText(*row.card) : PrecisionTable::tr("no card");
    default: return {};
    }
}

} // namespace

void PrecisionTable::showRows(std::vector<PrecisionRow> rows, bool onDevices)
{
    // The same formats again keep the rows, and with them the selection and the place of the view.
    const bool same = std::ranges::equal(rows, rows_, {}, &PrecisionRow::format, &PrecisionRow::format);
    if (same && onDevices == onDevices_ && !rows_.empty()) {
        rows_ = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    onDevices_ = onDevices;
    endResetModel();
}

int PrecisionTable::currentRow() const
{
    const auto current = std::ranges::find_if(rows_, &PrecisionRow::isCurrent);
    return current == rows_.end() ? -1 : static_cast<int>(current - rows_.begin());
}

int PrecisionTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int PrecisionTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PrecisionTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PrecisionRow& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return cellText(row, index.column());
    case Qt::TextAlignmentRole: return alignment(index.column());
    case Qt::ToolTipRole:
        if (index.column() == Speed && !row.speed) {
            return row.fits ? tr("No speed known on this hardware") : tr("Does not fit on this hardware");
        }
        return index.column() == Card ? tr("The smallest card that holds it") : QVariant();
    case kTagsRole:
        return index.column() == Card ? QVariant::fromValue(cardTags(row, onDevices_)) : QVariant();
    case kMutedRole: return index.column() == Speed && !row.speed;
    default: return {};
    }
}

QString PrecisionTable::title(int column) const
{
    switch (column) {
    case Weights: return tr("Weights");
    case Need: return onDevices_ ? tr("VRAM GiB") : tr("RAM GiB");
    case Speed: return tr("tokens/s");
    case Card: return tr("Card");
    default: return {};
    }
}

bool PrecisionTable::isNumber(int column) const
{
    return column == Need || column == Speed;
}

} // namespace rigwright
