// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures_table.h"

namespace rigwright {

namespace {

QVariant alignment(int column)
{
    return QVariant(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
}

} // namespace

void FiguresTable::showFigures(QStringList heads, std::vector<QStringList> rows)
{
    beginResetModel();
    heads_ = std::move(heads);
    rows_ = std::move(rows);
    endResetModel();
}

QString FiguresTable::asText() const
{
    QStringList lines{heads_.join(QLatin1Char('\t'))};
    for (const QStringList& row : rows_) {
        lines << row.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

int FiguresTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int FiguresTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(heads_.size());
}

QVariant FiguresTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignment(index.column());
    }
    return role == Qt::DisplayRole ? rows_[static_cast<std::size_t>(index.row())].value(index.column())
                                   : QVariant();
}

QVariant FiguresTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignment(section);
    }
    return role == Qt::DisplayRole ? heads_.value(section) : QVariant();
}

} // namespace rigwright
