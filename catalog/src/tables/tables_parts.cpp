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
    for (Column column : {textColumn("source").must(), plainColumn("source_date", CellType::Date),
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
                         decimalColumn("memory_gib", 1, 10'000).must().as("memory_bytes", kGib).in("memory"),
                         choiceColumn("memory_type", graphicsMemoryTypes()).in("memory"),
                         wholeColumn("memory_bus_bits", 32, 32'768).in("memory"),
                         decimalColumn("bandwidth_gb_s", 1, 100'000).in("memory"),
                         decimalColumn("fp32_tflops", 0.1, 100'000).in("compute"),
                         decimalColumn("fp16_tflops", 0.1, 100'000).in("compute"),
                         decimalColumn("fp16_accumulate16_tflops", 0.1, 100'000).in("compute"),
                         decimalColumn("bf16_tflops", 0.1, 100'000).in("compute"),
                         decimalColumn("fp8_tflops", 0.1, 100'000).in("compute"),
                         decimalColumn("int8_tops", 0.1, 100'000).in("compute"),
                         decimalColumn("fp4_tflops", 0.1, 100'000).in("compute"),
                         decimalColumn("board_power_w", 1, 10'000).in("power"),
                         pcieGeneration().in("links"),
                         pcieLanes().in("links"),
                         choiceColumn("mounting", mountingNames()).must().in("size"),
                         wholeColumn("slot_width", 1, 6).in("size"),
                         decimalColumn("length_mm", 50, 600).in("size"),
                         wholeColumn("power_16pin", 0, 4).in("power"),
                         wholeColumn("power_8pin", 0, 4).in("power"),
                         wholeColumn("power_6pin", 0, 4).in("power"),
                         decimalColumn("link_gb_s", 1, 100'000).in("links"),
                         wholeColumn("link_max_devices", 1, 10'000).orElse("1").in("links"),
                     });
}

/// Makers' cards; what isn't here is the accelerator's.
TableSpec cards()
{
    return partTable("cards", PartCategory::Accelerator,
                     {
                         referenceColumn("accelerator", {"accelerators"}).must(),
                         decimalColumn("length_mm", 50, 600).in("size"),
                         wholeColumn("slot_width", 1, 6).in("size"),
                         decimalColumn("board_power_w", 1, 10'000).in("power"),
                         wholeColumn("power_16pin", 0, 4).in("power"),
                         wholeColumn("power_8pin", 0, 4).in("power"),
                         wholeColumn("power_6pin", 0, 4).in("power"),
                     });
}

TableSpec cpus()
{
    return partTable(
        "cpus", PartCategory::Cpu,
        {
            choiceColumn("socket", sockets()).must(),
            wholeColumn("max_sockets", 1, 8).must(),
            textColumn("family"),
            wholeColumn("cores", 1, 1'024).must().in("cores"),
            wholeColumn("threads", 1, 2'048).must().in("cores"),
            decimalColumn("base_ghz", 0.5, 10).in("cores"),
            decimalColumn("boost_ghz", 0.5, 10).in("cores"),
            listColumn("memory_types", {"DDR4", "DDR5"}).must().in("memory"),
            listColumn("module_types", moduleTypes()).must().in("memory"),
            wholeColumn("memory_channels", 1, 16).must().in("memory"),
            memorySpeed("memory_mt_s").must().in("memory"),
            memorySpeed("memory_mt_s_two_per_channel").in("memory"),
            memorySpeed("ddr4_mt_s").in("memory"),
            decimalColumn("memory_max_gib", 1, 100'000).as("memory_max_bytes", kGib).in("memory"),
            yesNo("ecc").in("memory"),
            pcieGeneration().must().in("pcie"),
            pcieLanes().must().in("pcie"),
            decimalColumn("power_w", 1, 2'000).must().in("power"),
            decimalColumn("turbo_power_w", 1, 2'000).in("power"),
            yesNo("avx512").must().in("isa"),
            yesNo("amx").must().in("isa"),
            yesNo("graphics"),
        });
}

TableSpec boards()
{
    return partTable(
        "boards", PartCategory::Board,
        {
            choiceColumn("socket", sockets()).must(),
            wholeColumn("socket_count", 1, 8).must(),
            textColumn("chipset"),
            choiceColumn("form_factor", boardFormFactors()).must().in("size"),
            wholeColumn("dimm_slots", 1, 64).must().in("memory"),
            choiceColumn("memory_type", {"DDR4", "DDR5"}).must().in("memory"),
            listColumn("module_types", moduleTypes()).must().in("memory"),
            wholeColumn("channels_per_socket", 1, 16).must().in("memory"),
            decimalColumn("memory_max_gib", 1, 100'000).as("memory_max_bytes", kGib).in("memory"),
            plainColumn("slots", CellType::Slots).in("slots"),
            yesNo("slots_split").orElse("no").in("slots"),
            plainColumn("lane_sharing", CellType::LaneShares).in("slots"),
            wholeColumn("m2_slots", 0, 16).in("storage"),
            wholeColumn("sata_ports", 0, 32).in("storage"),
            wholeColumn("u2_ports", 0, 32).in("storage"),
            wholeColumn("slimsas_ports", 0, 32).in("storage"),
            wholeColumn("mcio_ports", 0, 32).in("storage"),
            wholeColumn("oculink_ports", 0, 32).in("storage"),
            wholeColumn("eps_connectors", 0, 8).in("power"),
            memorySpeed("memory_mt_s").in("support"),
            memorySpeed("memory_mt_s_two_per_channel").in("support"),
            yesNo("ecc").in("support"),
            listColumn("cpu_families", {}).in("support"),
            listColumn("cpu_families_by_update", {}).in("support"),
            yesNo("bios_flashback").in("support"),
            textColumn("network").in("network"),
            yesNo("bmc").in("network"),
        });
}

TableSpec memory()
{
    return partTable("memory", PartCategory::Memory,
                     {
                         choiceColumn("memory_type", {"DDR4", "DDR5"}).must().in("modules"),
                         choiceColumn("module_type", moduleTypes()).must().in("modules"),
                         wholeColumn("modules", 1, 16).must().in("modules"),
                         decimalColumn("module_gib", 1, 1'024).must().as("module_bytes", kGib).in("modules"),
                         memorySpeed("mt_s").in("speed"),
                         wholeColumn("cas_latency", 5, 100).in("speed"),
                         wholeColumn("ranks", 1, 16).in("modules"),
                         decimalColumn("volts", 0.5, 2).in("speed"),
                         decimalColumn("height_mm", 10, 100).in("size"),
                     });
}

TableSpec drives()
{
    return partTable(
        "drives", PartCategory::Storage,
        {
            decimalColumn("capacity_gb", 1, 1'000'000).must().as("capacity_bytes", kGb).in("size"),
            choiceColumn("form_factor",
                         {"M.2 2280", "M.2 22110", "U.2", "U.3", "2.5\"", "3.5\"", "E1.S", "E3.S"})
                .must()
                .in("size"),
            choiceColumn("interface", {"NVMe", "SATA"}).must().in("speed"),
            pcieGeneration().in("speed"),
            wholeColumn("pcie_lanes", 1, 16).in("speed"),
            decimalColumn("read_gb_s", 0.01, 100).in("speed"),
            decimalColumn("write_gb_s", 0.01, 100).in("speed"),
            decimalColumn("endurance_tb", 1, 1'000'000).as("endurance_bytes", kTb).in("endurance"),
            yesNo("power_loss_protection").in("endurance"),
            decimalColumn("active_power_w", 0.1, 100).in("power"),
        });
}

TableSpec powerSupplies()
{
    return partTable(
        "power_supplies", PartCategory::PowerSupply,
        {
            choiceColumn("form_factor", powerSupplyFormFactors()).must().in("size"),
            decimalColumn("rating_w", 100, 10'000).must().in("power"),
            choiceColumn("efficiency",
                         {"80+", "80+ Bronze", "80+ Silver", "80+ Gold", "80+ Platinum", "80+ Titanium"})
                .in("power"),
            decimalColumn("atx_version", 1, 9).in("connectors"),
            wholeColumn("leads_16pin", 0, 8).in("connectors"),
            wholeColumn("leads_8pin", 0, 32).in("connectors"),
            wholeColumn("leads_6pin", 0, 32).orElse("0").in("connectors"),
            decimalColumn("lead_16pin_w", 150, 600).in("connectors"),
            wholeColumn("eps_connectors", 0, 8).in("connectors"),
            yesNo("needs_200_volts").must().in("input"),
            decimalColumn("low_line_w", 100, 10'000).in("input"),
            choiceColumn("inlet", {"C14", "C20"}).in("input"),
            decimalColumn("length_mm", 50, 600).in("size"),
            yesNo("redundant").in("power"),
        });
}

TableSpec cases()
{
    return partTable("cases", PartCategory::Case,
                     {
                         listColumn("board_form_factors", boardFormFactors()).must().in("boards"),
                         decimalColumn("max_card_mm", 50, 1'000).in("size"),
                         decimalColumn("max_cooler_mm", 20, 500).in("size"),
                         wholeColumn("expansion_slots", 1, 20).in("size"),
                         listColumn("power_supply_form_factors", powerSupplyFormFactors()).in("power"),
                         wholeColumn("power_supplies", 1, 16).in("power"),
                         decimalColumn("max_power_supply_mm", 50, 1'000).in("power"),
                         wholeColumn("included_supplies", 0, 16).in("power"),
                         decimalColumn("included_supply_w", 100, 10'000).in("power"),
                         listColumn("radiators_mm", {"120", "140", "240", "280", "360", "420", "480", "560"})
                             .in("cooling"),
                         wholeColumn("double_width_cards", 0, 20).in("size"),
                         wholeColumn("bays_3_5", 0, 100).in("storage"),
                         wholeColumn("bays_2_5", 0, 100).in("storage"),
                         wholeColumn("rack_units", 1, 48).in("size"),
                         yesNo("ducted_airflow").orElse("no").in("cooling"),
                     });
}

TableSpec coolers()
{
    return partTable("coolers", PartCategory::Cooler,
                     {
                         choiceColumn("kind", {"air", "liquid"}).must(),
                         listColumn("sockets", sockets()).must().in("sockets"),
                         decimalColumn("height_mm", 10, 300).in("size"),
                         decimalColumn("radiator_mm", 80, 600).in("size"),
                         decimalColumn("rating_w", 10, 2'000).in("rating"),
                         decimalColumn("noise_db", 1, 100).in("rating"),
                     });
}

TableSpec networkCards()
{
    return partTable(
        "network_cards", PartCategory::NetworkCard,
        {
            decimalColumn("gbit_per_port", 0.1, 3'200).must().in("ports"),
            wholeColumn("ports", 1, 16).must().in("ports"),
            textColumn("protocol").must().in("ports"),
            choiceColumn("connector", {"RJ45", "SFP+", "SFP28", "QSFP28", "QSFP56", "QSFP112", "OSFP"})
                .in("ports"),
            yesNo("rdma").in("ports"),
            pcieGeneration().must().in("pcie"),
            pcieLanes().must().in("pcie"),
            decimalColumn("max_power_w", 1, 500).in("power"),
        });
}

TableSpec systems()
{
    return partTable("systems", PartCategory::System,
                     {
                         referenceColumn("accelerator", {"accelerators"}).must().in("accelerators"),
                         wholeColumn("accelerator_count", 1, 1'000).must().in("accelerators"),
                         textColumn("cpu").in("host"),
                         decimalColumn("memory_gib", 1, 100'000).as("memory_bytes", kGib).in("host"),
                         yesNo("unified_memory").must().in("host"),
                         decimalColumn("storage_gb", 1, 10'000'000).as("storage_bytes", kGb).in("host"),
                         textColumn("network").in("host"),
                         decimalColumn("max_power_w", 1, 1'000'000).in("power"),
                         wholeColumn("power_supplies", 1, 1'000).in("power"),
                         decimalColumn("power_supply_w", 10, 100'000).in("power"),
                         wholeColumn("rack_units", 1, 48).in("size"),
                     });
}

} // namespace

std::vector<TableSpec> partTableSpecs()
{
    return {accelerators(),  cards(), cpus(),    boards(),       memory(), drives(),
            powerSupplies(), cases(), coolers(), networkCards(), systems()};
}

} // namespace rigwright
