// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/evaluate.h"
#include "cli/commands.h"
#include "cli/hardware_arguments.h"
#include "cli/json.h"
#include "cli/measurement_arguments.h"
#include "cli/project_option.h"
#include "cli/report.h"
#include "cli/running_answer.h"
#include "cli/traffic_report.h"
#include "cli/training_report.h"
#include "cli/workload_arguments.h"
#include "sizing/placements.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct SizeArguments {
    WorkloadArguments workload;
    HardwareArguments hardware;
    MeasurementArguments measurements;
    ProjectOption project;
    bool placements = false;
    bool json = false;
};

struct SizeAnswer {
    QuantizedModel model;
    MemoryPlan plan;
    std::optional<SpeedEstimate> speed;
    RunningAnswer running;
    TrafficStudy traffic;
    std::optional<TrainingEstimate> training;
    std::optional<std::int64_t> longestContext;
    std::optional<std::int64_t> mostRequests;
    std::vector<PlacementOption> placements;
};

void addUnknownSpeed(SizeAnswer& answer, const Error& error)
{
    answer.plan.findings.push_back({"speed-unknown",
                                    Severity::Warning,
                                    RIGWRIGHT_TEXT("Finding", "The speed is unknown: {reason}."),
                                    {{"reason", error.message}}});
}

/// Also where the memory falls short: runs are set up to the last gigabyte, which a plan may miss.
void timeTraining(SizeAnswer& answer, const Workload& workload, const Hardware& hardware)
{
    const auto training = estimateTraining(answer.model, workload, hardware, answer.plan);
    if (!training) {
        addUnknownSpeed(answer, training.error());
        return;
    }
    answer.training = *training;
    answer.speed = asSpeed(*training);
    std::ranges::copy(trainingFindings(*training, workload), std::back_inserter(answer.plan.findings));
    if (!answer.plan.fits) {
        answer.plan.findings.push_back(
            {"training-speed-if-it-fitted",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding", "The speed is that of this run on devices with enough memory."),
             {}});
    }
}

/// Requests are seldom as long as the context. Where only their own length fits, so many at once, they are timed by it.
struct TimedCase {
    Workload workload;
    MemoryPlan plan;
};

std::optional<TimedCase> caseToTime(SizeAnswer& answer, const Workload& workload, const Hardware& hardware)
{
    if (answer.plan.fits) {
        return TimedCase{workload, answer.plan};
    }
    if (workload.kind != WorkloadKind::Serve) {
        return std::nullopt;
    }
    TimedCase timed{workload, {}};
    timed.workload.context = workload.promptTokens + workload.outputTokens;
    timed.plan = planMemory(answer.model, timed.workload, hardware,
                            requestFor(answer.plan.placement, workload.engine));
    if (!timed.plan.fits) {
        return std::nullopt;
    }
    answer.plan.findings.push_back(
        {"speed-of-shorter-requests",
         Severity::Note,
         RIGWRIGHT_TEXT(
             "Finding",
             "The speed is that of requests of {tokens} tokens, prompt and answer together, which fit."),
         {{"tokens", formatCount(timed.workload.context)}}});
    return timed;
}

/// A figure that speed needs and nobody knows is a finding, not a failure: the memory is still answered.
void estimateInto(SizeAnswer& answer, const Workload& workload, const Hardware& hardware,
                  const CalibrationTable& constants)
{
    if (isTraining(workload.kind)) {
        timeTraining(answer, workload, hardware);
        return;
    }
    const std::optional<TimedCase> timed = caseToTime(answer, workload, hardware);
    if (!timed) {
        return;
    }
    const Expected<SpeedEstimate> speed =
        estimateSpeed(answer.model, timed->workload, hardware, timed->plan, constants);
    if (speed) {
        answer.speed = *speed;
        answer.running = answerRunning(answer.model, timed->workload, hardware, timed->plan, *speed);
        answer.traffic =
            studyTraffic(answer.model, timed->workload, hardware,
                         requestFor(timed->plan.placement, workload.engine), kMostUsersTried, constants);
        noteCorrection(answer.plan.findings, *speed, constants, workload.engine, hardware);
    } else {
        addUnknownSpeed(answer, speed.error());
    }
}

