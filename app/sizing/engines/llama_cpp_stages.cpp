// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/llama_cpp_stages.h"

#include "sizing/engines/llama_cpp_parts.h"

namespace rigwright {

namespace {

using Ref = GraphStage::Ref;

Ref attentionPart(StageDraft& draft, const Attention& attention, Ref normed)
{
    switch (attention.kind) {
    case AttentionKind::Mla: return latentAttention(draft, attention, normed);
    case AttentionKind::Recurrent: return recurrentPart(draft, attention, normed);
    default: return softmaxAttention(draft, attention, normed);
    }
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

GraphStage StageBuilder::layerStage(const Layer& layer, const LastReads& last) const
{
    GraphStage stage;
    StageDraft draft{facts_, context_, stage};
    const std::int64_t hidden = facts_.hidden;
    Ref residual = stage.input(draft.rows(hidden));
    readInputs(draft, layer, last);
    const Ref selected = last.outputRows ? stage.input(rowIndexBytes()) : GraphStage::kNone;
    std::int64_t tokens = context_.microBatch;
    if (layer.attention.kind != AttentionKind::None) {
        const Ref norm = stage.compute(draft.rows(hidden), {residual});
        Ref out = attentionPart(draft, layer.attention, draft.update(hidden, norm));
        if (facts_.outputBias) {
            out = draft.update(hidden, out);
        }
        if (last.outputRows) {
            tokens = context_.outputRows;
            const std::int64_t bytes = StageDraft::kF32 * tokens * hidden;
            out = stage.compute(bytes, {out, selected});
            residual = stage.compute(bytes, {residual, selected});
        }
        residual = stage.compute(StageDraft::kF32 * tokens * hidden, {out, residual}, {out, residual});
    }
    if (layer.feedForward.width > 0) {
        const std::int64_t bytes = StageDraft::kF32 * tokens * hidden;
        const Ref norm = stage.compute(bytes, {residual});
        const Ref normed = stage.compute(bytes, {norm}, {norm});
        const Ref out = feedForwardPart(draft, layer.feedForward, tokens, normed);
        residual = stage.compute(bytes, {out, residual}, {out, residual});
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
    if (facts_.recurrentKind == "gated_deltanet") {
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
        bytes.valueIndices = kI64 * context_.microBatch *
            (context_.flashAttention ? 1 : attention.kvHeads * attention.valueDim);
    }
    const std::int64_t cellBytes = context_.flashAttention ? 2 : 4;
    bytes.mask = cellBytes * context_.microBatch * context_.cellsOf(attention);
    return bytes;
}

} // namespace rigwright
