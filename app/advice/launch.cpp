// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch.h"

#include "advice/launch/launch_question.h"

namespace rigwright {

void addLaunchCommands(LaunchSheet& sheet, const LaunchQuestion& question)
{
    if (!question.build.plan.fits) {
        sheet.findings.push_back(
            {"launch-does-not-fit",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding",
                            "The model does not fit on this machine as asked: there is nothing to start."),
             {}});
        return;
    }
    if (isTraining(question.workload().kind)) {
        addTrainingLaunch(sheet, question);
        return;
    }
    switch (question.workload().engine) {
    case Engine::LlamaCpp: addLlamaCppLaunch(sheet, question); return;
    case Engine::Vllm: addVllmLaunch(sheet, question); return;
    case Engine::SgLang: addSgLangLaunch(sheet, question); return;
    case Engine::TensorRtLlm: addTensorRtLlmLaunch(sheet, question); return;
    default:
        sheet.findings.push_back(
            {"launch-library",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "{engine} is a library without a server of its own that could be told this placement: "
                 "device_map=\"auto\" lays the layers out as planned."),
             {{"engine", engineLabel(question.workload().engine)}}});
    }
}

namespace {

/// Engines number devices by themselves, CUDA the fastest first.
void addOrder(LaunchSheet& sheet, const LaunchQuestion& question)
{
    std::string names;
    for (const AcceleratorGroup& group : question.build.hardware.accelerators) {
        names +=
            (names.empty() ? "" : ", ") + std::to_string(group.count) + " × " + group.accelerator.info.name;
    }
    if (question.build.hardware.accelerators.size() < 2 || sheet.texts.empty()) {
        return;
    }
    sheet.findings.push_back(
        {"launch-device-order",
         Severity::Warning,
         RIGWRIGHT_TEXT(
             "Finding",
             "The command counts on the accelerators in this order: {names}. Engines number them by "
             "themselves; with CUDA_DEVICE_ORDER=PCI_BUS_ID and CUDA_VISIBLE_DEVICES the order is yours."),
         {{"names", names}}});
}

} // namespace

/// Whose shell the commands are for.
void addPlatform(LaunchSheet& sheet, const LaunchQuestion& question)
{
    if (sheet.texts.empty() || vendorOf(question.build.hardware) == AcceleratorVendor::Apple) {
        return;
    }
    const bool everywhere = question.workload().engine == Engine::LlamaCpp;
    sheet.findings.push_back(
        {"launch-platform",
         Severity::Note,
         everywhere
             ? RIGWRIGHT_TEXT(
                   "Finding",
                   "The commands and checks are for a Linux shell. On Windows the same options stand "
                   "after llama-server.exe, in PowerShell with ` in place of \\ at the ends of lines.")
             : RIGWRIGHT_TEXT("Finding",
                              "The commands and checks are for a Linux shell; on Windows that is WSL 2."),
         {}});
}

Expected<LaunchQuestion> launchQuestion(const Catalog& catalog, const EvaluatedBuild& build,
                                        const Requirement& requirement)
{
    const Expected<const ModelFacts*> facts = findModel(catalog, requirement.model.text());
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    Expected<QuantizedModel> model = quantizeFor(**facts, requirement.workload);
    if (!model) {
        return tl::unexpected(model.error());
    }
    Expected<Machine> machine = lookUp(catalog, build.build);
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    return LaunchQuestion{build, requirement, **facts, std::move(*model), std::move(*machine)};
}

Expected<LaunchSheet> launchSheet(const Catalog& catalog, const EvaluatedBuild& build,
                                  const Requirement& requirement)
{
    const Expected<LaunchQuestion> question = launchQuestion(catalog, build, requirement);
    if (!question) {
        return tl::unexpected(question.error());
    }
    LaunchSheet sheet;
    addLaunchCommands(sheet, *question);
    addOrder(sheet, *question);
    addPlatform(sheet, *question);
    addLaunchChecklist(sheet, *question);
    addChecks(sheet, *question);
    return sheet;
}

} // namespace rigwright
