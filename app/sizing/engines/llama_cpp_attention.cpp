// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/llama_cpp_parts.h"

#include <algorithm>

namespace rigwright {

namespace {

using Ref = GraphStage::Ref;

struct Heads {
    Ref query = GraphStage::kNone;
    Ref gated = GraphStage::kNone; ///< queries and gate in one tensor
    Ref key = GraphStage::kNone;
    Ref value = GraphStage::kNone;
};

/// Norm and rotary position of one projection, whose heads are a view of it.
Ref normedAndRotated(StageDraft& draft, std::int64_t width, Ref heads, bool normed, bool rotatedForCache)
{
    Ref turned = GraphStage::kNone;
    if (normed) {
        const Ref norm = draft.stage.compute(draft.rows(width), {heads});
        const Ref scaled = draft.update(width, norm);
        turned = draft.stage.compute(draft.rows(width), {scaled, draft.positions}, {scaled});
    } else {
        turned = draft.stage.compute(draft.rows(width), {heads, draft.positions});
    }
    if (rotatedForCache) {
        turned = draft.stage.view(
            draft.stage.compute(draft.rows(width), {draft.keyRotation, draft.stage.view(turned)}));
    }
    return turned;
}

class SoftmaxAttention {
public:
    SoftmaxAttention(StageDraft& draft, const Attention& attention)
        : draft_(draft)
        , attention_(attention)
        , queryWidth_(attention.heads * attention.headDim)
        , keyWidth_(attention.kvHeads * attention.headDim)
        , valueWidth_(attention.kvHeads * attention.valueDim)
        , headWidth_(attention.heads * attention.valueDim)
        , keysRotated_(rotationRows(draft.context.keys, attention.headDim, true) > 0)
        , valuesRotated_(rotationRows(draft.context.values, attention.valueDim, false) > 0)
    { }

    Ref build(Ref normed)
    {
        const Heads heads = project(normed);
        store(heads);
        Ref out = draft_.context.flashAttention ? flash(heads) : scores(heads);
        if (heads.gated != GraphStage::kNone) {
            const Ref gate = draft_.stage.compute(draft_.rows(headWidth_), {draft_.stage.view(heads.gated)});
            const Ref sigmoid = draft_.update(headWidth_, gate);
            out = draft_.stage.compute(draft_.rows(headWidth_), {out, sigmoid}, {out, sigmoid});
        }
        return out;
    }

private:
    [[nodiscard]] bool hasNorm(const char* alsoKeys) const
    {
        const std::string& norm = draft_.facts.qkNorm;
        return norm == "head" || norm == "per_head" || norm == "full" || norm == alsoKeys;
    }

    Ref projected(std::int64_t width, Ref normed)
    {
        const Ref product = draft_.project(width, normed);
        return draft_.facts.qkvBias ? draft_.update(width, product) : product;
    }

    Heads project(Ref normed)
    {
        Heads heads;
        if (draft_.facts.fusedQkv) {
            return projectFused(normed);
        }
        Ref query = projected(queryWidth_ * (draft_.facts.attentionGate ? 2 : 1), normed);
        if (draft_.facts.attentionGate) {
            heads.gated = query;
        }
        heads.query =
            normedAndRotated(draft_, queryWidth_, draft_.stage.view(query), hasNorm("query"), keysRotated_);
        if (!attention_.ownsCache()) {
            return heads;
        }
        const bool keysFirst = draft_.facts.window > 0;
        if (keysFirst) {
            heads.key = key(draft_.stage.view(projected(keyWidth_, normed)));
        }
        heads.value = value(draft_.stage.view(projected(valueWidth_, normed)));
        if (!keysFirst) {
            heads.key = key(draft_.stage.view(projected(keyWidth_, normed)));
        }
        return heads;
    }

    Heads projectFused(Ref normed)
    {
        Heads heads;
        const Ref all = projected(queryWidth_ + keyWidth_ + valueWidth_, normed);
        heads.query =
            normedAndRotated(draft_, queryWidth_, draft_.stage.view(all), hasNorm("query"), keysRotated_);
        heads.value = value(draft_.stage.view(all));
        heads.key = key(draft_.stage.view(all));
        return heads;
    }

    Ref key(Ref heads) { return normedAndRotated(draft_, keyWidth_, heads, hasNorm("key"), keysRotated_); }

