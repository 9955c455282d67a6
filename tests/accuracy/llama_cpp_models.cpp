// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/llama_cpp_prints.h"
#include "accuracy/table.h"

namespace rigwright::accuracy {

namespace {

AttentionKind kindOf(const std::string& name)
{
    return name == "sliding_window" ? AttentionKind::SlidingWindow
        : name == "mla"             ? AttentionKind::Mla
        : name == "recurrent"       ? AttentionKind::Recurrent
                                    : AttentionKind::Full;
}

void readAttention(const TableRow& row, ModelFacts& facts)
{
    facts.attention = facts.layerPattern.empty() ? kindOf(row.text("attention")) : AttentionKind::Full;
    facts.fullLayers = {static_cast<int>(row.whole("full_period")),
                        static_cast<int>(row.whole("full_offset"))};
    facts.heads = row.whole("heads");
    facts.kvHeads = row.whole("kv_heads");
    facts.headDim = row.whole("head_dim");
    facts.window = row.whole("window");
    facts.kvLoraRank = row.whole("kv_lora");
    facts.qLoraRank = row.whole("q_lora");
    facts.qkRopeHeadDim = row.whole("rope");
    facts.qkNopeHeadDim = row.whole("nope");
    facts.vHeadDim = row.whole("v_dim");
    facts.indexerHeads = static_cast<int>(row.whole("indexer_heads"));
    facts.indexerHeadDim = row.whole("indexer_dim");
    facts.keyIsValue = row.whole("key_is_value") != 0;
    facts.fusedQkv = row.whole("fused_qkv") != 0;
    facts.qkvBias = row.whole("qkv_bias") != 0;
    facts.outputBias = row.whole("output_bias") != 0;
    facts.qkNorm = row.has("qk_norm") ? row.text("qk_norm") : "none";
    facts.attentionSinks = row.whole("sinks") != 0;
    facts.attentionGate = row.whole("gate") != 0;
}

void readFeedForward(const TableRow& row, ModelFacts& facts)
{
    facts.feedForward = row.whole("feed_forward");
    facts.gatedFeedForward = row.whole("ungated") == 0;
    facts.feedForwardBias = row.whole("ff_bias") != 0;
    facts.experts = static_cast<int>(row.whole("experts"));
    facts.expertsPerToken = static_cast<int>(row.whole("used"));
    facts.sharedExperts = static_cast<int>(row.whole("shared"));
    facts.expertFeedForward = row.whole("expert_ff");
    facts.sharedExpertFeedForward = row.whole("shared_ff");
    facts.firstDenseLayers = static_cast<int>(row.whole("lead_dense"));
    facts.routerCorrection = row.whole("router_correction") != 0;
    facts.sharedExpertGate = row.whole("shared_gate") != 0;
    if (row.has("moe_every")) {
        facts.moeEvery = static_cast<int>(row.whole("moe_every"));
        facts.moeOffset = static_cast<int>(row.whole("moe_offset"));
    }
}

void readRecurrence(const TableRow& row, ModelFacts& facts)
{
    facts.recurrentKind = row.text("recurrent");
    facts.recurrentHeads = row.whole("rec_heads");
    facts.recurrentHeadDim = row.whole("rec_head_dim");
    facts.recurrentStateSize = row.whole("rec_state");
    facts.recurrentGroups = row.whole("rec_groups");
    facts.convKernel = static_cast<int>(row.whole("conv"));
    facts.recurrentStateElements = row.whole("state_elements");
    facts.convStateElements = row.whole("conv_elements");
    facts.recurrentStepNorms = row.whole("step_norms") != 0;
    facts.recurrentNorm = !row.has("rec_norm") || row.whole("rec_norm") != 0;
}

/// One letter a layer: f full, w sliding window, r recurrent, m MLA, b recurrent beside full attention.
void readLayers(const TableRow& row, ModelFacts& facts)
{
    for (const char letter : row.text("letters")) {
        LayerFacts layer;
        layer.attention = letter == 'w' ? AttentionKind::SlidingWindow
            : letter == 'r'             ? AttentionKind::Recurrent
            : letter == 'm'             ? AttentionKind::Mla
                                        : AttentionKind::Full;
        layer.recurrentBeside = letter == 'b';
        if (letter == 'f' && row.has("full_kv_heads")) {
            layer.kvHeads = row.whole("full_kv_heads");
            layer.headDim = row.whole("full_head_dim");
            layer.keyIsValue = facts.keyIsValue;
        }
        facts.layerList.push_back(layer);
    }
}

} // namespace

std::vector<ModelFacts> llamaCppModels(const std::string& folder)
{
    std::vector<ModelFacts> models;
    for (const TableRow& row : readTable(folder + "/llamacpp_models.csv")) {
        ModelFacts facts;
        facts.id = ModelId(row.text("id"));
        facts.name = row.text("described_as");
        facts.layers = static_cast<int>(row.whole("layers"));
        facts.hidden = row.whole("hidden");
        facts.vocabulary = row.whole("vocabulary");
        facts.tiedEmbeddings = row.whole("tied") != 0;
        facts.layerPattern = row.text("pattern");
        facts.normsPerLayer = row.has("norms") ? static_cast<int>(row.whole("norms")) : 2;
        readAttention(row, facts);
        readFeedForward(row, facts);
        readRecurrence(row, facts);
        readLayers(row, facts);
        models.push_back(std::move(facts));
    }
    return models;
}

} // namespace rigwright::accuracy
