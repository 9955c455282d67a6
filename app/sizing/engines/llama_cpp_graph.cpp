// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/llama_cpp_graph.h"

#include "sizing/engines/graph_allocator.h"
#include "sizing/engines/llama_cpp_stages.h"

#include <algorithm>
#include <tuple>

namespace rigwright {

namespace {

constexpr std::int64_t kF32 = 4;
constexpr std::int64_t kI32 = 4;

/// What a stage depends on beside the context.
struct StageKind {
    Layer layer;
    LastReads last;
};

auto attentionShape(const Attention& attention)
{
    return std::tuple(attention.kind, attention.heads, attention.kvHeads, attention.headDim, attention.window,
                      attention.valueDim, attention.cacheRatio, attention.indexerHeads, attention.keyIsValue,
                      attention.ownsCache(), attention.stateElements);
}

auto feedForwardShape(const FeedForward& feedForward)
{
    return std::tuple(feedForward.width, feedForward.sharedWidth, feedForward.experts);
}

bool sameStage(const StageKind& one, const StageKind& other)
{
    return one.last == other.last &&
        attentionShape(one.layer.attention) == attentionShape(other.layer.attention) &&
        feedForwardShape(one.layer.feedForward) == feedForwardShape(other.layer.feedForward);
}

/// A stage that was placed before: from the same holes it leads to the same holes.
struct Placed {
    std::size_t stage = 0;
    GraphBuffer before;
    std::int64_t residualBefore = 0;
    GraphBuffer after;
    std::int64_t residualAfter = 0;
};

bool attends(const Attention& attention)
{
    return attention.kind != AttentionKind::Recurrent && attention.kind != AttentionKind::None;
}

class GraphWalk {
public:
    GraphWalk(const Architecture& architecture, const LlamaCppContext& context)
        : architecture_(architecture)
        , context_(context)
        , builder_(architecture, context)
    {
        for (std::size_t i = 0; i < architecture.layers.size(); ++i) {
            const Attention& attention = architecture.layers[i].attention;
            if (attends(attention)) {
                lastReader_ = static_cast<std::ptrdiff_t>(i);
                inputsOf(attention).lastReader = lastReader_;
            }
        }
    }

    [[nodiscard]] LlamaCppBuffers run()
    {
        LlamaCppBuffers buffers;
        start();
        buffers.inputs = Bytes(buffer_.peak());
        const std::size_t layers = architecture_.layers.size();
        for (std::size_t i = 0; i + 1 < layers; ++i) {
            place(i, false);
        }
        const GraphBuffer beforeLast = buffer_;
        const std::int64_t residualBeforeLast = residual_;
        if (layers > 0) {
            place(layers - 1, false);
        }
        buffers.withoutOutput = Bytes(buffer_.peak());
        if (builder_.rowSelection() == RowSelection::InLastLayer && layers > 0) {
            buffer_ = beforeLast;
            residual_ = residualBeforeLast;
            place(layers - 1, true);
        }
        computeOutput();
        buffers.withOutput = Bytes(buffer_.peak());
        return buffers;
    }

private:
    /// Where the inputs of one kind of attention lie, and the layer that reads them last.
    struct CacheInputs {
        std::vector<std::int64_t> offsets;
        std::ptrdiff_t lastReader = -1;
    };

    CacheInputs& inputsOf(const Attention& attention)
    {
        return attention.kind == AttentionKind::SlidingWindow ? windowInputs_ : fullInputs_;
    }

    void start()
    {
        const std::int64_t tokenBytes = kI32 * context_.microBatch;
        const std::int64_t embeddingBytes = kF32 * architecture_.facts.hidden * context_.microBatch;
        const std::int64_t tokens = buffer_.allocate(tokenBytes);
        // Embeddings may come in place of tokens; their room stays reserved and empty.
        (void)buffer_.allocate(embeddingBytes);
        allocateInputs();
        residual_ = buffer_.allocate(embeddingBytes);
        buffer_.release(tokens, tokenBytes);
    }

