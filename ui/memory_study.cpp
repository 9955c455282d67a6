// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/memory_study.h"

#include "sizing/placements.h"
#include "ui/model_shelf.h"
#include "ui/offered.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace rigwright {

namespace {

/// The length that the curve runs over.
std::int64_t& lengthOf(Workload& workload)
{
    return isTraining(workload.kind) ? workload.training.sequence : workload.context;
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

struct CurveSpan {
    std::int64_t from;
    std::int64_t last;
};

/// To the end of what the model reads; in training not far beyond what is asked for, whose activations would be pressed flat.
CurveSpan spanOf(const QuantizedModel& model, const Workload& workload)
{
    const std::int64_t known = model.architecture.facts.maxContext;
    if (isTraining(workload.kind)) {
        constexpr std::int64_t kFrom = 512;
        constexpr std::int64_t kUsual = 2048;
        constexpr std::int64_t kTimes = 8;
        const std::int64_t most = kTimes * std::max(workload.training.sequence, kUsual);
        return {kFrom, std::max(known > kFrom ? std::min(known, most) : most, 2 * kFrom)};
    }
    constexpr std::int64_t kFrom = 2048;
    constexpr std::int64_t kWithoutLimit = 131'072;
    return {kFrom, std::max(known > kFrom ? known : kWithoutLimit, 2 * kFrom)};
}

ContextCurve curveOf(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                     const MemoryPlan& plan)
{
    const auto [from, last] = spanOf(model, workload);
    const PlacementRequest request = requestFor(plan.placement, workload.engine);
    const bool withHost = usesHost(plan, model);

    Workload tried = workload;
    ContextCurve curve;
    curve.context = lengthOf(tried);
    curve.capacity = capacityOf(plan.memory, withHost);
    if (plan.fits && curve.capacity) {
        curve.largest = largestContext(model, workload, hardware, request);
    }
    for (std::int64_t context = from;; context = std::min(context * 2, last)) {
        lengthOf(tried) = context;
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
        if (!accelerator.info.hidden && accelerator.mounting != Mounting::Integrated &&
            accelerator.vendor == vendor) {
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

bool isSame(const Placement& a, const Placement& b)
{
    const auto all = [](const Placement& placement) {
        return std::tuple(placement.tensorParallel, placement.pipelineParallel, placement.expertParallel,
                          placement.dataParallel, placement.gpuLayers, placement.expertsOnHost,
                          placement.hostExpertLayers, placement.splitRows);
    };
    return all(a) == all(b);
}

/// What was asked for where the plan, refusing it, may have fallen back to something else.
Placement asked(const PlacementRequest& request, Placement planned)
{
    planned.tensorParallel = request.tensorParallel.value_or(planned.tensorParallel);
    planned.pipelineParallel = request.pipelineParallel.value_or(planned.pipelineParallel);
    planned.expertParallel = request.expertParallel.value_or(planned.expertParallel);
    planned.dataParallel = request.dataParallel.value_or(planned.dataParallel);
    planned.gpuLayers = request.gpuLayers.value_or(planned.gpuLayers);
    planned.expertsOnHost = request.expertsOnHost.value_or(planned.expertsOnHost);
    planned.hostExpertLayers = request.hostExpertLayers.value_or(planned.hostExpertLayers);
    planned.splitRows = request.splitRows.value_or(planned.splitRows);
    return planned;
}

void addPlacement(std::vector<PlacementRow>& rows, const Placement& placement, const MemoryPlan& plan,
                  bool isCurrent)
{
    if (std::ranges::any_of(
            rows, [&placement](const PlacementRow& row) { return isSame(row.placement, placement); })) {
        return;
    }
    PlacementRow row;
    row.placement = placement;
    for (const DeviceMemory& device : plan.memory.devices) {
        row.fullest = std::max(row.fullest, device.used.total());
    }
    row.host = plan.memory.host.used.total();
    row.fits = plan.fits;
    row.isCurrent = isCurrent;
    const auto worst = std::ranges::min_element(plan.findings, {}, &Finding::severity);
    if (!plan.fits && worst != plan.findings.end()) {
        row.reason = *worst;
    }
    rows.push_back(std::move(row));
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
                          const std::vector<const Accelerator*>& sizes, const CalibrationTable& constants)
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
        if (const Expected<SpeedEstimate> speed = estimateSpeed(model, workload, hardware, plan, constants)) {
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
    const auto model = shelf.weigh(requirement.model, requirement.workload);
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
    study.isTraining = isTraining(requirement.workload.kind);
    study.curve = curveOf(*model, requirement.workload, on, plan);
    study.sum = plan.memory.sum();
    study.scales = model->scales;
    study.mtp = model->mtp;
    study.towers = model->towers;
    study.host = plan.hostDemand;
    study.reservedBuffers = study.sum.computeBuffer + study.sum.outputBuffer;
    study.touchedBuffers = plan.touched;
    study.placement = plan.placement;
    study.pool = plan.pool;
    study.poolTokens = plan.poolTokens;
    study.poolRequests = plan.poolRequests;
    return study;
}

PlacementStudy studyPlacements(ModelShelf& shelf, const Requirement& requirement, const Hardware& hardware)
{
    const auto model = shelf.weigh(requirement.model, requirement.workload);
    PlacementStudy study;
    if (model == nullptr) {
        return study;
    }
    const Workload& workload = requirement.workload;
    const MemoryPlan chosen = planMemory(*model, workload, hardware);
    for (const PlacementOption& option : considerPlacements(*model, workload, hardware)) {
        const Placement placement = asked(option.request, option.plan.placement);
        addPlacement(study.rows, placement, option.plan, isSame(placement, chosen.placement));
    }
    if (std::ranges::none_of(study.rows, &PlacementRow::isCurrent)) {
        addPlacement(study.rows, chosen.placement, chosen, true);
    }
    std::ranges::stable_sort(study.rows, {},
                             [](const PlacementRow& row) { return std::pair(!row.isCurrent, !row.fits); });
    if (chosen.fits && !isTraining(workload.kind)) {
        study.mostSequences =
            mostSequences(*model, workload, hardware, requestFor(chosen.placement, workload.engine));
    }
    return study;
}

std::vector<PrecisionRow> studyPrecisions(ModelShelf& shelf, const Requirement& requirement,
                                          const Hardware* given, const std::stop_token& stop,
                                          const CalibrationTable& constants)
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
        if (stop.stop_requested()) {
            break;
        }
        Workload workload = requirement.workload;
        workload.weights = format;
        const auto model = shelf.weigh(requirement.model, workload);
        if (model == nullptr || !isOffered(workload)) {
            continue;
        }
        rows.push_back(precisionRow(*model, workload, hardware, sizes, constants));
        rows.back().isCurrent = format == requirement.workload.weights;
    }
    std::ranges::stable_sort(rows, {}, &PrecisionRow::need);
    return rows;
}

} // namespace rigwright
