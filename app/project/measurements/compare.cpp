// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/measurements/compare.h"

#include "speed/estimate.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

tl::unexpected<MatchFailure> failure(MatchFailure::Needs needs, Finding finding)
{
    return tl::unexpected(MatchFailure{needs, std::move(finding), {}});
}

/// A run with everything that its estimate needs.
struct Placed {
    const BenchmarkRun& run;
    QuantizedModel model;
    Workload workload;
    Hardware hardware;
    MemoryPlan plan;
};

Workload workloadOf(const BenchmarkRun& run, WeightFormat weights)
{
    Workload workload;
    workload.engine = run.engine;
    workload.weights = weights;
    workload.keyCache = run.keyCache;
    workload.valueCache = run.valueCache;
    workload.flashAttention = run.flashAttention;
    workload.microBatch = run.microBatch;
    workload.concurrency = run.concurrency;
    workload.kind = run.engine == Engine::LlamaCpp ? WorkloadKind::Batch
        : run.concurrency > 1                      ? WorkloadKind::Serve
                                                   : WorkloadKind::Chat;
    workload.promptTokens = std::max<std::int64_t>(1, run.depth + run.promptTokens);
    workload.outputTokens = std::max<std::int64_t>(1, run.outputTokens);
    workload.context = workload.promptTokens + workload.outputTokens;
    return workload;
}

/// vLLM's latency and throughput benchmarks leave out how long prompts and answers are.
Matched<BenchmarkRun> completed(BenchmarkRun run, const MatchOptions& options)
{
    if (!run.latency && !run.requestsPerSecond) {
        return run;
    }
    if (!options.promptTokens || !options.outputTokens || (run.latency && !options.concurrency)) {
        return failure(MatchFailure::Needs::Tokens,
                       {"lengths-unknown",
                        Severity::Blocker,
                        RIGWRIGHT_TEXT("Finding",
                                       "The file does not say how long prompts and answers are, nor how many "
                                       "ran at once."),
                        {}});
    }
    run.promptTokens = *options.promptTokens;
    run.outputTokens = *options.outputTokens;
    run.concurrency = options.concurrency.value_or(run.concurrency);
    return run;
}

std::string partialReason(const BenchmarkRun& run, const QuantizedModel& model)
{
    const auto layers = static_cast<std::int64_t>(model.layers.size());
    const bool partial =
        run.deviceLayers && *run.deviceLayers > 0 && *run.deviceLayers < layers && !run.onHost;
    return partial ? RIGWRIGHT_TEXT("Measurements", "part of the model or its cache lay in RAM")
                   : std::string();
}

PlacementRequest placementOf(const BenchmarkRun& run, const QuantizedModel& model, const Hardware& hardware)
{
    PlacementRequest request;
    if (hardware.accelerators.empty()) {
        return request;
    }
    if (run.engine == Engine::LlamaCpp) {
        request.gpuLayers = static_cast<int>(model.layers.size());
        request.splitRows = run.splitRows;
    } else {
        request.tensorParallel = hardware.deviceCount();
    }
    return request;
}

/// Weights that take another size than the model in this precision are not the model in this precision.
Matched<void> checkSize(const BenchmarkRun& run, const QuantizedModel& model)
{
    constexpr double kTolerance = 0.12;
    const double ratio = run.modelSize ? *run.modelSize / model.total() : 1;
    if (ratio > 1 - kTolerance && ratio < 1 + kTolerance) {
        return {};
    }
    return failure(MatchFailure::Needs::Model,
                   {"model-size",
                    Severity::Blocker,
                    RIGWRIGHT_TEXT("Finding",
                                   "The weights that were run take {found}; {model} in {weights} takes "
                                   "{expected}."),
                    {{"found", formatMemory(*run.modelSize)},
                     {"model", model.architecture.facts.name},
                     {"weights", weightFormatLabel(model.format)},
                     {"expected", formatMemory(model.total())}}});
}

