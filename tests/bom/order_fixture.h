// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"

#include <string>
#include <vector>

namespace rigwright {

[[nodiscard]] inline DocumentCell cellOf(CellValue value)
{
    return {std::move(value), {}, CellTone::Plain, {}};
}

[[nodiscard]] inline DocumentCell workedCell(CellValue value, std::string formula,
                                             std::vector<CellRange> ranges)
{
    return {std::move(value), Formula{std::move(formula), std::move(ranges)}, CellTone::Plain, {}};
}

/// A table of texts, without formulas.
[[nodiscard]] inline DocumentTable textTable(const std::string& id, const std::vector<std::string>& heads,
                                             const std::vector<std::vector<std::string>>& rows)
{
    DocumentTable table;
    table.id = id;
    for (const std::string& head : heads) {
        table.columns.push_back({"column_" + std::to_string(table.columns.size()), head});
    }
    for (const std::vector<std::string>& row : rows) {
        table.rows.push_back({});
        for (const std::string& text : row) {
            table.rows.back().cells.push_back(cellOf(text));
        }
    }
    return table;
}

[[nodiscard]] inline Document documentOf(std::vector<DocumentBlock> blocks)
{
    Document document;
    document.title = "A document";
    document.subtitle = "PO-1, revision 1";
    document.date = Date{2026, 11, 21};
    document.footer = "Prepared with Rigwright";
    document.sections = {{"one", "One", false, false, std::move(blocks)}};
    return document;
}

/// What the order of `orderDocument` comes to, worked out in whole minor units.
struct OrderSums {
    Money lines;
    Money tax;
    Money gross;
};

/// An order of so many systems with so many lines: line i costs i + 0.07 major units, less 2.5 % in every third line, one or two
/// of each; 19 % tax. Lines are grouped by tens, with sub-totals; the summary's totals refer to the other sheet.
class OrderFixture {
public:
    OrderFixture(Currency currency, int lines, int systems)
        : currency_(currency)
        , systems_(systems)
    {
        bom_.id = "bom";
        bom_.filter = true;
        using Kind = DocumentColumn::Kind;
        bom_.columns = {{"position", "No."},
                        {"category", "Category"},
                        {"description", "Description", Kind::LongText},
                        {"per_system", "Quantity per system", Kind::Number},
                        {"quantity", "Quantity", Kind::Number},
                        {"unit_price", "Unit price", Kind::Number},
                        {"discount", "Discount", Kind::Number},
                        {"line_total", "Line total", Kind::Number}};
        for (int first = 1; first <= lines; first += 10) {
            addGroup(first, std::min(lines, first + 9));
        }
    }

    [[nodiscard]] const OrderSums& sums() const { return sums_; }

    [[nodiscard]] Document document()
    {
        Document document = documentOf({});
        document.currency = currency_;
        document.sections = {{"summary", "Summary", false, false, {systemsTable(), totalsTable()}},
                             {"bom", "Bill of materials", true, false, {bom_}}};
        return document;
    }

private:
    void addRow(DocumentRow::Kind kind, std::vector<DocumentCell> cells)
    {
        bom_.rows.push_back({kind, std::move(cells)});
    }

    void addGroup(int first, int last)
    {
        const std::string name = "Group " + std::to_string(first / 10 + 1);
        addRow(DocumentRow::Kind::Group, std::vector<DocumentCell>(bom_.columns.size()));
        bom_.rows.back().cells[0].value = name;
        const std::size_t firstRow = bom_.rows.size();
        Money sum(0, currency_);
        for (int i = first; i <= last; ++i) {
            sum += addLine(i, name);
        }
        std::vector<DocumentCell> cells(bom_.columns.size());
        cells[2].value = "Subtotal " + name;
        cells[7] = workedCell(sum, "SUM({0})", {{"bom", firstRow, 7, bom_.rows.size() - 1, 7}});
        subtotals_.push_back(CellRange::cell("bom", bom_.rows.size(), 7));
        addRow(DocumentRow::Kind::Subtotal, std::move(cells));
        sums_.lines = subtotals_.size() == 1 ? sum : sums_.lines + sum;
    }

    Money addLine(int number, const std::string& group)
    {
        const std::size_t row = bom_.rows.size();
        const auto here = [&](std::size_t column) { return CellRange::cell("bom", row, column); };
        const std::int64_t perSystem = 1 + number % 2;
        const std::int64_t quantity = perSystem * systems_;
        const std::int64_t unit = currency_.decimals() == 0 ? number : 100 * std::int64_t{number} + 7;
        const Share discount(number % 3 == 0 ? 25'000 : 0);
        const Money price(unit, currency_);
        const Money total = (price - discount.of(price)) * quantity;
        const std::string decimals = std::to_string(currency_.decimals());
        addRow(DocumentRow::Kind::Line,
               {cellOf("1." + std::to_string(number)), cellOf(group),
                cellOf("part " + std::to_string(number)), cellOf(perSystem),
                workedCell(quantity, "{0}*{1}", {here(3), CellRange::cell("systems", 0, 1)}), cellOf(price),
                cellOf(discount),
                workedCell(total, "{0}*ROUND({1}*(1-{2})," + decimals + ")", {here(4), here(5), here(6)})});
        return total;
    }

    [[nodiscard]] DocumentTable systemsTable() const
    {
        DocumentTable table = textTable("systems", {"", ""}, {});
        table.rows.push_back({DocumentRow::Kind::Line, {cellOf("Systems"), cellOf(std::int64_t{systems_})}});
        return table;
    }

    [[nodiscard]] DocumentTable totalsTable()
    {
        DocumentTable table = textTable("totals", {"", ""}, {});
        table.columns[1].kind = DocumentColumn::Kind::Number;
        const Share rate(190'000);
        sums_.tax = rate.of(sums_.lines);
        sums_.gross = sums_.lines + sums_.tax;
        std::string sum;
        for (std::size_t i = 0; i < subtotals_.size(); ++i) {
            sum += (i == 0 ? "{" : "+{") + std::to_string(i) + "}";
        }
        const auto here = [](std::size_t row) { return CellRange::cell("totals", row, 1); };
        table.rows = {{DocumentRow::Kind::Line, {cellOf("Lines"), workedCell(sums_.lines, sum, subtotals_)}},
                      {DocumentRow::Kind::Line, {cellOf("Tax rate"), cellOf(rate)}},
                      {DocumentRow::Kind::Line,
                       {cellOf("Tax"),
                        workedCell(sums_.tax, "ROUND({0}*{1}," + std::to_string(currency_.decimals()) + ")",
                                   {here(0), here(1)})}},
                      {DocumentRow::Kind::Total,
                       {cellOf("Total"), workedCell(sums_.gross, "{0}+{1}", {here(0), here(2)})}}};
        return table;
    }

    Currency currency_;
    int systems_;
    DocumentTable bom_;
    std::vector<CellRange> subtotals_;
    OrderSums sums_;
};

} // namespace rigwright
