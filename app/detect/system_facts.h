// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/system_texts.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the texts of a system say, as values. Lines that say nothing, or nonsense, are passed over.
namespace rigwright {

/// /proc/cpuinfo as Linux writes it on x86; on ARM it names no CPU.
struct DetectedCpu {
    std::string name; ///< empty: the text names none
    int sockets = 1;  ///< by "physical id"
    int threads = 0;  ///< that the system runs on
    bool virtualMachine = false;
};
[[nodiscard]] DetectedCpu detectedCpu(std::string_view cpuInfo);

/// MemTotal of /proc/meminfo: what the kernel and the firmware have left of the RAM.
[[nodiscard]] std::optional<Bytes> detectedMemory(std::string_view memoryInfo);

/// One of "Memory Device" of `dmidecode --type 17` (SMBIOS 3.7, 7.18) that isn't empty.
struct DetectedModule {
    Bytes capacity;
    std::string type; ///< "DDR5"; empty: unknown
    std::optional<bool> registered;
    std::optional<bool> ecc;  ///< it is wider than its data
    std::optional<int> speed; ///< MT/s that it is made for
    std::string partNumber;
};
[[nodiscard]] std::vector<DetectedModule> detectedModules(std::string_view text);

/// A line of `nvidia-smi --query-gpu=name,memory.total,power.limit,… --format=csv,noheader,nounits`.
struct DetectedGpu {
    std::string name;
    std::optional<Bytes> memory; ///< empty: it has none of its own, or the driver doesn't say
    std::optional<Watts> powerLimit;
};
[[nodiscard]] std::vector<DetectedGpu> detectedGpus(std::string_view nvidiaSmi);

struct DetectedDrive {
    std::string model;
    Bytes capacity;
    bool rotational = false;
};
[[nodiscard]] std::vector<DetectedDrive> detectedDrives(const std::vector<std::string>& drives);

/// `system_profiler SPHardwareDataType` of macOS.
struct DetectedMac {
    std::string model; ///< "Mac Studio"
    std::string chip;  ///< "Apple M2 Max"; empty: no such text
    std::optional<Bytes> memory;
};
[[nodiscard]] DetectedMac detectedMac(std::string_view hardware);

} // namespace rigwright
