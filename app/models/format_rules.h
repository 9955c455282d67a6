// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tensor_type.h"
#include "models/tensors.h"
#include "models/weight_format.h"

#include <optional>
#include <vector>

namespace rigwright {

/// What the rules of a format need to know of the model around a tensor.
struct ModelShape {
    int layers = 0;
    std::int64_t headsPerKvHead = 0; ///< of the first layer; 0 where it has no key/value heads
    int experts = 0;
    bool tiedEmbeddings = false;
    bool importanceMatrix = false;
    bool isFalcon = false;   ///< the first Falcon models, which llama.cpp quantises in a way of their own
    bool isSeventyB = false; ///< llama.cpp's name for models of 80 layers that resemble Llama 2 70B
    std::optional<WeightFormat> native; ///< what the model is published in
    std::optional<bool> keepsAttention; ///< that checkpoint keeps attention in 16 bits; empty: not known
};

[[nodiscard]] ModelShape shapeOf(const Architecture& architecture);

/// Where a tensor stands among those that a rule counts together. llama.cpp counts some by their layer and others in the
/// order of the file.
struct TensorPosition {
    int index = 0; ///< among the tensors of this kind
    int layer = 0;
    int count = 0; ///< tensors of this kind for attention, layers for feed-forward networks
};

/// Counts tensors in the order of the inventory.
class TensorCounter {
public:
    explicit TensorCounter(const std::vector<Tensor>& tensors, int layers);

    /// The position of the next tensor: call once for each, in order.
    [[nodiscard]] TensorPosition next(const Tensor& tensor);

private:
    int layers_ = 0;
    int values_ = 0;
    int nextValue_ = 0;
    int nextDown_ = 0;
    int nextGate_ = 0;
    int nextUp_ = 0;
};

/// The type that a format gives a tensor.
[[nodiscard]] TensorType tensorType(WeightFormat format, const Tensor& tensor, const ModelShape& shape,
                                    TensorPosition position);

} // namespace rigwright
