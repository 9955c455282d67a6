// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "bom/workbook/workbook.h"

// The sheets of the workbook, in their order.
namespace rigwright {

void addBomSheet(const Workbook& workbook, const Bom& bom);
void addSizingSheet(const Workbook& workbook, const EvaluatedBuild& build);
void addFindingsSheet(const Workbook& workbook, const Bom& bom);
void addPriceSourcesSheet(const Workbook& workbook, const Bom& bom);

} // namespace rigwright
