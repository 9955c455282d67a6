// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/gguf_layers.h"

#include "models/import/tensor_structure.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace rigwright {

namespace {

/// Where llama.cpp knows by the architecture which layers see the whole context: layer i when (i + 1) % period == offset.
struct WindowRule {
    std::string_view architecture;
    int period;
    int offset;
    std::int64_t window; ///< tokens, where the file leaves it out; 0: then the model has none
    bool chunked;
};

// llama.cpp, src/models/*.cpp: set_swa_pattern and hparams.n_swa of each architecture (September 2026).
constexpr std::array kWindowRules{
    WindowRule{"gemma2", 2, 0, 4096, false},    WindowRule{"gemma3", 6, 0, 0, false},
    WindowRule{"gemma3n", 5, 0, 0, false},      WindowRule{"gemma-embedding", 6, 0, 0, false},
    WindowRule{"gpt-oss", 2, 0, 0, false},      WindowRule{"cohere2", 4, 0, 0, false},
    WindowRule{"llama4", 4, 0, 8192, true},     WindowRule{"olmo2", 4, 0, 0, false},
    WindowRule{"exaone4", 4, 0, 0, false},      WindowRule{"exaone-moe", 4, 0, 0, false},
    WindowRule{"smallthinker", 4, 1, 0, false}, WindowRule{"afmoe", 4, 0, 0, false},
    WindowRule{"deepseek4", 0, 0, 0, false},    WindowRule{"plamo3", 8, 0, 0, false},
    WindowRule{"modern-bert", 3, 1, 0, false},
};

/// Whether each layer slides; empty: none does.
std::vector<bool> slidingLayers(GgufKeys& keys, ModelFacts& facts)
{
    const auto rule = std::ranges::find(kWindowRules, keys.architecture(), &WindowRule::architecture);
    const bool known = rule != kWindowRules.end();
    facts.window = keys.countOr("attention.sliding_window", known ? rule->window : 0);
    if (facts.window == 0 || keys.architecture() == "phi3") { // llama.cpp caches the whole context of Phi-3
        facts.window = 0;
        return {};
    }
    facts.chunkedWindow = known && rule->chunked;
    const auto size = static_cast<std::size_t>(facts.layers);
    std::vector<bool> slides(size);
    const char* const pattern = "attention.sliding_window_pattern";
    if (keys.isList(pattern)) {
        const std::vector<std::int64_t> list = keys.perLayer(pattern, facts.layers);
        for (std::size_t i = 0; i < list.size(); ++i) {
            slides[i] = list[i] != 0;
        }
        return list.empty() ? std::vector<bool>() : slides;
    }
    const auto given = keys.count(pattern);
    if (!given && !known) {
        keys.assume("attention.sliding_window_pattern", "full attention in every layer",
                    "llama.cpp uses a window only where it knows which layers have it");
        facts.window = 0;
        return {};
    }
    const std::int64_t period = given.value_or(known ? rule->period : 0);
    const std::int64_t offset = known ? rule->offset : 0;
    if (!given) {
        keys.assume("attention.sliding_window_pattern", std::to_string(period),
                    "llama.cpp has it in its code for " + keys.architecture());
    }
    for (std::size_t i = 0; i < size; ++i) {
        const auto next = static_cast<std::int64_t>(i) + 1;
        slides[i] = period == 0 || next % period != offset % period;
    }
    return slides;
}

/// What one layer can say by itself, from lists of the metadata.
struct LayerLists {
    std::vector<bool> slides;
    std::vector<std::int64_t> heads;
    std::vector<std::int64_t> kvHeads;
    std::vector<std::int64_t> feedForward;
    std::vector<std::int64_t> cacheRatio;
    std::vector<std::int64_t> recurrent;
    std::optional<std::int64_t> slidingKey;
    std::optional<std::int64_t> slidingValue;
    std::int64_t sharedLayers = 0;
};

std::vector<std::int64_t> listOnly(GgufKeys& keys, const char* key, int layers)
{
    return keys.isList(key) ? keys.perLayer(key, layers) : std::vector<std::int64_t>();
}

LayerLists readLists(GgufKeys& keys, ModelFacts& facts)
{
    LayerLists lists;
    lists.slides = slidingLayers(keys, facts);
    lists.heads = listOnly(keys, "attention.head_count", facts.layers);
    lists.kvHeads = listOnly(keys, "attention.head_count_kv", facts.layers);
    lists.feedForward = listOnly(keys, "feed_forward_length", facts.layers);
    lists.cacheRatio = listOnly(keys, "attention.compress_ratios", facts.layers);
    lists.recurrent = listOnly(keys, "attention.recurrent_layers", facts.layers);
    if (!lists.slides.empty()) {
        lists.slidingKey = keys.count("attention.key_length_swa");
        lists.slidingValue = keys.count("attention.value_length_swa");
    }
    lists.sharedLayers = keys.countOr("attention.shared_kv_layers", 0);
    return lists;
}

AttentionKind kindOf(const ModelFacts& facts, const LayerContent& content, const LayerLists& lists,
                     std::size_t index)
{
    const bool attends = content.attention || content.latent;
    const bool cached = lists.kvHeads.empty() || lists.kvHeads[index] > 0;
    const bool listed = !lists.recurrent.empty() && lists.recurrent[index] != 0;
    // Gated delta nets name their projections like those of attention, but for the last.
    if (listed || (content.recurrent && !(attends && content.output && cached))) {
        return AttentionKind::Recurrent;
    }
    if (!attends || !cached) {
        return AttentionKind::None;
    }
    if (facts.kvLoraRank > 0 && facts.attention == AttentionKind::Mla) {
        return AttentionKind::Mla;
    }
    return !lists.slides.empty() && lists.slides[index] ? AttentionKind::SlidingWindow : AttentionKind::Full;
}

/// Only what differs from the model's own fields.
template <class T>
std::optional<T> ifOther(T value, T own)
{
    return value == own ? std::nullopt : std::optional(value);
}

LayerFacts layerAt(const ModelFacts& facts, const LayerContent& content, const LayerLists& lists,
                   std::size_t index)
{
    LayerFacts layer;
    layer.attention = kindOf(facts, content, lists, index);
    layer.recurrentBeside = content.recurrent && layer.attention != AttentionKind::Recurrent;
    if (!lists.heads.empty()) {
        layer.heads = ifOther(lists.heads[index], facts.heads);
    }
    if (!lists.kvHeads.empty()) {
        layer.kvHeads = ifOther(lists.kvHeads[index], facts.kvHeads);
    }
    if (layer.attention == AttentionKind::SlidingWindow) {
        layer.headDim = ifOther(lists.slidingKey.value_or(facts.headDim), facts.headDim);
        layer.vHeadDim = lists.slidingValue;
    }
    if (!lists.cacheRatio.empty() && lists.cacheRatio[index] > 0) {
        layer.cacheRatio = lists.cacheRatio[index];
    }
    if (facts.indexerHeads > 0 && !content.indexer) {
        layer.indexerHeads = 0;
    }
    layer.sharesCache = static_cast<std::int64_t>(index) >=
        facts.layers - std::min<std::int64_t>(lists.sharedLayers, facts.layers - 1);
    layer.experts = ifOther(content.experts ? facts.experts : 0, facts.experts);
    if (!content.experts) {
        const std::int64_t listed = lists.feedForward.empty() ? facts.feedForward : lists.feedForward[index];
        layer.feedForward = ifOther(content.dense ? listed : 0, facts.feedForward);
    }
    return layer;
}

bool isPeriodic(const std::vector<LayerFacts>& layers, int period, int offset)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const bool full = (static_cast<int>(i) + 1) % period == offset % period;
        if ((layers[i].attention == AttentionKind::Full) != full) {
            return false;
        }
    }
    return true;
}

