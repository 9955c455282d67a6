// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/chart_room.h"

#include <algorithm>
#include <utility>

namespace rigwright {

namespace {

/// For each bar what is left of its limit, beside the printed page: a chart shows cells alone.
class RoomColumn {
public:
    RoomColumn(const Document& document, const BookPlan& plan, std::size_t sheet, const DocumentChart& chart)
        : document_(document)
        , plan_(plan)
        , sheet_(sheet)
        , chart_(chart)
    { }

    /// False where the limits are not as many as the bars.
    bool write(CellWriter& writer, const RoomPlace& place) const
    {
        const DocumentTable* table = document_.findTable(chart_.limits->table);
        const std::size_t bars = chart_.categories.lastRow - chart_.categories.firstRow;
        if (table == nullptr || chart_.limits->lastRow >= table->rows.size() ||
            chart_.limits->firstColumn >= table->columns.size() ||
            chart_.limits->lastRow - chart_.limits->firstRow != bars) {
            return false;
        }
        const auto at = [&](lxw_row_t line) {
            return CellSpan{place.row + line, place.column, static_cast<lxw_col_t>(place.column + 1)};
        };
        const CellStyle aside{.place = CellStyle::Place::Aside};
        writer.text(at(0), table->columns[chart_.limits->firstColumn].title + " − Σ", aside);
        for (std::size_t bar = 0; bar <= bars; ++bar) {
            writer.cell(at(static_cast<lxw_row_t>(bar) + 1), {room(bar), {}, CellTone::Muted, {}}, aside,
                        formula(bar));
        }
        return true;
    }

private:
    static CellRange cellOf(const CellRange& range, std::size_t bar)
    {
        return CellRange::cell(range.table, range.firstRow + bar, range.firstColumn);
    }

    [[nodiscard]] CellValue room(std::size_t bar) const
    {
        const auto numberAt = [&](const CellRange& range) {
            return cellNumber(document_.cellsOf(cellOf(range, bar)).front()->value);
        };
        std::optional<double> left = numberAt(*chart_.limits);
        for (const ChartSeries& series : chart_.series) {
            left = left ? std::optional(*left - numberAt(series.values).value_or(0)) : left;
        }
        return left ? CellValue(Decimal{std::max(0.0, *left), 2}) : CellValue();
    }

    [[nodiscard]] std::optional<std::string> formula(std::size_t bar) const
    {
        if (std::holds_alternative<std::monostate>(room(bar))) {
            return std::nullopt;
        }
        std::string used;
        for (const ChartSeries& series : chart_.series) {
            used += (used.empty() ? "" : ",") + name(cellOf(series.values, bar));
        }
        return "=MAX(0," + name(cellOf(*chart_.limits, bar)) + "-SUM(" + used + "))";
    }

    [[nodiscard]] std::string name(const CellRange& cell) const
    {
        return plan_.reference(document_, cell, sheet_).value_or("0");
    }

    const Document& document_;
    const BookPlan& plan_;
    std::size_t sheet_;
    const DocumentChart& chart_;
};

/// How far one column of a table is above another.
class StepColumn {
public:
    StepColumn(const Document& document, const BookPlan& plan, std::size_t sheet, CellRange from,
               CellRange to)
        : document_(document)
        , plan_(plan)
        , sheet_(sheet)
        , from_(std::move(from))
        , to_(std::move(to))
    { }

    void write(CellWriter& writer, const RoomPlace& place) const
    {
        const DocumentTable& table = *document_.findTable(to_.table);
        const CellStyle aside{.place = CellStyle::Place::Aside};
        const auto at = [&](std::size_t line) {
            return CellSpan{place.row + static_cast<lxw_row_t>(line), place.column,
                            static_cast<lxw_col_t>(place.column + 1)};
        };
        writer.text(at(0),
                    table.columns.at(to_.firstColumn).title + " − " +
                        table.columns.at(from_.firstColumn).title,
                    aside);
        for (std::size_t bar = 0; bar <= to_.lastRow - to_.firstRow; ++bar) {
            const CellRange low = CellRange::cell(from_.table, from_.firstRow + bar, from_.firstColumn);
            const CellRange high = CellRange::cell(to_.table, to_.firstRow + bar, to_.firstColumn);
            writer.cell(at(bar + 1), {step(low, high), {}, CellTone::Muted, {}}, aside, formula(low, high));
        }
    }

private:
    [[nodiscard]] CellValue step(const CellRange& low, const CellRange& high) const
    {
        const auto from = cellNumber(document_.cellsOf(low).front()->value);
        const auto to = cellNumber(document_.cellsOf(high).front()->value);
        constexpr int kDecimals = 6;
        return from && to ? CellValue(Decimal{std::max(0.0, *to - *from), kDecimals}) : CellValue();
    }

    [[nodiscard]] std::optional<std::string> formula(const CellRange& low, const CellRange& high) const
    {
        if (std::holds_alternative<std::monostate>(step(low, high))) {
            return std::nullopt;
        }
        return "=MAX(0," + plan_.reference(document_, high, sheet_).value_or("0") + "-" +
            plan_.reference(document_, low, sheet_).value_or("0") + ")";
    }

    const Document& document_;
    const BookPlan& plan_;
    std::size_t sheet_;
    CellRange from_;
    CellRange to_;
};

/// One column of a table, with a cell for each bar.
bool hasCells(const Document& document, const CellRange& range, std::size_t bars)
{
    const DocumentTable* table = document.findTable(range.table);
    return table != nullptr && range.firstRow <= range.lastRow && range.lastRow < table->rows.size() &&
        range.firstColumn == range.lastColumn && range.lastColumn < table->columns.size() &&
        range.lastRow - range.firstRow + 1 == bars;
}

} // namespace

bool writeRange(const Document& document, const BookPlan& plan, CellWriter& writer,
                const DocumentChart& chart, std::size_t sheet, const RoomPlace& place)
{
    const ChartSeries& series = chart.series.front();
    const std::size_t bars = chart.categories.lastRow - chart.categories.firstRow + 1;
    if (!series.low || !series.high || !hasCells(document, series.values, bars) ||
        !hasCells(document, *series.low, bars) || !hasCells(document, *series.high, bars)) {
        return false;
    }
    StepColumn(document, plan, sheet, *series.low, series.values).write(writer, place);
    StepColumn(document, plan, sheet, series.values, *series.high)
        .write(writer, {place.row, static_cast<lxw_col_t>(place.column + 1)});
    return true;
}

bool writeRoom(const Document& document, const BookPlan& plan, CellWriter& writer, const DocumentChart& chart,
               std::size_t sheet, const RoomPlace& place)
{
    return RoomColumn(document, plan, sheet, chart).write(writer, place);
}

} // namespace rigwright
