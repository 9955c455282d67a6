// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

#include <QString>
#include <QStringList>

// What a comparison of costs says, in sentences. They follow the language of the window.
namespace rigwright {

/// "Owning pays for itself after 13 months (11–16), against AWS g5.xlarge.", or plainly why not.
[[nodiscard]] QString breakEvenSentence(const CostComparison& comparison);
/// What is paid at the start and by the month, and the totals beside each other.
[[nodiscard]] QString costTotalsSentence(const CostComparison& comparison);
/// What is cheapest at this use, and from which use on owning is cheaper.
[[nodiscard]] QString costHintSentence(const CostComparison& comparison);
/// What makes the comparison weaker than it looks.
[[nodiscard]] QStringList costCaveats(const CostComparison& comparison);

} // namespace rigwright
