// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tensor_type.h"

namespace rigwright {

namespace {

struct Block {
    std::int64_t elements;
    std::int64_t bytes;
};

// Block layouts: static_asserts of ggml/src/ggml-common.h (ggml-org/llama.cpp).
Block blockOf(TensorType type)
{
    switch (type) {
    case TensorType::F32: return {1, 4};
    case TensorType::F16: return {1, 2};
    case TensorType::Q8_0: return {32, 34};
    case TensorType::Q6_K: return {256, 210};
    case TensorType::Q5_K: return {256, 176};
    case TensorType::Q5_1: return {32, 24};
    case TensorType::Q5_0: return {32, 22};
    case TensorType::Q4_K: return {256, 144};
    case TensorType::Q4_1: return {32, 20};
    case TensorType::Q4_0: return {32, 18};
    case TensorType::Q3_K: return {256, 110};
    case TensorType::Q2_K: return {256, 84};
    case TensorType::Fp8Blocks:
    case TensorType::Int8Rows:
    case TensorType::Int4Groups: return {1, 1};
    }
    return {1, 4};
}

std::int64_t ceilDivide(std::int64_t a, std::int64_t b)
{
    return (a + b - 1) / b;
}

} // namespace

std::int64_t blockElements(TensorType type)
{
    return blockOf(type).elements;
}

Bytes tensorBytes(TensorType type, std::int64_t columns, std::int64_t rows)
{
    constexpr std::int64_t kFp8Block = 128; // DeepSeek-V3's quantization_config: weight_block_size [128, 128]
    constexpr std::int64_t kInt4Group = 128;
    switch (type) {
    case TensorType::Fp8Blocks:
        return Bytes(columns * rows + 4 * ceilDivide(columns, kFp8Block) * ceilDivide(rows, kFp8Block));
    case TensorType::Int8Rows: return Bytes(columns * rows + 2 * rows);
    case TensorType::Int4Groups: {
        const std::int64_t groups = ceilDivide(columns, kInt4Group) * rows;
        return Bytes(ceilDivide(columns * rows + groups, 2) + 2 * groups);
    }
    default: break;
    }
    const Block block = blockOf(type);
    return Bytes(ceilDivide(columns, block.elements) * block.bytes * rows);
}

} // namespace rigwright
