// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/llama_cpp_parts.h"

#include <algorithm>
#include <vector>

namespace rigwright {

namespace {

using Ref = GraphStage::Ref;

class FeedForwardBuilder {
public:
    FeedForwardBuilder(StageDraft& draft, std::int64_t tokens)
        : draft_(draft)
        , stage_(draft.stage)
        , tokens_(tokens)
    { }

    Ref dense(std::int64_t width, Ref normed)
    {
        Ref inner = GraphStage::kNone;
        if (draft_.facts.gatedFeedForward && draft_.facts.fusedQkv) { // gate and up in one matrix, too
            inner = compute(width, {compute(2 * width, {normed})});
        } else if (draft_.facts.gatedFeedForward) {
            const Ref gate = biased(width, compute(width, {normed}));
            const Ref up = biased(width, compute(width, {normed}));
            inner = compute(width, {gate, up});
        } else {
            const Ref up = biased(width, compute(width, {normed}));
            inner = stage_.compute(rows(width), {up}, {up});
        }
        return biased(draft_.facts.hidden, compute(draft_.facts.hidden, {inner}));
    }

    Ref experts(const FeedForward& feedForward, Ref normed)
    {
        Ref out = routed(feedForward, normed);
        if (feedForward.sharedWidth > 0) {
            Ref shared = dense(feedForward.sharedWidth, normed);
            if (draft_.facts.sharedExpertGate) {
                const Ref gate = compute(1, {normed});
                const Ref sigmoid = stage_.compute(rows(1), {gate}, {gate});
                shared = stage_.compute(rows(draft_.facts.hidden), {shared, sigmoid}, {shared});
            }
            out = stage_.compute(rows(draft_.facts.hidden), {out, shared}, {out});
        }
        return out;
    }

private:
    [[nodiscard]] std::int64_t rows(std::int64_t width) const { return StageDraft::kF32 * tokens_ * width; }

    Ref compute(std::int64_t width, std::initializer_list<Ref> sources)
    {
        return stage_.compute(rows(width), sources);
    }

    Ref biased(std::int64_t width, Ref product)
    {
        return draft_.facts.feedForwardBias ? stage_.compute(rows(width), {product}, {product}) : product;
    }

    struct Routing {
        Ref chosen = GraphStage::kNone;
        Ref weights = GraphStage::kNone;
    };

    Routing route(const FeedForward& feedForward, Ref normed)
    {
        const std::int64_t experts = feedForward.experts;
        const std::int64_t used = feedForward.expertsPerToken;
        const Ref logits = compute(experts, {normed});
        const Ref probabilities = stage_.compute(rows(experts), {logits}, {logits});
        const Ref reshaped = stage_.view(probabilities);
        const Ref ranked = draft_.facts.routerCorrection
            ? stage_.compute(rows(experts), {probabilities}, {probabilities})
            : probabilities;
        Routing routing;
        routing.chosen = stage_.view(compute(experts, {ranked}));
        const Ref weights = compute(used, {reshaped, routing.chosen});
        const Ref weightsView = stage_.view(weights);
        if (draft_.facts.feedForwardBias) { // the softmax runs over the chosen experts alone (gpt-oss)
            routing.weights = stage_.view(compute(used, {weightsView}));
            return routing;
        }
        const Ref sum = compute(1, {weightsView});
        const Ref clamped = stage_.compute(rows(1), {sum}, {sum});
        routing.weights = stage_.view(compute(used, {weightsView, clamped}));
        return routing;
    }

    Ref routed(const FeedForward& feedForward, Ref normed)
    {
        const std::int64_t used = feedForward.expertsPerToken;
        const std::int64_t hidden =
            draft_.facts.expertLatentWidth > 0 ? draft_.facts.expertLatentWidth : draft_.facts.hidden;
        const Routing routing = route(feedForward, normed);
        Ref source = normed;
        if (draft_.facts.expertLatentWidth > 0) {
            source = compute(hidden, {normed});
        }
        const Ref input = stage_.view(source);
        const Ref gate = draft_.facts.gatedFeedForward
            ? biased(feedForward.width * used, compute(feedForward.width * used, {input, routing.chosen}))
            : GraphStage::kNone;
        const Ref up =
            biased(feedForward.width * used, compute(feedForward.width * used, {input, routing.chosen}));
        const Ref inner = gate == GraphStage::kNone
            ? stage_.compute(rows(feedForward.width * used), {up}, {up})
            : compute(feedForward.width * used, {gate, up});
        const Ref down = biased(hidden * used, compute(hidden * used, {inner, routing.chosen}));
        const Ref weighted = stage_.compute(rows(hidden * used), {down, routing.weights}, {down});
        Ref sum = added(weighted, hidden, used);
        if (draft_.facts.expertLatentWidth > 0) {
            sum = compute(draft_.facts.hidden, {sum});
        }
        return sum;
    }

    /// The experts' outputs added up, one after the other.
    Ref added(Ref weighted, std::int64_t hidden, std::int64_t used)
    {
        std::vector<Ref> parts;
        // More of them than any model uses would change nothing: the sum takes one row.
        constexpr std::int64_t kMostParts = 256;
        for (std::int64_t i = 0; i < std::clamp<std::int64_t>(used, 1, kMostParts); ++i) {
            parts.push_back(stage_.view(weighted));
        }
        if (parts.size() == 1) {
            return compute(hidden, {parts.front()});
        }
        Ref sum = compute(hidden, {parts[0], parts[1]});
        for (std::size_t i = 2; i < parts.size(); ++i) {
            sum = stage_.compute(rows(hidden), {sum, parts[i]}, {sum});
        }
        return sum;
    }

    StageDraft& draft_;
    GraphStage& stage_;
    std::int64_t tokens_;
};

} // namespace

Ref feedForwardPart(StageDraft& draft, const FeedForward& feedForward, std::int64_t tokens, Ref normed)
{
    FeedForwardBuilder builder(draft, tokens);
    return feedForward.experts > 0 ? builder.experts(feedForward, normed)
                                   : builder.dense(feedForward.width, normed);
}

} // namespace rigwright
