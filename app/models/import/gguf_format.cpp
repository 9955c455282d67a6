// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/gguf_format.h"

#include "models/quantized_model.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rigwright {

namespace {

struct FileType {
    std::int64_t id;
    WeightFormat format;
};

// enum llama_ftype of llama.cpp's include/llama.h; 4 to 6 and 33 to 35 were removed.
constexpr std::array kFileTypes{
    FileType{0, WeightFormat::Fp32},       FileType{1, WeightFormat::Fp16},
    FileType{2, WeightFormat::Q4_0},       FileType{3, WeightFormat::Q4_1},
    FileType{7, WeightFormat::Q8_0},       FileType{8, WeightFormat::Q5_0},
    FileType{9, WeightFormat::Q5_1},       FileType{10, WeightFormat::Q2_K},
    FileType{11, WeightFormat::Q3_K_S},    FileType{12, WeightFormat::Q3_K_M},
    FileType{13, WeightFormat::Q3_K_L},    FileType{14, WeightFormat::Q4_K_S},
    FileType{15, WeightFormat::Q4_K_M},    FileType{16, WeightFormat::Q5_K_S},
    FileType{17, WeightFormat::Q5_K_M},    FileType{18, WeightFormat::Q6_K},
    FileType{19, WeightFormat::IQ2_XXS},   FileType{20, WeightFormat::IQ2_XS},
    FileType{21, WeightFormat::Q2_K_S},    FileType{22, WeightFormat::IQ3_XS},
    FileType{23, WeightFormat::IQ3_XXS},   FileType{24, WeightFormat::IQ1_S},
    FileType{25, WeightFormat::IQ4_NL},    FileType{26, WeightFormat::IQ3_S},
    FileType{27, WeightFormat::IQ3_M},     FileType{28, WeightFormat::IQ2_S},
    FileType{29, WeightFormat::IQ2_M},     FileType{30, WeightFormat::IQ4_XS},
    FileType{31, WeightFormat::IQ1_M},     FileType{32, WeightFormat::Bf16},
    FileType{36, WeightFormat::TQ1_0},     FileType{37, WeightFormat::TQ2_0},
    FileType{38, WeightFormat::MXFP4_MOE}, FileType{39, WeightFormat::NVFP4_GGUF},
    FileType{40, WeightFormat::Q1_0},      FileType{41, WeightFormat::Q2_0},
};
constexpr std::int64_t kGuessed = 1024; // added where the quantiser did not know

/// Bits of the model's own mix; empty: the description is too thin to weigh.
std::optional<double> bitsOfMix(const ModelFacts& facts, WeightFormat format)
{
    const auto model = quantize(facts, format);
    if (!model || model->parameters <= 0) {
        return std::nullopt;
    }
    return 8 * static_cast<double>(model->total().value()) / static_cast<double>(model->parameters);
}

std::optional<WeightFormat> nearestByBits(const ModelFacts& facts, double bits)
{
    std::optional<WeightFormat> nearest;
    double smallest = 0;
    for (const WeightFormat format : allWeightFormats()) {
        const auto mix = isGguf(format) ? bitsOfMix(facts, format) : std::nullopt;
        if (mix && (!nearest || std::abs(*mix - bits) < smallest)) {
            nearest = format;
            smallest = std::abs(*mix - bits);
        }
    }
    return nearest;
}

} // namespace

WeightFormat formatOfGguf(const GgufHeader& header, const TensorTable& table, const ModelFacts& facts,
                          std::vector<ImportNote>& notes)
{
    constexpr const char* kKey = "general.file_type";
    constexpr double kSameMix = 0.02; // stock files are within 0.5 % of their mix
    const double bits = table.bitsPerWeight();
    const std::string measured = formatFixed(bits, 2) + " bits per weight";
    const auto id = header.count(kKey);
    const auto known = std::ranges::find(kFileTypes, id.value_or(-1) % kGuessed, &FileType::id);
    if (id && known != kFileTypes.end()) {
        const char* const label = weightFormatLabel(known->format);
        notes.push_back({ImportNote::Kind::Read, kKey, label, ""});
        const auto mix = bitsOfMix(facts, known->format);
        if (mix && std::abs(*mix - bits) > kSameMix * *mix) {
            notes.push_back({ImportNote::Kind::Assumed, kKey, label,
                             "the file is of a mix of its own, " + measured + " where the stock one has " +
                                 formatFixed(*mix, 2) + ": its own tensors are counted"});
        }
        return known->format;
    }
    const WeightFormat nearest = nearestByBits(facts, bits).value_or(WeightFormat::Fp16);
    notes.push_back({ImportNote::Kind::Assumed, kKey, weightFormatLabel(nearest),
                     (id ? "its number " + std::to_string(*id) + " is unknown" : std::string("absent")) +
                         "; nearest to the file's " + measured + ", whose own tensors are counted"});
    return nearest;
}

} // namespace rigwright
