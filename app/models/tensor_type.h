// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/units.h"

#include <cstdint>

namespace rigwright {

/// How the values of one tensor are stored: ggml's block types, and those of checkpoints that serving engines load.
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
    IQ4_NL,
    IQ4_XS,
    MXFP4,
    NVFP4,
    Q3_K,
    IQ3_S,
    IQ3_XXS,
    Q2_K,
    Q2_0,
    IQ2_S,
    IQ2_XS,
    IQ2_XXS,
    TQ2_0,
    TQ1_0,
    IQ1_M,
    IQ1_S,
    Q1_0,

    Fp8Blocks,   ///< FP32 scale for each block of 128 × 128
    Fp8Rows,     ///< FP32 scale for each row
    Fp8Matrix,   ///< FP32 scales of the weights and of their inputs, one a matrix
    Mxfp8Groups, ///< 8-bit scale for each 32 values
    Int8Rows,    ///< FP16 scale for each row
    Gptq8,       ///< FP16 scale and 8-bit zero point for each 128 values; an index for each column
    Gptq4G128,
    Gptq4G64,
    Gptq4G32,
    Gptq4Rows, ///< FP16 scale and 4-bit zero point for each row; an index for each column
    Gptq3G128,
    Awq4G128, ///< FP16 scale and 4-bit zero point for each group
    Awq4G64,
    Awq4G32,
    Int4G128, ///< FP16 scale for each group
    Int4G32,
    Nf4,         ///< FP32 scale for each 64 values
    Nf4Dq,       ///< 8-bit scale for each 64 values, FP32 scale for each 256 of those
    Mxfp4Groups, ///< 8-bit scale for each 32 values
    Nvfp4Groups, ///< 8-bit scale for each 16 values, two FP32 scales a matrix
};

/// Values that are stored together; a row of a GGUF tensor is a whole number of blocks.
[[nodiscard]] std::int64_t blockElements(TensorType type);

/// What a tensor takes.
struct StoredSize {
    Bytes total;
    Bytes scales; ///< part of the total: scales, zero points and indices
};

/// The room of `matrices` equal matrices, one after the other.
[[nodiscard]] StoredSize storedSize(TensorType type, std::int64_t columns, std::int64_t rows,
                                    std::int64_t matrices = 1);

} // namespace rigwright
