// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/rules.h"
#include "catalog/check/statistics.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace rigwright::checks {

namespace {

/// For one accelerator and hour; nothing: no rate, no accelerator or no price.
std::optional<double> dollarsPerGpu(const Catalog& catalog, const CloudOffer& offer)
{
    const std::optional<double> dollars = inDollars(catalog, offer.pricePerHour);
    if (!dollars || offer.gpuCount < 1 || *dollars <= 0) {
        return std::nullopt;
    }
    return *dollars / offer.gpuCount;
}

void cloudPriceNotPositive(const Catalog& catalog, const RuleReport& report)
{
    for (const CloudOffer& offer : catalog.cloudOffers) {
        if (offer.pricePerHour.micros() <= 0 || offer.gpuCount < 1) {
            report.error(offer.id,
                         offer.pricePerHour.decimal() + " " + offer.pricePerHour.currency().code() +
                             " an hour for " + std::to_string(offer.gpuCount) + " accelerators");
        }
    }
}

/// Marketing figures and what the driver reports differ by some per cent.
void cloudMemoryUnlikeAccelerator(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kShare{0.85, 1.1};
    for (const CloudOffer& offer : catalog.cloudOffers) {
        const Accelerator* accelerator = findPart(catalog.accelerators, offer.accelerator);
        if (accelerator != nullptr && !kShare.hold(offer.gpuMemoryEach / accelerator->memory)) {
            report.error(offer.id,
                         figure(offer.gpuMemoryEach.inGib()) + " GiB each; " + offer.accelerator.text() +
                             " has " + figure(accelerator->memory.inGib()) + " GiB");
        }
    }
}

void cloudAcceleratorUnknown(const Catalog& catalog, const RuleReport& report)
{
    for (const CloudOffer& offer : catalog.cloudOffers) {
        if (!offer.accelerator.empty() && findPart(catalog.accelerators, offer.accelerator) == nullptr) {
            report.error(offer.id, "has '" + offer.accelerator.text() + "', which the catalog doesn't have");
        }
    }
}

bool isMarket(PricingModel pricing)
{
    return pricing == PricingModel::Spot || pricing == PricingModel::Marketplace;
}

/// Within one accelerator; markets ask less than list prices, and are compared with each other. Hyperscalers ask up to eight times
/// what the cheapest ask, so that only a slip of ten stands out.
void cloudPriceOutlier(const Catalog& catalog, const RuleReport& report)
{
    constexpr std::size_t kFewest = 5;
    constexpr double kLeastFactor = 9;
    constexpr double kDeviations = 4;
    std::map<std::tuple<PartId, bool>, std::vector<std::pair<const CloudOffer*, double>>> byKind;
    for (const CloudOffer& offer : catalog.cloudOffers) {
        const std::optional<double> dollars = dollarsPerGpu(catalog, offer);
        if (dollars && !offer.accelerator.empty()) {
            byKind[{offer.accelerator, isMarket(offer.pricing)}].emplace_back(&offer, *dollars);
        }
    }
    for (const auto& [kind, offers] : byKind) {
        std::vector<double> figures;
        for (const auto& [offer, dollars] : offers) {
            figures.push_back(dollars);
        }
        const std::optional<LogSpread> spread = logSpread(std::move(figures), kFewest);
        for (const auto& [offer, dollars] : offers) {
            if (spread && spread->factor(dollars) > spread->allowedFactor(kLeastFactor, kDeviations)) {
                report.warning(offer->id,
                               figure(dollars) + " USD an accelerator and hour (" +
                                   pricingModelName(offer->pricing) + "); the median of " +
                                   offer->accelerator.text() + " is " + figure(spread->median));
            }
        }
    }
}

/// Where one provider's offers differ in the pricing model alone.
void spotAboveOnDemand(const Catalog& catalog, const RuleReport& report)
{
    std::map<std::tuple<std::string, std::string, std::string>, const CloudOffer*> onDemand;
    for (const CloudOffer& offer : catalog.cloudOffers) {
        if (offer.pricing == PricingModel::OnDemand) {
            onDemand[{offer.provider, offer.instance, offer.region}] = &offer;
        }
    }
    for (const CloudOffer& offer : catalog.cloudOffers) {
        const auto found = onDemand.find({offer.provider, offer.instance, offer.region});
        const bool cheaper = offer.pricing == PricingModel::Spot || offer.pricing == PricingModel::Reserved;
        if (!cheaper || found == onDemand.end() || found->second->gpuCount != offer.gpuCount ||
            found->second->pricePerHour.currency() != offer.pricePerHour.currency()) {
            continue;
        }
        if (offer.pricePerHour.micros() > found->second->pricePerHour.micros()) {
            report.warning(offer.id,
                           offer.pricePerHour.decimal() + " an hour (" + pricingModelName(offer.pricing) +
                               ") is more than " + found->second->pricePerHour.decimal() + " on demand");
        }
    }
}

/// A machine has 2 to 64 virtual CPUs and 4 to 600 GiB for each accelerator.
void cloudHost(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kCpus{0.5, 128};
    constexpr Bounds kGib{1, 1'024};
    for (const CloudOffer& offer : catalog.cloudOffers) {
        const int count = std::max(1, offer.gpuCount);
        if (offer.vcpus && !kCpus.hold(static_cast<double>(*offer.vcpus) / count)) {
            report.warning(offer.id,
                           std::to_string(*offer.vcpus) + " CPUs for " + std::to_string(count) +
                               " accelerators");
        }
        if (offer.memory && !kGib.hold(offer.memory->inGib() / count)) {
            report.warning(offer.id,
                           figure(offer.memory->inGib()) + " GiB for " + std::to_string(count) +
                               " accelerators");
        }
    }
}

void cloudBeforeRelease(const Catalog& catalog, const RuleReport& report)
{
    for (const CloudOffer& offer : catalog.cloudOffers) {
        const Accelerator* accelerator = findPart(catalog.accelerators, offer.accelerator);
        if (accelerator != nullptr && offer.date.year < accelerator->releaseYear) {
            report.error(offer.id,
                         "a price of " + offer.date.iso() + "; " + offer.accelerator.text() +
                             " was released in " + std::to_string(accelerator->releaseYear));
        }
    }
}

constexpr std::array kRules{
    CatalogRule{"cloud-price-not-positive", cloudPriceNotPositive},
    CatalogRule{"cloud-memory-unlike-accelerator", cloudMemoryUnlikeAccelerator},
    CatalogRule{"cloud-accelerator-unknown", cloudAcceleratorUnknown},
    CatalogRule{"cloud-price-outlier", cloudPriceOutlier},
    CatalogRule{"spot-above-on-demand", spotAboveOnDemand},
    CatalogRule{"cloud-host", cloudHost},
    CatalogRule{"cloud-before-release", cloudBeforeRelease},
};

} // namespace

std::span<const CatalogRule> cloudRules()
{
    return kRules;
}

} // namespace rigwright::checks
