// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"

namespace rigwright {

/// Other assumptions to the four charts of costs side by side, repainted; and what part of it each takes.
void timeCostCharts(const Catalog& catalog);
} // namespace rigwright
