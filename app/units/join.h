// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// "DDR4, DDR5": the words with the separator between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::string_view separator);

} // namespace rigwright
