// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/json.h"
#include "project/machine_set.h"

#include <string>
#include <vector>

// What the catalog says differently now than when something was priced.
namespace rigwright {

/// "GeForce RTX 4090: $1,599.00 then, $1,799.00 now"
[[nodiscard]] std::string differenceText(const SavedDifference& difference);
[[nodiscard]] Json differencesJson(const std::vector<SavedDifference>& differences);

} // namespace rigwright
