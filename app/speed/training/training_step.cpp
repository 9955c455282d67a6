// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/training/training_step.h"

#include "speed/interconnect.h"
#include "speed/work.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kBits16 = 2;
constexpr double kFp32 = 4;
/// Share of a data sheet's bandwidth that long streams reach.
constexpr double kStreamShare = 0.85;
/// Of a PCIe slot's nominal rate, and of the host's memory bandwidth while its cores step the optimizer: DeepSpeed's CPU-Adam
/// moves 1e9 parameters in 0.23 s on two Xeon 8168, 120 of 256 GB/s (arXiv:2101.06840, table 4).
constexpr double kLinkShare = 0.8;
constexpr double kHostStreamShare = 0.5;
/// Micro-batches a stage where none are asked for: with fewer a pipeline idles most of the time (arXiv:2104.04473 trains with 8
/// and more).
constexpr std::int64_t kMicroBatchesPerStage = 8;

bool isQuantized(WeightFormat format)
{
    return format != WeightFormat::Fp32 && format != WeightFormat::Bf16 && format != WeightFormat::Fp16;
}

tl::unexpected<Error> unknownFigure(const std::string& device, const char* figure)
{
    return fail("the catalog does not know the " + std::string(figure) + " of " +
                (device.empty() ? "the host" : device));
}

double expertElements(const Architecture& architecture)
{
    double elements = 0;
    for (const Layer& layer : architecture.layers) {
        const double matrices = architecture.facts.gatedFeedForward ? 3 : 2;
        elements += matrices * static_cast<double>(architecture.facts.hidden) *
            static_cast<double>(layer.feedForward.width) * layer.feedForward.experts;
    }
    return elements;
}

} // namespace

TrainingStep::TrainingStep(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                           const MemoryPlan& plan, const TrainingRules& rules,
                           const TrainingCalibration& constants)
    : model_(model)
    , workload_(workload)
    , setup_(workload.training)
    , hardware_(hardware)
    , plan_(plan)
    , constants_(constants)
    , kernels_(rules.fusedKernels || setup_.compiled ? TrainingKernels::Fused : TrainingKernels::Eager)
    , work_(trainingWork(model, workload))
    , recomputed_(recomputedShare(*setup_.recompute, rules.everySecondProduct, workload.flashAttention))
    , cluster_(Cluster::of(hardware))
{
    const Placement& placement = plan.placement;
    const auto count = static_cast<double>(model.layers.size());
    const int stages = std::max(1, placement.pipelineParallel);
    layers_ = std::ceil(count / stages);
    stage_ = layers_ / std::max(1.0, count);
    split_ = std::max(1, placement.tensorParallel);
    tokens_ = static_cast<double>(setup_.microBatch) * static_cast<double>(setup_.sequence) /
        setup_.contextParallel;
    microBatches_ = setup_.gradientAccumulation;
    if (stages > 1 && microBatches_ == 1) {
        microBatches_ = kMicroBatchesPerStage * stages;
    }
    const double experts =
        std::min(expertElements(model.architecture), static_cast<double>(model.parameters));
    const double dense = static_cast<double>(model.parameters) - experts;
    held_ = (dense + experts / std::max(1, placement.expertParallel)) / split_ * stage_;
    trained_ = trainsAdapters(workload.kind) ? work_.adapterElements / split_ * stage_ : held_;
}

bool TrainingStep::usesHost() const
{
    return hardware_.accelerators.empty() || setup_.offloadOptimizer;
}

Expected<void> TrainingStep::checkFigures() const
{
    for (const AcceleratorGroup& group : hardware_.accelerators) {
        if (!group.accelerator.bandwidth) {
            return unknownFigure(group.accelerator.info.name, "memory bandwidth");
        }
        if (!trainingRate(group.accelerator, setup_.matrices)) {
            return unknownFigure(group.accelerator.info.name, "matrix rate");
        }
    }
    if (usesHost() && !hardware_.host.bandwidth) {
        return unknownFigure(hardware_.host.name, "memory bandwidth");
    }
    if (hardware_.accelerators.empty() && !matrixRate(hardware_.host)) {
        return unknownFigure(hardware_.host.name, "number of cores");
    }
    return {};
}

std::int64_t TrainingStep::tokensPerStep() const
{
    const std::int64_t copies =
        std::max<std::int64_t>(1, plan_.placement.dataParallel / setup_.contextParallel);
    return setup_.microBatch * setup_.sequence * microBatches_ * copies;
}

