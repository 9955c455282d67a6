// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/llama_cpp_parts.h"

namespace rigwright {

namespace {

using Ref = GraphStage::Ref;

/// Gated delta net of Qwen3-Next and later (src/models/delta-net-base.cpp).
Ref gatedDeltaNet(StageDraft& draft, const Attention& attention, Ref normed)
{
    GraphStage& stage = draft.stage;
    const ModelFacts& facts = draft.facts;
    const std::int64_t sequences = draft.context.sequences;
    const std::int64_t inner = facts.recurrentHeads * facts.recurrentHeadDim;
    const std::int64_t keyWidth = facts.recurrentGroups * facts.recurrentStateSize;
    const std::int64_t convWidth = inner + 2 * keyWidth;
    const std::int64_t stateBytes =
        StageDraft::kF32 * (attention.stateElements - attention.convElements) * sequences;
    const std::int64_t convBytes = StageDraft::kF32 * attention.convElements * sequences;

    const Ref convState = stage.view(stage.compute(convBytes, {}));
    const Ref mixed = stage.view(stage.view(draft.project(convWidth, normed)));
    const Ref convInput = stage.compute(draft.rows(convWidth) + convBytes, {convState, mixed});
    stage.store({stage.view(convInput)});
    const Ref state = stage.compute(stateBytes, {});
    const Ref conv = draft.project(convWidth, convInput);
    const Ref activated = draft.update(convWidth, conv);
    const Ref query = draft.update(keyWidth, stage.compute(draft.rows(keyWidth), {stage.view(activated)}));
    const Ref key = draft.update(keyWidth, stage.compute(draft.rows(keyWidth), {stage.view(activated)}));
    const Ref value = stage.view(activated);
    const Ref alpha = stage.view(draft.project(facts.recurrentHeads, normed));
    const Ref decay = stage.compute(draft.rows(facts.recurrentHeads), {alpha});
    const Ref gate =
        stage.view(draft.update(facts.recurrentHeads, draft.update(facts.recurrentHeads, decay)));
    const Ref beta = stage.compute(draft.rows(facts.recurrentHeads),
                                   {stage.view(draft.project(facts.recurrentHeads, normed))});
    const Ref delta =
        stage.compute(draft.rows(inner) + stateBytes, {query, key, value, gate, beta, stage.view(state)});
    stage.store({stage.view(delta)});
    const Ref norm = draft.update(inner, stage.compute(draft.rows(inner), {stage.view(delta)}));
    const Ref outputGate = stage.compute(draft.rows(inner), {stage.view(draft.project(inner, normed))});
    const Ref gated = stage.compute(draft.rows(inner), {norm, outputGate}, {norm, outputGate});
    return stage.view(draft.project(facts.hidden, stage.view(gated)));
}

} // namespace

Ref recurrentPart(StageDraft& draft, const Attention& attention, Ref normed)
{
    return gatedDeltaNet(draft, attention, normed);
}

} // namespace rigwright
