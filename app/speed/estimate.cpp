// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/estimate.h"

#include "speed/calibration.h"
#include "speed/interconnect.h"
#include "speed/work.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rigwright {

namespace {

/// Where the time of one step goes.
struct StepTime {
    Seconds deviceMemory;
    Seconds hostMemory;
    Seconds compute;
    Seconds interconnect;
    Seconds overhead;

    [[nodiscard]] Seconds total() const
    {
        return deviceMemory + hostMemory + compute + interconnect + overhead;
    }
    [[nodiscard]] Bound bound() const
    {
        const std::pair<Seconds, Bound> parts[] = {{deviceMemory, Bound::MemoryBandwidth},
                                                   {hostMemory, Bound::HostMemory},
                                                   {compute, Bound::Compute},
                                                   {interconnect, Bound::Interconnect},
                                                   {overhead, Bound::EngineOverhead}};
        return std::ranges::max_element(parts, {}, [](const auto& part) { return part.first; })->second;
    }
};

struct Spread {
    double low;
    double high;
};

bool hasExperts(const QuantizedModel& model)
{
    return model.architecture.facts.experts > 0;
}

tl::unexpected<Error> unknownFigure(const std::string& device, const char* figure)
{
    return fail("the catalog does not know the " + std::string(figure) + " of " +
                (device.empty() ? "the host" : device));
}

/// Times the steps of one model on one machine.
class Machine {
public:
    Machine(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
            const MemoryPlan& plan)
        : model_(model)
        , workload_(workload)
        , hardware_(hardware)
        , plan_(plan)
        , experts_(hasExperts(model))
    {
        for (const AcceleratorGroup& group : hardware.accelerators) {
            for (int i = 0; i < group.count; ++i) {
                groups_.push_back(&group);
            }
        }
        firstDeviceLayer_ = groups_.empty()
            ? model.layers.size()
            : model.layers.size() - static_cast<std::size_t>(plan.placement.gpuLayers);
        host_ = hostCalibration(experts_);
    }

    [[nodiscard]] Expected<void> checkFigures() const
    {
        for (const AcceleratorGroup* group : groups_) {
            if (!group->accelerator.bandwidth) {
                return unknownFigure(group->accelerator.info.name, "memory bandwidth");
            }
            if (!matrixRate(group->accelerator, model_.format, workload_.engine)) {
                return unknownFigure(group->accelerator.info.name, "matrix rate");
            }
        }
        if (usesHost() && !hardware_.host.bandwidth) {
            return unknownFigure(hardware_.host.name, "memory bandwidth");
        }
        return {};
    }

    /// One token for each of so many sequences.
    [[nodiscard]] StepTime decodeStep(double sequences, double cached) const
    {
        StepTime time;
        Bytes onDevices;
        Bytes onHost;
        for (std::size_t i = 0; i < model_.layers.size(); ++i) {
            const StepBytes bytes = stepBytes(model_, workload_, i, sequences, cached);
            const bool device = i >= firstDeviceLayer_;
            (device ? onDevices : onHost) += bytes.weights + bytes.cache;
            (device && !plan_.placement.expertsOnHost ? onDevices : onHost) += bytes.experts;
        }
        (firstDeviceLayer_ == 0 && !groups_.empty() ? onDevices : onHost) += model_.output;
        time.deviceMemory = deviceTime(onDevices);
        if (onHost > Bytes()) {
            time.hostMemory = onHost / (*hardware_.host.bandwidth * host_.bandwidthShare);
        }
        time.compute = computeTime(Flops(2.0 * static_cast<double>(model_.activeParameters) * sequences));
        time.interconnect = allReduceTime(sequences);
        time.overhead = layerOverhead();
        return time;
    }

    /// A prompt, in passes of one micro-batch.
    [[nodiscard]] StepTime prefill(double tokens) const
    {
        StepTime time;
        const double deviceShare = deviceLayerShare();
        const Flops work = promptWork(model_, tokens);
        time.compute = computeTime(work * deviceShare);
        const double passes = std::ceil(tokens / static_cast<double>(workload_.microBatch));
        time.overhead = layerOverhead() * passes;
        time.interconnect = allReduceTime(tokens);
        const Bytes hostWeights = hostLayerWeights();
        if (hostWeights > Bytes()) {
            time.hostMemory = hostPrefill(work * (1 - deviceShare), hostWeights, passes);
        }
        return time;
    }

