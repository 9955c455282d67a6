// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/launch/launch_question.h"
#include "sizing/training/training_setup.h"

#include <algorithm>
#include <cstdint>

// Commands of training frameworks. The setup is resolved: every choice in it is made.
namespace rigwright {

struct TrainingQuestion {
    const LaunchQuestion& launch;
    TrainingSetup setup;

    [[nodiscard]] WorkloadKind kind() const { return launch.workload().kind; }
    [[nodiscard]] const Placement& placement() const { return launch.placement(); }
    /// Examples of one step of the optimiser, over all copies of the model.
    [[nodiscard]] std::int64_t globalBatch() const
    {
        const std::int64_t shared = setup.contextParallel;
        return setup.microBatch * setup.gradientAccumulation *
            (placement().dataParallel / std::max<std::int64_t>(shared, 1));
    }
};

/// The Transformers trainer by TRL's script for supervised fine-tuning, with DeepSpeed or with Accelerate's FSDP.
void addTrainerLaunch(LaunchSheet& sheet, const TrainingQuestion& question);
/// torchtitan, and torchtune for adapters and fine-tuning.
void addTorchLaunch(LaunchSheet& sheet, const TrainingQuestion& question);
void addMegatronLaunch(LaunchSheet& sheet, const TrainingQuestion& question);

/// A part of the setup that the command can't say. `text`: template with {engine} and {value}.
void addUntold(LaunchSheet& sheet, const TrainingQuestion& question, const char* text,
               const std::string& value = {});

} // namespace rigwright
