// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/read_models.h"

#include "catalog/layer_text.h"
#include "catalog/names.h"
#include "catalog/row.h"

#include <sqlite3.h>

namespace rigwright {

namespace {

void readAttention(const Row& row, ModelFacts& model)
{
    model.attention = row.word("attention", parseAttention);
    model.fullLayers = {row.smallInteger("full_period"), row.smallInteger("full_offset")};
    model.layerPattern = row.text("layer_pattern");
    model.heads = row.integer("heads");
    model.kvHeads = row.integer("kv_heads");
    model.headDim = row.integer("head_dim");
    model.window = row.integer("window");
    model.kvLoraRank = row.integer("kv_lora_rank");
    model.qLoraRank = row.integer("q_lora_rank");
    model.qkRopeHeadDim = row.integer("qk_rope_head_dim");
    model.qkNopeHeadDim = row.integer("qk_nope_head_dim");
    model.vHeadDim = row.integer("v_head_dim");
    model.indexerHeads = row.smallInteger("indexer_heads");
    model.indexerHeadDim = row.integer("indexer_head_dim");
    model.fusedQkv = row.flag("fused_qkv");
    model.qkvBias = row.flag("qkv_bias");
    model.outputBias = row.flag("output_bias");
    model.qkNorm = row.text("qk_norm");
    model.attentionSinks = row.flag("attention_sinks");
    model.attentionGate = row.flag("attention_gate");
    model.attentionHeadGate = row.flag("attention_head_gate");
    model.chunkedWindow = row.flag("chunked_window");
    model.keyIsValue = row.flag("key_is_value");
    model.valueIsCached = !row.flag("one_vector_cache");
    model.sharedLayersHaveKeys = row.flag("shared_layers_have_keys");
    model.outputLoraRank = row.integer("output_lora_rank");
    model.outputGroups = row.smallInteger("output_groups");
}

void readFeedForward(const Row& row, ModelFacts& model)
{
    model.feedForward = row.integer("feed_forward");
    model.gatedFeedForward = row.flag("gated_feed_forward");
    model.feedForwardBias = row.flag("feed_forward_bias");
    model.experts = row.smallInteger("experts");
    model.expertsPerToken = row.smallInteger("experts_per_token");
    model.sharedExperts = row.smallInteger("shared_experts");
    model.expertFeedForward = row.integer("expert_feed_forward");
    model.sharedExpertFeedForward = row.integer("shared_expert_feed_forward");
    model.firstDenseLayers = row.smallInteger("first_dense_layers");
    model.moeEvery = row.smallInteger("moe_every");
    model.moeOffset = row.smallInteger("moe_offset");
    model.routerCorrection = row.flag("router_correction");
    model.sharedExpertGate = row.flag("shared_expert_gate");
    model.routerScale = row.flag("router_scale");
    model.hashRouterLayers = row.smallInteger("hash_router_layers");
    model.expertLatentWidth = row.integer("expert_latent_width");
    model.expertLatentNorm = row.flag("expert_latent_norm");
}

void readRecurrence(const Row& row, ModelFacts& model)
{
    model.recurrentKind = row.text("recurrent_kind");
    model.recurrentHeads = row.integer("recurrent_heads");
    model.recurrentHeadDim = row.integer("recurrent_head_dim");
    model.recurrentStateSize = row.integer("recurrent_state_size");
    model.recurrentGroups = row.integer("recurrent_groups");
    model.convKernel = row.smallInteger("conv_kernel");
    model.recurrentStateElements = row.integer("recurrent_state_elements");
    model.convStateElements = row.integer("conv_state_elements");
    model.recurrentStepNorms = row.flag("recurrent_step_norms");
    model.recurrentNorm = row.flag("recurrent_norm");
    model.recurrentGateRank = row.integer("recurrent_gate_rank");
}

void readResiduals(const Row& row, ModelFacts& model)
{
    model.normKind = row.text("norm_kind");
    model.normsPerLayer = row.smallInteger("norms_per_layer");
    model.hyperConnections = row.smallInteger("hyper_connections");
    model.attentionResiduals = row.flag("attention_residuals");
    model.perLayerInput = row.integer("per_layer_input");
    model.perLayerVocabulary = row.integer("per_layer_vocabulary");
    model.altupStreams = row.smallInteger("altup_streams");
    model.laurelRank = row.integer("laurel_rank");
    model.otherLayerElements = row.integer("other_layer_elements");
}

/// The value of a cell that a parse function understands.
template <class Value>
Value understood(std::optional<Value> value, const char* column)
{
    if (!value) {
        throw SqliteError(SQLITE_CORRUPT, std::string("unexpected ") + column);
    }
    return *std::move(value);
}

/// Layers that letters and their definitions say, and what the checkpoint carries beside them.
void readLists(const Row& row, ModelFacts& model)
{
    if (const std::vector<std::string> kinds = row.list("layer_kinds"); !kinds.empty()) {
        model.layerList = understood(parseLayers(kinds, model.layerPattern), "layer_kinds");
        model.layerPattern.clear();
    }
    model.mtpModules = row.smallInteger("mtp_modules");
    model.mtpOwnEmbeddings = row.flag("mtp_own_embeddings");
    for (const std::string& layer : row.list("mtp_layers")) {
        model.mtpLayers.push_back(understood(parseLayer(layer), "mtp_layers"));
    }
    for (const std::string& tower : row.list("towers")) {
        model.towers.push_back(understood(parseTower(tower), "towers"));
    }
}

ModelFacts modelFrom(const Row& row)
{
    ModelFacts model;
    model.id = ModelId(row.text("id"));
    model.name = row.text("name");
    model.family = row.text("family");
    model.huggingFaceId = row.text("hugging_face_id");
    model.released = row.text("released");
    model.licence = row.text("licence");
    model.layers = row.smallInteger("layers");
    model.hidden = row.integer("hidden");
    model.vocabulary = row.integer("vocabulary");
    model.tiedEmbeddings = row.flag("tied_embeddings");
    model.headBias = row.flag("head_bias");
    model.embeddingNorm = row.flag("embedding_norm");
    model.maxContext = row.integer("max_context");
    model.learnedPositions = row.integer("learned_positions");
    readAttention(row, model);
    readFeedForward(row, model);
    readRecurrence(row, model);
    readResiduals(row, model);
    readLists(row, model);
    model.nativePrecision = row.text("native_precision");
    model.parameters = row.integer("parameters");
    model.publishedParameters = row.optionalInteger("published_parameters");
    model.source = {row.text("source"), row.word("verification", parseVerification)};
    model.verified = model.source.state == Verification::Compared;
    return model;
}

} // namespace

std::vector<ModelFacts> readModels(Database& database)
{
    std::vector<ModelFacts> models;
    Statement statement(database, "SELECT * FROM models ORDER BY id");
    const Row row(statement);
    while (statement.step()) {
        models.push_back(modelFrom(row));
    }
    return models;
}

} // namespace rigwright
