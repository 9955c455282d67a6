// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace rigwright {

/// Text from an untrusted file, fit for one line of a message: cut after `longest` bytes, and without control characters,
/// characters that turn the direction of writing, and bytes that are no UTF-8.
[[nodiscard]] std::string shownText(std::string_view text, std::size_t longest = 100);

} // namespace rigwright
