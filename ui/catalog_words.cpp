// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

/// Context of the translations.
class CatalogWords {
    Q_DECLARE_TR_FUNCTIONS(CatalogWords)
};

struct Table {
    std::string_view name;
    const char* text;
};

constexpr std::array kTables{
    Table{"accelerators", QT_TRANSLATE_NOOP("CatalogWords", "Accelerators")},
    Table{"cards", QT_TRANSLATE_NOOP("CatalogWords", "Graphics cards")},
    Table{"cpus", QT_TRANSLATE_NOOP("CatalogWords", "CPUs")},
    Table{"boards", QT_TRANSLATE_NOOP("CatalogWords", "Boards")},
    Table{"memory", QT_TRANSLATE_NOOP("CatalogWords", "Memory")},
    Table{"drives", QT_TRANSLATE_NOOP("CatalogWords", "Storage")},
    Table{"power_supplies", QT_TRANSLATE_NOOP("CatalogWords", "Power supplies")},
    Table{"cases", QT_TRANSLATE_NOOP("CatalogWords", "Cases")},
    Table{"coolers", QT_TRANSLATE_NOOP("CatalogWords", "Coolers")},
    Table{"network_cards", QT_TRANSLATE_NOOP("CatalogWords", "Network cards")},
    Table{"systems", QT_TRANSLATE_NOOP("CatalogWords", "Complete systems")},
    Table{"cloud_offers", QT_TRANSLATE_NOOP("CatalogWords", "Cloud offers")},
    Table{"api_offers", QT_TRANSLATE_NOOP("CatalogWords", "Hosted models")},
    Table{"exchange_rates", QT_TRANSLATE_NOOP("CatalogWords", "Exchange rates")},
    Table{"prices", QT_TRANSLATE_NOOP("CatalogWords", "Prices")},
};

struct Column {
    std::string_view name;
    const char* label;
    const char* unit; ///< the same in every language
};

