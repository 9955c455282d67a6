// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/offer.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rigwright {

/// Where a figure of a comparison comes from.
enum class SourceKind {
    Catalog, ///< a price or fact with a source of its own
    User,    ///< entered, other than the default
    Default, ///< assumed by the program
    Estimate ///< worked out by the program from the machine
};

/// The name in JSON: "catalog", "user", "default", "estimate".
[[nodiscard]] const char* sourceKindName(SourceKind kind);

/// One figure: what it is, how much, and who says so.
struct CostSource {
    std::string what; ///< English template, marked RIGWRIGHT_TEXT("Costs", …)
    std::vector<std::pair<std::string, std::string>> evidence; ///< what to fill it with
    std::string value; ///< with its unit: "0.18 USD/kWh", "$1,599.00", "19 %"
    SourceKind kind = SourceKind::Default;
    std::string source;       ///< as in the catalog; empty: the user, or the program
    std::optional<Date> date; ///< of the price
    Verification state = Verification::Unverified;
};

} // namespace rigwright
