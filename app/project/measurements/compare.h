// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/measurements/match.h"
#include "speed/correction.h"

namespace rigwright {

/// One speed of a run beside what is estimated for it without any correction.
struct ComparedSpeed {
    std::string where; ///< in the file
    std::string modelName;
    WeightFormat weights = WeightFormat::Fp16;
    bool ofPrompt = false; ///< else of one user's answer
    std::int64_t promptTokens = 0;
    std::int64_t outputTokens = 0;
    std::int64_t depth = 0;
    int concurrency = 1;
    TokensPerSecond measured;
    TokensPerSecond estimated;
    /// English template, marked RIGWRIGHT_TEXT("Measurements", …): why the run does not count; empty: it does.
    std::string leftOut;
};

/// What a file says of one device with one engine.
struct Comparison {
    std::string deviceName;
    DeviceCorrection correction; ///< factors: the medians of measured over estimated
    std::vector<ComparedSpeed> speeds;
};

/// Compares every run with its estimate. A speed beyond what the data sheet allows, or factors that no device of the name
/// would have, are failures: something else was measured than was named. `source` and `today` go into the corrections.
[[nodiscard]] Matched<std::vector<Comparison>>
compareWithEstimates(const Catalog& catalog, const std::vector<BenchmarkRun>& runs,
                     const MatchOptions& options, const std::string& source, const Date& today);

} // namespace rigwright
