// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/driver_step.h"

#include "units/format.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace rigwright {

namespace {

/// The first CUDA Toolkit that compiles for a compute capability, and the least Linux driver that runs it. Toolkit: "Building
/// applications with … support" of NVIDIA's compatibility guides for each architecture; driver: table "CUDA Toolkit and
/// minimum required driver version" of the CUDA Toolkit release notes (8.0 to 12.9).
struct CudaNeed {
    double capability = 0;
    const char* toolkit;
    const char* driver;
};

constexpr std::array kCudaNeeds{
    CudaNeed{5.2, "6.5", "340.29"},      CudaNeed{6.0, "8.0", "367.48"},
    CudaNeed{6.1, "8.0", "367.48"},      CudaNeed{7.0, "9.0", "384.81"},
    CudaNeed{7.5, "10.0", "410.48"},     CudaNeed{8.0, "11.0", "450.36.06"},
    CudaNeed{8.6, "11.1", "455.23"},     CudaNeed{8.9, "11.8", "520.61.05"},
    CudaNeed{9.0, "11.8", "520.61.05"},  CudaNeed{10.0, "12.8", "570.26"},
    CudaNeed{12.0, "12.8", "570.26"},    CudaNeed{10.3, "12.9", "575.51.03"},
    CudaNeed{12.1, "12.9", "575.51.03"},
};

/// Below this CUDA 13 has nothing for it, and the drivers after branch 580 neither (release notes of CUDA 13.0).
constexpr double kOldestOfCuda13 = 7.5;

/// Modules whose driver comes with their system software: NVIDIA's Jetson Linux.
struct JetPackNeed {
    double capability = 0;
    const char* version;
};

constexpr std::array kJetPackNeeds{
    JetPackNeed{7.2, "4.1"},
    JetPackNeed{8.7, "5.0"},
    JetPackNeed{11.0, "7.0"},
};

/// The first ROCm that lists an architecture among those it supports on Linux ("System requirements" and release notes of
/// ROCm); no version: it was never listed, or no longer is.
struct RocmNeed {
    std::string_view architecture;
    const char* version;
};

constexpr std::array kRocmNeeds{
    RocmNeed{"CDNA 1", "4.0"}, RocmNeed{"CDNA 2", "4.5"}, RocmNeed{"CDNA 3", "6.0"},
    RocmNeed{"CDNA 4", "7.0"}, RocmNeed{"RDNA 3", "5.7"}, RocmNeed{"RDNA 4", "6.4.1"},
};

template <class Need>
const Need* needOf(const auto& needs, double capability)
{
    const auto found = std::ranges::find_if(needs, [&](const Need& need) {
        constexpr double kNear = 0.01;
        return need.capability > capability - kNear && need.capability < capability + kNear;
    });
    return found == needs.end() ? nullptr : &*found;
}

LaunchStep unverified(const Accelerator& accelerator, std::string command)
{
    return {
        "driver",
        RIGWRIGHT_TEXT("Launch",
                       "Driver of {name}: the least version is unverified; see what its maker and the engine "
                       "ask for."),
        {{"name", accelerator.info.name}},
        std::move(command)};
}

LaunchStep cudaStep(const Accelerator& accelerator)
{
    const std::string command = "nvidia-smi";
    const double capability = accelerator.computeCapability.value_or(0);
    const std::string shown = formatFixed(capability, 1);
    if (const JetPackNeed* jetPack = needOf<JetPackNeed>(kJetPackNeeds, capability)) {
        return {"driver",
                RIGWRIGHT_TEXT(
                    "Launch",
                    "Driver of {name} (compute capability {capability}): it comes with JetPack {version} "
                    "or newer."),
                {{"name", accelerator.info.name}, {"capability", shown}, {"version", jetPack->version}},
                "cat /etc/nv_tegra_release"};
    }
    const CudaNeed* need = needOf<CudaNeed>(kCudaNeeds, capability);
    if (need == nullptr) {
        return unverified(accelerator, command);
    }
    std::vector<std::pair<std::string, std::string>> evidence{{"name", accelerator.info.name},
                                                              {"capability", shown},
                                                              {"driver", need->driver},
                                                              {"cuda", need->toolkit}};
    if (capability < kOldestOfCuda13) {
        return {"driver",
                RIGWRIGHT_TEXT(
                    "Launch",
                    "Driver of {name} (compute capability {capability}): {driver} or newer, of branch 580 at "
                    "most; an engine built with CUDA {cuda} to 12.9, as CUDA 13 dropped it."),
                std::move(evidence), command};
    }
    return {"driver",
            RIGWRIGHT_TEXT(
                "Launch",
                "Driver of {name} (compute capability {capability}): {driver} or newer, for an engine built "
                "with CUDA {cuda} or newer; one built with a newer CUDA asks for that one's driver."),
            std::move(evidence), command};
}

LaunchStep rocmStep(const Accelerator& accelerator)
{
    const auto need = std::ranges::find(kRocmNeeds, accelerator.architecture, &RocmNeed::architecture);
    if (need == kRocmNeeds.end()) {
        return unverified(accelerator, "amd-smi version");
    }
    return {"driver",
            RIGWRIGHT_TEXT(
                "Launch",
                "Driver of {name} ({architecture}): amdgpu with ROCm {rocm} or newer, the first that names "
                "the architecture; single models may have come later."),
            {{"name", accelerator.info.name},
             {"architecture", accelerator.architecture},
             {"rocm", need->version}},
            "amd-smi version"};
}

LaunchStep driverStep(const Accelerator& accelerator)
{
    switch (accelerator.vendor) {
    case AcceleratorVendor::Nvidia: return cudaStep(accelerator);
    case AcceleratorVendor::Amd: return rocmStep(accelerator);
    case AcceleratorVendor::Apple:
        return {"driver",
                RIGWRIGHT_TEXT("Launch", "Driver of {name}: it comes with macOS."),
                {{"name", accelerator.info.name}},
                "sw_vers"};
    case AcceleratorVendor::Intel: return unverified(accelerator, "xpu-smi discovery");
    case AcceleratorVendor::Other: return unverified(accelerator, "");
    }
    return unverified(accelerator, "");
}

} // namespace

std::vector<LaunchStep> driverSteps(const Hardware& hardware)
{
    std::vector<LaunchStep> steps;
    std::set<std::string> named;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        if (named.insert(group.accelerator.info.name).second) {
            steps.push_back(driverStep(group.accelerator));
        }
    }
    return steps;
}

} // namespace rigwright
