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

    [[nodiscard]] const Workload& workload() const { return requirement.workload; }
    [[nodiscard]] const Placement& placement() const { return build.plan.placement; }
    [[nodiscard]] int devices() const { return build.hardware.deviceCount(); }
    [[nodiscard]] bool isOnHost() const { return devices() == 0; }
};

/// Looks model and parts up. An error: one of them is unknown.
[[nodiscard]] Expected<LaunchQuestion> launchQuestion(const Catalog& catalog, const EvaluatedBuild& build,
                                                      const Requirement& requirement);

/// Whose accelerators they are; empty: there are none, or of several makers.
[[nodiscard]] std::optional<AcceleratorVendor> vendorOf(const Hardware& hardware);

// Each adds its commands and what it can't be told.
void addLlamaCppLaunch(LaunchSheet& sheet, const LaunchQuestion& question);
void addVllmLaunch(LaunchSheet& sheet, const LaunchQuestion& question);
void addSgLangLaunch(LaunchSheet& sheet, const LaunchQuestion& question);
void addTensorRtLlmLaunch(LaunchSheet& sheet, const LaunchQuestion& question);
void addTrainingLaunch(LaunchSheet& sheet, const LaunchQuestion& question);

/// What must be so on the machine before, and what shows that it runs after.
void addLaunchChecklist(LaunchSheet& sheet, const LaunchQuestion& question);
// Parts of it: what is set on the accelerators; what shows that the engine runs.
void addDeviceSteps(LaunchSheet& sheet, const LaunchQuestion& question);
void addChecks(LaunchSheet& sheet, const LaunchQuestion& question);

} // namespace rigwright
