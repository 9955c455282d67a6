// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"

#include <string_view>

namespace rigwright {

/// The slots of a board, from the CPU outwards, as the tables write them: "5x16 5x8@16 4x4@16c". Each slot is its PCIe
/// generation, "x", the lanes that are wired, "@" and the length of the socket where that differs, and "c" where it hangs
/// on the chipset. Empty text is no slot.
[[nodiscard]] Expected<std::vector<PcieSlot>> parsePcieSlots(std::string_view text);

} // namespace rigwright
