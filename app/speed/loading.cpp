// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/loading.h"

#include "speed/interconnect.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rigwright {

namespace {

/// A share or a rate with the spread that was published of it.
struct Spread {
    double low;
    double mid;
    double high;
};

/// Of a drive's sequential rate: llama.cpp's plain reads come near it, page faults of a mapped file stay far below
/// (ggml-org/llama.cpp pull requests 7420 and 14396, issue 9244).
constexpr Spread kDriveShare{0.35, 0.75, 0.95};
/// GB/s of one loading process, from pages in the cache: 5.0 (vllm-project/vllm issue 20264: 3.42 GiB in 0.69 s), 6.4 (llama.cpp
/// issue 9244, `--no-mmap` on an M3 Max), 1.2 to 1.3 (llama.cpp pull request 28223, vLLM issue 44881: 21.8 GiB in 18 s).
constexpr Spread kProcessGigabytes{1.2, 3.5, 6.4};
constexpr double kLinkShare = 0.8;

/// Seconds until an engine has started, beside loading. vLLM: its logs count 34 s (3 B parameters, compiled graphs cached), 91 s
/// (compiled anew), of which graphs take 17 to 37 (vllm-project/vllm issue 20264, run-ai/runai-model-streamer issue 67), after
/// some 15 s of imports and configuration; the other servers do the same work. llama.cpp opens a CUDA context and runs one
/// empty step.
Spread engineStart(const Workload& workload, bool accelerated)
{
    constexpr Spread kServer{35, 70, 130};
    constexpr Spread kServerWithoutGraphs{15, 30, 60};
    constexpr Spread kScript{4, 10, 25};
    constexpr Spread kLlamaCpp{0.5, 1.5, 4};
    constexpr Spread kLlamaCppOnHost{0.1, 0.4, 1.5};
    switch (workload.engine) {
    case Engine::LlamaCpp: return accelerated ? kLlamaCpp : kLlamaCppOnHost;
    case Engine::Vllm:
    case Engine::SgLang:
    case Engine::TensorRtLlm: return workload.serving.graphs ? kServer : kServerWithoutGraphs;
    case Engine::Transformers:
    case Engine::Fsdp:
    case Engine::DeepSpeed:
    case Engine::Megatron: return kScript;
    }
    return kScript;
}

/// Weights that each accelerator gets over its slot, all at once where the engine runs a process for each.
Seconds linkTime(const Workload& workload, const Hardware& hardware, const MemoryPlan& plan)
{
    Seconds sum;
    Seconds longest;
    std::size_t index = 0;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        for (int i = 0; i < group.count && index < plan.memory.devices.size(); ++i, ++index) {
            if (group.accelerator.mounting == Mounting::Integrated) {
                continue; // its memory is the host's
            }
            const Seconds time =
                plan.memory.devices[index].used.weights / (slotBandwidth(group) * kLinkShare);
            sum += time;
            longest = std::max(longest, time);
        }
    }
    return workload.engine == Engine::LlamaCpp ? sum : longest;
}

/// What a process moves itself: weights for accelerators, and copies in RAM. A mapped file that the CPU reads in place is not
/// copied, but its pages are touched once before the first answer.
Seconds copyTime(const QuantizedModel& model, const Workload& workload, const MemoryPlan& plan,
                 double gigabytes)
{
    const BytesPerSecond rate = BytesPerSecond::gb(gigabytes);
    const bool mapped = workload.engine == Engine::LlamaCpp && workload.memoryMap;
    const Bytes onDevices = std::min(plan.memory.onDevices(), model.total());
    const Bytes onHost = model.total() - onDevices;
    constexpr double kTouchFaster = 4;
    const Seconds inPlace = mapped ? onHost / (rate * kTouchFaster) : onHost / rate;
    return onDevices / rate + inPlace + plan.hostDemand.repacked / rate;
}

LoadingTime timeWith(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                     const MemoryPlan& plan, double Spread::*end, bool cold)
{
    // The fast end of a rate is the short end of a time.
    const auto startEnd = end == &Spread::low ? &Spread::high : end == &Spread::high ? &Spread::low : end;
    LoadingTime time;
    if (cold) {
        time.read = model.total() / (*hardware.storageRead * (kDriveShare.*end));
    }
    time.copy = copyTime(model, workload, plan, kProcessGigabytes.*end);
    time.link = linkTime(workload, hardware, plan);
    time.start = Seconds(engineStart(workload, hardware.deviceCount() > 0).*startEnd);
    return time;
}

} // namespace

const char* loadingBoundName(LoadingBound bound)
{
    switch (bound) {
    case LoadingBound::Storage: return "storage";
    case LoadingBound::Copy: return "copy";
    case LoadingBound::Link: return "link";
    case LoadingBound::EngineStart: return "engine-start";
    }
    return "";
}

Seconds LoadingTime::total() const
{
    return std::max({read.value_or(Seconds()), copy, link}) + start;
}

LoadingBound LoadingTime::bound() const
{
    const std::array parts{std::pair{read.value_or(Seconds()), LoadingBound::Storage},
                           std::pair{copy, LoadingBound::Copy}, std::pair{link, LoadingBound::Link},
                           std::pair{start, LoadingBound::EngineStart}};
    return std::ranges::max_element(parts, {}, [](const auto& part) { return part.first; })->second;
}

LoadingEstimate estimateLoading(const QuantizedModel& model, const Workload& workload,
                                const Hardware& hardware, const MemoryPlan& plan)
{
    const auto timeAt = [&](double Spread::*end, bool cold) {
        return timeWith(model, workload, hardware, plan, end, cold);
    };
    LoadingEstimate estimate;
    estimate.warmTime = timeAt(&Spread::mid, false);
    estimate.warm = {timeAt(&Spread::high, false).total(), estimate.warmTime.total(),
                     timeAt(&Spread::low, false).total()};
    if (hardware.storageRead) {
        estimate.coldTime = timeAt(&Spread::mid, true);
        estimate.cold = Range<Seconds>{timeAt(&Spread::high, true).total(), estimate.coldTime->total(),
                                       timeAt(&Spread::low, true).total()};
    }
    estimate.fitsPageCache = !hardware.host.memory || model.total() <= *hardware.host.memory;
    return estimate;
}

std::optional<BytesPerSecond> storageRead(const Drive& drive)
{
    if (drive.sequentialRead) {
        return drive.sequentialRead;
    }
    if (drive.driveInterface == "SATA") {
        return BytesPerSecond::gb(0.55);
    }
    if (drive.driveInterface != "NVMe") {
        return std::nullopt;
    }
    const int generation = drive.pcieGeneration.value_or(3);
    return BytesPerSecond::gb(generation >= 5 ? 12 : generation == 4 ? 7 : 3.5);
}

} // namespace rigwright
