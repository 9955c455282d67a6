// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/filled_sheet.h"
#include "units/error.h"

#include <string_view>

namespace rigwright {

/// UTF-8 with or without a byte-order mark; what stands beside the cell `sample` is the separator: comma, semicolon, tab or bar.
[[nodiscard]] Expected<FilledSheet> readDelimitedText(std::string_view bytes, std::string_view sample);

} // namespace rigwright
