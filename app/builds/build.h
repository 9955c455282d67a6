// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "facts/price_standing.h"
#include "sizing/plan.h"
#include "speed/estimate.h"
#include "units/finding.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

struct BuildLine {
    PartCategory category = PartCategory::Accelerator;
    PartId part;
    int quantity = 1;
    bool operator==(const BuildLine&) const = default;
};

/// A complete machine: parts and quantities. A memory line counts kits.
struct Build {
    std::vector<BuildLine> lines;
    bool operator==(const Build&) const = default;
};

/// A line with the price that counts for it.
struct PricedLine {
    BuildLine line;
    std::string manufacturer;
    std::string name;
    std::optional<Offer> offer;  ///< as in the catalog; empty: no price known
    Money unitPrice;             ///< in the currency of the answer; zero without an offer
    PriceStanding standing = {}; ///< of the offer
    Verification specs = Verification::Unverified;
    PartId chip = {}; ///< of a maker's card: the accelerator on it; empty: another part
};

/// A machine with everything that is known about it for one requirement.
struct EvaluatedBuild {
    std::string id;    ///< stable for equal parts and quantities
    std::string title; ///< "2 × RTX 3090 24 GB", "2 × EPYC 9655, 768 GB"
    Build build;
    std::vector<PricedLine> lines;
    Money price; ///< of all lines
    Hardware hardware;
    MemoryPlan plan;                    ///< on what the operating system leaves of the RAM
    std::optional<SpeedEstimate> speed; ///< empty: does not fit, or a figure is unknown
    Watts wallPower;                    ///< under load, at the wall
    Watts idlePower;
    std::vector<Finding> findings; ///< of rules and plan
    bool onFront = false;          ///< no other machine is both cheaper and faster
};

} // namespace rigwright
