// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rigwright {

/// A device on the PCI bus, as /sys names it.
struct PciDevice {
    std::string address; ///< "0000:01:00.0"
    int vendor = 0;      ///< 0x10de
    int device = 0;
    int classCode = 0; ///< 0x030000: display controller
};

/// What a Linux system says of its hardware, as text; what it doesn't say is empty.
struct SystemTexts {
    std::string cpuInfo;     ///< /proc/cpuinfo
    std::string memoryInfo;  ///< /proc/meminfo
    std::string boardVendor; ///< /sys/class/dmi/id
    std::string boardName;
    std::string productName;
    std::string memoryModules; ///< /sys/firmware/dmi/entries or `dmidecode --type 17`, where it may be read
    std::vector<PciDevice> pciDevices;
    std::vector<std::string> drives; ///< "NAME|MODEL|BYTES|rotational 0 or 1"
    std::string
        nvidiaSmi; ///< `nvidia-smi --query-gpu=name,memory.total,power.limit,pci.device_id --format=csv,noheader,nounits`
    std::string macHardware; ///< `system_profiler SPHardwareDataType`
};

/// Of this computer. `root` replaces "/" in tests, and then no program is run.
[[nodiscard]] SystemTexts readSystem(const std::filesystem::path& root = "/");

} // namespace rigwright
