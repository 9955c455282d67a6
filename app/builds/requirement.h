// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build_line.h"
#include "sizing/workload.h"
#include "units/date.h"
#include "units/id.h"
#include "units/money.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

enum class Enclosure { Any, Tower, Rack };

/// What machines are ranked by beside price and speed: least power at the wall, least noise, most headroom, most room for
/// further cards. An unknown figure ranks last.
enum class Objective { Power, Noise, Headroom, UpgradeRoom };

/// The circuit that a machine is plugged into.
struct WallCircuit {
    int volts = 230;  ///< 100 to 240
    int amperes = 16; ///< of its breaker
    bool operator==(const WallCircuit&) const = default;
};

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
    bool allowHostOffload = true;            ///< machines may keep part of the model in RAM, or run it there
    std::optional<WallCircuit> circuit = {}; ///< empty: unknown; machines beyond 120 V × 15 A are warned of
    std::vector<std::string> formFactors = {}; ///< of boards, as in Board; empty: any
    std::vector<Objective> objectives = {};    ///< beside price and speed
    std::vector<BuildLine> owned = {};         ///< parts at hand: so many of each cost nothing
    bool mixedCards = false;                   ///< also machines with two kinds of accelerators
    std::optional<Date> today = {}; ///< to which prices' ages are reckoned; empty: to the day of the catalog

    bool operator==(const Requirement&) const = default;
};

} // namespace rigwright
