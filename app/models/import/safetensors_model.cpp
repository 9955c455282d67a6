// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/safetensors_model.h"

#include "models/import/gguf_model.h"
#include "models/import/shown_text.h"
#include "models/import/tensor_structure.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

/// Values that a tensor stands for: several in a word where it is packed, none where it is a scale.
std::int64_t valuesOf(const SafetensorsEntry& entry, const TensorIdentity& identity, int packedBits)
{
    const std::int64_t stored = entry.shape.elements();
    if (!holdsParameters(identity)) {
        return 0;
    }
    const bool packedWords = identity.kind == "qweight" || identity.kind == "weight_packed";
    if (entry.dtype == "I32" && packedWords) {
        return stored * 32 / packedBits;
    }
    // MXFP4, NVFP4 and bitsandbytes keep two 4-bit values in a byte.
    const bool packedBytes = entry.dtype == "U8" &&
        (packedWords || identity.kind == "blocks" || identity.kind == "weight_blocks" ||
         identity.kind == "weight");
    return packedBytes ? stored * 2 : stored;
}

/// Takes dimensions from shapes, and notes which tensor told them.
class ShapeReader {
public:
    ShapeReader(const TensorTable& table, std::vector<ImportNote>& notes)
        : table_(table)
        , notes_(notes)
    { }

    std::int64_t rows(std::string_view part) { return noted(part, table_.shape(part), true); }
    std::int64_t columns(std::string_view part) { return noted(part, table_.shape(part), false); }
    [[nodiscard]] std::int64_t elements(std::string_view part) const
    {
        const TensorShape* shape = table_.shape(part);
        return shape == nullptr ? 0 : shape->elements();
    }
    void assume(std::string key, std::int64_t value, std::string why)
    {
        notes_.push_back({ImportNote::Kind::Assumed, std::move(key), std::to_string(value), std::move(why)});
    }
    void unknown(std::string key, std::string why)
    {
        notes_.push_back({ImportNote::Kind::Unknown, std::move(key), "", std::move(why)});
    }

private:
    std::int64_t noted(std::string_view part, const TensorShape* shape, bool rows)
    {
        constexpr std::int64_t kLargest = 1'000'000'000;
        if (shape == nullptr) {
            return 0;
        }
        const std::int64_t value = std::min(rows ? shape->rows() : shape->columns(), kLargest);
        notes_.push_back({ImportNote::Kind::Read, std::string(part) + (rows ? " rows" : " columns"),
                          std::to_string(value), ""});
        return value;
    }

    const TensorTable& table_;
    std::vector<ImportNote>& notes_;
};

void readEmbedding(ShapeReader& shapes, const TensorTable& table, ModelFacts& facts)
{
    for (const std::string_view part : {"embed_tokens", "wte", "embed_in", "tok_embeddings",
                                        "word_embeddings", "embeddings", "token_embd"}) {
        if (table.has(part)) {
            facts.vocabulary = shapes.rows(part);
            facts.hidden = shapes.columns(part);
            return;
        }
    }
}

/// Query heads can't be told from shapes without a norm of one head; the cache depends on heads times width alone.
void readHeads(ShapeReader& shapes, const TensorTable& table, ModelFacts& facts)
{
    const std::int64_t keys = shapes.rows("attn_k");
    const std::int64_t queries = shapes.columns("attn_output");
    const std::int64_t norm = shapes.elements("attn_q_norm");
    if (norm > 0 && norm <= 512 && keys % norm == 0) {
        facts.headDim = norm;
    } else {
        facts.headDim = facts.hidden > 2048 ? 128 : 64;
        shapes.assume("head_dim", facts.headDim, "the width of a head is not in the shapes");
    }
    facts.heads = std::max<std::int64_t>(1, queries / facts.headDim);
    facts.kvHeads = keys > 0 ? std::max<std::int64_t>(1, keys / facts.headDim) : facts.heads;
    if (const std::int64_t fused = shapes.rows("attn_qkv"); keys == 0 && fused > queries) {
        facts.kvHeads = std::max<std::int64_t>(1, (fused - queries) / 2 / facts.headDim);
    }
    const std::int64_t sinks = shapes.elements("attn_sinks");
    if (sinks > 0 && queries > 0 && queries % sinks == 0 && table.has("attn_k")) {
        facts.heads = sinks;
        facts.headDim = queries / sinks;
        facts.kvHeads = std::max<std::int64_t>(1, keys / facts.headDim);
    }
}

/// MLA: the rotary part is what the compression yields beyond the rank of its expansion.
void readLatentAttention(ShapeReader& shapes, const TensorTable& table, ModelFacts& facts)
{
    if (!table.has("attn_kv_a_mqa") || !table.has("attn_kv_b")) {
        return;
    }
    constexpr std::int64_t kNopeHeadDim = 128; // of every MLA model but a few
    facts.attention = AttentionKind::Mla;
    facts.kvLoraRank = shapes.columns("attn_kv_b");
    facts.qkRopeHeadDim = std::max<std::int64_t>(0, shapes.rows("attn_kv_a_mqa") - facts.kvLoraRank);
    facts.qLoraRank = shapes.columns("attn_q_b");
    const std::int64_t queries = shapes.rows(table.has("attn_q_b") ? "attn_q_b" : "attn_q");
    facts.qkNopeHeadDim = kNopeHeadDim;
    shapes.assume("qk_nope_head_dim", kNopeHeadDim, "the width of a head is not in the shapes");
    facts.heads = std::max<std::int64_t>(1, queries / (facts.qkNopeHeadDim + facts.qkRopeHeadDim));
    facts.kvHeads = facts.heads;
    facts.headDim = facts.qkNopeHeadDim + facts.qkRopeHeadDim;
    facts.vHeadDim = std::max<std::int64_t>(1, shapes.columns("attn_output") / facts.heads);
}

