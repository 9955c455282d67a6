// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/cluster.h"
#include "builds/search.h"

#include <nlohmann/json.hpp>

// The JSON of the command line: schemas "rigwright.*/1". Keys may be added, never renamed.
namespace rigwright {

using Json = nlohmann::ordered_json;

template <class Unit>
[[nodiscard]] Json toJson(const Range<Unit>& range)
{
    return {{"low", range.low.value()}, {"mid", range.mid.value()}, {"high", range.high.value()}};
}

[[nodiscard]] Json toJson(const Money& amount);
[[nodiscard]] Json toJson(const std::vector<Finding>& findings);
/// What a price's age and state add to the JSON of anything that has a price; null where it has none.
[[nodiscard]] Json standingJson(const std::optional<PriceStanding>& standing);
[[nodiscard]] Json toJson(const MemoryBreakdown& memory);
[[nodiscard]] Json toJson(const HostDemand& demand);
[[nodiscard]] Json toJson(const Placement& placement);
[[nodiscard]] Json toJson(const SpeedEstimate& speed);
[[nodiscard]] Json toJson(const std::vector<PricedLine>& lines);
[[nodiscard]] Json toJson(const EvaluatedBuild& build);
[[nodiscard]] Json toJson(const SearchResult& result);
[[nodiscard]] Json toJson(const ClusterProposal& cluster);
/// Null for an unknown speed.
[[nodiscard]] Json toJson(const std::optional<SpeedEstimate>& speed);
[[nodiscard]] Json modelSummary(const QuantizedModel& model);

} // namespace rigwright
