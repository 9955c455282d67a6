// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/columns.h"
#include "bom/sheets.h"

namespace rigwright {

namespace {

constexpr std::size_t kWidestColumn = 38;
/// The values of the title block stand beside labels that run over the two narrow first columns.
constexpr lxw_col_t kValueColumn = 2;

constexpr lxw_col_t columnOf(BomColumn column)
{
    return static_cast<lxw_col_t>(column);
}

Cell at(lxw_row_t row, BomColumn column)
{
    return {row, columnOf(column)};
}

/// Writes the bill of materials from the top down.
class BomSheet {
public:
    BomSheet(const Workbook& workbook, const Bom& bom)
        : bom_(bom)
        , sheet_(workbook, "Bill of materials")
        , formats_(sheet_.formats())
    { }

    void write()
    {
        writeTitleBlock();
        writeHead();
        for (const BomLine& line : bom_.lines) {
            writeLine(line);
            ++row_;
        }
        if (!bom_.lines.empty()) {
            worksheet_autofilter(sheet_.get(), headRow_, 0, row_ - 1, lastColumn());
        }
        writeTotal();
        sheet_.fitColumns(kWidestColumn);
        sheet_.setUpPage(row_, lastColumn(), headRow_);
    }

private:
    static lxw_col_t lastColumn() { return columnOf(kBomColumns.back()); }

    void writeLabelled(const char* label, std::string_view value)
    {
        sheet_.heading({row_, 0}, label, formats_.label);
        sheet_.heading({row_, kValueColumn}, value, nullptr);
        ++row_;
    }

    void writeTitleBlock()
    {
        sheet_.heading({row_++, 0}, bom_.title, formats_.title);
        writeLabelled("Workload", bom_.machines.front().workload);
        writeLabelled("Result", bom_.machines.front().result);
        sheet_.heading({row_, 0}, "Prepared on", formats_.label);
        sheet_.date({row_++, kValueColumn}, bom_.preparedOn, formats_.plainDate);
        sheet_.heading({row_, 0}, "Catalog of", formats_.label);
        sheet_.date({row_++, kValueColumn}, bom_.catalogDate, formats_.plainDate);
        const std::string rate = rateText(bom_);
        writeLabelled("Currency", bom_.currency.code() + ", before tax" + (rate.empty() ? "" : "; " + rate));
        sheet_.heading({row_, 0}, "Systems", formats_.label);
        systems_ = {row_, kValueColumn};
        sheet_.number(systems_, bom_.systems(), formats_.plainNumber);
        row_ += 2;
    }

    static bool holdsFigures(BomColumn column)
    {
        return column == BomColumn::QuantityPerSystem || column == BomColumn::Quantity ||
            column == BomColumn::UnitPrice || column == BomColumn::LineTotal || column == BomColumn::PriceAge;
    }

    void writeHead()
    {
        headRow_ = row_;
        for (const BomColumn column : kBomColumns) {
            sheet_.head(at(row_, column), columnTitle(column, bom_.currency),
                        holdsFigures(column) ? formats_.wrappedHead : formats_.head);
        }
        ++row_;
        worksheet_freeze_panes(sheet_.get(), row_, 0);
    }

    void writeLine(const BomLine& line)
    {
        sheet_.number(at(row_, BomColumn::Number), line.number, formats_.integer);
        sheet_.text(at(row_, BomColumn::Category), categoryLabel(line.category), formats_.text);
        sheet_.text(at(row_, BomColumn::Manufacturer), line.manufacturer, formats_.wrapped);
        sheet_.text(at(row_, BomColumn::Description), line.description, formats_.wrapped);
        sheet_.text(at(row_, BomColumn::PartNumber), line.partNumber, formats_.wrapped);
        sheet_.text(at(row_, BomColumn::Specifications), line.specifications, formats_.wrapped);
        writeQuantities(line);
        writePrice(line);
        sheet_.text(at(row_, BomColumn::PriceState), priceStateText(bom_, line), formats_.text);
        sheet_.text(at(row_, BomColumn::SpecsState), verificationName(line.specsState), formats_.text);
        sheet_.text(at(row_, BomColumn::Flags), lineFlags(bom_, line), formats_.attention);
    }

    void writeQuantities(const BomLine& line)
    {
        const Cell perSystem = at(row_, BomColumn::QuantityPerSystem);
        sheet_.number(perSystem, line.quantityPerSystem, formats_.integer);
        sheet_.formula(at(row_, BomColumn::Quantity), "=" + perSystem.name() + "*" + systems_.absoluteName(),
                       bom_.quantity(line), formats_.integer);
    }

    void writePrice(const BomLine& line)
    {
        const Cell unitPrice = at(row_, BomColumn::UnitPrice);
        const Cell lineTotal = at(row_, BomColumn::LineTotal);
        if (!line.unitPrice) {
            for (const BomColumn column :
                 {BomColumn::UnitPrice, BomColumn::LineTotal, BomColumn::PriceKind, BomColumn::PriceSource,
                  BomColumn::PriceDate, BomColumn::PriceAge}) {
                sheet_.text(at(row_, column), "", formats_.text);
            }
            return;
        }
        sheet_.money(unitPrice, *line.unitPrice, formats_.money);
        sheet_.formula(lineTotal, "=" + at(row_, BomColumn::Quantity).name() + "*" + unitPrice.name(),
                       bom_.lineTotal(line)->toDouble(), formats_.money);
        sheet_.text(at(row_, BomColumn::PriceKind), priceKindText(line), formats_.text);
        sheet_.text(at(row_, BomColumn::PriceSource), line.priceSource, formats_.wrapped);
        if (line.priceDate) {
            sheet_.date(at(row_, BomColumn::PriceDate), *line.priceDate, formats_.date);
        }
        if (const auto age = bom_.priceAge(line)) {
            sheet_.number(at(row_, BomColumn::PriceAge), *age, formats_.integer);
        }
    }

    void writeTotal()
    {
        for (const BomColumn column : kBomColumns) {
            sheet_.text(at(row_, column), "", formats_.totalLabel);
        }
        sheet_.text(at(row_, BomColumn::Description), "Total", formats_.totalLabel);
        sheet_.heading(at(row_, BomColumn::PriceKind), totalFlags(bom_), formats_.totalLabel);
        const Cell total = at(row_, BomColumn::LineTotal);
        if (bom_.lines.empty()) {
            sheet_.money(total, bom_.total(), formats_.totalMoney);
            return;
        }
        const std::string range =
            at(headRow_ + 1, BomColumn::LineTotal).name() + ":" + at(row_ - 1, BomColumn::LineTotal).name();
        sheet_.formula(total, "=SUM(" + range + ")", bom_.total().toDouble(), formats_.totalMoney);
    }

    const Bom& bom_;
    Sheet sheet_;
    const CellFormats& formats_;
    lxw_row_t row_ = 0;
    lxw_row_t headRow_ = 0;
    Cell systems_;
};

} // namespace

void addBomSheet(const Workbook& workbook, const Bom& bom)
{
    BomSheet(workbook, bom).write();
}

} // namespace rigwright
