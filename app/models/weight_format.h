// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// How a checkpoint stores its weights: what `--weights` names. GGUF names are file types, which mix several block types
/// by tensor; the others store matrices alike.
enum class WeightFormat {
    Fp32,
    Bf16,
    Fp16,

    Fp8,        ///< one scale for each block of 128 × 128 (DeepSeek-V3, Qwen3)
    Fp8Channel, ///< one scale for each row
    Fp8Tensor,  ///< one scale for each matrix
    Mxfp8,      ///< one 8-bit scale for each 32 values
    Int8,       ///< one scale for each row
    Gptq8,      ///< group size 128

    Gptq4,       ///< group size 128
    Gptq4G64,    ///< group size 64
    Gptq4G32,    ///< group size 32
    Gptq4Column, ///< one group for each row, "group_size": -1
    Awq4,        ///< group size 128
    Awq4G64,     ///< group size 64
    Awq4G32,     ///< group size 32
    Int4,        ///< symmetric, group size 128 (compressed-tensors, W4A16)
    Int4G32,     ///< symmetric, group size 32 (Kimi K2 Thinking)
    Nf4,         ///< bitsandbytes, 64 values to a scale
    Nf4Dq,       ///< its scales are quantised again
    Mxfp4,       ///< the routed experts of a mixture model, or every layer of a dense one
    Mxfp4Fp8,    ///< routed experts in MXFP4, the other layers as Fp8 (DeepSeek-V4)
    Nvfp4,       ///< as Mxfp4, with 16 values to a scale
    Gptq3,       ///< group size 128

    Q8_0,
    Q6_K,
    Q5_K_M,
    Q5_K_S,
    Q5_1,
    Q5_0,
    Q4_K_M,
    Q4_K_S,
    Q4_1,
    Q4_0,
    IQ4_NL,
    IQ4_XS,
    MXFP4_MOE,
    NVFP4_GGUF,
    Q3_K_L,
    Q3_K_M,
    Q3_K_S,
    IQ3_M,
    IQ3_S,
    IQ3_XS,
    IQ3_XXS,
    Q2_K,
    Q2_K_S,
    Q2_0,
    IQ2_M,
    IQ2_S,
    IQ2_XS,
    IQ2_XXS,
    TQ2_0,
    TQ1_0,
    IQ1_M,
    IQ1_S,
    Q1_0,
};

/// Accepts the names of `weightFormatName`, in any case, and "f32" and "f16"; an unknown one is an error that lists the
/// known.
[[nodiscard]] Expected<WeightFormat> parseWeightFormat(std::string_view name);
/// "q4_k_m", "fp16", "gptq-4": the name on the command line and in files.
[[nodiscard]] const char* weightFormatName(WeightFormat format);
/// "Q4_K_M", "FP16", "GPTQ 4-bit": the name for people.
[[nodiscard]] const char* weightFormatLabel(WeightFormat format);
/// 16 bits first, then checkpoints and last GGUF file types, each from many bits to few.
[[nodiscard]] const std::vector<WeightFormat>& allWeightFormats();
/// True for the file types that llama.cpp loads.
[[nodiscard]] bool isGguf(WeightFormat format);
/// True for what serving engines and trainers load: safetensors in 16 and 32 bits or quantised.
[[nodiscard]] bool isCheckpoint(WeightFormat format);
/// True where the quantiser mixes other types when it has an importance matrix.
[[nodiscard]] bool dependsOnImportanceMatrix(WeightFormat format);

} // namespace rigwright
