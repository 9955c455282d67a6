// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <cpptoml.h>
#include <memory>
#include <string>

namespace rigwright {

/// TOML that a stranger wrote. An error is one line and says where.
[[nodiscard]] Expected<std::shared_ptr<cpptoml::table>> parseTomlText(const std::string& text);

} // namespace rigwright
