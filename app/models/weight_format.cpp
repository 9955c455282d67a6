// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/weight_format.h"

#include "facts/nearest.h"
#include "units/format.h"

#include <algorithm>
#include <array>

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
    FormatRow{WeightFormat::Int8, "int8", "INT8", false},
    FormatRow{WeightFormat::Gptq4, "gptq-4", "GPTQ 4-bit", false},
    FormatRow{WeightFormat::Awq4, "awq-4", "AWQ 4-bit", false},
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
    FormatRow{WeightFormat::Q3_K_L, "q3_k_l", "Q3_K_L", true},
    FormatRow{WeightFormat::Q3_K_M, "q3_k_m", "Q3_K_M", true},
    FormatRow{WeightFormat::Q3_K_S, "q3_k_s", "Q3_K_S", true},
    FormatRow{WeightFormat::Q2_K, "q2_k", "Q2_K", true},
};

const FormatRow& row(WeightFormat format)
{
    return *std::ranges::find(kFormats, format, &FormatRow::format);
}

} // namespace

Expected<WeightFormat> parseWeightFormat(std::string_view name)
{
    std::string known;
    for (const FormatRow& candidate : kFormats) {
        if (toLower(name) == candidate.name) {
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

} // namespace rigwright
