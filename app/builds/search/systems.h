// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/order.h"
#include "builds/search/outcome.h"

namespace rigwright {

/// Judges every complete system, one candidate each.
void exploreSystems(const Question& question, const Pool& pool, const JudgingOrder& order, Outcome& outcome);

} // namespace rigwright
