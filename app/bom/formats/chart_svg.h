// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/formats/chart_drawing.h"

#include <string>

namespace rigwright {

/// An `svg` element for a page of HTML. Its texts and lines have the page's classes c-text, c-muted and c-grid for their
/// colours. `title` is what a reader hears who doesn't see it.
[[nodiscard]] std::string chartSvg(const ChartDrawing& drawing, const std::string& title);

/// White or near-black, whichever reads better on the ground.
[[nodiscard]] std::uint32_t readableOn(std::uint32_t ground);

} // namespace rigwright
