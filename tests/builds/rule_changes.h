// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/bench.h"

#include <span>

namespace rigwright::test {

struct Change {
    const char* rule;
    const char* what;
    void (*apply)(Bench&);
};

/// Each breaks its rule in an otherwise sound machine.
[[nodiscard]] std::span<const Change> breakingChanges();

/// Each takes away the figure that its rule needs.
[[nodiscard]] std::span<const Change> unknownFigures();

} // namespace rigwright::test
