// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace rigwright::accuracy {

/// Relative errors of one quantity: computed over measured, less one.
struct Errors {
    std::string quantity;
    std::vector<double> values;

    void add(double computed, double measured) { values.push_back(computed / measured - 1); }
    /// The value that this share of the absolute errors stays below; 0.5 for the median.
    [[nodiscard]] double quantile(double share) const;
};

/// A table in Markdown: number, median, 90th percentile and the worst of each.
[[nodiscard]] std::string errorTable(const std::vector<Errors>& errors);

} // namespace rigwright::accuracy
