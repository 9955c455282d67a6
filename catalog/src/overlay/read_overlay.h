// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/overlay/overlay_contents.h"
#include "catalog/sqlite.h"

namespace rigwright {

/// All of the user's data. Inside the caller's transaction; throws SqliteError, also where a row isn't as we write it.
[[nodiscard]] OverlayContents readContents(Database& database);

} // namespace rigwright
