// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <string>

namespace rigwright {

/// Longer texts of one cell, note or address are refused.
inline constexpr std::size_t kMostTextBytes = 64 * 1024;

/// A text that may have several lines. `where` begins the message.
[[nodiscard]] Expected<void> checkText(const std::string& where, const std::string& text);
/// A text of one line.
[[nodiscard]] Expected<void> checkLine(const std::string& where, const std::string& text);

} // namespace rigwright
