// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/bom_lines.h"

#include "bom/document/cells.h"

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr std::array<ColumnText, kLineColumnCount> kColumns{{
    {"line", RIGWRIGHT_TEXT("Document", "No."), Kind::Number},
    {"position", RIGWRIGHT_TEXT("Document", "Position")},
    {"category", RIGWRIGHT_TEXT("Document", "Category")},
    {"description", RIGWRIGHT_TEXT("Document", "Description"), Kind::LongText},
    {"manufacturer", RIGWRIGHT_TEXT("Document", "Manufacturer")},
    {"part_number", RIGWRIGHT_TEXT("Document", "Part number")},
    {"quantity", RIGWRIGHT_TEXT("Document", "Quantity"), Kind::Number},
    {"unit", RIGWRIGHT_TEXT("Document", "Unit")},
    {"net_unit_price", RIGWRIGHT_TEXT("Document", "Net unit price ({currency})"), Kind::Number},
    {"line_total", RIGWRIGHT_TEXT("Document", "Line total ({currency})"), Kind::Number},
    {"supplier", RIGWRIGHT_TEXT("Document", "Supplier")},
    {"lead_time_days", RIGWRIGHT_TEXT("Document", "Lead time (days)"), Kind::Number},
    {"attention", RIGWRIGHT_TEXT("Document", "Attention"), Kind::LongText},
    {"approved", RIGWRIGHT_TEXT("Document", "Approved")},
    {"group", RIGWRIGHT_TEXT("Document", "For"), Kind::Text, true},
    {"internal_number", RIGWRIGHT_TEXT("Document", "Internal number"), Kind::Text, true},
    {"specifications", RIGWRIGHT_TEXT("Document", "Key specifications"), Kind::LongText, true},
    {"quantity_per_system", RIGWRIGHT_TEXT("Document", "Quantity per system"), Kind::Number, true},
    {"systems", RIGWRIGHT_TEXT("Document", "Systems"), Kind::Number, true},
    {"unit_price", RIGWRIGHT_TEXT("Document", "Unit price ({currency})"), Kind::Number, true},
    {"discount", RIGWRIGHT_TEXT("Document", "Discount"), Kind::Number, true},
    {"tax_rate", RIGWRIGHT_TEXT("Document", "Tax rate"), Kind::Number, true},
    {"tax", RIGWRIGHT_TEXT("Document", "Tax ({currency})"), Kind::Number, true},
    {"gross", RIGWRIGHT_TEXT("Document", "Gross ({currency})"), Kind::Number, true},
    {"supplier_part_number", RIGWRIGHT_TEXT("Document", "Supplier's number"), Kind::Text, true},
    {"link", RIGWRIGHT_TEXT("Document", "Link"), Kind::Text, true},
    {"price_kind", RIGWRIGHT_TEXT("Document", "Price kind"), Kind::Text, true},
    {"price_source", RIGWRIGHT_TEXT("Document", "Price source"), Kind::LongText, true},
    {"price_region", RIGWRIGHT_TEXT("Document", "Region"), Kind::Text, true},
    {"price_date", RIGWRIGHT_TEXT("Document", "Price date"), Kind::Text, true},
    {"price_age_days", RIGWRIGHT_TEXT("Document", "Price age (days)"), Kind::Number, true},
    {"price_state", RIGWRIGHT_TEXT("Document", "Price state"), Kind::Text, true},
    {"quote_number", RIGWRIGHT_TEXT("Document", "Quote number"), Kind::Text, true},
    {"quote_valid_until", RIGWRIGHT_TEXT("Document", "Quote valid until"), Kind::Text, true},
    {"specifications_state", RIGWRIGHT_TEXT("Document", "Specifications state"), Kind::Text, true},
    {"expense_class", RIGWRIGHT_TEXT("Document", "Expense class"), Kind::Text, true},
    {"comment", RIGWRIGHT_TEXT("Document", "Comment"), Kind::LongText, true},
}};

/// Writes one row after the other.
class LineTable {
public:
    LineTable(const SectionInput& input, const BomLayout& layout)
        : bom_(input.facts.bom)
        , say_(input.say)
        , layout_(layout)
    { }

