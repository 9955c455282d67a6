// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/run_program.h"
#include "detect/system_texts.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <system_error>

namespace rigwright {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostText = std::size_t{4} << 20U;
constexpr auto kProgramLimit = Seconds(5);
/// First byte of the class code: display controllers, processing accelerators.
constexpr int kDisplay = 0x03;
constexpr int kAccelerator = 0x12;

/// Empty where it can't be read.
std::string textOf(const fs::path& file)
{
    std::error_code ignored;
    if (fs::is_directory(file, ignored)) {
        return {};
    }
    std::ifstream in(file, std::ios::binary);
    std::string text(kMostText, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

/// Of a file that holds one value.
std::string lineOf(const fs::path& file)
{
    std::string text = textOf(file);
    text.erase(std::min(text.find('\n'), text.size()));
    const std::size_t last = text.find_last_not_of(" \t\r");
    text.erase(last == std::string::npos ? 0 : last + 1);
    return text;
}

std::optional<std::int64_t> numberOf(const std::string& text, int base)
{
    const std::string_view digits = std::string_view(text).substr(text.starts_with("0x") ? 2 : 0);
    std::int64_t number = 0;
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    return status == std::errc() && end == digits.data() + digits.size() ? std::optional(number)
                                                                         : std::nullopt;
}

int hexOf(const fs::path& file)
{
    return static_cast<int>(numberOf(lineOf(file), 16).value_or(0) & 0xffffff);
}

std::vector<fs::path> entriesOf(const fs::path& folder)
{
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator it(folder, error); !error && it != fs::directory_iterator();
         it.increment(error)) {
        entries.push_back(it->path());
    }
    std::ranges::sort(entries);
    return entries;
}

/// Names the devices by the list of the pciutils project: a line "10de  NVIDIA Corporation" for each maker, and below it a line
/// "<tab>2204  GA102 [GeForce RTX 3090]" for each device.
void addNames(std::vector<PciDevice>& devices, const fs::path& list)
{
    std::ifstream in(list, std::ios::binary);
    std::optional<std::int64_t> vendor;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#' || line.starts_with("\t\t")) {
            continue;
        }
        const bool isDevice = line[0] == '\t';
        const std::size_t start = isDevice ? 1 : 0;
        const auto id = numberOf(line.substr(start, 4), 16);
        if (!isDevice) {
            vendor = id;
            continue;
        }
        for (PciDevice& device : devices) {
            if (id && vendor == device.vendor && *id == device.device && device.name.empty() &&
                line.size() > start + 6) {
                device.name = line.substr(start + 6);
            }
        }
    }
}

std::vector<PciDevice> readPciDevices(const fs::path& root)
{
    std::vector<PciDevice> devices;
    for (const fs::path& folder : entriesOf(root / "sys/bus/pci/devices")) {
        PciDevice device;
        device.address = folder.filename().string();
        device.vendor = hexOf(folder / "vendor");
        device.device = hexOf(folder / "device");
        device.classCode = hexOf(folder / "class");
        const int kind = device.classCode >> 16;
        if (kind != kDisplay && kind != kAccelerator) {
            continue;
        }
        if (const auto bytes = numberOf(lineOf(folder / "mem_info_vram_total"), 10); bytes && *bytes > 0) {
            device.memory = Bytes(*bytes);
        }
        devices.push_back(std::move(device));
    }
    if (!devices.empty()) {
        for (const char* list : {"usr/share/hwdata/pci.ids", "usr/share/misc/pci.ids"}) {
            addNames(devices, root / list);
        }
    }
    return devices;
}

/// Disks of their own, not what the kernel makes of files, memory or other disks.
std::vector<std::string> readDrives(const fs::path& root)
{
    std::vector<std::string> drives;
    constexpr std::int64_t kSector = 512; // the unit of `size`, whatever the disk's own
    for (const fs::path& folder : entriesOf(root / "sys/block")) {
        const std::string model = lineOf(folder / "device/model");
        const auto sectors = numberOf(lineOf(folder / "size"), 10);
        if (model.empty() || !sectors || *sectors <= 0 || lineOf(folder / "removable") == "1") {
            continue;
        }
        const std::string rotates = lineOf(folder / "queue/rotational") == "1" ? "1" : "0";
        drives.push_back(folder.filename().string() + "|" + model + "|" + std::to_string(*sectors * kSector) +
                         "|" + rotates);
    }
    return drives;
}

} // namespace

SystemTexts readSystem(const fs::path& root)
{
    SystemTexts system;
    system.cpuInfo = textOf(root / "proc/cpuinfo");
    system.memoryInfo = textOf(root / "proc/meminfo");
    const fs::path firmware = root / "sys/class/dmi/id";
    system.boardVendor = lineOf(firmware / "board_vendor");
    system.boardName = lineOf(firmware / "board_name");
    system.productName = lineOf(firmware / "product_name");
    system.pciDevices = readPciDevices(root);
    system.drives = readDrives(root);
    if (root == "/") {
        system.memoryModules = outputOf({"dmidecode", "--quiet", "--type", "17"}, kProgramLimit);
        system.nvidiaSmi = outputOf({"nvidia-smi", "--query-gpu=name,memory.total,power.limit,pci.device_id",
                                     "--format=csv,noheader,nounits"},
                                    kProgramLimit);
    }
    return system;
}

} // namespace rigwright