/// What else fits, and how else it could lie.
void lookAround(SizeAnswer& answer, const Workload& workload, const Hardware& hardware, bool withPlacements)
{
    const PlacementRequest held = requestFor(answer.plan.placement, workload.engine);
    answer.longestContext = largestContext(answer.model, workload, hardware, held);
    if (!isTraining(workload.kind)) {
        answer.mostRequests = mostSequences(answer.model, workload, hardware, held);
    }
    if (withPlacements) {
        answer.placements = considerPlacements(answer.model, workload, hardware);
    }
}

Json toJson(const PlacementOption& option)
{
    Json json = {{"placement", toJson(option.plan.placement)},
                 {"fits", option.works()},
                 {"total_bytes", option.plan.memory.sum().total().value()}};
    json["findings"] = toJson(option.plan.findings);
    return json;
}

Json toJson(const SizeAnswer& answer)
{
    const auto known = [](const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(); };
    Json memory = toJson(answer.plan.memory);
    memory["host_demand"] = toJson(answer.plan.hostDemand);
    memory["touched_bytes"] = answer.plan.touched ? Json(answer.plan.touched->value()) : Json();
    if (const MemoryPlan& plan = answer.plan; plan.pool) {
        memory["pool"] = {{"bytes", plan.pool->value()}, {"tokens", known(plan.poolTokens)}};
        memory["pool"]["requests"] = plan.poolRequests ? Json(*plan.poolRequests) : Json();
    }
    Json json = {{"schema", "rigwright.size/1"},
                 {"model", modelSummary(answer.model)},
                 {"memory", std::move(memory)},
                 {"placement", toJson(answer.plan.placement)},
                 {"speed", toJson(answer.speed)},
                 {"loading", toJson(answer.running.loading)},
                 {"energy", toJson(answer.running.energy)},
                 {"traffic", toJson(answer.traffic)},
                 {"training", answer.training ? toJson(*answer.training) : Json()},
                 {"largest_context", known(answer.longestContext)},
                 {"most_concurrent_requests", known(answer.mostRequests)},
                 {"fits", answer.plan.fits},
                 {"findings", toJson(answer.plan.findings)}};
    for (const PlacementOption& option : answer.placements) {
        json["placements"].push_back(toJson(option));
    }
    return json;
}

/// "4 × tensor, 2 × pipeline", "all layers on the device"
std::string placementText(const MemoryPlan& plan, const QuantizedModel& model)
{
    const Placement& placement = plan.placement;
    std::string text;
    const auto add = [&](const char* what, int degree) {
        if (degree > 1) {
            text += (text.empty() ? "" : ", ") + std::to_string(degree) + " × " + what;
        }
    };
    add("tensor", placement.tensorParallel);
    add("pipeline", placement.pipelineParallel);
    add("expert", placement.expertParallel);
    add("data", placement.dataParallel);
    if (text.empty() && placement.gpuLayers > 0) {
        text = std::to_string(placement.gpuLayers) + " of " + std::to_string(model.layers.size()) +
            " layers on devices";
    }
    if (placement.expertsOnHost) {
        text += ", experts of " + std::to_string(placement.hostExpertLayers) + " in RAM";
    }
    if (placement.splitRows) {
        text += ", matrices split by rows";
    }
    return text.empty() ? "one device or the host" : text;
}

void printPlacements(std::ostream& out, const SizeAnswer& answer)
{
    TextTable table({"placement", "fullest device", "", "why not"}, {1});
    for (const PlacementOption& option : answer.placements) {
        Bytes fullest;
        for (const DeviceMemory& device : option.plan.memory.devices) {
            fullest = std::max(fullest, device.used.total());
        }
        const auto blocker = std::ranges::find(option.plan.findings, Severity::Blocker, &Finding::severity);
        table.add({placementText(option.plan, answer.model), formatMemory(fullest),
                   option.works() ? "fits" : "no",
                   blocker == option.plan.findings.end() ? "" : blocker->message()});
    }
    table.print(out);
}

void printHeadline(std::ostream& out, const SizeAnswer& answer, const Workload& workload)
{
    out << answer.model.architecture.facts.name << ", " << weightFormatLabel(workload.weights) << ", "
        << engineLabel(workload.engine) << ", ";
    if (isTraining(workload.kind)) {
        out << workloadKindName(workload.kind) << ", " << formatCount(workload.training.microBatch) << " × "
            << formatCount(workload.training.sequence) << " tokens";
    } else {
        out << formatCount(workload.context) << " tokens of context";
        if (workload.sequences() > 1) {
            out << ", " << workload.sequences() << " users";
        }
    }
    out << ": " << (answer.plan.fits ? "fits" : "does not fit") << "\n\n";
}

