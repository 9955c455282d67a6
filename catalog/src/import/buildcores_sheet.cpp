// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/buildcores_sheet.h"

#include "catalog/import/buildcores_draft.h"
#include "catalog/import/foreign_cells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace rigwright {

namespace {

using nlohmann::json;

constexpr const char* kOldMemory = "parts for memory older than DDR4";

void readCpu(BuildcoresDraft& draft, const BuildcoresNames& /*names*/)
{
    JsonFields& fields = draft.fields();
    draft.word("socket", buildcoresSocket(fields.text("socket").value_or("")));
    if (!draft.has("socket")) {
        draft.passOver("CPUs for sockets that the catalog doesn't have");
        return;
    }
    draft.figure("cores", "cores.total");
    draft.figure("threads", "cores.threads");
    draft.figure("base_ghz", "clocks.performance.base");
    draft.figure("boost_ghz", "clocks.performance.boost");
    draft.words("memory_types", fields.texts("specifications.memory.types"));
    draft.figure("memory_channels", "specifications.memory.channels");
    draft.figure("memory_max_gib", "specifications.memory.maxSupport");
    draft.figure("power_w", "specifications.tdp");
    draft.figure("turbo_power_w", "specifications.ppt");
    draft.yes("ecc", "specifications.eccSupport");
    if (const auto graphics = fields.text("specifications.integratedGraphics.model")) {
        draft.word("graphics", *graphics == "None" ? "no" : "yes");
    }
}

void readCooler(BuildcoresDraft& draft, const BuildcoresNames& /*names*/)
{
    JsonFields& fields = draft.fields();
    std::vector<std::string> sockets = fields.texts("cpu_sockets");
    std::ranges::transform(sockets, sockets.begin(), buildcoresSocket);
    draft.words("sockets", sockets);
    if (!sockets.empty() && !draft.has("sockets")) {
        draft.passOver("coolers for none of the catalog's sockets");
        return;
    }
    const std::optional<bool> liquid = fields.yesOrNo("water_cooled");
    if (liquid) {
        draft.word("kind", *liquid ? "liquid" : "air");
        // The height of a liquid cooler is that of its radiator or its pump.
        draft.figure(*liquid ? "radiator_mm" : "height_mm", *liquid ? "radiator_size" : "height");
    }
    draft.figure("noise_db", "max_noise_level");
}

/// Where one kind of socket is filled in, the zeros of the others are meant.
void readPowerSockets(BuildcoresDraft& draft)
{
    JsonFields& fields = draft.fields();
    const auto count = [&](const char* path) { return fields.number(path).value_or(0); };
    const double pin16 = count("power_connectors.pcie_12VHPWR") + count("power_connectors.pcie_12V_2x6");
    const double pin8 = count("power_connectors.pcie_8_pin");
    const double pin6 = count("power_connectors.pcie_6_pin");
    if (pin16 + pin8 + pin6 > 0) {
        draft.number("power_16pin", pin16, "power_connectors.pcie_12VHPWR");
        draft.number("power_8pin", pin8, "power_connectors.pcie_8_pin");
        draft.number("power_6pin", pin6, "power_connectors.pcie_6_pin");
    }
}

void readCard(BuildcoresDraft& draft, const BuildcoresNames& names)
{
    JsonFields& fields = draft.fields();
    const std::string chip = fields.text("chipset").value_or("");
    const std::string accelerator = names.accelerators.find(chip, fields.number("memory").value_or(0));
    draft.word("accelerator", accelerator);
    if (!draft.has("accelerator")) {
        draft.passOver("cards with a chip, or a size of its memory, that the catalog has no accelerator for");
        return;
    }
    draft.figure("length_mm", "length");
    if (const auto slots = fields.number("total_slot_width")) {
        draft.number("slot_width", std::ceil(*slots), "total_slot_width");
    }
    draft.figure("board_power_w", "tdp");
    readPowerSockets(draft);
}

struct Platform {
    const char* socket;
    const char* channels;
};

// What the platform of the socket fixes for every board: AMD's and Intel's descriptions of their desktop platforms.
constexpr std::array kPlatforms{Platform{"AM4", "2"},     Platform{"AM5", "2"}, Platform{"LGA1700", "2"},
                                Platform{"LGA1851", "2"}, Platform{"TR4", "4"}, Platform{"sTRX4", "4"}};

/// "2.5 GbE + 2x 1 GbE"
std::string networkOf(JsonFields& fields)
{
    std::map<double, int, std::greater<>> ports;
    for (const json& port : fields.objects("onboard_ethernet")) {
        JsonFields one(port);
        const std::string speed = one.text("speed").value_or("");
        const std::optional<double> gigabits = speed.ends_with(" Gb/s")
            ? realNumber(std::string_view(speed).substr(0, speed.size() - 5), 0.1, 800)
            : std::nullopt;
        if (!gigabits) {
            return {};
        }
        ++ports[*gigabits];
    }
    std::string text;
    for (const auto& [gigabits, count] : ports) {
        text += (text.empty() ? "" : " + ") + (count > 1 ? std::to_string(count) + "x " : std::string()) +
            numberCell(gigabits) + " GbE";
    }
    return text;
}

void readBoardConnectors(BuildcoresDraft& draft)
{
    JsonFields& fields = draft.fields();
    const auto slots = fields.objects("m2_slots");
    const auto forDrives = std::ranges::count_if(slots, [](const json& slot) {
        JsonFields one(slot);
        return one.text("key").value_or("") == "M";
    });
    if (forDrives > 0) {
        draft.number("m2_slots", static_cast<double>(forDrives), "m2_slots");
    }
    const double sata = fields.number("storage_devices.sata_6_gb_s").value_or(0) +
        fields.number("storage_devices.sata_3_gb_s").value_or(0);
    if (sata > 0) {
        draft.number("sata_ports", sata, "storage_devices.sata_6_gb_s");
    }
    draft.figure("u2_ports", "storage_devices.u2");
    const std::vector<std::string> power = fields.texts("power_connectors.cpu_power");
    if (!power.empty() && std::ranges::all_of(power, [](const auto& one) { return one == "8-pin"; })) {
        draft.number("eps_connectors", static_cast<double>(power.size()), "power_connectors.cpu_power");
    }
}

void readBoard(BuildcoresDraft& draft, const BuildcoresNames& /*names*/)
{
    JsonFields& fields = draft.fields();
    draft.word("socket", buildcoresSocket(fields.text("socket").value_or("")));
    const std::optional<std::string> memory = fields.text("memory.ram_type");
    draft.word("memory_type", memory.value_or(""));
    if (!draft.has("socket") || (memory && !draft.has("memory_type"))) {
        draft.passOver(draft.has("socket") ? kOldMemory : "boards for sockets that the catalog doesn't have");
        return;
    }
    const auto platform = std::ranges::find(kPlatforms, draft.get("socket"), &Platform::socket);
    if (platform != kPlatforms.end()) {
        draft.word("socket_count", "1");
        draft.word("channels_per_socket", platform->channels);
    }
    draft.text("chipset", "chipset");
    draft.word("form_factor", buildcoresBoardSize(fields.text("form_factor").value_or("")));
    draft.figure("dimm_slots", "memory.slots");
    draft.figure("memory_max_gib", "memory.max");
    draft.yes("ecc", "ecc_support");
    draft.yes("bios_flashback", "bios_features.flashback");
    draft.word("network", networkOf(fields));
    readBoardConnectors(draft);
}

/// ECC and buffering as the catalog calls them together; empty where one of them is unknown.
std::string moduleType(JsonFields& fields)
{
    const std::string form = fields.text("form_factor").value_or("");
    const std::string ecc = fields.text("ecc").value_or("");
    const std::string buffer = fields.text("registered").value_or("");
    if (form.find("SO-DIMM") != std::string::npos || form.find("SODIMM") != std::string::npos) {
        return "SODIMM";
    }
    if (form.find("CUDIMM") != std::string::npos) {
        return "CUDIMM";
    }
    if (buffer == "Registered") {
        return "RDIMM";
    }
    if (buffer == "Unbuffered" && form.ends_with(" DIMM")) {
        return ecc == "ECC" ? "ECC UDIMM" : ecc == "Non-ECC" ? "UDIMM" : "";
    }
    return {};
}

void readMemory(BuildcoresDraft& draft, const BuildcoresNames& /*names*/)
{
    JsonFields& fields = draft.fields();
    const std::optional<std::string> type = fields.text("ram_type");
    draft.word("memory_type", type.value_or(""));
    if (type && !draft.has("memory_type")) {
        draft.passOver("memory older than DDR4");
        return;
    }
    draft.word("module_type", moduleType(fields));
    draft.figure("modules", "modules.quantity");
    draft.figure("module_gib", "modules.capacity_gb");
    draft.figure("mt_s", "speed");
    draft.figure("cas_latency", "cas_latency");
    draft.figure("volts", "voltage");
    draft.figure("height_mm", "height");
}

void readDrive(BuildcoresDraft& draft, const BuildcoresNames& /*names*/)
{
    JsonFields& fields = draft.fields();
    std::string size = fields.text("form_factor").value_or("");
    if (size.starts_with("M.2-")) {
        size[3] = ' ';
    }
    draft.word("form_factor", size);
    const std::string link = fields.text("interface").value_or("");
    if (fields.isYes("nvme")) {
        draft.word("interface", "NVMe");
    } else if (link.find("SATA") != std::string::npos) {
        draft.word("interface", "SATA");
    }
    if (!draft.has("form_factor") || !draft.has("interface")) {
        draft.passOver("drives of a size or an interface that the catalog has no word for");
        return;
    }
    draft.figure("capacity_gb", "capacity");
    // "M.2 PCIe 4.0 x4"
    if (const std::size_t pcie = link.find("PCIe "); pcie != std::string::npos && pcie + 11 == link.size()) {
        draft.word("pcie_generation", std::string_view(link).substr(pcie + 5, 1));
        draft.word("pcie_lanes", std::string_view(link).substr(pcie + 10, 1));
    }
    if (fields.text("type").value_or("") == "HDD") {
        draft.note("hard disk");
    }
}

void readPowerSupply(BuildcoresDraft& draft, const BuildcoresNames& /*names*/)
{
    const std::optional<std::string> size = draft.fields().text("form_factor");
    draft.word("form_factor", size.value_or(""));
    if (size && !draft.has("form_factor")) {
        draft.passOver("power supplies of a size that the catalog has no word for");
        return;
    }
    draft.figure("rating_w", "wattage");
    draft.text("efficiency", "efficiency_rating");
    draft.figure("leads_16pin", "connectors.pcie_12vhpwr");
    draft.figure("leads_8pin", "connectors.pcie_6_plus_2_pin");
    draft.figure("eps_connectors", "connectors.eps_8_pin");
    draft.figure("length_mm", "length");
}

void readCase(BuildcoresDraft& draft, const BuildcoresNames& /*names*/)
{
    JsonFields& fields = draft.fields();
    std::vector<std::string> boards = fields.texts("supported_motherboard_form_factors");
    std::ranges::transform(boards, boards.begin(), buildcoresBoardSize);
    draft.words("board_form_factors", boards);
    draft.figure("max_card_mm", "max_video_card_length");
    draft.figure("max_cooler_mm", "max_cpu_cooler_height");
    draft.figure("expansion_slots", "expansion_slots");
    draft.words("power_supply_form_factors", fields.texts("supported_power_supply_form_factors"));
    draft.figure("bays_3_5", "internal_3_5_bays");
    draft.figure("bays_2_5", "internal_2_5_bays");
    const std::string supply = fields.text("power_supply").value_or("");
    if (supply == "None") {
        draft.word("included_supplies", "0");
    } else if (supply.ends_with(" W")) {
        draft.word("included_supplies", "1");
        draft.word("included_supply_w", std::string_view(supply).substr(0, supply.size() - 2));
    }
}

void readNetworkCard(BuildcoresDraft& draft, const BuildcoresNames& /*names*/)
{
    if (draft.fields().text("metadata.name").value_or("").find("USB") != std::string::npos) {
        draft.passOver("network adapters that are no PCIe cards");
    }
}

struct Kind {
    const char* folder;
    const char* table;
    const char* field; ///< that only this kind has; null: none
    void (*read)(BuildcoresDraft&, const BuildcoresNames&);
};

constexpr std::array kKinds{
    Kind{"CPU", "cpus", "clocks", readCpu},
    Kind{"CPUCooler", "coolers", "cpu_sockets", readCooler},
    Kind{"GPU", "cards", "chipset_manufacturer", readCard},
    Kind{"Motherboard", "boards", "pcie_slots", readBoard},
    Kind{"NetworkCard", "network_cards", nullptr, readNetworkCard},
    Kind{"PCCase", "cases", "supported_motherboard_form_factors", readCase},
    Kind{"PSU", "power_supplies", "wattage", readPowerSupply},
    Kind{"RAM", "memory", "ram_type", readMemory},
    Kind{"Storage", "drives", "storage_type", readDrive},
};

/// A word such as "OC" stands in some files where the number should; then nobody knows it.
bool isPartNumber(const std::string& text)
{
    constexpr std::size_t kShortest = 4;
    constexpr std::size_t kLongest = 60;
    return text.size() >= kShortest && text.size() <= kLongest &&
        std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void readNames(BuildcoresDraft& draft, std::string product, const std::string& maker,
               const BuildcoresNames& names)
{
    // The same CPU, sold without a box.
    constexpr std::string_view kTray = " OEM/Tray";
    if (product.ends_with(kTray)) {
        product.resize(product.size() - kTray.size());
    }
    const MakerAndName split = names.makers.split(product);
    const bool isFront = joinedWords(nameWords(split.maker)) == joinedWords(nameWords(maker));
    draft.word("manufacturer", isFront ? split.maker : maker);
    draft.word("name", isFront ? split.name : product);
    std::vector<std::string> numbers = draft.fields().texts("metadata.part_numbers");
    std::erase_if(numbers, [](const std::string& number) { return !isPartNumber(number); });
    if (numbers.empty()) {
        return;
    }
    draft.word("part_number", numbers.front());
    std::string others;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        others += (i > 1 ? ", " : "") + numbers[i];
    }
    if (!others.empty()) {
        draft.note("other part numbers: " + others);
    }
}

} // namespace

