// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/speed_study.h"

#include <QStringList>

#include <vector>

namespace rigwright {

/// What is known of the speed beside the headline, as rows of a name and a figure: traffic, loading, energy.
[[nodiscard]] std::vector<QStringList> speedFigures(const SpeedStudy& study);

/// "31–45 %"
[[nodiscard]] QString shareRangeText(const Range<double>& share);
/// In minutes, hours or days: "3.1–4.4 days".
[[nodiscard]] QString longTimeRangeText(const Range<Seconds>& time);
/// "key/value memory", "the target for the first token" …
[[nodiscard]] QString loadLimitText(LoadLimit limit);

} // namespace rigwright
