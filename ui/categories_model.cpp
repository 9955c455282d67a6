// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/categories_model.h"

#include "catalog/part_sheet.h"
#include "ui/catalog_words.h"
#include "ui/cell_delegate.h"
#include "ui/text.h"

namespace rigwright {

void CategoriesModel::showCounts(const std::map<std::string, std::size_t, std::less<>>& counts)
{
    counts_ = counts;
    Q_EMIT dataChanged(index(0, Count), index(rowCount() - 1, Count));
}

void CategoriesModel::retranslate()
{
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Count));
}

std::string CategoriesModel::tableAt(int row) const
{
    return row <= 0 || row >= rowCount() ? std::string()
                                         : partTables()[static_cast<std::size_t>(row - 1)].name;
}

int CategoriesModel::rowOf(const std::string& table) const
{
    for (int row = 1; row < rowCount(); ++row) {
        if (tableAt(row) == table) {
            return row;
        }
    }
    return 0;
}

std::size_t CategoriesModel::countAt(int row) const
{
    std::size_t all = 0;
    for (const auto& [table, count] : counts_) {
        if (row == 0 || table == tableAt(row)) {
            all += count;
        }
    }
    return all;
}

int CategoriesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(partTables().size()) + 1;
}

int CategoriesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CategoriesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const bool isCount = index.column() == Count;
    switch (role) {
    case Qt::DisplayRole:
        if (isCount) {
            return countText(static_cast<std::int64_t>(countAt(index.row())));
        }
        return index.row() == 0 ? tr("All parts") : tableText(tableAt(index.row()));
    case Qt::TextAlignmentRole:
        return QVariant((isCount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case kMutedRole: return isCount || countAt(index.row()) == 0;
    case kIdRole: return QString::fromStdString(tableAt(index.row()));
    default: return {};
    }
}

} // namespace rigwright
