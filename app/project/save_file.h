// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <filesystem>
#include <string_view>

namespace rigwright {

/// In the place of whatever was there, and on the drive under its name when it returns, where the file system can promise that: a
/// crash, a power cut, a full disk or a missing permission leaves the old file. Permissions stay, a link is followed. The error is
/// without the path.
[[nodiscard]] Expected<void> saveFile(const std::filesystem::path& file, std::string_view text);

} // namespace rigwright
