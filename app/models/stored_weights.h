// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quantized_model.h"

namespace rigwright {

/// Weighs a model by the tensor table of its file in place of the inventory that its description implies: each tensor goes
/// where its name says, and the sum is that of the file to the byte. `architecture.facts.storedWeights` must be there.
[[nodiscard]] QuantizedModel weighStored(const Architecture& architecture, WeightFormat format);

/// True where the description comes with a tensor table in this format.
[[nodiscard]] bool hasStored(const ModelFacts& facts, WeightFormat format);

} // namespace rigwright
