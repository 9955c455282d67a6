// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/catalog_offers.h"

#include "cli/json.h"
#include "cli/report.h"
#include "units/format.h"

#include <ostream>
#include <sstream>

namespace rigwright {

namespace {

bool hasWords(const std::string& text, const std::string& words)
{
    const std::string lower = toLower(text);
    std::istringstream each(toLower(words));
    for (std::string word; each >> word;) {
        if (lower.find(word) == std::string::npos) {
            return false;
        }
    }
    return true;
}

Json orNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

Json rateJson(const MoneyRate& rate)
{
    return {{"amount", rate.decimal()}, {"currency", rate.currency().code()}};
}

std::string rateText(const MoneyRate& rate)
{
    return rate.decimal() + " " + rate.currency().code();
}

Json toJson(const CloudOffer& offer, const PriceAge& age)
{
    Json json = {{"id", offer.id},
                 {"name", offer.instance},
                 {"provider", offer.provider},
                 {"gpu_name", offer.gpuName},
                 {"gpu_count", offer.gpuCount},
                 {"gpu_memory_gib", offer.gpuMemoryEach.inGib()},
                 {"price_per_hour", rateJson(offer.pricePerHour)},
                 {"pricing", pricingModelName(offer.pricing)},
                 {"region", offer.region},
                 {"price_kind", priceKindName(offer.kind)},
                 {"price_date", offer.date.iso()},
                 {"price_source", offer.source}};
    json["accelerator"] = orNull(offer.accelerator.text());
    json.update(standingJson(age.standing(offer)));
    return json;
}

Json toJson(const ApiOffer& offer, const PriceAge& age)
{
    Json json = {{"id", offer.id},
                 {"name", offer.modelName},
                 {"provider", offer.provider},
                 {"provider_model", offer.providerModel},
                 {"aggregator", offer.aggregator},
                 {"input_per_million", rateJson(offer.input)},
                 {"output_per_million", rateJson(offer.output)},
                 {"price_kind", priceKindName(offer.kind)},
                 {"price_date", offer.date.iso()},
                 {"price_source", offer.source}};
    json["model"] = orNull(offer.model.text());
    json["cached_input_per_million"] = offer.cachedInput ? rateJson(*offer.cachedInput) : Json();
    json["context"] = offer.context ? Json(*offer.context) : Json();
    json["max_output"] = offer.maxOutput ? Json(*offer.maxOutput) : Json();
    json.update(standingJson(age.standing(offer)));
    return json;
}

void addRow(TextTable& table, const CloudOffer& offer, const PriceAge& age)
{
    table.add({offer.id, offer.provider, offer.instance, offer.accelerator.text(),
               std::to_string(offer.gpuCount), rateText(offer.pricePerHour), pricingModelName(offer.pricing),
               priceText(offer.kind, offer.date, age.standing(offer))});
}

void addRow(TextTable& table, const ApiOffer& offer, const PriceAge& age)
{
    table.add({offer.id, offer.provider, offer.modelName, rateText(offer.input), rateText(offer.output),
               offer.cachedInput ? rateText(*offer.cachedInput) : "",
               offer.context ? formatCount(*offer.context) : "",
               priceText(offer.kind, offer.date, age.standing(offer))});
}

std::string textOf(const CloudOffer& offer)
{
    return offer.id + ' ' + offer.provider + ' ' + offer.instance + ' ' + offer.gpuName + ' ' +
        offer.accelerator.text() + ' ' + pricingModelName(offer.pricing) + ' ' + offer.region;
}

std::string textOf(const ApiOffer& offer)
{
    return offer.id + ' ' + offer.provider + ' ' + offer.modelName + ' ' + offer.family + ' ' +
        offer.model.text();
}

template <class Offers>
void print(const Offers& offers, TextTable table, const std::string& category, const std::string& words,
           const PriceAge& age, bool asJson, std::ostream& out)
{
    Json items = Json::array();
    for (const auto& offer : offers) {
        if (!hasWords(textOf(offer), words)) {
            continue;
        }
        if (asJson) {
            items.push_back(toJson(offer, age));
        } else {
            addRow(table, offer, age);
        }
    }
    if (asJson) {
        out << Json({{"schema", "rigwright.catalog/1"}, {"category", category}, {"items", std::move(items)}})
                   .dump(2)
            << '\n';
    } else {
        table.print(out);
    }
}

} // namespace

void listOffers(const Catalog& catalog, const std::string& category, const std::string& words,
                const PriceAge& age, bool asJson, std::ostream& out)
{
    if (category == "cloud") {
        print(catalog.cloudOffers,
              TextTable(
                  {"id", "provider", "instance", "accelerator", "count", "an hour", "pricing", "price from"},
                  {4, 5}),
              category, words, age, asJson, out);
    } else {
        print(catalog.apiOffers,
              TextTable({"id", "provider", "model", "input", "output", "cached", "context", "price from"},
                        {3, 4, 5, 6}),
              category, words, age, asJson, out);
    }
}

} // namespace rigwright
