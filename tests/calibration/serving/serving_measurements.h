// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "speed/serving/serving_case.h"

#include <deque>
#include <filesystem>
#include <optional>
#include <string>

namespace rigwright::calibration {

/// A published run of a serving engine under a number of users, each asking anew as soon as it is answered.
struct ServingRun {
    std::string device;
    std::string model;
    Engine engine = Engine::Vllm;
    DeviceClass deviceClass = DeviceClass::Other;
    Seconds tokenTime;
    std::optional<Seconds> firstToken;
    QuantizedModel quantized;
    Workload workload;
    Hardware hardware;
    MemoryPlan plan;
    std::optional<ServingCase> on; ///< refers to the members above
    double weight = 1;
};

/// Reads the table; an error names the line and what is wrong with it.
[[nodiscard]] Expected<std::deque<ServingRun>> readServingRuns(const Catalog& catalog,
                                                               const std::filesystem::path& path);

} // namespace rigwright::calibration
