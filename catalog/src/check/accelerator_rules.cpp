// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/rules.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rigwright::checks {

namespace {

using Rate = std::optional<FlopsPerSecond>;

/// Slower and faster than these no memory of the mounting was ever made: a 64-bit DDR3 bus; LPDDR5X on 1,024 bits, or HBM in a
/// workstation's integrated module; GDDR7 on 512 bits; HBM4 on eight stacks. In GB/s.
Bounds bandwidthOf(Mounting mounting)
{
    switch (mounting) {
    case Mounting::Card: return {25, 2'100};
    case Mounting::PassiveCard: return {100, 6'500};
    case Mounting::Module: return {200, 25'000};
    case Mounting::Integrated: return {10, 10'000};
    }
    return {10, 25'000};
}

void bandwidthOfMounting(const Catalog& catalog, const RuleReport& report)
{
    eachAccelerator(catalog, [&](const Accelerator& accelerator) {
        const Bounds bounds = bandwidthOf(accelerator.mounting);
        if (accelerator.bandwidth && !bounds.hold(accelerator.bandwidth->inGb())) {
            report.error(accelerator.info.id.text(),
                         "memory bandwidth of " + figure(accelerator.bandwidth->inGb()) +
                             " GB/s; memory of its mounting has " + bounds.text());
        }
    });
}

/// What one data line of a kind of memory carries, in Gbit/s: from the slowest to the fastest that was sold (JEDEC's standards and
/// Micron's GDDR5X and GDDR6X).
struct LineRate {
    const char* memoryType;
    Bounds gigabits;
};

constexpr std::array kLineRates{
    LineRate{"GDDR5", {3.5, 9.1}},   LineRate{"GDDR5X", {9.5, 12.2}}, LineRate{"GDDR6", {10, 20.5}},
    LineRate{"GDDR6X", {18, 24.5}},  LineRate{"GDDR7", {18, 36.5}},   LineRate{"HBM", {0.9, 1.1}},
    LineRate{"HBM2", {1.3, 2.5}},    LineRate{"HBM2e", {2.3, 3.75}},  LineRate{"HBM3", {3.8, 6.6}},
    LineRate{"HBM3e", {5.5, 9.9}},   LineRate{"HBM4", {6.4, 13.2}},   LineRate{"LPDDR4", {2.1, 4.4}},
    LineRate{"LPDDR4X", {2.1, 4.4}}, LineRate{"LPDDR5", {4.2, 6.6}},  LineRate{"LPDDR5X", {6.6, 10.9}},
    LineRate{"DDR4", {1.6, 3.7}},    LineRate{"DDR5", {3.2, 8.9}},
};

void bandwidthBeyondMemoryType(const Catalog& catalog, const RuleReport& report)
{
    eachAccelerator(catalog, [&](const Accelerator& accelerator) {
        const auto known = std::ranges::find(kLineRates, accelerator.memoryType, &LineRate::memoryType);
        if (!accelerator.bandwidth || !accelerator.memoryBusBits || known == kLineRates.end()) {
            return;
        }
        const double gigabits = accelerator.bandwidth->inGb() * 8 / *accelerator.memoryBusBits;
        if (!known->gigabits.hold(gigabits)) {
            report.error(accelerator.info.id.text(),
                         figure(accelerator.bandwidth->inGb()) + " GB/s on " +
                             std::to_string(*accelerator.memoryBusBits) + " bits are " + figure(gigabits) +
                             " Gbit/s a line; " + accelerator.memoryType + " has " + known->gigabits.text());
        }
    });
}

/// All accelerators read their whole memory in 13 ms (GDDR6X of 12 GiB on 384 bits) to 0.8 s (slow DDR of a laptop, 64 GiB).
void memoryReadTime(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kMilliseconds{8, 1'500};
    eachAccelerator(catalog, [&](const Accelerator& accelerator) {
        if (!accelerator.bandwidth) {
            return;
        }
        const double milliseconds = (accelerator.memory / *accelerator.bandwidth).value() * 1000;
        if (!kMilliseconds.hold(milliseconds)) {
            report.warning(accelerator.info.id.text(),
                           figure(accelerator.memory.inGib()) + " GiB at " +
                               figure(accelerator.bandwidth->inGb()) + " GB/s are read in " +
                               figure(milliseconds) + " ms; others take " + kMilliseconds.text());
        }
    });
}

/// How one data sheet rate stands to another. Beyond four times the bounds a unit was mistaken.
struct RatioOfRates {
    const char* above;
    Rate Accelerator::*numerator;
    const char* below;
    Rate Accelerator::*denominator;
    Bounds bounds;
};

constexpr std::array kRatios{
    // From cards without tensor units (GCN 4: equal) to Blackwell's (GB300: 31).
    RatioOfRates{"FP16", &Accelerator::fp16, "FP32", &Accelerator::fp32, {0.95, 40}},
    // MI100 has half the rate for BF16; everything since the same.
    RatioOfRates{"BF16", &Accelerator::bf16, "FP16", &Accelerator::fp16, {0.45, 1.05}},
    // GeForce halves the rate of FP32 accumulation.
    RatioOfRates{"FP16 into FP16", &Accelerator::fp16Accumulate16, "FP16", &Accelerator::fp16, {0.95, 2.1}},
    // Gaudi 3 has one rate for both.
    RatioOfRates{"FP8", &Accelerator::fp8, "FP16", &Accelerator::fp16, {0.95, 2.1}},
    // Blackwell Ultra gave up integer rates for FP4; Turing's GeForce has four times.
    RatioOfRates{"INT8", &Accelerator::int8, "FP16", &Accelerator::fp16, {0.05, 4.2}},
    // Blackwell Ultra has three times; GeForce halves FP8 with FP32 accumulation, but not FP4.
    RatioOfRates{"FP4", &Accelerator::fp4, "FP8", &Accelerator::fp8, {1.9, 4.1}},
};

void ratesOutOfStep(const Catalog& catalog, const RuleReport& report)
{
    constexpr double kMistaken = 4;
    eachAccelerator(catalog, [&](const Accelerator& accelerator) {
        for (const RatioOfRates& pair : kRatios) {
            const Rate above = accelerator.*pair.numerator;
            const Rate below = accelerator.*pair.denominator;
            const double ratio = above && below ? *above / *below : pair.bounds.least;
            if (pair.bounds.hold(ratio)) {
                continue;
            }
            const std::string message = std::string(pair.above) + " of " + figure(above->inTera()) +
                " TFLOPS is " + figure(ratio) + " times " + pair.below + " of " + figure(below->inTera()) +
                "; expected " + pair.bounds.text() + " times";
            const Bounds possible{pair.bounds.least / kMistaken, pair.bounds.most * kMistaken};
            if (possible.hold(ratio)) {
                report.warning(accelerator.info.id.text(), message);
            } else {
                report.error(accelerator.info.id.text(), message);
            }
        }
    });
}

/// Nvidia's and AMD's tensor units take twice the FP8 that they take of FP16.
void fp8NotTwiceFp16(const Catalog& catalog, const RuleReport& report)
{
    constexpr double kTolerance = 0.03;
    eachAccelerator(catalog, [&](const Accelerator& accelerator) {
        const bool doubles =
            accelerator.vendor == AcceleratorVendor::Nvidia || accelerator.vendor == AcceleratorVendor::Amd;
        if (!doubles || !accelerator.fp8 || !accelerator.fp16) {
            return;
        }
        if (std::abs(*accelerator.fp8 / *accelerator.fp16 / 2 - 1) > kTolerance) {
            report.warning(accelerator.info.id.text(),
                           "FP8 of " + figure(accelerator.fp8->inTera()) + " TFLOPS is not twice FP16 of " +
                               figure(accelerator.fp16->inTera()) +
                               ": one of them may be sparse, or with another accumulator");
        }
    });
}

/// The best makes 2.6 dense FP16 TFLOPS of a watt (an FP16 rate of GB200's chips); a slip of a unit is a thousand.
void ratesBeyondPower(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kTflopsPerWatt{0.02, 5};
    eachAccelerator(catalog, [&](const Accelerator& accelerator) {
        const Rate rate = accelerator.fp16 ? accelerator.fp16 : accelerator.fp32;
        if (!rate || !accelerator.boardPower) {
            return;
        }
        const double perWatt = rate->inTera() / accelerator.boardPower->value();
        if (!kTflopsPerWatt.hold(perWatt)) {
            report.error(accelerator.info.id.text(),
                         figure(rate->inTera()) + " TFLOPS of " + figure(accelerator.boardPower->value()) +
                             " W are " + figure(perWatt) + " a watt; expected " + kTflopsPerWatt.text());
        }
    });
}

/// The year in which the first accelerator of a compute capability was sold (Nvidia's CUDA programming guides).
std::optional<int> firstYearOf(double computeCapability)
{
    struct Generation {
        double from;
        int year;
    };
    constexpr std::array kGenerations{
        Generation{12.0, 2025}, Generation{11.0, 2025}, Generation{10.0, 2024}, Generation{9.0, 2022},
        Generation{8.9, 2022},  Generation{8.7, 2022},  Generation{8.0, 2020},  Generation{7.5, 2018},
        Generation{7.0, 2017},  Generation{6.0, 2016},  Generation{5.0, 2014},  Generation{3.0, 2012},
    };
    for (const Generation& generation : kGenerations) {
        if (computeCapability >= generation.from) {
            return generation.year;
        }
    }
    return std::nullopt;
}

void computeCapabilityBeforeItsTime(const Catalog& catalog, const RuleReport& report)
{
    eachAccelerator(catalog, [&](const Accelerator& accelerator) {
        if (!accelerator.computeCapability) {
            return;
        }
        const std::string capability = "compute capability " + figure(*accelerator.computeCapability);
        if (accelerator.vendor != AcceleratorVendor::Nvidia) {
            report.error(accelerator.info.id.text(), capability + ", which only Nvidia's have");
            return;
        }
        const std::optional<int> first = firstYearOf(*accelerator.computeCapability);
        if (first && accelerator.releaseYear < *first) {
            report.error(accelerator.info.id.text(),
                         "released in " + std::to_string(accelerator.releaseYear) + " with " + capability +
                             ", which came in " + std::to_string(*first));
        }
    });
}

/// BF16 came to Nvidia with compute capability 8.0, FP8 with 8.9, FP4 with 10.0.
void formatBeforeItsTime(const Catalog& catalog, const RuleReport& report)
{
    struct Format {
        const char* name;
        Rate Accelerator::*rate;
        double capability;
    };
    constexpr std::array kFormats{
        Format{"BF16", &Accelerator::bf16, 8.0},
        Format{"FP8", &Accelerator::fp8, 8.9},
        Format{"FP4", &Accelerator::fp4, 10.0},
    };
    eachAccelerator(catalog, [&](const Accelerator& accelerator) {
        for (const Format& format : kFormats) {
            if (accelerator.*format.rate && accelerator.computeCapability &&
                *accelerator.computeCapability < format.capability) {
                report.error(accelerator.info.id.text(),
                             std::string("a rate for ") + format.name + " with compute capability " +
                                 figure(*accelerator.computeCapability) + "; the format came with " +
                                 figure(format.capability));
            }
        }
    });
}

/// The year of the first device of each PCIe generation.
void pcieBeforeItsTime(const Catalog& catalog, const RuleReport& report)
{
    constexpr std::array kFirstYear{0, 0, 2007, 2011, 2018, 2022, 2025, 2027};
    eachAccelerator(catalog, [&](const Accelerator& accelerator) {
        const int generation = accelerator.pcieGeneration.value_or(0);
        if (generation <= 0 || generation >= static_cast<int>(kFirstYear.size())) {
            return;
        }
        const int first = kFirstYear.at(static_cast<std::size_t>(generation));
        if (accelerator.releaseYear < first) {
            report.error(accelerator.info.id.text(),
                         "released in " + std::to_string(accelerator.releaseYear) + " with PCIe " +
                             std::to_string(generation) + ".0, which came in " + std::to_string(first));
        }
    });
}

void releasedInTheFuture(const Catalog& catalog, const RuleReport& report)
{
    eachAccelerator(catalog, [&](const Accelerator& accelerator) {
        if (accelerator.releaseYear > catalog.date.year + 1) {
            report.warning(accelerator.info.id.text(),
                           "released in " + std::to_string(accelerator.releaseYear) + "; the catalog is of " +
                               catalog.date.iso());
        }
    });
}

/// Links and the number of devices that they join belong together.
void linkWithoutPeers(const Catalog& catalog, const RuleReport& report)
{
    eachAccelerator(catalog, [&](const Accelerator& accelerator) {
        if (accelerator.linkBandwidth && accelerator.linkMaxDevices < 2) {
            report.warning(accelerator.info.id.text(),
                           "direct links of " + figure(accelerator.linkBandwidth->inGb()) +
                               " GB/s that join no second device");
        }
        if (!accelerator.linkBandwidth && accelerator.linkMaxDevices > 1) {
            report.warning(accelerator.info.id.text(),
                           "direct links join " + std::to_string(accelerator.linkMaxDevices) +
                               " devices at an unknown rate");
        }
    });
}

constexpr std::array kRules{
    CatalogRule{"bandwidth-of-mounting", bandwidthOfMounting},
    CatalogRule{"bandwidth-beyond-memory-type", bandwidthBeyondMemoryType},
    CatalogRule{"memory-read-time", memoryReadTime},
    CatalogRule{"rates-out-of-step", ratesOutOfStep},
    CatalogRule{"fp8-not-twice-fp16", fp8NotTwiceFp16},
    CatalogRule{"rates-beyond-power", ratesBeyondPower},
    CatalogRule{"compute-capability-before-its-time", computeCapabilityBeforeItsTime},
    CatalogRule{"format-before-its-time", formatBeforeItsTime},
    CatalogRule{"pcie-before-its-time", pcieBeforeItsTime},
    CatalogRule{"released-in-the-future", releasedInTheFuture},
    CatalogRule{"link-without-peers", linkWithoutPeers},
};

} // namespace

std::span<const CatalogRule> acceleratorRules()
{
    return kRules;
}

} // namespace rigwright::checks
