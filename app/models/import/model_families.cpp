// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/model_families.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace rigwright {

namespace {

// From the modelling code of transformers, vLLM and of the models' own repositories.
constexpr std::array kFamilies{
    ModelFamily{.names = "llama yi aquila internlm2 internlm baichuan xverse "
                         "skywork mllama mllama_text_model exaone granite "
                         "youtu helium"},
    ModelFamily{.names = "mistral ministral ministral3 pixtral", .slides = true},
    ModelFamily{.names = "mixtral"},
    ModelFamily{.names = "qwen2 qwen2_vl qwen2_5_vl qwen2_5_omni qwen2_audio mimo",
                .qkvBias = true,
                .biasCoversOutput = false},
    ModelFamily{.names = "qwen", .qkvBias = true, .biasCoversOutput = false, .fusedQkv = true},
    ModelFamily{.names = "qwen2_moe", .qkvBias = true, .biasCoversOutput = false, .sharedExpertGate = true},
    ModelFamily{.names = "qwen3 qwen3_vl", .qkNorm = "head"},
    ModelFamily{.names = "qwen3_moe qwen3_vl_moe qwen3_omni_moe", .qkNorm = "head"},
    ModelFamily{.names = "qwen3_next", .qkNorm = "head", .sharedExpertGate = true, .attentionGate = true},
    ModelFamily{.names = "qwen3_5 qwen3_6 qwen3_7 qwen3_8", .qkNorm = "head", .attentionGate = true},
    ModelFamily{.names = "qwen3_5_moe qwen3_6_moe qwen3_7_moe qwen3_8_moe",
                .qkNorm = "head",
                .sharedExpertGate = true,
                .attentionGate = true},
    ModelFamily{.names = "gemma", .tied = true},
    ModelFamily{.names = "gemma2", .norms = 4, .tied = true, .slidingPeriod = 2},
    ModelFamily{.names = "gemma3", .norms = 4, .qkNorm = "head", .tied = true, .slidingPeriod = 6},
    ModelFamily{.names = "gemma3n", .norms = 4, .qkNorm = "head", .tied = true, .slidingPeriod = 5},
    ModelFamily{
        .names = "gemma4 gemma4_unified", .norms = 4, .qkNorm = "head", .tied = true, .slidingPeriod = 6},
    ModelFamily{.names = "phi",
                .normKind = "ln",
                .norms = 1,
                .qkvBias = true,
                .outputBias = true,
                .feedForwardBias = true,
                .gated = false,
                .headBias = true},
    ModelFamily{.names = "phi3 phi4mm phi4_multimodal", .fusedQkv = true},
    ModelFamily{.names = "phi3small",
                .normKind = "ln",
                .qkvBias = true,
                .outputBias = true,
                .feedForwardBias = true,
                .tied = true,
                .fusedQkv = true},
    ModelFamily{.names = "phimoe", .normKind = "ln", .qkvBias = true, .outputBias = true, .headBias = true},
    ModelFamily{.names = "deepseek_v3 deepseek_v32 kimi_k2 kimi_vl", .routerCorrection = true},
    ModelFamily{.names = "deepseek_v2 deepseek deepseek_vl_v2 minicpm3"},
    ModelFamily{.names = "deepseek_v4", .qkNorm = "key", .routerCorrection = true},
    ModelFamily{.names = "glm_moe_dsa glm4_moe_lite", .routerCorrection = true},
    ModelFamily{
        .names = "glm4_moe glm4v_moe solar_open", .biasCoversOutput = false, .routerCorrection = true},
    ModelFamily{.names = "glm4 glm4v glm_ocr", .norms = 4, .biasCoversOutput = false},
    ModelFamily{.names = "glm", .biasCoversOutput = false},
    ModelFamily{.names = "chatglm", .qkvBias = true, .biasCoversOutput = false, .fusedQkv = true},
    ModelFamily{.names = "gpt2 gpt_bigcode",
                .normKind = "ln",
                .qkvBias = true,
                .outputBias = true,
                .feedForwardBias = true,
                .gated = false,
                .tied = true,
                .fusedQkv = true},
    ModelFamily{.names = "gpt_neo",
                .normKind = "ln",
                .outputBias = true,
                .feedForwardBias = true,
                .gated = false,
                .tied = true,
                .slides = false},
    ModelFamily{.names = "gpt_neox",
                .normKind = "ln",
                .qkvBias = true,
                .outputBias = true,
                .feedForwardBias = true,
                .gated = false,
                .fusedQkv = true},
    ModelFamily{.names = "gptj codegen",
                .normKind = "ln",
                .norms = 1,
                .feedForwardBias = true,
                .gated = false,
                .headBias = true},
    ModelFamily{.names = "bloom",
                .normKind = "ln",
                .qkvBias = true,
                .outputBias = true,
                .feedForwardBias = true,
                .gated = false,
                .tied = true,
                .embeddingNorm = true,
                .fusedQkv = true},
    ModelFamily{.names = "falcon refinedweb refinedwebmodel",
                .normKind = "ln",
                .norms = 1,
                .gated = false,
                .tied = true,
                .fusedQkv = true},
    ModelFamily{.names = "mpt", .normKind = "ln_nb", .gated = false, .tied = true, .fusedQkv = true},
    ModelFamily{.names = "opt",
                .normKind = "ln",
                .qkvBias = true,
                .outputBias = true,
                .feedForwardBias = true,
                .gated = false,
                .tied = true},
    ModelFamily{.names = "starcoder2",
                .normKind = "ln",
                .qkvBias = true,
                .outputBias = true,
                .feedForwardBias = true,
                .gated = false,
                .tied = true},
    ModelFamily{.names = "stablelm stablelm_epoch", .normKind = "ln", .biasCoversOutput = false},
    ModelFamily{.names = "olmo", .normKind = "none"},
    ModelFamily{.names = "olmo2", .qkNorm = "full"},
    ModelFamily{.names = "olmo3", .qkNorm = "full", .slidingPeriod = 4},
    ModelFamily{.names = "olmoe flex_olmo", .qkNorm = "full"},
    ModelFamily{.names = "cohere", .normKind = "ln_nb", .norms = 1, .tied = true},
    ModelFamily{.names = "cohere2", .normKind = "ln_nb", .norms = 1, .tied = true, .slidingPeriod = 4},
    ModelFamily{.names = "granitemoe granitemoeshared"},
    ModelFamily{.names = "granitemoehybrid bamba"},
    ModelFamily{.names = "jamba"},
    ModelFamily{.names = "mamba falcon_mamba", .norms = 1, .tied = true},
    ModelFamily{.names = "mamba2", .norms = 1},
    ModelFamily{.names = "falcon_h1"},
    ModelFamily{.names = "nemotron", .normKind = "ln", .gated = false},
    ModelFamily{.names = "nemotron_h nemotron_h_puzzle", .norms = 1, .gated = false},
    ModelFamily{.names = "nemotron_nas deci decilm"},
    ModelFamily{.names = "minimax minimax_text_01 minimax_m1 minimaxtext01 minimaxm1"},
    ModelFamily{.names = "minimax_m2", .qkNorm = "full", .routerCorrection = true},
    ModelFamily{.names = "minimax_m3 minimax_m3_vl", .qkNorm = "head", .routerCorrection = true},
    ModelFamily{
        .names = "gpt_oss", .qkvBias = true, .outputBias = true, .feedForwardBias = true, .slidingPeriod = 2},
    ModelFamily{.names = "ernie4_5", .tied = true},
    ModelFamily{.names = "ernie4_5_moe ernie4_5_vl_moe", .tied = true, .routerCorrection = true},
    ModelFamily{.names = "hunyuan_v1_dense hunyuan_v1_moe hunyuan hunyuan_dense", .qkNorm = "head"},
    ModelFamily{.names = "seed_oss", .qkvBias = true, .biasCoversOutput = false},
    ModelFamily{.names = "smollm3", .tied = true},
    ModelFamily{.names = "exaone4", .qkNorm = "head", .slidingPeriod = 4},
    ModelFamily{.names = "exaone_moe", .qkNorm = "head", .routerCorrection = true, .slidingPeriod = 4},
    ModelFamily{.names = "internlm3", .biasCoversOutput = false},
    ModelFamily{.names = "dbrx", .normKind = "ln_nb", .fusedQkv = true},
    ModelFamily{.names = "arctic"},
    ModelFamily{.names = "llama4", .slidingPeriod = 4},
    ModelFamily{.names = "bailing_moe", .biasCoversOutput = false},
    ModelFamily{.names = "bailing_moe_v2", .qkNorm = "head", .routerCorrection = true},
    ModelFamily{.names = "dots1", .qkNorm = "head", .routerCorrection = true},
    ModelFamily{.names = "lfm2 lfm2_vl", .qkNorm = "head", .tied = true},
    ModelFamily{.names = "lfm2_moe", .qkNorm = "head", .tied = true, .routerCorrection = true},
    ModelFamily{.names = "apertus", .qkNorm = "head", .gated = false},
    ModelFamily{.names = "arcee", .gated = false},
    ModelFamily{.names = "bitnet bitnet_b1_58", .tied = true},
    ModelFamily{.names = "openelm", .qkNorm = "head", .tied = true},
    ModelFamily{.names = "kimi_linear", .routerCorrection = true},
    ModelFamily{
        .names = "mimo_v2_flash mimo_v2 mimo_v2_pro", .biasCoversOutput = false, .routerCorrection = true},
    ModelFamily{.names = "step3p5 step3p7 step3p7_flash step3p5_text", .qkNorm = "head"},
    ModelFamily{.names = "afmoe",
                .norms = 4,
                .qkNorm = "head",
                .routerCorrection = true,
                .attentionGate = true,
                .slidingPeriod = 4},
    ModelFamily{.names = "minicpm", .tied = true},
    ModelFamily{.names = "orion", .normKind = "ln"},
    ModelFamily{.names = "laguna", .qkNorm = "head", .routerCorrection = true},
    ModelFamily{.names = "persimmon",
                .normKind = "ln",
                .qkvBias = true,
                .outputBias = true,
                .feedForwardBias = true,
                .gated = false,
                .fusedQkv = true},
};

std::string plain(std::string_view name)
{
    std::string letters;
    for (const char letter : name) {
        if (std::isalnum(static_cast<unsigned char>(letter)) != 0) {
            letters += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        }
    }
    return letters;
}

std::string_view without(std::string_view name, std::string_view ending)
{
    return name.ends_with(ending) ? name.substr(0, name.size() - ending.size()) : name;
}

const ModelFamily* familyNamed(std::string_view wanted)
{
    if (wanted.empty()) {
        return nullptr;
    }
    for (const ModelFamily& family : kFamilies) {
        for (std::size_t start = 0; start < family.names.size();) {
            const std::size_t end = std::min(family.names.find(' ', start), family.names.size());
            if (plain(family.names.substr(start, end - start)) == wanted) {
                return &family;
            }
            start = end + 1;
        }
    }
    return nullptr;
}

} // namespace

const ModelFamily* findFamily(std::string_view modelType, std::string_view architecture)
{
    for (const std::string_view type : {modelType, without(modelType, "_text")}) {
        if (const ModelFamily* family = familyNamed(plain(type))) {
            return family;
        }
    }
    for (const char* ending : {"ForCausalLM", "ForConditionalGeneration", "LMHeadModel", "Model"}) {
        if (architecture.ends_with(ending)) {
            return familyNamed(plain(without(architecture, ending)));
        }
    }
    return nullptr;
}

const ModelFamily& llamaFamily()
{
    return kFamilies.front();
}

std::string familyName(const ModelFamily& family)
{
    return std::string(family.names.substr(0, family.names.find(' ')));
}

} // namespace rigwright
