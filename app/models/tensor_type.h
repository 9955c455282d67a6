// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/units.h"

#include <cstdint>

namespace rigwright {

/// How the values of one tensor are stored.
enum class TensorType {
    F32,
    F16, ///< BF16 takes the same room
    Q8_0,
    Q6_K,
    Q5_K,
    Q5_1,
    Q5_0,
    Q4_K,
    Q4_1,
    Q4_0,
    Q3_K,
    Q2_K,
    Fp8Blocks,  ///< 8-bit values, one FP32 scale for each block of 128 × 128
    Int8Rows,   ///< 8-bit values, one FP16 scale for each row
    Int4Groups, ///< 4-bit values, FP16 scale and 4-bit zero point for each group of 128
};

/// Values that are stored together; a row of a tensor is a whole number of blocks.
[[nodiscard]] std::int64_t blockElements(TensorType type);

/// Bytes of a matrix, its scales included.
[[nodiscard]] Bytes tensorBytes(TensorType type, std::int64_t columns, std::int64_t rows);

} // namespace rigwright
