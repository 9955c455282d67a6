// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/recognize.h"
#include "detect/system_facts.h"

namespace rigwright {

/// What the RAM goes into, as far as it was recognized.
struct MemoryHost {
    const Cpu* cpu = nullptr;
    int sockets = 1;
    const Board* board = nullptr;
};

/// Kits of the catalog that make up the modules that the firmware lists or, without a list, the RAM that the kernel sees: of
/// the kind that board and CPU take, as many modules as there are channels where that is possible. All but kits of the very
/// part number are marked as assumed.
[[nodiscard]] std::vector<RecognizedPart> recognizeMemory(const Catalog& catalog,
                                                          const std::vector<DetectedModule>& modules,
                                                          const std::optional<Bytes>& visible,
                                                          const MemoryHost& host);

/// The least usual amount of RAM of which this much can be left over.
[[nodiscard]] Bytes installedMemory(Bytes visible);

} // namespace rigwright