/// Says a pattern of layers by its period where one fits and layers differ in nothing else.
bool sayByPeriod(ModelFacts& facts, const std::vector<LayerFacts>& layers)
{
    constexpr int kLongestPeriod = 12;
    const auto other = std::ranges::find_if(
        layers, [](const LayerFacts& layer) { return layer.attention != AttentionKind::Full; });
    const bool plain = std::ranges::all_of(layers, [&](const LayerFacts& layer) {
        LayerFacts bare = layer;
        bare.experts.reset();
        bare.feedForward.reset();
        bare.attention = AttentionKind::Full;
        return bare == LayerFacts() &&
            (layer.attention == AttentionKind::Full || layer.attention == other->attention);
    });
    if (!plain || !facts.layerPattern.empty()) {
        return false;
    }
    facts.attention = other == layers.end() ? AttentionKind::Full : other->attention;
    if (std::ranges::all_of(layers, [&](const LayerFacts& l) { return l.attention == facts.attention; })) {
        return true;
    }
    for (int period = 2; period <= kLongestPeriod; ++period) {
        for (int offset = 0; offset < period; ++offset) {
            if (isPeriodic(layers, period, offset)) {
                facts.fullLayers = {period, offset};
                return true;
            }
        }
    }
    return false;
}

} // namespace

void readLayers(GgufKeys& keys, const TensorTable& table, ModelFacts& facts)
{
    const LayerLists lists = readLists(keys, facts);
    std::vector<LayerContent> contents = table.layers();
    contents.resize(static_cast<std::size_t>(facts.layers));
    std::vector<LayerFacts> layers;
    layers.reserve(contents.size());
    for (std::size_t i = 0; i < contents.size(); ++i) {
        layers.push_back(layerAt(facts, contents[i], lists, i));
    }
    const bool expertsInARun = readExpertLayers(table, facts);
    const bool sameWidth =
        std::ranges::all_of(layers, [](const LayerFacts& layer) { return !layer.feedForward.has_value(); });
    if (!expertsInARun || !sameWidth || !sayByPeriod(facts, layers)) {
        facts.layerList = std::move(layers);
    }
}

} // namespace rigwright