    /// The least time that a decode step can take: every byte at full bandwidth.
    [[nodiscard]] Seconds decodeLimit(const StepTime& time) const
    {
        double share = 0;
        for (const AcceleratorGroup* group : groups_) {
            share = std::max(share, calibration(*group).bandwidthShare);
        }
        return time.deviceMemory * share + time.hostMemory * host_.bandwidthShare;
    }

    [[nodiscard]] Spread decodeSpread(Bound bound) const
    {
        const Calibration& constants =
            bound == Bound::HostMemory || groups_.empty() ? host_ : calibration(*groups_[0]);
        return {constants.decodeLow, constants.decodeHigh};
    }

    [[nodiscard]] Spread prefillSpread() const
    {
        const Calibration& constants = groups_.empty() ? host_ : calibration(*groups_[0]);
        return {constants.prefillLow, constants.prefillHigh};
    }

    [[nodiscard]] double bandwidthShare(Bound bound) const
    {
        return bound == Bound::HostMemory || groups_.empty() ? host_.bandwidthShare
                                                             : calibration(*groups_[0]).bandwidthShare;
    }

private:
    [[nodiscard]] Calibration calibration(const AcceleratorGroup& group) const
    {
        return calibrationFor(workload_.engine, group.accelerator, experts_);
    }

    [[nodiscard]] bool usesHost() const { return firstDeviceLayer_ > 0 || plan_.placement.expertsOnHost; }

    [[nodiscard]] int tensorParallel() const
    {
        return workload_.engine == Engine::Vllm ? std::max(1, plan_.placement.tensorParallel) : 1;
    }

    /// Each device reads its part; with a layer split one after the other, with tensor parallelism all at once.
    [[nodiscard]] Seconds deviceTime(Bytes bytes) const
    {
        if (groups_.empty() || bytes == Bytes()) {
            return Seconds();
        }
        Bytes weights;
        for (const DeviceMemory& device : plan_.memory.devices) {
            weights += device.used.weights;
        }
        Seconds time;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            const double share = weights == Bytes() ? 1.0 / static_cast<double>(groups_.size())
                                                    : plan_.memory.devices[i].used.weights / weights;
            time += bytes.scaled(share) /
                (*groups_[i]->accelerator.bandwidth * calibration(*groups_[i]).bandwidthShare);
        }
        return time / tensorParallel();
    }

    [[nodiscard]] Seconds computeTime(Flops work) const
    {
        if (groups_.empty()) {
            return hostComputeTime(work);
        }
        // Layers run one after the other, so each device's part is its share of the layers.
        double secondsPerFlop = 0;
        for (const AcceleratorGroup* group : groups_) {
            const FlopsPerSecond rate = *matrixRate(group->accelerator, model_.format, workload_.engine);
            secondsPerFlop += 1 / (rate.value() * calibration(*group).computeShare);
        }
        const auto devices = static_cast<double>(groups_.size());
        return Seconds(work.value() * secondsPerFlop / devices / tensorParallel());
    }

    [[nodiscard]] Seconds hostComputeTime(Flops work) const
    {
        const auto rate = matrixRate(hardware_.host);
        // Without the number of cores, assume that bandwidth alone limits.
        return rate ? work / (*rate * host_.computeShare) : Seconds();
    }

    [[nodiscard]] Seconds allReduceTime(double tokens) const
    {
        const int devices = tensorParallel();
        if (devices < 2) {
            return Seconds();
        }
        constexpr double kActivationBytes = 2;
        const Bytes message(static_cast<std::int64_t>(
            tokens * static_cast<double>(model_.architecture.facts.hidden) * kActivationBytes));
        constexpr double kPerLayer = 2; // after attention and after the feed-forward part
        return allReduceOver(*groups_[0], devices).time(message, devices) * kPerLayer *
            static_cast<double>(model_.layers.size());
    }

    [[nodiscard]] Seconds layerOverhead() const
    {
        const auto onHost = static_cast<double>(firstDeviceLayer_);
        const auto onDevices = static_cast<double>(model_.layers.size()) - onHost;
        const Seconds device = groups_.empty() ? Seconds() : calibration(*groups_[0]).perLayer * onDevices;
        return device + host_.perLayer * onHost;
    }

    [[nodiscard]] double deviceLayerShare() const
    {
        if (groups_.empty()) {
            return 1; // computeTime then means the host
        }
        return 1 - hostLayerWeights() / std::max(Bytes(1), model_.total());
    }

