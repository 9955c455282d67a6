// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/build/read_table.h"

namespace rigwright {

/// Checks what one cell alone can't show: the order of rows, ids that stand twice, references to ids that do not exist.
void validate(const std::vector<Table>& tables, Problems& problems);

} // namespace rigwright