    [[nodiscard]] DocumentTable make()
    {
        DocumentTable table = emptyTable(kBomTable, {}, kColumns, say_, bom_.currency);
        table.filter = true;
        table.rows.reserve(layout_.rows().size() + 1);
        for (const LineRow& row : layout_.rows()) {
            begin(row.kind);
            if (row.line != nullptr) {
                writeLine(*row.line, row.group);
            } else {
                writeAround(row);
            }
            table.rows.push_back(std::move(row_));
        }
        table.rows.push_back(totalRow());
        return table;
    }

private:
    void begin(DocumentRow::Kind kind) { row_ = {kind, std::vector<DocumentCell>(kLineColumnCount)}; }
    DocumentCell& at(LineColumn column) { return row_.cells[indexOf(column)]; }
    /// The cell of this row in a column, for its formulas.
    [[nodiscard]] CellRange here(LineColumn column) const
    {
        return CellRange::cell(kBomTable, rowIndex_, indexOf(column));
    }

    void writeAround(const LineRow& row)
    {
        at(LineColumn::Group) = textCell(layout_.groups()[row.group].name);
        at(LineColumn::Description) = textCell(row.label);
        if (row.kind == DocumentRow::Kind::Subtotal) {
            std::optional<Money> sum;
            for (std::size_t i = row.firstRow; i <= row.lastRow; ++i) {
                const BomLine* line = layout_.rows()[i].line;
                if (const auto total = line == nullptr ? std::nullopt : bom_.lineTotal(*line)) {
                    sum = sum.value_or(Money(0, bom_.currency)) + *total;
                }
            }
            at(LineColumn::LineTotal) = knownSumCell(bom_, sum, row.firstRow, row.lastRow);
        }
        ++rowIndex_;
    }

    [[nodiscard]] DocumentRow totalRow()
    {
        begin(DocumentRow::Kind::Total);
        at(LineColumn::Description) = textCell(say_(RIGWRIGHT_TEXT("Document", "Total of the lines")));
        at(LineColumn::LineTotal) = layout_.rows().empty()
            ? DocumentCell{CellValue(bom_.total())}
            : lineSumCell(bom_, bom_.total(), 0, layout_.totalRow() - 1);
        return std::move(row_);
    }

    void writeLine(const BomLine& line, std::size_t group)
    {
        writePart(line, layout_.groups()[group].name);
        writeQuantity(line);
        writeAmounts(line);
        writePrice(line);
        at(LineColumn::Attention) = textCell(say_.attention(bom_, line), CellTone::Attention);
        at(LineColumn::Comment) = textCell(line.comment);
        at(LineColumn::ExpenseClass) =
            textCell(line.owned ? std::string()
                                : say_(line.kind == BomLine::Kind::Service
                                           ? RIGWRIGHT_TEXT("Document", "operating expense")
                                           : RIGWRIGHT_TEXT("Document", "capital expense")));
        at(LineColumn::Approved) = textCell(line.approved ? say_.yesOrNo(true) : std::string());
        ++rowIndex_;
    }

    void writePart(const BomLine& line, const std::string& group)
    {
        const bool isService = line.kind == BomLine::Kind::Service;
        at(LineColumn::Number) = countCell(line.number);
        at(LineColumn::Position) = textCell(line.position);
        at(LineColumn::Group) = textCell(group);
        at(LineColumn::Category) =
            textCell(isService ? say_(RIGWRIGHT_TEXT("Document", "Service")) : say_.category(line.category));
        at(LineColumn::Description) = textCell(line.description);
        at(LineColumn::Manufacturer) = textCell(line.manufacturer);
        at(LineColumn::PartNumber) = textCell(line.partNumber);
        at(LineColumn::InternalNumber) = textCell(line.internalNumber);
        at(LineColumn::Specifications) = textCell(say_.specifications(line));
        at(LineColumn::Unit) = textCell(say_.unitOf(line));
        at(LineColumn::SpecsState) = textCell(isService ? std::string() : say_.verification(line.specsState));
    }

    void writeQuantity(const BomLine& line)
    {
        const std::int64_t quantity = bom_.quantity(line);
        if (line.kind != BomLine::Kind::Part) {
            at(LineColumn::Quantity) = countCell(quantity);
            return;
        }
        at(LineColumn::QuantityPerSystem) = countCell(line.quantityPerSystem);
        at(LineColumn::Systems) =
            formulaCell(std::int64_t{bom_.machines.at(line.machine).systems}, "{0}",
                        {CellRange::cell(kSystemsTable, line.machine, indexOf(SystemsColumn::Systems))});
        at(LineColumn::Quantity) = formulaCell(
            quantity, "{0}*{1}", {here(LineColumn::QuantityPerSystem), here(LineColumn::Systems)});
    }

