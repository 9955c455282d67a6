// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"
#include "sizing/plan.h"

namespace rigwright {

/// What a machine may be ranked by beside price, speed and power. `plan` is of the model on the `hardware` that the machine is,
/// less what the operating system keeps.
[[nodiscard]] Merits meritsOf(const Machine& machine, const MemoryPlan& plan, const Hardware& hardware);

/// Sounds of its CPU coolers together, in dB(A); empty: one is unknown, or there is none.
[[nodiscard]] std::optional<double> noiseOf(const Machine& machine);

/// Free on the fullest accelerator; on a machine without one, of the RAM.
[[nodiscard]] Bytes headroomOf(const MemoryPlan& plan, const Hardware& hardware);

/// How many further cards like its own (without cards: common ones of 300 W and double width) board, case and power supply would
/// still take, by the rules that a machine is checked with. Complete systems: none.
[[nodiscard]] int roomForCards(const Machine& machine);

} // namespace rigwright