FlopsPerSecond TrainingStep::peak() const
{
    FlopsPerSecond sum;
    for (const AcceleratorGroup& group : hardware_.accelerators) {
        sum += *trainingRate(group.accelerator, setup_.matrices) * static_cast<double>(group.count);
    }
    return hardware_.accelerators.empty() ? *matrixRate(hardware_.host) : sum;
}

TrainingStep::Engines TrainingStep::enginesOf(const AcceleratorGroup& group) const
{
    const Accelerator& accelerator = group.accelerator;
    const TrainingClass kind = trainingClass(accelerator);
    const auto index = static_cast<std::size_t>(kind);
    const bool eightBits = setup_.matrices == MatrixPrecision::Fp8 && accelerator.fp8;
    const double layerShare = (eightBits ? constants_.fp8Share : 1) *
        (model_.architecture.facts.experts > 0 ? constants_.expertShare : 1);
    const FlopsPerSecond rate = *trainingRate(accelerator, MatrixPrecision::Bits16);
    const std::optional<Watts> power = powerOfRates(accelerator);
    const double drawn = kind == TrainingClass::NvidiaCard && power
        ? rate.value() / (power->value() * constants_.perJoule)
        : 0;
    const double powered = 1 / std::sqrt(1 + drawn * drawn);
    const double share = constants_.matrixShare[index];
    return {rate * (share * powered),
            *trainingRate(accelerator, setup_.matrices) * (std::min(1.0, share * layerShare) * powered),
            rate * (constants_.attentionShare[index] * powered), *accelerator.bandwidth * kStreamShare};
}

TrainingStep::Engines TrainingStep::hostEngines() const
{
    const auto index = static_cast<std::size_t>(TrainingClass::Other);
    const FlopsPerSecond rate = *matrixRate(hardware_.host);
    return {rate * constants_.matrixShare[index], rate * constants_.matrixShare[index],
            rate * constants_.attentionShare[index], *hardware_.host.bandwidth * kHostStreamShare};
}

/// Operations of a token in both directions: forward, for the gradient of what came in and, where it is trained, of the weight.
double TrainingStep::layerOperations() const
{
    const double back = trainsAdapters(workload_.kind) ? 1 : 2;
    return (work_.matrices * (1 + back + recomputed_.matrices) +
            work_.adapters * (3 + recomputed_.matrices)) *
        stage_;
}

double TrainingStep::headOperations() const
{
    const double back = trainsAdapters(workload_.kind) ? 1 : 2;
    return work_.head * (1 + back) / std::max(1, plan_.placement.pipelineParallel);
}

double TrainingStep::movedBytes() const
{
    const double stages = std::max(1, plan_.placement.pipelineParallel);
    const double passes = 3 + recomputed_.matrices;
    return constants_.traffic[static_cast<std::size_t>(kernels_)] *
        (work_.moved * stage_ * passes + work_.logits / stages) / split_;
}

/// Weights that a micro-batch reads once a pass, the gradients that it adds to, and what dequantisation writes.
double TrainingStep::weightBytes() const
{
    const FeedForward feedForward = model_.architecture.layers.back().feedForward;
    double touched = 1;
    if (feedForward.experts > 0) {
        touched =
            distinctExperts(feedForward.experts, feedForward.expertsPerToken, tokens_) / feedForward.experts;
    }
    const double passes = 2 + recomputed_.matrices;
    double bytes = held_ * touched * kBits16 * passes;
    const double gradient = *setup_.fp32Gradients ? kFp32 : kBits16;
    bytes += trained_ * gradient * (microBatches_ > 1 ? 3 : 1);
    if (isQuantized(workload_.weights)) {
        const double stored =
            static_cast<double>(model_.total().value()) / static_cast<double>(model_.parameters);
        bytes += held_ * passes * (stored + kBits16) / constants_.dequantShare;
    }
    return bytes;
}

TrainingStep::Pass TrainingStep::microBatch(const Engines& engines) const
{
    const double tokens = tokens_ / split_;
    const double attention = work_.attention * stage_ * (3.5 + recomputed_.attention);
    Pass pass;
    const double layers = layerOperations() / engines.layers.value();
    const double head = headOperations() / engines.head.value();
    const double scores = attention / engines.attention.value();
    pass.compute = Seconds(tokens * (layers + head + scores));
    pass.traffic = Seconds((tokens_ * movedBytes() + weightBytes()) / engines.bandwidth.value());
    return pass;
}

