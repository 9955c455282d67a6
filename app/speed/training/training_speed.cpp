// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/training/training_speed.h"

#include "sizing/engines/engine_profile.h"
#include "sizing/training/training_plan.h"
#include "speed/training/training_step.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

/// A class that nobody measured stands further from its kin.
constexpr double kUnmeasuredSpread = 1.25;

Range<double> spread(const TrainingCalibration& constants, int measured)
{
    const double wider = measured > 0 ? 1 : kUnmeasuredSpread;
    return {constants.low / wider, 1, constants.high * wider};
}

int measuredDevices(const Hardware& hardware, const TrainingCalibration& constants)
{
    if (hardware.accelerators.empty()) {
        return 0;
    }
    const auto kind = trainingClass(hardware.accelerators.front().accelerator);
    return constants.devices[static_cast<std::size_t>(kind)];
}

Range<Seconds> over(double amount, const Range<TokensPerSecond>& rate)
{
    return {Seconds(amount / rate.high.value()), Seconds(amount / rate.mid.value()),
            Seconds(amount / rate.low.value())};
}

TrainingRun runOf(const TrainingEstimate& estimate, std::int64_t tokens, int devices)
{
    TrainingRun run;
    run.tokens = tokens;
    run.steps = (tokens + estimate.tokensPerStep - 1) / estimate.tokensPerStep;
    const double trained = static_cast<double>(run.steps) * static_cast<double>(estimate.tokensPerStep);
    run.time = over(trained, estimate.trained);
    const auto each = static_cast<double>(std::max(1, devices));
    run.deviceTime = {run.time.low * each, run.time.mid * each, run.time.high * each};
    return run;
}

} // namespace

Seconds TrainingParts::total() const
{
    Seconds sum;
    for (const TrainingPart& part : kTrainingParts) {
        sum += this->*part.time;
    }
    return sum;
}

Expected<TrainingEstimate> estimateTraining(const QuantizedModel& model, const Workload& workload,
                                            const Hardware& hardware, const MemoryPlan& plan,
                                            const TrainingCalibration& constants)
{
    const std::optional<TrainingRules> rules = engineProfile(workload.engine).trainingRules();
    if (!rules || !isTraining(workload.kind)) {
        return fail(std::string(engineLabel(workload.engine)) + " does not train");
    }
    Workload complete = workload;
    complete.training = resolveTraining(workload, *rules, hardware.deviceCount());
    const TrainingStep step(model, complete, hardware, plan, *rules, constants);
    if (auto known = step.checkFigures(); !known) {
        return tl::unexpected(known.error());
    }
    TrainingEstimate estimate;
    estimate.parts = step.time();
    estimate.binds = &*std::ranges::max_element(
        kTrainingParts, {}, [&](const TrainingPart& part) { return estimate.parts.*part.time; });
    estimate.tokensPerStep = step.tokensPerStep();
    estimate.microBatches = step.microBatches();
    estimate.measuredDevices = measuredDevices(hardware, constants);
    estimate.nodes = step.cluster().nodes;
    estimate.devicesPerNode = step.cluster().perNode;
    if (estimate.nodes > 1) {
        estimate.network = step.cluster().network;
    }
    estimate.workPerToken = modelWork(step.work(), trainsAdapters(workload.kind));
    const auto tokens = static_cast<double>(estimate.tokensPerStep);
    const double perSecond = tokens / estimate.parts.total().value();
    const double most = step.peak().value() / estimate.workPerToken.value();
    const Range<double> factors = spread(constants, estimate.measuredDevices);
    const auto rate = [&](double factor) { return TokensPerSecond(std::min(perSecond * factor, most)); };
    estimate.trained = {rate(factors.low), rate(factors.mid), rate(factors.high)};
    const auto share = [&](TokensPerSecond trained) { return trained.value() / most; };
    estimate.utilization = {share(estimate.trained.low), share(estimate.trained.mid),
                            share(estimate.trained.high)};
    estimate.step = over(tokens, estimate.trained);
    if (workload.training.tokenBudget) {
        estimate.run = runOf(estimate, *workload.training.tokenBudget, hardware.deviceCount());
    }
    return estimate;
}

SpeedEstimate asSpeed(const TrainingEstimate& training)
{
    SpeedEstimate speed;
    speed.prefill = speed.decode = speed.total = training.trained;
    speed.bound = training.binds->bound;
    speed.efficiency = training.utilization.mid;
    return speed;
}

std::vector<Finding> trainingFindings(const TrainingEstimate& estimate, const Workload& workload)
{
    std::vector<Finding> findings;
    if (estimate.nodes > 1) {
        findings.push_back(
            {"training-nodes",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "Timed as {nodes} machines of {devices} accelerators, each of which sends {network} "
                 "GB/s to other machines."),
             {{"nodes", std::to_string(estimate.nodes)},
              {"devices", std::to_string(estimate.devicesPerNode)},
              {"network", formatFixed(estimate.network->inGb(), 1)}}});
    }
    if (estimate.microBatches != workload.training.gradientAccumulation) {
        findings.push_back(
            {"training-micro-batches",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "Timed with {batches} micro-batches a step, eight for each stage of the pipeline."),
             {{"batches", std::to_string(estimate.microBatches)}}});
    }
    return findings;
}

} // namespace rigwright
