// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/llama_cpp_parts.h"

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

Ref latentAttention(StageDraft& draft, const Attention& attention, Ref normed)
{
    GraphStage& stage = draft.stage;
    const std::int64_t heads = attention.heads;
    const std::int64_t latent = attention.kvLoraRank;
    const std::int64_t keyWidth = latent + attention.ropeDim;
    const std::int64_t queryDim = attention.nopeDim + attention.ropeDim;
    Ref query = normed;
    if (attention.qLoraRank > 0) {
        const Ref compressed = draft.project(attention.qLoraRank, normed);
        query = draft.update(attention.qLoraRank, draft.update(attention.qLoraRank, compressed));
    }
    query = draft.project(heads * queryDim, query);
    const Ref reshaped = stage.view(query);
    const Ref absorbed = draft.project(heads * latent, stage.view(stage.view(reshaped)));
    const Ref absorbedHeads = stage.view(absorbed);
    const Ref rotary =
        stage.compute(draft.rows(heads * attention.ropeDim), {stage.view(reshaped), draft.positions});
    const Ref queries = stage.compute(draft.rows(heads * keyWidth), {absorbedHeads, rotary});

    const Ref compressed = draft.project(keyWidth, normed);
    const Ref norm = stage.compute(draft.rows(latent), {stage.view(compressed)});
    const Ref latentNormed = stage.view(draft.update(latent, norm));
    const Ref keyRotary =
        stage.compute(draft.rows(attention.ropeDim), {stage.view(compressed), draft.positions});
    const Ref keys = stage.compute(draft.rows(keyWidth), {latentNormed, keyRotary});
    stage.store({stage.view(keys), draft.keyIndices});

    const std::int64_t outWidth = heads * attention.valueDim;
    const Ref queryView = stage.view(stage.view(queries));
    if (draft.context.flashAttention) {
        const Ref out = stage.compute(draft.rows(heads * latent), {queryView, draft.mask});
        const Ref expanded = draft.project(outWidth, stage.view(out));
        const Ref joined = stage.compute(draft.rows(outWidth), {stage.view(expanded)});
        return draft.project(draft.facts.hidden, stage.view(joined));
    }
    // The values are the keys' first part; products want them transposed, in a copy of the cache's type or in FP16.
    const std::int64_t cells = draft.context.cells;
    const Ref values =
        stage.compute(cacheBytes(draft.context.keys, latent).value() * cells * draft.context.streams, {});
    const Ref product = draft.project(cells * heads, queryView);
    const Ref softmax = stage.compute(draft.rows(cells * heads), {product, draft.mask}, {product});
    const Ref weighted = stage.compute(draft.rows(heads * latent), {values, softmax});
    const Ref expanded = draft.project(outWidth, weighted);
    const Ref joined = stage.compute(draft.rows(outWidth), {stage.view(expanded)});
    return draft.project(draft.facts.hidden, joined);
}

} // namespace rigwright
