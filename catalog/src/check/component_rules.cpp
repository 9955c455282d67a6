// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/rules.h"

#include <algorithm>
#include <array>

namespace rigwright::checks {

namespace {

/// JEDEC's slowest to the fastest sold profile; MRDIMMs run two ranks at once.
Bounds speedOf(const MemoryKit& kit)
{
    if (kit.memoryType == "DDR4") {
        return {1'600, 5'333};
    }
    return kit.moduleType == "MRDIMM" ? Bounds{8'000, 12'800} : Bounds{3'200, 10'000};
}

void memorySpeed(const Catalog& catalog, const RuleReport& report)
{
    for (const MemoryKit& kit : catalog.memory) {
        const Bounds bounds = speedOf(kit);
        if (kit.speed && !bounds.hold(*kit.speed)) {
            report.error(kit.info.id.text(),
                         kit.memoryType + " " + kit.moduleType + " of " + std::to_string(*kit.speed) +
                             " MT/s; expected " + bounds.text());
        }
    }
}

/// From the command to the first word: DDR4-3600 CL14 takes 7.8 ns, DDR4-2133 CL19 17.8 ns.
void memoryLatency(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kNanoseconds{7.5, 22};
    for (const MemoryKit& kit : catalog.memory) {
        if (!kit.speed || !kit.casLatency) {
            continue;
        }
        const double nanoseconds = 2'000.0 * *kit.casLatency / *kit.speed;
        if (!kNanoseconds.hold(nanoseconds)) {
            report.warning(kit.info.id.text(),
                           "CL" + std::to_string(*kit.casLatency) + " at " + std::to_string(*kit.speed) +
                               " MT/s are " + figure(nanoseconds) + " ns; expected " + kNanoseconds.text());
        }
    }
}

void moduleCapacity(const Catalog& catalog, const RuleReport& report)
{
    constexpr std::array kSizes{2, 4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 512};
    constexpr std::array kKits{1, 2, 4, 6, 8, 12, 16};
    for (const MemoryKit& kit : catalog.memory) {
        const double gib = kit.moduleCapacity.inGib();
        const bool knownSize = std::ranges::any_of(kSizes, [gib](int size) { return gib == size; });
        if (!knownSize || std::ranges::find(kKits, kit.modules) == kKits.end()) {
            report.warning(kit.info.id.text(),
                           std::to_string(kit.modules) + " modules of " + figure(gib) +
                               " GiB, which nobody sells");
        }
        const bool binary = gib != 24 && gib != 48 && gib != 96 && gib != 192;
        if (!binary && kit.memoryType == "DDR4") {
            report.error(kit.info.id.text(), "DDR4 of " + figure(gib) + " GiB: such chips came with DDR5");
        }
    }
}

/// The name says "64 GB (2 x 32 GB)" or "2x32GB"; the figures must agree.
void memoryUnlikeItsName(const Catalog& catalog, const RuleReport& report)
{
    for (const MemoryKit& kit : catalog.memory) {
        const std::string each = figure(kit.moduleCapacity.inGib()) + " GB";
        const std::string both = std::to_string(kit.modules) + " x " + each;
        const std::size_t bracket = kit.info.name.find('(');
        if (bracket != std::string::npos && kit.info.name.find(" x ", bracket) != std::string::npos &&
            kit.info.name.find("(" + both + ")") == std::string::npos) {
            report.error(kit.info.id.text(), "'" + kit.info.name + "' with the figures " + both);
        }
    }
}

/// What a drive's link carries after encoding, in GB/s: SATA 6 Gbit/s 0.6; PCIe x4 3.94 in generation 3, then twice each.
double linkOf(const Drive& drive)
{
    if (drive.driveInterface == "SATA") {
        return 0.6;
    }
    switch (drive.pcieGeneration.value_or(5)) {
    case 3: return 3.94;
    case 4: return 7.88;
    case 5: return 15.75;
    case 6: return 31.5;
    default: return 2;
    }
}

void driveBeyondLink(const Catalog& catalog, const RuleReport& report)
{
    for (const Drive& drive : catalog.drives) {
        const double most = linkOf(drive);
        if (drive.sequentialRead && drive.sequentialRead->inGb() > most) {
            report.error(drive.info.id.text(),
                         "reads " + figure(drive.sequentialRead->inGb()) + " GB/s; its link carries " +
                             figure(most));
        }
    }
}

/// A drive of a generation that its predecessor's link would carry twice is mislabelled.
void driveBelowLink(const Catalog& catalog, const RuleReport& report)
{
    constexpr double kLeastShare = 0.2;
    for (const Drive& drive : catalog.drives) {
        const double least = linkOf(drive) * kLeastShare;
        if (drive.sequentialRead && drive.pcieGeneration && drive.sequentialRead->inGb() < least) {
            report.warning(drive.info.id.text(),
                           "reads " + figure(drive.sequentialRead->inGb()) + " GB/s over PCIe " +
                               std::to_string(*drive.pcieGeneration) + ".0");
        }
    }
}

void driveInterface(const Catalog& catalog, const RuleReport& report)
{
    for (const Drive& drive : catalog.drives) {
        const bool sata = drive.driveInterface == "SATA";
        const bool onlySata = drive.formFactor == "3.5\"";
        const bool onlyNvme =
            drive.formFactor == "U.2" || drive.formFactor == "U.3" || drive.formFactor.starts_with("E");
        if ((sata && (onlyNvme || drive.pcieGeneration)) || (!sata && onlySata)) {
            report.error(drive.info.id.text(),
                         drive.driveInterface + " in " + drive.formFactor +
                             (sata && drive.pcieGeneration ? " with a PCIe generation" : ""));
        }
    }
}

/// M.2 holds at most 16 TB, the rest 256 TB; below 100 GB nobody buys one for models.
void driveCapacity(const Catalog& catalog, const RuleReport& report)
{
    for (const Drive& drive : catalog.drives) {
        const Bounds bounds{100, drive.formFactor.starts_with("M.2") ? 16'500.0 : 256'000.0};
        if (!bounds.hold(drive.capacity.inGb())) {
            report.warning(drive.info.id.text(),
                           figure(drive.capacity.inGb()) + " GB in " + drive.formFactor + "; expected " +
                               bounds.text());
        }
    }
}

/// A 16-pin lead may be of 300 W (ATX 3.0 labels them so), an 8-pin gives 150 W; one and a half times the rating is offered by
/// supplies with leads for any mix of cards.
void leadsBeyondRating(const Catalog& catalog, const RuleReport& report)
{
    constexpr double kMost = 1.6;
    for (const PowerSupply& supply : catalog.powerSupplies) {
        const double leads =
            300.0 * supply.connectors.pin16 + 150.0 * supply.connectors.pin8 + 75.0 * supply.connectors.pin6;
        if (leads > supply.rating.value() * kMost) {
            report.warning(supply.info.id.text(),
                           "leads for " + figure(leads) + " W on a rating of " +
                               figure(supply.rating.value()) + " W");
        }
    }
}

/// The 16-pin socket came with ATX 3.0.
void leadsBeforeTheirTime(const Catalog& catalog, const RuleReport& report)
{
    for (const PowerSupply& supply : catalog.powerSupplies) {
        if (supply.connectors.pin16 > 0 && supply.atxVersion && *supply.atxVersion < 2.3) {
            report.warning(supply.info.id.text(), "16-pin leads with ATX " + figure(*supply.atxVersion));
        }
    }
}

/// At 100 to 127 V a wall socket of 15 A gives 1.8 kW, 20 A 2.4 kW.
void ratingBeyondWall(const Catalog& catalog, const RuleReport& report)
{
    constexpr double kMostAt120Volts = 1'700;
    constexpr double kMost = 5'500;
    for (const PowerSupply& supply : catalog.powerSupplies) {
        const double watts = supply.rating.value();
        if ((watts > kMostAt120Volts && !supply.needs200Volts) || watts > kMost) {
            report.warning(supply.info.id.text(),
                           figure(watts) + " W" + (supply.needs200Volts ? "" : " also at 100 to 127 V"));
        }
    }
}

void ratingOfFormFactor(const Catalog& catalog, const RuleReport& report)
{
    constexpr double kMostOfSmall = 1'300;
    for (const PowerSupply& supply : catalog.powerSupplies) {
        if (supply.formFactor.starts_with("SFX") && supply.rating.value() > kMostOfSmall) {
            report.warning(supply.info.id.text(),
                           figure(supply.rating.value()) + " W in " + supply.formFactor);
        }
    }
}

void coolerFigures(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kHeight{20, 175};
    constexpr std::array kRadiators{120, 140, 240, 280, 360, 420, 480, 560};
    for (const Cooler& cooler : catalog.coolers) {
        const std::string id = cooler.info.id.text();
        if (cooler.height && !kHeight.hold(cooler.height->value())) {
            report.warning(id, figure(cooler.height->value()) + " mm high; expected " + kHeight.text());
        }
        const auto known = [&](int length) { return cooler.radiator->value() == length; };
        if (cooler.radiator && std::ranges::none_of(kRadiators, known)) {
            report.warning(id, "a radiator of " + figure(cooler.radiator->value()) + " mm");
        }
        if (cooler.liquid ? cooler.height.has_value() : cooler.radiator.has_value()) {
            report.error(id,
                         cooler.liquid ? "a liquid cooler with an air cooler's height"
                                       : "an air cooler with a radiator");
        }
    }
}

/// The largest tower takes cards of 635 mm (Thermaltake Core W200).
void caseFigures(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kCardLength{150, 700};
    constexpr Bounds kCoolerHeight{30, 250};
    for (const Case& enclosure : catalog.cases) {
        const auto judge = [&](const std::optional<Millimetres>& value, Bounds bounds, const char* what) {
            if (value && !bounds.hold(value->value())) {
                report.warning(enclosure.info.id.text(),
                               std::string(what) + " of " + figure(value->value()) + " mm; expected " +
                                   bounds.text());
            }
        };
        judge(enclosure.maxCardLength, kCardLength, "room for cards");
        judge(enclosure.maxCoolerHeight, kCoolerHeight, "room for a cooler");
    }
}

/// What a lane carries in one direction, in Gbit/s after encoding.
double gigabitsOfLane(int generation)
{
    switch (generation) {
    case 2: return 4;
    case 3: return 7.88;
    case 4: return 15.75;
    case 5: return 31.5;
    default: return 60;
    }
}

void networkBeyondLink(const Catalog& catalog, const RuleReport& report)
{
    for (const NetworkCard& card : catalog.networkCards) {
        const double link = gigabitsOfLane(card.pcieGeneration) * card.pcieLanes;
        if (card.gigabitsPerPort > link) {
            report.error(card.info.id.text(),
                         "a port of " + figure(card.gigabitsPerPort) + " Gbit/s on a link of " +
                             figure(link));
        } else if (card.gigabitsPerPort * card.ports > 2.1 * link) {
            report.warning(card.info.id.text(),
                           std::to_string(card.ports) + " ports of " + figure(card.gigabitsPerPort) +
                               " Gbit/s on a link of " + figure(link));
        }
    }
}

constexpr std::array kRules{
    CatalogRule{"memory-speed", memorySpeed},
    CatalogRule{"memory-latency", memoryLatency},
    CatalogRule{"module-capacity", moduleCapacity},
    CatalogRule{"memory-unlike-its-name", memoryUnlikeItsName},
    CatalogRule{"drive-beyond-link", driveBeyondLink},
    CatalogRule{"drive-below-link", driveBelowLink},
    CatalogRule{"drive-interface", driveInterface},
    CatalogRule{"drive-capacity", driveCapacity},
    CatalogRule{"leads-beyond-rating", leadsBeyondRating},
    CatalogRule{"leads-before-their-time", leadsBeforeTheirTime},
    CatalogRule{"rating-beyond-wall", ratingBeyondWall},
    CatalogRule{"rating-of-form-factor", ratingOfFormFactor},
    CatalogRule{"cooler-figures", coolerFigures},
    CatalogRule{"case-figures", caseFigures},
    CatalogRule{"network-beyond-link", networkBeyondLink},
};

} // namespace

std::span<const CatalogRule> componentRules()
{
    return kRules;
}

} // namespace rigwright::checks
