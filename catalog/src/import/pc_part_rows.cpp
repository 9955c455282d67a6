// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/pc_part_rows.h"

#include "catalog/import/pc_part_sheet.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rigwright {

namespace {

struct Words {
    std::string_view from;
    const char* to;
};

template <std::size_t Count>
const char* mapped(const std::array<Words, Count>& words, std::string_view word)
{
    const auto found = std::ranges::find(words, word, &Words::from);
    return found == words.end() ? nullptr : found->to;
}

/// "2,16": two whole numbers.
std::optional<std::pair<std::string, std::string>> pairIn(const std::string& cell)
{
    const std::size_t comma = cell.find(',');
    if (comma == std::string::npos) {
        return std::nullopt;
    }
    const std::pair<std::string, std::string> both{cell.substr(0, comma), cell.substr(comma + 1)};
    const auto isNumber = [](const std::string& text) {
        return !text.empty() && text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos;
    };
    return isNumber(both.first) && isNumber(both.second) ? std::optional(both) : std::nullopt;
}

PcResult<PartSheet> badCell(const char* column, const std::string& expected, const std::string& cell)
{
    return tl::unexpected(
        PcLeftOut{column, "expected " + expected + ", got '" + cell.substr(0, 60) + "'", true});
}

PcResult<PartSheet> readCpu(const PcRow& row, const PcNames& names)
{
    PcSheet sheet("cpus", row, names);
    sheet.figure("cores", "core_count");
    sheet.figure("base_ghz", "core_clock");
    sheet.figure("power_w", "tdp");
    if (!row["graphics"].empty()) {
        sheet.set("graphics", "yes");
    }
    return sheet.take({});
}

PcResult<PartSheet> readCard(const PcRow& row, const PcNames& names)
{
    const std::string& chip = row["chipset"];
    const std::string& memory = row["memory"];
    double gigabytes = 0;
    const auto [end, error] = std::from_chars(memory.data(), memory.data() + memory.size(), gigabytes);
    if (!memory.empty() && (error != std::errc() || end != memory.data() + memory.size())) {
        return badCell("memory", "a number of GB", memory);
    }
    const std::string accelerator = names.accelerators.find(chip, gigabytes);
    if (accelerator.empty() || findPartTable("cards") == nullptr) {
        return pcPassOver(
            "cards with a chip, or a size of its memory, that the catalog has no accelerator for");
    }
    PcSheet sheet("cards", row, names);
    sheet.set("accelerator", accelerator);
    sheet.figure("length_mm", "length");
    if (!AcceleratorNames::names(sheet.product(), chip)) {
        sheet.set("name", sheet.get("name") + " " + chip);
    }
    return sheet.take({accelerator, sheet.get("length_mm").empty() ? "" : sheet.get("length_mm") + "mm"});
}

struct Socket {
    std::string_view from;
    const char* name;
    const char* memory; ///< null: boards for either are made
    const char* channels;
};

// What the platform of the socket fixes for every board: AMD's and Intel's descriptions of their desktop platforms.
constexpr std::array kSockets{
    Socket{"AM4", "AM4", "DDR4", "2"},          Socket{"AM5", "AM5", "DDR5", "2"},
    Socket{"LGA1700", "LGA1700", nullptr, "2"}, Socket{"LGA1851", "LGA1851", "DDR5", "2"},
    Socket{"sTR4", "TR4", "DDR4", "4"},         Socket{"TR4", "TR4", "DDR4", "4"},
    Socket{"sTRX4", "sTRX4", "DDR4", "4"},
};
constexpr std::array kBoardSizes{
    Words{"ATX", "ATX"},    Words{"Micro ATX", "mATX"},  Words{"Mini ITX", "Mini-ITX"},
    Words{"EATX", "E-ATX"}, Words{"SSI CEB", "SSI-CEB"}, Words{"SSI EEB", "SSI-EEB"},
};

/// Boards for LGA1700 say in their names which memory they take, if they say it at all.
const char* memoryInName(const std::string& name)
{
    const std::vector<std::string> words = nameWords(name);
    const auto has = [&](const char* word) { return std::ranges::find(words, word) != words.end(); };
    const bool ddr4 = has("ddr4") || has("d4");
    const bool ddr5 = has("ddr5") || has("d5");
    return ddr4 == ddr5 ? nullptr : ddr4 ? "DDR4" : "DDR5";
}

PcResult<PartSheet> readBoard(const PcRow& row, const PcNames& names)
{
    const auto socket = std::ranges::find(kSockets, std::string_view(row["socket"]), &Socket::from);
    if (socket == kSockets.end()) {
        return pcPassOver("boards for sockets of which the catalog knows no CPU");
    }
    PcSheet sheet("boards", row, names);
    sheet.set("socket", socket->name);
    sheet.set("socket_count", "1");
    sheet.set("channels_per_socket", socket->channels);
    const char* memory = socket->memory == nullptr ? memoryInName(sheet.product()) : socket->memory;
    sheet.set("memory_type", memory == nullptr ? "" : memory);
    const char* size = mapped(kBoardSizes, row["form_factor"]);
    sheet.set("form_factor", size == nullptr ? "" : size);
    sheet.figure("memory_max_gib", "max_memory");
    sheet.figure("dimm_slots", "memory_slots");
    return sheet.take({});
}

PcResult<PartSheet> readMemory(const PcRow& row, const PcNames& names)
{
    const auto speed = pairIn(row["speed"]);
    const auto modules = pairIn(row["modules"]);
    constexpr const char* kTooOld = "memory older than DDR4";
    // The first generation has no number.
    if (row["speed"] == "333" || row["speed"] == "400") {
        return pcPassOver(kTooOld);
    }
    if (!speed) {
        return badCell("speed", "a generation and MT/s such as 5,6000", row["speed"]);
    }
    if (!modules) {
        return badCell("modules", "a number of modules and GB such as 2,16", row["modules"]);
    }
    if (speed->first != "4" && speed->first != "5") {
        return pcPassOver(kTooOld);
    }
    PcSheet sheet("memory", row, names);
    sheet.set("memory_type", "DDR" + speed->first);
    sheet.set("mt_s", speed->second);
    sheet.set("modules", modules->first);
    sheet.set("module_gib", modules->second);
    sheet.figure("cas_latency", "cas_latency");
    const std::string& latency = sheet.get("cas_latency");
    const std::string capacity =
        std::to_string(std::stoi(modules->first) * std::stoi(modules->second)) + " GB";
    const std::string kit = modules->first + "x" + modules->second + "gb";
    const std::string line = sheet.get("name");
    const bool saysCapacity = line == capacity || line.ends_with(" " + capacity);
    sheet.set("name",
              line + (saysCapacity ? "" : " " + capacity) + " (" + modules->first + " x " + modules->second +
                  " GB) DDR" + speed->first + "-" + speed->second + (latency.empty() ? "" : " CL" + latency));
    return sheet.take({kit, "ddr" + speed->first, speed->second, latency.empty() ? "" : "cl" + latency});
}

constexpr std::array kM2Sizes{Words{"M.2-2280", "M.2 2280"}, Words{"M.2-22110", "M.2 22110"}};
constexpr std::array kDiskSizes{Words{"2.5", "2.5\""}, Words{"3.5", "3.5\""}};

/// Form factor, interface and PCIe generation where the two cells of a drive name ones that the catalog has words for.
bool setConnection(PcSheet& sheet, const std::string& size, const std::string& link)
{
    constexpr std::string_view kPcie = "M.2 PCIe ";
    const char* m2 = mapped(kM2Sizes, size);
    const char* disk = mapped(kDiskSizes, size);
    if (m2 != nullptr && link.starts_with(kPcie)) {
        sheet.set("form_factor", m2);
        sheet.set("interface", "NVMe");
        sheet.set("pcie_generation", std::string_view(link).substr(kPcie.size(), 1));
        return true;
    }
    if (m2 != nullptr && link == "M.2 SATA") {
        sheet.set("form_factor", m2);
        sheet.set("interface", "SATA");
        return true;
    }
    if (disk != nullptr && link.starts_with("SATA ")) {
        sheet.set("form_factor", disk);
        sheet.set("interface", "SATA");
        return true;
    }
    if (size == "2.5" && link == "U.2") {
        sheet.set("form_factor", "U.2");
        sheet.set("interface", "NVMe");
        return true;
    }
    return false;
}

std::string inTerabytes(const std::string& gigabytes)
{
    double value = 0;
    std::from_chars(gigabytes.data(), gigabytes.data() + gigabytes.size(), value);
    if (value < 1'000) {
        return gigabytes + " GB";
    }
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value / 1'000);
    return error == std::errc() ? std::string(text.data(), end) + " TB" : gigabytes + " GB";
}

PcResult<PartSheet> readDrive(const PcRow& row, const PcNames& names)
{
    PcSheet sheet("drives", row, names);
    if (!setConnection(sheet, row["form_factor"], row["interface"])) {
        return pcPassOver("drives of a size or an interface that the catalog has no word for");
    }
    sheet.figure("capacity_gb", "capacity");
    const std::string capacity = inTerabytes(sheet.get("capacity_gb"));
    sheet.set("name", sheet.get("name") + " " + capacity);
    const std::string& type = row["type"];
    const bool isDisk = !type.empty() && type.find_first_not_of("0123456789") == std::string::npos;
    if (isDisk) {
        sheet.note("hard disk with " + type + " turns a minute");
    }
    const std::string compact =
        capacity.substr(0, capacity.find(' ')) + capacity.substr(capacity.find(' ') + 1);
    return sheet.take({compact, sheet.get("form_factor"), sheet.get("interface"),
                       sheet.get("pcie_generation"), isDisk ? type + "rpm" : ""});
}

constexpr std::array kSupplySizes{Words{"ATX", "ATX"}, Words{"SFX", "SFX"}};
constexpr std::array kEfficiencies{
    Words{"plus", "80+"},      Words{"bronze", "80+ Bronze"},     Words{"silver", "80+ Silver"},
    Words{"gold", "80+ Gold"}, Words{"platinum", "80+ Platinum"}, Words{"titanium", "80+ Titanium"},
};

PcResult<PartSheet> readPowerSupply(const PcRow& row, const PcNames& names)
{
    const char* size = mapped(kSupplySizes, row["type"]);
    if (size == nullptr) {
        return pcPassOver("power supplies of a size that the catalog has no word for");
    }
    PcSheet sheet("power_supplies", row, names);
    // SFX-L supplies are listed as SFX, so that word is certain of nothing.
    sheet.set("form_factor", std::string_view(size) == "SFX" ? "" : size);
    sheet.figure("rating_w", "wattage");
    const std::string& efficiency = row["efficiency"];
    const char* label = mapped(kEfficiencies, efficiency);
    sheet.set("efficiency", label == nullptr ? "" : label);
    const std::string& rating = sheet.get("rating_w");
    if (sheet.product().find(rating) == std::string::npos) {
        sheet.set("name", sheet.get("name") + " " + rating + " W");
    }
    return sheet.take({rating + "w", label == nullptr ? "" : efficiency});
}

constexpr const char* kUpToAtx = "Mini-ITX;mATX;ATX";
constexpr const char* kUpToMicroAtx = "Mini-ITX;mATX";

PcResult<PartSheet> readCase(const PcRow& row, const PcNames& names)
{
    PcSheet sheet("cases", row, names);
    // A case for boards of one size takes the smaller ones too: they share its mounting holes. HTPC names no size.
    const std::string& type = row["type"];
    sheet.set("board_form_factors",
              type.starts_with("ATX ")            ? kUpToAtx
                  : type.starts_with("MicroATX ") ? kUpToMicroAtx
                  : type.starts_with("Mini ITX ") ? "Mini-ITX"
                                                  : "");
    const std::string& supply = row["psu"];
    if (supply.find_first_not_of("0123456789") != std::string::npos) {
        return badCell("psu", "a number of watts", supply);
    }
    if (!supply.empty()) {
        sheet.note("comes with a power supply of " + supply + " W");
    }
    return sheet.take({supply.empty() ? "" : "with-" + supply + "w"});
}

PcResult<PartSheet> readCooler(const PcRow& row, const PcNames& names)
{
    PcSheet sheet("coolers", row, names);
    // Only liquid coolers have a size; but a missing one doesn't make it an air cooler.
    sheet.figure("radiator_mm", "size");
    const std::string& radiator = sheet.get("radiator_mm");
    sheet.set("kind", radiator.empty() ? "" : "liquid");
    // Of a range the loudest; a cooler without a fan makes no noise that there is a figure for.
    const std::string& noise = row["noise_level"];
    const std::string loudest = noise.substr(noise.find(',') == std::string::npos ? 0 : noise.find(',') + 1);
    if (loudest != "0") {
        sheet.figure("noise_db", "noise_level", loudest);
    }
    if (!radiator.empty() && sheet.product().find(radiator) == std::string::npos) {
        sheet.set("name", sheet.get("name") + " " + radiator);
    }
    return sheet.take({radiator.empty() ? "" : radiator + "mm"});
}

PcResult<PartSheet> readNetworkCard(const PcRow& row, const PcNames& names)
{
    constexpr std::string_view kPcie = "PCIe x";
    const std::string& link = row["interface"];
    if (!link.starts_with(kPcie)) {
        return pcPassOver("network adapters that are no PCIe cards");
    }
    PcSheet sheet("network_cards", row, names);
    sheet.set("pcie_lanes", std::string_view(link).substr(kPcie.size()));
    sheet.set("protocol", "Ethernet");
    return sheet.take({});
}

} // namespace

const std::string& PcRow::operator[](std::string_view column) const
{
    return rows_.cells()[rows_.header().find(column).value()];
}

const std::vector<PcCategory>& pcCategories()
{
    static const std::vector<PcCategory> categories{
        {"cpu.csv", "cpus", {"core_count", "core_clock", "tdp", "graphics"}, false, readCpu},
        {"video-card.csv", "cards", {"chipset", "memory", "length"}, false, readCard},
        {"motherboard.csv",
         "boards",
         {"socket", "form_factor", "max_memory", "memory_slots"},
         false,
         readBoard},
        {"memory.csv", "memory", {"speed", "modules", "cas_latency"}, false, readMemory},
        {"internal-hard-drive.csv",
         "drives",
         {"capacity", "type", "form_factor", "interface"},
         false,
         readDrive},
        {"power-supply.csv", "power_supplies", {"type", "efficiency", "wattage"}, false, readPowerSupply},
        {"case.csv", "cases", {"type", "psu", "side_panel"}, false, readCase},
        {"cpu-cooler.csv", "coolers", {"rpm", "noise_level", "size"}, false, readCooler},
        {"wired-network-card.csv", "network_cards", {"interface", "color"}, true, readNetworkCard},
    };
    return categories;
}

} // namespace rigwright
