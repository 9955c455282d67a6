// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "sizing/plan.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rigwright {

/// Options that name hardware.
struct HardwareArguments {
    std::vector<std::string> accelerators;
    std::vector<std::string> counts;
    std::string cpu;
    std::string sockets = "1";
    std::string hostBandwidth;
    std::string memoryGib;
    std::string channels;
    std::string memorySpeed;
    std::string modulesPerChannel;
    std::string storageRead;
    std::string storageWrite;
    std::string network;
    bool pagesPlaced = false;
    std::string buildFile;
    std::string tensorParallel;
    std::string pipelineParallel;
    std::string expertParallel;
    std::string dataParallel;
    std::string gpuLayers;
    std::string hostExpertLayers;
    bool offloadExperts = false;
    bool splitRows = false;
};

void addHardwareOptions(CLI::App& command, HardwareArguments& arguments);
/// Whether they say what the machine is made of, and not only how the model lies on it.
[[nodiscard]] bool describesHardware(const HardwareArguments& arguments);
[[nodiscard]] Expected<Hardware> readHardware(const Catalog& catalog, const HardwareArguments& arguments);
[[nodiscard]] Expected<PlacementRequest> readPlacement(const HardwareArguments& arguments);

} // namespace rigwright
