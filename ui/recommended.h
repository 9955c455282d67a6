// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search.h"

namespace rigwright {

/// As fast as people read: 238 words a minute (Brysbaert, Journal of Memory and Language 109, 2019) are about five tokens a
/// second.
inline constexpr TokensPerSecond kReadingSpeed{5};

[[nodiscard]] bool isSlowerThanReading(const EvaluatedBuild& build);

/// The machine to show first: the cheapest of the front that is as fast as people read, else the fastest of the front. Null
/// where there is none.
[[nodiscard]] const EvaluatedBuild* recommendedBuild(const SearchResult& result);

} // namespace rigwright
