// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/memory_study.h"

#include "ui/model_shelf.h"

#include <algorithm>

namespace rigwright {

namespace {

/// The layout of a plan, held fast while something else changes.
PlacementRequest fixed(const Placement& placement, Engine engine)
{
    PlacementRequest request;
    if (engine == Engine::Vllm) {
        request.tensorParallel = placement.tensorParallel;
        request.pipelineParallel = placement.pipelineParallel;
    } else {
        request.gpuLayers = placement.gpuLayers;
        request.expertsOnHost = placement.expertsOnHost;
    }
    return request;
}

bool usesHost(const MemoryPlan& plan, const QuantizedModel& model)
{
    return plan.memory.devices.empty() || plan.placement.expertsOnHost ||
        plan.placement.gpuLayers < static_cast<int>(model.layers.size());
}

std::vector<MemoryBar> barsOf(const MemoryBreakdown& memory, bool onHardware)
{
    std::vector<MemoryBar> bars;
    for (const DeviceMemory& device : memory.devices) {
        if (!bars.empty() && bars.back().name == device.name &&
            bars.back().used.total() == device.used.total()) {
            ++bars.back().devices;
        } else {
            bars.push_back({device.name, 1, false, device.used, device.capacity});
        }
    }
    const std::optional<Bytes> hostCapacity =
        memory.hostCapacityKnown ? std::optional(memory.host.capacity) : std::nullopt;
    bars.push_back({onHardware ? memory.host.name : std::string(), 1, true, memory.host.used, hostCapacity});
    return bars;
}

std::optional<Bytes> capacityOf(const MemoryBreakdown& memory, bool withHost)
{
    Bytes capacity;
    for (const DeviceMemory& device : memory.devices) {
        capacity += device.capacity;
    }
    if (withHost && memory.hostCapacityKnown) {
        capacity += memory.host.capacity;
    }
    return capacity > Bytes() ? std::optional(capacity) : std::nullopt;
}

MemoryComponents onDevicesOnly(const MemoryBreakdown& memory)
{
    MemoryComponents sum;
    for (const DeviceMemory& device : memory.devices) {
        sum += device.used;
    }
    return sum;
}

ContextCurve curveOf(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                     const MemoryPlan& plan)
{
    constexpr std::int64_t kFrom = 2048;
    constexpr std::int64_t kWithoutLimit = 131'072;
    const std::int64_t known = model.architecture.facts.maxContext;
    const std::int64_t last = std::max(known > kFrom ? known : kWithoutLimit, 2 * kFrom);
    const PlacementRequest request = fixed(plan.placement, workload.engine);
    const bool withHost = usesHost(plan, model);

    ContextCurve curve;
    curve.context = workload.context;
    curve.capacity = capacityOf(plan.memory, withHost);
    if (plan.fits && curve.capacity) {
        curve.largest = largestContext(model, workload, hardware, request);
    }
    Workload tried = workload;
    for (std::int64_t context = kFrom;; context = std::min(context * 2, last)) {
        tried.context = context;
        const MemoryBreakdown memory = planMemory(model, tried, hardware, request).memory;
        curve.points.push_back({context, withHost ? memory.sum() : onDevicesOnly(memory)});
        if (context >= last) {
            return curve;
        }
    }
}

/// Cards of the catalog, one for each size of memory, from the smallest.
std::vector<const Accelerator*> cardSizes(const Catalog& catalog, AcceleratorVendor vendor)
{
    std::vector<const Accelerator*> cards;
    for (const Accelerator& accelerator : catalog.accelerators) {
        if (accelerator.mounting != Mounting::Integrated && accelerator.vendor == vendor) {
            cards.push_back(&accelerator);
        }
    }
    std::ranges::stable_sort(cards, {}, [](const Accelerator* card) { return card->memory; });
    const auto again =
        std::unique(cards.begin(), cards.end(),
                    [](const Accelerator* a, const Accelerator* b) { return a->memory == b->memory; });
    cards.erase(again, cards.end());
    return cards;
}

std::optional<CardClass> smallestCards(const QuantizedModel& model, const Workload& workload,
                                       const std::vector<const Accelerator*>& sizes)
{
    const auto holds = [&](const Accelerator* card, int count) {
        Hardware hardware;
        hardware.accelerators.push_back({*card, count, std::nullopt, std::nullopt});
        PlacementRequest request;
        request.gpuLayers = static_cast<int>(model.layers.size());
        return planMemory(model, workload, hardware, request).fits;
    };
    const auto smallest =
        std::ranges::partition_point(sizes, [&holds](const Accelerator* card) { return !holds(card, 1); });
    if (smallest != sizes.end()) {
        return CardClass{(*smallest)->memory, 1};
    }
    for (const int count : {2, 4, 8}) {
        if (!sizes.empty() && holds(sizes.back(), count)) {
            return CardClass{sizes.back()->memory, count};
        }
    }
    return std::nullopt;
}

PrecisionRow precisionRow(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                          const std::vector<const Accelerator*>& sizes)
{
    PrecisionRow row;
    row.format = model.format;
    PlacementRequest whole;
    if (!hardware.accelerators.empty()) {
        whole.gpuLayers = static_cast<int>(model.layers.size());
    }
    const MemoryBreakdown needed = planMemory(model, workload, hardware, whole).memory;
    row.need = needed.devices.empty() ? needed.host.used.total() : needed.onDevices();
    const MemoryPlan plan = planMemory(model, workload, hardware);
    row.fits = plan.fits;
    row.fitsOnDevices = !needed.devices.empty() && needed.fits();
    if (plan.fits) {
        if (const Expected<SpeedEstimate> speed = estimateSpeed(model, workload, hardware, plan)) {
            row.speed = speed->decode;
        }
    }
    row.card = smallestCards(model, workload, sizes);
    return row;
}

} // namespace

std::optional<MemoryStudy> studyMemory(ModelShelf& shelf, const Requirement& requirement,
                                       const Hardware* hardware)
{
    const auto model = shelf.weigh(requirement.model, requirement.workload.weights);
    if (model == nullptr) {
        return std::nullopt;
    }
    const Hardware nothing;
    const Hardware& on = hardware != nullptr ? *hardware : nothing;
    const MemoryPlan plan = planMemory(*model, requirement.workload, on);
    MemoryStudy study;
    study.onHardware = hardware != nullptr;
    study.fits = plan.fits;
    study.bars = barsOf(plan.memory, study.onHardware);
    study.curve = curveOf(*model, requirement.workload, on, plan);
    return study;
}

std::vector<PrecisionRow> studyPrecisions(ModelShelf& shelf, const Requirement& requirement,
                                          const Hardware* given)
{
    const Hardware nothing;
    const Hardware& hardware = given != nullptr ? *given : nothing;
    const AcceleratorVendor vendor = hardware.accelerators.empty() ||
            hardware.accelerators.front().accelerator.vendor == AcceleratorVendor::Apple
        ? AcceleratorVendor::Nvidia
        : hardware.accelerators.front().accelerator.vendor;
    const std::vector<const Accelerator*> sizes = cardSizes(shelf.catalog(), vendor);
    std::vector<PrecisionRow> rows;
    for (const WeightFormat format : allWeightFormats()) {
        const auto model = shelf.weigh(requirement.model, format);
        if (model == nullptr || !engineLoads(requirement.workload.engine, format)) {
            continue;
        }
        Workload workload = requirement.workload;
        workload.weights = format;
        rows.push_back(precisionRow(*model, workload, hardware, sizes));
        rows.back().isCurrent = format == requirement.workload.weights;
    }
    std::ranges::stable_sort(rows, {}, &PrecisionRow::need);
    return rows;
}

} // namespace rigwright
