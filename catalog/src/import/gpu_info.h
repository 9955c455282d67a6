// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// The cell GpuInfo of skypilot-catalog, as it is written: some clouds give the memory of one GPU where others give that of all.
struct GpuInfo {
    struct Gpu {
        std::string name;
        std::optional<double> count;
        std::optional<double> sizeMib; ///< as said; some clouds write GB here
    };
    std::vector<Gpu> gpus;
    std::optional<double> totalMib;
};

/// Reads the Python literal `{'Gpus': [{'Name': 'A100', …}], 'TotalGpuMemoryInMiB': 40960}`. An error says at which character.
[[nodiscard]] Expected<GpuInfo> parseGpuInfo(std::string_view cell);

} // namespace rigwright
