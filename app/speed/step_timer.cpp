// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/step_timer.h"

#include "speed/interconnect.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

tl::unexpected<Error> unknownFigure(const std::string& device, const char* figure)
{
    return fail("the catalog does not know the " + std::string(figure) + " of " +
                (device.empty() ? "the host" : device));
}

std::optional<FlopsPerSecond> matrixRateFor(const Accelerator& accelerator, const QuantizedModel& model,
                                            Engine engine)
{
    return engine == Engine::LlamaCpp ? matrixRate(accelerator) : matrixRate(accelerator, model.format);
}

bool isRecurrent(const Layer& layer)
{
    return layer.attention.kind == AttentionKind::Recurrent;
}

/// Activations of one token between layers, in FP32.
Bytes activationBytes(const QuantizedModel& model, double tokens)
{
    constexpr double kBytes = 4;
    return Bytes(
        static_cast<std::int64_t>(tokens * kBytes * static_cast<double>(model.architecture.facts.hidden)));
}

} // namespace

StepTimer::StepTimer(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                     const MemoryPlan& plan, const CalibrationTable& constants)
    : model_(model)
    , workload_(workload)
    , hostFacts_(hardware.host)
    , placement_(plan.placement)
    , shared_(constants.shared())
    , readPerToken_(std::max(Bytes(1), model.readPerToken()))
    , host_(hostRates(hardware.host, hostWork(model)))
{
    hostConstants_.bandwidthShare = host_.bandwidthShare;
    hostConstants_.decodeLow = host_.spread.decodeLow;
    hostConstants_.decodeHigh = host_.spread.decodeHigh;
    hostConstants_.prefillLow = host_.spread.prefillLow;
    hostConstants_.prefillHigh = host_.spread.prefillHigh;
    addDevices(hardware, plan, constants);
    const std::size_t onDevices = devices_.empty() ? 0 : static_cast<std::size_t>(placement_.gpuLayers);
    firstDeviceLayer_ = model.layers.size() - std::min(onDevices, model.layers.size());
    dealLayers(plan);
    for (std::size_t i = firstDeviceLayer_; i < model.layers.size(); ++i) {
        const Layer& layer = model.architecture.layers[i];
        expertLayers_ += layer.feedForward.experts > 0 ? 1 : 0;
        recurrentLayers_ += isRecurrent(layer) ? 1 : 0;
    }
}

void StepTimer::addDevices(const Hardware& hardware, const MemoryPlan& plan,
                           const CalibrationTable& constants)
{
    Bytes weights;
    for (const DeviceMemory& device : plan.memory.devices) {
        weights += device.used.weights;
    }
    std::size_t index = 0;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        const Calibration calibration =
            constants.find(workload_.engine, group.accelerator, model_.architecture.facts.experts > 0);
        const FlopsPerSecond matrix =
            matrixRateFor(group.accelerator, model_, workload_.engine).value_or(FlopsPerSecond());
        const FlopsPerSecond vector = vectorRate(group.accelerator).value_or(matrix * 0.125);
        for (int i = 0; i < group.count; ++i, ++index) {
            const double share = weights == Bytes() ? 1.0 / hardware.deviceCount()
                                                    : plan.memory.devices[index].used.weights / weights;
            devices_.push_back({&group, calibration, matrix * calibration.computeShare, vector, share});
        }
    }
}

void StepTimer::dealLayers(const MemoryPlan& plan)
{
    if (plan.placement.deviceLayers.size() != devices_.size() || devices_.size() < 2) {
        return;
    }
    for (std::size_t device = 0; device < devices_.size(); ++device) {
        const auto count = static_cast<std::size_t>(std::max(0, plan.placement.deviceLayers[device]));
        deviceOfLayer_.insert(deviceOfLayer_.end(), count, device);
    }
    if (deviceOfLayer_.size() != model_.layers.size() - firstDeviceLayer_) {
        deviceOfLayer_.clear();
    }
}

Expected<void> StepTimer::checkFigures() const
{
    for (const Device& device : devices_) {
        const Accelerator& accelerator = device.group->accelerator;
        if (!accelerator.bandwidth) {
            return unknownFigure(accelerator.info.name, "memory bandwidth");
        }
        if (!(device.matrix > FlopsPerSecond())) {
            return unknownFigure(accelerator.info.name, "matrix rate");
        }
    }
    if (usesHost() && !hostFacts_.bandwidth) {
        return unknownFigure(hostFacts_.name, "memory bandwidth");
    }
    return {};
}