    Ref value(Ref heads)
    {
        if (draft_.facts.keyIsValue) { // Gemma 4 norms values, too
            heads = draft_.stage.compute(draft_.rows(valueWidth_), {heads});
        }
        if (!valuesRotated_) {
            return heads;
        }
        return draft_.stage.view(
            draft_.stage.compute(draft_.rows(valueWidth_), {draft_.valueRotation, draft_.stage.view(heads)}));
    }

    void store(const Heads& heads)
    {
        if (heads.key == GraphStage::kNone) {
            return;
        }
        draft_.stage.store({draft_.stage.view(heads.key), draft_.keyIndices});
        draft_.stage.store({draft_.stage.view(heads.value), draft_.valueIndices});
    }

    Ref flash(const Heads& heads)
    {
        const Ref query = draft_.stage.view(draft_.stage.view(heads.query));
        const Ref out = draft_.stage.compute(draft_.rows(headWidth_), {query, draft_.mask});
        return unrotated(draft_.stage.view(out));
    }

    Ref scores(const Heads& heads)
    {
        const Ref query = draft_.stage.view(draft_.stage.view(heads.query));
        const std::int64_t cells = draft_.context.cellsOf(attention_);
        const std::int64_t scoresPerToken = cells * attention_.heads;
        const Ref product = draft_.stage.compute(draft_.rows(scoresPerToken), {query});
        const Ref softmax =
            draft_.stage.compute(draft_.rows(scoresPerToken), {product, draft_.mask}, {product});
        const Ref weighted = draft_.stage.compute(draft_.rows(headWidth_), {softmax});
        const Ref joined = draft_.stage.compute(draft_.rows(headWidth_), {draft_.stage.view(weighted)});
        return unrotated(joined);
    }

    Ref unrotated(Ref out)
    {
        if (!valuesRotated_) {
            return out;
        }
        return draft_.stage.view(
            draft_.stage.compute(draft_.rows(headWidth_), {draft_.valueRotation, draft_.stage.view(out)}));
    }

    StageDraft& draft_;
    const Attention& attention_;
    std::int64_t queryWidth_;
    std::int64_t keyWidth_;
    std::int64_t valueWidth_;
    std::int64_t headWidth_;
    bool keysRotated_;
    bool valuesRotated_;
};

} // namespace

std::int64_t rotationRows(CacheType type, std::int64_t headDim, bool keys)
{
    // Quantised caches of heads in whole blocks of 64 are rotated by Hadamard matrices (src/llama-kv-cache.cpp): keys by
    // the largest power of two that divides a head, values by blocks of 64.
    constexpr std::int64_t kSmallestRotation = 64;
    if (!isQuantised(type) || headDim % kSmallestRotation != 0) {
        return 0;
    }
    std::int64_t rows = kSmallestRotation;
    while (keys && headDim % (2 * rows) == 0) {
        rows *= 2;
    }
    return rows;
}

Ref softmaxAttention(StageDraft& draft, const Attention& attention, Ref normed)
{
    return SoftmaxAttention(draft, attention).build(normed);
}

namespace {

/// MLA in its absorbed form, with the indexer of DeepSeek-V3.2 where a layer has one (src/models/deepseek2.cpp and
/// deepseek32.cpp).
class LatentAttention {
public:
    LatentAttention(StageDraft& draft, const Attention& attention)
        : draft_(draft)
        , stage_(draft.stage)
        , attention_(attention)
        , keyWidth_(attention.kvLoraRank + attention.ropeDim)
        , cells_(draft.context.cells)
        , mask_(draft.mask)
    { }

    Ref build(Ref normed)
    {
        const bool indexed = attention_.indexerHeads > 0;
        if (indexed) {
            storeIndexKeys(normed);
        }
        const Ref compressed = compressedQuery(normed);
        const Ref queries = absorbedQueries(compressed);
        storeKeys(normed);
        if (indexed) {
            pickTokens(normed, compressed);
        }
        const Ref query = stage_.view(stage_.view(queries));
        return draft_.project(draft_.facts.hidden,
                              draft_.context.flashAttention ? flash(query) : scores(query));
    }

private:
    Ref compressedQuery(Ref normed)
    {
        const std::int64_t rank = attention_.qLoraRank;
        return rank > 0 ? draft_.update(rank, draft_.update(rank, draft_.project(rank, normed))) : normed;
    }

