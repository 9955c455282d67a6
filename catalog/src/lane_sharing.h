// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"

#include <string_view>

namespace rigwright {

/// What shares lanes on a board, as the tables write it: "m2:2>slot:1=8;slot:3>m2:4=0". Each rule is the place that is used,
/// ">", the place that loses by it, "=" and the lanes that it keeps, 0 for none. A place is slot, m2, sata, u2, slimsas,
/// mcio, oculink or usb4, ":" and its number. Empty text is no rule.
[[nodiscard]] Expected<std::vector<LaneShare>> parseLaneSharing(std::string_view text);

} // namespace rigwright
