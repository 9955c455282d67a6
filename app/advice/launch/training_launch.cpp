// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/training_parts.h"
#include "sizing/engines/engine_profile.h"
#include "sizing/training/training_plan.h"

namespace rigwright {

void addUntold(LaunchSheet& sheet, const TrainingQuestion& question, const char* text,
               const std::string& value)
{
    std::vector<std::pair<std::string, std::string>> evidence{
        {"engine", engineLabel(question.launch.workload().engine)}};
    if (!value.empty()) {
        evidence.emplace_back("value", value);
    }
    sheet.findings.push_back({"launch-untold", Severity::Warning, text, std::move(evidence)});
}

void addTrainingLaunch(LaunchSheet& sheet, const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    const auto rules = engineProfile(workload.engine).trainingRules();
    if (!rules || question.isOnHost()) {
        sheet.findings.push_back({"launch-training-host",
                                  Severity::Note,
                                  RIGWRIGHT_TEXT("Finding",
                                                 "Training without an accelerator: there is no command for "
                                                 "it here."),
                                  {}});
        return;
    }
    const TrainingQuestion training{question, resolveTraining(workload, *rules, question.devices())};
    switch (workload.engine) {
    case Engine::Transformers:
    case Engine::DeepSpeed: addTrainerLaunch(sheet, training); break;
    case Engine::Megatron: addMegatronLaunch(sheet, training); break;
    default: addTorchLaunch(sheet, training); break;
    }
    sheet.findings.push_back(
        {"launch-training-data",
         Severity::Note,
         RIGWRIGHT_TEXT(
             "Finding",
             "What is in angle brackets is yours to put in: data, folders, configurations. Learning rate "
             "and length of the run are not planned here."),
         {}});
}

} // namespace rigwright