    /// Blank as long as a figure is missing, so that a price that is typed in later counts at once.
    [[nodiscard]] DocumentCell amountCell(const std::optional<Money>& amount, const std::string& formula,
                                          std::vector<CellRange> ranges) const
    {
        const std::string rounded = roundedFormula(formula, bom_.currency);
        return formulaCell(knownCell(amount).value, "IF({0}=\"\",\"\"," + rounded + ")", std::move(ranges));
    }

    void writeAmounts(const BomLine& line)
    {
        const std::string decimals = std::to_string(bom_.currency.decimals());
        const std::optional<Money> total = bom_.lineTotal(line);
        at(LineColumn::UnitPrice) = knownCell(line.unitPrice);
        at(LineColumn::Discount) = shareCell(line.discount);
        at(LineColumn::NetUnitPrice) =
            amountCell(bom_.netUnitPrice(line), "{0}-ROUND({0}*{1}," + decimals + ")",
                       {here(LineColumn::UnitPrice), here(LineColumn::Discount)});
        at(LineColumn::LineTotal) =
            amountCell(total, "{0}*{1}", {here(LineColumn::NetUnitPrice), here(LineColumn::Quantity)});
        writeTax(total);
    }

    void writeTax(const std::optional<Money>& total)
    {
        const std::optional<Share>& rate = bom_.terms.taxRate;
        at(LineColumn::TaxRate) = formulaCell(knownCell(rate).value, "IF({0}=\"\",\"\",{0})",
                                              {totalsCell(TotalsRow::Tax, TotalsColumn::Rate)});
        const std::optional<Money> tax = total && rate ? std::optional(rate->of(*total)) : std::nullopt;
        const std::string missing = "IF(OR({0}=\"\",{1}=\"\"),\"\",";
        at(LineColumn::Tax) =
            formulaCell(knownCell(tax).value, missing + roundedFormula("{0}*{1}", bom_.currency) + ")",
                        {here(LineColumn::LineTotal), here(LineColumn::TaxRate)});
        const std::optional<Money> gross = tax ? std::optional(*total + *tax) : std::nullopt;
        at(LineColumn::Gross) =
            formulaCell(knownCell(gross).value, missing + roundedFormula("{0}+{1}", bom_.currency) + ")",
                        {here(LineColumn::LineTotal), here(LineColumn::Tax)});
    }

    void writePrice(const BomLine& line)
    {
        at(LineColumn::Supplier) = textCell(line.supplier);
        at(LineColumn::SupplierPartNumber) = textCell(line.supplierPartNumber);
        at(LineColumn::Link) = textCell(line.link);
        at(LineColumn::Link).link = line.link;
        at(LineColumn::PriceKind) = textCell(say_.priceKind(line));
        at(LineColumn::PriceSource) = textCell(line.priceSource);
        at(LineColumn::PriceRegion) = textCell(line.priceRegion);
        at(LineColumn::PriceDate) = knownCell(line.priceDate);
        if (const std::optional<int> age = bom_.priceAge(line)) {
            at(LineColumn::PriceAge) = countCell(*age);
        }
        const std::optional<PriceStanding> standing = bom_.priceStanding(line);
        const bool isSourced = standing && line.kind != BomLine::Kind::Service;
        at(LineColumn::PriceState) = textCell(isSourced ? say_.verification(standing->state) : std::string());
        at(LineColumn::QuoteNumber) = textCell(line.quoteNumber);
        at(LineColumn::QuoteValidUntil) = knownCell(line.priceValidUntil);
        if (line.leadTimeDays) {
            at(LineColumn::LeadTime) = countCell(*line.leadTimeDays);
        }
    }

    const Bom& bom_;
    const DocumentWords& say_;
    const BomLayout& layout_;
    DocumentRow row_;
    std::size_t rowIndex_ = 0;
};

} // namespace

DocumentTable lineTable(const SectionInput& input, const BomLayout& layout)
{
    return LineTable(input, layout).make();
}

} // namespace rigwright
