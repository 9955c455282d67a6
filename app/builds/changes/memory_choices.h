// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// What memory rules and bandwidth read of a board and its CPUs: platforms that agree in it take the same memory.
struct MemoryPlatform {
    std::string boardType;
    std::vector<std::string> boardModules;
    std::vector<int> boardFigures; ///< -1: unknown
    std::vector<std::string> cpuTypes;
    std::vector<std::string> cpuModules;
    std::vector<int> cpuFigures;
    std::optional<Bytes> boardMost;
    std::optional<Bytes> cpuMost;
    auto operator<=>(const MemoryPlatform&) const = default;
};

[[nodiscard]] MemoryPlatform memoryPlatformOf(const Machine& machine);

/// Equal kits on one platform.
struct MemoryChoice {
    const MemoryKit* kit = nullptr;
    int quantity = 1;
    std::int64_t price = 0;
    Bytes capacity;
    int channels = 0; ///< with a module
    std::optional<BytesPerSecond> bandwidth;
    int doubts = 0; ///< rules about memory and platform that can't be verified
};

/// The same with what it is on this platform; nothing: a rule about memory forbids it. `machine`: board and CPUs.
[[nodiscard]] std::optional<MemoryChoice> judgedOn(Machine& machine, const MemoryKit& kit, int quantity,
                                                   std::int64_t price);

/// Those with no less capacity, and on no fewer channels, than the memory before, as far as any has so much; and of these only
/// those that none that costs no more is as good as in capacity, bandwidth and what is known of it.
[[nodiscard]] std::vector<MemoryChoice> worthwhile(std::vector<MemoryChoice> choices, const Machine& before);

} // namespace rigwright
