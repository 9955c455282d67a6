// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure_table_model.h"

#include "ui/cell_delegate.h"

#include <algorithm>

namespace rigwright {

void FigureTableModel::setFigures(FigureTable figures)
{
    const bool sameShape = figures.headers == figures_.headers && figures.rows.size() == figures_.rows.size();
    // Other figures in the same cells leave the view where it is.
    if (sameShape && !figures.rows.empty()) {
        figures_ = std::move(figures);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    figures_ = std::move(figures);
    endResetModel();
}

QString FigureTableModel::asText() const
{
    QStringList lines{figures_.headers.join(QLatin1Char('\t'))};
    for (const QStringList& row : figures_.rows) {
        lines << row.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

int FigureTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(figures_.rows.size());
}

int FigureTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(figures_.headers.size());
}

int FigureTableModel::alignment(int column) const
{
    const bool isText = std::ranges::find(figures_.textColumns, column) != figures_.textColumns.end();
    return static_cast<int>((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

QVariant FigureTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return figures_.rows[static_cast<std::size_t>(index.row())].value(index.column());
    case Qt::TextAlignmentRole: return alignment(index.column());
    case kWrapRole: return figures_.breaksLines;
    default: return {};
    }
}

QVariant FigureTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignment(section);
    }
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? figures_.headers.value(section) : QVariant();
}

} // namespace rigwright
