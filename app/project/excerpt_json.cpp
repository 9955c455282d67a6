// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/excerpt_json.h"

#include "project/model_facts_json.h"
#include "project/offer_fields.h"

#include <algorithm>
#include <set>

namespace rigwright {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kMostParts = 10'000;
constexpr std::size_t kMostPrices = 10'000;
constexpr std::size_t kMostGroups = 100;
constexpr std::size_t kMostRates = 1'000;
constexpr std::size_t kMostOffers = 100'000;
constexpr std::size_t kMostCountries = 1'000;
constexpr int kMostDays = 100'000;

ordered_json cellsJson(const PartSheet& sheet)
{
    ordered_json cells = ordered_json::object();
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
        if (!sheet.cells[i].empty()) {
            cells[sheet.spec->columns[i].name] = printableLines(sheet.cells[i]);
        }
    }
    return cells;
}

ordered_json partJson(const ExcerptPart& part)
{
    return {{"table", part.sheet.spec->name},
            {"cells", cellsJson(part.sheet)},
            {"prices", listJson(part.offers, fieldsJson<Offer>)},
            {"groups", listJson(part.groups, fieldsJson<SpecGroup>)}};
}

PartSheet readSheet(ObjectReader& object, const TableSpec& spec)
{
    PartSheet sheet = emptySheet(spec, PartId());
    object.member("cells", [&](ObjectReader& cells) {
        std::vector<const char*> columns;
        for (std::size_t i = 0; i < spec.columns.size(); ++i) {
            const char* column = spec.columns[i].name.c_str();
            columns.push_back(column);
            sheet.cells[i] = cells.valueOf(column) == nullptr ? std::string() : cells.paragraphs(column);
        }
        cells.refuseOthers(columns);
        if (sheet.cells.front().empty()) {
            cells.refuse(columns.front(), "the id of a part");
        }
    });
    return sheet;
}

ExcerptPart readPart(ObjectReader& object)
{
    object.refuseOthers({"table", "cells", "prices", "groups"});
    ExcerptPart part;
    const TableSpec* spec = findPartTable(object.text("table"));
    if (spec == nullptr) {
        object.refuse("table", "a table of parts, such as cpus");
        return part;
    }
    part.sheet = readSheet(object, *spec);
    part.offers = object.all("prices", kMostPrices, "prices", readFields<Offer>);
    part.groups = object.all("groups", kMostGroups, "groups", readFields<SpecGroup>);
    return part;
}

void readParts(ObjectReader& object, CatalogExcerpt& excerpt)
{
    std::set<PartId> ids;
    object.each("parts", kMostParts, "parts", [&](ObjectReader& reader) {
        ExcerptPart part = readPart(reader);
        if (!reader.error() && !ids.insert(part.sheet.id()).second) {
            reader.refuse(Error{reader.whereIs("cells.id") + ": expected an id of its own, got " +
                                quotedText(part.sheet.id().text())});
        }
        excerpt.parts.push_back(std::move(part));
    });
}

ExchangeRate readRate(ObjectReader& object)
{
    auto rate = readFields<ExchangeRate>(object);
    (void)object.within("per_usd", kLeastRate, kMostRate);
    return rate;
}

std::optional<ModelFacts> readModel(ObjectReader& object, const char* key)
{
    std::optional<ModelFacts> model;
    if (object.valueOf(key) != nullptr) {
        object.member(key, [&](ObjectReader& reader) { model = readModelFacts(reader); });
    }
    return model;
}

} // namespace

ordered_json excerptJson(const CatalogExcerpt& excerpt)
{
    const auto model = [](const std::optional<ModelFacts>& facts) {
        return facts ? modelFactsJson(*facts) : ordered_json();
    };
    return {{"date", valueJson(excerpt.date)},
            {"priced_on", valueJson(excerpt.pricedOn)},
            {"price_old_after_days", excerpt.pricePolicy.oldAfterDays},
            {"model", model(excerpt.model)},
            {"hosted_model", model(excerpt.hostedModel)},
            {"parts", listJson(excerpt.parts, partJson)},
            {"rates", listJson(excerpt.rates, fieldsJson<ExchangeRate>)},
            {"countries", listJson(excerpt.countries, fieldsJson<Country>)},
            {"cloud_offers", listJson(excerpt.cloudOffers, fieldsJson<CloudOffer>)},
            {"api_offers", listJson(excerpt.apiOffers, fieldsJson<ApiOffer>)}};
}

CatalogExcerpt readExcerptJson(ObjectReader& object)
{
    object.refuseOthers({"date", "priced_on", "price_old_after_days", "model", "hosted_model", "parts",
                         "rates", "countries", "cloud_offers", "api_offers"});
    CatalogExcerpt excerpt;
    excerpt.date = object.date("date");
    excerpt.pricedOn = object.date("priced_on");
    excerpt.pricePolicy.oldAfterDays = static_cast<int>(object.whole("price_old_after_days", 0, kMostDays));
    excerpt.model = readModel(object, "model");
    excerpt.hostedModel = readModel(object, "hosted_model");
    readParts(object, excerpt);
    excerpt.rates = object.all("rates", kMostRates, "exchange rates", readRate);
    excerpt.countries = object.all("countries", kMostCountries, "countries", readFields<Country>);
    excerpt.cloudOffers = object.all("cloud_offers", kMostOffers, "offers", readFields<CloudOffer>);
    excerpt.apiOffers = object.all("api_offers", kMostOffers, "offers", readFields<ApiOffer>);
    return excerpt;
}

} // namespace rigwright
