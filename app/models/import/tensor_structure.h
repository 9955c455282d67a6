// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/model_facts.h"
#include "models/import/tensor_table.h"

namespace rigwright {

/// Reads from the names and shapes of a tensor table what a description leaves unsaid: tied embeddings, biases, norms on
/// queries and keys, fused projections, gates, and how experts are built. `facts` has the dimensions already.
void readStructure(const TensorTable& table, ModelFacts& facts);

/// Which of the layers before `layers` carry experts, as one run from a first layer on; false: they don't follow that rule.
[[nodiscard]] bool readExpertLayers(const TensorTable& table, ModelFacts& facts);

/// Whether a tensor of this part belongs to any layer or to the model: "attn_q" is looked up with "attn_q.bias".
[[nodiscard]] bool hasBias(const TensorTable& table, std::string_view part);

} // namespace rigwright
