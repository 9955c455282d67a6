// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"

namespace rigwright {

/// Below this share of their board power accelerators answer slowly and unevenly, and many can't be set so low: the driver's
/// least is 400 of 575 W for an RTX 5090 and 150 of 450 W for an RTX 4090 (nvidia-smi -q -d POWER).
inline constexpr double kLeastPowerShare = 0.4;

/// What an accelerator of the machine draws at most: its board power, or the machine's cap where that is less. Empty: unknown.
[[nodiscard]] std::optional<Watts> heldPower(const Machine& machine, const Accelerator& accelerator);

/// The accelerator as fast as it is under the machine's cap.
[[nodiscard]] Accelerator underCap(const Machine& machine, const Accelerator& accelerator);

} // namespace rigwright
