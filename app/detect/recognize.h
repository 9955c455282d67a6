// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build_line.h"
#include "detect/system_texts.h"
#include "facts/catalog.h"
#include "units/finding.h"

#include <vector>

namespace rigwright {

/// A part as the system names it, and which of the catalog it is.
struct RecognizedPart {
    PartCategory category = PartCategory::Accelerator;
    std::string asNamed; ///< "NVIDIA GeForce RTX 3090"
    int quantity = 1;
    PartId part;          ///< empty: the catalog has none like it
    bool assumed = false; ///< the nearest of several that the system can't tell apart
};

struct RecognizedMachine {
    Build build; ///< the recognized parts
    std::vector<RecognizedPart> parts;
    std::vector<Finding> findings; ///< what the system didn't tell: power supply, case, cooler
};

/// The parts of the catalog that a system is made of. Never a guess without being marked as one.
[[nodiscard]] RecognizedMachine recognize(const Catalog& catalog, const SystemTexts& system);

} // namespace rigwright
