// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/sqlite.h"
#include "facts/claim.h"

#include <vector>

namespace rigwright {

[[nodiscard]] std::vector<Claim> readClaims(Database& database);

} // namespace rigwright