void readExperts(ShapeReader& shapes, const TensorTable& table, ModelFacts& facts)
{
    const TensorShape* stacked = table.shape("ffn_down_exps");
    if (stacked == nullptr) {
        return;
    }
    const std::int64_t routed = shapes.rows("ffn_gate_inp");
    const std::int64_t experts = table.numberedExperts() > 0 ? table.numberedExperts()
        : routed > 0                                         ? routed
                                                             : stacked->stack();
    facts.experts = static_cast<int>(std::min<std::int64_t>(experts, 100'000));
    facts.expertsPerToken = std::min(facts.experts, facts.experts >= 32 ? 8 : 2);
    shapes.assume("num_experts_per_tok", facts.expertsPerToken, "not in the tensors; config.json says it");
    // A stack of matrices may lie either way around: the side that isn't the hidden size is the width.
    const bool upright = stacked->columns() != facts.hidden;
    facts.expertFeedForward = upright ? shapes.columns("ffn_down_exps") : shapes.rows("ffn_down_exps");
    facts.sharedExpertFeedForward = shapes.columns("ffn_down_shexp");
    facts.sharedExperts = facts.sharedExpertFeedForward > 0 ? 1 : 0;
}

} // namespace

Expected<SafetensorsPart> SafetensorsTensors::addFile(ByteSource& source, int packedBits)
{
    SafetensorsPart part;
    const auto read = readSafetensorsHeader(source, [&](const SafetensorsEntry& entry) {
        ++part.tensors;
        part.names += hashOfName(entry.name);
        auto dtype = bytesOfDtype_.find(entry.dtype);
        if (dtype == bytesOfDtype_.end()) {
            dtype = bytesOfDtype_.emplace(entry.dtype, 0).first;
        }
        dtype->second += entry.bytes;
        const TensorIdentity identity = identifyTensor(entry.name);
        return table_.add(entry.name, identity, entry.shape, valuesOf(entry, identity, packedBits),
                          Bytes(static_cast<std::int64_t>(entry.bytes)));
    });
    return read.map([&] { return part; });
}

std::string SafetensorsTensors::mainDtype() const
{
    const auto main =
        std::ranges::max_element(bytesOfDtype_, {}, [](const auto& entry) { return entry.second; });
    return main == bytesOfDtype_.end() ? std::string() : main->first;
}

Expected<ImportedModel> modelOfTensors(const SafetensorsTensors& tensors, TensorTable& table,
                                       const std::string& name)
{
    ImportedModel model;
    ModelFacts& facts = model.facts;
    facts.name = shownText(name);
    facts.id = idFromName(facts.name);
    facts.source = {"names and shapes of the tensors in the safetensors files", Verification::Sourced};
    ShapeReader shapes(table, model.notes);
    readEmbedding(shapes, table, facts);
    const std::vector<LayerContent>& layers = table.layers();
    facts.layers = static_cast<int>(
        std::ranges::count_if(layers, [](const LayerContent& layer) { return !layer.prediction; }));
    if (facts.layers == 0 || facts.vocabulary == 0) {
        return fail("no language model: tensors of layers and of an embedding are expected");
    }
    const auto absent = std::ranges::find(layers, 0, &LayerContent::elements);
    if (absent != layers.end()) {
        return fail("layer " + std::to_string(absent - layers.begin()) + " of " +
                    std::to_string(layers.size()) + " has no tensors");
    }
    if (std::ranges::any_of(layers, [](const LayerContent& layer) { return layer.recurrent; })) {
        return fail("recurrent layers can't be told from names and shapes: put config.json beside the file");
    }
    model.notes.push_back({ImportNote::Kind::Read, "layers", std::to_string(facts.layers), ""});
    readHeads(shapes, table, facts);
    readLatentAttention(shapes, table, facts);
    readExperts(shapes, table, facts);
    facts.feedForward = shapes.columns("ffn_down");
    if (!readExpertLayers(table, facts)) {
        for (const LayerContent& layer : layers) {
            LayerFacts& listed = facts.layerList.emplace_back();
            listed.attention = facts.attention;
            listed.experts = layer.experts ? facts.experts : 0;
        }
        facts.layerList.resize(static_cast<std::size_t>(facts.layers));
    }
    readStructure(table, facts);
    shapes.unknown("max_position_embeddings", "not in the tensors; config.json says it");
    shapes.unknown("sliding_window", "not in the tensors; full attention is counted");
    facts.parameters = table.parameters(facts.layers);
    facts.nativePrecision = tensors.mainDtype() == "F16" ? "fp16"
        : tensors.mainDtype() == "F32"                   ? "fp32"
                                                         : "bf16";
    return model;
}

} // namespace rigwright
