// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"

#include <string_view>

namespace rigwright {

/// The slots of a board, from the CPU outwards, as the tables write them: "5x16#1/8+8 5x8@16#4 4x4@16c". Each slot is its PCIe
/// generation, "x", the lanes that are wired, "@" and the length of the socket where that differs, and "c" where it hangs
/// on the chipset. What is known beyond that follows: "#" and its position in the case, "p" and the number of its CPU on a
/// board with several sockets, and "/" with each way to split its lanes, "/16" for a slot of sixteen that can't be split.
/// Empty text is no slot.
[[nodiscard]] Expected<std::vector<PcieSlot>> parsePcieSlots(std::string_view text);

} // namespace rigwright
