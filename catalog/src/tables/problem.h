// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rigwright {

/// What is wrong with the tables, and where.
struct Problem {
    std::string file;
    std::size_t line = 0; ///< from 1; 0: the file as a whole
    std::string column;   ///< empty: the row as a whole
    std::string message;

    /// "catalog/data/cpus.csv:12:memory_channels: expected a whole number from 1 to 16, got 'two'"
    [[nodiscard]] std::string text() const;
};

using Problems = std::vector<Problem>;

/// More than these help nobody.
inline constexpr std::size_t kMostProblems = 50;

} // namespace rigwright
