// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/llama_cpp_parts.h"

namespace rigwright {

namespace {

using Ref = GraphStage::Ref;

/// What the kinds of recurrent layers share: states that are gathered for the sequences, and the short convolution.
class RecurrentBuilder {
public:
    RecurrentBuilder(StageDraft& draft, const Attention& attention)
        : draft_(draft)
        , stage_(draft.stage)
        , facts_(draft.facts)
        , inner_(facts_.recurrentHeads * facts_.recurrentHeadDim)
        , stateWidth_(facts_.recurrentGroups * facts_.recurrentStateSize)
        , stateBytes_(StageDraft::kF32 * draft.context.sequences *
                      (attention.stateElements - attention.convElements))
        , convBytes_(StageDraft::kF32 * draft.context.sequences * attention.convElements)
    { }

    /// Gated delta net of Qwen3-Next and later (src/models/delta-net-base.cpp).
    Ref gatedDeltaNet(Ref normed)
    {
        const std::int64_t heads = facts_.recurrentHeads;
        const std::int64_t convWidth = inner_ + 2 * stateWidth_;
        const Ref convState = stage_.view(stage_.compute(convBytes_, {}));
        const Ref mixed = stage_.view(stage_.view(draft_.project(convWidth, normed)));
        const Ref convInput = joined(convWidth, convBytes_, convState, mixed);
        const Ref state = stage_.compute(stateBytes_, {});
        const Ref activated = draft_.update(convWidth, draft_.project(convWidth, convInput));
        const Ref query = normedView(stateWidth_, stage_.view(activated));
        const Ref key = normedView(stateWidth_, stage_.view(activated));
        const Ref value = stage_.view(activated);
        const Ref alpha = stage_.compute(draft_.rows(heads), {stage_.view(draft_.project(heads, normed))});
        const Ref gate = stage_.view(draft_.update(heads, draft_.update(heads, alpha)));
        const Ref beta = stage_.compute(draft_.rows(heads), {stage_.view(draft_.project(heads, normed))});
        const Ref delta = stage_.compute(draft_.rows(inner_) + stateBytes_,
                                         {query, key, value, gate, beta, stage_.view(state)});
        stage_.store({stage_.view(delta)});
        const Ref norm = normedView(inner_, stage_.view(delta));
        const Ref outputGate =
            stage_.compute(draft_.rows(inner_), {stage_.view(draft_.project(inner_, normed))});
        const Ref gated = stage_.compute(draft_.rows(inner_), {norm, outputGate}, {norm, outputGate});
        return stage_.view(draft_.project(facts_.hidden, stage_.view(gated)));
    }

    /// Kimi's delta attention: queries, keys and values have convolutions of their own, decay and gate low rank.
    Ref kimiDelta(Ref normed)
    {
        const std::int64_t heads = facts_.recurrentHeads;
        const Ref convState = stage_.compute(convBytes_, {});
        const Ref queryInput = kimiInput(convState, normed);
        const Ref keyInput = kimiInput(convState, normed);
        const Ref valueInput = kimiInput(convState, normed);
        const Ref state = stage_.compute(stateBytes_, {});
        const Ref query = normedView(inner_, stage_.view(kimiConvolved(queryInput)));
        const Ref key = normedView(inner_, stage_.view(kimiConvolved(keyInput)));
        const Ref value = stage_.view(kimiConvolved(valueInput));
        const Ref decayRank = draft_.project(facts_.recurrentHeadDim, normed);
        const Ref decay = draft_.update(inner_, draft_.update(inner_, draft_.project(inner_, decayRank)));
        const Ref scaled = stage_.view(stage_.compute(draft_.rows(inner_), {stage_.view(decay)}));
        const Ref beta = stage_.compute(draft_.rows(heads), {stage_.view(draft_.project(heads, normed))});
        const Ref delta = stage_.compute(draft_.rows(inner_) + stateBytes_,
                                         {query, key, value, scaled, beta, stage_.view(state)});
        stage_.store({stage_.view(delta)});
        const Ref out = stage_.compute(draft_.rows(inner_), {stage_.view(delta)});
        const Ref norm = draft_.update(inner_, stage_.compute(draft_.rows(inner_), {stage_.view(out)}));
        const Ref gateRank = draft_.project(facts_.recurrentHeadDim, normed);
        const Ref gate = stage_.compute(draft_.rows(inner_), {stage_.view(draft_.project(inner_, gateRank))});
        const Ref gated = stage_.compute(draft_.rows(inner_), {norm, gate}, {norm, gate});
        return draft_.project(facts_.hidden, stage_.compute(draft_.rows(inner_), {gated}));
    }

    /// Mamba-2 (src/models/mamba-base.cpp).
    Ref mamba2(Ref normed)
    {
        const std::int64_t heads = facts_.recurrentHeads;
        const std::int64_t convWidth = inner_ + 2 * stateWidth_;
        const Ref convState = stage_.view(stage_.compute(convBytes_, {}));
        const Ref projected = stage_.view(draft_.project(inner_ + convWidth + heads, normed));
        const Ref convInput = joined(convWidth, convBytes_, convState, stage_.view(projected));
        const Ref activated =
            draft_.update(convWidth, draft_.update(convWidth, draft_.project(convWidth, convInput)));
        const Ref values = stage_.view(activated);
        const Ref step = draft_.update(heads, stage_.compute(draft_.rows(heads), {stage_.view(projected)}));
        const Ref scan = stage_.compute(draft_.rows(inner_) + stateBytes_,
                                        {values, step, stage_.view(activated), stage_.view(activated)});
        stage_.store({stage_.view(scan)});
        const Ref gate = stage_.compute(draft_.rows(inner_), {stage_.view(projected)});
        const Ref skipped = stage_.compute(draft_.rows(inner_), {values});
        return scanOutput(scan, skipped, gate);
    }

