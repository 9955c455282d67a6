// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build_line.h"
#include "facts/catalog.h"
#include "facts/price_standing.h"
#include "sizing/plan.h"
#include "speed/estimate.h"
#include "units/finding.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// A line with the price that counts for it. A part of which the user has some and must buy some gives two lines.
struct PricedLine {
    BuildLine line;
    std::string manufacturer;
    std::string name;
    std::optional<Offer> offer;  ///< as in the catalog; empty: no price known
    Money unitPrice;             ///< in the currency of the answer; zero without an offer
    PriceStanding standing = {}; ///< of the offer
    Verification specs = Verification::Unverified;
    PartId chip = {};   ///< of a maker's card: the accelerator on it; empty: another part
    bool owned = false; ///< the user has it: it costs nothing
};

/// What a machine may be ranked by beside price, speed and power.
struct Merits {
    std::optional<double> noise; ///< dB(A) of its CPU coolers together, as their makers state; empty: unknown
    Bytes headroom;              ///< free on the fullest accelerator; on a machine without one, of the RAM
    int roomForCards = 0;        ///< cards like its own that board, case and power supply would still take
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
    Merits merits;
    std::vector<Finding> findings; ///< of rules and plan
    bool onFront = false;          ///< no other machine is better in all that machines are ranked by
};

} // namespace rigwright
