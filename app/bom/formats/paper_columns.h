// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"

#include <vector>

// Which columns of a table stand beside each other on a page, and how wide.
namespace rigwright {

struct PaperColumns {
    struct Shown {
        std::size_t index = 0; ///< of the table's column
        double width = 0;      ///< with its padding
    };
    std::vector<Shown> shown;
    std::vector<std::size_t> below; ///< what has no room beside the others stands below each line
    double points = 8;              ///< of the font
};

inline constexpr double kCellPadding = 38; ///< tenths of a point, on each side

/// Those that hold nothing, and stand not to be filled in, are left out where there is no room for all; then the last
/// details go below, then the last columns of words. Figures stay in one line.
[[nodiscard]] PaperColumns choosePaperColumns(const DocumentTable& table, double width);

} // namespace rigwright
