// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/request_form.h"

#include "units/finding.h"

#include <span>

namespace rigwright {

const char* formKey(FormField field)
{
    switch (field) {
    case FormField::DocumentNumber: return "request_number";
    case FormField::RequestDate: return "request_date";
    case FormField::AnswerBy: return "answer_by";
    case FormField::ShipTo: return "ship_to";
    case FormField::WantedCurrency: return "wanted_currency";
    case FormField::Supplier: return "supplier";
    case FormField::QuoteNumber: return "quote_number";
    case FormField::QuoteDate: return "quote_date";
    case FormField::ValidUntil: return "quote_valid_until";
    case FormField::Currency: return "quote_currency";
    case FormField::Shipping: return "shipping";
    }
    return "";
}

const char* formKey(FormColumn column)
{
    switch (column) {
    case FormColumn::LineId: return "line_id";
    case FormColumn::Manufacturer: return "manufacturer";
    case FormColumn::Description: return "description";
    case FormColumn::PartNumber: return "part_number";
    case FormColumn::Specifications: return "specifications";
    case FormColumn::Quantity: return "quantity";
    case FormColumn::UnitPrice: return "unit_price";
    case FormColumn::Currency: return "currency";
    case FormColumn::OfferedPartNumber: return "offered_part_number";
    case FormColumn::SupplierPartNumber: return "supplier_part_number";
    case FormColumn::LeadTime: return "lead_time_days";
    case FormColumn::ValidUntil: return "valid_until";
    case FormColumn::Substitute: return "substitute";
    case FormColumn::Remarks: return "remarks";
    }
    return "";
}

const char* formTitle(FormField field)
{
    switch (field) {
    case FormField::DocumentNumber: return RIGWRIGHT_TEXT("Quote", "Request number");
    case FormField::RequestDate: return RIGWRIGHT_TEXT("Quote", "Date of request");
    case FormField::AnswerBy: return RIGWRIGHT_TEXT("Quote", "Please answer by");
    case FormField::ShipTo: return RIGWRIGHT_TEXT("Quote", "Ship to");
    case FormField::WantedCurrency: return RIGWRIGHT_TEXT("Quote", "Currency wished for");
    case FormField::Supplier: return RIGWRIGHT_TEXT("Quote", "Supplier");
    case FormField::QuoteNumber: return RIGWRIGHT_TEXT("Quote", "Quote number");
    case FormField::QuoteDate: return RIGWRIGHT_TEXT("Quote", "Date of quote");
    case FormField::ValidUntil: return RIGWRIGHT_TEXT("Quote", "Quote valid until");
    case FormField::Currency: return RIGWRIGHT_TEXT("Quote", "Currency of prices");
    case FormField::Shipping: return RIGWRIGHT_TEXT("Quote", "Shipping, whole order, before tax");
    }
    return "";
}

const char* formTitle(FormColumn column)
{
    switch (column) {
    case FormColumn::LineId: return RIGWRIGHT_TEXT("Quote", "Line");
    case FormColumn::Manufacturer: return RIGWRIGHT_TEXT("Quote", "Manufacturer");
    case FormColumn::Description: return RIGWRIGHT_TEXT("Quote", "Description");
    case FormColumn::PartNumber: return RIGWRIGHT_TEXT("Quote", "Part number");
    case FormColumn::Specifications: return RIGWRIGHT_TEXT("Quote", "Key specifications");
    case FormColumn::Quantity: return RIGWRIGHT_TEXT("Quote", "Quantity");
    case FormColumn::UnitPrice: return RIGWRIGHT_TEXT("Quote", "Unit price before tax");
    case FormColumn::Currency: return RIGWRIGHT_TEXT("Quote", "Currency, if another");
    case FormColumn::OfferedPartNumber: return RIGWRIGHT_TEXT("Quote", "Part number offered");
    case FormColumn::SupplierPartNumber: return RIGWRIGHT_TEXT("Quote", "Your article number");
    case FormColumn::LeadTime: return RIGWRIGHT_TEXT("Quote", "Lead time (days)");
    case FormColumn::ValidUntil: return RIGWRIGHT_TEXT("Quote", "Valid until, if another");
    case FormColumn::Substitute: return RIGWRIGHT_TEXT("Quote", "Substitute offered (manufacturer and part)");
    case FormColumn::Remarks: return RIGWRIGHT_TEXT("Quote", "Remarks");
    }
    return "";
}

const char* formHeading()
{
    return RIGWRIGHT_TEXT("Quote", "Request for quotation");
}

const char* formInstruction()
{
    return RIGWRIGHT_TEXT("Quote",
                          "Please fill in the coloured cells: unit prices without tax, dates as "
                          "year-month-day. Leave the rest as it is, the small grey words too: by them the "
                          "answer is read. A price left empty means: not offered.");
}

std::optional<FormField> formField(std::string_view key)
{
    for (const auto& fields : {std::span<const FormField>(kAskedFields), {kAnswerFields}}) {
        for (const FormField field : fields) {
            if (key == formKey(field)) {
                return field;
            }
        }
    }
    return std::nullopt;
}

std::optional<FormColumn> formColumn(std::string_view key)
{
    for (const FormColumn column : kFormColumns) {
        if (key == formKey(column)) {
            return column;
        }
    }
    return std::nullopt;
}

} // namespace rigwright
