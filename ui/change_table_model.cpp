// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/change_table_model.h"

#include "ui/cell_delegate.h"
#include "ui/change_text.h"

namespace rigwright {

void ChangeTableModel::setSets(std::shared_ptr<const Catalog> catalog,
                               std::shared_ptr<const std::vector<ChangeSet>> sets)
{
    beginResetModel();
    catalog_ = std::move(catalog);
    sets_ = std::move(sets);
    endResetModel();
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
    case Qt::TextAlignmentRole: return alignment(column);
    case kNoteRole:
        return column == Changes ? changeBodies(*catalog_, shown).join(QLatin1Char('\n')) : QString();
    case kMutedRole: return column == Speed && !shown.speedRatio;
    default: return {};
    }
}

QString ChangeTableModel::title(int column) const
{
    switch (column) {
    case Changes: return tr("How to mend it");
    case Cost: return tr("Price");
    case Speed: return tr("Speed");
    default: return {};
    }
}

bool ChangeTableModel::isNumber(int column) const
{
    return column != Changes;
}

} // namespace rigwright
