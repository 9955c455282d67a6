// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/fit_findings.h"

#include "builds/hardware.h"
#include "builds/slot_plan.h"
#include "speed/interconnect.h"
#include "speed/loading.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

const Workload& workloadOf(const ModelOnMachine& fit)
{
    return fit.question.requirement.workload;
}

bool trains(const ModelOnMachine& fit)
{
    return isTraining(workloadOf(fit).kind);
}

/// Devices that exchange data within every layer or step.
int devicesInStep(const ModelOnMachine& fit)
{
    const int devices = fit.hardware.deviceCount();
    if (trains(fit) || fit.plan.placement.splitRows) {
        return devices;
    }
    return std::max(fit.plan.placement.tensorParallel, fit.plan.placement.expertParallel);
}

bool isLinked(const AcceleratorGroup& group, int devices)
{
    return group.accelerator.linkBandwidth && group.accelerator.linkMaxDevices >= devices;
}

std::string rateText(BytesPerSecond rate)
{
    return formatFixed(rate.inGb(), rate.inGb() < 10 ? 1 : 0) + " GB/s";
}

void addLinkFinding(std::vector<Finding>& findings, const ModelOnMachine& fit)
{
    const int devices = devicesInStep(fit);
    const auto apart = std::ranges::find_if_not(
        fit.hardware.accelerators, [&](const AcceleratorGroup& group) { return isLinked(group, devices); });
    if (devices < 2 || apart == fit.hardware.accelerators.end()) {
        return;
    }
    const Accelerator& card = apart->accelerator;
    const bool geForce = card.vendor == AcceleratorVendor::Nvidia && card.segment == Segment::Consumer;
    findings.push_back(
        {geForce ? "no-peer-to-peer" : "no-direct-links",
         Severity::Note,
         geForce
             ? RIGWRIGHT_TEXT(
                   "Finding",
                   "{count} × {device} exchange data in every step over PCIe at {rate}, and through RAM: the "
                   "driver of GeForce cards has no peer-to-peer.")
             : RIGWRIGHT_TEXT("Finding",
                              "{count} × {device} exchange data in every step over PCIe alone, at {rate}."),
         {{"count", std::to_string(devices)},
          {"device", card.info.name},
          {"rate", rateText(slotBandwidth(*apart))}}});
}

/// A slot of four lanes of PCIe 4.0 carries 7.9 GB/s.
void addNarrowLink(std::vector<Finding>& findings, const ModelOnMachine& fit)
{
    constexpr int kNarrow = 4;
    const int devices = devicesInStep(fit);
    const auto narrow = std::ranges::find_if(fit.hardware.accelerators, [&](const AcceleratorGroup& group) {
        return !isLinked(group, devices) && group.linkLanes.value_or(kLongSlot) <= kNarrow;
    });
    if (devices < 2 || narrow == fit.hardware.accelerators.end()) {
        return;
    }
    findings.push_back(
        {"narrow-link",
         Severity::Warning,
         RIGWRIGHT_TEXT("Finding",
                        "A card has PCIe {generation}.0 x{lanes} ({rate}), and every step waits for it: "
                        "tensor parallelism and training want eight lanes at least."),
         {{"generation", std::to_string(narrow->linkGeneration.value_or(0))},
          {"lanes", std::to_string(*narrow->linkLanes)},
          {"rate", rateText(slotBandwidth(*narrow))}}});
}

/// What one token reads of the RAM: the layers that stay there, and the experts of those that don't.
Bytes readFromHost(const ModelOnMachine& fit)
{
    const QuantizedModel& model = fit.question.model;
    if (fit.hardware.accelerators.empty()) {
        return model.readPerToken();
    }
    const auto& placement = fit.plan.placement;
    const std::size_t onHost = model.layers.size() -
        std::min(model.layers.size(), static_cast<std::size_t>(std::max(0, placement.gpuLayers)));
    Bytes read;
    for (std::size_t i = 0; i < model.layers.size(); ++i) {
        const LayerWeights& layer = model.layers[i];
        if (i < onHost) {
            read += layer.attention + layer.expertsPerToken;
        } else if (placement.keepsExpertsOnHost(i)) {
            read += layer.expertsPerToken;
        }
    }
    return read;
}

/// Below the rate at which people read, an answer is waited for.
void addHostBandwidth(std::vector<Finding>& findings, const ModelOnMachine& fit)
{
    constexpr double kReading = 5;
    const auto bandwidth = fit.hardware.host.bandwidth;
    const Bytes read = readFromHost(fit);
    if (!bandwidth || read <= Bytes() || trains(fit)) {
        return;
    }
    const double most = bandwidth->value() / static_cast<double>(read.value());
    if (most < kReading) {
        findings.push_back(
            {"host-bandwidth",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding",
                            "Each token reads {read} from RAM, which carries {bandwidth}: at most {rate} "
                            "tokens/s, whatever else is faster."),
             {{"read", formatMemory(read)},
              {"bandwidth", rateText(*bandwidth)},
              {"rate", formatRate(most)}}});
    }
}

/// Memory of another socket is read over the link between them.
void addSockets(std::vector<Finding>& findings, const ModelOnMachine& fit)
{
    const Host& host = fit.hardware.host;
    if (host.sockets < 2 || host.pagesPlaced || !host.bandwidth ||
        !usesHost(fit.question.model, fit.hardware, fit.plan)) {
        return;
    }
    findings.push_back(
        {"numa-memory",
         Severity::Note,
         RIGWRIGHT_TEXT(
             "Finding",
             "The {bandwidth} of RAM are of {sockets} sockets, {each} each: together they serve only "
             "where every thread reads the memory beside it (numactl, --numa distribute)."),
         {{"bandwidth", rateText(*host.bandwidth)},
          {"sockets", std::to_string(host.sockets)},
          {"each", rateText(*host.bandwidth / host.sockets)}}});
}

