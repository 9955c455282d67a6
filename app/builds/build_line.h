// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"

#include <optional>
#include <vector>

namespace rigwright {

struct BuildLine {
    PartCategory category = PartCategory::Accelerator;
    PartId part;
    int quantity = 1;
    bool operator==(const BuildLine&) const = default;
};

/// A complete machine: parts and quantities. A memory line counts kits.
struct Build {
    std::vector<BuildLine> lines;
    /// What each accelerator is held to, below its board power (`nvidia-smi -pl`); empty: nothing is set.
    std::optional<Watts> powerCap = {};
    bool operator==(const Build&) const = default;
};

} // namespace rigwright
