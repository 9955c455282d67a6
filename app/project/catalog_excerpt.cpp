// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/catalog_excerpt.h"

#include "costs/hosted.h"

#include <algorithm>
#include <set>

namespace rigwright {

namespace {

/// A part of the catalog, and the accelerator that it has on it or inside.
void addPart(const Catalog& catalog, const PartId& part, std::set<PartId>& ids)
{
    ids.insert(part);
    if (const Accelerator* card = findPart(catalog.cards, part)) {
        ids.insert(card->variantOf);
    }
    if (const CompleteSystem* system = findPart(catalog.systems, part)) {
        ids.insert(system->accelerator);
    }
}

std::set<PartId> partsOf(const Catalog& catalog, const std::vector<Build>& machines,
                         const Requirement& requirement)
{
    std::set<PartId> ids;
    for (const Build& machine : machines) {
        for (const BuildLine& line : machine.lines) {
            addPart(catalog, line.part, ids);
        }
    }
    for (const BuildLine& line : requirement.owned) {
        addPart(catalog, line.part, ids);
    }
    for (const CloudOffer& offer : catalog.cloudOffers) {
        if (!offer.accelerator.empty()) {
            ids.insert(offer.accelerator);
        }
    }
    return ids;
}

const ModelFacts* modelIn(const Catalog& catalog, const ModelId& id)
{
    const auto found = std::ranges::find(catalog.models, id, &ModelFacts::id);
    return found == catalog.models.end() ? nullptr : &*found;
}

/// Whose offers a comparison takes, where that is another model.
std::optional<ModelFacts> hostedModelOf(const Catalog& catalog, const ModelFacts& model,
                                        const Requirement& requirement, const Date& today)
{
    const auto hosted =
        hostedModels(catalog, model, requirement.workload, requirement.budget.currency(), today);
    if (!hosted || hosted->empty() || hosted->front().match == HostedMatch::Same) {
        return std::nullopt;
    }
    const ModelFacts* other = modelIn(catalog, hosted->front().offer.model);
    return other == nullptr ? std::nullopt : std::optional(*other);
}

void putModel(Catalog& catalog, const ModelFacts& model)
{
    const auto found = std::ranges::find(catalog.models, model.id, &ModelFacts::id);
    if (found != catalog.models.end()) {
        *found = model;
    } else {
        catalog.models.push_back(model);
    }
}

ExchangeRates ratesOf(const Catalog& catalog, const CatalogExcerpt& excerpt)
{
    std::vector<ExchangeRate> rates = excerpt.rates;
    for (const ExchangeRate& rate : catalog.rates.all()) {
        if (std::ranges::find(excerpt.rates, rate.currency, &ExchangeRate::currency) == excerpt.rates.end()) {
            rates.push_back(rate);
        }
    }
    return ExchangeRates(std::move(rates));
}

/// Those of the excerpt first: of several with a currency the first gives the defaults.
std::vector<Country> countriesOf(const Catalog& catalog, const CatalogExcerpt& excerpt)
{
    std::vector<Country> countries = excerpt.countries;
    for (const Country& country : catalog.countries) {
        if (std::ranges::find(excerpt.countries, country.code, &Country::code) == excerpt.countries.end()) {
            countries.push_back(country);
        }
    }
    return countries;
}

/// Where another model's stand for the model's, those alone: by what models are now, a third one could be nearer.
std::vector<ApiOffer> apiOffersOf(const CatalogExcerpt& excerpt)
{
    std::vector<ApiOffer> offers = excerpt.apiOffers;
    if (excerpt.hostedModel) {
        std::erase_if(offers, [&](const ApiOffer& offer) { return offer.model != excerpt.hostedModel->id; });
    }
    return offers;
}

} // namespace

CatalogExcerpt excerptOf(const CatalogView& view, const Catalog& catalog, const std::vector<Build>& machines,
                         const Requirement& requirement, const Date& today)
{
    CatalogExcerpt excerpt;
    excerpt.date = catalog.date;
    excerpt.pricedOn = today;
    for (const PartId& id : partsOf(catalog, machines, requirement)) {
        const PartEntry* entry = view.find(id);
        const PartInfo* info = findAnyPart(catalog, id).info;
        if (entry != nullptr && info != nullptr) {
            excerpt.parts.push_back({entry->sheet, entry->offers, info->groups});
        }
    }
    if (const ModelFacts* model = modelIn(catalog, requirement.model)) {
        excerpt.model = *model;
        excerpt.hostedModel = hostedModelOf(catalog, *model, requirement, today);
    }
    excerpt.rates = catalog.rates.all();
    excerpt.cloudOffers = catalog.cloudOffers;
    excerpt.apiOffers = catalog.apiOffers;
    excerpt.countries = catalog.countries;
    excerpt.pricePolicy = catalog.pricePolicy;
    return excerpt;
}

LaidExcerpt layExcerpt(Catalog catalog, const CatalogExcerpt& excerpt)
{
    if (excerpt.isEmpty()) {
        return {std::move(catalog), {}};
    }
    std::vector<LaidPart> parts;
    for (const ExcerptPart& part : excerpt.parts) {
        parts.push_back({&part.sheet, {.offers = part.offers, .groups = part.groups}});
    }
    LaidExcerpt laid;
    laid.problems = putParts(catalog, parts);
    for (const auto& model : {excerpt.model, excerpt.hostedModel}) {
        if (model) {
            putModel(catalog, *model);
        }
    }
    catalog.rates = ratesOf(catalog, excerpt);
    catalog.cloudOffers = excerpt.cloudOffers;
    catalog.apiOffers = apiOffersOf(excerpt);
    catalog.countries = countriesOf(catalog, excerpt);
    catalog.pricePolicy = excerpt.pricePolicy;
    catalog.date = excerpt.date;
    laid.catalog = std::move(catalog);
    return laid;
}

} // namespace rigwright
