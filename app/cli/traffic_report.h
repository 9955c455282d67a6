// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/json.h"
#include "speed/serving/traffic.h"

#include <iosfwd>

namespace rigwright {

/// Null where there is no traffic.
[[nodiscard]] Json toJson(const TrafficStudy& answer);
void printTraffic(std::ostream& out, const TrafficStudy& answer);

} // namespace rigwright
