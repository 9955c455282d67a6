// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// The figures that a chart refers to, taken out of their tables.
struct ChartFigures {
    struct Series {
        std::string name;
        std::uint32_t rgb = 0;
        bool dashed = false;
        std::vector<std::optional<double>> values = {}; ///< one for each category, as all the following
        std::vector<std::string> texts = {};            ///< of the values
        std::vector<std::optional<double>> low = {};
        std::vector<std::optional<double>> high = {};
    };
    std::vector<std::string> categories;
    std::vector<double> positions; ///< of the categories on an axis of numbers; empty: they are no numbers
    std::vector<Series> series;
    std::vector<std::optional<double>> limits; ///< empty: there are none
    std::string limitName;                     ///< the title of their column
};

[[nodiscard]] ChartFigures chartFigures(const Document& document, const DocumentChart& chart);

} // namespace rigwright
