// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"

namespace rigwright {

/// Below this share of their board power accelerators answer slowly and unevenly, and many can't be set so low: the driver's
/// least is 400 of 575 W for an RTX 5090 and 150 of 450 W for an RTX 4090 (nvidia-smi -q -d POWER).
inline constexpr double kLeastPowerShare = 0.4;

/// The most that a maker's card draws over the accelerator on it, of the 375 in the catalog that name their power: 420 of 350 W of
/// two makers' RTX 3090.
inline constexpr double kMostOverRated = 1.2;

/// Board power; of a maker's card that names none, the most that makers add to that of the accelerator on it. Empty: unknown.
[[nodiscard]] std::optional<Watts> mostPower(const Accelerator& accelerator);

/// What an accelerator of the machine draws at most, or the machine's cap where that is less. Empty: unknown.
[[nodiscard]] std::optional<Watts> heldPower(const Machine& machine, const Accelerator& accelerator);

/// The accelerator as fast as it is under the machine's cap.
[[nodiscard]] Accelerator underCap(const Machine& machine, const Accelerator& accelerator);

} // namespace rigwright
