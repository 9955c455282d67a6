// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/launch.h"
#include "builds/machine.h"
#include "models/quantized_model.h"

// What a launch sheet is made from, looked up once, and the engines that each fill their part of it.
namespace rigwright {

struct LaunchQuestion {
    const EvaluatedBuild& build;
    const Requirement& requirement;
    const ModelFacts& facts;
    QuantizedModel model;
    Machine machine;
    int nodes = 1; ///< machines that share the layers; `build` has the accelerators of all of them
    std::string listen = "127.0.0.1"; ///< where the server is reached

    [[nodiscard]] const Workload& workload() const { return requirement.workload; }
    [[nodiscard]] const Placement& placement() const { return build.plan.placement; }
    [[nodiscard]] int devices() const { return build.hardware.deviceCount(); }
    [[nodiscard]] bool isOnHost() const { return devices() == 0; }
};

/// Looks model and parts up. An error: one of them is unknown.
[[nodiscard]] Expected<LaunchQuestion> launchQuestion(const Catalog& catalog, const EvaluatedBuild& build,
                                                      const Requirement& requirement);

/// All machines of a pipeline as if they were one; its power is that of one. Needs the cluster's plan.
[[nodiscard]] EvaluatedBuild asOneMachine(const ClusterProposal& cluster);
/// What is asked of one of several machines that each hold the whole model.
[[nodiscard]] Requirement requirementOfEach(const ClusterProposal& cluster, Requirement requirement);

/// Whose accelerators they are; empty: there are none, or of several makers.
[[nodiscard]] std::optional<AcceleratorVendor> vendorOf(const Hardware& hardware);

/// The commands of the workload's engine.
void addLaunchCommands(LaunchSheet& sheet, const LaunchQuestion& question);
/// Whose shell they are for.
void addPlatform(LaunchSheet& sheet, const LaunchQuestion& question);

// Each adds its commands and what it can't be told.
void addLlamaCppLaunch(LaunchSheet& sheet, const LaunchQuestion& question);
void addVllmLaunch(LaunchSheet& sheet, const LaunchQuestion& question);
void addSgLangLaunch(LaunchSheet& sheet, const LaunchQuestion& question);
void addTensorRtLlmLaunch(LaunchSheet& sheet, const LaunchQuestion& question);
void addTrainingLaunch(LaunchSheet& sheet, const LaunchQuestion& question);

/// What must be so on the machine before.
void addLaunchChecklist(LaunchSheet& sheet, const LaunchQuestion& question);
/// A part of it: what is set on the accelerators.
void addDeviceSteps(LaunchSheet& sheet, const LaunchQuestion& question);
/// What shows that the engine runs.
void addChecks(LaunchSheet& sheet, const LaunchQuestion& question);

} // namespace rigwright
