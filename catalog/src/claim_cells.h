// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/claim.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

// The cells of claims.csv that hold more than one value, and its words.
namespace rigwright {

/// "rtx-4090;epyc-9655*2": ids and how many of each, from 1 to 100,000; empty for anything else.
[[nodiscard]] std::optional<std::vector<PartCount>> parsePartCounts(std::string_view cell);
/// "7799;49000*2": amounts and how many of each; empty for anything else.
[[nodiscard]] std::optional<std::vector<std::pair<double, int>>> parseTerms(std::string_view cell);

[[nodiscard]] std::optional<ClaimQuantity> parseClaimQuantity(std::string_view name);
[[nodiscard]] std::optional<ClaimMeaning> parseClaimMeaning(std::string_view name);
[[nodiscard]] std::optional<ClaimUnit> parseClaimUnit(std::string_view name);
[[nodiscard]] std::vector<std::string> claimQuantityNames();
[[nodiscard]] std::vector<std::string> claimMeaningNames();
[[nodiscard]] std::vector<std::string> claimUnitNames();

} // namespace rigwright
