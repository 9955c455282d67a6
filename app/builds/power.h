// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"
#include "speed/energy.h"

#include <string>

namespace rigwright {

/// Of its rating: a supply that runs near it all day ages early and has nothing left for peaks.
inline constexpr double kSustainedShare = 0.8;

/// At the limit that firmware holds in the long run: what a power supply must carry.
[[nodiscard]] PowerDraw sustainedLoad(const Machine& machine);
/// While a model answers.
[[nodiscard]] PowerDraw workingLoad(const Machine& machine);

/// Whether another one of its kind can stand in for it; server modules do, unless the catalog says otherwise.
[[nodiscard]] bool isRedundant(const PowerSupply& supply);
/// Rating of all power supplies together. Of several redundant modules one is a spare.
[[nodiscard]] Watts supplyRating(const Machine& machine);
/// What a circuit carries for hours: 80 % of its breaker below 200 V (NEC 210.19, 210.20), above all of it, as circuits by
/// IEC 60364 are laid out.
[[nodiscard]] Watts continuousPower(const WallCircuit& circuit);
/// Share of the power at the wall that reaches the parts, at a share of the rating. An unknown class counts as the worst.
[[nodiscard]] double supplyEfficiency(const std::string& efficiencyClass, double loadShare);

/// What the energy of work is reckoned with.
[[nodiscard]] PowerRatings powerRatings(const Machine& machine);

/// At the wall, while a model answers; without a power supply, what the parts draw.
[[nodiscard]] Watts wallPower(const Machine& machine);
[[nodiscard]] Watts idlePower(const Machine& machine);

} // namespace rigwright
