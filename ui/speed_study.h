// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "sizing/hardware.h"
#include "speed/energy.h"
#include "speed/loading.h"
#include "speed/serving/traffic.h"
#include "speed/training/training_speed.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

class ModelShelf;

/// What time is spent on.
enum class TimeKind {
    DeviceMemory,
    HostMemory, ///< reading and computing there, and what is offloaded to it
    Compute,
    Interconnect,
    Overhead,
    GradientSync,
    PipelineBubble,
    Optimizer,
    Storage ///< data sets and checkpoints
};

struct TimePart {
    TimeKind kind = TimeKind::Compute;
    Seconds time;
};

/// The parts of one thing's time that are not nothing.
struct TimeBar {
    enum class What { Token, Prompt, TrainingStep };
    What what = What::Token;
    std::vector<TimePart> parts;

    [[nodiscard]] Seconds total() const;
};

/// The speed with something else than what was asked for, everything else as it is.
struct SpeedAt {
    std::int64_t at = 0;
    SpeedEstimate speed;
};

/// Training on so many devices of the same kind.
struct TrainingAt {
    std::int64_t devices = 1;
    TrainingEstimate training;
};

/// How fast a model is on given hardware, and how that changes.
struct SpeedStudy {
    Requirement requirement;
    std::optional<SpeedEstimate> speed;       ///< empty: see `unknown`
    std::string unknown;                      ///< why there is none
    std::optional<TrainingEstimate> training; ///< of the workloads that train
    std::vector<TimeBar> bars;
    std::optional<LoadingEstimate> loading; ///< only of workloads that run models
    std::optional<EnergyEstimate> energy;
    std::vector<TrainingAt> overDevices; ///< where it fits; only of workloads that train, on equal devices
    /// One user after a prompt of so many tokens: the speed of what follows it, and the time until it starts.
    std::vector<SpeedAt> overContext;
    TrafficStudy traffic; ///< only of `serve`
};

/// Nothing when the model can't be weighed in this precision. `constants`: with the user's own measurements.
[[nodiscard]] std::optional<SpeedStudy> studySpeed(ModelShelf& shelf, const Requirement& requirement,
                                                   const Hardware& hardware,
                                                   const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
