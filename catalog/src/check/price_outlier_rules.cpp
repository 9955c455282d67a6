// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/rules.h"
#include "catalog/check/statistics.h"

#include <algorithm>
#include <array>
#include <map>

namespace rigwright::checks {

namespace {

constexpr std::size_t kFewest = 5;
/// Memory rose sevenfold from 2025 to 2026, and both ends stay in the history.
constexpr double kLeastFactor = 8;
constexpr double kDeviations = 4;

/// Prices by class, each for one unit of what is bought: a GiB, a watt, a core.
struct UnitPrice {
    const PartInfo* part;
    const Offer* offer;
    double dollars; ///< for one unit
};

class UnitPrices {
public:
    UnitPrices(const Catalog& catalog, std::string unit)
        : catalog_(catalog)
        , unit_(std::move(unit))
    { }

    void add(const std::string& kind, const PartInfo& part, double units)
    {
        for (const Offer& offer : part.offers) {
            const std::optional<double> dollars = inDollars(catalog_, offer.price);
            if (dollars && *dollars > 0 && units > 0) {
                byKind_[kind].push_back({&part, &offer, *dollars / units});
            }
        }
    }

    void report(const RuleReport& report) const
    {
        for (const auto& [kind, prices] : byKind_) {
            std::vector<double> figures;
            figures.reserve(prices.size());
            for (const UnitPrice& price : prices) {
                figures.push_back(price.dollars);
            }
            if (const std::optional<LogSpread> spread = logSpread(std::move(figures), kFewest)) {
                reportKind(kind, prices, *spread, report);
            }
        }
    }

private:
    void reportKind(const std::string& kind, const std::vector<UnitPrice>& prices, const LogSpread& spread,
                    const RuleReport& report) const
    {
        const double allowed = spread.allowedFactor(kLeastFactor, kDeviations);
        for (const UnitPrice& price : prices) {
            if (spread.factor(price.dollars) > allowed) {
                report.warning(price.part->id.text(),
                               price.offer->price.decimal() + " " + price.offer->price.currency().code() +
                                   " (" + price.offer->date.iso() + ") is " + figure(price.dollars) +
                                   " USD " + unit_ + "; the median of " + kind + " is " +
                                   figure(spread.median));
            }
        }
    }

    const Catalog& catalog_;
    std::string unit_;
    std::map<std::string, std::vector<UnitPrice>> byKind_;
};

std::string segmentText(Segment segment)
{
    switch (segment) {
    case Segment::Consumer: return "consumer accelerators";
    case Segment::Workstation: return "workstation accelerators";
    case Segment::Datacenter: return "data-centre accelerators";
    }
    return "accelerators";
}

void acceleratorPrice(const Catalog& catalog, const RuleReport& report)
{
    UnitPrices prices(catalog, "a GiB");
    for (const Accelerator& accelerator : catalog.accelerators) {
        prices.add(segmentText(accelerator.segment), accelerator.info, accelerator.memory.inGib());
    }
    prices.report(report);
}

/// Makers' cards of one accelerator cost about the same.
void cardPrice(const Catalog& catalog, const RuleReport& report)
{
    UnitPrices prices(catalog, "a card");
    for (const Accelerator& card : catalog.cards) {
        prices.add("cards with " + card.variantOf.text(), card.info, 1);
    }
    prices.report(report);
}

void memoryPrice(const Catalog& catalog, const RuleReport& report)
{
    UnitPrices prices(catalog, "a GiB");
    for (const MemoryKit& kit : catalog.memory) {
        prices.add(kit.memoryType + " " + kit.moduleType, kit.info, kit.moduleCapacity.inGib() * kit.modules);
    }
    prices.report(report);
}

void drivePrice(const Catalog& catalog, const RuleReport& report)
{
    UnitPrices prices(catalog, "a GB");
    for (const Drive& drive : catalog.drives) {
        prices.add(drive.driveInterface + " drives", drive.info, drive.capacity.inGb());
    }
    prices.report(report);
}

void powerSupplyPrice(const Catalog& catalog, const RuleReport& report)
{
    UnitPrices prices(catalog, "a watt");
    for (const PowerSupply& supply : catalog.powerSupplies) {
        prices.add("power supplies", supply.info, supply.rating.value());
    }
    prices.report(report);
}

void cpuPrice(const Catalog& catalog, const RuleReport& report)
{
    UnitPrices prices(catalog, "a core");
    for (const Cpu& cpu : catalog.cpus) {
        prices.add("CPUs", cpu.info, cpu.cores);
    }
    prices.report(report);
}

void boardPrice(const Catalog& catalog, const RuleReport& report)
{
    UnitPrices prices(catalog, "a socket");
    for (const Board& board : catalog.boards) {
        prices.add("boards", board.info, board.socketCount);
    }
    prices.report(report);
}

/// What is bought whole.
void otherPrice(const Catalog& catalog, const RuleReport& report)
{
    UnitPrices prices(catalog, "each");
    for (const Case& enclosure : catalog.cases) {
        prices.add(enclosure.rackUnits ? "rack cases" : "cases", enclosure.info, 1);
    }
    for (const Cooler& cooler : catalog.coolers) {
        prices.add(cooler.liquid ? "liquid coolers" : "air coolers", cooler.info, 1);
    }
    prices.report(report);
}

void networkCardPrice(const Catalog& catalog, const RuleReport& report)
{
    UnitPrices prices(catalog, "a Gbit/s");
    for (const NetworkCard& card : catalog.networkCards) {
        prices.add("network cards", card.info, card.gigabitsPerPort * card.ports);
    }
    prices.report(report);
}

void systemPrice(const Catalog& catalog, const RuleReport& report)
{
    UnitPrices prices(catalog, "a GiB of its accelerators");
    for (const CompleteSystem& system : catalog.systems) {
        if (const Accelerator* accelerator = findPart(catalog.accelerators, system.accelerator)) {
            prices.add(system.unifiedMemory ? "systems with unified memory" : "systems", system.info,
                       accelerator->memory.inGib() * system.acceleratorCount);
        }
    }
    prices.report(report);
}

constexpr std::array kRules{
    CatalogRule{"accelerator-price", acceleratorPrice},
    CatalogRule{"card-price", cardPrice},
    CatalogRule{"memory-price", memoryPrice},
    CatalogRule{"drive-price", drivePrice},
    CatalogRule{"power-supply-price", powerSupplyPrice},
    CatalogRule{"cpu-price", cpuPrice},
    CatalogRule{"board-price", boardPrice},
    CatalogRule{"other-price", otherPrice},
    CatalogRule{"network-card-price", networkCardPrice},
    CatalogRule{"system-price", systemPrice},
};

} // namespace

std::span<const CatalogRule> priceOutlierRules()
{
    return kRules;
}

} // namespace rigwright::checks
