// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/step_timer.h"

#include "speed/interconnect.h"
#include "speed/work.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace rigwright {

namespace {

tl::unexpected<Error> unknownFigure(const std::string& device, const char* figure)
{
    return fail("the catalog does not know the " + std::string(figure) + " of " +
                (device.empty() ? "the host" : device));
}

} // namespace

StepTimer::StepTimer(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                     const MemoryPlan& plan, const CalibrationTable& constants)
    : model_(model)
    , workload_(workload)
    , hostFacts_(hardware.host)
    , placement_(plan.placement)
    , host_(constants.find(workload.engine, DeviceClass::Cpu, model.architecture.facts.experts > 0))
{
    const Bytes weights = [&] {
        Bytes sum;
        for (const DeviceMemory& device : plan.memory.devices) {
            sum += device.used.weights;
        }
        return sum;
    }();
    std::size_t index = 0;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        const Calibration calibration = constants.find(workload.engine, deviceClass(group.accelerator),
                                                       model.architecture.facts.experts > 0);
        for (int i = 0; i < group.count; ++i, ++index) {
            const double share = weights == Bytes() ? 1.0 / hardware.deviceCount()
                                                    : plan.memory.devices[index].used.weights / weights;
            devices_.push_back({&group, calibration, share});
        }
    }
    const std::size_t onDevices = devices_.empty() ? 0 : static_cast<std::size_t>(placement_.gpuLayers);
    firstDeviceLayer_ = model.layers.size() - onDevices;
}

Expected<void> StepTimer::checkFigures() const
{
    for (const Device& device : devices_) {
        const Accelerator& accelerator = device.group->accelerator;
        if (!accelerator.bandwidth) {
            return unknownFigure(accelerator.info.name, "memory bandwidth");
        }
        if (!matrixRate(accelerator, model_.format, workload_.engine)) {
            return unknownFigure(accelerator.info.name, "matrix rate");
        }
    }
    if (usesHost() && !hostFacts_.bandwidth) {
        return unknownFigure(hostFacts_.name, "memory bandwidth");
    }
    return {};
}

StepTime StepTimer::decode(double sequences, double cachedTokens) const
{
    Bytes onDevices;
    Bytes onHost;
    for (std::size_t i = 0; i < model_.layers.size(); ++i) {
        const StepBytes bytes = stepBytes(model_, workload_, i, sequences, cachedTokens);
        const bool onDevice = i >= firstDeviceLayer_;
        (onDevice ? onDevices : onHost) += bytes.weights + bytes.cache;
        (onDevice && !placement_.keepsExpertsOnHost(i) ? onDevices : onHost) += bytes.experts;
    }
    (firstDeviceLayer_ == 0 && !devices_.empty() ? onDevices : onHost) += model_.output;

    StepTime time;
    time.deviceMemory = deviceTime(onDevices);
    if (onHost > Bytes()) {
        time.hostMemory = onHost / (*hostFacts_.bandwidth * host_.bandwidthShare);
    }
    // The one sequence of a chat multiplies vectors; units idle either way until there are more.
    time.compute = computeTime(Flops(2.0 * static_cast<double>(model_.activeParameters) * (sequences - 1)));
    time.interconnect = allReduceTime(sequences);
    time.overhead = layerOverhead();
    return time;
}

StepTime StepTimer::prefill(double tokens) const
{
    const Bytes hostWeights = hostLayerWeights();
    const double hostShare = devices_.empty() ? 0 : hostWeights / std::max(Bytes(1), model_.total());
    const Flops work = promptWork(model_, tokens);
    const double passes = std::ceil(tokens / static_cast<double>(workload_.microBatch));
    StepTime time;
    time.compute = computeTime(work * (1 - hostShare));
    time.interconnect = allReduceTime(tokens);
    time.overhead = layerOverhead() * passes;
    if (hostWeights > Bytes()) {
        time.hostMemory = hostPrefill(work * hostShare, hostWeights, passes);
    }
    return time;
}

Seconds StepTimer::decodeLimit(const StepTime& time) const
{
    double share = 0;
    for (const Device& device : devices_) {
        share = std::max(share, device.constants.bandwidthShare);
    }
    return time.deviceMemory * share + time.hostMemory * host_.bandwidthShare;
}

const Calibration& StepTimer::constantsFor(Bound bound) const
{
    return devices_.empty() || bound == Bound::HostMemory ? host_ : devices_.front().constants;
}

bool StepTimer::usesHost() const
{
    return firstDeviceLayer_ > 0 || placement_.expertsOnHost;
}

double StepTimer::tensorParallel() const
{
    return workload_.engine != Engine::LlamaCpp ? std::max(1, placement_.tensorParallel) : 1;
}

/// Each device reads its part: one after the other with a layer split, all at once with tensor parallelism.
Seconds StepTimer::deviceTime(Bytes bytes) const
{
    Seconds time;
    for (const Device& device : devices_) {
        time += bytes.scaled(device.weightShare) /
            (*device.group->accelerator.bandwidth * device.constants.bandwidthShare);
    }
    return time / tensorParallel();
}

Seconds StepTimer::computeTime(Flops work) const
{
    if (devices_.empty()) {
        return hostComputeTime(work);
    }
    double secondsPerFlop = 0;
    for (const Device& device : devices_) {
        const FlopsPerSecond rate = *matrixRate(device.group->accelerator, model_.format, workload_.engine);
        secondsPerFlop += device.weightShare / (rate.value() * device.constants.computeShare);
    }
    return Seconds(work.value() * secondsPerFlop / tensorParallel());
}

Seconds StepTimer::hostComputeTime(Flops work) const
{
    // Without the number of cores, bandwidth alone limits.
    const auto rate = matrixRate(hostFacts_);
    return rate ? work / (*rate * host_.computeShare) : Seconds();
}

Seconds StepTimer::allReduceTime(double tokens) const
{
    const int ranks = static_cast<int>(tensorParallel());
    if (ranks < 2 || devices_.empty()) {
        return {};
    }
    constexpr double kActivationBytes = 2;
    constexpr double kPerLayer = 2; // after attention and after the feed-forward part
    const auto hidden = static_cast<double>(model_.architecture.facts.hidden);
    const Bytes message(static_cast<std::int64_t>(tokens * hidden * kActivationBytes));
    return allReduceOver(*devices_.front().group, ranks).time(message, ranks) * kPerLayer *
        static_cast<double>(model_.layers.size());
}

Seconds StepTimer::layerOverhead() const
{
    const auto onHost = static_cast<double>(firstDeviceLayer_);
    const auto onDevices = static_cast<double>(model_.layers.size()) - onHost;
    const Seconds device = devices_.empty() ? Seconds() : devices_.front().constants.perLayer * onDevices;
    return device + host_.perLayer * onHost;
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

/// Host layers of a prompt: computed where the weights are, or streamed to an accelerator once a micro-batch, whichever is
/// faster (llama.cpp's op offload).
Seconds StepTimer::hostPrefill(Flops work, Bytes weights, double passes) const
{
    const Seconds read = weights / (*hostFacts_.bandwidth * host_.bandwidthShare) * passes;
    if (devices_.empty()) {
        return read;
    }
    constexpr double kLinkShare = 0.8;
    const BytesPerSecond link = slotBandwidth(*devices_.front().group) * kLinkShare;
    const Seconds streamed = weights / link * passes + computeTime(work);
    const Seconds computed = hostComputeTime(work);
    return computed > Seconds() ? std::min(streamed, std::max(read, computed)) : streamed;
}

} // namespace rigwright
