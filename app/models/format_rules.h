// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tensor_type.h"
#include "models/tensors.h"
#include "models/weight_format.h"

namespace rigwright {

/// What the rules of a file type need to know of the model around a tensor.
struct ModelShape {
    int layers = 0;
    std::int64_t headsPerKvHead = 1;
    int experts = 0;
    bool tiedEmbeddings = false;
};

/// Where a tensor stands among those that a rule counts together: the i-th of n.
struct TensorPosition {
    int index = 0;
    int count = 0;
};

/// The type that a format gives a tensor. `position` counts the value projections for one of those, and the layers for a
/// down projection; other tensors need none.
[[nodiscard]] TensorType tensorType(WeightFormat format, const Tensor& tensor, const ModelShape& shape,
                                    TensorPosition position);

} // namespace rigwright
