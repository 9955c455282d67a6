// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "speed/estimate.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rigwright::calibration {

enum class Metric { Decode, Prefill };

/// A published speed of one engine on one kind of device with one sequence, ready to be estimated.
struct Measurement {
    std::string device;
    int devices = 1; ///< equal ones, each with a part of the layers
    DeviceClass deviceClass = DeviceClass::Other;
    MatrixPath path = MatrixPath::Other;
    bool fitted = true; ///< false: only compared with the estimate
    Metric metric = Metric::Decode;
    double tokensPerSecond = 0;
    QuantizedModel model;
    Workload workload;
    Hardware hardware;
    MemoryPlan plan;

    [[nodiscard]] bool hasExperts() const { return model.architecture.facts.experts > 0; }
};

/// Reads the table; an error names the line and what is wrong with it.
[[nodiscard]] Expected<std::vector<Measurement>> readMeasurements(const Catalog& catalog,
                                                                  const std::filesystem::path& path);

} // namespace rigwright::calibration
