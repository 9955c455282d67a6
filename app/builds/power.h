// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"

#include <string>

namespace rigwright {

/// Electric power of a machine, by what draws it.
struct PowerDraw {
    Watts cards;
    Watts cpus;
    Watts rest;
    bool cardsKnown =
        true; ///< false: the catalog lacks the board power of an accelerator, counted as nothing here

    [[nodiscard]] Watts sum() const { return cards + cpus + rest; }
};

/// At the limit that firmware holds in the long run: what a power supply must carry.
[[nodiscard]] PowerDraw sustainedLoad(const Machine& machine);
/// While a model answers.
[[nodiscard]] PowerDraw workingLoad(const Machine& machine);

/// Rating of all power supplies together. Of several redundant modules one is a spare.
[[nodiscard]] Watts supplyRating(const Machine& machine);
/// Share of the power at the wall that reaches the parts, at a share of the rating. An unknown class counts as the worst.
[[nodiscard]] double supplyEfficiency(const std::string& efficiencyClass, double loadShare);

/// At the wall, while a model answers; without a power supply, what the parts draw.
[[nodiscard]] Watts wallPower(const Machine& machine);
[[nodiscard]] Watts idlePower(const Machine& machine);

} // namespace rigwright
