// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/rules.h"
#include "catalog/check/statistics.h"

#include <array>
#include <map>

namespace rigwright::checks {

namespace {

/// Per million tokens. The dearest models ask 150 USD for input and 600 for output; a price per thousand tokens is a thousandth.
void apiPriceRange(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kDollars{0, 600};
    for (const ApiOffer& offer : catalog.apiOffers) {
        for (const MoneyRate& rate : {offer.input, offer.output}) {
            const std::optional<double> dollars = inDollars(catalog, rate);
            if (dollars && !kDollars.hold(*dollars)) {
                report.error(offer.id,
                             figure(*dollars) + " USD a million tokens; expected " + kDollars.text());
            }
        }
    }
}

void cachedAboveInput(const Catalog& catalog, const RuleReport& report)
{
    for (const ApiOffer& offer : catalog.apiOffers) {
        if (offer.cachedInput && offer.cachedInput->currency() == offer.input.currency() &&
            offer.cachedInput->micros() > offer.input.micros()) {
            report.warning(offer.id,
                           "cached input at " + offer.cachedInput->decimal() + " is dearer than input at " +
                               offer.input.decimal());
        }
    }
}

void outputBelowInput(const Catalog& catalog, const RuleReport& report)
{
    for (const ApiOffer& offer : catalog.apiOffers) {
        if (offer.output.currency() == offer.input.currency() &&
            offer.output.micros() < offer.input.micros()) {
            report.warning(offer.id,
                           "output at " + offer.output.decimal() + " is cheaper than input at " +
                               offer.input.decimal());
        }
    }
}

void apiTokens(const Catalog& catalog, const RuleReport& report)
{
    constexpr std::int64_t kFewest = 256;
    constexpr std::int64_t kMost = 20'000'000;
    for (const ApiOffer& offer : catalog.apiOffers) {
        for (const auto& tokens : {offer.context, offer.maxOutput}) {
            if (tokens && (*tokens < kFewest || *tokens > kMost)) {
                report.warning(offer.id, std::to_string(*tokens) + " tokens of context or output");
            }
        }
    }
}

void apiModelUnknown(const Catalog& catalog, const RuleReport& report)
{
    for (const ApiOffer& offer : catalog.apiOffers) {
        if (!offer.model.empty() && !findModel(catalog, offer.model.text())) {
            report.error(offer.id,
                         "of the model '" + offer.model.text() + "', which the catalog doesn't have");
        }
    }
}

/// Providers of one open model ask similar prices; the dearest ask up to nine times the median.
void apiPriceOutlier(const Catalog& catalog, const RuleReport& report)
{
    constexpr std::size_t kFewest = 5;
    constexpr double kLeastFactor = 12;
    constexpr double kDeviations = 4;
    std::map<ModelId, std::vector<std::pair<const ApiOffer*, double>>> byModel;
    for (const ApiOffer& offer : catalog.apiOffers) {
        const std::optional<double> dollars = inDollars(catalog, offer.output);
        if (dollars && *dollars > 0 && !offer.model.empty()) {
            byModel[offer.model].emplace_back(&offer, *dollars);
        }
    }
    for (const auto& [model, offers] : byModel) {
        std::vector<double> figures;
        for (const auto& [offer, dollars] : offers) {
            figures.push_back(dollars);
        }
        const std::optional<LogSpread> spread = logSpread(std::move(figures), kFewest);
        for (const auto& [offer, dollars] : offers) {
            if (spread && spread->factor(dollars) > spread->allowedFactor(kLeastFactor, kDeviations)) {
                report.warning(offer->id,
                               figure(dollars) + " USD a million output tokens; the median of " +
                                   model.text() + " is " + figure(spread->median));
            }
        }
    }
}

constexpr std::array kRules{
    CatalogRule{"api-price-range", apiPriceRange},       CatalogRule{"cached-above-input", cachedAboveInput},
    CatalogRule{"output-below-input", outputBelowInput}, CatalogRule{"api-tokens", apiTokens},
    CatalogRule{"api-model-unknown", apiModelUnknown},   CatalogRule{"api-price-outlier", apiPriceOutlier},
};

} // namespace

std::span<const CatalogRule> apiRules()
{
    return kRules;
}

} // namespace rigwright::checks