StepTimer::StepLoads StepTimer::loads(double sequences, double cachedTokens, double tokensEach) const
{
    StepLoads loads;
    loads.devices.resize(deviceOfLayer_.empty() ? 1 : devices_.size());
    for (std::size_t i = 0; i < model_.layers.size(); ++i) {
        const StepBytes bytes = stepBytes(model_, workload_, i, sequences, cachedTokens, tokensEach);
        const Layer& layer = model_.architecture.layers[i];
        const bool onDevice = i >= firstDeviceLayer_;
        const std::size_t device =
            deviceOfLayer_.empty() || !onDevice ? 0 : deviceOfLayer_[i - firstDeviceLayer_];
        Load& load = onDevice ? loads.devices[device] : loads.host;
        const bool expertsApart = onDevice && placement_.keepsExpertsOnHost(i) && bytes.experts > Bytes();
        load.weights += bytes.weights;
        load.cache += bytes.cache;
        (expertsApart ? loads.host : load).experts += bytes.experts;
        ++load.layers;
        load.expertLayers += layer.feedForward.experts > 0 ? 1 : 0;
        load.recurrentLayers += isRecurrent(layer) ? 1 : 0;
        loads.sharedLayers += expertsApart ? 1 : 0;
    }
    const bool headOnDevice = firstDeviceLayer_ == 0 && !devices_.empty();
    (headOnDevice ? loads.devices.back() : loads.host).weights += model_.output;
    return loads;
}

void StepTimer::addStep(StepTime& time, const Load& load, const Device& device, double share) const
{
    const Calibration& constants = device.constants;
    const Bytes bytes = load.weights + load.experts.scaled(1 / shared_.expertBandwidth) +
        load.cache.scaled(1 / shared_.cacheBandwidth);
    time.deviceMemory +=
        bytes.scaled(share) / (*device.group->accelerator.bandwidth * constants.bandwidthShare);
    const double weights =
        static_cast<double>(model_.activeParameters) * ((load.weights + load.experts) / readPerToken_);
    time.compute += Flops(weights * share * constants.opsPerWeight) / device.vector;
    time.overhead += (constants.perLayer * load.layers + shared_.perExpertLayer * load.expertLayers +
                      shared_.perRecurrentLayer * load.recurrentLayers) *
        share;
}

/// All devices work on each layer: with split rows on its matrices, while the first one keeps cache and attention.
void StepTimer::addTogether(StepTime& time, const Load& load) const
{
    StepTime sum;
    Seconds slowest;
    for (const Device& device : devices_) {
        StepTime own;
        addStep(own, load, device, device.weightShare);
        slowest = std::max(slowest, own.deviceMemory + own.compute);
        sum.deviceMemory += own.deviceMemory;
        sum.compute += own.compute;
        sum.overhead += own.overhead;
    }
    double quicker = devices_.size() > 1 ? tensorParallel() : 1;
    if (placement_.splitRows) {
        quicker = (sum.deviceMemory + sum.compute) / std::max(Seconds(1e-12), slowest);
    }
    time.deviceMemory += sum.deviceMemory / quicker;
    time.compute += sum.compute / quicker;
    time.overhead += sum.overhead;
}

DecodeStep StepTimer::decode(double sequences, double cachedTokens, double tokensEach) const
{
    const StepLoads step = loads(sequences, cachedTokens, tokensEach);
    return {timeOf(step, sequences * tokensEach), limitOf(step)};
}

StepTime StepTimer::timeOf(const StepLoads& step, double tokens) const
{
    StepTime time;
    if (!deviceOfLayer_.empty()) {
        for (std::size_t i = 0; i < devices_.size(); ++i) {
            addStep(time, step.devices[i], devices_[i], 1);
        }
    } else if (!devices_.empty()) {
        addTogether(time, step.devices.front());
    }
    if (step.host.bytes() > Bytes() && host_.bandwidth > BytesPerSecond()) {
        time.hostMemory = step.host.bytes() / host_.bandwidth;
    }
    // The one sequence of a chat multiplies vectors; units idle either way until there are more.
    const Flops beside(2.0 * static_cast<double>(model_.activeParameters) * (tokens - 1));
    time.compute += computeTime(beside) / batchShare(tokens);
    time.interconnect = crossings(tokens);
    time.overhead += host_.perLayer * step.host.layers + host_.handOver * step.sharedLayers;
    return time;
}

