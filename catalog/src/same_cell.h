// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/tables/column.h"

namespace rigwright {

/// Two cells of a column that mean the same, such as "24" and "24.0", or nothing and what nothing stands for.
[[nodiscard]] bool sameCell(const Column& column, const std::string& one, const std::string& other);

} // namespace rigwright
