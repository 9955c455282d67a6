// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <filesystem>
#include <functional>

namespace rigwright {

/// Lets `write` fill a new file beside `path`, then puts it in the place of `path`: the file appears whole or not at all, and
/// nothing is left behind after a failure. A link is followed. An error begins with the path.
[[nodiscard]] Expected<void>
writeWholeFile(const std::filesystem::path& path,
               const std::function<Expected<void>(const std::filesystem::path& temporary)>& write);

} // namespace rigwright
