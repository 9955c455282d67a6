// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/change.h"
#include "builds/search.h"

#include <stop_token>
#include <utility>
#include <vector>

namespace rigwright {

/// A limit of the requirement, and what it costs to keep it.
struct LimitPrice {
    std::string
        limit; ///< "budget", "wall-power", "circuit", "vendor", "enclosure", "form-factor", "ecc", "host-offload",
               ///< "targets"
    /// "{more} more buys {gain} of memory and {speed} tokens/s": marked RIGWRIGHT_TEXT("Limit", …)
    std::string text;
    std::vector<std::pair<std::string, std::string>> evidence;
    EvaluatedBuild machine; ///< the next better one, or the best without the limit
    Money difference; ///< its price less that of the recommended machine; of the budget: less the budget
    std::optional<double> speedRatio; ///< over the recommended machine; empty: there is none
};

/// Of each limit that keeps a better machine out, the price; the most worthwhile first. Limits that bind nothing are not in it.
[[nodiscard]] Expected<std::vector<LimitPrice>>
priceLimits(const Catalog& catalog, const Requirement& requirement, const SearchResult& result,
            std::stop_token stop = {}, const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
