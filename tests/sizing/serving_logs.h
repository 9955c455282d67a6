// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"

#include <string>
#include <vector>

// What serving engines printed as they started, and what the plan says of the same set-up.
namespace rigwright {

/// One figure of a start-up log beside ours.
struct ServingFigure {
    std::string run;
    std::string engine;
    std::string quantity; ///< "weights_gib", "pool_gib", "pool_tokens", "requests", "peak_gib"
    double printed = 0;
    double planned = 0;

    /// Planned over printed, less one.
    [[nodiscard]] double error() const { return planned / printed - 1; }
};

/// Plans every set-up of tests/data/serving_memory.csv, whose path is given.
[[nodiscard]] std::vector<ServingFigure> planServingLogs(const std::string& path, const Catalog& catalog);

/// The section of an accuracy report: a table in Markdown of every figure and, for each quantity, of the median and the 90th
/// percentile of the errors.
[[nodiscard]] std::string servingSection(const std::vector<ServingFigure>& figures);

} // namespace rigwright