void print(std::ostream& out, const SizeAnswer& answer, const Workload& workload)
{
    printHeadline(out, answer, workload);
    printMemory(out, answer.plan.memory);
    printHostDemand(out, answer.plan.hostDemand);
    if (answer.plan.poolTokens && answer.plan.pool) {
        out << "Key/value pool: " << formatMemory(*answer.plan.pool) << " on a device, "
            << formatCount(*answer.plan.poolTokens) << " tokens\n";
    }
    if (answer.longestContext) {
        out << (isTraining(workload.kind) ? "Longest sequence" : "Longest context")
            << " that fits: " << formatCount(*answer.longestContext) << " tokens\n";
    }
    if (answer.mostRequests) {
        out << "Most requests of " << formatCount(workload.context)
            << " tokens at once: " << formatCount(*answer.mostRequests) << '\n';
    }
    if (answer.training) {
        out << '\n';
        printTraining(out, *answer.training);
    } else if (answer.speed) {
        out << '\n';
        printSpeed(out, *answer.speed);
        printRunning(out, answer.running);
        printTraffic(out, answer.traffic);
    }
    if (!answer.placements.empty()) {
        out << '\n';
        printPlacements(out, answer);
    }
    if (!answer.plan.findings.empty()) {
        out << '\n';
        printFindings(out, answer.plan.findings);
    }
}

/// The hardware that the options describe, else the first machine of the project.
Expected<Hardware> chooseHardware(const Catalog& catalog, const SizeArguments& arguments,
                                  const std::optional<Project>& project)
{
    if (!project || describesHardware(arguments.hardware)) {
        return readHardware(catalog, arguments.hardware);
    }
    return project->machines.empty()
        ? fail(arguments.project.file +
               ": no machine is chosen in it yet; give --accelerator ID or --build FILE")
        : hardwareOf(catalog, project->machines.front().build);
}

Expected<ExitStatus> size(Catalog& catalog, const SizeArguments& arguments, std::ostream& out)
{
    const auto project = openProject(arguments.project);
    if (!project) {
        return tl::unexpected(project.error());
    }
    UserConstants constants = userConstants(arguments.measurements);
    if (*project) {
        std::ranges::move(layProject(catalog, **project), std::back_inserter(constants.findings));
        if (!describesHardware(arguments.hardware)) {
            std::ranges::move(otherMachines((*project)->machines), std::back_inserter(constants.findings));
        }
    }
    const Expected<ModelAndWorkload> request =
        readWorkload(catalog, arguments.workload, *project ? &(*project)->requirement : nullptr);
    if (!request) {
        return tl::unexpected(request.error());
    }
    const Expected<Hardware> hardware = chooseHardware(catalog, arguments, *project);
    if (!hardware) {
        return tl::unexpected(hardware.error());
    }
    const Expected<PlacementRequest> placement = readPlacement(arguments.hardware);
    if (!placement) {
        return tl::unexpected(placement.error());
    }
    Expected<QuantizedModel> model =
        findModel(catalog, request->model.text()).and_then([&](const ModelFacts* facts) {
            return quantizeFor(*facts, request->workload);
        });
    if (!model) {
        return tl::unexpected(model.error());
    }
    SizeAnswer answer;
    answer.model = std::move(*model);
    answer.plan = planMemory(answer.model, request->workload, *hardware, *placement);
    estimateInto(answer, request->workload, *hardware, constants.table);
    std::ranges::copy(constants.findings, std::back_inserter(answer.plan.findings));
    lookAround(answer, request->workload, *hardware, arguments.placements);
    answer.plan.findings.insert(answer.plan.findings.end(), request->assumptions.begin(),
                                request->assumptions.end());
    if (arguments.json) {
        out << toJson(answer).dump(2) << '\n';
    } else {
        print(out, answer, request->workload);
    }
    return answer.plan.fits ? ExitStatus::Success : ExitStatus::NoAnswer;
}

} // namespace

void addSizeCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand("size", "Memory and speed of a model on given hardware");
    const auto arguments = std::make_shared<SizeArguments>();
    addWorkloadOptions(*command, arguments->workload);
    addHardwareOptions(*command, arguments->hardware);
    addMeasurementOptions(*command, arguments->measurements);
    addProjectOption(*command, arguments->project);
    addProjectMachineOption(*command, arguments->project);
    command->add_flag("--placements", arguments->placements,
                      "Every placement, and why the others don't work");
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) { return size(catalog, *arguments, out); };
    });
}

} // namespace rigwright
