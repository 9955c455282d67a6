// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/weight_format.h"

#include "units/format.h"

#include <array>
#include <cstddef>

namespace rigwright {

namespace {

struct FormatRow {
    WeightFormat format;
    const char* name;
    const char* label;
    bool gguf;
};

// llama.cpp loads 16 and 32-bit files as GGUF too.
constexpr std::array kFormats{
    FormatRow{WeightFormat::Fp32, "fp32", "FP32", true},
    FormatRow{WeightFormat::Bf16, "bf16", "BF16", true},
    FormatRow{WeightFormat::Fp16, "fp16", "FP16", true},
    FormatRow{WeightFormat::Fp8, "fp8", "FP8", false},
    FormatRow{WeightFormat::Fp8Channel, "fp8-channel", "FP8, scale per channel", false},
    FormatRow{WeightFormat::Fp8Tensor, "fp8-tensor", "FP8, scale per tensor", false},
    FormatRow{WeightFormat::Mxfp8, "mxfp8", "MXFP8", false},
    FormatRow{WeightFormat::Int8, "int8", "INT8", false},
    FormatRow{WeightFormat::Gptq8, "gptq-8", "GPTQ 8-bit", false},
    FormatRow{WeightFormat::Gptq4, "gptq-4", "GPTQ 4-bit", false},
    FormatRow{WeightFormat::Gptq4G64, "gptq-4-g64", "GPTQ 4-bit, group 64", false},
    FormatRow{WeightFormat::Gptq4G32, "gptq-4-g32", "GPTQ 4-bit, group 32", false},
    FormatRow{WeightFormat::Gptq4Column, "gptq-4-column", "GPTQ 4-bit, no groups", false},
    FormatRow{WeightFormat::Awq4, "awq-4", "AWQ 4-bit", false},
    FormatRow{WeightFormat::Awq4G64, "awq-4-g64", "AWQ 4-bit, group 64", false},
    FormatRow{WeightFormat::Awq4G32, "awq-4-g32", "AWQ 4-bit, group 32", false},
    FormatRow{WeightFormat::Int4, "int4", "INT4", false},
    FormatRow{WeightFormat::Int4G32, "int4-g32", "INT4, group 32", false},
    FormatRow{WeightFormat::Nf4, "nf4", "NF4", false},
    FormatRow{WeightFormat::Nf4Dq, "nf4-dq", "NF4, double quantisation", false},
    FormatRow{WeightFormat::Mxfp4, "mxfp4", "MXFP4", false},
    FormatRow{WeightFormat::Mxfp4Fp8, "mxfp4-fp8", "MXFP4 experts, FP8", false},
    FormatRow{WeightFormat::Nvfp4, "nvfp4", "NVFP4", false},
    FormatRow{WeightFormat::Gptq3, "gptq-3", "GPTQ 3-bit", false},
    FormatRow{WeightFormat::Q8_0, "q8_0", "Q8_0", true},
    FormatRow{WeightFormat::Q6_K, "q6_k", "Q6_K", true},
    FormatRow{WeightFormat::Q5_K_M, "q5_k_m", "Q5_K_M", true},
    FormatRow{WeightFormat::Q5_K_S, "q5_k_s", "Q5_K_S", true},
    FormatRow{WeightFormat::Q5_1, "q5_1", "Q5_1", true},
    FormatRow{WeightFormat::Q5_0, "q5_0", "Q5_0", true},
    FormatRow{WeightFormat::Q4_K_M, "q4_k_m", "Q4_K_M", true},
    FormatRow{WeightFormat::Q4_K_S, "q4_k_s", "Q4_K_S", true},
    FormatRow{WeightFormat::Q4_1, "q4_1", "Q4_1", true},
    FormatRow{WeightFormat::Q4_0, "q4_0", "Q4_0", true},
    FormatRow{WeightFormat::IQ4_NL, "iq4_nl", "IQ4_NL", true},
    FormatRow{WeightFormat::IQ4_XS, "iq4_xs", "IQ4_XS", true},
    FormatRow{WeightFormat::MXFP4_MOE, "mxfp4_moe", "MXFP4 MoE", true},
    FormatRow{WeightFormat::NVFP4_GGUF, "nvfp4_gguf", "NVFP4 (GGUF)", true},
    FormatRow{WeightFormat::Q3_K_L, "q3_k_l", "Q3_K_L", true},
    FormatRow{WeightFormat::Q3_K_M, "q3_k_m", "Q3_K_M", true},
    FormatRow{WeightFormat::Q3_K_S, "q3_k_s", "Q3_K_S", true},
    FormatRow{WeightFormat::IQ3_M, "iq3_m", "IQ3_M", true},
    FormatRow{WeightFormat::IQ3_S, "iq3_s", "IQ3_S", true},
    FormatRow{WeightFormat::IQ3_XS, "iq3_xs", "IQ3_XS", true},
    FormatRow{WeightFormat::IQ3_XXS, "iq3_xxs", "IQ3_XXS", true},
    FormatRow{WeightFormat::Q2_K, "q2_k", "Q2_K", true},
    FormatRow{WeightFormat::Q2_K_S, "q2_k_s", "Q2_K_S", true},
    FormatRow{WeightFormat::Q2_0, "q2_0", "Q2_0", true},
    FormatRow{WeightFormat::IQ2_M, "iq2_m", "IQ2_M", true},
    FormatRow{WeightFormat::IQ2_S, "iq2_s", "IQ2_S", true},
    FormatRow{WeightFormat::IQ2_XS, "iq2_xs", "IQ2_XS", true},
    FormatRow{WeightFormat::IQ2_XXS, "iq2_xxs", "IQ2_XXS", true},
    FormatRow{WeightFormat::TQ2_0, "tq2_0", "TQ2_0", true},
    FormatRow{WeightFormat::TQ1_0, "tq1_0", "TQ1_0", true},
    FormatRow{WeightFormat::IQ1_M, "iq1_m", "IQ1_M", true},
    FormatRow{WeightFormat::IQ1_S, "iq1_s", "IQ1_S", true},
    FormatRow{WeightFormat::Q1_0, "q1_0", "Q1_0", true},
};

constexpr bool rowsFollowTheEnumeration()
{
    for (std::size_t i = 0; i < kFormats.size(); ++i) {
        if (kFormats[i].format != static_cast<WeightFormat>(i)) {
            return false;
        }
    }
    return true;
}
static_assert(rowsFollowTheEnumeration());

const FormatRow& row(WeightFormat format)
{
    return kFormats[static_cast<std::size_t>(format)];
}

/// llama.cpp's own names for what others call FP32 and FP16.
std::string_view canonicalName(std::string_view lower)
{
    return lower == "f32" ? "fp32" : lower == "f16" ? "fp16" : lower;
}

} // namespace

Expected<WeightFormat> parseWeightFormat(std::string_view name)
{
    const std::string lower = toLower(name);
    std::string known;
    for (const FormatRow& candidate : kFormats) {
        if (canonicalName(lower) == candidate.name) {
            return candidate.format;
        }
        known += (known.empty() ? "" : ", ") + std::string(candidate.name);
    }
    return fail("unknown weight precision '" + std::string(name.substr(0, 100)) + "': expected one of " +
                known);
}

const char* weightFormatName(WeightFormat format)
{
    return row(format).name;
}

const char* weightFormatLabel(WeightFormat format)
{
    return row(format).label;
}

const std::vector<WeightFormat>& allWeightFormats()
{
    static const std::vector<WeightFormat> formats = [] {
        std::vector<WeightFormat> list;
        list.reserve(kFormats.size());
        for (const FormatRow& candidate : kFormats) {
            list.push_back(candidate.format);
        }
        return list;
    }();
    return formats;
}

bool isGguf(WeightFormat format)
{
    return row(format).gguf;
}

bool isCheckpoint(WeightFormat format)
{
    const bool isPlain =
        format == WeightFormat::Fp32 || format == WeightFormat::Bf16 || format == WeightFormat::Fp16;
    return isPlain || !isGguf(format);
}

bool dependsOnImportanceMatrix(WeightFormat format)
{
    switch (format) {
    case WeightFormat::Q5_0:
    case WeightFormat::Q4_0:
    case WeightFormat::IQ4_NL:
    case WeightFormat::IQ4_XS: return true;
    default: return false;
    }
}

} // namespace rigwright
