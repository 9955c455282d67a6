// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/devices.h"

#include <array>
#include <cstdint>
#include <vector>

namespace rigwright {

/// Every part that has a price and that the user did not hide, or has, in the order of the catalog.
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
    std::int64_t configurations =
        0; ///< kinds and numbers of accelerators, none included, but not those beyond the budget
    std::int64_t beyondBudget =
        0; ///< of `candidates`, those of mixtures that cost more than the budget by themselves
    std::int64_t candidates = 0;        ///< of the parts in numbers that can be had
    std::int64_t catalogCandidates = 0; ///< of all parts that the user allows
};

inline constexpr int kMostAccelerators = 8;
inline constexpr int kMostMixed = 4; ///< accelerators of two kinds together

/// Accelerators of two kinds in numbers that can be had.
struct Mixture {
    std::array<const Device*, 2> devices = {};
    std::array<int, 2> counts = {};
    std::int64_t price = 0; ///< of the cheapest cards
};

/// Whether machines may have both kinds: one vendor's driver runs them.
[[nodiscard]] bool mixes(const Accelerator& one, const Accelerator& other);

/// All that the requirement asks for, in the order of the catalog.
[[nodiscard]] std::vector<Mixture> mixturesOf(const Question& question, const std::vector<Device>& devices);

/// An error: an offer in a currency without a rate.
[[nodiscard]] Expected<Pool> pricedParts(const Question& question);

/// Those parts of a pool that are sold, whatever is at hand.
[[nodiscard]] Pool soldParts(Pool pool);

/// CPUs that a machine on this board has: one in every socket.
[[nodiscard]] int socketsOf(const Board& board);

/// Quantities of a kit that give each socket of the board equally many modules, evenly on its channels.
[[nodiscard]] std::vector<int> kitQuantities(const Board& board, const MemoryKit& kit);
/// Of these, those that can be had.
[[nodiscard]] std::vector<int> pricedQuantities(const Board& board, const Priced<MemoryKit>& kit);

} // namespace rigwright
