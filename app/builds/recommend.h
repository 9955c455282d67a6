// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search.h"

namespace rigwright {

/// The machine of the front with the most speed for the money: tokens per second of all users over the price. Null when
/// no machine has a known speed and a price.
[[nodiscard]] const EvaluatedBuild* recommendedBuild(const SearchResult& result);

/// Tokens per second of all users for each unit of money; nothing when either is unknown.
[[nodiscard]] std::optional<double> speedForTheMoney(const EvaluatedBuild& build);

} // namespace rigwright
