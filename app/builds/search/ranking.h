// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/fit.h"
#include "builds/search/outcome.h"

namespace rigwright {

/// Where a machine stands in what the user ranks machines by beside price and speed; an unknown figure is the worst.
[[nodiscard]] Standing standingOf(const Question& question, const Machine& machine, const Merits& merits);

/// The same for a candidate of a placement, whose figures but for the room in its memory depend on its parts other than RAM.
/// `capacity`: of its RAM.
[[nodiscard]] Standing standingOf(const Question& question, const Candidate& candidate);

/// With the room that this placement leaves beside so much RAM.
[[nodiscard]] Standing withHeadroom(const Question& question, Standing standing, const Hardware& accelerators,
                                    const Placed& placed, Bytes capacity);

/// Whether the room in memory counts.
[[nodiscard]] bool ranksHeadroom(const Question& question);

} // namespace rigwright
