// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_compare_table.h"

#include "ui/catalog_words.h"
#include "ui/cell_delegate.h"
#include "ui/text.h"

#include <algorithm>

namespace rigwright {

namespace {

bool saysNothing(const std::vector<QString>& figures)
{
    return std::ranges::all_of(figures, &QString::isEmpty);
}

/// Every column that one of the parts' tables has, in the order of the tables.
std::vector<std::string> columnsOf(const std::vector<PartEntry>& parts)
{
    std::vector<std::string> columns;
    for (const PartEntry& part : parts) {
        for (const Column& column : part.sheet.spec->columns) {
            if (std::ranges::find(columns, column.name) == columns.end()) {
                columns.push_back(column.name);
            }
        }
    }
    return columns;
}

QString cellOf(const PartEntry& part, const std::string& column)
{
    const auto& columns = part.sheet.spec->columns;
    const auto found = std::ranges::find(columns, column, &Column::name);
    return found == columns.end()
        ? QString()
        : QString::fromStdString(part.sheet.cells[static_cast<std::size_t>(found - columns.begin())]);
}

} // namespace

void PartCompareTable::showParts(std::vector<PartEntry> parts, const Date& today, const PricePolicy& policy)
{
    parts_ = std::move(parts);
    today_ = today;
    policy_ = policy;
    fill();
}

void PartCompareTable::setOnlyDifferences(bool only)
{
    onlyDifferences_ = only;
    fill();
}

void PartCompareTable::retranslate()
{
    fill();
}

void PartCompareTable::fill()
{
    beginResetModel();
    rows_.clear();
    addPrices();
    for (const std::string& column : columnsOf(parts_)) {
        if (column == "name") {
            continue;
        }
        std::vector<QString> figures;
        for (const PartEntry& part : parts_) {
            figures.push_back(cellOf(part, column));
        }
        add(columnText(column), std::move(figures));
    }
    if (onlyDifferences_) {
        std::erase_if(rows_, [](const Row& row) { return !row.differs; });
    }
    endResetModel();
}

void PartCompareTable::add(const QString& name, std::vector<QString> figures)
{
    if (saysNothing(figures)) {
        return;
    }
    const bool differs =
        std::ranges::any_of(figures, [&](const QString& one) { return one != figures.front(); });
    rows_.push_back({name, std::move(figures), differs});
}

void PartCompareTable::addPrices()
{
    std::vector<QString> prices;
    std::vector<QString> ages;
    for (const PartEntry& part : parts_) {
        const Offer* offer = currentOffer(part.offers);
        if (offer == nullptr) {
            prices.emplace_back();
            ages.emplace_back();
            continue;
        }
        prices.push_back(tr("%1, %2").arg(exactMoneyText(offer->price), priceKindText(offer->kind)));
        const QString age = ageText(offer->date, today_);
        ages.push_back(isOld(offer->date, today_, policy_) ? tr("%1, too old").arg(age) : age);
    }
    add(tr("Price"), std::move(prices));
    add(tr("Age of the price"), std::move(ages));
}

int PartCompareTable::differences() const
{
    return static_cast<int>(std::ranges::count(rows_, true, &Row::differs));
}

QString PartCompareTable::asText() const
{
    QStringList lines;
    QStringList head{QString()};
    for (int column = 1; column < columnCount(); ++column) {
        head << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    lines << head.join(QLatin1Char('\t'));
    for (const Row& row : rows_) {
        lines << row.name + QLatin1Char('\t') +
                QStringList(row.figures.begin(), row.figures.end()).join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

int PartCompareTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int PartCompareTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(parts_.size());
}

QVariant PartCompareTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const bool isName = index.column() == 0;
    const QString figure = isName ? row.name : row.figures[static_cast<std::size_t>(index.column() - 1)];
    switch (role) {
    case Qt::DisplayRole: return figure.isEmpty() ? tr("unknown") : figure;
    case Qt::ToolTipRole: return figure;
    case kMutedRole: return isName || figure.isEmpty() || !row.differs;
    case kMarkRole: return static_cast<int>(isName && row.differs ? CellMark::Filled : CellMark::None);
    default: return {};
    }
}

QVariant PartCompareTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    if (section == 0) {
        return tr("Figure");
    }
    return section <= static_cast<int>(parts_.size())
        ? QString::fromStdString(parts_[static_cast<std::size_t>(section - 1)].sheet.cell("name"))
        : QVariant();
}

} // namespace rigwright
