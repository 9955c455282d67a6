// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/quotes_answer.h"

namespace rigwright {

namespace {

Json orNull(const std::optional<Money>& amount)
{
    return amount ? toJson(*amount) : Json(nullptr);
}

Json orNull(const std::optional<Date>& date)
{
    return date ? Json(date->iso()) : Json(nullptr);
}

Json orNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json quoteLineJson(const QuoteLine& line)
{
    return {{"line", line.part.text()},
            {"quantity", line.quantity},
            {"unit_price", orNull(line.unitPrice)},
            {"part_number", orNull(line.partNumber)},
            {"supplier_part_number", orNull(line.supplierPartNumber)},
            {"lead_time_days", line.leadTimeDays ? Json(*line.leadTimeDays) : Json(nullptr)},
            {"valid_until", orNull(line.validUntil)},
            {"substitute", line.substitute ? Json(line.substitute->text()) : Json(nullptr)},
            {"offered", orNull(line.offered)},
            {"remarks", orNull(line.remarks)}};
}

Json quoteJson(const Quote& quote)
{
    Json lines = Json::array();
    for (const QuoteLine& line : quote.lines) {
        lines.push_back(quoteLineJson(line));
    }
    return {{"supplier", quote.supplier},        {"number", orNull(quote.number)},
            {"date", quote.date.iso()},          {"valid_until", orNull(quote.validUntil)},
            {"currency", quote.currency.code()}, {"shipping", orNull(quote.shipping)},
            {"lines", std::move(lines)}};
}

Json fileJson(const ImportedQuote& imported)
{
    Json notes = Json::array();
    for (const QuoteImportNote& note : imported.import.notes) {
        Json json = toJson(std::vector<Finding>{note.finding}).front();
        json["row"] = note.row;
        json["line"] = orNull(note.id);
        notes.push_back(std::move(json));
    }
    return {{"file", imported.file},
            {"quote", quoteJson(imported.import.quote)},
            {"notes", std::move(notes)},
            {"unanswered", imported.import.unanswered}};
}

Json priceJson(const QuotedPrice& price)
{
    return {{"quote", price.quote},
            {"unit_price", orNull(price.unitPrice)},
            {"expired", price.expired},
            {"broken", price.broken ? toJson(std::vector<Finding>{*price.broken}).front() : Json(nullptr)},
            {"usable", price.isUsable()}};
}

Json comparisonJson(const QuoteComparison& comparison, const std::vector<Quote>& quotes)
{
    Json parts = Json::array();
    for (const QuotedPart& part : comparison.parts) {
        Json prices = Json::array();
        for (const QuotedPrice& price : part.prices) {
            prices.push_back(priceJson(price));
        }
        parts.push_back({{"part", part.part.text()},
                         {"description", part.description},
                         {"quantity", part.quantity},
                         {"unit_price", orNull(part.unitPrice)},
                         {"prices", std::move(prices)},
                         {"best_quote", part.best ? Json(part.prices[*part.best].quote) : Json(nullptr)}});
    }
    Json suppliers = Json::array();
    for (const SupplierTotal& supplier : comparison.suppliers) {
        suppliers.push_back({{"quote", supplier.quote},
                             {"supplier", quotes[supplier.quote].supplier},
                             {"total", toJson(supplier.total)},
                             {"missing", supplier.missing}});
    }
    return {{"parts", std::move(parts)},
            {"suppliers", std::move(suppliers)},
            {"cheapest_mix", toJson(comparison.cheapestMix)},
            {"without_price", comparison.withoutPrice}};
}

/// Prices of all systems together, and of each kind of machine.
Json machinesJson(const QuotesAnswer& answer)
{
    const Money nothing(0, answer.machines.front().before.currency());
    Money before = nothing;
    Money after = nothing;
    int systems = 0;
    Json each = Json::array();
    for (const QuotedMachine& machine : answer.machines) {
        before += machine.before * machine.systems;
        after += machine.after * machine.systems;
        systems += machine.systems;
        each.push_back({{"name", machine.name},
                        {"systems", machine.systems},
                        {"price_each_without_quotes", toJson(machine.before)},
                        {"price_each_with_quotes", toJson(machine.after)}});
    }
    return {{"systems", systems},
            {"price_without_quotes", toJson(before)},
            {"price_with_quotes", toJson(after)},
            {"each", std::move(each)},
            {"proposed", answer.proposed ? Json(answer.proposed->title) : Json(nullptr)},
            {"proposed_price", answer.proposed ? toJson(answer.proposed->price) : Json(nullptr)}};
}

} // namespace

Json toJson(const QuotesAnswer& answer)
{
    Json json{{"schema", "rigwright.quotes/1"}};
    Json files = Json::array();
    for (const ImportedQuote& file : answer.files) {
        files.push_back(fileJson(file));
    }
    json["files"] = std::move(files);
    if (answer.comparison) {
        Json quotes = Json::array();
        for (const Quote& quote : answer.quotes) {
            quotes.push_back(quoteJson(quote));
        }
        json["quotes"] = std::move(quotes);
        json["comparison"] = comparisonJson(*answer.comparison, answer.quotes);
    }
    if (!answer.machines.empty()) {
        json["machines"] = machinesJson(answer);
    }
    json["findings"] = toJson(answer.findings);
    json["saved"] = orNull(answer.saved);
    return json;
}

} // namespace rigwright
