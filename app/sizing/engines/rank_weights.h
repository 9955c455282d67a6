// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"

namespace rigwright {

/// Bytes of the weights that a rank of a stage holds. Matrices are split by tensor parallelism; norms, routers, the
/// compressions of MLA and the indexer lie on every rank, and a key/value head lies on several where there are fewer heads
/// than ranks (vLLM, model_executor/layers and models/deepseek_v2.py). Vision towers lie on the first stage.
[[nodiscard]] Bytes rankWeights(const QuantizedModel& model, const Placement& placement, int stage);

/// What a serving engine keeps beside the checkpoint's weights: rows that pad the vocabulary for its split, and the table of
/// rotary embeddings, a row of 16-bit values for each position (vLLM, rotary_embedding/base.py).
[[nodiscard]] Bytes rankTables(const QuantizedModel& model, const Placement& placement, int stage);

} // namespace rigwright
