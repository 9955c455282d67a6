// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/sqlite.h"
#include "units/error.h"

#include <filesystem>

namespace rigwright {

/// Opens the user's catalog for reading and writing, made new where there is none and brought up to date where it is older.
[[nodiscard]] Expected<Database> openOverlayFile(const std::filesystem::path& file);

} // namespace rigwright