/// By name.
constexpr std::array kColumns{
    Column{"accelerator", QT_TRANSLATE_NOOP("CatalogWords", "Accelerator"), ""},
    Column{"accelerator_count", QT_TRANSLATE_NOOP("CatalogWords", "Accelerators"), ""},
    Column{"active_power_w", QT_TRANSLATE_NOOP("CatalogWords", "Power at work"), "W"},
    Column{"amx", QT_TRANSLATE_NOOP("CatalogWords", "AMX"), ""},
    Column{"architecture", QT_TRANSLATE_NOOP("CatalogWords", "Architecture"), ""},
    Column{"atx_version", QT_TRANSLATE_NOOP("CatalogWords", "ATX version"), ""},
    Column{"avx512", QT_TRANSLATE_NOOP("CatalogWords", "AVX-512"), ""},
    Column{"bandwidth_gb_s", QT_TRANSLATE_NOOP("CatalogWords", "Bandwidth"), "GB/s"},
    Column{"base_ghz", QT_TRANSLATE_NOOP("CatalogWords", "Base clock"), "GHz"},
    Column{"bays_2_5", QT_TRANSLATE_NOOP("CatalogWords", "2.5-inch bays"), ""},
    Column{"bays_3_5", QT_TRANSLATE_NOOP("CatalogWords", "3.5-inch bays"), ""},
    Column{"bf16_tflops", QT_TRANSLATE_NOOP("CatalogWords", "BF16"), "TFLOPS"},
    Column{"bios_flashback", QT_TRANSLATE_NOOP("CatalogWords", "New firmware without CPU"), ""},
    Column{"bmc", QT_TRANSLATE_NOOP("CatalogWords", "Remote management"), ""},
    Column{"board_form_factors", QT_TRANSLATE_NOOP("CatalogWords", "Takes boards"), ""},
    Column{"board_power_w", QT_TRANSLATE_NOOP("CatalogWords", "Board power"), "W"},
    Column{"boost_ghz", QT_TRANSLATE_NOOP("CatalogWords", "Boost clock"), "GHz"},
    Column{"capacity_gb", QT_TRANSLATE_NOOP("CatalogWords", "Capacity"), "GB"},
    Column{"cas_latency", QT_TRANSLATE_NOOP("CatalogWords", "CAS latency"), ""},
    Column{"channels_per_socket", QT_TRANSLATE_NOOP("CatalogWords", "Channels a socket"), ""},
    Column{"chipset", QT_TRANSLATE_NOOP("CatalogWords", "Chipset"), ""},
    Column{"compute_capability", QT_TRANSLATE_NOOP("CatalogWords", "Compute capability"), ""},
    Column{"connector", QT_TRANSLATE_NOOP("CatalogWords", "Connector"), ""},
    Column{"cores", QT_TRANSLATE_NOOP("CatalogWords", "Cores"), ""},
    Column{"cpu", QT_TRANSLATE_NOOP("CatalogWords", "CPU"), ""},
    Column{"cpu_families", QT_TRANSLATE_NOOP("CatalogWords", "Takes CPUs"), ""},
    Column{"cpu_families_by_update", QT_TRANSLATE_NOOP("CatalogWords", "Takes CPUs after an update"), ""},
    Column{"ddr4_mt_s", QT_TRANSLATE_NOOP("CatalogWords", "Speed of DDR4"), "MT/s"},
    Column{"dimm_slots", QT_TRANSLATE_NOOP("CatalogWords", "Memory slots"), ""},
    Column{"double_width_cards", QT_TRANSLATE_NOOP("CatalogWords", "Double-width cards"), ""},
    Column{"ducted_airflow", QT_TRANSLATE_NOOP("CatalogWords", "Cools passive cards"), ""},
    Column{"ecc", QT_TRANSLATE_NOOP("CatalogWords", "ECC"), ""},
    Column{"efficiency", QT_TRANSLATE_NOOP("CatalogWords", "Efficiency"), ""},
    Column{"endurance_tb", QT_TRANSLATE_NOOP("CatalogWords", "Endurance"), "TB"},
    Column{"eps_connectors", QT_TRANSLATE_NOOP("CatalogWords", "EPS connectors"), ""},
    Column{"expansion_slots", QT_TRANSLATE_NOOP("CatalogWords", "Expansion slots"), ""},
    Column{"family", QT_TRANSLATE_NOOP("CatalogWords", "Family"), ""},
    Column{"form_factor", QT_TRANSLATE_NOOP("CatalogWords", "Form factor"), ""},
    Column{"fp16_accumulate16_tflops", QT_TRANSLATE_NOOP("CatalogWords", "FP16, accumulating in FP16"),
           "TFLOPS"},
    Column{"fp16_tflops", QT_TRANSLATE_NOOP("CatalogWords", "FP16"), "TFLOPS"},
    Column{"fp32_tflops", QT_TRANSLATE_NOOP("CatalogWords", "FP32"), "TFLOPS"},
    Column{"fp4_tflops", QT_TRANSLATE_NOOP("CatalogWords", "FP4"), "TFLOPS"},
    Column{"fp8_tflops", QT_TRANSLATE_NOOP("CatalogWords", "FP8"), "TFLOPS"},
    Column{"gbit_per_port", QT_TRANSLATE_NOOP("CatalogWords", "Speed of a port"), "Gbit/s"},
    Column{"graphics", QT_TRANSLATE_NOOP("CatalogWords", "Drives a display"), ""},
    Column{"height_mm", QT_TRANSLATE_NOOP("CatalogWords", "Height"), "mm"},
    Column{"id", QT_TRANSLATE_NOOP("CatalogWords", "Id"), ""},
    Column{"included_supplies", QT_TRANSLATE_NOOP("CatalogWords", "Power supplies included"), ""},
    Column{"included_supply_w", QT_TRANSLATE_NOOP("CatalogWords", "Rating of an included one"), "W"},
    Column{"inlet", QT_TRANSLATE_NOOP("CatalogWords", "Inlet"), ""},
    Column{"int8_tops", QT_TRANSLATE_NOOP("CatalogWords", "INT8"), "TOPS"},
    Column{"interface", QT_TRANSLATE_NOOP("CatalogWords", "Interface"), ""},
    Column{"kind", QT_TRANSLATE_NOOP("CatalogWords", "Kind"), ""},
    Column{"lane_sharing", QT_TRANSLATE_NOOP("CatalogWords", "Shared lanes"), ""},
    Column{"lead_16pin_w", QT_TRANSLATE_NOOP("CatalogWords", "Rating of a 16-pin lead"), "W"},
    Column{"leads_16pin", QT_TRANSLATE_NOOP("CatalogWords", "16-pin leads"), ""},
    Column{"leads_6pin", QT_TRANSLATE_NOOP("CatalogWords", "6-pin leads"), ""},
    Column{"leads_8pin", QT_TRANSLATE_NOOP("CatalogWords", "8-pin leads"), ""},
    Column{"length_mm", QT_TRANSLATE_NOOP("CatalogWords", "Length"), "mm"},
    Column{"link_gb_s", QT_TRANSLATE_NOOP("CatalogWords", "Direct links"), "GB/s"},
    Column{"link_max_devices", QT_TRANSLATE_NOOP("CatalogWords", "Devices linked at most"), ""},
    Column{"low_line_w", QT_TRANSLATE_NOOP("CatalogWords", "Rating at 120 V"), "W"},
    Column{"m2_slots", QT_TRANSLATE_NOOP("CatalogWords", "M.2 slots"), ""},
    Column{"manufacturer", QT_TRANSLATE_NOOP("CatalogWords", "Manufacturer"), ""},
    Column{"max_card_mm", QT_TRANSLATE_NOOP("CatalogWords", "Card length at most"), "mm"},
    Column{"max_cooler_mm", QT_TRANSLATE_NOOP("CatalogWords", "Cooler height at most"), "mm"},
    Column{"max_power_supply_mm", QT_TRANSLATE_NOOP("CatalogWords", "Power supply length at most"), "mm"},
    Column{"max_power_w", QT_TRANSLATE_NOOP("CatalogWords", "Power at most"), "W"},
    Column{"max_sockets", QT_TRANSLATE_NOOP("CatalogWords", "Sockets at most"), ""},
    Column{"mcio_ports", QT_TRANSLATE_NOOP("CatalogWords", "MCIO connectors"), ""},
    Column{"memory_bus_bits", QT_TRANSLATE_NOOP("CatalogWords", "Memory bus"), "bit"},
    Column{"memory_channels", QT_TRANSLATE_NOOP("CatalogWords", "Memory channels"), ""},
    Column{"memory_gib", QT_TRANSLATE_NOOP("CatalogWords", "Memory"), "GiB"},
    Column{"memory_max_gib", QT_TRANSLATE_NOOP("CatalogWords", "Memory at most"), "GiB"},
    Column{"memory_mt_s", QT_TRANSLATE_NOOP("CatalogWords", "Memory speed"), "MT/s"},
    Column{"memory_mt_s_two_per_channel",
           QT_TRANSLATE_NOOP("CatalogWords", "Memory speed, two modules a channel"), "MT/s"},
    Column{"memory_type", QT_TRANSLATE_NOOP("CatalogWords", "Memory type"), ""},
    Column{"memory_types", QT_TRANSLATE_NOOP("CatalogWords", "Memory types"), ""},
    Column{"module_gib", QT_TRANSLATE_NOOP("CatalogWords", "Module capacity"), "GiB"},
    Column{"module_type", QT_TRANSLATE_NOOP("CatalogWords", "Module type"), ""},
    Column{"module_types", QT_TRANSLATE_NOOP("CatalogWords", "Module types"), ""},
    Column{"modules", QT_TRANSLATE_NOOP("CatalogWords", "Modules"), ""},
    Column{"mounting", QT_TRANSLATE_NOOP("CatalogWords", "Mounting"), ""},
    Column{"mt_s", QT_TRANSLATE_NOOP("CatalogWords", "Speed"), "MT/s"},
    Column{"name", QT_TRANSLATE_NOOP("CatalogWords", "Name"), ""},
    Column{"needs_200_volts", QT_TRANSLATE_NOOP("CatalogWords", "Needs 200 V"), ""},
    Column{"network", QT_TRANSLATE_NOOP("CatalogWords", "Network"), ""},
    Column{"noise_db", QT_TRANSLATE_NOOP("CatalogWords", "Noise"), "dB"},
    Column{"note", QT_TRANSLATE_NOOP("CatalogWords", "Note"), ""},
    Column{"oculink_ports", QT_TRANSLATE_NOOP("CatalogWords", "OCuLink connectors"), ""},
    Column{"part_number", QT_TRANSLATE_NOOP("CatalogWords", "Part number"), ""},
    Column{"pcie_generation", QT_TRANSLATE_NOOP("CatalogWords", "PCIe generation"), ""},
    Column{"pcie_lanes", QT_TRANSLATE_NOOP("CatalogWords", "PCIe lanes"), ""},
    Column{"ports", QT_TRANSLATE_NOOP("CatalogWords", "Ports"), ""},
    Column{"power_16pin", QT_TRANSLATE_NOOP("CatalogWords", "16-pin sockets"), ""},
    Column{"power_6pin", QT_TRANSLATE_NOOP("CatalogWords", "6-pin sockets"), ""},
    Column{"power_8pin", QT_TRANSLATE_NOOP("CatalogWords", "8-pin sockets"), ""},
    Column{"power_loss_protection", QT_TRANSLATE_NOOP("CatalogWords", "Power loss protection"), ""},
    Column{"power_supplies", QT_TRANSLATE_NOOP("CatalogWords", "Power supplies"), ""},
    Column{"power_supply_form_factors", QT_TRANSLATE_NOOP("CatalogWords", "Takes power supplies"), ""},
    Column{"power_supply_w", QT_TRANSLATE_NOOP("CatalogWords", "Rating of a power supply"), "W"},
    Column{"power_w", QT_TRANSLATE_NOOP("CatalogWords", "Base power"), "W"},
    Column{"protocol", QT_TRANSLATE_NOOP("CatalogWords", "Protocol"), ""},
    Column{"rack_units", QT_TRANSLATE_NOOP("CatalogWords", "Rack units"), ""},
    Column{"radiator_mm", QT_TRANSLATE_NOOP("CatalogWords", "Radiator"), "mm"},
    Column{"radiators_mm", QT_TRANSLATE_NOOP("CatalogWords", "Takes radiators"), "mm"},
    Column{"ranks", QT_TRANSLATE_NOOP("CatalogWords", "Ranks"), ""},
    Column{"rating_w", QT_TRANSLATE_NOOP("CatalogWords", "Rating"), "W"},
    Column{"rdma", QT_TRANSLATE_NOOP("CatalogWords", "RDMA"), ""},
    Column{"read_gb_s", QT_TRANSLATE_NOOP("CatalogWords", "Sequential reading"), "GB/s"},
    Column{"redundant", QT_TRANSLATE_NOOP("CatalogWords", "Redundant"), ""},
    Column{"release_year", QT_TRANSLATE_NOOP("CatalogWords", "Year"), ""},
    Column{"sata_ports", QT_TRANSLATE_NOOP("CatalogWords", "SATA connectors"), ""},
    Column{"segment", QT_TRANSLATE_NOOP("CatalogWords", "Segment"), ""},
    Column{"slimsas_ports", QT_TRANSLATE_NOOP("CatalogWords", "SlimSAS connectors"), ""},
    Column{"slot_width", QT_TRANSLATE_NOOP("CatalogWords", "Slots wide"), ""},
    Column{"slots", QT_TRANSLATE_NOOP("CatalogWords", "PCIe slots"), ""},
    Column{"slots_split", QT_TRANSLATE_NOOP("CatalogWords", "First slots share lanes"), ""},
    Column{"socket", QT_TRANSLATE_NOOP("CatalogWords", "Socket"), ""},
    Column{"socket_count", QT_TRANSLATE_NOOP("CatalogWords", "Sockets"), ""},
    Column{"sockets", QT_TRANSLATE_NOOP("CatalogWords", "Sockets"), ""},
    Column{"source", QT_TRANSLATE_NOOP("CatalogWords", "Source"), ""},
    Column{"source_date", QT_TRANSLATE_NOOP("CatalogWords", "Source read on"), ""},
    Column{"storage_gb", QT_TRANSLATE_NOOP("CatalogWords", "Storage"), "GB"},
    Column{"threads", QT_TRANSLATE_NOOP("CatalogWords", "Threads"), ""},
    Column{"turbo_power_w", QT_TRANSLATE_NOOP("CatalogWords", "Turbo power"), "W"},
    Column{"u2_ports", QT_TRANSLATE_NOOP("CatalogWords", "U.2 connectors"), ""},
    Column{"unified_memory", QT_TRANSLATE_NOOP("CatalogWords", "Unified memory"), ""},
    Column{"vendor", QT_TRANSLATE_NOOP("CatalogWords", "Chip maker"), ""},
    Column{"verification", QT_TRANSLATE_NOOP("CatalogWords", "State"), ""},
    Column{"volts", QT_TRANSLATE_NOOP("CatalogWords", "Voltage"), "V"},
    Column{"write_gb_s", QT_TRANSLATE_NOOP("CatalogWords", "Sequential writing"), "GB/s"},
};
static_assert(std::ranges::is_sorted(kColumns, {}, &Column::name));

QString nameOf(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

QString tableText(std::string_view table)
{
    const auto* found = std::ranges::find(kTables, table, &Table::name);
    return found == kTables.end() ? nameOf(table) : CatalogWords::tr(found->text);
}

ColumnWords columnWords(std::string_view column)
{
    const auto* found = std::ranges::lower_bound(kColumns, column, {}, &Column::name);
    if (found == kColumns.end() || found->name != column) {
        return {nameOf(column).replace(QLatin1Char('_'), QLatin1Char(' ')), {}};
    }
    return {CatalogWords::tr(found->label), QString::fromLatin1(found->unit)};
}

QString columnText(std::string_view column)
{
    const ColumnWords words = columnWords(column);
    return words.unit.isEmpty() ? words.label : QStringLiteral("%1, %2").arg(words.label, words.unit);
}

} // namespace rigwright
