// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"
#include "sizing/workload.h"
#include "units/date.h"
#include "units/id.h"
#include "units/money.h"

#include <optional>

namespace rigwright {

enum class Enclosure { Any, Tower, Rack };

/// What the user wants. The model is looked up in the catalog.
struct Requirement {
    ModelId model;
    Workload workload;
    Money budget; ///< before tax; its currency is the currency of the answer
    std::optional<Watts> maxWallPower;
    std::optional<TokensPerSecond> minDecode; ///< of one user
    Enclosure enclosure = Enclosure::Any;
    bool requireEcc = false; ///< host memory
    std::optional<AcceleratorVendor> vendor;
    bool allowHostOffload = true;   ///< machines may keep part of the model in RAM, or run it there
    std::optional<Date> today = {}; ///< to which prices' ages are reckoned; empty: to the day of the catalog
};

} // namespace rigwright
