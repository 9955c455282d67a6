// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <vector>

namespace rigwright {

/// The figures of a chart in words: for the table beside it, for the report, and for who can't see the chart.
struct FigureTable {
    QString title;
    QStringList headers;
    std::vector<QStringList>
        rows; ///< each as long as the headers; the first column says what the row is about
    std::vector<int> textColumns = {0}; ///< all others hold amounts
    bool breaksLines = false;           ///< texts go on below where they have no room
};

// `drawn`: indexes of the scenarios that are drawn, owning first; those that don't exist are left out. All follow the
// language of the window: ask again on LanguageChange.

/// What has been paid by each month, with the range around it where there is one.
[[nodiscard]] FigureTable monthFigures(const CostComparison& comparison,
                                       const std::vector<std::size_t>& drawn);
/// A row for each year and scenario: capital, operating, both, and the depreciation of the own hardware.
[[nodiscard]] FigureTable yearFigures(const CostComparison& comparison,
                                      const std::vector<std::size_t>& drawn);
/// What each scenario is made of: a row for each kind of payment with its total over the years, and their sums.
[[nodiscard]] FigureTable itemFigures(const CostComparison& comparison,
                                      const std::vector<std::size_t>& drawn);
/// Cost per million output tokens over utilization.
[[nodiscard]] FigureTable utilizationFigures(const CostComparison& comparison,
                                             const std::vector<std::size_t>& drawn);
/// What each factor alone does to the advantage of owning.
[[nodiscard]] FigureTable sensitivityFigures(const CostComparison& comparison,
                                             const std::vector<std::size_t>& drawn);

} // namespace rigwright