TrainingStep::Pass TrainingStep::slowest() const
{
    if (hardware_.accelerators.empty()) {
        return microBatch(hostEngines());
    }
    Pass slowest;
    for (const AcceleratorGroup& group : hardware_.accelerators) {
        const Pass pass = microBatch(enginesOf(group));
        slowest = pass.total() > slowest.total() ? pass : slowest;
    }
    return slowest;
}

/// Kernels are launched ahead of the device; where it works off a pass sooner than that, it waits.
Seconds TrainingStep::launches(Seconds busy) const
{
    const double passes = 2 + recomputed_.matrices;
    const Seconds issued = constants_.perLayer[static_cast<std::size_t>(kernels_)] * (layers_ * passes);
    return std::max(Seconds(), issued - busy);
}

Seconds TrainingStep::modelParallel() const
{
    if (hardware_.accelerators.empty()) {
        return {};
    }
    const Placement& placement = plan_.placement;
    const Exchange exchange(hardware_.accelerators.front(), cluster_);
    const auto hidden = static_cast<double>(model_.architecture.facts.hidden);
    const double passes = 4 + 2 * recomputed_.matrices; // two exchanges a layer in each direction
    Seconds time;
    if (placement.tensorParallel > 1) {
        const int inNode = std::min(placement.tensorParallel, cluster_.perNode);
        time += exchange.allReduce(tokens_ * hidden * kBits16, placement.tensorParallel, inNode) *
            (layers_ * passes);
    }
    if (placement.expertParallel > 1) {
        const FeedForward& feedForward = model_.architecture.layers.back().feedForward;
        const int inNode =
            std::min(placement.expertParallel, std::max(1, cluster_.perNode / placement.tensorParallel));
        const double token = hidden * kBits16 * tokens_ / split_;
        time += exchange.allToAll(token, feedForward.expertsPerToken, placement.expertParallel, inNode) *
            (layers_ * passes);
    }
    if (setup_.contextParallel > 1) {
        // Keys and values go round the ring behind attention, and back with their gradients.
        const Attention& attention = model_.architecture.layers.back().attention;
        const double sent = tokens_ * 2 * static_cast<double>(attention.kvHeads * attention.headDim) *
            kBits16 * setup_.contextParallel / split_;
        time += exchange.gather(sent, setup_.contextParallel,
                                std::min(setup_.contextParallel, cluster_.perNode)) *
            (3 * layers_ * constants_.unhidden);
    }
    return time;
}

/// Copies of the model add up their gradients, and shards of it are gathered. What runs beside the passes is hidden by them.
Seconds TrainingStep::gradientSync(Seconds busy) const
{
    const Placement& placement = plan_.placement;
    const int ranks = placement.dataParallel;
    if (ranks < 2 || hardware_.accelerators.empty()) {
        return {};
    }
    const Exchange exchange(hardware_.accelerators.front(), cluster_);
    const int inNode = std::clamp(cluster_.perNode / static_cast<int>(split_), 1, ranks);
    const double gradient = trained_ * (*setup_.fp32Gradients ? kFp32 : kBits16);
    const bool shardsParameters = *setup_.zeroStage >= 3;
    const bool shardsGradients = *setup_.zeroStage >= 2;
    const auto batches = static_cast<double>(microBatches_);
    const double stored = isQuantized(workload_.weights)
        ? static_cast<double>(model_.total().value()) / static_cast<double>(model_.parameters)
        : kBits16;
    // Per step: gathers of parameters and sums of gradients, in bytes of one whole copy.
    const double gathers = shardsParameters ? (setup_.reshardAfterForward ? 2.0 : 1.0) * batches : 0.0;
    const double sums = shardsGradients ? batches : 1.0;
    double bytes = gathers * held_ * stored + sums * gradient;
    if (!shardsParameters) {
        bytes += *setup_.zeroStage > 0 ? trained_ * kBits16 : gradient; // the second half of an all-reduce
    }
    const Seconds volume = exchange.gather(bytes, ranks, inNode);
    const double rings = shardsParameters ? (gathers + sums) * layers_ : sums * std::max(1.0, layers_ / 4);
    // Gradients alone have the backward pass of the last micro-batch to hide behind.
    constexpr double kBackward = 2.0 / 3;
    const Seconds window = shardsParameters || shardsGradients ? busy * batches : busy * kBackward;
    return std::max(volume - window * (1 - constants_.unhidden), volume * constants_.unhidden) +
        exchange.ringLatency(ranks, inNode) * rings;
}

