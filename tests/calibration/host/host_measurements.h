// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "speed/host.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rigwright::calibration {

/// A published speed of a model on CPU cores, with what a host does for it.
struct HostMeasurement {
    std::string device;
    Host host;
    bool whole = true;  ///< the cores that its memory needs were at work: it says what an unknown CPU reaches
    bool decode = true; ///< false: prefill
    double tokensPerSecond = 0;
    HostWork kind;
    double layers = 0;
    double tokens = 1; ///< of the prompt; 1: decode
    Bytes read;        ///< by one step, or by all passes of a prompt
    Flops work;        ///< of a prompt
};

/// Reads the table; an error names the line and what is wrong with it.
[[nodiscard]] Expected<std::vector<HostMeasurement>> readHostMeasurements(const Catalog& catalog,
                                                                          const std::filesystem::path& path);

} // namespace rigwright::calibration