    Ref absorbedQueries(Ref compressed)
    {
        const std::int64_t heads = attention_.heads;
        const Ref query =
            stage_.view(draft_.project(heads * (attention_.nopeDim + attention_.ropeDim), compressed));
        const Ref absorbed = draft_.project(heads * attention_.kvLoraRank, stage_.view(stage_.view(query)));
        const Ref absorbedHeads = stage_.view(absorbed);
        const Ref rotary =
            stage_.compute(draft_.rows(heads * attention_.ropeDim), {stage_.view(query), draft_.positions});
        return stage_.compute(draft_.rows(heads * keyWidth_), {absorbedHeads, rotary});
    }

    void storeKeys(Ref normed)
    {
        const std::int64_t latent = attention_.kvLoraRank;
        const Ref compressed = draft_.project(keyWidth_, normed);
        const Ref norm = stage_.compute(draft_.rows(latent), {stage_.view(compressed)});
        const Ref latentNormed = stage_.view(draft_.update(latent, norm));
        const Ref rotary =
            stage_.compute(draft_.rows(attention_.ropeDim), {stage_.view(compressed), draft_.positions});
        const Ref keys = stage_.compute(draft_.rows(keyWidth_), {latentNormed, rotary});
        stage_.store({stage_.view(keys), draft_.keyIndices});
    }

    void storeIndexKeys(Ref normed)
    {
        const std::int64_t width = attention_.indexerDim;
        const Ref norm = stage_.compute(draft_.rows(width), {draft_.project(width, normed)});
        const Ref scaled = draft_.update(width, draft_.update(width, norm));
        const Ref turned = stage_.compute(draft_.rows(width), {stage_.view(scaled)});
        stage_.store({stage_.view(draft_.project(width, turned))});
    }

    /// Scores every cached token and masks all but the best.
    void pickTokens(Ref normed, Ref compressed)
    {
        const std::int64_t heads = attention_.indexerHeads;
        const std::int64_t width = heads * attention_.indexerDim;
        const Ref turned =
            stage_.compute(draft_.rows(width), {stage_.view(draft_.project(width, compressed))});
        const Ref query = stage_.view(draft_.project(width, turned));
        const Ref weights = stage_.compute(draft_.rows(heads), {stage_.view(draft_.project(heads, normed))});
        const Ref score = stage_.compute(draft_.rows(cells_), {query, weights});
        const std::int64_t picked = std::min(kIndexerTokens, cells_);
        const Ref best = stage_.view(draft_.project(picked, draft_.project(picked, score)));
        const std::int64_t maskBytes =
            (draft_.context.flashAttention ? 2 : 4) * draft_.context.microBatch * cells_;
        const Ref open = stage_.view(stage_.compute(maskBytes, {}));
        stage_.store({best, open});
        mask_ = stage_.compute(maskBytes, {stage_.view(open), draft_.mask});
    }

    Ref flash(Ref query)
    {
        const std::int64_t outWidth = attention_.heads * attention_.valueDim;
        const Ref out = stage_.compute(draft_.rows(attention_.heads * attention_.kvLoraRank), {query, mask_});
        const Ref expanded = draft_.project(outWidth, stage_.view(out));
        return stage_.view(stage_.compute(draft_.rows(outWidth), {stage_.view(expanded)}));
    }

    Ref scores(Ref query)
    {
        const std::int64_t latent = attention_.kvLoraRank;
        const std::int64_t outWidth = attention_.heads * attention_.valueDim;
        const std::int64_t width = cells_ * attention_.heads;
        // The values are the keys' first part; products want them transposed, in a copy.
        const Ref values = stage_.compute(
            cacheBytes(draft_.context.keys, latent).value() * cells_ * draft_.context.streams, {});
        const Ref product = draft_.project(width, query);
        const Ref softmax = stage_.compute(draft_.rows(width), {product, mask_}, {product});
        const Ref weighted = stage_.compute(draft_.rows(attention_.heads * latent), {values, softmax});
        const Ref expanded = draft_.project(outWidth, weighted);
        return stage_.compute(draft_.rows(outWidth), {stage_.view(expanded)});
    }

    StageDraft& draft_;
    GraphStage& stage_;
    const Attention& attention_;
    std::int64_t keyWidth_;
    std::int64_t cells_;
    Ref mask_;
};

} // namespace

Ref latentAttention(StageDraft& draft, const Attention& attention, Ref normed)
{
    return LatentAttention(draft, attention).build(normed);
}

} // namespace rigwright
