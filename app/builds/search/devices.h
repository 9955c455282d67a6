// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/question.h"

#include <cstdint>
#include <vector>

namespace rigwright {

/// A part that can be bought, with its price in minor units of the answer's currency.
template <class Part>
struct Priced {
    const Part* part = nullptr;
    std::int64_t price = 0;
};

/// An accelerator and what it is bought as.
struct Device {
    const Accelerator* chip = nullptr;
    std::vector<Priced<Accelerator>> cards; ///< makers' cards with it, or the accelerator itself; never empty
};

/// The accelerators that can be bought, in the order of the catalog. One that makers' cards are sold of, at prices as new as
/// its own, is bought as one of these: its own price is of no article. Left out are cards that another of the same
/// accelerator is no dearer than, needs no more room, power or sockets than, and about which as much is known. An error: an
/// offer in a currency without a rate.
[[nodiscard]] Expected<std::vector<Device>> buyableDevices(const Question& question);

} // namespace rigwright
