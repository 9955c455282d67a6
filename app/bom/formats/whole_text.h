// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <filesystem>
#include <string_view>

namespace rigwright {

/// These bytes, whole or not at all. An error begins with the path.
[[nodiscard]] Expected<void> writeWholeText(const std::filesystem::path& path, std::string_view bytes);

} // namespace rigwright