    /// The selective state space of Mamba and Jamba.
    Ref mamba1(Ref normed)
    {
        // The time step's rank defaults to a sixteenth of the hidden size.
        constexpr std::int64_t kStepShare = 16;
        const std::int64_t rank = (facts_.hidden + kStepShare - 1) / kStepShare;
        const std::int64_t state = facts_.recurrentStateSize;
        const Ref convState = stage_.view(stage_.compute(convBytes_, {}));
        const Ref projected = draft_.project(2 * inner_, stage_.view(normed));
        const Ref convInput = joined(inner_, convBytes_, convState, stage_.view(stage_.view(projected)));
        const Ref activated = draft_.update(inner_, draft_.update(inner_, draft_.project(inner_, convInput)));
        const Ref values = stage_.view(activated);
        const Ref selected = draft_.project(rank + 2 * state, activated);
        const Ref stepRank =
            facts_.recurrentStepNorms ? normedView(rank, stage_.view(selected)) : stage_.view(selected);
        const Ref step = draft_.update(inner_, draft_.project(inner_, stepRank));
        const Ref input =
            facts_.recurrentStepNorms ? normedView(state, stage_.view(selected)) : stage_.view(selected);
        const Ref output =
            facts_.recurrentStepNorms ? normedView(state, stage_.view(selected)) : stage_.view(selected);
        const Ref scan = stage_.compute(draft_.rows(inner_) + stateBytes_, {values, step, input, output});
        stage_.store({stage_.view(scan)});
        const Ref gate = stage_.compute(draft_.rows(inner_), {stage_.view(projected)});
        const Ref skipped = draft_.update(inner_, activated);
        const Ref sum = stage_.compute(draft_.rows(inner_), {stage_.view(scan), skipped}, {skipped});
        return draft_.project(facts_.hidden, stage_.compute(draft_.rows(inner_), {gate, sum}));
    }

    /// The gated short convolution of LFM2.
    Ref shortConvolution(Ref normed)
    {
        const std::int64_t width = facts_.hidden;
        const Ref convState = stage_.view(stage_.compute(convBytes_, {}));
        const Ref projected = draft_.project(3 * width, stage_.view(normed));
        const Ref gated =
            stage_.compute(draft_.rows(width), {stage_.view(projected), stage_.view(projected)});
        const Ref convInput = joined(width, convBytes_, convState, stage_.view(gated));
        const Ref outer = stage_.view(projected);
        const Ref conv = draft_.project(width, convInput);
        const Ref product = stage_.compute(draft_.rows(width), {outer, conv}, {conv});
        return stage_.view(draft_.project(width, product));
    }

private:
    /// The last inputs of the convolution before the new ones; what is left of them goes back to the cache.
    Ref joined(std::int64_t width, std::int64_t stateBytes, Ref convState, Ref inputs)
    {
        const Ref both = stage_.compute(draft_.rows(width) + stateBytes, {convState, inputs});
        stage_.store({stage_.view(both)});
        return both;
    }

    Ref normedView(std::int64_t width, Ref view)
    {
        return draft_.update(width, stage_.compute(draft_.rows(width), {view}));
    }

    Ref kimiInput(Ref convState, Ref normed)
    {
        const Ref state = stage_.view(convState);
        const Ref inputs = stage_.view(stage_.view(draft_.project(inner_, normed)));
        return joined(inner_, convBytes_ / 3, state, inputs);
    }

    Ref kimiConvolved(Ref inputs)
    {
        const Ref conv = stage_.view(draft_.project(inner_, inputs));
        return stage_.compute(draft_.rows(inner_), {conv});
    }

    Ref scanOutput(Ref scan, Ref skipped, Ref gate)
    {
        const Ref sum = stage_.compute(draft_.rows(inner_), {stage_.view(scan), skipped}, {skipped});
        const Ref gated = stage_.view(stage_.compute(draft_.rows(inner_), {gate, sum}));
        const Ref out = facts_.recurrentNorm ? stage_.view(normedView(inner_, gated)) : gated;
        return draft_.project(facts_.hidden, out);
    }

    StageDraft& draft_;
    GraphStage& stage_;
    const ModelFacts& facts_;
    std::int64_t inner_;
    std::int64_t stateWidth_; ///< of one of the two inputs that select from the state
    std::int64_t stateBytes_;
    std::int64_t convBytes_;
};

} // namespace

Ref recurrentPart(StageDraft& draft, const Attention& attention, Ref normed)
{
    RecurrentBuilder builder(draft, attention);
    const std::string& kind = draft.facts.recurrentKind;
    if (kind == "mamba2") {
        return builder.mamba2(normed);
    }
    if (kind == "mamba1") {
        return builder.mamba1(normed);
    }
    if (kind == "short_conv") {
        return builder.shortConvolution(normed);
    }
    return kind == "kda" ? builder.kimiDelta(normed) : builder.gatedDeltaNet(normed);
}

} // namespace rigwright
