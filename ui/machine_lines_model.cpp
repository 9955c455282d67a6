// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine_lines_model.h"

#include "ui/cell_delegate.h"
#include "ui/text.h"

#include <algorithm>

namespace rigwright {

void MachineLinesModel::showBuild(const Build& build)
{
    std::vector<Row> rows;
    for (const BuildLine& line : build.lines) {
        Row row{line, {}};
        const auto known =
            std::ranges::find_if(rows_, [&line](const Row& before) { return before.line.part == line.part; });
        if (known != rows_.end()) {
            row.checked = known->checked;
        }
        rows.push_back(std::move(row));
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

void MachineLinesModel::showCheck(const std::vector<CheckedLine>& lines)
{
    for (std::size_t row = 0; row < std::min(lines.size(), rows_.size()); ++row) {
        rows_[row].checked = lines[row];
        if (!lines[row].name.isEmpty()) {
            names_[rows_[row].line.part] = lines[row].name;
        }
    }
    retranslate();
}

QString MachineLinesModel::nameOf(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return {};
    }
    const PartId& part = rows_[static_cast<std::size_t>(row)].line.part;
    const auto known = names_.find(part);
    return known == names_.end() ? QString::fromStdString(part.text()) : known->second;
}

std::optional<Money> MachineLinesModel::priceOf(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return std::nullopt;
    }
    const Row& shown = rows_[static_cast<std::size_t>(row)];
    return shown.checked && shown.checked->unitPrice
        ? std::optional(*shown.checked->unitPrice * shown.line.quantity)
        : std::nullopt;
}

int MachineLinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int MachineLinesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MachineLinesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const int column = index.column();
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const bool isGone = row.checked && row.checked->name.isEmpty();
    const std::optional<Money> price = priceOf(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Category: return categoryText(row.line.category);
        case Part: return nameOf(index.row());
        case Quantity: return countText(row.line.quantity);
        case Price: return price ? moneyText(*price) : isGone ? tr("gone") : tr("unknown");
        default: return {};
        }
    case Qt::ToolTipRole:
        return column != Part ? QString()
            : isGone          ? tr("The catalog has no such part any more; choose another one")
                              : nameOf(index.row());
    case Qt::TextAlignmentRole: return alignment(column);
    case kTagsRole:
        return column == Price && isGone ? QVariant::fromValue(CellTags{{TagKind::Danger, tr("gone")}})
                                         : QVariant();
    case kMutedRole: return column == Category || (column == Price && !price);
    default: return {};
    }
}

QString MachineLinesModel::title(int column) const
{
    switch (column) {
    case Category: return tr("Kind");
    case Part: return tr("Part");
    case Quantity: return tr("Number");
    case Price: return tr("Price");
    default: return {};
    }
}

bool MachineLinesModel::isNumber(int column) const
{
    return column >= Quantity;
}

} // namespace rigwright
