// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/model_facts_json.h"

#include "project/offer_fields.h"
#include "sizing/names.h"

#include <array>

namespace rigwright {

namespace {

constexpr std::size_t kMostLayers = 10'000;
constexpr std::size_t kMostTowers = 100;
constexpr std::size_t kMostTensors = 500'000;

constexpr std::array kAttentions{Named<AttentionKind>{AttentionKind::Full, "full"},
                                 Named<AttentionKind>{AttentionKind::SlidingWindow, "sliding-window"},
                                 Named<AttentionKind>{AttentionKind::Mla, "mla"},
                                 Named<AttentionKind>{AttentionKind::Recurrent, "recurrent"},
                                 Named<AttentionKind>{AttentionKind::None, "none"}};

const char* attentionName(AttentionKind kind)
{
    return nameOf(kAttentions, kind);
}

Expected<AttentionKind> parseAttentionName(const std::string& name)
{
    return parseNamed("kind of attention", kAttentions, name);
}

} // namespace

template <class Visit, class Facts>
requires std::is_same_v<std::remove_const_t<Facts>, LayerPattern>
void visitFields(Visit& visit, Facts& pattern)
{
    visit("period", pattern.period);
    visit("offset", pattern.offset);
}

template <class Visit, class Facts>
requires std::is_same_v<std::remove_const_t<Facts>, LayerFacts>
void visitFields(Visit& visit, Facts& layer)
{
    visit.named("attention", layer.attention, attentionName, parseAttentionName);
    visit("heads", layer.heads);
    visit("kv_heads", layer.kvHeads);
    visit("head_dim", layer.headDim);
    visit("v_head_dim", layer.vHeadDim);
    visit("window", layer.window);
    visit("cache_ratio", layer.cacheRatio);
    visit("indexer_heads", layer.indexerHeads);
    visit("attention_sinks", layer.attentionSinks);
    visit("key_is_value", layer.keyIsValue);
    visit("shares_cache", layer.sharesCache);
    visit("plain_matrices", layer.plainMatrices);
    visit("recurrent_beside", layer.recurrentBeside);
    visit("feed_forward", layer.feedForward);
    visit("experts", layer.experts);
    visit("expert_feed_forward", layer.expertFeedForward);
    visit("shared_expert_feed_forward", layer.sharedExpertFeedForward);
}

template <class Visit, class Facts>
requires std::is_same_v<std::remove_const_t<Facts>, TowerFacts>
void visitFields(Visit& visit, Facts& tower)
{
    visit("kind", tower.kind);
    visit("layers", tower.layers);
    visit("hidden", tower.hidden);
    visit("query_width", tower.queryWidth);
    visit("kv_width", tower.kvWidth);
    visit("feed_forward", tower.feedForward);
    visit("gated_feed_forward", tower.gatedFeedForward);
    visit("layer_vectors", tower.layerVectors);
    visit("other_elements", tower.otherElements);
}

template <class Visit, class Facts>
requires std::is_same_v<std::remove_const_t<Facts>, StoredTensor>
void visitFields(Visit& visit, Facts& tensor)
{
    visit("name", tensor.name);
    visit("elements", tensor.elements);
    visit("bytes", tensor.bytes);
}

template <class Visit, class Facts>
requires std::is_same_v<std::remove_const_t<Facts>, StoredWeights>
void visitFields(Visit& visit, Facts& weights)
{
    visit("format", weights.format);
    visit.list("tensors", weights.tensors, kMostTensors, "tensors");
}

namespace {

template <class Visit, class Facts>
void visitNames(Visit& visit, Facts& facts)
{
    visit("id", facts.id);
    visit("name", facts.name);
    visit("family", facts.family);
    visit("hugging_face_id", facts.huggingFaceId);
    visit("released", facts.released);
    visit("licence", facts.licence);
    visit("layers", facts.layers);
    visit("hidden", facts.hidden);
    visit("vocabulary", facts.vocabulary);
    visit("tied_embeddings", facts.tiedEmbeddings);
    visit("head_bias", facts.headBias);
    visit("embedding_norm", facts.embeddingNorm);
    visit("max_context", facts.maxContext);
    visit("learned_positions", facts.learnedPositions);
}

template <class Visit, class Facts>
void visitAttention(Visit& visit, Facts& facts)
{
    visit.named("attention", facts.attention, attentionName, parseAttentionName);
    visit.member("full_layers", facts.fullLayers);
    visit("heads", facts.heads);
    visit("kv_heads", facts.kvHeads);
    visit("head_dim", facts.headDim);
    visit("window", facts.window);
    visit("kv_lora_rank", facts.kvLoraRank);
    visit("q_lora_rank", facts.qLoraRank);
    visit("qk_rope_head_dim", facts.qkRopeHeadDim);
    visit("qk_nope_head_dim", facts.qkNopeHeadDim);
    visit("v_head_dim", facts.vHeadDim);
    visit("chunked_window", facts.chunkedWindow);
    visit("key_is_value", facts.keyIsValue);
    visit("shared_layers_have_keys", facts.sharedLayersHaveKeys);
    visit("value_is_cached", facts.valueIsCached);
    visit("output_lora_rank", facts.outputLoraRank);
    visit("output_groups", facts.outputGroups);
    visit("indexer_heads", facts.indexerHeads);
    visit("indexer_head_dim", facts.indexerHeadDim);
    visit("fused_qkv", facts.fusedQkv);
    visit("qkv_bias", facts.qkvBias);
    visit("output_bias", facts.outputBias);
    visit("qk_norm", facts.qkNorm);
    visit("attention_sinks", facts.attentionSinks);
    visit("attention_gate", facts.attentionGate);
    visit("attention_head_gate", facts.attentionHeadGate);
}

template <class Visit, class Facts>
void visitFeedForward(Visit& visit, Facts& facts)
{
    visit("feed_forward", facts.feedForward);
    visit("gated_feed_forward", facts.gatedFeedForward);
    visit("feed_forward_bias", facts.feedForwardBias);
    visit("experts", facts.experts);
    visit("experts_per_token", facts.expertsPerToken);
    visit("shared_experts", facts.sharedExperts);
    visit("expert_feed_forward", facts.expertFeedForward);
    visit("shared_expert_feed_forward", facts.sharedExpertFeedForward);
    visit("first_dense_layers", facts.firstDenseLayers);
    visit("router_correction", facts.routerCorrection);
    visit("shared_expert_gate", facts.sharedExpertGate);
    visit("router_scale", facts.routerScale);
    visit("hash_router_layers", facts.hashRouterLayers);
    visit("expert_latent_width", facts.expertLatentWidth);
    visit("expert_latent_norm", facts.expertLatentNorm);
}

template <class Visit, class Facts>
void visitLayers(Visit& visit, Facts& facts)
{
    visit("layer_pattern", facts.layerPattern);
    visit.list("layer_list", facts.layerList, kMostLayers, "layers");
    visit("moe_every", facts.moeEvery);
    visit("moe_offset", facts.moeOffset);
    visit("recurrent_kind", facts.recurrentKind);
    visit("recurrent_state_elements", facts.recurrentStateElements);
    visit("conv_state_elements", facts.convStateElements);
    visit("recurrent_heads", facts.recurrentHeads);
    visit("recurrent_head_dim", facts.recurrentHeadDim);
    visit("recurrent_state_size", facts.recurrentStateSize);
    visit("recurrent_groups", facts.recurrentGroups);
    visit("conv_kernel", facts.convKernel);
    visit("recurrent_step_norms", facts.recurrentStepNorms);
    visit("recurrent_norm", facts.recurrentNorm);
    visit("recurrent_gate_rank", facts.recurrentGateRank);
}

template <class Visit, class Facts>
void visitRest(Visit& visit, Facts& facts)
{
    visit("norm_kind", facts.normKind);
    visit("norms_per_layer", facts.normsPerLayer);
    visit("hyper_connections", facts.hyperConnections);
    visit("attention_residuals", facts.attentionResiduals);
    visit("per_layer_input", facts.perLayerInput);
    visit("per_layer_vocabulary", facts.perLayerVocabulary);
    visit("altup_streams", facts.altupStreams);
    visit("laurel_rank", facts.laurelRank);
    visit("other_layer_elements", facts.otherLayerElements);
    visit("native_precision", facts.nativePrecision);
    visit("attention_stays_wide", facts.attentionStaysWide);
    visit("mtp_modules", facts.mtpModules);
    visit.list("mtp_layers", facts.mtpLayers, kMostLayers, "layers");
    visit("mtp_own_embeddings", facts.mtpOwnEmbeddings);
    visit.list("towers", facts.towers, kMostTowers, "towers");
    visit("parameters", facts.parameters);
    visit("published_parameters", facts.publishedParameters);
    visit("verified", facts.verified);
    visit.member("source", facts.source);
}

} // namespace

template <class Visit, class Facts>
requires std::is_same_v<std::remove_const_t<Facts>, ModelFacts>
void visitFields(Visit& visit, Facts& facts)
{
    visitNames(visit, facts);
    visitAttention(visit, facts);
    visitFeedForward(visit, facts);
    visitLayers(visit, facts);
    visitRest(visit, facts);
}

namespace {

/// A model, and the table of its file where it has one.
struct ModelWithWeights {
    ModelFacts facts;
    std::optional<StoredWeights> weights;
};

template <class Visit, class Facts>
requires std::is_same_v<std::remove_const_t<Facts>, ModelWithWeights>
void visitFields(Visit& visit, Facts& model)
{
    visitFields(visit, model.facts);
    visit.member("stored_weights", model.weights);
}

} // namespace

nlohmann::ordered_json modelFactsJson(const ModelFacts& facts)
{
    ModelWithWeights model{facts, std::nullopt};
    if (facts.storedWeights != nullptr) {
        model.weights = *facts.storedWeights;
    }
    return fieldsJson(model);
}

ModelFacts readModelFacts(ObjectReader& object)
{
    auto model = readFields<ModelWithWeights>(object);
    if (model.weights) {
        model.facts.storedWeights = std::make_shared<const StoredWeights>(*std::move(model.weights));
    }
    return std::move(model.facts);
}

} // namespace rigwright
