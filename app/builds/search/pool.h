// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/devices.h"

#include <cstdint>
#include <vector>

namespace rigwright {

/// Every part that has a price and that the user did not hide, in the order of the catalog.
struct Pool {
    std::vector<Device> devices;
    std::vector<Priced<Cpu>> cpus;
    std::vector<Priced<Board>> boards;
    std::vector<Priced<MemoryKit>> memory;
    std::vector<Priced<Drive>> drives;
    std::vector<Priced<PowerSupply>> supplies;
    std::vector<Priced<Case>> cases;
    std::vector<Priced<Cooler>> coolers;
    std::vector<Priced<CompleteSystem>> systems;
    std::int64_t candidates = 0;        ///< of the priced parts
    std::int64_t catalogCandidates = 0; ///< of all parts that are not hidden
};

inline constexpr int kMostAccelerators = 8;

/// An error: an offer in a currency without a rate.
[[nodiscard]] Expected<Pool> pricedParts(const Question& question);

/// CPUs that a machine on this board has: one in every socket.
[[nodiscard]] int socketsOf(const Board& board);

/// Quantities of a kit that give each socket of the board equally many modules, evenly on its channels.
[[nodiscard]] std::vector<int> kitQuantities(const Board& board, const MemoryKit& kit);

} // namespace rigwright
