// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/parts.h"

#include <algorithm>

namespace rigwright {

const char* categoryName(PartCategory category)
{
    switch (category) {
    case PartCategory::Accelerator: return "accelerator";
    case PartCategory::Cpu: return "cpu";
    case PartCategory::Board: return "board";
    case PartCategory::Memory: return "memory";
    case PartCategory::Storage: return "storage";
    case PartCategory::PowerSupply: return "psu";
    case PartCategory::Case: return "case";
    case PartCategory::Cooler: return "cooler";
    case PartCategory::NetworkCard: return "nic";
    case PartCategory::System: return "system";
    }
    return "";
}

Verification weakestState(const PartInfo& part)
{
    Verification weakest = part.specs.state;
    for (const SpecGroup& group : part.groups) {
        weakest = std::max(weakest, group.provenance.state);
    }
    return weakest;
}

} // namespace rigwright
