// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quantized_model.h"
#include "sizing/workload.h"

namespace rigwright {

/// What one token costs in a pass forward through the whole model. Operations count 2 for each multiplication and addition.
struct TrainingWork {
    double matrices = 0;        ///< operations of the layers' matrices that a token meets
    double head = 0;            ///< of the output head
    double adapters = 0;        ///< of LoRA's matrices
    double adapterElements = 0; ///< in the whole model, every expert's
    double attention = 0;       ///< of scores and values, over the tokens before each one
    double moved = 0;           ///< bytes between matrices, fused as far as plain kernels go
    double logits = 0;          ///< bytes that the loss moves, forward and backward
};

/// The setup of the workload is resolved.
[[nodiscard]] TrainingWork trainingWork(const QuantizedModel& model, const Workload& workload);

/// The model's own operations for one trained token, as utilisation counts them: three passes over matrices and over attention
/// to the whole sequence; beside frozen weights two, and three over the adapters.
[[nodiscard]] Flops modelWork(const TrainingWork& work, bool frozen);

/// Times that a forward pass over the layers is repeated for the backward pass.
struct RecomputedShare {
    double matrices = 0;
    double attention = 0;
};
[[nodiscard]] RecomputedShare recomputedShare(Recompute recompute, bool everySecondProduct,
                                              bool flashAttention);

} // namespace rigwright
