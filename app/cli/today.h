// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/date.h"

namespace rigwright {

/// The day in UTC, by the clock of the system.
[[nodiscard]] Date today();

} // namespace rigwright
