// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/assumptions.h"

#include <optional>

class QSettings;

namespace rigwright {

/// What the user assumes of costs, for each currency apart; empty: the defaults.
void saveAssumptions(QSettings& settings, Currency currency,
                     const std::optional<CostAssumptions>& assumptions);
/// Nothing where none was saved, or what was saved can't be read.
[[nodiscard]] std::optional<CostAssumptions> savedAssumptions(const QSettings& settings, Currency currency);

} // namespace rigwright
