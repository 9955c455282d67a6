// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

#include <string>

namespace rigwright {

[[nodiscard]] inline Currency currencyOf(const char* code)
{
    return Currency::parse(code).value();
}

[[nodiscard]] inline Money money(const char* decimal, Currency currency = Currency::usd())
{
    return Money::parse(decimal, currency).value();
}

[[nodiscard]] inline MoneyRate rate(const char* decimal, Currency currency = Currency::usd())
{
    return MoneyRate::parse(decimal, currency).value();
}

/// Llama 3.1 8B as its config.json has it: 4.6 GiB at Q4_K_M, 1 GiB of KV cache at 8,192 tokens.
[[nodiscard]] inline ModelFacts smallModel()
{
    ModelFacts facts;
    facts.id = ModelId("llama-3.1-8b");
    facts.name = "Llama 3.1 8B";
    facts.layers = 32;
    facts.hidden = 4096;
    facts.vocabulary = 128'256;
    facts.maxContext = 131'072;
    facts.heads = 32;
    facts.kvHeads = 8;
    facts.headDim = 128;
    facts.feedForward = 14'336;
    facts.qkNorm = "none";
    facts.nativePrecision = "bf16";
    facts.parameters = 8'030'261'248;
    return facts;
}

/// An on-demand offer of one 24 GiB GPU that the catalog lacks, at a dollar an hour.
[[nodiscard]] inline CloudOffer cloudOffer(const char* instance, const char* price = "1.00")
{
    CloudOffer offer;
    offer.id = instance;
    offer.provider = "Cloud";
    offer.instance = instance;
    offer.gpuName = "some GPU";
    offer.gpuCount = 1;
    offer.gpuMemoryEach = 24_GiB;
    offer.memory = 64_GiB;
    offer.pricePerHour = rate(price);
    offer.region = "somewhere";
    offer.date = Date{2026, 8, 1};
    return offer;
}

/// An RTX 3090 as its data sheet has it.
[[nodiscard]] inline Accelerator knownCard()
{
    Accelerator card;
    card.info.id = PartId("rtx-3090");
    card.info.name = "RTX 3090";
    card.vendor = AcceleratorVendor::Nvidia;
    card.architecture = "Ampere";
    card.computeCapability = 8.6;
    card.memory = 24_GiB;
    card.bandwidth = BytesPerSecond::gb(936.2);
    card.fp16 = FlopsPerSecond::tera(71);
    card.fp16Accumulate16 = FlopsPerSecond::tera(142);
    card.boardPower = 350_W;
    card.pcieGeneration = 4;
    card.pcieLanes = 16;
    return card;
}

[[nodiscard]] inline Catalog catalogOf(std::vector<CloudOffer> offers)
{
    Catalog catalog;
    catalog.models = {smallModel()};
    catalog.cloudOffers = std::move(offers);
    // The rate of 29 September 2026.
    catalog.rates = ExchangeRates({{currencyOf("CNY"), 6.70778, Date{2026, 9, 29}, "a bank"}});
    return catalog;
}

[[nodiscard]] inline Requirement requirement(Currency currency = Currency::usd())
{
    Requirement requirement;
    requirement.model = ModelId("llama-3.1-8b");
    requirement.budget = money("5000", currency);
    return requirement;
}

/// A machine of 3,000 dollars that takes 500 W in use and 100 W idle, holds the model on one accelerator and gives 25
/// tokens/s.
[[nodiscard]] inline EvaluatedBuild machine()
{
    EvaluatedBuild build;
    build.title = "1 × RTX 3090 24 GB";
    const Offer offer{money("3000"), PriceKind::Street, "US", "a shop", Date{2026, 8, 1}};
    build.lines = {{{PartCategory::System, PartId("machine"), 1}, "Maker", "Machine", offer, offer.price}};
    build.price = offer.price;
    build.wallPower = 500_W;
    build.idlePower = 100_W;
    MemoryComponents used;
    used.weights = Bytes::gib(4.3);
    used.kvCache = 1_GiB;
    build.plan.memory.devices = {{"RTX 3090", 24_GiB, used}};
    build.plan.memory.host.used.weights = Bytes::mib(281);
    build.plan.fits = true;
    SpeedEstimate speed;
    speed.total = {TokensPerSecond(20), TokensPerSecond(25), TokensPerSecond(30)};
    build.speed = speed;
    return build;
}

/// Three years, two fifths of the time in use, 30 cents per kWh.
[[nodiscard]] inline CostAssumptions assumptions()
{
    CostAssumptions assumptions;
    assumptions.running.electricity = rate("0.30");
    return assumptions;
}

/// The offers that hold the model, each as fast as the machine: how fast they really are is another test's matter.
[[nodiscard]] inline Expected<CostCandidates> candidatesAsFast(const Catalog& catalog,
                                                               const EvaluatedBuild& build = machine(),
                                                               const Requirement& wanted = requirement())
{
    return costCandidates(catalog, build, wanted).map([](CostCandidates candidates) {
        for (Rental& rental : candidates.rentals) {
            rental.capacity = candidates.capacity;
        }
        return candidates;
    });
}

[[nodiscard]] inline Expected<CostComparison> tryToCompare(const Catalog& catalog,
                                                           const EvaluatedBuild& build = machine(),
                                                           const CostAssumptions& given = assumptions(),
                                                           const Requirement& wanted = requirement())
{
    return candidatesAsFast(catalog, build, wanted).and_then([&](const CostCandidates& candidates) {
        return compareCosts(candidates, given);
    });
}

[[nodiscard]] inline CostComparison compared(const Catalog& catalog, const EvaluatedBuild& build = machine(),
                                             const CostAssumptions& given = assumptions())
{
    return tryToCompare(catalog, build, given).value();
}

[[nodiscard]] inline std::string reasonOf(const CostComparison& comparison)
{
    return fillIn(comparison.breakEven.noneReason, comparison.breakEven.noneEvidence);
}

} // namespace rigwright
