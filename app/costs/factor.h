// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// What may come out other than assumed.
enum class CostFactor {
    Use,           ///< requests, or hours in use
    HardwarePrice, ///< of the own machine
    OwnSpeed,
    Power,       ///< of the own machine, under load and idle
    Electricity, ///< tariff
    PowerUsage,  ///< what the facility takes beyond the machine: PUE less 1
    Running,     ///< room, support, software and staff together
    ResidualValue,
    CloudPrice,
    CloudSpeed,
    ApiPrice
};

/// The name in JSON: "use", "hardware-price", "own-speed", "power", "electricity", "power-usage", "running",
/// "residual-value", "cloud-price", "cloud-speed", "api-price".
[[nodiscard]] const char* costFactorName(CostFactor factor);
[[nodiscard]] Expected<CostFactor> parseCostFactor(std::string_view name);
[[nodiscard]] std::vector<CostFactor> allCostFactors();

/// Between what multiples of the assumed value a factor lies: 10th and 90th percentile in the eyes of whoever gives it.
struct FactorRange {
    CostFactor factor = CostFactor::Use;
    double low = 1;  ///< above 0 to 1; 0 allowed where nothing may come of it
    double high = 1; ///< 1 or more
    /// Why: English template, marked RIGWRIGHT_TEXT("Costs", …). Empty: the user said so.
    std::string reason = {};

    bool operator==(const FactorRange&) const = default;
};

} // namespace rigwright
