// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/bom_lines.h"
#include "bom/document/cells.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

/// What lines have in common, and what they come to.
struct LineSum {
    std::string name; ///< as in the lines' cells; empty: they have none
    std::int64_t lines = 0;
    std::optional<Money> total; ///< empty: none has a price
};

template <class NameOf>
std::vector<LineSum> sumsOf(const Bom& bom, const NameOf& nameOf)
{
    std::vector<LineSum> sums;
    for (const BomLine& line : bom.lines) {
        const std::string name = nameOf(line);
        auto same = std::ranges::find(sums, name, &LineSum::name);
        if (same == sums.end()) {
            same = sums.insert(sums.end(), {name, 0, std::nullopt});
        }
        ++same->lines;
        if (const auto total = bom.lineTotal(line)) {
            same->total = same->total.value_or(Money(0, bom.currency)) + *total;
        }
    }
    // Those without a name last.
    std::ranges::stable_partition(sums, [](const LineSum& sum) { return !sum.name.empty(); });
    return sums;
}

/// A table of sums that a spreadsheet finds by the name in each line. EXACT, because names come from users: as a criterion of
/// SUMIF "=…", "*" and "a" for "A" would mean something else.
class SumTable {
public:
    SumTable(const SectionInput& input, const BomLayout& layout, LineColumn column, std::string id)
        : bom_(input.facts.bom)
        , say_(input.say)
        , layout_(layout)
        , column_(column)
        , id_(std::move(id))
    { }

    [[nodiscard]] DocumentTable make(const std::string& title, const char* nameTitle, const char* none,
                                     const std::vector<LineSum>& sums) const
    {
        const std::array<ColumnText, 3> columns{{
            {"name", nameTitle, Kind::Text},
            {"lines", RIGWRIGHT_TEXT("Document", "Lines"), Kind::Number},
            {"total", RIGWRIGHT_TEXT("Document", "Total ({currency})"), Kind::Number},
        }};
        DocumentTable table = emptyTable(id_, title, columns, say_, bom_.currency);
        for (const LineSum& sum : sums) {
            const std::size_t row = table.rows.size();
            const CellRange amounts = *layout_.column(LineColumn::LineTotal);
            table.rows.push_back(
                {DocumentRow::Kind::Line,
                 {sum.name.empty() ? textCell(say_(none), CellTone::Muted) : textCell(sum.name),
                  {CellValue(sum.lines), formulaOf(sum, row, nullptr)},
                  {knownCell(sum.total).value, formulaOf(sum, row, &amounts)}}});
        }
        addTotal(table);
        return table;
    }

private:
    /// Counts the lines with this name; with a column, adds its cells up.
    [[nodiscard]] Formula formulaOf(const LineSum& sum, std::size_t row, const CellRange* amounts) const
    {
        std::vector<CellRange> ranges{*layout_.column(LineColumn::Number), *layout_.column(column_)};
        std::string name = "\"\"";
        if (!sum.name.empty()) {
            name = "{2}";
            ranges.push_back(CellRange::cell(id_, row, 0));
        }
        std::string text = "SUMPRODUCT(--ISNUMBER({0}),--EXACT({1}," + name + ")";
        if (amounts == nullptr) {
            return {text + ")", std::move(ranges)};
        }
        const std::string amount = "{" + std::to_string(ranges.size()) + "}";
        ranges.push_back(*amounts);
        // Blank where no line of this name has a price.
        return {"IF(" + text + ",--ISNUMBER(" + amount + "))=0,\"\"," +
                    roundedFormula(text + "," + amount + ")", bom_.currency) + ")",
                std::move(ranges)};
    }

    void addTotal(DocumentTable& table) const
    {
        const std::size_t last = table.rows.size() - 1;
        table.rows.push_back({DocumentRow::Kind::Total,
                              {textCell(say_(RIGWRIGHT_TEXT("Document", "Total of the lines"))),
                               formulaCell(static_cast<std::int64_t>(bom_.lines.size()), "SUM({0})",
                                           {columnRange(id_, 1, 0, last)}),
                               formulaCell(bom_.total(), roundedFormula("SUM({0})", bom_.currency),
                                           {columnRange(id_, 2, 0, last)})}});
    }

    const Bom& bom_;
    const DocumentWords& say_;
    const BomLayout& layout_;
    LineColumn column_;
    std::string id_;
};

} // namespace

std::vector<DocumentTable> sumTables(const SectionInput& input, const BomLayout& layout)
{
    const Bom& bom = input.facts.bom;
    const DocumentWords& say = input.say;
    if (bom.lines.empty()) {
        return {};
    }
    const auto categoryOf = [&](const BomLine& line) {
        return line.kind == BomLine::Kind::Service ? say(RIGWRIGHT_TEXT("Document", "Service"))
                                                   : say.category(line.category);
    };
    return {SumTable(input, layout, LineColumn::Category, "sums_by_category")
                .make(say(RIGWRIGHT_TEXT("Document", "By category")), RIGWRIGHT_TEXT("Document", "Category"),
                      "", sumsOf(bom, categoryOf)),
            SumTable(input, layout, LineColumn::Supplier, "sums_by_supplier")
                .make(say(RIGWRIGHT_TEXT("Document", "By supplier")), RIGWRIGHT_TEXT("Document", "Supplier"),
                      RIGWRIGHT_TEXT("Document", "No supplier chosen"),
                      sumsOf(bom, [](const BomLine& line) { return line.supplier; }))};
}

} // namespace rigwright
