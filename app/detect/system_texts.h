// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/units.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// A device on the PCI bus, as /sys names it.
struct PciDevice {
    std::string address; ///< "0000:01:00.0"
    int vendor = 0;      ///< 0x10de
    int device = 0;
    int classCode = 0;     ///< 0x030000: display controller
    std::string name = {}; ///< of the list pci.ids of the system: "Navi 31 [Radeon RX 7900 XT/7900 XTX]"
    std::optional<Bytes> memory = {}; ///< of an AMD card, by its driver
};

/// What a Linux system says of its hardware, as text; what it doesn't say is empty.
struct SystemTexts {
    std::string cpuInfo;     ///< /proc/cpuinfo
    std::string memoryInfo;  ///< /proc/meminfo
    std::string boardVendor; ///< /sys/class/dmi/id
    std::string boardName;
    std::string productName;
    std::string memoryModules;         ///< `dmidecode --type 17`, where it may be read
    std::vector<PciDevice> pciDevices; ///< display controllers and processing accelerators
    std::vector<std::string> drives;   ///< "NAME|MODEL|BYTES|rotational 0 or 1"
    std::string
        nvidiaSmi; ///< `nvidia-smi --query-gpu=name,memory.total,power.limit,pci.device_id --format=csv,noheader,nounits`
    std::string macHardware; ///< `system_profiler SPHardwareDataType`
};

/// Of this computer. `root` replaces "/" in tests, and then no program is run. A driver that hangs holds it up for a few
/// seconds only.
[[nodiscard]] SystemTexts readSystem(const std::filesystem::path& root = "/");

} // namespace rigwright
