// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace rigwright::checks {

/// The middle of figures that are above zero and their spread, on a logarithmic scale, so that ten times too much and a tenth are
/// equally far off. Both resist outliers: median and median absolute deviation.
struct LogSpread {
    double median = 0; ///< in the figures' own unit
    double deviation =
        0; ///< natural logarithm of the factor that is one standard deviation of a normal spread

    /// How far from the median a figure may be: `deviations` of the spread, but no less than a factor of `leastFactor`.
    [[nodiscard]] double allowedFactor(double leastFactor, double deviations) const;
    /// By what factor a figure is above or below the median: always 1 or more.
    [[nodiscard]] double factor(double value) const;
};

/// Nothing for fewer than `fewest` figures: no middle can be trusted then.
[[nodiscard]] std::optional<LogSpread> logSpread(std::vector<double> figures, std::size_t fewest);

} // namespace rigwright::checks
