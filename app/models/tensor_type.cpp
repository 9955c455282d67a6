// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tensor_type.h"

#include <array>
#include <cstddef>

namespace rigwright {

namespace {

constexpr std::int64_t kWhole = 0; ///< a group as long as the row, or as high as the matrix

/// Values, and the scales of a group of them. Bits of 256 values, as some types need a fraction of a bit for each.
struct Layout {
    TensorType type = TensorType::F32;
    std::int64_t bitsOf256 = 0;
    std::int64_t groupColumns = 0;
    std::int64_t groupRows = 0;
    std::int64_t scaleBits = 0; ///< of one group, zero point included
    std::int64_t columnBytes = 0;
    std::int64_t matrixBytes = 0;
};

// ggml types: block layouts of ggml/src/ggml-common.h (ggml-org/llama.cpp, 2026-09); bits of a scale that are packed into
// the values' own words count as values. GPTQ: qweight, qzeros, scales and g_idx of AutoGPTQ and GPTQModel. AWQ: the same
// without g_idx. NF4: absmax, nested_absmax and the tables of 16 and 256 values of bitsandbytes. NVFP4 and FP8 per tensor:
// weight_scale_2 and input_scale of NVIDIA's ModelOpt.
constexpr std::array kLayouts{
    Layout{TensorType::F32, 8192, 1, 1, 0},
    Layout{TensorType::F16, 4096, 1, 1, 0},

    Layout{TensorType::Q8_0, 2048, 32, 1, 16},
    Layout{TensorType::Q6_K, 1536, 256, 1, 144},
    Layout{TensorType::Q5_K, 1280, 256, 1, 128},
    Layout{TensorType::Q5_1, 1280, 32, 1, 32},
    Layout{TensorType::Q5_0, 1280, 32, 1, 16},
    Layout{TensorType::Q4_K, 1024, 256, 1, 128},
    Layout{TensorType::Q4_1, 1024, 32, 1, 32},
    Layout{TensorType::Q4_0, 1024, 32, 1, 16},
    Layout{TensorType::IQ4_NL, 1024, 32, 1, 16},
    Layout{TensorType::IQ4_XS, 1024, 256, 1, 64},
    Layout{TensorType::MXFP4, 1024, 32, 1, 8},
    Layout{TensorType::NVFP4, 1024, 64, 1, 32},
    Layout{TensorType::Q3_K, 768, 256, 1, 112},
    Layout{TensorType::IQ3_S, 832, 256, 1, 48},
    Layout{TensorType::IQ3_XXS, 768, 256, 1, 16},
    Layout{TensorType::Q2_K, 512, 256, 1, 160},
    Layout{TensorType::Q2_0, 512, 64, 1, 16},
    Layout{TensorType::IQ2_S, 576, 256, 1, 80},
    Layout{TensorType::IQ2_XS, 512, 256, 1, 80},
    Layout{TensorType::IQ2_XXS, 512, 256, 1, 16},
    Layout{TensorType::TQ2_0, 512, 256, 1, 16},
    Layout{TensorType::TQ1_0, 416, 256, 1, 16},
    Layout{TensorType::IQ1_M, 384, 256, 1, 64},
    Layout{TensorType::IQ1_S, 384, 256, 1, 16},
    Layout{TensorType::Q1_0, 256, 128, 1, 16},

    Layout{TensorType::Fp8Blocks, 2048, 128, 128, 32},
    Layout{TensorType::Fp8Rows, 2048, kWhole, 1, 32},
    Layout{TensorType::Fp8Matrix, 2048, kWhole, kWhole, 0, 0, 8},
    Layout{TensorType::Mxfp8Groups, 2048, 32, 1, 8},
    Layout{TensorType::Int8Rows, 2048, kWhole, 1, 16},
    Layout{TensorType::Gptq8, 2048, 128, 1, 24, 4},
    Layout{TensorType::Gptq4G128, 1024, 128, 1, 20, 4},
    Layout{TensorType::Gptq4G64, 1024, 64, 1, 20, 4},
    Layout{TensorType::Gptq4G32, 1024, 32, 1, 20, 4},
    Layout{TensorType::Gptq4Rows, 1024, kWhole, 1, 20, 4},
    Layout{TensorType::Gptq3G128, 768, 128, 1, 19, 4},
    Layout{TensorType::Awq4G128, 1024, 128, 1, 20},
    Layout{TensorType::Awq4G64, 1024, 64, 1, 20},
    Layout{TensorType::Awq4G32, 1024, 32, 1, 20},
    Layout{TensorType::Int4G128, 1024, 128, 1, 16},
    Layout{TensorType::Int4G32, 1024, 32, 1, 16},
    Layout{TensorType::Nf4, 1024, 64, 1, 32, 0, 64},
    Layout{TensorType::Nf4Dq, 1024, 64, 1, 8, 0, 1092},
    Layout{TensorType::Mxfp4Groups, 1024, 32, 1, 8},
    Layout{TensorType::Nvfp4Groups, 1024, 16, 1, 8, 0, 8},
};

constexpr bool rowsFollowTheEnumeration()
{
    for (std::size_t i = 0; i < kLayouts.size(); ++i) {
        if (kLayouts[i].type != static_cast<TensorType>(i)) {
            return false;
        }
    }
    return true;
}
static_assert(rowsFollowTheEnumeration());

const Layout& layoutOf(TensorType type)
{
    return kLayouts[static_cast<std::size_t>(type)];
}

std::int64_t ceilDivide(std::int64_t a, std::int64_t b)
{
    return (a + b - 1) / b;
}

std::int64_t groupsAlong(std::int64_t length, std::int64_t group)
{
    return group == kWhole ? 1 : ceilDivide(length, group);
}

} // namespace

std::int64_t blockElements(TensorType type)
{
    const Layout& layout = layoutOf(type);
    return layout.groupColumns == kWhole ? 1 : layout.groupColumns;
}

StoredSize storedSize(TensorType type, std::int64_t columns, std::int64_t rows, std::int64_t matrices)
{
    const Layout& layout = layoutOf(type);
    const std::int64_t values = columns * rows;
    const std::int64_t groups =
        groupsAlong(columns, layout.groupColumns) * groupsAlong(rows, layout.groupRows);
    std::int64_t scales =
        ceilDivide(groups * layout.scaleBits, 8) + columns * layout.columnBytes + layout.matrixBytes;
    if (type == TensorType::Nf4Dq) {
        scales += 4 * ceilDivide(groups, 256);
    }
    // In two steps: 256 values have at most 8192 bits, so the product of large tensors stays in range.
    const std::int64_t bytes =
        values / 256 * (layout.bitsOf256 / 8) + ceilDivide(values % 256 * layout.bitsOf256, 2048);
    return {Bytes((bytes + scales) * matrices), Bytes(scales * matrices)};
}

} // namespace rigwright