Matched<Placed> place(const Catalog& catalog, const BenchmarkRun& run, const MatchOptions& options)
{
    const auto facts = matchModel(catalog, run, options);
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    const auto weights = matchWeights(**facts, run, options);
    if (!weights) {
        return tl::unexpected(weights.error());
    }
    auto hardware = matchHardware(catalog, run, options);
    if (!hardware) {
        return tl::unexpected(hardware.error());
    }
    Workload workload = workloadOf(run, *weights);
    const auto sound = check(workload);
    auto model = quantizeFor(**facts, workload);
    if (!sound || !model) {
        return failure(MatchFailure::Needs::Weights,
                       {"run-impossible",
                        Severity::Blocker,
                        RIGWRIGHT_TEXT("Finding", "This can't have been run: {reason}."),
                        {{"reason", sound ? model.error().message : sound.error().message}}});
    }
    if (const auto sized = checkSize(run, *model); !sized) {
        return tl::unexpected(sized.error());
    }
    MemoryPlan plan = planMemory(*model, workload, *hardware, placementOf(run, *model, *hardware));
    return Placed{run, *std::move(model), workload, *std::move(hardware), std::move(plan)};
}

std::string nameOf(const Hardware& hardware)
{
    return hardware.accelerators.empty() ? hardware.host.name
                                         : hardware.accelerators.front().accelerator.info.name;
}

Expected<SpeedEstimate> estimateOf(const Placed& placed, const Workload& workload)
{
    return estimateSpeed(placed.model, workload, placed.hardware, placed.plan);
}

ComparedSpeed described(const Placed& placed, bool ofPrompt)
{
    const BenchmarkRun& run = placed.run;
    ComparedSpeed speed;
    speed.where = run.where;
    speed.modelName = placed.model.architecture.facts.name;
    speed.weights = placed.model.format;
    speed.ofPrompt = ofPrompt;
    speed.promptTokens = run.promptTokens;
    speed.outputTokens = run.outputTokens;
    speed.depth = run.depth;
    speed.concurrency = run.concurrency;
    return speed;
}

/// The rate of a prompt that follows others: what both take together, less what the others take.
TokensPerSecond promptRate(const Placed& placed, const SpeedEstimate& whole)
{
    const auto after = static_cast<double>(placed.run.depth);
    const auto tokens = static_cast<double>(placed.run.promptTokens);
    if (placed.run.depth == 0) {
        return whole.prefill.mid;
    }
    Workload before = placed.workload;
    before.promptTokens = placed.run.depth;
    const auto first = estimateOf(placed, before);
    const double time =
        (after + tokens) / whole.prefill.mid.value() - (first ? after / first->prefill.mid.value() : 0);
    return time > 0 ? TokensPerSecond(tokens / time) : whole.prefill.mid;
}

/// Requests together: their time, or how many a second, against the estimate's; as the speed of one user's answer.
ComparedSpeed together(const Placed& placed, const SpeedEstimate& estimate)
{
    const BenchmarkRun& run = placed.run;
    const auto output = static_cast<double>(run.outputTokens);
    ComparedSpeed speed = described(placed, false);
    if (run.latency) {
        const double expected =
            estimate.timeToFirstToken.mid.value() + (output - 1) * estimate.timePerOutputToken.mid.value();
        speed.measured = TokensPerSecond(output / run.latency->value());
        speed.estimated = TokensPerSecond(output / expected);
    } else {
        const double users = estimate.total.mid / estimate.decode.mid;
        speed.measured = TokensPerSecond(run.requestsPerSecond->value() * output / users);
        speed.estimated = estimate.decode.mid;
    }
    return speed;
}

