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
    Fp8,
    Int8,
    Gptq4, ///< group size 128
    Awq4,  ///< group size 128
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
    Q3_K_L,
    Q3_K_M,
    Q3_K_S,
    Q2_K,
};

/// Accepts the names of `weightFormatName`, in any case; an unknown one is an error that lists the known.
[[nodiscard]] Expected<WeightFormat> parseWeightFormat(std::string_view name);
/// "q4_k_m", "fp16", "gptq-4": the name on the command line and in files.
[[nodiscard]] const char* weightFormatName(WeightFormat format);
/// "Q4_K_M", "FP16", "GPTQ 4-bit": the name for people.
[[nodiscard]] const char* weightFormatLabel(WeightFormat format);
[[nodiscard]] const std::vector<WeightFormat>& allWeightFormats();
/// True for the file types that llama.cpp loads.
[[nodiscard]] bool isGguf(WeightFormat format);

} // namespace rigwright
