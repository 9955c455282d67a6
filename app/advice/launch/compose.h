// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// One service of a docker-compose file (the Compose Specification, compose-spec/compose-spec).
struct ComposeService {
    std::string name;
    std::string image;
    std::vector<std::string> entrypoint; ///< empty: that of the image
    std::vector<std::string> command;    ///< words
    std::vector<std::string> volumes;    ///< "./models:/models:ro"
    std::vector<std::pair<std::string, std::string>> environment;
    bool passesToken = false; ///< HF_TOKEN of who starts it
    int port = 0;             ///< the same inside and outside
    int devices = 0;          ///< accelerators; 0: none
    std::optional<AcceleratorVendor> vendor;
};

/// Docker reaches the accelerators of this maker: NVIDIA by its container toolkit, AMD and Intel by device files.
[[nodiscard]] bool dockerReaches(std::optional<AcceleratorVendor> vendor);

[[nodiscard]] std::string composeFile(const ComposeService& service);

} // namespace rigwright
