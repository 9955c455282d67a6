// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"

#include <string>
#include <vector>

namespace rigwright {

/// The ids of every table, for saying which are like a mistyped one.
[[nodiscard]] std::vector<std::string> allPartIds(const Catalog& catalog);

} // namespace rigwright
