// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/llama_cpp_split.h"

#include "sizing/engines/layout.h"

#include <algorithm>
#include <numeric>

namespace rigwright {

namespace {

/// Fills devices in order with layers, each up to the same share of its memory.
class LevelFill {
public:
    LevelFill(const std::vector<DeviceMemory>& devices, std::vector<Bytes> needs)
        : needs_(std::move(needs))
    {
        for (const DeviceMemory& device : devices) {
            capacities_.push_back(device.capacity);
            fixed_.push_back(device.used.total());
        }
    }

    /// Layers on each device where the fullest is as empty as it can be; those that no level holds are on the last.
    [[nodiscard]] std::vector<int> layers() const
    {
        constexpr double kHopeless = 1e6;
        double low = 0;
        double high = 1;
        while (!holds(high) && high < kHopeless) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 24; ++i) {
            const double middle = (low + high) / 2;
            (holds(middle) ? high : low) = middle;
        }
        return filled(high);
    }

private:
    [[nodiscard]] std::vector<int> filled(double level) const
    {
        std::vector<int> counts(capacities_.size(), 0);
        std::size_t next = 0;
        for (std::size_t device = 0; device < capacities_.size(); ++device) {
            next = fill(device, next, level);
            counts[device] = static_cast<int>(next);
        }
        counts.back() = static_cast<int>(needs_.size());
        std::adjacent_difference(counts.begin(), counts.end(), counts.begin());
        return counts;
    }

    [[nodiscard]] std::size_t fill(std::size_t device, std::size_t next, double level) const
    {
        const Bytes limit = capacities_[device].scaled(level);
        Bytes used = fixed_[device];
        while (next < needs_.size() && used + needs_[next] <= limit) {
            used += needs_[next];
            ++next;
        }
        return next;
    }

    [[nodiscard]] bool holds(double level) const
    {
        std::size_t next = 0;
        for (std::size_t device = 0; device < capacities_.size(); ++device) {
            if (level <= 1 && fixed_[device] > capacities_[device]) {
                return false;
            }
            next = fill(device, next, level);
        }
        return next == needs_.size();
    }

    std::vector<Bytes> needs_;
    std::vector<Bytes> capacities_;
    std::vector<Bytes> fixed_;
};

/// The largest matrix of a layer's dense part, by the shapes of attention and feed-forward.
Bytes largestDenseMatrix(const Layer& layer, Bytes weights, std::int64_t hidden)
{
    const Attention& attention = layer.attention;
    const std::int64_t width =
        layer.feedForward.experts > 0 ? layer.feedForward.sharedWidth : layer.feedForward.width;
    const std::int64_t query = hidden * attention.heads * std::max(attention.headDim, attention.valueDim);
    const std::int64_t others = 2 * hidden * attention.kvHeads * attention.headDim;
    const std::int64_t all = 2 * query + others + 3 * hidden * width;
    const std::int64_t largest = std::max(query, hidden * width);
    return all == 0 ? weights : weights.scaled(static_cast<double>(largest) / static_cast<double>(all));
}

} // namespace

LlamaCppSplit::LlamaCppSplit(const QuantizedModel& model, const Workload& workload, const Hardware& hardware)
    : model_(model)
    , empty_(emptyBreakdown(hardware))
    , unified_(hasUnifiedMemory(hardware))
    , context_(llamaCppContext(workload))
    , buffers_(llamaCppBuffers(model.architecture, context_))
{
    const std::int64_t widest = widestCachedValues(model.architecture);
    caches_.reserve(model.layers.size());
    for (const Layer& layer : model.architecture.layers) {
        caches_.push_back(llamaCppCache(layer.attention, workload, widest));
    }
}

bool LlamaCppSplit::hasExperts() const
{
    return std::ranges::any_of(model_.layers,
                               [](const LayerWeights& layer) { return layer.experts > Bytes(); });
}

std::size_t LlamaCppSplit::hostLayers(const LlamaCppSplitChoice& choice) const
{
    return model_.layers.size() - static_cast<std::size_t>(choice.gpuLayers);
}

MemoryPlan LlamaCppSplit::place(const LlamaCppSplitChoice& choice) const
{
    MemoryPlan plan;
    plan.placement.gpuLayers = choice.gpuLayers;
    plan.placement.expertsOnHost = choice.hostExpertLayers > 0;
    plan.placement.hostExpertLayers = choice.hostExpertLayers;
    plan.placement.splitRows = choice.splitRows;
    plan.memory = empty_;
    addHost(plan.memory.host.used, choice);
    if (unified_) {
        plan.memory.devices.front().used += plan.memory.host.used;
        plan.memory.host.used = {};
    }
    if (choice.gpuLayers > 0) {
        addFixedParts(plan.memory.devices, choice);
        if (choice.splitRows) {
            spreadRows(plan, choice);
        } else {
            spreadLayers(plan, choice);
        }
    }
    plan.fits = plan.memory.fits();
    return plan;
}

MemoryComponents LlamaCppSplit::layerNeed(std::size_t index, const LlamaCppSplitChoice& choice) const
{
    const bool expertsOnHost = index < static_cast<std::size_t>(choice.hostExpertLayers);
    MemoryComponents need;
    need.weights = model_.layers[index].attention + (expertsOnHost ? Bytes() : model_.layers[index].experts);
    need.kvCache = caches_[index].keysAndValues;
    need.recurrentState = caches_[index].recurrentState;
    return need;
}

