// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/llama_cpp_stages.h"

#include "sizing/engines/llama_cpp_parts.h"

namespace rigwright {

namespace {

using Ref = GraphStage::Ref;

bool hasRecurrentPart(const Attention& attention)
{
    return attention.stateElements > 0 && attention.cacheRatio == 0;
}

} // namespace

void StageBuilder::readInputs(StageDraft& draft, const Layer& layer, const LastReads& last) const
{
    if (last.positions) {
        draft.positions = draft.stage.input(positionBytes());
    }
    if (last.cacheInputs) {
        const CacheInputBytes bytes = cacheInputBytes(layer.attention);
        draft.keyRotation = draft.stage.input(bytes.keyRotation);
        draft.valueRotation = draft.stage.input(bytes.valueRotation);
        draft.keyIndices = draft.stage.input(bytes.keyIndices);
        draft.valueIndices = draft.stage.input(bytes.valueIndices);
        draft.mask = draft.stage.input(bytes.mask);
    }
}

Ref StageBuilder::added(StageDraft& draft, std::int64_t tokens, Ref out, Ref residual) const
{
    const std::int64_t bytes = StageDraft::kF32 * tokens * facts_.hidden;
    // Jamba and LFM2 add to the residual stream, the others to the block's output.
    const bool residualFirst = facts_.recurrentKind == "mamba1" || facts_.recurrentKind == "short_conv";
    return residualFirst ? draft.stage.compute(bytes, {residual, out}, {residual, out})
                         : draft.stage.compute(bytes, {out, residual}, {out, residual});
}

Ref StageBuilder::attentionBlock(StageDraft& draft, const Layer& layer, Ref residual) const
{
    GraphStage& stage = draft.stage;
    const Attention& attention = layer.attention;
    const std::int64_t bytes = draft.rows(facts_.hidden);
    const Ref normed = draft.update(facts_.hidden, stage.compute(bytes, {residual}));
    if (attention.kind == AttentionKind::Mla) {
        return latentAttention(draft, attention, normed);
    }
    if (attention.kind == AttentionKind::Recurrent) {
        return recurrentPart(draft, attention, normed);
    }
    const Ref heads = softmaxAttention(draft, attention, normed);
    if (!hasRecurrentPart(attention)) {
        const Ref out = draft.project(facts_.hidden, heads);
        return facts_.outputBias ? draft.update(facts_.hidden, out) : out;
    }
    const Ref again = draft.update(facts_.hidden, stage.compute(bytes, {residual}));
    const Ref beside = recurrentPart(draft, attention, again);
    const Ref out = draft.project(facts_.hidden, heads);
    return stage.compute(bytes, {out, beside}, {out, beside});
}

bool StageBuilder::hasParallelBlocks(const Layer& layer) const
{
    const AttentionKind kind = layer.attention.kind;
    return facts_.normsPerLayer == 1 && layer.feedForward.width > 0 &&
        (kind == AttentionKind::Full || kind == AttentionKind::SlidingWindow);
}

Ref StageBuilder::parallelBlocks(StageDraft& draft, const Layer& layer, Ref residual) const
{
    GraphStage& stage = draft.stage;
    const std::int64_t bytes = draft.rows(facts_.hidden);
    const Ref normed = draft.update(facts_.hidden, stage.compute(bytes, {residual}));
    const Ref heads = softmaxAttention(draft, layer.attention, normed);
    const Ref inner = feedForwardPart(draft, layer.feedForward, context_.microBatch, normed);
    const Ref sum = added(draft, context_.microBatch, inner, residual);
    const Ref out = draft.project(facts_.hidden, heads);
    return stage.compute(bytes, {sum, out}, {sum, out});
}

GraphStage StageBuilder::layerStage(const Layer& layer, const LastReads& last) const
{
    GraphStage stage;
    StageDraft draft{facts_, context_, stage};
    Ref residual = stage.input(draft.rows(facts_.hidden));
    readInputs(draft, layer, last);
    const Ref selected = last.outputRows ? stage.input(rowIndexBytes()) : GraphStage::kNone;
    const auto bytes = [&](std::int64_t tokens) { return StageDraft::kF32 * tokens * facts_.hidden; };
    std::int64_t tokens = context_.microBatch;
    if (hasParallelBlocks(layer)) {
        residual = parallelBlocks(draft, layer, residual);
        stage.setResult(last.outputRows ? stage.compute(bytes(context_.outputRows), {residual, selected})
                                        : residual);
        return stage;
    }
    if (layer.attention.kind != AttentionKind::None) {
        Ref out = attentionBlock(draft, layer, residual);
        if (last.outputRows) {
            tokens = context_.outputRows;
            out = stage.compute(bytes(tokens), {out, selected});
            residual = stage.compute(bytes(tokens), {residual, selected});
        }
        residual = added(draft, tokens, out, residual);
    }
    if (layer.feedForward.width > 0) {
        const Ref norm = stage.compute(bytes(tokens), {residual});
        const Ref normed = stage.compute(bytes(tokens), {norm}, {norm});
        const Ref out = feedForwardPart(draft, layer.feedForward, tokens, normed);
        residual = facts_.fusedQkv && facts_.gatedFeedForward // Phi-3 adds to the residual stream here alone
            ? stage.compute(bytes(tokens), {residual, out}, {residual, out})
            : added(draft, tokens, out, residual);
    }
    stage.setResult(residual);
    return stage;
}

GraphStage StageBuilder::outputStage() const
{
    GraphStage stage;
    const RowSelection selection = rowSelection();
    const auto bytes = [&](std::int64_t tokens) { return StageDraft::kF32 * tokens * facts_.hidden; };
    const std::int64_t rows = context_.outputRows;
    std::int64_t tokens = selection == RowSelection::InLastLayer ? rows : context_.microBatch;
    Ref cur = stage.input(bytes(tokens));
    const auto select = [&] {
        stage.keep(cur);
        tokens = rows;
        cur = stage.compute(bytes(rows), {cur, stage.input(rowIndexBytes())});
    };
    if (selection == RowSelection::BeforeFinalNorm) {
        select();
    }
    const Ref norm = stage.compute(bytes(tokens), {cur}, {cur});
    cur = stage.compute(bytes(tokens), {norm}, {norm});
    if (selection == RowSelection::AfterFinalNorm) {
        select();
    }
    stage.setResult(stage.compute(StageDraft::kF32 * rows * facts_.vocabulary, {cur}));
    return stage;
}

RowSelection StageBuilder::rowSelection() const
{
    // Models whose hidden states a drafting module may read keep those of every token.
    if (facts_.recurrentKind == "gated_deltanet" || !facts_.layerPattern.empty() || facts_.keyIsValue) {
        return RowSelection::AfterFinalNorm;
    }
    return facts_.attentionSinks ? RowSelection::BeforeFinalNorm : RowSelection::InLastLayer;
}

std::int64_t StageBuilder::positionBytes() const
{
    return StageDraft::kF32 * context_.microBatch;
}

std::int64_t StageBuilder::rowIndexBytes() const
{
    constexpr std::int64_t kI32 = 4;
    return kI32 * context_.outputRows;
}

CacheInputBytes StageBuilder::cacheInputBytes(const Attention& attention) const
{
    constexpr std::int64_t kI64 = 8;
    CacheInputBytes bytes;
    bytes.keyIndices = kI64 * context_.microBatch;
    if (attention.kind != AttentionKind::Mla) {
        const std::int64_t keys = rotationRows(context_.keys, attention.headDim, true);
        const std::int64_t values = rotationRows(context_.values, attention.valueDim, false);
        bytes.keyRotation = StageDraft::kF32 * keys * keys;
        bytes.valueRotation = StageDraft::kF32 * values * values;
        // Without flash attention values lie transposed, and each has an index of its own.
        bytes.valueIndices = kI64 * context_.microBatch * (context_.flashAttention ? 1 : widestValues_);
    }
    const std::int64_t cellBytes = context_.flashAttention ? 2 : 4;
    bytes.mask = cellBytes * context_.microBatch * context_.cellsOf(attention);
    return bytes;
}

} // namespace rigwright
