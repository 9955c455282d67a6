// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"

#include <optional>

namespace rigwright {

/// How the modules of a machine lie on the memory channels of its CPUs.
struct MemoryLayout {
    int modules = 0;
    Bytes capacity;
    int sockets = 0;               ///< with a CPU in it
    int channels = 0;              ///< of all those sockets, as CPU and board both have them; 0: unknown
    int populatedChannels = 0;     ///< with a module; 0: unknown
    int modulesPerChannel = 0;     ///< on the fullest channel; 0: unknown
    std::optional<int> speed;      ///< MT/s that the modules run at; empty: a figure is unknown
    std::optional<int> ratedSpeed; ///< the same with one module a channel
    std::optional<BytesPerSecond> bandwidth;
};

/// Modules are spread evenly over the sockets, and over the channels of a socket.
[[nodiscard]] MemoryLayout layOutMemory(const Machine& machine);

/// MT/s that CPUs and board run modules of a type ("DDR5") at, so many on the fullest channel. Where neither maker says what
/// becomes of two, what usually does. Empty: a CPU's figure is unknown, or there is none.
[[nodiscard]] std::optional<int> hostMemorySpeed(const Machine& machine, const std::string& memoryType,
                                                 int modulesPerChannel);

/// Whether so many modules of one socket lie on its channels as makers support it: one, or an even number of channels with
/// one module each, or every channel with equally many (AMD's EPYC 9004 and Intel's Xeon population guides). 0 channels:
/// unknown, and nothing is said.
[[nodiscard]] bool isEvenPopulation(int modules, int channels);

} // namespace rigwright