void LlamaCppSplit::addHost(MemoryComponents& host, const LlamaCppSplitChoice& choice) const
{
    const std::size_t onHost = hostLayers(choice);
    const LlamaCppSplitChoice whole;
    bool computesExperts = false;
    host.weights += model_.inputEmbedding;
    for (std::size_t i = 0; i < model_.layers.size(); ++i) {
        if (i < onHost) {
            host += layerNeed(i, whole);
        } else if (i < static_cast<std::size_t>(choice.hostExpertLayers)) {
            host.weights += model_.layers[i].experts;
            computesExperts = true;
        }
    }
    const bool outputOnHost = onHost > 0 || !hasDevices();
    if (outputOnHost) {
        host.weights += model_.ownOutput();
    }
    constexpr std::int64_t kLogitBytes = 4;
    host.outputBuffer = Bytes(kLogitBytes * model_.architecture.facts.vocabulary * context_.sequences);
    host.computeBuffer = outputOnHost ? buffers_.withOutput
        : computesExperts             ? buffers_.withoutOutput
                                      : buffers_.inputs;
}

void LlamaCppSplit::addFixedParts(std::vector<DeviceMemory>& devices, const LlamaCppSplitChoice& choice) const
{
    // A pipeline keeps four copies of each device's inputs, so that micro-batches overlap (GGML_SCHED_MAX_COPIES).
    constexpr std::int64_t kMoreCopies = 3;
    const Bytes copies = runsAsPipeline(choice) ? buffers_.inputs * kMoreCopies : Bytes();
    const Bytes streamed = streamedMatrix(choice);
    for (DeviceMemory& device : devices) {
        device.used.engineOverhead += unified_ ? Bytes() : kDriverContext;
        device.used.computeBuffer += buffers_.withoutOutput + copies + streamed;
    }
    if (choice.gpuLayers == layers()) {
        MemoryComponents& last = choice.splitRows ? devices.front().used : devices.back().used;
        last.computeBuffer += std::max(buffers_.withOutput, buffers_.withoutOutput) - buffers_.withoutOutput;
        if (!choice.splitRows) {
            // Unified memory holds a tied matrix once; elsewhere the input copy is on the host.
            last.weights += unified_ ? model_.ownOutput() : model_.output;
        }
    }
}

bool LlamaCppSplit::runsAsPipeline(const LlamaCppSplitChoice& choice) const
{
    return empty_.devices.size() > 1 && choice.gpuLayers == layers() && choice.hostExpertLayers == 0 &&
        !choice.splitRows;
}

/// Prompts are computed on the accelerator also where weights are in RAM: one matrix after the other is copied into its
/// compute buffer (`--op-offload`, on by default; ggml_backend_sched starts a new split for each).
Bytes LlamaCppSplit::streamedMatrix(const LlamaCppSplitChoice& choice) const
{
    const std::size_t onHost = hostLayers(choice);
    if (unified_ || choice.gpuLayers == 0) {
        return {};
    }
    const ModelFacts& facts = model_.architecture.facts;
    const std::int64_t expertMatrices = facts.gatedFeedForward ? 3 : 2;
    Bytes largest = onHost > 0 ? model_.output : Bytes();
    for (std::size_t i = 0; i < model_.layers.size(); ++i) {
        if (i < onHost || i < static_cast<std::size_t>(choice.hostExpertLayers)) {
            largest = std::max(largest, model_.layers[i].experts / expertMatrices);
        }
        if (i < onHost) {
            largest = std::max(
                largest,
                largestDenseMatrix(model_.architecture.layers[i], model_.layers[i].attention, facts.hidden));
        }
    }
    return largest;
}

void LlamaCppSplit::spreadRows(MemoryPlan& plan, const LlamaCppSplitChoice& choice) const
{
    std::vector<DeviceMemory>& devices = plan.memory.devices;
    MemoryComponents need;
    need.weights = choice.gpuLayers == layers() ? model_.output : Bytes();
    for (std::size_t i = hostLayers(choice); i < model_.layers.size(); ++i) {
        need += layerNeed(i, choice);
    }
    Bytes capacity;
    for (const DeviceMemory& device : devices) {
        capacity += device.capacity;
    }
    const Bytes weights = need.weights;
    Bytes elsewhere;
    for (std::size_t i = 1; i < devices.size(); ++i) {
        const Bytes share = weights.scaled(devices[i].capacity / capacity);
        devices[i].used.weights += share;
        elsewhere += share;
    }
    need.weights = weights - elsewhere;
    devices.front().used += need;
}

void LlamaCppSplit::spreadLayers(MemoryPlan& plan, const LlamaCppSplitChoice& choice) const
{
    std::vector<DeviceMemory>& devices = plan.memory.devices;
    const std::size_t first = hostLayers(choice);
    std::vector<Bytes> needs;
    needs.reserve(model_.layers.size() - first);
    for (std::size_t i = first; i < model_.layers.size(); ++i) {
        needs.push_back(layerNeed(i, choice).total());
    }
    plan.placement.deviceLayers = LevelFill(devices, std::move(needs)).layers();
    std::size_t next = first;
    for (std::size_t device = 0; device < devices.size(); ++device) {
        for (int i = 0; i < plan.placement.deviceLayers[device]; ++i) {
            devices[device].used += layerNeed(next++, choice);
        }
    }
}

} // namespace rigwright
