// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"

#include <vector>

namespace rigwright {

/// Equal parts of a machine.
template <class Part>
struct Used {
    const Part* part = nullptr;
    int quantity = 1;
};

/// What a machine must satisfy beyond holding together; a default-made one demands nothing.
struct Demands {
    bool ecc = false;
    Enclosure enclosure = Enclosure::Any;
    std::optional<AcceleratorVendor> vendor;
    std::optional<Watts> maxWallPower;
    std::optional<WallCircuit> circuit = {};
    std::vector<std::string> formFactors = {}; ///< of boards; empty: any
    Bytes modelFile;                           ///< 0: no model
};

/// A build with its parts looked up: what the rules read. Parts that a machine lacks, and parts that the search has not
/// chosen yet, are absent, and then a rule that reads them has nothing to say.
struct Machine {
    std::vector<Used<Accelerator>> accelerators; ///< that are lines of their own, not those inside `system`
    std::vector<Used<Cpu>> cpus;
    const Board* board = nullptr;
    std::vector<Used<MemoryKit>> memory;
    std::vector<Used<Drive>> drives;
    std::vector<Used<PowerSupply>> supplies;
    const Case* enclosure = nullptr;
    std::vector<Used<Cooler>> coolers;
    std::vector<Used<NetworkCard>> networkCards;
    const CompleteSystem* system = nullptr;
    const Accelerator* systemAccelerator = nullptr;
    std::optional<Watts> powerCap = {}; ///< as in Build
    Demands demands;
};

/// More of one part than any machine holds is a slip of the pen, and would overflow sums.
inline constexpr int kLargestQuantity = 1000;

/// Finds every part of a build. An error: a part that the catalog lacks, a quantity below one, no line at all, or more
/// than one board, case or complete system (a build is one machine).
[[nodiscard]] Expected<Machine> lookUp(const Catalog& catalog, const Build& build);

template <class Part>
[[nodiscard]] int countOf(const std::vector<Used<Part>>& parts)
{
    int count = 0;
    for (const Used<Part>& used : parts) {
        count += used.quantity;
    }
    return count;
}

/// "2 × EPYC 9655", "Ryzen 5 7600"; several kinds are joined by " + ".
template <class Part>
[[nodiscard]] std::string namesOf(const std::vector<Used<Part>>& parts)
{
    std::string names;
    for (const Used<Part>& used : parts) {
        names += names.empty() ? "" : " + ";
        names += used.quantity > 1 ? std::to_string(used.quantity) + " × " : "";
        names += used.part->info.name;
    }
    return names;
}

} // namespace rigwright
