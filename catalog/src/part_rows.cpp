// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/part_rows.h"

#include "catalog/lane_sharing.h"
#include "catalog/names.h"
#include "catalog/pcie_slots.h"

#include <sqlite3.h>

namespace rigwright {

namespace {

/// Null power sockets mean that nobody knows which the card has.
std::optional<PowerConnectors> powerSocketsFrom(const Row& row)
{
    const std::optional<int> pin16 = row.optionalSmallInteger("power_16pin");
    if (!pin16) {
        return std::nullopt;
    }
    return PowerConnectors{*pin16, row.smallInteger("power_8pin"), row.smallInteger("power_6pin")};
}

Accelerator acceleratorFrom(const Row& row, PartInfo info)
{
    return {
        .info = std::move(info),
        .vendor = row.word("vendor", parseVendor),
        .segment = row.word("segment", parseSegment),
        .architecture = row.text("architecture"),
        .computeCapability = row.optionalReal("compute_capability"),
        .releaseYear = row.smallInteger("release_year"),
        .memory = row.bytes("memory_bytes"),
        .memoryType = row.text("memory_type"),
        .memoryBusBits = row.optionalSmallInteger("memory_bus_bits"),
        .bandwidth = row.optionalGbPerSecond("bandwidth_gb_s"),
        .fp32 = row.optionalTeraflops("fp32_tflops"),
        .fp16 = row.optionalTeraflops("fp16_tflops"),
        .fp16Accumulate16 = row.optionalTeraflops("fp16_accumulate16_tflops"),
        .bf16 = row.optionalTeraflops("bf16_tflops"),
        .fp8 = row.optionalTeraflops("fp8_tflops"),
        .int8 = row.optionalTeraflops("int8_tops"),
        .fp4 = row.optionalTeraflops("fp4_tflops"),
        .boardPower = row.optionalWatts("board_power_w"),
        .pcieGeneration = row.optionalSmallInteger("pcie_generation"),
        .pcieLanes = row.optionalSmallInteger("pcie_lanes"),
        .mounting = row.word("mounting", parseMounting),
        .slotWidth = row.optionalSmallInteger("slot_width"),
        .length = row.optionalMillimetres("length_mm"),
        .power = powerSocketsFrom(row),
        .linkBandwidth = row.optionalGbPerSecond("link_gb_s"),
        .linkMaxDevices = row.smallInteger("link_max_devices"),
    };
}

void appendCard(Catalog& catalog, const Row& row, PartInfo info)
{
    const PartId chip(row.text("accelerator"));
    const Accelerator* known = findPart(catalog.accelerators, chip);
    if (known == nullptr) {
        throw SqliteError(SQLITE_CORRUPT, "no accelerator is called '" + chip.text() + "'");
    }
    Accelerator own;
    own.info = std::move(info);
    own.length = row.optionalMillimetres("length_mm");
    own.slotWidth = row.optionalSmallInteger("slot_width");
    own.boardPower = row.optionalWatts("board_power_w");
    own.power = powerSocketsFrom(row);
    catalog.cards.push_back(cardWith(*known, own));
}

Cpu cpuFrom(const Row& row, PartInfo info)
{
    return {
        .info = std::move(info),
        .socket = row.text("socket"),
        .maxSockets = row.smallInteger("max_sockets"),
        .family = row.text("family"),
        .cores = row.smallInteger("cores"),
        .threads = row.smallInteger("threads"),
        .baseGhz = row.optionalReal("base_ghz"),
        .boostGhz = row.optionalReal("boost_ghz"),
        .memoryTypes = row.list("memory_types"),
        .moduleTypes = row.list("module_types"),
        .memoryChannels = row.smallInteger("memory_channels"),
        .memorySpeed = row.smallInteger("memory_mt_s"),
        .memorySpeedTwoPerChannel = row.optionalSmallInteger("memory_mt_s_two_per_channel"),
        .ddr4Speed = row.optionalSmallInteger("ddr4_mt_s"),
        .memoryMax = row.optionalBytes("memory_max_bytes"),
        .ecc = row.optionalFlag("ecc"),
        .pcieGeneration = row.smallInteger("pcie_generation"),
        .pcieLanes = row.smallInteger("pcie_lanes"),
        .power = Watts(row.real("power_w")),
        .turboPower = row.optionalWatts("turbo_power_w"),
        .avx512 = row.flag("avx512"),
        .amx = row.flag("amx"),
        .graphics = row.optionalFlag("graphics"),
    };
}

Board boardFrom(const Row& row, PartInfo info)
{
    Expected<std::vector<PcieSlot>> slots = parsePcieSlots(row.text("slots"));
    if (!slots) {
        throw SqliteError(SQLITE_CORRUPT, slots.error().message);
    }
    Expected<std::vector<LaneShare>> sharing = parseLaneSharing(row.text("lane_sharing"));
    if (!sharing) {
        throw SqliteError(SQLITE_CORRUPT, sharing.error().message);
    }
    return {
        .info = std::move(info),
        .socket = row.text("socket"),
        .socketCount = row.smallInteger("socket_count"),
        .chipset = row.text("chipset"),
        .formFactor = row.text("form_factor"),
        .dimmSlots = row.smallInteger("dimm_slots"),
        .memoryType = row.text("memory_type"),
        .moduleTypes = row.list("module_types"),
        .channelsPerSocket = row.smallInteger("channels_per_socket"),
        .memoryMax = row.optionalBytes("memory_max_bytes"),
        .slots = std::move(*slots),
        .slotsSplit = row.flag("slots_split"),
        .laneSharing = std::move(*sharing),
        .m2Slots = row.optionalSmallInteger("m2_slots"),
        .sataPorts = row.optionalSmallInteger("sata_ports"),
        .u2Ports = row.optionalSmallInteger("u2_ports"),
        .slimSasPorts = row.optionalSmallInteger("slimsas_ports"),
        .mcioPorts = row.optionalSmallInteger("mcio_ports"),
        .oculinkPorts = row.optionalSmallInteger("oculink_ports"),
        .epsConnectors = row.optionalSmallInteger("eps_connectors"),
        .memorySpeed = row.optionalSmallInteger("memory_mt_s"),
        .memorySpeedTwoPerChannel = row.optionalSmallInteger("memory_mt_s_two_per_channel"),
        .ecc = row.optionalFlag("ecc"),
        .cpuFamilies = row.list("cpu_families"),
        .cpuFamiliesByUpdate = row.list("cpu_families_by_update"),
        .biosFlashback = row.optionalFlag("bios_flashback"),
        .network = row.text("network"),
        .bmc = row.optionalFlag("bmc"),
    };
}

MemoryKit memoryKitFrom(const Row& row, PartInfo info)
{
    return {
        .info = std::move(info),
        .memoryType = row.text("memory_type"),
        .moduleType = row.text("module_type"),
        .modules = row.smallInteger("modules"),
        .moduleCapacity = row.bytes("module_bytes"),
        .speed = row.optionalSmallInteger("mt_s"),
        .casLatency = row.optionalSmallInteger("cas_latency"),
        .ranks = row.optionalSmallInteger("ranks"),
        .volts = row.optionalReal("volts"),
        .height = row.optionalMillimetres("height_mm"),
    };
}

Drive driveFrom(const Row& row, PartInfo info)
{
    return {
        .info = std::move(info),
        .capacity = row.bytes("capacity_bytes"),
        .formFactor = row.text("form_factor"),
        .driveInterface = row.text("interface"),
        .pcieGeneration = row.optionalSmallInteger("pcie_generation"),
        .pcieLanes = row.optionalSmallInteger("pcie_lanes"),
        .sequentialRead = row.optionalGbPerSecond("read_gb_s"),
        .sequentialWrite = row.optionalGbPerSecond("write_gb_s"),
        .endurance = row.optionalBytes("endurance_bytes"),
        .powerLossProtection = row.optionalFlag("power_loss_protection"),
        .power = row.optionalWatts("active_power_w"),
    };
}

PowerSupply powerSupplyFrom(const Row& row, PartInfo info)
{
    const std::optional<int> pin16 = row.optionalSmallInteger("leads_16pin");
    const std::optional<int> pin8 = row.optionalSmallInteger("leads_8pin");
    return {
        .info = std::move(info),
        .formFactor = row.text("form_factor"),
        .rating = Watts(row.real("rating_w")),
        .efficiency = row.text("efficiency"),
        .atxVersion = row.optionalReal("atx_version"),
        .connectors = {pin16.value_or(0), pin8.value_or(0), row.smallInteger("leads_6pin")},
        .connectorsKnown = pin16.has_value() && pin8.has_value(),
        .pin16Rating = row.optionalWatts("lead_16pin_w"),
        .epsConnectors = row.optionalSmallInteger("eps_connectors"),
        .needs200Volts = row.flag("needs_200_volts"),
        .lowLineRating = row.optionalWatts("low_line_w"),
        .inlet = row.text("inlet"),
        .length = row.optionalMillimetres("length_mm"),
        .redundant = row.optionalFlag("redundant"),
    };
}

Case caseFrom(const Row& row, PartInfo info)
{
    return {
        .info = std::move(info),
        .boardFormFactors = row.list("board_form_factors"),
        .maxCardLength = row.optionalMillimetres("max_card_mm"),
        .maxCoolerHeight = row.optionalMillimetres("max_cooler_mm"),
        .expansionSlots = row.optionalSmallInteger("expansion_slots"),
        .powerSupplyFormFactors = row.list("power_supply_form_factors"),
        .powerSupplies = row.optionalSmallInteger("power_supplies"),
        .maxPowerSupplyLength = row.optionalMillimetres("max_power_supply_mm"),
        .includedSupplies = row.optionalSmallInteger("included_supplies"),
        .includedSupplyPower = row.optionalWatts("included_supply_w"),
        .radiators = row.list("radiators_mm"),
        .doubleWidthCards = row.optionalSmallInteger("double_width_cards"),
        .bays35 = row.optionalSmallInteger("bays_3_5"),
        .bays25 = row.optionalSmallInteger("bays_2_5"),
        .rackUnits = row.optionalSmallInteger("rack_units"),
        .ductedAirflow = row.flag("ducted_airflow"),
    };
}

Cooler coolerFrom(const Row& row, PartInfo info)
{
    return {
        .info = std::move(info),
        .liquid = row.text("kind") == "liquid",
        .sockets = row.list("sockets"),
        .height = row.optionalMillimetres("height_mm"),
        .radiator = row.optionalMillimetres("radiator_mm"),
        .rating = row.optionalWatts("rating_w"),
        .noiseDb = row.optionalReal("noise_db"),
    };
}

NetworkCard networkCardFrom(const Row& row, PartInfo info)
{
    return {
        .info = std::move(info),
        .gigabitsPerPort = row.real("gbit_per_port"),
        .ports = row.smallInteger("ports"),
        .protocol = row.text("protocol"),
        .connector = row.text("connector"),
        .rdma = row.optionalFlag("rdma"),
        .pcieGeneration = row.smallInteger("pcie_generation"),
        .pcieLanes = row.smallInteger("pcie_lanes"),
        .maxPower = row.optionalWatts("max_power_w"),
    };
}

CompleteSystem systemFrom(const Row& row, PartInfo info)
{
    return {
        .info = std::move(info),
        .accelerator = PartId(row.text("accelerator")),
        .acceleratorCount = row.smallInteger("accelerator_count"),
        .cpu = row.text("cpu"),
        .memory = row.optionalBytes("memory_bytes"),
        .unifiedMemory = row.flag("unified_memory"),
        .storage = row.optionalBytes("storage_bytes"),
        .network = row.text("network"),
        .maxPower = row.optionalWatts("max_power_w"),
        .powerSupplies = row.optionalSmallInteger("power_supplies"),
        .powerSupplyRating = row.optionalWatts("power_supply_w"),
        .rackUnits = row.optionalSmallInteger("rack_units"),
    };
}

} // namespace

Provenance provenanceFrom(const Row& row)
{
    return {row.text("source"), row.word("verification", parseVerification), row.optionalDate("source_date")};
}

Accelerator cardWith(const Accelerator& chip, const Accelerator& card)
{
    Accelerator whole = chip;
    whole.info = card.info;
    whole.variantOf = chip.info.id;
    whole.length = card.length;
    whole.slotWidth = card.slotWidth;
    whole.boardPower = card.boardPower;
    whole.power = card.power;
    whole.ratedPower = chip.boardPower;
    whole.chipName = chip.info.name;
    return whole;
}

void appendPart(Catalog& catalog, std::string_view table, const Row& row, PartInfo info)
{
    if (table == "accelerators") {
        catalog.accelerators.push_back(acceleratorFrom(row, std::move(info)));
    } else if (table == "cards") {
        appendCard(catalog, row, std::move(info));
    } else if (table == "cpus") {
        catalog.cpus.push_back(cpuFrom(row, std::move(info)));
    } else if (table == "boards") {
        catalog.boards.push_back(boardFrom(row, std::move(info)));
    } else if (table == "memory") {
        catalog.memory.push_back(memoryKitFrom(row, std::move(info)));
    } else if (table == "drives") {
        catalog.drives.push_back(driveFrom(row, std::move(info)));
    } else if (table == "power_supplies") {
        catalog.powerSupplies.push_back(powerSupplyFrom(row, std::move(info)));
    } else if (table == "cases") {
        catalog.cases.push_back(caseFrom(row, std::move(info)));
    } else if (table == "coolers") {
        catalog.coolers.push_back(coolerFrom(row, std::move(info)));
    } else if (table == "network_cards") {
        catalog.networkCards.push_back(networkCardFrom(row, std::move(info)));
    } else if (table == "systems") {
        catalog.systems.push_back(systemFrom(row, std::move(info)));
    } else {
        throw std::logic_error("no table of parts " + std::string(table));
    }
}

} // namespace rigwright
