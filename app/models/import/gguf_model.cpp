// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/gguf_model.h"

#include "models/import/gguf_format.h"
#include "models/import/gguf_keys.h"
#include "models/import/gguf_layers.h"
#include "models/import/shown_text.h"
#include "models/import/tensor_structure.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace rigwright {

namespace {

std::int64_t rowsOf(const TensorTable& table, std::string_view part)
{
    const TensorShape* shape = table.shape(part);
    return shape == nullptr ? 0 : shape->rows();
}

std::int64_t columnsOf(const TensorTable& table, std::string_view part)
{
    const TensorShape* shape = table.shape(part);
    return shape == nullptr ? 0 : shape->columns();
}

/// Adapters and projectors have the format of a model and are none.
Expected<std::string> architectureOf(const GgufHeader& header)
{
    const auto type = header.text("general.type");
    if (type && *type != "model") {
        return fail("key 'general.type': '" + shownText(*type) +
                    "', expected a model; give the file of the language model");
    }
    const auto architecture = header.text("general.architecture");
    if (!architecture || architecture->empty()) {
        return fail("key 'general.architecture': missing");
    }
    if (*architecture == "clip") {
        return fail("key 'general.architecture': 'clip', a projector for pictures; give the file of the "
                    "language model");
    }
    return *architecture;
}

void readNames(const GgufHeader& header, const std::string& fallbackName, ModelFacts& facts)
{
    facts.name = shownText(header.text("general.name").value_or(fallbackName));
    facts.id = idFromName(facts.name);
    facts.family = shownText(header.text("general.architecture").value_or(""));
    facts.licence = shownText(header.text("general.license").value_or(""));
    facts.source = {"tensor table and metadata of the GGUF file", Verification::Sourced};
}

Expected<void> readSize(GgufKeys& keys, const GgufHeader& header, const TensorTable& table, ModelFacts& facts)
{
    constexpr std::int64_t kMostLayers = 10'000;
    const auto blocks = keys.count("block_count");
    const std::int64_t predicting = keys.countOr("nextn_predict_layers", 0);
    const std::int64_t layers = blocks.value_or(std::ssize(table.layers())) - predicting;
    if (layers < 1 || layers > kMostLayers) {
        return fail("key '" + shownText(keys.architecture()) + ".block_count': " + std::to_string(layers) +
                    " layers, expected 1 to " + std::to_string(kMostLayers));
    }
    if (layers > std::ssize(table.layers())) {
        return fail("key '" + shownText(keys.architecture()) + ".block_count': " + std::to_string(layers) +
                    " layers, the tensors are of " + std::to_string(table.layers().size()));
    }
    facts.layers = static_cast<int>(layers);
    const bool stored = std::ssize(table.layers()) > layers;
    facts.mtpModules = stored ? static_cast<int>(std::min<std::int64_t>(predicting, 100)) : 0;
    facts.hidden = keys.countOr("embedding_length", columnsOf(table, "token_embd"));
    const GgufArray* tokens = header.array("tokenizer.ggml.tokens");
    facts.vocabulary = rowsOf(table, "token_embd");
    if (facts.vocabulary == 0) {
        facts.vocabulary =
            keys.countOr("vocab_size", tokens == nullptr ? 0 : static_cast<std::int64_t>(tokens->count));
    }
    facts.maxContext = keys.countOr("context_length", 0);
    if (facts.maxContext == 0) {
        keys.unknown(keys.architecture() + ".context_length",
                     "the file doesn't say how much context the model has");
    }
    facts.perLayerInput = keys.countOr("embedding_length_per_layer_input", 0);
    facts.hyperConnections =
        static_cast<int>(std::min<std::int64_t>(keys.countOr("hyper_connection.count", 0), 64));
    return {};
}

void readHeads(GgufKeys& keys, const TensorTable& table, ModelFacts& facts)
{
    facts.heads = keys.countOr("attention.head_count", 0);
    facts.kvHeads = keys.countOr("attention.head_count_kv", facts.heads);
    const std::int64_t evenShare = facts.heads > 0 ? facts.hidden / facts.heads : 0;
    facts.headDim = keys.countOr("attention.key_length", evenShare);
    const std::int64_t values = keys.countOr("attention.value_length", evenShare);
    facts.vHeadDim = values == facts.headDim ? 0 : values;
    facts.indexerHeads =
        static_cast<int>(std::min<std::int64_t>(keys.countOr("attention.indexer.head_count", 0), 100'000));
    facts.indexerHeadDim = keys.countOr("attention.indexer.key_length", 0);
    facts.qLoraRank = table.has("attn_q_a") ? keys.countOr("attention.q_lora_rank", 0) : 0;
    facts.outputLoraRank = keys.countOr("attention.output_lora_rank", 0);
    facts.outputGroups =
        static_cast<int>(std::min<std::int64_t>(keys.countOr("attention.output_group_count", 0), 100'000));
    facts.valueIsCached = facts.outputLoraRank == 0 || table.has("attn_v");
}

/// MLA. Files from before *_mla keys store whole heads, and llama.cpp caches them as such.
void readLatentAttention(GgufKeys& keys, const TensorTable& table, ModelFacts& facts)
{
    const std::int64_t rank = keys.countOr("attention.kv_lora_rank", 0);
    if (rank == 0 || !table.has("attn_kv_a_mqa")) {
        return;
    }
    const auto keyLength = keys.count("attention.key_length_mla");
    const auto valueLength = keys.count("attention.value_length_mla");
    const std::int64_t rope = keys.countOr("rope.dimension_count", 0);
    if (!keyLength || !valueLength) {
        facts.kvHeads = facts.heads;
        keys.assume(keys.architecture() + ".attention.key_length_mla", "whole heads in the cache",
                    "the file is from before llama.cpp kept MLA's compressed vector alone");
        return;
    }
    facts.attention = AttentionKind::Mla;
    facts.kvLoraRank = rank;
    facts.qkRopeHeadDim = std::min(rope, *keyLength);
    facts.qkNopeHeadDim = *keyLength - facts.qkRopeHeadDim;
    facts.vHeadDim = *valueLength;
    facts.headDim = *keyLength;
    facts.kvHeads = facts.heads;
}

void readFeedForward(GgufKeys& keys, const TensorTable& table, ModelFacts& facts)
{
    constexpr std::int64_t kMostExperts = 100'000;
    facts.feedForward = keys.countOr("feed_forward_length", columnsOf(table, "ffn_down"));
    facts.experts = static_cast<int>(std::min(keys.countOr("expert_count", 0), kMostExperts));
    if (facts.experts == 0) {
        return;
    }
    facts.expertsPerToken = static_cast<int>(std::min(keys.countOr("expert_used_count", 0), kMostExperts));
    facts.sharedExperts = static_cast<int>(std::min(keys.countOr("expert_shared_count", 0), kMostExperts));
    const std::int64_t stacked = columnsOf(table, "ffn_down_exps");
    facts.expertFeedForward =
        stacked > 0 ? stacked : keys.countOr("expert_feed_forward_length", facts.feedForward);
    facts.sharedExpertFeedForward = columnsOf(table, "ffn_down_shexp");
    if (facts.sharedExpertFeedForward > 0 && facts.sharedExperts == 0) {
        facts.sharedExperts = 1;
    }
    const std::int64_t dense = columnsOf(table, "ffn_down");
    facts.feedForward = dense > 0 && !keys.isList("feed_forward_length") ? dense : facts.feedForward;
}

/// A product of counts from the file, which may be absurd: no more than what every check refuses.
std::int64_t product(std::initializer_list<std::int64_t> factors)
{
    constexpr std::int64_t kMost = 1'000'000'000'000'000;
    std::int64_t result = 1;
    for (const std::int64_t factor : factors) {
        if (factor > 0 && result > kMost / factor) {
            return kMost;
        }
        result *= factor;
    }
    return result;
}

std::string recurrentKindOf(GgufKeys& keys, const TensorTable& table)
{
    if (table.has("ssm_x")) {
        return "mamba1";
    }
    if (keys.countOr("kda.head_dim", 0) > 0) {
        return "kda";
    }
    if (table.has("ssm_ba") || table.has("ssm_alpha") || table.has("ssm_beta_alpha")) {
        return "gated_deltanet";
    }
    if (keys.countOr("shortconv.l_cache", 0) > 0) {
        return "short_conv";
    }
    if (keys.countOr("wkv.head_size", 0) > 0) {
        return "rwkv";
    }
    return table.has("ssm_a") ? "mamba2" : "lightning";
}

/// Values of state of one layer: llama.cpp's hparams n_embd_r (convolution or token shift) and n_embd_s.
void readState(GgufKeys& keys, ModelFacts& facts)
{
    const std::int64_t inner = keys.countOr("ssm.inner_size", 0);
    facts.recurrentStateSize = keys.countOr("ssm.state_size", 0);
    facts.recurrentGroups = keys.countOr("ssm.group_count", 0);
    facts.recurrentHeads = keys.countOr("ssm.time_step_rank", 0);
    facts.convKernel = static_cast<int>(std::min<std::int64_t>(keys.countOr("ssm.conv_kernel", 0), 1024));
    const std::int64_t kept = std::max(0, facts.convKernel - 1);
    if (facts.recurrentKind == "kda") {
        facts.recurrentHeads = facts.heads;
        facts.recurrentHeadDim = keys.countOr("kda.head_dim", 0);
        facts.recurrentStateElements = product({facts.heads, facts.recurrentHeadDim, facts.recurrentHeadDim});
        facts.convStateElements = product({3 * kept, facts.heads, facts.recurrentHeadDim});
    } else if (facts.recurrentKind == "short_conv") {
        facts.convKernel =
            static_cast<int>(std::min<std::int64_t>(keys.countOr("shortconv.l_cache", 1), 1024));
        facts.convStateElements = product({std::max(0, facts.convKernel - 1), facts.hidden});
    } else if (facts.recurrentKind == "rwkv") {
        facts.recurrentStateElements = product({facts.hidden, keys.countOr("wkv.head_size", 0)});
        facts.convStateElements = product({facts.hidden, keys.countOr("token_shift_count", 2)});
    } else if (facts.recurrentKind == "lightning") {
        facts.recurrentStateElements = product({facts.heads, facts.headDim, facts.headDim});
    } else {
        facts.recurrentHeadDim = facts.recurrentHeads > 0 ? inner / facts.recurrentHeads : 0;
        facts.recurrentStateElements = product({inner, facts.recurrentStateSize});
        const std::int64_t mixed = inner + product({2, facts.recurrentGroups, facts.recurrentStateSize});
        facts.convStateElements = product({kept, mixed});
    }
}

void readRecurrence(GgufKeys& keys, const TensorTable& table, ModelFacts& facts)
{
    if (std::ranges::none_of(table.layers(), [](const LayerContent& layer) { return layer.recurrent; })) {
        return;
    }
    facts.recurrentKind = recurrentKindOf(keys, table);
    readState(keys, facts);
    facts.recurrentStepNorms = table.has("ssm_dt_norm");
    facts.recurrentNorm = table.has("ssm_norm");
}

} // namespace

Expected<void> addTensors(const GgufHeader& header, TensorTable& table)
{
    for (const GgufTensor& tensor : header.tensors) {
        TensorShape shape;
        // GGUF names the length of a row first.
        const auto last = std::find_if(tensor.extents.rbegin(), tensor.extents.rend() - 1,
                                       [](std::int64_t extent) { return extent != 1; });
        std::reverse_copy(tensor.extents.begin(), last.base(), shape.extents.begin());
        shape.rank = static_cast<int>(last.base() - tensor.extents.begin());
        const TensorIdentity identity = identifyTensor(tensor.name);
        const std::int64_t elements = holdsParameters(identity) ? tensor.elements() : 0;
        if (!table.add(tensor.name, identity, shape, elements,
                       Bytes(static_cast<std::int64_t>(tensor.bytes)))) {
            return fail("tensor '" + shownText(tensor.name) + "': more tensors than any model has");
        }
    }
    return {};
}

ModelId idFromName(std::string_view name)
{
    std::string id;
    for (const char c : name) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
        if (plain) {
            id += c;
        } else if (c >= 'A' && c <= 'Z') {
            id += static_cast<char>(c - 'A' + 'a');
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-')) {
        id.pop_back();
    }
    return ModelId(id.empty() ? "imported" : id);
}

Expected<ImportedModel> modelOfGguf(const GgufHeader& header, TensorTable table,
                                    const std::string& fallbackName)
{
    const auto architecture = architectureOf(header);
    if (!architecture) {
        return tl::unexpected(architecture.error());
    }
    if (table.count() == 0) {
        return fail("offset 8: no tensors: the file holds a vocabulary alone");
    }
    ImportedModel model;
    ModelFacts& facts = model.facts;
    GgufKeys keys(header, *architecture);
    readNames(header, fallbackName, facts);
    if (const auto read = readSize(keys, header, table, facts); !read) {
        return tl::unexpected(read.error());
    }
    readHeads(keys, table, facts);
    readLatentAttention(keys, table, facts);
    readFeedForward(keys, table, facts);
    readRecurrence(keys, table, facts);
    readLayers(keys, table, facts);
    readStructure(table, facts);
    facts.parameters = table.parameters(facts.layers);
    model.notes = keys.takeNotes();
    model.format = formatOfGguf(header, table, facts, model.notes);
    const char* const format = weightFormatName(*model.format);
    facts.nativePrecision = format;
    facts.storedWeights = std::make_shared<StoredWeights>(table.take(format));
    return model;
}

} // namespace rigwright
