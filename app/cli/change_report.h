// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/limit_price.h"
#include "builds/changes/upgrade.h"
#include "cli/json.h"

#include <iosfwd>
#include <vector>

// Repairs, upgrades and the prices of limits.
namespace rigwright {

[[nodiscard]] Json toJson(const Catalog& catalog, const std::vector<ChangeSet>& sets);
[[nodiscard]] Json toJson(const std::vector<LimitPrice>& limits);

/// Each set by number: its price and speed, what to take out, what to buy, what to set. `before` is the machine without the
/// changes.
void printChanges(std::ostream& out, const Catalog& catalog, const std::vector<ChangeSet>& sets,
                  const EvaluatedBuild& before);
void printLimits(std::ostream& out, const std::vector<LimitPrice>& limits);

} // namespace rigwright
