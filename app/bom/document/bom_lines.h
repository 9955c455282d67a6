// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document/bom_layout.h"
#include "bom/document/sections.h"

namespace rigwright {

/// Every line, with what it is bought for, where and for how much; formulas work amounts out from prices and quantities, also
/// from those that are typed in later.
[[nodiscard]] DocumentTable lineTable(const SectionInput& input, const BomLayout& layout);

/// How many systems are bought of each machine: the cells that quantities refer to.
[[nodiscard]] DocumentTable systemsTable(const SectionInput& input, const BomLayout& layout);

/// What the lines come to by category, and by supplier.
[[nodiscard]] std::vector<DocumentTable> sumTables(const SectionInput& input, const BomLayout& layout);

/// From the sum of all lines to what is to be paid.
[[nodiscard]] DocumentTable totalsTable(const SectionInput& input, const BomLayout& layout);

} // namespace rigwright
