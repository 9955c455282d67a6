// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/names.h"
#include "catalog/tables/tables.h"
#include "facts/parts.h"

namespace rigwright {

namespace {

constexpr std::int64_t kGib = std::int64_t{1} << 30;
constexpr std::int64_t kGb = 1'000'000'000;
constexpr std::int64_t kTb = 1'000'000'000'000;

const std::vector<std::string>& sockets()
{
    static const std::vector<std::string> names{"AM4",     "AM5",     "LGA1700", "LGA1851", "LGA4189",
                                                "LGA4677", "LGA4710", "LGA7529", "SP3",     "SP5",
                                                "SP6",     "TR4",     "sTR5",    "sTRX4",   "sWRX8"};
    return names;
}

const std::vector<std::string>& moduleTypes()
{
    static const std::vector<std::string> names{"UDIMM",  "ECC UDIMM", "CUDIMM", "RDIMM",
                                                "LRDIMM", "MRDIMM",    "SODIMM"};
    return names;
}

const std::vector<std::string>& graphicsMemoryTypes()
{
    static const std::vector<std::string> names{"GDDR5",   "GDDR5X", "GDDR6",  "GDDR6X", "GDDR7",
                                                "HBM2",    "HBM2e",  "HBM3",   "HBM3e",  "DDR5",
                                                "LPDDR4X", "LPDDR5", "LPDDR5X"};
    return names;
}

const std::vector<std::string>& powerSupplyFormFactors()
{
    static const std::vector<std::string> names{"ATX", "SFX", "SFX-L", "CRPS", "proprietary"};
    return names;
}

const std::vector<std::string>& boardFormFactors()
{
    static const std::vector<std::string> names{"Mini-ITX", "mATX",    "ATX",        "E-ATX",
                                                "SSI-CEB",  "SSI-EEB", "proprietary"};
    return names;
}

Column yesNo(std::string name)
{
    return plainColumn(std::move(name), CellType::YesNo);
}

Column pcieGeneration()
{
    return wholeColumn("pcie_generation", 2, 7);
}

Column memorySpeed(std::string name)
{
    return wholeColumn(std::move(name), 1'000, 20'000);
}

Column pcieLanes()
{
    return wholeColumn("pcie_lanes", 1, 256);
}

/// A table of parts: what every part has stands before and after its own columns.
TableSpec partTable(std::string name, PartCategory category, std::vector<Column> own)
{
    std::vector<Column> columns{idColumn("id"), textColumn("manufacturer").must(), textColumn("name").must(),
                                textColumn("part_number")};
    for (Column& column : columns) {
        column.ofPart = true;
    }
    columns.insert(columns.end(), own.begin(), own.end());
    for (Column column : {textColumn("source").must(),
                          choiceColumn("verification", verificationNames()).must(), textColumn("note")}) {
        column.ofPart = true;
        columns.push_back(column);
    }
    return {.name = std::move(name), .category = categoryName(category), .columns = std::move(columns)};
}

TableSpec accelerators()
{
    return partTable("accelerators", PartCategory::Accelerator,
                     {
                         choiceColumn("vendor", vendorNames()).must(),
                         choiceColumn("segment", segmentNames()).must(),
                         textColumn("architecture"),
                         decimalColumn("compute_capability", 1, 99),
                         wholeColumn("release_year", 2000, 2100).must(),
                         decimalColumn("memory_gib", 1, 10'000).must().as("memory_bytes", kGib),
                         choiceColumn("memory_type", graphicsMemoryTypes()),
                         wholeColumn("memory_bus_bits", 32, 32'768),
                         decimalColumn("bandwidth_gb_s", 1, 100'000),
                         decimalColumn("fp32_tflops", 0.1, 100'000),
                         decimalColumn("fp16_tflops", 0.1, 100'000),
                         decimalColumn("fp16_accumulate16_tflops", 0.1, 100'000),
                         decimalColumn("bf16_tflops", 0.1, 100'000),
                         decimalColumn("fp8_tflops", 0.1, 100'000),
                         decimalColumn("int8_tops", 0.1, 100'000),
                         decimalColumn("fp4_tflops", 0.1, 100'000),
                         decimalColumn("board_power_w", 1, 10'000),
                         pcieGeneration(),
                         pcieLanes(),
                         choiceColumn("mounting", mountingNames()).must(),
                         wholeColumn("slot_width", 1, 6),
                         decimalColumn("length_mm", 50, 600),
                         wholeColumn("power_16pin", 0, 4),
                         wholeColumn("power_8pin", 0, 4),
                         wholeColumn("power_6pin", 0, 4),
                         decimalColumn("link_gb_s", 1, 100'000),
                         wholeColumn("link_max_devices", 1, 10'000).orElse("1"),
                     });
}

TableSpec cpus()
{
    return partTable("cpus", PartCategory::Cpu,
                     {
                         choiceColumn("socket", sockets()).must(),
                         wholeColumn("max_sockets", 1, 8).must(),
                         textColumn("family"),
                         wholeColumn("cores", 1, 1'024).must(),
                         wholeColumn("threads", 1, 2'048).must(),
                         decimalColumn("base_ghz", 0.5, 10),
                         decimalColumn("boost_ghz", 0.5, 10),
                         listColumn("memory_types", {"DDR4", "DDR5"}).must(),
                         listColumn("module_types", moduleTypes()).must(),
                         wholeColumn("memory_channels", 1, 16).must(),
                         memorySpeed("memory_mt_s").must(),
                         memorySpeed("memory_mt_s_two_per_channel"),
                         memorySpeed("ddr4_mt_s"),
                         decimalColumn("memory_max_gib", 1, 100'000).as("memory_max_bytes", kGib),
                         yesNo("ecc"),
                         pcieGeneration().must(),
                         pcieLanes().must(),
                         decimalColumn("power_w", 1, 2'000).must(),
                         decimalColumn("turbo_power_w", 1, 2'000),
                         yesNo("avx512").must(),
                         yesNo("amx").must(),
                         yesNo("graphics"),
                     });
}

TableSpec boards()
{
    return partTable("boards", PartCategory::Board,
                     {
                         choiceColumn("socket", sockets()).must(),
                         wholeColumn("socket_count", 1, 8).must(),
                         textColumn("chipset"),
                         choiceColumn("form_factor", boardFormFactors()).must(),
                         wholeColumn("dimm_slots", 1, 64).must(),
                         choiceColumn("memory_type", {"DDR4", "DDR5"}).must(),
                         listColumn("module_types", moduleTypes()).must(),
                         wholeColumn("channels_per_socket", 1, 16).must(),
                         decimalColumn("memory_max_gib", 1, 100'000).as("memory_max_bytes", kGib),
                         plainColumn("slots", CellType::Slots),
                         yesNo("slots_split").orElse("no"),
                         plainColumn("lane_sharing", CellType::LaneShares),
                         wholeColumn("m2_slots", 0, 16),
                         wholeColumn("sata_ports", 0, 32),
                         wholeColumn("u2_ports", 0, 32),
                         wholeColumn("slimsas_ports", 0, 32),
                         wholeColumn("mcio_ports", 0, 32),
                         wholeColumn("oculink_ports", 0, 32),
                         wholeColumn("eps_connectors", 0, 8),
                         memorySpeed("memory_mt_s"),
                         memorySpeed("memory_mt_s_two_per_channel"),
                         yesNo("ecc"),
                         listColumn("cpu_families", {}),
                         listColumn("cpu_families_by_update", {}),
                         yesNo("bios_flashback"),
                         textColumn("network"),
                         yesNo("bmc"),
                     });
}

TableSpec memory()
{
    return partTable("memory", PartCategory::Memory,
                     {
                         choiceColumn("memory_type", {"DDR4", "DDR5"}).must(),
                         choiceColumn("module_type", moduleTypes()).must(),
                         wholeColumn("modules", 1, 16).must(),
                         decimalColumn("module_gib", 1, 1'024).must().as("module_bytes", kGib),
                         memorySpeed("mt_s"),
                         wholeColumn("cas_latency", 5, 100),
                         wholeColumn("ranks", 1, 16),
                         decimalColumn("volts", 0.5, 2),
                         decimalColumn("height_mm", 10, 100),
                     });
}

TableSpec drives()
{
    return partTable(
        "drives", PartCategory::Storage,
        {
            decimalColumn("capacity_gb", 1, 1'000'000).must().as("capacity_bytes", kGb),
            choiceColumn("form_factor",
                         {"M.2 2280", "M.2 22110", "U.2", "U.3", "2.5\"", "3.5\"", "E1.S", "E3.S"})
                .must(),
            choiceColumn("interface", {"NVMe", "SATA"}).must(),
            pcieGeneration(),
            wholeColumn("pcie_lanes", 1, 16),
            decimalColumn("read_gb_s", 0.01, 100),
            decimalColumn("write_gb_s", 0.01, 100),
            decimalColumn("endurance_tb", 1, 1'000'000).as("endurance_bytes", kTb),
            yesNo("power_loss_protection"),
            decimalColumn("active_power_w", 0.1, 100),
        });
}

TableSpec powerSupplies()
{
    return partTable(
        "power_supplies", PartCategory::PowerSupply,
        {
            choiceColumn("form_factor", powerSupplyFormFactors()).must(),
            decimalColumn("rating_w", 100, 10'000).must(),
            choiceColumn("efficiency",
                         {"80+", "80+ Bronze", "80+ Silver", "80+ Gold", "80+ Platinum", "80+ Titanium"}),
            decimalColumn("atx_version", 1, 9),
            wholeColumn("leads_16pin", 0, 8),
            wholeColumn("leads_8pin", 0, 32),
            wholeColumn("leads_6pin", 0, 32).orElse("0"),
            decimalColumn("lead_16pin_w", 150, 600),
            wholeColumn("eps_connectors", 0, 8),
            yesNo("needs_200_volts").must(),
            decimalColumn("low_line_w", 100, 10'000),
            choiceColumn("inlet", {"C14", "C20"}),
            decimalColumn("length_mm", 50, 600),
            yesNo("redundant"),
        });
}

TableSpec cases()
{
    return partTable("cases", PartCategory::Case,
                     {
                         listColumn("board_form_factors", boardFormFactors()).must(),
                         decimalColumn("max_card_mm", 50, 1'000),
                         decimalColumn("max_cooler_mm", 20, 500),
                         wholeColumn("expansion_slots", 1, 20),
                         listColumn("power_supply_form_factors", powerSupplyFormFactors()),
                         wholeColumn("power_supplies", 1, 16),
                         decimalColumn("max_power_supply_mm", 50, 1'000),
                         wholeColumn("included_supplies", 0, 16),
                         decimalColumn("included_supply_w", 100, 10'000),
                         listColumn("radiators_mm", {"120", "140", "240", "280", "360", "420", "480", "560"}),
                         wholeColumn("double_width_cards", 0, 20),
                         wholeColumn("bays_3_5", 0, 100),
                         wholeColumn("bays_2_5", 0, 100),
                         wholeColumn("rack_units", 1, 48),
                         yesNo("ducted_airflow").orElse("no"),
                     });
}

TableSpec coolers()
{
    return partTable("coolers", PartCategory::Cooler,
                     {
                         choiceColumn("kind", {"air", "liquid"}).must(),
                         listColumn("sockets", sockets()).must(),
                         decimalColumn("height_mm", 10, 300),
                         decimalColumn("radiator_mm", 80, 600),
                         decimalColumn("rating_w", 10, 2'000),
                         decimalColumn("noise_db", 1, 100),
                     });
}

TableSpec networkCards()
{
    return partTable(
        "network_cards", PartCategory::NetworkCard,
        {
            decimalColumn("gbit_per_port", 0.1, 3'200).must(),
            wholeColumn("ports", 1, 16).must(),
            textColumn("protocol").must(),
            choiceColumn("connector", {"RJ45", "SFP+", "SFP28", "QSFP28", "QSFP56", "QSFP112", "OSFP"}),
            yesNo("rdma"),
            pcieGeneration().must(),
            pcieLanes().must(),
            decimalColumn("max_power_w", 1, 500),
        });
}

TableSpec systems()
{
    return partTable("systems", PartCategory::System,
                     {
                         referenceColumn("accelerator", {"accelerators"}).must(),
                         wholeColumn("accelerator_count", 1, 1'000).must(),
                         textColumn("cpu"),
                         decimalColumn("memory_gib", 1, 100'000).as("memory_bytes", kGib),
                         yesNo("unified_memory").must(),
                         decimalColumn("storage_gb", 1, 10'000'000).as("storage_bytes", kGb),
                         textColumn("network"),
                         decimalColumn("max_power_w", 1, 1'000'000),
                         wholeColumn("power_supplies", 1, 1'000),
                         decimalColumn("power_supply_w", 10, 100'000),
                         wholeColumn("rack_units", 1, 48),
                     });
}

} // namespace

std::vector<TableSpec> partTableSpecs()
{
    return {accelerators(),  cpus(),  boards(),  memory(),       drives(),
            powerSupplies(), cases(), coolers(), networkCards(), systems()};
}

} // namespace rigwright
