// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/hosted.h"

#include "costs/cash_flow.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace rigwright {

namespace {

/// Free offers are limited in how much they answer, so their price says nothing.
bool hasPrice(const ApiOffer& offer)
{
    return offer.input.micros() > 0 || offer.output.micros() > 0;
}

/// What an offer doesn't say of its lengths is trusted.
bool hasRoom(const ApiOffer& offer, const Workload& workload)
{
    return (!offer.context || *offer.context >= workload.promptTokens + workload.outputTokens) &&
        (!offer.maxOutput || *offer.maxOutput >= workload.outputTokens);
}

/// Offers that answer the requests at a price, by the model that they are in the catalog.
using OffersByModel = std::map<ModelId, std::vector<const ApiOffer*>>;

OffersByModel usableOffers(const Catalog& catalog, const Workload& workload)
{
    OffersByModel offers;
    for (const ApiOffer& offer : catalog.apiOffers) {
        if (!offer.model.empty() && hasPrice(offer) && hasRoom(offer, workload)) {
            offers[offer.model].push_back(&offer);
        }
    }
    return offers;
}

/// How many times as large, whichever is the larger, as a logarithm.
double apart(std::int64_t a, std::int64_t b)
{
    return std::abs(std::log(static_cast<double>(std::max<std::int64_t>(1, a)) /
                             static_cast<double>(std::max<std::int64_t>(1, b))));
}

struct Size {
    std::int64_t total = 0;
    std::int64_t active = 0;
};

/// A description from which no weights follow counts as dense.
Size sizeOf(const ModelFacts& model)
{
    const Expected<QuantizedModel> weighed = quantize(model, WeightFormat::Fp16);
    return {model.parameters > 0 || !weighed ? model.parameters : weighed->parameters,
            weighed ? weighed->activeParameters : model.parameters};
}

struct Choice {
    const ModelFacts* model = nullptr; ///< null: nobody hosts one
    HostedMatch match = HostedMatch::SimilarSize;
};

/// The hosted model that comes first by a measure; of equals, the first of the catalog.
template <class Measure>
const ModelFacts* nearest(const Catalog& catalog, const OffersByModel& offers, const Measure& measure)
{
    const ModelFacts* best = nullptr;
    double least = 0;
    for (const ModelFacts& model : catalog.models) {
        if (!offers.contains(model.id)) {
            continue;
        }
        const std::optional<double> distance = measure(model);
        if (distance && (best == nullptr || *distance < least)) {
            best = &model;
            least = *distance;
        }
    }
    return best;
}

Choice chooseModel(const Catalog& catalog, const OffersByModel& offers, const ModelFacts& wanted)
{
    if (offers.contains(wanted.id)) {
        return {&wanted, HostedMatch::Same};
    }
    const auto inFamily = [&](const ModelFacts& model) -> std::optional<double> {
        const bool related = !wanted.family.empty() && model.family == wanted.family;
        return related ? std::optional(apart(model.parameters, wanted.parameters)) : std::nullopt;
    };
    if (const ModelFacts* model = nearest(catalog, offers, inFamily)) {
        return {model, HostedMatch::Family};
    }
    const Size size = sizeOf(wanted);
    const auto bySize = [&](const ModelFacts& model) -> std::optional<double> {
        const Size other = sizeOf(model);
        return apart(other.total, size.total) + apart(other.active, size.active);
    };
    return {nearest(catalog, offers, bySize), HostedMatch::SimilarSize};
}

} // namespace

Expected<std::vector<HostedModel>> hostedModels(const Catalog& catalog, const ModelFacts& model,
                                                const Workload& workload, Currency currency,
                                                const Date& today)
{
    std::vector<HostedModel> hosted;
    const OffersByModel offers = usableOffers(catalog, workload);
    const Choice choice = chooseModel(catalog, offers, model);
    if (choice.model == nullptr) {
        return hosted;
    }
    for (const ApiOffer* offer : offers.at(choice.model->id)) {
        const Expected<double> exchange = exchangeFactor(catalog.rates, offer->input.currency(), currency);
        if (!exchange) {
            return tl::unexpected(exchange.error());
        }
        hosted.push_back({*offer, choice.match, choice.model->name, *exchange,
                          standingOf(*offer, today, catalog.pricePolicy)});
    }
    return hosted;
}

} // namespace rigwright
