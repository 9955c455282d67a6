// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/assumptions.h"

#include <nlohmann/json.hpp>
#include <string>

// Everything that a user assumes of costs, flat, with the units in the keys. Cases and answers hold the same keys.
namespace rigwright {

[[nodiscard]] nlohmann::ordered_json costAssumptionsJson(const CostAssumptions& assumptions);

/// `where` leads to the object. An error names key and what was expected, or says what is out of range.
[[nodiscard]] Expected<CostAssumptions> readCostAssumptions(const nlohmann::json& object,
                                                            const std::string& where);

} // namespace rigwright
