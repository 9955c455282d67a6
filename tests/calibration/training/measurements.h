// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "speed/training/training_speed.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rigwright::training_calibration {

/// A published training run, ready to be estimated.
struct Measurement {
    std::string device;
    std::string framework;
    double tokensPerSecond = 0; ///< of all devices together
    QuantizedModel model;
    Workload workload;
    Hardware hardware;
    MemoryPlan plan;
};

/// Reads the table; an error names the line and what is wrong with it. A model is one of the catalog, or a shape of a GPT as
/// "gpt:LAYERSxHIDDEN" (feed-forward 4 × hidden, heads of 128, or 64 below 1,536; MPT's vocabulary, tied).
[[nodiscard]] Expected<std::vector<Measurement>> readMeasurements(const Catalog& catalog,
                                                                  const std::filesystem::path& path);

} // namespace rigwright::training_calibration
