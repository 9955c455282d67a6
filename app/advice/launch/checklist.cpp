// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/benchmark.h"
#include "advice/launch/driver_step.h"
#include "advice/launch/serving_parts.h"
#include "builds/hardware.h"
#include "units/format.h"

#include <cmath>

namespace rigwright {

namespace {

std::string gigabytes(Bytes amount)
{
    return formatFixed(std::ceil(amount.inGb()), 0) + " GB";
}

/// What lies on the drive: the checkpoint as it is published, with what it carries beside the text model.
Bytes modelFiles(const LaunchQuestion& question)
{
    const QuantizedModel& model = question.model;
    if (isGguf(question.workload().weights)) {
        return model.total();
    }
    if (servedCheckpoint(question).convertsOnLoad) {
        constexpr std::int64_t kSixteenBits = 2;
        return Bytes(kSixteenBits * model.parameters) + model.mtp + model.towers;
    }
    return model.total() + model.mtp + model.towers;
}

void addStorage(LaunchSheet& sheet, const LaunchQuestion& question)
{
    sheet.checklist.push_back(
        {"disk-space",
         RIGWRIGHT_TEXT("Launch", "{size} are free where the model's files are to lie."),
         {{"size", gigabytes(modelFiles(question))}},
         "df -h ."}); // macOS knows the short option alone
}

bool computesOnHost(const LaunchQuestion& question)
{
    return question.isOnHost() ||
        (question.workload().engine == Engine::LlamaCpp &&
         usesHost(question.model, question.build.hardware, question.build.plan));
}

void addMemory(LaunchSheet& sheet, const LaunchQuestion& question)
{
    const MemoryPlan& plan = question.build.plan;
    if (plan.hostDemand.peak > Bytes() && question.build.hardware.host.memory) {
        sheet.checklist.push_back({"ram",
                                   RIGWRIGHT_TEXT("Launch", "{need} of RAM are free while the model loads."),
                                   {{"need", formatMemory(plan.hostDemand.peak)}},
                                   "free --human"});
    }
    if (!computesOnHost(question)) {
        return;
    }
    const std::string weights = formatMemory(plan.memory.host.used.weights);
    sheet.checklist.push_back(
        {"swap",
         RIGWRIGHT_TEXT(
             "Launch",
             "{weights} of weights are read from RAM at every token: nothing of them may be swapped out."),
         {{"weights", weights}},
         "swapon --show"});
    sheet.checklist.push_back(
        {"memlock",
         RIGWRIGHT_TEXT(
             "Launch",
             "Where other programs compete for RAM, --load-mode mlock (before July 2026: --mlock) keeps "
             "the weights there; that needs an unlimited memlock limit."),
         {},
         "ulimit -l"});
    sheet.checklist.push_back(
        question.workload().memoryMap
            ? LaunchStep{"huge-pages",
                         RIGWRIGHT_TEXT(
                             "Launch",
                             "Huge pages don't apply to a mapped file. With --load-mode none (before July "
                             "2026: --no-mmap) the weights lie in memory for which transparent huge pages "
                             "can be set to always."),
                         {},
                         "cat /sys/kernel/mm/transparent_hugepage/enabled"}
            : LaunchStep{"huge-pages",
                         RIGWRIGHT_TEXT("Launch", "Transparent huge pages are on for the weights in RAM."),
                         {},
                         "echo always | sudo tee /sys/kernel/mm/transparent_hugepage/enabled"});
}

void addSockets(LaunchSheet& sheet, const LaunchQuestion& question)
{
    const int sockets = question.build.hardware.host.sockets;
    if (sockets < 2) {
        return;
    }
    const std::vector<std::pair<std::string, std::string>> evidence{{"sockets", std::to_string(sockets)}};
    if (computesOnHost(question)) {
        sheet.checklist.push_back(
            {"numa",
             RIGWRIGHT_TEXT(
                 "Launch",
                 "{sockets} sockets: automatic NUMA balancing is off, and the page cache is dropped before "
                 "the first start with --numa, so that each socket reads the memory beside it."),
             evidence,
             "echo 0 | sudo tee /proc/sys/kernel/numa_balancing && sync && echo 3 | sudo tee "
             "/proc/sys/vm/drop_caches"});
        return;
    }
    sheet.checklist.push_back(
        {"numa",
         RIGWRIGHT_TEXT(
             "Launch",
             "{sockets} sockets: processes run on the socket that their accelerator hangs on (numactl "
             "--cpunodebind, --membind)."),
         evidence, "numactl --hardware"});
}

} // namespace

void addLaunchChecklist(LaunchSheet& sheet, const LaunchQuestion& question)
{
    for (LaunchStep& step : driverSteps(question.build.hardware)) {
        sheet.checklist.push_back(std::move(step));
    }
    addStorage(sheet, question);
    addMemory(sheet, question);
    addSockets(sheet, question);
    addDeviceSteps(sheet, question);
}

} // namespace rigwright
