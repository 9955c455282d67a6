// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json_values.h"
#include "project/order_json.h"

namespace rigwright {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t kMostQuoteLines = 10'000;
constexpr int kMostOfAPart = 10'000'000;
constexpr int kLongestLeadDays = 36'500;

ordered_json lineJson(const QuoteLine& line)
{
    return {{"part", printableText(line.part.text())},
            {"substitute",
             line.substitute ? ordered_json(printableText(line.substitute->text())) : ordered_json()},
            {"offered", printableLines(line.offered)},
            {"quantity", line.quantity},
            {"unit_price", valueJson(line.unitPrice)},
            {"part_number", printableText(line.partNumber)},
            {"supplier_part_number", printableText(line.supplierPartNumber)},
            {"lead_time_days", numberJson(line.leadTimeDays)},
            {"valid_until", valueJson(line.validUntil)},
            {"remarks", printableLines(line.remarks)}};
}

QuoteLine readLine(ObjectReader& object)
{
    object.refuseOthers({"part", "substitute", "offered", "quantity", "unit_price", "part_number",
                         "supplier_part_number", "lead_time_days", "valid_until", "remarks"});
    QuoteLine line;
    line.part = PartId(object.label("part"));
    line.substitute = readOptional(object, "substitute", [](ObjectReader& reader, const char* key) {
        return PartId(reader.label(key));
    });
    line.offered = object.paragraphs("offered");
    line.quantity = static_cast<int>(object.whole("quantity", 1, kMostOfAPart));
    line.unitPrice = readPrice(object, "unit_price");
    line.partNumber = object.line("part_number");
    line.supplierPartNumber = object.line("supplier_part_number");
    line.leadTimeDays = readOptional(object, "lead_time_days", [](ObjectReader& reader, const char* key) {
        return static_cast<int>(reader.whole(key, 0, kLongestLeadDays));
    });
    line.validUntil = object.optionalDate("valid_until");
    line.remarks = object.paragraphs("remarks");
    return line;
}

} // namespace

ordered_json quoteJson(const Quote& quote)
{
    return {{"supplier", printableText(quote.supplier)},
            {"number", printableText(quote.number)},
            {"date", valueJson(quote.date)},
            {"valid_until", valueJson(quote.validUntil)},
            {"currency", quote.currency.code()},
            {"shipping", valueJson(quote.shipping)},
            {"lines", listJson(quote.lines, lineJson)}};
}

Quote readQuoteJson(ObjectReader& object)
{
    object.refuseOthers({"supplier", "number", "date", "valid_until", "currency", "shipping", "lines"});
    Quote quote;
    quote.supplier = object.line("supplier");
    quote.number = object.line("number");
    quote.date = object.date("date");
    quote.validUntil = object.optionalDate("valid_until");
    quote.currency = object.currency("currency");
    quote.shipping = readPrice(object, "shipping");
    quote.lines = object.all("lines", kMostQuoteLines, "lines", readLine);
    return quote;
}

} // namespace rigwright
