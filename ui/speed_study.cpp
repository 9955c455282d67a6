// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/speed_study.h"

#include "sizing/plan.h"
#include "ui/model_shelf.h"

#include <algorithm>

namespace rigwright {

namespace {

TimeBar barOf(TimeBar::What what, const StepTime& time)
{
    TimeBar bar;
    bar.what = what;
    for (const TimePart& part : {TimePart{TimeKind::DeviceMemory, time.deviceMemory},
                                 {TimeKind::HostMemory, time.hostMemory},
                                 {TimeKind::Compute, time.compute},
                                 {TimeKind::Interconnect, time.interconnect},
                                 {TimeKind::Overhead, time.overhead}}) {
        if (part.time > Seconds()) {
            bar.parts.push_back(part);
        }
    }
    return bar;
}

TimeBar barOf(const TrainingParts& parts)
{
    TimeBar bar;
    bar.what = TimeBar::What::TrainingStep;
    for (const TimePart& part : {TimePart{TimeKind::Compute, parts.compute},
                                 {TimeKind::DeviceMemory, parts.memoryTraffic},
                                 {TimeKind::Optimizer, parts.optimizer},
                                 {TimeKind::Interconnect, parts.modelParallel},
                                 {TimeKind::GradientSync, parts.gradientSync},
                                 {TimeKind::PipelineBubble, parts.pipelineBubble},
                                 {TimeKind::HostMemory, parts.offload},
                                 {TimeKind::Storage, parts.dataLoading + parts.checkpoints},
                                 {TimeKind::Overhead, parts.launches}}) {
        if (part.time > Seconds()) {
            bar.parts.push_back(part);
        }
    }
    return bar;
}

/// What the studies of one answer share.
struct AskedSpeed {
    const QuantizedModel& model;
    const Workload& workload;
    const Hardware& hardware;
    PlacementRequest held; ///< laid out as for what was asked
    const CalibrationTable& constants;
};

std::optional<SpeedEstimate> speedOf(const AskedSpeed& asked, const Workload& workload)
{
    const MemoryPlan plan = planMemory(asked.model, workload, asked.hardware, asked.held);
    if (!plan.fits) {
        return std::nullopt;
    }
    const Expected<SpeedEstimate> speed =
        estimateSpeed(asked.model, workload, asked.hardware, plan, asked.constants);
    return speed ? std::optional(*speed) : std::nullopt;
}

std::vector<SpeedAt> speedOverContext(const AskedSpeed& asked)
{
    constexpr std::int64_t kFrom = 128;
    std::vector<SpeedAt> points;
    Workload one = asked.workload;
    one.kind = WorkloadKind::Chat;
    one.concurrency = 1;
    one.requestRate.reset();
    one.outputTokens = 1;
    const std::int64_t last = one.context - one.outputTokens;
    for (std::int64_t prompt = std::min(kFrom, last);; prompt = std::min(prompt * 2, last)) {
        one.promptTokens = std::max<std::int64_t>(prompt, 1);
        if (const auto speed = speedOf(asked, one)) {
            // The last prompt fills the context but for the first token of the answer.
            points.push_back({prompt >= last ? one.context : one.promptTokens, *speed});
        }
        if (prompt >= last) {
            return points;
        }
    }
}

/// The curve goes not much further than what was asked for.
int mostUsersShown(const Workload& workload)
{
    constexpr int kAtLeastTo = 64;
    constexpr int kTimes = 4;
    return std::min(kMostUsersTried, std::max(kAtLeastTo, kTimes * workload.concurrency));
}

std::vector<TrainingAt> trainingOverDevices(const QuantizedModel& model, const Workload& workload,
                                            const Hardware& hardware)
{
    std::vector<TrainingAt> points;
    if (hardware.accelerators.size() != 1) {
        return points;
    }
    constexpr int kAtLeastTo = 16;
    constexpr int kTimes = 4;
    Hardware tried = hardware;
    tried.host.memory.reset(); // more devices are another machine, with RAM of its own
    int& count = tried.accelerators.front().count;
    const int last = std::max(kAtLeastTo, kTimes * count);
    for (count = 1; count <= last; count *= 2) {
        const MemoryPlan plan = planMemory(model, workload, tried);
        if (!plan.fits) {
            continue;
        }
        if (const auto training = estimateTraining(model, workload, tried, plan)) {
            points.push_back({count, *training});
        }
    }
    return points;
}

void studyTraining(SpeedStudy& study, const QuantizedModel& model, const Hardware& hardware,
                   const MemoryPlan& plan)
{
    const Workload& workload = study.requirement.workload;
    const Expected<TrainingEstimate> training = estimateTraining(model, workload, hardware, plan);
    if (!training) {
        study.unknown = training.error().message;
        return;
    }
    study.training = *training;
    study.speed = asSpeed(*training);
    study.bars = {barOf(training->parts)};
    study.overDevices = trainingOverDevices(model, workload, hardware);
}

} // namespace

Seconds TimeBar::total() const
{
    Seconds sum;
    for (const TimePart& part : parts) {
        sum += part.time;
    }
    return sum;
}

std::optional<SpeedStudy> studySpeed(ModelShelf& shelf, const Requirement& requirement,
                                     const Hardware& hardware, const CalibrationTable& constants)
{
    const auto model = shelf.weigh(requirement.model, requirement.workload);
    if (model == nullptr) {
        return std::nullopt;
    }
    SpeedStudy study;
    study.requirement = requirement;
    const Workload& workload = requirement.workload;
    const MemoryPlan plan = planMemory(*model, workload, hardware);
    if (isTraining(workload.kind)) {
        studyTraining(study, *model, hardware, plan);
        return study;
    }
    const Expected<SpeedEstimate> speed = estimateSpeed(*model, workload, hardware, plan, constants);
    if (!speed) {
        study.unknown = speed.error().message;
        return study;
    }
    study.speed = *speed;
    study.bars = {barOf(TimeBar::What::Token, speed->decodeStep),
                  barOf(TimeBar::What::Prompt, speed->prompt)};
    study.loading = estimateLoading(*model, workload, hardware, plan);
    study.energy = estimateEnergy(hardware, *speed);
    const AskedSpeed asked{*model, workload, hardware, requestFor(plan.placement, workload.engine),
                           constants};
    study.overContext = speedOverContext(asked);
    study.traffic = studyTraffic(*model, workload, hardware, asked.held, mostUsersShown(workload), constants);
    return study;
}

} // namespace rigwright