    [[nodiscard]] Bytes hostLayerWeights() const
    {
        Bytes bytes;
        for (std::size_t i = 0; i < model_.layers.size(); ++i) {
            if (i < firstDeviceLayer_) {
                bytes += model_.layers[i].attention + model_.layers[i].experts;
            } else if (plan_.placement.expertsOnHost) {
                bytes += model_.layers[i].experts;
            }
        }
        return bytes;
    }

    /// Host layers of a prompt: computed where the weights are, or streamed to an accelerator once a micro-batch, whichever
    /// is faster (llama.cpp's op offload).
    [[nodiscard]] Seconds hostPrefill(Flops work, Bytes weights, double passes) const
    {
        const Seconds read = weights / (*hardware_.host.bandwidth * host_.bandwidthShare) * passes;
        if (groups_.empty()) {
            return read;
        }
        constexpr double kLinkShare = 0.8;
        const Seconds streamed =
            weights / (slotBandwidth(*groups_[0]) * kLinkShare) * passes + computeTime(work);
        const Seconds computed = hostComputeTime(work);
        return computed > Seconds() ? std::min(streamed, std::max(read, computed)) : streamed;
    }

    const QuantizedModel& model_;
    const Workload& workload_;
    const Hardware& hardware_;
    const MemoryPlan& plan_;
    bool experts_;
    std::vector<const AcceleratorGroup*> groups_;
    std::size_t firstDeviceLayer_ = 0;
    Calibration host_;
};

Range<TokensPerSecond> ratesFor(double tokens, Seconds mid, Spread spread)
{
    const double rate = tokens / mid.value();
    return {TokensPerSecond(rate * spread.low), TokensPerSecond(rate), TokensPerSecond(rate * spread.high)};
}

/// Times belong to rates the other way round: the low rate takes the long time.
Range<Seconds> timesFor(Seconds mid, Spread spread)
{
    return {mid / spread.high, mid, mid / spread.low};
}

/// Users that the key/value memory really serves at once.
double servedSequences(const Workload& workload, const MemoryPlan& plan)
{
    const std::int64_t wanted = workload.sequences();
    return static_cast<double>(
        std::max<std::int64_t>(1, std::min(wanted, plan.concurrentSequences.value_or(wanted))));
}

} // namespace

const char* boundName(Bound bound)
{
    switch (bound) {
    case Bound::MemoryBandwidth: return "memory-bandwidth";
    case Bound::HostMemory: return "host-memory";
    case Bound::Compute: return "compute";
    case Bound::Interconnect: return "interconnect";
    case Bound::EngineOverhead: return "engine-overhead";
    }
    return "";
}

Expected<SpeedEstimate> estimateSpeed(const QuantizedModel& model, const Workload& workload,
                                      const Hardware& hardware, const MemoryPlan& plan)
{
    if (!plan.fits) {
        return fail("the model does not fit, so it has no speed");
    }
    const Machine machine(model, workload, hardware, plan);
    if (const auto known = machine.checkFigures(); !known) {
        return tl::unexpected(known.error());
    }
    const double sequences = servedSequences(workload, plan);
    const auto prompt = static_cast<double>(workload.promptTokens);
    const auto output = static_cast<double>(workload.outputTokens);
    const StepTime decode = machine.decodeStep(sequences, prompt + output / 2);
    const StepTime prefill = machine.prefill(prompt);

    // In continuous batching the prompts of new requests share the steps: prompt over output tokens for each sequence.
    const bool shared = sequences > 1;
    const Seconds interference = shared ? prefill.total() * (sequences / output) : Seconds();
    const Seconds perToken = decode.total() + interference;

    SpeedEstimate estimate;
    estimate.bound = decode.bound();
    estimate.efficiency = machine.bandwidthShare(estimate.bound);
    Spread spread = machine.decodeSpread(estimate.bound);
    const double limit = perToken / std::max(Seconds(1e-9), machine.decodeLimit(decode));
    spread.high = std::max(1.0, std::min(spread.high, limit));
    estimate.decode = ratesFor(1, perToken, spread);
    estimate.total = ratesFor(sequences, perToken, spread);
    estimate.timePerOutputToken = timesFor(perToken, spread);
    estimate.prefill = ratesFor(prompt, prefill.total(), machine.prefillSpread());
    estimate.timeToFirstToken =
        timesFor(prefill.total() + (shared ? decode.total() : Seconds()), machine.prefillSpread());
    return estimate;
}

} // namespace rigwright
