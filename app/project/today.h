// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/date.h"

namespace rigwright {

/// The day where the system is, by its clock.
[[nodiscard]] Date today();

} // namespace rigwright
