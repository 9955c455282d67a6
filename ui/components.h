// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/memory.h"
#include "ui/theme.h"

#include <QString>

#include <vector>

namespace rigwright {

/// A kind of memory use as charts and tables show it: fewer than the engines know, each with its colour.
struct MemoryPart {
    QString name;
    QColor color;
    Bytes amount;
};

/// In the order in which they are stacked: weights, what training adds, KV cache, compute buffer, engine and driver,
/// recurrent state.
[[nodiscard]] std::vector<MemoryPart> memoryParts(const MemoryComponents& components, const Theme& theme);

} // namespace rigwright
