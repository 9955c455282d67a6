// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"

namespace rigwright::known {

namespace {

ModelFacts dense(const char* id, int layers, std::int64_t hidden, std::int64_t feedForward,
                 std::int64_t heads, std::int64_t kvHeads, std::int64_t headDim, std::int64_t vocabulary)
{
    ModelFacts facts;
    facts.id = ModelId(id);
    facts.name = id;
    facts.layers = layers;
    facts.hidden = hidden;
    facts.feedForward = feedForward;
    facts.heads = heads;
    facts.kvHeads = kvHeads;
    facts.headDim = headDim;
    facts.vocabulary = vocabulary;
    facts.maxContext = 131072;
    return facts;
}

ModelFacts gemma3(ModelFacts facts, std::int64_t window)
{
    facts.tiedEmbeddings = true;
    facts.attention = AttentionKind::SlidingWindow;
    facts.window = window;
    facts.fullLayers = {6, 0};
    facts.qkNorm = "head";
    facts.normsPerLayer = 4;
    return facts;
}

} // namespace

ModelFacts llama31_8b()
{
    return dense("llama-3.1-8b", 32, 4096, 14336, 32, 8, 128, 128256);
}

ModelFacts llama31_70b()
{
    return dense("llama-3.1-70b", 80, 8192, 28672, 64, 8, 128, 128256);
}

ModelFacts qwen3_32b()
{
    ModelFacts facts = dense("qwen3-32b", 64, 5120, 25600, 64, 8, 128, 151936);
    facts.qkNorm = "head";
    return facts;
}

ModelFacts qwen25_half_b()
{
    ModelFacts facts = dense("qwen2.5-0.5b", 24, 896, 4864, 14, 2, 64, 151936);
    facts.tiedEmbeddings = true;
    facts.qkvBias = true;
    return facts;
}

ModelFacts gemma3_1b()
{
    return gemma3(dense("gemma-3-1b-it", 26, 1152, 6912, 4, 1, 256, 262144), 512);
}

ModelFacts gemma3_27b()
{
    return gemma3(dense("gemma-3-27b-it", 62, 5376, 21504, 32, 16, 128, 262208), 1024);
}

ModelFacts gptOss20b()
{
    ModelFacts facts = dense("gpt-oss-20b", 24, 2880, 2880, 64, 8, 64, 201088);
    facts.attention = AttentionKind::SlidingWindow;
    facts.window = 128;
    facts.fullLayers = {2, 0};
    facts.attentionSinks = true;
    facts.qkvBias = true;
    facts.outputBias = true;
    facts.feedForwardBias = true;
    facts.experts = 32;
    facts.expertsPerToken = 4;
    facts.expertFeedForward = 2880;
    return facts;
}

ModelFacts deepSeekV3()
{
    ModelFacts facts = dense("deepseek-v3", 61, 7168, 18432, 128, 128, 0, 129280);
    facts.attention = AttentionKind::Mla;
    facts.kvLoraRank = 512;
    facts.qLoraRank = 1536;
    facts.qkRopeHeadDim = 64;
    facts.qkNopeHeadDim = 128;
    facts.vHeadDim = 128;
    facts.experts = 256;
    facts.expertsPerToken = 8;
    facts.sharedExperts = 1;
    facts.expertFeedForward = 2048;
    facts.sharedExpertFeedForward = 2048;
    facts.firstDenseLayers = 3;
    facts.routerCorrection = true;
    return facts;
}

ModelFacts qwen3Next80b()
{
    ModelFacts facts = dense("qwen3-next-80b-a3b-instruct", 48, 2048, 5120, 16, 2, 256, 151936);
    facts.attention = AttentionKind::Recurrent;
    facts.fullLayers = {4, 0};
    facts.attentionGate = true;
    facts.qkNorm = "head";
    facts.experts = 512;
    facts.expertsPerToken = 10;
    facts.sharedExperts = 1;
    facts.expertFeedForward = 512;
    facts.sharedExpertFeedForward = 512;
    facts.sharedExpertGate = true;
    facts.recurrentKind = "gated_deltanet";
    facts.recurrentHeads = 32;
    facts.recurrentHeadDim = 128;
    facts.recurrentStateSize = 128;
    facts.recurrentGroups = 16;
    facts.convKernel = 4;
    facts.recurrentStateElements = 524288;
    facts.convStateElements = 24576;
    return facts;
}

} // namespace rigwright::known
