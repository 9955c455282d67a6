// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/bom_lines.h"
#include "bom/document/cells.h"

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr std::array<ColumnText, 5> kSystemsColumns{{
    {"machine", RIGWRIGHT_TEXT("Document", "No."), Kind::Number},
    {"name", RIGWRIGHT_TEXT("Document", "System"), Kind::LongText},
    {"systems", RIGWRIGHT_TEXT("Document", "Systems"), Kind::Number},
    {"per_system", RIGWRIGHT_TEXT("Document", "Each ({currency})"), Kind::Number},
    {"total", RIGWRIGHT_TEXT("Document", "Total ({currency})"), Kind::Number},
}};

constexpr std::array<ColumnText, 3> kTotalsColumns{{
    {"item", RIGWRIGHT_TEXT("Document", "Total")},
    {"rate", RIGWRIGHT_TEXT("Document", "Percentage"), Kind::Number},
    {"amount", RIGWRIGHT_TEXT("Document", "Amount ({currency})"), Kind::Number},
}};

/// Rows of totals, each with the formula that follows from those above.
class TotalsTable {
public:
    TotalsTable(const SectionInput& input, const BomLayout& layout)
        : bom_(input.facts.bom)
        , say_(input.say)
        , totals_(bom_.totals())
        , layout_(layout)
    { }

    [[nodiscard]] DocumentTable make()
    {
        table_.id = kTotalsTable;
        table_.title = say_(RIGWRIGHT_TEXT("Document", "Totals"));
        table_.columns = columnsOf(kTotalsColumns, say_, bom_.currency);
        add(DocumentRow::Kind::Line, say_(RIGWRIGHT_TEXT("Document", "Lines, after their discounts")), {},
            formulaCell(totals_.lines, "{0}",
                        {CellRange::cell(kBomTable, layout_.totalRow(), indexOf(LineColumn::LineTotal))}));
        add(DocumentRow::Kind::Line, say_(RIGWRIGHT_TEXT("Document", "Discount on all lines")),
            {CellValue(bom_.terms.discount)},
            share(Money(0, bom_.currency) - totals_.discount, "-ROUND({0}*{1},", TotalsRow::Discount,
                  TotalsRow::Lines));
        add(DocumentRow::Kind::Line, say_(RIGWRIGHT_TEXT("Document", "Shipping, handling and duty")), {},
            knownCell(bom_.terms.shipping));
        addSum(say_(RIGWRIGHT_TEXT("Document", "Net, before tax")), totals_.net, TotalsRow::Lines,
               TotalsRow::Shipping);
        add(DocumentRow::Kind::Line, say_(RIGWRIGHT_TEXT("Document", "Tax")), knownCell(bom_.terms.taxRate),
            taxCell());
        addSum(bom_.terms.taxRate ? say_(RIGWRIGHT_TEXT("Document", "Gross, to be paid"))
                                  : say_(RIGWRIGHT_TEXT("Document", "To be paid, tax not included")),
               totals_.gross, TotalsRow::Net, TotalsRow::Tax);
        add(DocumentRow::Kind::Line, say_(RIGWRIGHT_TEXT("Document", "Contingency, of the net")),
            {CellValue(bom_.terms.contingency)},
            share(totals_.contingency, "ROUND({0}*{1},", TotalsRow::Contingency, TotalsRow::Net));
        addSum(say_(RIGWRIGHT_TEXT("Document", "Budget, with contingency")), totals_.budget, TotalsRow::Gross,
               TotalsRow::Contingency);
        return std::move(table_);
    }

private:
    void add(DocumentRow::Kind kind, std::string item, DocumentCell rate, DocumentCell amount)
    {
        table_.rows.push_back({kind, {textCell(std::move(item)), std::move(rate), std::move(amount)}});
    }

    void addSum(std::string item, const Money& sum, TotalsRow first, TotalsRow last)
    {
        const CellRange cells = columnRange(kTotalsTable, static_cast<std::size_t>(TotalsColumn::Amount),
                                            static_cast<std::size_t>(first), static_cast<std::size_t>(last));
        add(DocumentRow::Kind::Total, std::move(item), {},
            formulaCell(sum, roundedFormula("SUM({0})", bom_.currency), {cells}));
    }

    /// The rate of a row of the amount of another; a rate that is blank counts as nothing.
    [[nodiscard]] DocumentCell share(const Money& amount, const std::string& formula, TotalsRow row,
                                     TotalsRow of) const
    {
        return formulaCell(amount, formula + std::to_string(bom_.currency.decimals()) + ")",
                           {totalsCell(of, TotalsColumn::Amount), totalsCell(row, TotalsColumn::Rate)});
    }

    [[nodiscard]] DocumentCell taxCell() const
    {
        DocumentCell cell =
            share(totals_.tax, "IF({1}=\"\",\"\",ROUND({0}*{1},", TotalsRow::Tax, TotalsRow::Net);
        cell.formula->text += ")";
        if (!bom_.terms.taxRate) {
            cell.value = {};
        }
        return cell;
    }

    const Bom& bom_;
    const DocumentWords& say_;
    BomTotals totals_;
    const BomLayout& layout_;
    DocumentTable table_;
};

} // namespace

DocumentTable systemsTable(const SectionInput& input, const BomLayout& layout)
{
    const Bom& bom = input.facts.bom;
    DocumentTable table = emptyTable(kSystemsTable, input.say(RIGWRIGHT_TEXT("Document", "Systems")),
                                     kSystemsColumns, input.say, bom.currency);
    for (std::size_t i = 0; i < bom.machines.size(); ++i) {
        table.rows.push_back({DocumentRow::Kind::Line,
                              {countCell(static_cast<std::int64_t>(i) + 1),
                               textCell(bom.machines[i].name),
                               countCell(bom.machines[i].systems),
                               {},
                               {}}});
    }
    for (const LineGroup& group : layout.groups()) {
        if (!group.machine) {
            continue;
        }
        std::optional<Money> each;
        for (const BomLine* line : group.lines) {
            if (const auto price = bom.netUnitPrice(*line)) {
                each = each.value_or(Money(0, bom.currency)) + *price * line->quantityPerSystem;
            }
        }
        const std::size_t row = *group.machine;
        const auto cell = [row](SystemsColumn column) {
            return CellRange::cell(kSystemsTable, row, indexOf(column));
        };
        std::vector<DocumentCell>& cells = table.rows[row].cells;
        cells[indexOf(SystemsColumn::PerSystem)] = formulaCell(
            knownCell(each).value, "IF({0}=\"\",\"\"," + roundedFormula("{0}/{1}", bom.currency) + ")",
            {cell(SystemsColumn::Total), cell(SystemsColumn::Systems)});
        const std::optional<Money> all =
            each ? std::optional(*each * bom.machines[row].systems) : std::nullopt;
        cells[indexOf(SystemsColumn::Total)] = knownSumCell(bom, all, group.firstRow, group.lastRow);
    }
    return table;
}

DocumentTable totalsTable(const SectionInput& input, const BomLayout& layout)
{
    return TotalsTable(input, layout).make();
}

} // namespace rigwright
