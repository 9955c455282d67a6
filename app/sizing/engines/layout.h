// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"

// What the layouts of several engines share.
namespace rigwright {

/// One empty entry for each accelerator, and the host with its capacity.
[[nodiscard]] MemoryBreakdown emptyBreakdown(const Hardware& hardware);

/// True when the accelerators use the host's own memory.
[[nodiscard]] bool hasUnifiedMemory(const Hardware& hardware);

/// What the driver's context and the libraries take on each device once an engine runs. Nvidia's context with cuBLAS is
/// 300 to 600 MiB by generation; peers reserve 500 MiB (GPUStack).
inline constexpr Bytes kDriverContext = 500_MiB;

/// Decides whether the plan fits, with a blocker for the first device, or the host, that holds too little.
void addFitFindings(MemoryPlan& plan);

} // namespace rigwright
