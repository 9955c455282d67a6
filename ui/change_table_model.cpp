// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change_table_model.h"

#include "ui/cell_delegate.h"
#include "ui/change_text.h"

namespace rigwright {

namespace {

int alignmentOf(int column)
{
    const bool isNumber = column != ChangeTableModel::Changes;
    return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

void ChangeTableModel::setSets(std::shared_ptr<const Catalog> catalog,
                               std::shared_ptr<const std::vector<ChangeSet>> sets)
{
    beginResetModel();
    catalog_ = std::move(catalog);
    sets_ = std::move(sets);
    endResetModel();
}

void ChangeTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

std::shared_ptr<const ChangeSet> ChangeTableModel::set(int row) const
{
    return row >= 0 && row < rowCount()
        ? std::shared_ptr<const ChangeSet>(sets_, &(*sets_)[static_cast<std::size_t>(row)])
        : nullptr;
}

int ChangeTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || sets_ == nullptr ? 0 : static_cast<int>(sets_->size());
}

int ChangeTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ChangeTableModel::text(const ChangeSet& set, int column) const
{
    switch (column) {
    case Changes: return changeTitle(set);
    case Cost: return differenceText(set.cost);
    case Speed: return set.speedRatio ? speedRatioText(set.speedRatio) : QStringLiteral("–");
    default: return {};
    }
}

QVariant ChangeTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ChangeSet& shown = (*sets_)[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(shown, column);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return column == Changes ? changeTexts(*catalog_, shown).join(QLatin1Char('\n'))
                                 : text(shown, column);
    case Qt::TextAlignmentRole: return alignmentOf(column);
    case kNoteRole:
        return column == Changes ? changeBodies(*catalog_, shown).join(QLatin1Char('\n')) : QString();
    case kMutedRole: return column == Speed && !shown.speedRatio;
    default: return {};
    }
}

QVariant ChangeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(section);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Changes: return tr("How to mend it");
    case Cost: return tr("Price");
    case Speed: return tr("Speed");
    default: return {};
    }
}

} // namespace rigwright