Seconds StepTimer::limitOf(const StepLoads& step) const
{
    Seconds limit;
    if (!deviceOfLayer_.empty()) {
        for (std::size_t i = 0; i < devices_.size(); ++i) {
            limit += step.devices[i].bytes() / *devices_[i].group->accelerator.bandwidth;
        }
    } else {
        BytesPerSecond together;
        Seconds inTurn;
        for (const Device& device : devices_) {
            together += *device.group->accelerator.bandwidth;
            inTurn += step.devices.front().bytes().scaled(device.weightShare) /
                *device.group->accelerator.bandwidth;
        }
        const bool atOnce = placement_.splitRows || tensorParallel() > 1;
        limit = atOnce ? step.devices.front().bytes() / together : inTurn;
    }
    return hostFacts_.bandwidth ? limit + step.host.bytes() / *hostFacts_.bandwidth : limit;
}

const Calibration& StepTimer::constantsFor(Bound bound) const
{
    return devices_.empty() || bound == Bound::HostMemory ? hostConstants_ : devices_.front().constants;
}

bool StepTimer::usesHost() const
{
    return firstDeviceLayer_ > 0 || placement_.expertsOnHost;
}

double StepTimer::tensorParallel() const
{
    return workload_.engine != Engine::LlamaCpp ? std::max(1, placement_.tensorParallel) : 1;
}

Seconds StepTimer::computeTime(Flops work) const
{
    if (devices_.empty()) {
        // Without a rate, bandwidth alone limits.
        return host_.matrix ? work / *host_.matrix : Seconds();
    }
    double secondsPerFlop = 0;
    for (const Device& device : devices_) {
        secondsPerFlop += device.weightShare / device.matrix.value();
    }
    return Seconds(work.value() * secondsPerFlop / tensorParallel());
}

/// Of the matrix rate that prompts reach, what a step of a few tokens does: a third up to 18 and all from 56 on (M2 Ultra,
/// Qwen2.5 7B in Q8_0 with 1 to 32 sequences, ggml-org/llama.cpp benches/mac-m2-ultra).
double StepTimer::batchShare(double tokens) const
{
    constexpr double kFewTokens = 0.33;
    constexpr double kFullTokens = 56;
    const bool batches = workload_.engine == Engine::LlamaCpp && !devices_.empty();
    return batches ? std::clamp(tokens / kFullTokens, kFewTokens, 1.0) : 1;
}

/// What passes between devices in one step: activations at each boundary of a layer split, partial sums after each matrix of
/// split rows, an all-reduce twice a layer with tensor parallelism.
Seconds StepTimer::crossings(double tokens) const
{
    if (devices_.size() < 2) {
        return {};
    }
    const Bytes activations = activationBytes(model_, tokens);
    const auto layers = static_cast<double>(model_.layers.size() - firstDeviceLayer_);
    const int ranks = static_cast<int>(tensorParallel());
    if (ranks > 1) {
        const Bytes message = activations.scaled(0.5); // in 16 bits
        return allReduceOver(*devices_.front().group, ranks).time(message, ranks) * (2 * layers);
    }
    const Seconds copy = activations / slotBandwidth(*devices_.front().group);
    if (placement_.splitRows) {
        constexpr double kExchangesPerLayer = 4; // queries to values, output, up and gate, down
        constexpr Seconds kExchange(20e-6);
        return (copy + kExchange) * (kExchangesPerLayer * layers * static_cast<double>(devices_.size() - 1));
    }
    // Four cards with llama.cpp against one of them (Llama 3 8B): 200 to 400 µs a boundary.
    constexpr Seconds kBoundary(250e-6);
    return (copy + kBoundary) * static_cast<double>(devices_.size() - 1);
}

Bytes StepTimer::hostLayerWeights() const
{
    Bytes bytes;
    for (std::size_t i = 0; i < model_.layers.size(); ++i) {
        if (i < firstDeviceLayer_) {
            bytes += model_.layers[i].attention + model_.layers[i].experts;
        } else if (placement_.keepsExpertsOnHost(i)) {
            bytes += model_.layers[i].experts;
        }
    }
    return bytes;
}

