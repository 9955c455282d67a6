// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/revision.h"
#include "ui/cost_figures.h"

#include <QString>

namespace rigwright {

/// "Revision 2", "Now"
[[nodiscard]] QString revisionName(int number);
/// "requirement", "other price": why an amount or a number is another.
[[nodiscard]] QString changeCauseText(ChangeCause cause);
/// Fields of requirement and order first, then parts: what, before, after, difference, cause.
[[nodiscard]] FigureTable differenceTable(const RevisionDifference& difference);
/// "$3,100.00 → $3,400.00: +$300 (other price +$300)"
[[nodiscard]] QString differenceSentence(const RevisionDifference& difference);

} // namespace rigwright
