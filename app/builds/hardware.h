// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"
#include "models/quantized_model.h"

namespace rigwright {

/// RAM that stays with the operating system, the engine's own code and its caches of files.
inline constexpr Bytes kSystemMemory = 8_GiB;

/// What the parts of a machine are as hardware to place a model on.
[[nodiscard]] Hardware hardwareOf(const Machine& machine);

/// The same with the RAM that the operating system leaves for a model.
[[nodiscard]] Hardware leftForModel(Hardware hardware);

/// Whether a plan leaves layers, or experts, to the CPUs.
[[nodiscard]] bool usesHost(const QuantizedModel& model, const Hardware& hardware, const MemoryPlan& plan);

} // namespace rigwright