std::vector<ComparedSpeed> speedsOf(const Placed& placed, const SpeedEstimate& estimate)
{
    const BenchmarkRun& run = placed.run;
    if (run.latency || run.requestsPerSecond) {
        return {together(placed, estimate)};
    }
    std::vector<ComparedSpeed> speeds;
    const auto add = [&](bool ofPrompt, TokensPerSecond measured, TokensPerSecond estimated) {
        ComparedSpeed speed = described(placed, ofPrompt);
        speed.measured = measured;
        speed.estimated = estimated;
        speeds.push_back(std::move(speed));
    };
    if (run.promptRate) {
        add(true, *run.promptRate, promptRate(placed, estimate));
    }
    if (run.outputRate) {
        add(false, *run.outputRate, estimate.decode.mid);
    }
    if (run.timePerOutputToken) {
        add(false, TokensPerSecond(1 / run.timePerOutputToken->value()),
            TokensPerSecond(1 / estimate.timePerOutputToken.mid.value()));
    }
    if (run.timeToFirstToken) {
        const auto prompt = static_cast<double>(run.promptTokens);
        add(true, TokensPerSecond(prompt / run.timeToFirstToken->value()),
            TokensPerSecond(prompt / estimate.timeToFirstToken.mid.value()));
    }
    return speeds;
}

/// The run as it stands in the file, though nothing is estimated for it.
std::vector<ComparedSpeed> leftOut(const Placed& placed, std::string reason)
{
    ComparedSpeed speed = described(placed, placed.run.promptTokens > 0 && placed.run.promptRate.has_value());
    speed.measured = placed.run.promptRate.value_or(placed.run.outputRate.value_or(TokensPerSecond()));
    speed.leftOut = std::move(reason);
    return {speed};
}

/// Memory that is clocked above its data sheet.
constexpr double kAboveSheet = 1.05;

Matched<void> checkLimits(const Placed& placed, const std::vector<ComparedSpeed>& speeds)
{
    const SpeedLimits limits = speedLimits(placed.model, placed.workload, placed.hardware, placed.plan);
    for (const ComparedSpeed& speed : speeds) {
        const auto& limit = speed.ofPrompt ? limits.prefill : limits.decode;
        if (!limit || speed.measured.value() <= limit->value() * kAboveSheet) {
            continue;
        }
        return failure(
            MatchFailure::Needs::Device,
            {"measurement-impossible",
             Severity::Blocker,
             speed.ofPrompt
                 ? RIGWRIGHT_TEXT("Finding",
                                  "{where}: {measured} tokens/s of a prompt are more than the {limit} that "
                                  "{device} can compute of {model} by its data sheet.")
                 : RIGWRIGHT_TEXT("Finding",
                                  "{where}: {measured} tokens/s are more than the {limit} that {device} can "
                                  "read of {model} by its data sheet."),
             {{"where", speed.where},
              {"measured", formatFixed(speed.measured.value(), 1)},
              {"limit", formatFixed(limit->value(), 1)},
              {"device", nameOf(placed.hardware)},
              {"model", speed.modelName + " " + weightFormatLabel(speed.weights)}}});
    }
    return {};
}

Matched<std::vector<ComparedSpeed>> comparedSpeeds(const Placed& placed)
{
    std::string reason = placed.run.leftOut;
    if (reason.empty()) {
        reason = partialReason(placed.run, placed.model);
    }
    if (!reason.empty()) {
        return leftOut(placed, std::move(reason));
    }
    if (!placed.plan.fits) {
        return leftOut(placed,
                       RIGWRIGHT_TEXT("Measurements", "by the program's count it does not fit the device"));
    }
    const auto estimate = estimateOf(placed, placed.workload);
    if (!estimate) {
        return failure(MatchFailure::Needs::Nothing,
                       {"speed-unknown",
                        Severity::Blocker,
                        RIGWRIGHT_TEXT("Finding", "The speed can't be estimated: {reason}."),
                        {{"reason", estimate.error().message}}});
    }
    std::vector<ComparedSpeed> speeds = speedsOf(placed, *estimate);
    if (const auto possible = checkLimits(placed, speeds); !possible) {
        return tl::unexpected(possible.error());
    }
    return speeds;
}

