// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/benchmark.h"
#include "advice/launch/shell_command.h"
#include "builds/hardware.h"
#include "units/format.h"

#include <cmath>

// What is set and looked at on the accelerators, and what shows that the engine runs. Options of amd-smi: ROCm/amdsmi,
// docs/how-to/amdsmi-cli-tool.md (at 03db1d51), which replaces rocm-smi.
namespace rigwright {

namespace {

bool hasDiscreteCards(const Hardware& hardware)
{
    for (const AcceleratorGroup& group : hardware.accelerators) {
        if (group.accelerator.mounting != Mounting::Integrated) {
            return true;
        }
    }
    return false;
}

/// The command that holds every accelerator to so many watts; empty: unknown for this maker.
std::string capCommand(std::optional<AcceleratorVendor> vendor, const std::string& watts)
{
    if (vendor == AcceleratorVendor::Nvidia) {
        return "sudo nvidia-smi --power-limit=" + watts;
    }
    if (vendor == AcceleratorVendor::Amd) {
        return "sudo amd-smi set --power-cap " + watts;
    }
    return {};
}

void addPower(LaunchSheet& sheet, const LaunchQuestion& question)
{
    const std::optional<AcceleratorVendor> vendor = vendorOf(question.build.hardware);
    if (vendor == AcceleratorVendor::Nvidia && hasDiscreteCards(question.build.hardware)) {
        sheet.checklist.push_back({"persistence",
                                   RIGWRIGHT_TEXT("Launch",
                                                  "The driver stays loaded while nothing runs, so that "
                                                  "starts are quick and settings are kept."),
                                   {},
                                   "sudo nvidia-smi --persistence-mode=1"});
    }
    if (question.build.build.powerCap) {
        const std::string watts = formatFixed(std::round(question.build.build.powerCap->value()), 0);
        sheet.checklist.push_back(
            {"power-cap",
             RIGWRIGHT_TEXT("Launch",
                            "Every accelerator is held to {watts} W, anew after each start of the system."),
             {{"watts", watts}},
             capCommand(vendor, watts)});
    }
}

void addTopology(LaunchSheet& sheet, const LaunchQuestion& question)
{
    if (question.devices() < 2) {
        return;
    }
    const std::optional<AcceleratorVendor> vendor = vendorOf(question.build.hardware);
    const bool linked = question.build.hardware.accelerators.front().accelerator.linkMaxDevices > 1;
    const std::string command = vendor == AcceleratorVendor::Nvidia ? "nvidia-smi topo --matrix"
        : vendor == AcceleratorVendor::Amd                          ? "amd-smi topology"
                                                                    : "";
    sheet.checklist.push_back(
        {"topology",
         linked
             ? RIGWRIGHT_TEXT(
                   "Launch", "The accelerators reach each other over their direct links, not only over PCIe.")
             : RIGWRIGHT_TEXT(
                   "Launch",
                   "The accelerators reach each other over PCIe; the fewer bridges and sockets lie between "
                   "them, the better."),
         {},
         command});
}

/// Linux lets a GPU have half of the RAM unless it is told otherwise (amdgpu's gttsize and ttm's pages_limit, in pages of
/// 4 KiB).
void addSharedMemory(LaunchSheet& sheet, const LaunchQuestion& question)
{
    constexpr std::int64_t kPage = 4096;
    for (const AcceleratorGroup& group : question.build.hardware.accelerators) {
        const Accelerator& accelerator = group.accelerator;
        if (accelerator.vendor != AcceleratorVendor::Amd || accelerator.mounting != Mounting::Integrated) {
            continue;
        }
        const Bytes usable = usableMemory(accelerator);
        sheet.checklist.push_back(
            {"gpu-memory",
             RIGWRIGHT_TEXT(
                 "Launch",
                 "The GPU may use {memory} of the RAM: the kernel starts with ttm.pages_limit={pages} "
                 "ttm.page_pool_size={pages}."),
             {{"memory", formatMemory(usable)}, {"pages", std::to_string(usable.value() / kPage)}},
             "cat /sys/module/ttm/parameters/pages_limit"});
    }
}

} // namespace

std::optional<AcceleratorVendor> vendorOf(const Hardware& hardware)
{
    if (hardware.accelerators.empty()) {
        return std::nullopt;
    }
    const AcceleratorVendor first = hardware.accelerators.front().accelerator.vendor;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        if (group.accelerator.vendor != first) {
            return std::nullopt;
        }
    }
    return first;
}

void addDeviceSteps(LaunchSheet& sheet, const LaunchQuestion& question)
{
    addSharedMemory(sheet, question);
    addPower(sheet, question);
    addTopology(sheet, question);
}

void addChecks(LaunchSheet& sheet, const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    const bool serves = !isTraining(workload.kind) && workload.engine != Engine::Transformers &&
        !(workload.engine == Engine::LlamaCpp && workload.kind == WorkloadKind::Batch);
    if (serves && !sheet.texts.empty()) {
        sheet.checklist.push_back({"health",
                                   RIGWRIGHT_TEXT("Launch", "The started server says that it is well."),
                                   {},
                                   "curl --fail " +
                                       shellWord("http://" + question.listen + ":" +
                                                 std::to_string(portOf(workload.engine)) + "/health")});
    }
    const std::string benchmark = benchmarksOf(question).decode;
    if (!benchmark.empty() && !sheet.texts.empty()) {
        sheet.checklist.push_back(
            {"measure",
             RIGWRIGHT_TEXT("Launch", "The speed is measured as the acceptance sheet asks for."),
             {},
             benchmark});
    }
}

} // namespace rigwright
