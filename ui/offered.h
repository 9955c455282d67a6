// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/workload.h"

#include <QString>

#include <optional>
#include <vector>

// What the panel offers to choose from, which follows from one choice to the next: kind of work, engine, weights.
namespace rigwright {

/// Engines that do this kind of work.
[[nodiscard]] std::vector<Engine> enginesFor(WorkloadKind kind);
/// True when the engine loads the weights and the kind of work is done in such.
[[nodiscard]] bool isOffered(const Workload& workload);

/// Weights that stand together in a list.
enum class FormatGroup { HighBits, EightBits, FourBits, KQuants, IQuants, OtherGguf };
[[nodiscard]] FormatGroup groupOf(WeightFormat format);
[[nodiscard]] QString formatGroupText(FormatGroup group);

} // namespace rigwright
