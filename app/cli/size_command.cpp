// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/report.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct SizeArguments {
    WorkloadArguments workload;
    HardwareArguments hardware;
    bool json = false;
};

struct SizeAnswer {
    QuantizedModel model;
    MemoryPlan plan;
    std::optional<SpeedEstimate> speed;
};

/// A figure that speed needs and nobody knows is a finding, not a failure: the memory is still answered.
void estimateInto(SizeAnswer& answer, const Workload& workload, const Hardware& hardware)
{
    if (!answer.plan.fits) {
        return;
    }
    const Expected<SpeedEstimate> speed = estimateSpeed(answer.model, workload, hardware, answer.plan);
    if (speed) {
        answer.speed = *speed;
    } else {
        answer.plan.findings.push_back({"speed-unknown",
                                        Severity::Warning,
                                        RIGWRIGHT_TEXT("Finding", "The speed is unknown: {reason}."),
                                        {{"reason", speed.error().message}}});
    }
}

Json toJson(const SizeAnswer& answer)
{
    return {{"schema", "rigwright.size/1"},
            {"model", modelSummary(answer.model)},
            {"memory", toJson(answer.plan.memory)},
            {"speed", toJson(answer.speed)},
            {"fits", answer.plan.fits},
            {"findings", toJson(answer.plan.findings)}};
}

void print(std::ostream& out, const SizeAnswer& answer, const Workload& workload)
{
    const ModelFacts& facts = answer.model.architecture.facts;
    out << facts.name << ", " << weightFormatLabel(workload.weights) << ", " << engineLabel(workload.engine)
        << ", " << formatCount(workload.context) << " tokens of context";
    if (workload.sequences() > 1) {
        out << ", " << workload.sequences() << " users";
    }
    out << ": " << (answer.plan.fits ? "fits" : "does not fit") << "\n\n";
    printMemory(out, answer.plan.memory);
    if (answer.speed) {
        out << '\n';
        printSpeed(out, *answer.speed);
    }
    if (!answer.plan.findings.empty()) {
        out << '\n';
        printFindings(out, answer.plan.findings);
    }
}

Expected<ExitStatus> size(const Catalog& catalog, const SizeArguments& arguments, std::ostream& out)
{
    const Expected<ModelAndWorkload> request = readWorkload(catalog, arguments.workload);
    if (!request) {
        return tl::unexpected(request.error());
    }
    const Expected<Hardware> hardware = readHardware(catalog, arguments.hardware);
    if (!hardware) {
        return tl::unexpected(hardware.error());
    }
    const Expected<PlacementRequest> placement = readPlacement(arguments.hardware);
    if (!placement) {
        return tl::unexpected(placement.error());
    }
    Expected<QuantizedModel> model = quantize(*request->model, request->workload.weights);
    if (!model) {
        return tl::unexpected(model.error());
    }
    SizeAnswer answer{std::move(*model), {}, {}};
    answer.plan = planMemory(answer.model, request->workload, *hardware, *placement);
    estimateInto(answer, request->workload, *hardware);
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
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([&chosen, arguments] {
        chosen = [arguments](const Catalog& catalog, std::ostream& out) {
            return size(catalog, *arguments, out);
        };
    });
}

} // namespace rigwright
