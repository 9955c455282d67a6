// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <nlohmann/json.hpp>
#include <string_view>

namespace rigwright {

/// JSON that a stranger wrote: nested at most 32 deep, no key twice in an object, every number finite. An error says where.
[[nodiscard]] Expected<nlohmann::json> parseStrictJson(std::string_view text);

/// "a text", "a number": what a value is, for messages.
[[nodiscard]] const char* jsonKind(const nlohmann::json& value);

} // namespace rigwright
