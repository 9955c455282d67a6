// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace rigwright {

/// Parses the text of an untrusted description, as Python writes it: with NaN and Infinity, which become -1 and so fit no
/// size. Refuses what is larger, deeper or of more values than any model's; `name` begins the error.
[[nodiscard]] Expected<nlohmann::json> parseConfigText(std::string_view text, std::string_view name);

} // namespace rigwright
