// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// The names most like a mistyped one, best first: by shared words and edit distance.
[[nodiscard]] std::vector<std::string>
nearestNames(std::string_view typed, const std::vector<std::string>& known, std::size_t count = 3);

/// "unknown KIND 'typed': did you mean a, b or c?"
[[nodiscard]] std::string unknownNameMessage(std::string_view kind, std::string_view typed,
                                             const std::vector<std::string>& known);

} // namespace rigwright
