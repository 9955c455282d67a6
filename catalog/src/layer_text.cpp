// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/layer_text.h"

#include "catalog/names.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace rigwright {

namespace {

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        if (end > start) {
            words.push_back(text.substr(start, end - start));
        }
        start = end + 1;
    }
    return words;
}

struct Assignment {
    std::string_view name;
    std::int64_t value = 0;
};

/// "heads=64"; nothing where it is no such word.
std::optional<Assignment> assignmentOf(std::string_view word)
{
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) {
        return std::nullopt;
    }
    Assignment assignment{word.substr(0, equals), 0};
    const std::string_view digits = word.substr(equals + 1);
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), assignment.value);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size();
    return whole ? std::optional(assignment) : std::nullopt;
}

bool assign(LayerFacts& layer, const Assignment& assignment)
{
    static const std::map<std::string_view, std::optional<std::int64_t> LayerFacts::*> kDimensions{
        {"heads", &LayerFacts::heads},
        {"kv_heads", &LayerFacts::kvHeads},
        {"head_dim", &LayerFacts::headDim},
        {"v_head_dim", &LayerFacts::vHeadDim},
        {"window", &LayerFacts::window},
        {"cache_ratio", &LayerFacts::cacheRatio},
        {"feed_forward", &LayerFacts::feedForward},
        {"expert_feed_forward", &LayerFacts::expertFeedForward},
        {"shared_expert_feed_forward", &LayerFacts::sharedExpertFeedForward},
    };
    if (const auto dimension = kDimensions.find(assignment.name); dimension != kDimensions.end()) {
        layer.*dimension->second = assignment.value;
        return true;
    }
    const bool fits = assignment.value >= 0 && assignment.value <= 1'000'000;
    const int number = fits ? static_cast<int>(assignment.value) : 0;
    if (assignment.name == "indexer_heads") {
        layer.indexerHeads = number;
    } else if (assignment.name == "experts") {
        layer.experts = number;
    } else if (assignment.name == "plain_matrices") {
        layer.plainMatrices = number;
    } else if (assignment.name == "sinks") {
        layer.attentionSinks = number != 0;
    } else if (assignment.name == "key_is_value") {
        layer.keyIsValue = number != 0;
    } else {
        return false;
    }
    return fits;
}

bool assign(TowerFacts& tower, const Assignment& assignment)
{
    static const std::map<std::string_view, std::int64_t TowerFacts::*> kDimensions{
        {"hidden", &TowerFacts::hidden},
        {"query_width", &TowerFacts::queryWidth},
        {"kv_width", &TowerFacts::kvWidth},
        {"feed_forward", &TowerFacts::feedForward},
        {"layer_vectors", &TowerFacts::layerVectors},
        {"other", &TowerFacts::otherElements},
    };
    if (const auto dimension = kDimensions.find(assignment.name); dimension != kDimensions.end()) {
        tower.*dimension->second = assignment.value;
        return true;
    }
    const bool fits = assignment.name == "layers" && assignment.value >= 0 && assignment.value <= 10'000;
    if (fits) {
        tower.layers = static_cast<int>(assignment.value);
    }
    return fits;
}

} // namespace

std::optional<LayerFacts> parseLayer(std::string_view text)
{
    const std::vector<std::string_view> words = wordsOf(text);
    const auto attention = words.empty() ? std::nullopt : parseAttention(words.front());
    if (!attention) {
        return std::nullopt;
    }
    LayerFacts layer;
    layer.attention = *attention;
    for (std::size_t index = 1; index < words.size(); ++index) {
        const std::optional<Assignment> assignment = assignmentOf(words[index]);
        if (words[index] == "shares_cache") {
            layer.sharesCache = true;
        } else if (words[index] == "recurrent_beside") {
            layer.recurrentBeside = true;
        } else if (!assignment || !assign(layer, *assignment)) {
            return std::nullopt;
        }
    }
    return layer;
}

std::optional<std::vector<LayerFacts>> parseLayers(const std::vector<std::string>& kinds,
                                                   std::string_view pattern)
{
    std::map<char, LayerFacts> byLetter;
    for (const std::string& kind : kinds) {
        const auto layer =
            kind.size() > 2 && kind[1] == ' ' ? parseLayer(std::string_view(kind).substr(2)) : std::nullopt;
        if (!layer || !byLetter.emplace(kind.front(), *layer).second) {
            return std::nullopt;
        }
    }
    std::vector<LayerFacts> layers;
    for (const char letter : pattern) {
        const auto kind = byLetter.find(letter);
        if (kind == byLetter.end()) {
            return std::nullopt;
        }
        layers.push_back(kind->second);
    }
    return layers;
}

std::optional<TowerFacts> parseTower(std::string_view text)
{
    const std::vector<std::string_view> words = wordsOf(text);
    if (words.empty()) {
        return std::nullopt;
    }
    TowerFacts tower;
    tower.kind = words.front();
    for (std::size_t index = 1; index < words.size(); ++index) {
        const std::optional<Assignment> assignment = assignmentOf(words[index]);
        if (words[index] == "gated") {
            tower.gatedFeedForward = true;
        } else if (!assignment || !assign(tower, *assignment)) {
            return std::nullopt;
        }
    }
    return tower;
}

} // namespace rigwright
