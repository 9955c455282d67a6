// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rigwright {

/// Where an axis begins and ends, and how far apart its labels are: at whole multiples of the step.
struct AxisRange {
    double low = 0;
    double high = 1;
    double step = 1;
};

/// A step of 1, 2 or 5 times a power of ten that covers `span` in at most `maxSteps` steps; 1 for a span that isn't
/// positive and finite.
[[nodiscard]] double niceStep(double span, int maxSteps);

/// From zero to the next whole step at or above `highest`.
[[nodiscard]] AxisRange axisFromZero(double highest, int maxSteps);

/// From the whole step at or below `lowest` to that at or above `highest`; zero always lies on it.
[[nodiscard]] AxisRange axisWithZero(double lowest, double highest, int maxSteps);

/// Around the values from `lowest` to `highest`, with a little room on both sides; from zero where that wastes less than
/// three tenths of the axis.
[[nodiscard]] AxisRange axisAround(double lowest, double highest, int maxSteps);

/// Months from zero, a label every quarter, half year, year or two.
[[nodiscard]] AxisRange axisOfMonths(int months);

} // namespace rigwright