bool isBuildcoresKind(std::string_view folder)
{
    const auto found = std::ranges::find(kKinds, folder, &Kind::folder);
    return found != kKinds.end() && findPartTable(found->table) != nullptr;
}

std::string buildcoresKind(const json& document)
{
    for (const Kind& kind : kKinds) {
        if (kind.field != nullptr && document.contains(kind.field) && isBuildcoresKind(kind.folder)) {
            return kind.folder;
        }
    }
    return {};
}

Expected<BuildcoresPart> readBuildcoresPart(const std::string& kind, const json& document,
                                            const BuildcoresNames& names)
{
    const auto known = std::ranges::find(kKinds, kind, &Kind::folder);
    if (known == kKinds.end()) {
        return fail("is of no kind of part that the catalog has a table for");
    }
    BuildcoresDraft draft(known->table, document);
    const std::optional<std::string> name = draft.fields().text("metadata.name");
    const std::optional<std::string> maker = draft.fields().text("metadata.manufacturer");
    constexpr std::size_t kLongestName = 300;
    if (!name || !maker || name->size() > kLongestName || maker->size() > kLongestName) {
        return fail("expected metadata.name and metadata.manufacturer");
    }
    known->read(draft, names);
    readNames(draft, *name, *maker, names);
    return draft.take();
}

} // namespace rigwright
