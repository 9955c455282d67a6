// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/acceptance/acceptance_checks.h"
#include "builds/slot_plan.h"
#include "sizing/engines/serving_step.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

std::string inventoryCommand(AcceleratorVendor vendor)
{
    switch (vendor) {
    case AcceleratorVendor::Nvidia:
        return "nvidia-smi --query-gpu=index,name,memory.total,serial,vbios_version --format=csv";
    case AcceleratorVendor::Amd: return "amd-smi static --asic --vram";
    case AcceleratorVendor::Intel: return "xpu-smi discovery";
    case AcceleratorVendor::Apple: return "system_profiler SPHardwareDataType SPDisplaysDataType";
    case AcceleratorVendor::Other: return {};
    }
    return {};
}

void addInventory(AcceptanceChecks& checks, const LaunchQuestion& question)
{
    for (const AcceleratorGroup& group : question.build.hardware.accelerators) {
        const Accelerator& accelerator = group.accelerator;
        const Bytes visible = visibleMemory(accelerator);
        std::vector<std::pair<std::string, std::string>> evidence{
            {"count", std::to_string(group.count)},
            {"name", accelerator.info.name},
            {"memory", formatMemory(accelerator.memory)}};
        const bool shows = visible < accelerator.memory && accelerator.mounting != Mounting::Integrated;
        if (shows) {
            evidence.emplace_back("visible", formatMemory(visible));
        }
        checks.push_back(
            {"accelerators", RIGWRIGHT_TEXT("Acceptance", "Accelerators and their memory"),
             shows ? RIGWRIGHT_TEXT("Acceptance",
                                    "{count} × {name} with {memory} each, of which the driver shows about "
                                    "{visible}")
                   : RIGWRIGHT_TEXT("Acceptance", "{count} × {name} with {memory} each"),
             std::move(evidence), inventoryCommand(accelerator.vendor)});
    }
}

/// Wider or newer than so is no fault; idle cards drop to a slower link, so that the command asks for the most as well.
std::string linkCommand(std::optional<AcceleratorVendor> vendor)
{
    if (vendor == AcceleratorVendor::Nvidia) {
        return "nvidia-smi "
               "--query-gpu=index,name,pcie.link.gen.max,pcie.link.width.max,pcie.link.gen.current,"
               "pcie.link.width.current --format=csv";
    }
    if (vendor == AcceleratorVendor::Amd) {
        return "amd-smi static --bus";
    }
    // PCI classes of displays, 3D controllers and processing accelerators.
    return "for class in 0300 0302 0380 1200; do sudo lspci -vv -d \"::$class\"; done | "
           "grep --extended-regexp '^[0-9a-f]|LnkCap:|LnkSta:'";
}

void addLinks(AcceptanceChecks& checks, const LaunchQuestion& question)
{
    const SlotPlan plan = planSlots(question.machine);
    std::vector<CardLink> cards = plan.cards;
    std::ranges::sort(cards, {}, &CardLink::slot);
    for (const CardLink& link : cards) {
        if (!link.cardKnown || link.generation <= 0 || link.lanes <= 0) {
            continue;
        }
        checks.push_back(
            {"link-width",
             RIGWRIGHT_TEXT("Acceptance", "Link of a card as seated"),
             RIGWRIGHT_TEXT("Acceptance", "{name} in slot {slot} of the board: {link}, under load"),
             {{"name", link.card->info.name},
              {"slot", std::to_string(link.slot)},
              {"link", linkName(link.generation, link.lanes)}},
             linkCommand(vendorOf(question.build.hardware))});
    }
}

void addDirectLinks(AcceptanceChecks& checks, const LaunchQuestion& question)
{
    for (const AcceleratorGroup& group : question.build.hardware.accelerators) {
        const Accelerator& accelerator = group.accelerator;
        if (group.count < 2 || !accelerator.linkBandwidth || group.count > accelerator.linkMaxDevices) {
            continue;
        }
        const std::string command = accelerator.vendor == AcceleratorVendor::Nvidia
            ? "nvidia-smi nvlink --status"
            : accelerator.vendor == AcceleratorVendor::Amd ? "amd-smi xgmi"
                                                           : "";
        checks.push_back(
            {"direct-links",
             RIGWRIGHT_TEXT("Acceptance", "Direct links between accelerators"),
             RIGWRIGHT_TEXT("Acceptance",
                            "all links of all {count} {name} are up: {bandwidth} GB/s for each by the data "
                            "sheet, both directions together"),
             {{"count", std::to_string(group.count)},
              {"name", accelerator.info.name},
              {"bandwidth", formatFixed(accelerator.linkBandwidth->inGb(), 0)}},
             command});
    }
}

void addPowerLimit(AcceptanceChecks& checks, const LaunchQuestion& question)
{
    const std::optional<AcceleratorVendor> vendor = vendorOf(question.build.hardware);
    if (!question.build.build.powerCap || question.isOnHost()) {
        return;
    }
    checks.push_back({"power-cap",
                      RIGWRIGHT_TEXT("Acceptance", "Power limit of the accelerators"),
                      RIGWRIGHT_TEXT("Acceptance", "{watts} W, also after a restart"),
                      {{"watts", formatFixed(std::round(question.build.build.powerCap->value()), 0)}},
                      vendor == AcceleratorVendor::Nvidia
                          ? "nvidia-smi --query-gpu=index,power.limit --format=csv"
                          : vendor == AcceleratorVendor::Amd ? "amd-smi static --limit"
                                                             : ""});
}

void addTemperature(AcceptanceChecks& checks, const LaunchQuestion& question)
{
    const std::optional<AcceleratorVendor> vendor = vendorOf(question.build.hardware);
    const std::string command = vendor == AcceleratorVendor::Nvidia
        ? "nvidia-smi "
          "--query-gpu=index,temperature.gpu,clocks.sm,clocks_event_reasons.sw_thermal_slowdown,"
          "clocks_event_reasons.hw_thermal_slowdown --format=csv --loop=5"
        : vendor == AcceleratorVendor::Amd ? "amd-smi monitor --temperature --gfx --watch 5"
                                           : "";
    if (command.empty()) {
        return;
    }
    checks.push_back(
        {"temperature",
         RIGWRIGHT_TEXT("Acceptance", "Cooling of the accelerators"),
         RIGWRIGHT_TEXT("Acceptance", "no slow-down for heat in an hour under full load, case closed"),
         {},
         command});
}

} // namespace

void addDeviceChecks(AcceptanceChecks& checks, const LaunchQuestion& question)
{
    addInventory(checks, question);
    addLinks(checks, question);
    addDirectLinks(checks, question);
    addPowerLimit(checks, question);
    addTemperature(checks, question);
}

} // namespace rigwright
