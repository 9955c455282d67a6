// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/ticks.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {
constexpr double kAffordableWaste = 0.3;
constexpr double kLeastSpan = 0.1; ///< of the highest value
constexpr double kMargin = 0.06;
} // namespace

double niceStep(double span, int maxSteps)
{
    if (!std::isfinite(span) || span <= 0 || maxSteps < 1) {
        return 1;
    }
    const double least = span / maxSteps;
    const double decade = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        // The margin keeps 0.3 / 3 from asking for a step above 0.1.
        if (factor * decade >= least * (1 - 1e-9)) {
            return factor * decade;
        }
    }
    return 10 * decade;
}

AxisRange axisFromZero(double highest, int maxSteps)
{
    const double top = std::isfinite(highest) && highest > 0 ? highest : 1;
    const double step = niceStep(top, maxSteps);
    return {0, std::ceil(top / step * (1 - 1e-9)) * step, step};
}

AxisRange axisWithZero(double lowest, double highest, int maxSteps)
{
    const double low = std::isfinite(lowest) ? std::min(lowest, 0.0) : 0;
    const double high = std::isfinite(highest) ? std::max(highest, 0.0) : 0;
    if (low == 0 || high == low) {
        return axisFromZero(high, maxSteps);
    }
    const double step = niceStep(high - low, maxSteps);
    return {std::floor(low / step * (1 - 1e-9)) * step, std::ceil(high / step * (1 - 1e-9)) * step, step};
}

AxisRange axisAround(double lowest, double highest, int maxSteps)
{
    if (!std::isfinite(lowest) || !std::isfinite(highest) || lowest > highest ||
        lowest < highest * kAffordableWaste) {
        return axisFromZero(highest, maxSteps);
    }
    const double span = std::max(highest - lowest, highest * kLeastSpan);
    const double margin = span * kMargin;
    return {lowest - margin, highest + margin, niceStep(span, maxSteps)};
}

AxisRange axisOfMonths(int months)
{
    const int last = std::max(months, 1);
    int step = 3;
    if (last > 60) {
        step = 12;
    } else if (last > 12) {
        step = 6;
    }
    return {0, static_cast<double>(last), static_cast<double>(step)};
}

} // namespace rigwright
