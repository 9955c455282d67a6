// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tensors.h"
#include "sizing/training/training_setup.h"
#include "units/units.h"

#include <cstdint>

namespace rigwright {

/// Parameters that are trained together, by what the optimisers treat apart. Elements.
struct TrainedElements {
    std::int64_t layerMatrices = 0;
    std::int64_t otherMatrices = 0; ///< embeddings and the output head
    std::int64_t vectors = 0;
    std::int64_t rowsAndColumns = 0; ///< of all matrices: what a factored second moment keeps

    [[nodiscard]] std::int64_t all() const { return layerMatrices + otherMatrices + vectors; }
    void add(const Tensor& tensor);
    TrainedElements& operator+=(const TrainedElements& other);
};

/// Bytes of one stored parameter: 2 beside FP32 master copies or in pure 16 bits, 4 in FP32.
enum class ParameterType { Bits16, Fp32 };

/// Moments and master copies of all these parameters (arXiv:1910.02054, section 3.1: 12 bytes a parameter for mixed-precision
/// Adam). States of 8 bits have an FP32 scale for each 256 values (bitsandbytes).
[[nodiscard]] Bytes optimizerBytes(Optimizer optimizer, const TrainedElements& trained, ParameterType type);

/// True when the states live in memory that the driver moves to RAM: they take none of the device while it is full.
[[nodiscard]] bool isPaged(Optimizer optimizer);

} // namespace rigwright
