// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

// A chart as shapes, in points from its top left corner: any format can draw it, and all draw the same.
namespace rigwright {

/// What a shape is drawn in. Series have colours of their own; the others are those of the page.
struct ChartInk {
    enum class Role { Series, Text, Muted, Grid, OnSeries } role = Role::Series;
    std::uint32_t rgb = 0; ///< of Series; of OnSeries: of the ground
    bool operator==(const ChartInk&) const = default;
};

struct ChartPoint {
    double x = 0;
    double y = 0;
};

struct DrawnBar {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    ChartInk ink;
};

struct DrawnLine {
    std::vector<ChartPoint> points; ///< at least two
    ChartInk ink;
    double width = 1;
    bool dashed = false;
};

/// Filled, and shining through.
struct DrawnArea {
    std::vector<ChartPoint> points; ///< at least three
    ChartInk ink;
};

struct DrawnLabel {
    enum class Anchor { Start, Middle, End };
    double x = 0; ///< of the anchor
    double y = 0; ///< of the base line
    std::string text;
    Anchor anchor = Anchor::Start;
    ChartInk ink;
    double size = 8; ///< of the font
};

using ChartShape = std::variant<DrawnArea, DrawnBar, DrawnLine, DrawnLabel>;

struct ChartDrawing {
    double width = 0;
    double height = 0;
    std::vector<ChartShape> shapes; ///< in the order in which they are drawn
};

} // namespace rigwright