    void computeOutput()
    {
        std::vector<std::int64_t> inputs{residual_};
        if (builder_.rowSelection() != RowSelection::InLastLayer) {
            inputs.push_back(rowIndices_);
        }
        residual_ = builder_.outputStage().run(buffer_, inputs);
    }

    void allocateInputs()
    {
        positions_ = buffer_.allocate(builder_.positionBytes());
        for (const Layer& layer : architecture_.layers) {
            CacheInputs& inputs = inputsOf(layer.attention);
            if (!attends(layer.attention) || !inputs.offsets.empty()) {
                continue;
            }
            for (const std::int64_t bytes : builder_.cacheInputBytes(layer.attention).list()) {
                inputs.offsets.push_back(buffer_.allocate(bytes));
            }
        }
        allocateIndexerInputs();
        rowIndices_ = buffer_.allocate(builder_.rowIndexBytes());
    }

    /// Each indexer has a constant of its own and all share a mask; constants lie in the buffer from the start.
    void allocateIndexerInputs()
    {
        bool first = true;
        for (const Layer& layer : architecture_.layers) {
            if (layer.attention.kind != AttentionKind::Mla || layer.attention.indexerHeads == 0) {
                continue;
            }
            if (first) {
                (void)buffer_.allocate(builder_.cacheInputBytes(layer.attention).mask);
                first = false;
            }
            (void)buffer_.allocate(kF32 * context_.microBatch * std::min(kIndexerTokens, context_.cells));
        }
    }

    void place(std::size_t index, bool selectsRows)
    {
        const Layer& layer = architecture_.layers[index];
        const auto position = static_cast<std::ptrdiff_t>(index);
        const CacheInputs& cache = inputsOf(layer.attention);
        const LastReads last{lastReader_ == position,
                             attends(layer.attention) && cache.lastReader == position, selectsRows};
        const std::size_t stage = stageOf({layer, last});
        const auto known = std::ranges::find_if(placed_, [&](const Placed& one) {
            return one.stage == stage && one.residualBefore == residual_ && one.before.sameHoles(buffer_);
        });
        if (known != placed_.end()) {
            const std::int64_t peak = buffer_.peak();
            buffer_ = known->after;
            buffer_.raisePeak(peak);
            residual_ = known->residualAfter;
            return;
        }
        Placed placed{stage, buffer_, residual_, {}, 0};
        residual_ = stages_[stage].run(buffer_, inputOffsets(cache, last));
        placed.after = buffer_;
        placed.residualAfter = residual_;
        placed_.push_back(std::move(placed));
    }

    [[nodiscard]] std::vector<std::int64_t> inputOffsets(const CacheInputs& cache,
                                                         const LastReads& last) const
    {
        std::vector<std::int64_t> offsets{residual_};
        if (last.positions) {
            offsets.push_back(positions_);
        }
        if (last.cacheInputs) {
            offsets.insert(offsets.end(), cache.offsets.begin(), cache.offsets.end());
        }
        if (last.outputRows) {
            offsets.push_back(rowIndices_);
        }
        return offsets;
    }

    std::size_t stageOf(const StageKind& kind)
    {
        const auto known =
            std::ranges::find_if(kinds_, [&](const StageKind& one) { return sameStage(one, kind); });
        const auto index = static_cast<std::size_t>(known - kinds_.begin());
        if (known == kinds_.end()) {
            kinds_.push_back(kind);
            stages_.push_back(builder_.layerStage(kind.layer, kind.last));
        }
        return index;
    }

    const Architecture& architecture_;
    const LlamaCppContext& context_;
    StageBuilder builder_;
    GraphBuffer buffer_;
    std::int64_t residual_ = 0;
    std::int64_t positions_ = 0;
    std::int64_t rowIndices_ = 0;
    CacheInputs fullInputs_;
    CacheInputs windowInputs_;
    std::ptrdiff_t lastReader_ = -1;
    std::vector<StageKind> kinds_;
    std::vector<GraphStage> stages_;
    std::vector<Placed> placed_;
};

} // namespace

LlamaCppBuffers llamaCppBuffers(const Architecture& architecture, const LlamaCppContext& context)
{
    return GraphWalk(architecture, context).run();
}

} // namespace rigwright
