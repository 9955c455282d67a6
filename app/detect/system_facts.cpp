// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/system_facts.h"

#include "units/format.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace rigwright {

namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> piecesOf(std::string_view text, char separator)
{
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        pieces.push_back(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pieces;
}

/// "key : value"
std::pair<std::string_view, std::string_view> keyAndValue(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
        return {};
    }
    return {trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
}

/// The number that a text begins with, such as "65536 MB"; nothing below zero, and nothing that no machine has.
std::optional<double> leadingNumber(std::string_view text)
{
    constexpr double kMost = 1e15;
    double number = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    return status == std::errc() && number >= 0 && number < kMost ? std::optional(number) : std::nullopt;
}

/// "32 GB", "32768 MB", "65842312 kB": all of 1024.
std::optional<Bytes> capacityOf(std::string_view text)
{
    const std::pair<std::string_view, double> units[] = {
        {"kB", 1.0 / 1048576}, {"MB", 1.0 / 1024}, {"GB", 1}, {"TB", 1024}};
    const auto number = leadingNumber(text);
    for (const auto& [unit, gib] : units) {
        if (number && text.ends_with(unit) && *number * gib < 1e6) {
            return Bytes::gib(*number * gib);
        }
    }
    return std::nullopt;
}

struct ModuleWidths {
    std::optional<double> total;
    std::optional<double> data;
};

void readModuleLine(DetectedModule& module, ModuleWidths& widths, std::string_view key,
                    std::string_view value)
{
    if (key == "Size") {
        module.capacity = capacityOf(value).value_or(Bytes());
    } else if (key == "Type" && value.starts_with("DDR")) {
        module.type = value;
    } else if (key == "Type Detail") {
        const bool unbuffered = value.find("Unbuffered") != std::string_view::npos;
        const bool registered = value.find("Registered") != std::string_view::npos;
        if (unbuffered != registered) {
            module.registered = registered;
        }
    } else if (key == "Total Width") {
        widths.total = leadingNumber(value);
    } else if (key == "Data Width") {
        widths.data = leadingNumber(value);
    } else if (key == "Speed") {
        const auto speed = leadingNumber(value);
        module.speed = speed && *speed < 1e6 ? std::optional(static_cast<int>(*speed)) : std::nullopt;
    } else if (key == "Part Number" && value != "Unknown" && value != "NO DIMM") {
        module.partNumber = value;
    }
    if (widths.total && widths.data) {
        module.ecc = *widths.total > *widths.data;
    }
}

} // namespace

DetectedCpu detectedCpu(std::string_view cpuInfo)
{
    DetectedCpu cpu;
    std::set<std::string_view> packages;
    for (const std::string_view line : piecesOf(cpuInfo, '\n')) {
        const auto [key, value] = keyAndValue(line);
        if (key == "processor") {
            ++cpu.threads;
        } else if (key == "model name" && cpu.name.empty()) {
            cpu.name = value;
        } else if (key == "physical id") {
            packages.insert(value);
        } else if (key == "flags" && !cpu.virtualMachine) {
            cpu.virtualMachine = (" " + std::string(value) + " ").find(" hypervisor ") != std::string::npos;
        }
    }
    constexpr std::size_t kMostSockets = 64;
    cpu.sockets = static_cast<int>(std::clamp<std::size_t>(packages.size(), 1, kMostSockets));
    return cpu;
}

std::optional<Bytes> detectedMemory(std::string_view memoryInfo)
{
    for (const std::string_view line : piecesOf(memoryInfo, '\n')) {
        const auto [key, value] = keyAndValue(line);
        if (key == "MemTotal") {
            const auto capacity = capacityOf(value);
            return capacity && *capacity > Bytes() ? capacity : std::nullopt;
        }
    }
    return std::nullopt;
}

std::vector<DetectedModule> detectedModules(std::string_view text)
{
    std::vector<DetectedModule> modules;
    ModuleWidths widths;
    bool inModule = false;
    for (const std::string_view line : piecesOf(text, '\n')) {
        if (line == "Memory Device") {
            modules.emplace_back();
            widths = {};
            inModule = true;
        } else if (line.empty() || line.starts_with("Handle")) {
            inModule = false;
        } else if (inModule) {
            const auto [key, value] = keyAndValue(line);
            readModuleLine(modules.back(), widths, key, value);
        }
    }
    std::erase_if(modules, [](const DetectedModule& module) { return module.capacity <= Bytes(); });
    return modules;
}

std::vector<DetectedGpu> detectedGpus(std::string_view nvidiaSmi)
{
    std::vector<DetectedGpu> gpus;
    for (const std::string_view line : piecesOf(nvidiaSmi, '\n')) {
        const auto fields = piecesOf(line, ',');
        if (fields.size() < 3 || fields[0].empty()) {
            continue;
        }
        DetectedGpu gpu;
        gpu.name = fields[0];
        if (const auto mib = leadingNumber(fields[1]); mib && *mib > 0 && *mib < 1e9) {
            gpu.memory = Bytes::mib(*mib);
        }
        if (const auto watts = leadingNumber(fields[2]); watts && *watts > 0) {
            gpu.powerLimit = Watts(*watts);
        }
        gpus.push_back(std::move(gpu));
    }
    return gpus;
}

std::vector<DetectedDrive> detectedDrives(const std::vector<std::string>& drives)
{
    std::vector<DetectedDrive> detected;
    for (const std::string& drive : drives) {
        const auto fields = piecesOf(drive, '|');
        const auto bytes = fields.size() == 4 ? leadingNumber(fields[2]) : std::nullopt;
        if (bytes && *bytes > 0 && !fields[1].empty()) {
            detected.push_back(
                {std::string(fields[1]), Bytes(static_cast<std::int64_t>(*bytes)), fields[3] == "1"});
        }
    }
    return detected;
}

DetectedMac detectedMac(std::string_view hardware)
{
    DetectedMac mac;
    for (const std::string_view line : piecesOf(hardware, '\n')) {
        const auto [key, value] = keyAndValue(line);
        if (key == "Model Name") {
            mac.model = value;
        } else if (key == "Chip") {
            mac.chip = value;
        } else if (key == "Memory") {
            mac.memory = capacityOf(value);
        }
    }
    return mac;
}

} // namespace rigwright