Comparison& comparisonFor(std::vector<Comparison>& comparisons, const Placed& placed)
{
    const bool onHost = placed.hardware.accelerators.empty();
    DeviceCorrection wanted;
    wanted.device =
        onHost ? placed.hardware.host.id : chipOf(placed.hardware.accelerators.front().accelerator);
    wanted.engine = placed.workload.engine;
    wanted.count = onHost ? placed.hardware.host.sockets : placed.hardware.deviceCount();
    for (Comparison& comparison : comparisons) {
        if (comparison.correction.device == wanted.device && comparison.correction.engine == wanted.engine &&
            comparison.correction.count == wanted.count) {
            return comparison;
        }
    }
    return comparisons.emplace_back(Comparison{nameOf(placed.hardware), std::move(wanted), {}});
}

void addModel(std::vector<ModelId>& models, const ModelId& model)
{
    if (std::ranges::find(models, model) == models.end()) {
        models.push_back(model);
    }
}

/// The median of measured over estimated, of prompts or of answers.
std::optional<double> factorOf(const std::vector<ComparedSpeed>& speeds, bool ofPrompt)
{
    std::vector<double> ratios;
    for (const ComparedSpeed& speed : speeds) {
        if (speed.leftOut.empty() && speed.ofPrompt == ofPrompt) {
            ratios.push_back(speed.measured / speed.estimated);
        }
    }
    if (ratios.empty()) {
        return std::nullopt;
    }
    std::ranges::sort(ratios);
    const std::size_t middle = ratios.size() / 2;
    return ratios.size() % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
}

/// An estimate is not off by more than that: another model, precision or device was measured, or something else ran too.
constexpr double kLeastFactor = 0.04;
constexpr double kMostFactor = 8;

Matched<void> finish(Comparison& comparison)
{
    DeviceCorrection& correction = comparison.correction;
    correction.decode = factorOf(comparison.speeds, false);
    correction.prefill = factorOf(comparison.speeds, true);
    correction.runs =
        static_cast<int>(std::ranges::count(comparison.speeds, std::string(), &ComparedSpeed::leftOut));
    for (const auto& factor : {correction.decode, correction.prefill}) {
        if (factor && (*factor < kLeastFactor || *factor > kMostFactor)) {
            return failure(
                MatchFailure::Needs::Device,
                {"measurement-implausible",
                 Severity::Blocker,
                 RIGWRIGHT_TEXT("Finding",
                                "{device} was measured at {factor} times its estimate: another device, model "
                                "or precision must have run, or something else beside it."),
                 {{"device", comparison.deviceName}, {"factor", formatFixed(*factor, 3)}}});
        }
    }
    return {};
}

} // namespace

Matched<std::vector<Comparison>> compareWithEstimates(const Catalog& catalog,
                                                      const std::vector<BenchmarkRun>& runs,
                                                      const MatchOptions& options, const std::string& source,
                                                      const Date& today)
{
    std::vector<Comparison> comparisons;
    for (const BenchmarkRun& each : runs) {
        const auto run = completed(each, options);
        if (!run) {
            return tl::unexpected(run.error());
        }
        const auto placed = place(catalog, *run, options);
        if (!placed) {
            return tl::unexpected(placed.error());
        }
        auto speeds = comparedSpeeds(*placed);
        if (!speeds) {
            return tl::unexpected(speeds.error());
        }
        Comparison& comparison = comparisonFor(comparisons, *placed);
        comparison.correction.source = source;
        addModel(comparison.correction.models, placed->model.architecture.facts.id);
        const Date date = run->date.value_or(today);
        comparison.correction.date =
            comparison.speeds.empty() ? date : std::max(comparison.correction.date, date);
        comparison.speeds.insert(comparison.speeds.end(), speeds->begin(), speeds->end());
    }
    for (Comparison& comparison : comparisons) {
        if (const auto plausible = finish(comparison); !plausible) {
            return tl::unexpected(plausible.error());
        }
    }
    return comparisons;
}

} // namespace rigwright
