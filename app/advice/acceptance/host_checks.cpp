// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/acceptance/acceptance_checks.h"
#include "builds/memory_layout.h"
#include "units/format.h"

namespace rigwright {

namespace {

constexpr const char* kModulesCommand = "sudo dmidecode --type memory";

void addProcessors(AcceptanceChecks& checks, const LaunchQuestion& question)
{
    for (const Used<Cpu>& cpu : question.machine.cpus) {
        checks.push_back(
            {"processors",
             RIGWRIGHT_TEXT("Acceptance", "Processors"),
             RIGWRIGHT_TEXT("Acceptance", "{count} × {name} with {cores} cores and {threads} threads each"),
             {{"count", std::to_string(cpu.quantity)},
              {"name", cpu.part->info.name},
              {"cores", std::to_string(cpu.part->cores)},
              {"threads", std::to_string(cpu.part->threads)}},
             "lscpu"});
    }
    if (question.machine.system != nullptr && !question.machine.system->cpu.empty()) {
        checks.push_back({"processors",
                          RIGWRIGHT_TEXT("Acceptance", "Processors"),
                          RIGWRIGHT_TEXT("Acceptance", "{name}"),
                          {{"name", question.machine.system->cpu}},
                          question.machine.system->unifiedMemory &&
                                  vendorOf(question.build.hardware) == AcceleratorVendor::Apple
                              ? "sysctl machdep.cpu.brand_string hw.physicalcpu"
                              : "lscpu"});
    }
}

void addModules(AcceptanceChecks& checks, const Machine& machine)
{
    for (const Used<MemoryKit>& kit : machine.memory) {
        checks.push_back({"memory-modules",
                          RIGWRIGHT_TEXT("Acceptance", "Memory modules"),
                          RIGWRIGHT_TEXT("Acceptance", "{count} × {size} {type} {module} of the kit {name}"),
                          {{"count", std::to_string(kit.quantity * kit.part->modules)},
                           {"size", formatMemory(kit.part->moduleCapacity)},
                           {"type", kit.part->memoryType},
                           {"module", kit.part->moduleType},
                           {"name", kit.part->info.name}},
                          kModulesCommand});
    }
}

void addPopulation(AcceptanceChecks& checks, const MemoryLayout& layout)
{
    checks.push_back({"memory-size",
                      RIGWRIGHT_TEXT("Acceptance", "Memory"),
                      RIGWRIGHT_TEXT("Acceptance", "{memory}, of which the system shows some less"),
                      {{"memory", formatMemory(layout.capacity)}},
                      "free --human"});
    if (layout.channels > 0 && layout.populatedChannels > 0) {
        checks.push_back(
            {"memory-population",
             RIGWRIGHT_TEXT("Acceptance", "Memory channels in use"),
             RIGWRIGHT_TEXT("Acceptance",
                            "modules on {populated} of {channels} channels, at most {each} on each; in the "
                            "slots that the board's manual names"),
             {{"populated", std::to_string(layout.populatedChannels)},
              {"channels", std::to_string(layout.channels)},
              {"each", std::to_string(layout.modulesPerChannel)}},
             kModulesCommand});
    }
    if (!layout.speed) {
        return;
    }
    const bool slower = layout.ratedSpeed && *layout.ratedSpeed > *layout.speed;
    std::vector<std::pair<std::string, std::string>> evidence{{"speed", std::to_string(*layout.speed)}};
    if (slower) {
        evidence.emplace_back("single", std::to_string(*layout.ratedSpeed));
    }
    checks.push_back(
        {"memory-speed", RIGWRIGHT_TEXT("Acceptance", "Memory speed"),
         slower ? RIGWRIGHT_TEXT("Acceptance",
                                 "{speed} MT/s configured, with several modules on a channel; with one it "
                                 "would be {single}")
                : RIGWRIGHT_TEXT("Acceptance", "{speed} MT/s configured"),
         std::move(evidence), kModulesCommand});
}

bool hasEccModules(const Machine& machine)
{
    bool all = !machine.memory.empty();
    for (const Used<MemoryKit>& kit : machine.memory) {
        const std::string& type = kit.part->moduleType;
        const bool ecc =
            type.find("ECC") != std::string::npos || type == "RDIMM" || type == "LRDIMM" || type == "MRDIMM";
        all = all && ecc;
    }
    return all;
}

/// Where modules, board and processors are all known to correct errors, or where it was asked for.
void addEcc(AcceptanceChecks& checks, const LaunchQuestion& question)
{
    const Machine& machine = question.machine;
    bool known = hasEccModules(machine) && machine.board != nullptr && machine.board->ecc.value_or(false);
    for (const Used<Cpu>& cpu : machine.cpus) {
        known = known && cpu.part->ecc.value_or(false);
    }
    if (!known && !question.requirement.requireEcc) {
        return;
    }
    checks.push_back({"memory-ecc",
                      RIGWRIGHT_TEXT("Acceptance", "Memory corrects errors"),
                      RIGWRIGHT_TEXT("Acceptance", "the error correction type is not \"None\""),
                      {},
                      "sudo dmidecode --type 16"});
}

void addDrives(AcceptanceChecks& checks, const Machine& machine)
{
    for (const Used<Drive>& drive : machine.drives) {
        const std::vector<std::pair<std::string, std::string>> which{
            {"count", std::to_string(drive.quantity)},
            {"name", drive.part->info.name},
            {"size", formatFixed(drive.part->capacity.inGb(), 0) + " GB"}};
        checks.push_back({"drives", RIGWRIGHT_TEXT("Acceptance", "Drives"),
                          RIGWRIGHT_TEXT("Acceptance", "{count} × {name} with {size} each"), which,
                          "lsblk --nodeps --output NAME,MODEL,SERIAL,SIZE,TRAN"});
        if (!drive.part->sequentialRead) {
            continue;
        }
        checks.push_back(
            {"drive-speed",
             RIGWRIGHT_TEXT("Acceptance", "Reading from a drive"),
             RIGWRIGHT_TEXT("Acceptance", "{name}: {rate} GB/s sequential by the data sheet"),
             {{"name", drive.part->info.name}, {"rate", formatFixed(drive.part->sequentialRead->inGb(), 2)}},
             "sudo fio --name=read --filename='/dev/<DRIVE>' --readonly --rw=read --bs=1M --iodepth=32 "
             "--ioengine=libaio --direct=1 --runtime=30 --time_based"});
    }
}

} // namespace

void addHostChecks(AcceptanceChecks& checks, const LaunchQuestion& question)
{
    addProcessors(checks, question);
    if (!question.machine.memory.empty()) {
        addModules(checks, question.machine);
        addPopulation(checks, layOutMemory(question.machine));
    } else if (question.machine.system != nullptr && question.machine.system->memory &&
               !question.machine.system->unifiedMemory) {
        checks.push_back({"memory-size",
                          RIGWRIGHT_TEXT("Acceptance", "Memory"),
                          RIGWRIGHT_TEXT("Acceptance", "{memory}, of which the system shows some less"),
                          {{"memory", formatMemory(*question.machine.system->memory)}},
                          "free --human"});
    }
    addEcc(checks, question);
    addDrives(checks, question.machine);
}

} // namespace rigwright