/// States and gradients are read, states and weights written; without a fused kernel each of its operations reads and writes.
Seconds TrainingStep::optimizer() const
{
    double slowest = 0;
    std::size_t index = 0;
    const double passes = setup_.fusedOptimizer ? 2 : 4;
    for (const AcceleratorGroup& group : hardware_.accelerators) {
        const MemoryComponents& used = plan_.memory.devices[index].used;
        index += static_cast<std::size_t>(group.count);
        const double bytes = passes * static_cast<double>(used.optimizer.value()) +
            2 * static_cast<double>(used.gradients.value());
        slowest = std::max(slowest, bytes / (group.accelerator.bandwidth->value() * kStreamShare));
    }
    if (hardware_.accelerators.empty()) {
        const MemoryComponents& used = plan_.memory.host.used;
        const double bytes = passes * static_cast<double>(used.optimizer.value()) +
            2 * static_cast<double>(used.gradients.value());
        slowest = bytes / (hardware_.host.bandwidth->value() * kHostStreamShare);
    }
    return Seconds(slowest);
}

/// What lies in RAM crosses the slot; the host's step of the optimizer follows the backward pass.
Seconds TrainingStep::offload(Seconds busy) const
{
    if (hardware_.accelerators.empty()) {
        return {};
    }
    const double slot = slotBandwidth(hardware_.accelerators.front()).value() * kLinkShare;
    const auto devices = static_cast<double>(hardware_.deviceCount());
    const MemoryComponents& host = plan_.memory.host.used;
    const auto batches = static_cast<double>(microBatches_);
    double seconds = 0;
    const double shard = trained_ / (*setup_.zeroStage > 0 ? std::max(1, plan_.placement.dataParallel) : 1);
    if (setup_.offloadOptimizer) {
        const double states = 2 * static_cast<double>(host.optimizer.value()) / cluster_.nodes;
        seconds +=
            2 * shard * kBits16 / slot + states / (hardware_.host.bandwidth->value() * kHostStreamShare);
    }
    double hidden = 0;
    if (setup_.offloadParameters) {
        const double part = held_ / std::max(1, plan_.placement.dataParallel);
        hidden += part * kBits16 * (2 + recomputed_.matrices) * batches / slot;
    }
    if (setup_.offloadActivations) {
        hidden += 2 * static_cast<double>(host.activations.value()) / devices * batches / slot;
    }
    const double window = busy.value() * batches * (1 - constants_.unhidden);
    return Seconds(seconds + std::max(hidden - window, hidden * constants_.unhidden));
}

Seconds TrainingStep::dataLoading(Seconds step) const
{
    if (!hardware_.storageRead) {
        return {};
    }
    const double bytes = static_cast<double>(tokensPerStep()) * setup_.bytesPerToken / cluster_.nodes;
    return std::max(Seconds(), Seconds(bytes / hardware_.storageRead->value()) - step);
}

/// Weights in 16 bits and, of what is trained, a master copy and two moments in FP32 (arXiv:1910.02054), by all machines to one
/// store each.
Seconds TrainingStep::checkpoints() const
{
    if (!setup_.checkpointEvery || !hardware_.storageWrite) {
        return {};
    }
    constexpr double kStates = 12;
    const bool adapters = trainsAdapters(workload_.kind);
    const double trained = adapters ? work_.adapterElements : static_cast<double>(model_.parameters);
    const double bytes = trained * (kStates + kBits16) / cluster_.nodes;
    return Seconds(bytes / hardware_.storageWrite->value() / *setup_.checkpointEvery);
}

TrainingParts TrainingStep::time() const
{
    const auto batches = static_cast<double>(microBatches_);
    const Pass pass = slowest();
    const Seconds waiting = launches(pass.total());
    const Seconds parallel = modelParallel();
    const Seconds busy = pass.total() + waiting;
    TrainingParts parts;
    parts.compute = pass.compute * batches;
    parts.memoryTraffic = pass.traffic * batches;
    parts.launches = waiting * batches;
    parts.modelParallel = parallel * batches;
    parts.pipelineBubble = (busy + parallel) *
        static_cast<double>(std::max(1, plan_.placement.pipelineParallel) - 1) /
        static_cast<double>(setup_.interleavedStages);
    parts.gradientSync = gradientSync(busy);
    parts.optimizer = optimizer();
    parts.offload = offload(busy);
    parts.dataLoading = dataLoading(parts.total());
    parts.checkpoints = checkpoints();
    return parts;
}

} // namespace rigwright
