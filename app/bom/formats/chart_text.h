// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/formats/chart_drawing.h"

#include <string>
#include <string_view>

// How much room texts take in a chart, without a font: as in DejaVu Sans, which is among the widest of its kind.
namespace rigwright {

inline constexpr double kChartFont = 8;

[[nodiscard]] double textWidth(std::string_view text, double size = kChartFont);
/// In one line, cut with an ellipsis where it is wider than `room`; empty where not even that has room.
[[nodiscard]] std::string elided(std::string_view text, double room, double size = kChartFont);

struct LabelBox {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};
[[nodiscard]] LabelBox boxOf(const DrawnLabel& label);

/// "1,500", "0.25": a value at an axis whose labels are `step` apart.
[[nodiscard]] std::string tickText(double value, double step);

} // namespace rigwright