void addVectorWidth(std::vector<Finding>& findings, const ModelOnMachine& fit)
{
    // With accelerators prompts are theirs.
    if (!fit.hardware.accelerators.empty() || fit.machine.cpus.empty() || fit.hardware.host.avx512) {
        return;
    }
    findings.push_back(
        {"no-avx512",
         Severity::Note,
         RIGWRIGHT_TEXT("Finding", "{cpu} runs the model without AVX-512: prompts are slower."),
         {{"cpu", fit.hardware.host.name}}});
}

/// Cores that keep so many accelerators busy: for serving, vLLM's guide ("Optimization and tuning", CPU resources) asks for one
/// each and two more; training reads and prepares data beside, with four workers each in PyTorch's examples.
int coresWanted(const ModelOnMachine& fit)
{
    const int devices = fit.hardware.deviceCount();
    if (trains(fit)) {
        return 4 * devices;
    }
    return workloadOf(fit).engine == Engine::LlamaCpp ? 0 : devices + 2;
}

void addCores(std::vector<Finding>& findings, const ModelOnMachine& fit)
{
    const int cores = fit.hardware.host.cores;
    const int wanted = coresWanted(fit);
    if (fit.hardware.accelerators.empty() || cores <= 0 || cores >= wanted) {
        return;
    }
    findings.push_back(
        {"cpu-cores",
         Severity::Warning,
         RIGWRIGHT_TEXT("Finding",
                        "{cpu} has {cores} cores for {devices} accelerators, which want {wanted}: it may "
                        "not keep them busy."),
         {{"cpu", fit.hardware.host.name},
          {"cores", std::to_string(cores)},
          {"devices", std::to_string(fit.hardware.deviceCount())},
          {"wanted", std::to_string(wanted)}}});
}

/// Where the engine's own work takes most of a step, a faster accelerator changes little.
void addOverhead(std::vector<Finding>& findings, const ModelOnMachine& fit)
{
    if (!fit.speed || fit.hardware.accelerators.empty() || fit.machine.cpus.empty() || trains(fit) ||
        fit.speed->bound != Bound::EngineOverhead) {
        return;
    }
    const StepTime& step = fit.speed->decodeStep;
    findings.push_back(
        {"cpu-bound",
         Severity::Note,
         RIGWRIGHT_TEXT("Finding",
                        "The engine's own work on {cpu} takes {share} % of a step: cores with a higher clock "
                        "help more than a faster accelerator."),
         {{"cpu", fit.hardware.host.name},
          {"share", formatFixed(100 * step.overhead.value() / step.total().value(), 0)}}});
}

/// Checkpoints, data and what is moved out of the accelerators' memory pass through RAM.
void addTrainingMemory(std::vector<Finding>& findings, const ModelOnMachine& fit)
{
    Bytes onCards;
    for (const AcceleratorGroup& group : fit.hardware.accelerators) {
        const bool unified = group.accelerator.mounting == Mounting::Integrated;
        onCards += unified ? Bytes() : group.accelerator.memory * group.count;
    }
    const auto memory = hardwareOf(fit.machine).host.memory;
    if (!trains(fit) || !memory || onCards <= Bytes() || *memory >= onCards * 2) {
        return;
    }
    findings.push_back(
        {"memory-below-training",
         Severity::Note,
         RIGWRIGHT_TEXT("Finding",
                        "{memory} of RAM for {cards} of accelerators' memory: guides to training ask for "
                        "twice that; this work needs {need} at its peak."),
         {{"memory", formatMemory(*memory)},
          {"cards", formatMemory(onCards)},
          {"need", formatMemory(fit.plan.hostDemand.peak)}}});
}

/// NVMe of PCIe 3.0 reads 3.5 GB/s, SATA 0.55.
void addLoading(std::vector<Finding>& findings, const ModelOnMachine& fit)
{
    constexpr Seconds kLong(60);
    if (trains(fit) || !fit.hardware.storageRead) {
        return;
    }
    const LoadingEstimate loading =
        estimateLoading(fit.question.model, workloadOf(fit), fit.hardware, fit.plan);
    if (!loading.cold || !loading.coldTime || loading.coldTime->bound() != LoadingBound::Storage ||
        loading.cold->mid < kLong) {
        return;
    }
    findings.push_back(
        {"slow-loading",
         Severity::Note,
         RIGWRIGHT_TEXT("Finding", "Starting the model takes about {seconds} s: the drive reads {rate}."),
         {{"seconds", formatFixed(loading.cold->mid.value(), 0)},
          {"rate", rateText(*fit.hardware.storageRead)}}});
}

} // namespace

std::vector<Finding> fitFindings(const ModelOnMachine& fit)
{
    std::vector<Finding> findings = precisionFindings(fit);
    addNarrowLink(findings, fit);
    addLinkFinding(findings, fit);
    addHostBandwidth(findings, fit);
    addSockets(findings, fit);
    addVectorWidth(findings, fit);
    addCores(findings, fit);
    addOverhead(findings, fit);
    addTrainingMemory(findings, fit);
    addLoading(findings, fit);
    return findings;
}

} // namespace rigwright
