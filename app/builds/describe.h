// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"

#include <string>

namespace rigwright {

/// A part of a machine, of any category.
struct PartUse {
    PartCategory category = PartCategory::Accelerator;
    const PartInfo* info = nullptr;
    int quantity = 1;
};

/// Every part, in the order of a parts list, each part once.
[[nodiscard]] std::vector<PartUse> partsOf(const Machine& machine);

/// The build that these parts are.
[[nodiscard]] Build buildOf(const Machine& machine);

/// Equal for equal parts and quantities, whatever their order; stays the same from run to run.
[[nodiscard]] std::string idOf(const Build& build);

/// "2 × RTX 3090 24 GB", "2 × EPYC 9655, 768 GB RAM", or the name of a complete system. `withMemory` adds the RAM to the
/// accelerators, for machines where it holds part of the model.
[[nodiscard]] std::string titleOf(const Machine& machine, bool withMemory);

} // namespace rigwright
