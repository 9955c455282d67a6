// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/model_facts.h"
#include "units/error.h"

namespace rigwright {

/// Whether every dimension that the layers need is there, and no product of them overflows; the error names the first that is
/// not as it must be.
[[nodiscard]] Expected<void> checkDimensions(const ModelFacts& facts);

} // namespace rigwright
