// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/driver_step.h"

#include "units/format.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace rigwright {

namespace {

/// The first CUDA Toolkit that compiles for a compute capability, and the Linux driver (x86_64) that comes with it. Toolkit: "PTX
/// ISA release history" of the PTX ISA 9.2 (its CUDA 12.7, the first with sm_100, was never published); driver: "CUDA Toolkit and
/// corresponding driver versions" of the release notes of CUDA 13.1. Capability 5.2 is older than that table, which begins with
/// CUDA 7.0.
struct CudaNeed {
    double capability = 0;
    const char* toolkit;
    const char* driver;
};

constexpr std::array kCudaNeeds{
    CudaNeed{5.2, "7.0", "346.46"},      CudaNeed{6.0, "8.0", "367.48"},
    CudaNeed{6.1, "8.0", "367.48"},      CudaNeed{7.0, "9.0", "384.81"},
    CudaNeed{7.5, "10.0", "410.48"},     CudaNeed{8.0, "11.0", "450.51.05"},
    CudaNeed{8.6, "11.1", "455.23"},     CudaNeed{8.9, "11.8", "520.61.05"},
    CudaNeed{9.0, "11.8", "520.61.05"},  CudaNeed{10.0, "12.8", "570.26"},
    CudaNeed{12.0, "12.8", "570.26"},    CudaNeed{10.3, "12.9", "575.51.03"},
    CudaNeed{12.1, "12.9", "575.51.03"},
};

/// Below this CUDA 13 has nothing for it ("Deprecated architectures" in its release notes), and the drivers after branch 580
/// neither.
constexpr double kOldestOfCuda13 = 7.5;

/// Modules whose driver comes with their system software, NVIDIA's Jetson Linux: the first release for production of a line that
/// has them, and whether a later line dropped them. Thor: JetPack 7.0 (developer.nvidia.com, "JetPack 7.0 with Jetson Linux
/// 38.2"); Orin and Xavier: the boards of OE4T/meta-tegra for Jetson Linux R35 (JetPack 5: both) and R36 (JetPack 6: Orin alone).
struct JetPackNeed {
    double capability = 0;
    const char* version;
    bool dropped = false;
};

constexpr std::array kJetPackNeeds{
    JetPackNeed{7.2, "5.0.2", true},
    JetPackNeed{8.7, "5.0.2"},
    JetPackNeed{11.0, "7.0"},
};

/// The oldest ROCm of AMD's tables for Linux that names an architecture: ROCm/ROCm,
/// docs/compatibility/compatibility-matrix-historical-6.0.csv (from 6.0.0 on) and compatibility-matrix.rst of 7.0; RDNA 4: "System
/// requirements (Linux)" of 6.4.1. `last`: none after it does (release notes of 5.7.0: end of support of the MI50).
struct RocmNeed {
    std::string_view architecture;
    const char* version;
    bool last = false;
};

constexpr std::array kRocmNeeds{
    RocmNeed{"CDNA 1", "6.0"},   RocmNeed{"CDNA 2", "6.0"},        RocmNeed{"CDNA 3", "6.0"},
    RocmNeed{"CDNA 4", "7.0"},   RocmNeed{"RDNA 2", "6.0"},        RocmNeed{"RDNA 3", "6.0"},
    RocmNeed{"RDNA 4", "6.4.1"}, RocmNeed{"GCN 5.1", "5.7", true},
};

/// What llama.cpp's SYCL back end was verified with (docs/backend/SYCL.md of ggml-org/llama.cpp, at 01d98b4f).
struct OneApiNeed {
    std::string_view architecture;
    const char* version;
};

constexpr std::array kOneApiNeeds{
    OneApiNeed{"Alchemist (Xe-HPG)", "2024.1"},
    OneApiNeed{"Battlemage (Xe2)", "2025.1"},
    OneApiNeed{"Xe2 (Lunar Lake)", "2025.1"},
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
        return {
            "driver",
            jetPack->dropped
                ? RIGWRIGHT_TEXT("Launch",
                                 "Driver of {name} (compute capability {capability}): it comes with JetPack "
                                 "{version} or a later release of the same line; the next line dropped it.")
                : RIGWRIGHT_TEXT("Launch",
                                 "Driver of {name} (compute capability {capability}): it comes with JetPack "
                                 "{version} or newer, of those that name the module."),
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
            need->last
                ? RIGWRIGHT_TEXT("Launch",
                                 "Driver of {name} ({architecture}): amdgpu with ROCm {rocm}, the last that "
                                 "supports the architecture; newer ones are unverified.")
                : RIGWRIGHT_TEXT("Launch",
                                 "Driver of {name} ({architecture}): amdgpu with ROCm {rocm} or newer, the "
                                 "oldest in AMD's tables with the architecture; not every model of it is "
                                 "named there."),
            {{"name", accelerator.info.name},
             {"architecture", accelerator.architecture},
             {"rocm", need->version}},
            "amd-smi version"};
}

LaunchStep oneApiStep(const Accelerator& accelerator)
{
    const std::string command = "xpu-smi discovery";
    const auto need = std::ranges::find(kOneApiNeeds, accelerator.architecture, &OneApiNeed::architecture);
    if (need == kOneApiNeeds.end()) {
        return unverified(accelerator, command);
    }
    return {"driver",
            RIGWRIGHT_TEXT("Launch",
                           "Driver of {name} ({architecture}): the least version is unverified; llama.cpp is "
                           "verified on this architecture with oneAPI {oneapi}."),
            {{"name", accelerator.info.name},
             {"architecture", accelerator.architecture},
             {"oneapi", need->version}},
            command};
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
    case AcceleratorVendor::Intel: return oneApiStep(accelerator);
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