/// Weights that devices read in one pass of so many tokens.
Bytes StepTimer::passBytes(double tokens) const
{
    Bytes bytes;
    for (std::size_t i = firstDeviceLayer_; i < model_.layers.size(); ++i) {
        const FeedForward& feedForward = model_.architecture.layers[i].feedForward;
        bytes += model_.layers[i].attention;
        if (feedForward.experts > 0 && !placement_.keepsExpertsOnHost(i)) {
            const double touched = distinctExperts(feedForward.experts, feedForward.expertsPerToken, tokens) /
                feedForward.experts;
            bytes += model_.layers[i].experts.scaled(touched);
        }
    }
    return bytes;
}

StepTime StepTimer::stage(const Device& device, const PromptPasses& prompt) const
{
    const double share = device.weightShare;
    const double attention =
        workload_.flashAttention ? device.constants.flashAttention : shared_.plainAttention;
    const auto layers = static_cast<double>(model_.layers.size() - firstDeviceLayer_);
    StepTime time;
    time.compute = (prompt.work.matrices / (device.matrix * device.constants.expertCompute) +
                    prompt.work.attention / (device.matrix * attention)) *
        share;
    time.deviceMemory = prompt.weights.scaled(share) /
        (*device.group->accelerator.bandwidth * device.constants.bandwidthShare) * prompt.passes;
    time.overhead = (device.constants.perLayer * layers + shared_.perExpertLayer * expertLayers_ +
                     shared_.perRecurrentLayer * recurrentLayers_) *
            (share * prompt.passes) +
        device.constants.perExpertToken * (share * prompt.tokens * expertLayers_);
    return time;
}

StepTime StepTimer::prefill(double tokens, double depth) const
{
    const Bytes hostWeights = hostLayerWeights();
    const double hostShare = devices_.empty() ? 0 : hostWeights / std::max(Bytes(1), model_.total());
    const PromptWork all = promptWork(model_, tokens, depth);
    const double passes = std::ceil(tokens / static_cast<double>(workload_.microBatch));
    const PromptPasses prompt{{all.matrices * (1 - hostShare), all.attention * (1 - hostShare)},
                              passBytes(std::min(tokens, static_cast<double>(workload_.microBatch))),
                              tokens,
                              passes};
    StepTime time;
    StepTime longest;
    for (const Device& device : devices_) {
        const StepTime own = stage(device, prompt);
        time.compute += own.compute / tensorParallel();
        time.deviceMemory += own.deviceMemory / tensorParallel();
        time.overhead += own.overhead;
        longest = own.total() > longest.total() ? own : longest;
    }
    if (devices_.size() > 1 && tensorParallel() < 2) {
        // One device works on a pass while the next has the one before. Of what that promises four cards reached 0.87 with
        // an 8B model and about half with a 70B model (llama.cpp, layers dealt out).
        constexpr double kBubbles = 1.7;
        const double serial = time.total() / Seconds(1);
        const double piped = (serial + (passes - 1) * longest.total().value() * kBubbles) / passes;
        const double factor =
            placement_.splitRows ? longest.total().value() / serial : std::min(1.0, piped / serial);
        time = {time.deviceMemory * factor, {}, time.compute * factor, {}, time.overhead * factor};
    }
    if (devices_.empty()) {
        time.compute = computeTime(all.total());
    }
    time.interconnect = crossings(std::min(tokens, static_cast<double>(workload_.microBatch))) * passes;
    if (hostWeights > Bytes()) {
        time.hostMemory = hostPrefill(all.total() * hostShare, hostWeights, passes);
    }
    return time;
}

/// Host layers of a prompt: computed where the weights are, or streamed to an accelerator once a micro-batch, whichever is
/// faster (llama.cpp's op offload).
Seconds StepTimer::hostPrefill(Flops work, Bytes weights, double passes) const
{
    const Seconds read = host_.bandwidth > BytesPerSecond() ? weights / host_.bandwidth * passes : Seconds();
    if (devices_.empty()) {
        return read;
    }
    constexpr double kLinkShare = 0.8;
    const BytesPerSecond link = slotBandwidth(*devices_.front().group) * kLinkShare;
    const Seconds streamed = weights / link * passes + computeTime(work);
    if (!host_.matrix) {
        return streamed;
    }
    return std::min(streamed, std::max(read, work / *host_.matrix));
}

} // namespace rigwright
