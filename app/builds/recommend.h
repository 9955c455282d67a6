// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search.h"

#include <optional>

namespace rigwright {

/// As fast as people read: 238 words a minute (Brysbaert, Journal of Memory and Language 109, 2019) are about five tokens a
/// second.
inline constexpr TokensPerSecond kReadingSpeed{5};

/// True when one user waits for the words; false as well where the speed is unknown.
[[nodiscard]] bool isSlowerThanReading(const EvaluatedBuild& build);

/// Tokens per second of all users for each unit of money; nothing when either is unknown.
[[nodiscard]] std::optional<double> speedForTheMoney(const EvaluatedBuild& build);

/// The machine to show first: of those on the front that are as fast as people read the one with the most speed for the money,
/// else the fastest of the front, else the cheapest machine. Null where there is none.
[[nodiscard]] const EvaluatedBuild* recommendedBuild(const SearchResult& result);

} // namespace rigwright
