// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/sqlite.h"
#include "units/error.h"

#include <filesystem>

namespace rigwright {

/// How long another program that writes is waited for.
inline constexpr int kOverlayBusyMilliseconds = 3'000;

/// What SQLite said of the user's catalog, in words that say what to do.
[[nodiscard]] Error overlayError(const std::filesystem::path& file, const SqliteError& error);

[[nodiscard]] Error newerOverlay(const std::filesystem::path& file, std::int64_t schema);

} // namespace rigwright
