// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/chart_svg.h"

#include "bom/formats/markup.h"
#include "units/format.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace rigwright {

namespace {

template <class... Cases>
struct SvgCases : Cases... {
    using Cases::operator()...;
};

std::string coordinate(double value)
{
    std::string text = formatFixed(value, 2);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string attribute(const char* name, const std::string& value)
{
    return std::string(" ") + name + "=\"" + value + "\"";
}

std::string attribute(const char* name, double value)
{
    return attribute(name, coordinate(value));
}

std::string colorOf(std::uint32_t rgb)
{
    std::array<char, 8> text{};
    (void)std::snprintf(text.data(), text.size(), "#%06x", static_cast<unsigned>(rgb & 0xFFFFFFU));
    return text.data();
}

/// `property`: "fill" or "stroke".
std::string inkOf(const ChartInk& ink, const char* property)
{
    switch (ink.role) {
    case ChartInk::Role::Series: return attribute(property, colorOf(ink.rgb));
    case ChartInk::Role::OnSeries: return attribute(property, colorOf(readableOn(ink.rgb)));
    case ChartInk::Role::Text: return attribute("class", std::string("c-text-") + property);
    case ChartInk::Role::Muted: return attribute("class", std::string("c-muted-") + property);
    case ChartInk::Role::Grid: return attribute("class", std::string("c-grid-") + property);
    }
    return {};
}

std::string pointsOf(const std::vector<ChartPoint>& points)
{
    std::string text;
    for (const ChartPoint& point : points) {
        text += (text.empty() ? "" : " ") + coordinate(point.x) + "," + coordinate(point.y);
    }
    return text;
}

std::string anchorName(DrawnLabel::Anchor anchor)
{
    return anchor == DrawnLabel::Anchor::Start ? "start"
        : anchor == DrawnLabel::Anchor::Middle ? "middle"
                                               : "end";
}

std::string shapeSvg(const ChartShape& shape)
{
    return std::visit(SvgCases{[](const DrawnArea& area) {
                                   return "<polygon" + attribute("points", pointsOf(area.points)) +
                                       inkOf(area.ink, "fill") + attribute("fill-opacity", 0.16) + "/>";
                               },
                               [](const DrawnBar& bar) {
                                   return "<rect" + attribute("x", bar.x) + attribute("y", bar.y) +
                                       attribute("width", bar.width) + attribute("height", bar.height) +
                                       inkOf(bar.ink, "fill") + "/>";
                               },
                               [](const DrawnLine& line) {
                                   return "<polyline" + attribute("points", pointsOf(line.points)) +
                                       inkOf(line.ink, "stroke") + attribute("stroke-width", line.width) +
                                       (line.dashed ? attribute("stroke-dasharray", "5 3") : "") + "/>";
                               },
                               [](const DrawnLabel& label) {
                                   return "<text" + attribute("x", label.x) + attribute("y", label.y) +
                                       attribute("text-anchor", anchorName(label.anchor)) +
                                       attribute("font-size", label.size) + inkOf(label.ink, "fill") + ">" +
                                       escapedMarkup(label.text) + "</text>";
                               }},
                      shape);
}

} // namespace

std::string chartSvg(const ChartDrawing& drawing, const std::string& title)
{
    std::string svg = "<svg" +
        attribute("viewBox", "0 0 " + coordinate(drawing.width) + " " + coordinate(drawing.height)) +
        attribute("role", "img") + attribute("aria-label", escapedMarkup(title)) + ">\n";
    for (const ChartShape& shape : drawing.shapes) {
        svg += shapeSvg(shape) + "\n";
    }
    return svg + "</svg>\n";
}

std::uint32_t readableOn(std::uint32_t ground)
{
    // WCAG 2.1: relative luminance; at 0.179 black and white have the same contrast.
    const auto linear = [&](unsigned shift) {
        const double part = static_cast<double>((ground >> shift) & 0xFFU) / 255;
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const double luminance = 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
    return luminance > 0.179 ? 0x1d2129 : 0xffffff;
}

} // namespace rigwright
