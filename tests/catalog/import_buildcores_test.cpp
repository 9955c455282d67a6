// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign_fixture.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>

using namespace rigwright;

namespace {

const std::filesystem::path kSamples = std::filesystem::path(RIGWRIGHT_TEST_DATA) / "imports" / "buildcores";

using Cells = std::vector<std::pair<const char*, const char*>>;

PartEntry entry(const char* table, const char* id, const Cells& cells)
{
    PartEntry made;
    made.sheet = emptySheet(*findPartTable(table), PartId(id));
    for (const auto& [column, cell] : cells) {
        made.sheet.cell(column) = cell;
    }
    return made;
}

CatalogView viewOf(std::vector<PartEntry> parts)
{
    CatalogView view;
    view.catalog = std::make_shared<const Catalog>();
    view.parts = std::move(parts);
    return view;
}

/// "column cell" of each cell but names, source and state, in the order of the table.
std::string figures(const PartEdit& change)
{
    constexpr const char* kOthers[] = {"manufacturer", "name", "source", "source_date", "verification"};
    std::string text;
    for (const CellChange& cell : change.cells) {
        if (std::ranges::find(kOthers, cell.column) == std::end(kOthers)) {
            text += (text.empty() ? "" : ", ") + cell.column + " " + cell.after;
        }
    }
    return text;
}

std::string cellOf(const PartEdit& change, std::string_view column)
{
    const auto found = std::ranges::find(change.cells, column, &CellChange::column);
    return found == change.cells.end() ? "" : found->after;
}

/// The only change of importing one sample over an empty catalog.
PartEdit newPart(const std::string& file, const CatalogView& view = viewOf({}))
{
    const ImportPreview preview = foreignPreview(kSamples / file, view);
    BOOST_TEST_REQUIRE(preview.changes.parts.size() == 1U);
    BOOST_TEST(preview.changes.parts.front().isNew);
    BOOST_TEST(problemsOf(preview) == "");
    return preview.changes.parts.front();
}

ImportPreview ofJson(std::string_view content, const CatalogView& view = viewOf({}))
{
    return previewOf("part.json", content, view);
}

/// A RAM file with these members beside its names.
std::string ram(const std::string& members)
{
    return R"({"opendb_id": "12345678-9abc", "ram_type": "DDR5", "metadata": {"name": "Acme X", "manufacturer": "Acme"})" +
        members + "}";
}

} // namespace

BOOST_AUTO_TEST_SUITE(import_buildcores)

// CPU/e1be4a9d….json; zeros such as ppt say nothing.
BOOST_AUTO_TEST_CASE(a_cpu_is_read)
{
    const PartEdit cpu = newPart("CPU/e1be4a9d-de07-4275-9237-44972f76de7b.json");
    BOOST_TEST(cpu.table == "cpus");
    BOOST_TEST(cpu.id.text() == "amd-ryzen-threadripper-7980x-e1be4a9d");
    BOOST_TEST(cellOf(cpu, "manufacturer") == "AMD");
    BOOST_TEST(cellOf(cpu, "name") == "Ryzen Threadripper 7980X");
    BOOST_TEST(cellOf(cpu, "source") == "buildcores-open-db e1be4a9d-de07-4275-9237-44972f76de7b.json");
    BOOST_TEST(cellOf(cpu, "verification") == "sourced");
    BOOST_TEST(
        figures(cpu) ==
        "part_number 100-100001350WOF, socket sTR5, cores 64, threads 128, base_ghz 3.2, boost_ghz 5.1, "
        "memory_types DDR5, memory_channels 4, memory_max_gib 1024, ecc yes, power_w 350, graphics no");
}

// The order of the slots isn't in the file, so that they stay unknown; the platform has one socket with two channels.
BOOST_AUTO_TEST_CASE(a_board_is_read_without_its_slots)
{
    const PartEdit board = newPart("Motherboard/303429d5-887f-4cf2-84a6-fd6c96e40d0c.json");
    BOOST_TEST(figures(board) ==
               "part_number PRO A620M-E, socket AM5, socket_count 1, chipset AMD A620, form_factor mATX, "
               "dimm_slots 2, "
               "memory_type DDR5, channels_per_socket 2, memory_max_gib 128, m2_slots 1, sata_ports 4, "
               "eps_connectors 1, network 1 GbE, note other part numbers: 7E28-001R, 911-7E28-001");
}

BOOST_AUTO_TEST_CASE(memory_is_read_with_its_type_of_module)
{
    const PartEdit kit = newPart("RAM/0f2ff832-c20e-4be5-a5dc-6292306b23a5.json");
    BOOST_TEST(figures(kit) ==
               "part_number CP2K16G4DFRA32A, memory_type DDR4, module_type UDIMM, modules 2, module_gib 16, "
               "mt_s 3200, "
               "cas_latency 22");
}

BOOST_AUTO_TEST_CASE(ecc_and_buffering_together_are_the_type_of_module)
{
    const auto typeOf = [](const char* form, const char* ecc, const char* buffer) {
        const ImportPreview preview =
            ofJson(ram(std::string(R"(, "form_factor": ")") + form + R"(", "ecc": ")" + ecc +
                       R"(", "registered": ")" + buffer + "\""));
        BOOST_TEST_REQUIRE(preview.changes.parts.size() == 1U);
        return cellOf(preview.changes.parts.front(), "module_type");
    };
    BOOST_TEST(typeOf("288-pin DIMM", "ECC", "Unbuffered") == "ECC UDIMM");
    BOOST_TEST(typeOf("288-pin DIMM", "ECC", "Registered") == "RDIMM");
    BOOST_TEST(typeOf("262-pin SODIMM", "Non-ECC", "Unbuffered") == "SODIMM");
    BOOST_TEST(typeOf("288-pin DIMM", "", "Unbuffered") == "");
}

BOOST_AUTO_TEST_CASE(a_power_supply_a_case_and_a_drive_are_read)
{
    BOOST_TEST(
        figures(newPart("PSU/10435dca-f113-4d4d-9af8-1f54c1e78b5f.json"))
            .starts_with(
                "part_number COREREACTORIIVE850G-BKCUS, form_factor ATX, rating_w 850, efficiency 80+ Gold, "
                "leads_16pin 1, leads_8pin 3, eps_connectors 2, length_mm 140, note other part numbers: "));
    BOOST_TEST(figures(newPart("PCCase/004c70a3-272d-48a9-a448-96d006f10d55.json")) ==
               "part_number LANCOOL 216RC-W, board_form_factors Mini-ITX;mATX;ATX;E-ATX, max_card_mm 392, "
               "max_cooler_mm 180.5, expansion_slots 7, included_supplies 0, bays_3_5 2, bays_2_5 6, "
               "note other part numbers: G99.LAN216RCW.00");
    BOOST_TEST(figures(newPart("Storage/1d61089a-6d2c-4e86-92d9-2fcb22ab172f.json")) ==
               "part_number S78-440Q300-P83, capacity_gb 2000, form_factor M.2 2280, interface NVMe, "
               "pcie_generation 4, "
               "pcie_lanes 4, note other part numbers: SM480N2TBP");
}

// Sockets that the catalog doesn't have are left out; a minimum is no figure for the noise.
BOOST_AUTO_TEST_CASE(coolers_are_read)
{
    BOOST_TEST(figures(newPart("CPUCooler/14498068-16cc-46b9-a51e-17670e8c2bf2.json")) ==
               "part_number AURA GL360 V2, kind liquid, sockets AM4;AM5;LGA1700;LGA1851, radiator_mm 360");
    BOOST_TEST(figures(newPart("CPUCooler/67c257de-4e09-44fb-b432-540ad4241064.json")) ==
               "part_number MAM-D6PN-120PA-R1, kind air, sockets AM4, height_mm 165, noise_db 30");
}

// GPU/0756d056….json: one 12V-2x6 socket, so that the zeros of the others are meant; 3.1 slots are four.
BOOST_AUTO_TEST_CASE(a_card_names_its_accelerator_by_chip_and_memory)
{
    if (findPartTable("cards") == nullptr) {
        return;
    }
    const CatalogView view = viewOf({entry("accelerators", "rtx-5060-ti-16gb",
                                           {{"manufacturer", "NVIDIA"},
                                            {"name", "GeForce RTX 5060 Ti 16GB"},
                                            {"memory_gib", "16"},
                                            {"mounting", "card"}}),
                                     entry("accelerators", "rtx-5060-ti-8gb",
                                           {{"manufacturer", "NVIDIA"},
                                            {"name", "GeForce RTX 5060 Ti 8GB"},
                                            {"memory_gib", "8"},
                                            {"mounting", "card"}})});
    const PartEdit card = newPart("GPU/0756d056-d137-41ce-b6b7-b460fa53028f.json", view);
    BOOST_TEST(card.table == "cards");
    BOOST_TEST(figures(card) ==
               "part_number RTX5060TI-O8G-GAMING, accelerator rtx-5060-ti-8gb, length_mm 302, slot_width 4, "
               "board_power_w 180, power_16pin 1, power_8pin 0, power_6pin 0, "
               "note other part numbers: TUF-RTX5060TI-O8G-GAMING, 90YV0MR0-M0AA00, 90YV0MR0-M0NA00");
}

BOOST_AUTO_TEST_CASE(a_folder_tells_what_it_passes_over_and_whose_data_it_is)
{
    const ImportPreview preview = foreignPreview(kSamples, viewOf({}));
    BOOST_TEST(preview.rows == 12);
    BOOST_TEST(preview.passedOver == 3); // a CPU for LGA 1151, a card whose chip isn't here, a USB adapter
    BOOST_TEST(preview.changes.parts.size() == 9U);
    BOOST_TEST(problemsOf(preview) == "");
    const auto has = [&](const char* text) {
        return std::ranges::find(preview.notes, text) != preview.notes.end();
    };
    BOOST_TEST(has("1 files passed over: CPUs for sockets that the catalog doesn't have"));
    BOOST_TEST(has("1 files passed over: network adapters that are no PCIe cards"));
    BOOST_TEST(has("Contains information from buildcores-open-db, made available under the Open Data Commons "
                   "Attribution Licence (ODC-By 1.0)."));
}

// The file says CL22 and 2 modules; the catalog knows no latency and says 4.
BOOST_AUTO_TEST_CASE(a_known_part_number_fills_what_is_unknown_and_overwrites_nothing)
{
    const CatalogView view = viewOf({entry("memory", "crucial-pro",
                                           {{"manufacturer", "Crucial"},
                                            {"name", "Pro"},
                                            {"part_number", "cp2k16g4dfra32a"},
                                            {"memory_type", "DDR4"},
                                            {"modules", "4"},
                                            {"mt_s", "3200"}})});
    const ImportPreview preview =
        foreignPreview(kSamples / "RAM" / "0f2ff832-c20e-4be5-a5dc-6292306b23a5.json", view);
    BOOST_TEST(preview.matched == 1);
    BOOST_TEST(partChanges(preview) ==
               "crucial-pro: module_type  -> UDIMM\ncrucial-pro: module_gib  -> 16\ncrucial-pro: cas_latency "
               " -> 22");
    BOOST_TEST(problemsOf(preview) ==
               "0f2ff832-c20e-4be5-a5dc-6292306b23a5.json:modules: the catalog says '4' of crucial-pro, the "
               "file '2': "
               "kept");
}

BOOST_AUTO_TEST_CASE(without_a_number_maker_and_name_tell_the_part)
{
    const CatalogView view =
        viewOf({entry("cpus", "threadripper-7980x",
                      {{"manufacturer", "AMD"}, {"name", "Ryzen Threadripper 7980X"}, {"power_w", "350"}})});
    const ImportPreview preview =
        foreignPreview(kSamples / "CPU" / "e1be4a9d-de07-4275-9237-44972f76de7b.json", view);
    BOOST_TEST_REQUIRE(preview.changes.parts.size() == 1U);
    BOOST_TEST(preview.changes.parts.front().id.text() == "threadripper-7980x");
    BOOST_TEST(!preview.changes.parts.front().isNew);
    BOOST_TEST(cellOf(preview.changes.parts.front(), "cores") == "64");
    BOOST_TEST(cellOf(preview.changes.parts.front(), "power_w") == "");
}

// Of the same name, and another number: another edition.
BOOST_AUTO_TEST_CASE(another_part_number_of_the_same_name_is_another_part)
{
    const CatalogView view = viewOf(
        {entry("cpus", "threadripper-7980x",
               {{"manufacturer", "AMD"}, {"name", "Ryzen Threadripper 7980X"}, {"part_number", "OTHER-1"}})});
    BOOST_TEST(newPart("CPU/e1be4a9d-de07-4275-9237-44972f76de7b.json", view).id.text() ==
               "amd-ryzen-threadripper-7980x-e1be4a9d");
}

BOOST_AUTO_TEST_CASE(the_same_import_twice_changes_nothing_the_second_time)
{
    const CatalogView before = viewOf({});
    const ImportPreview first = foreignPreview(kSamples, before);
    const ImportPreview second = foreignPreview(kSamples, laidOver(before, first.changes));
    BOOST_TEST(partChanges(second) == "");
    BOOST_TEST(second.unchanged == 9);
    BOOST_TEST(problemsOf(second) == "");
}

BOOST_AUTO_TEST_CASE(figures_that_can_not_be_are_left_unknown_and_told)
{
    const ImportPreview preview = ofJson(
        ram(R"(, "speed": 1e300, "cas_latency": "low", "voltage": -1, "modules": [2, 16], "height": 0)"));
    BOOST_TEST_REQUIRE(preview.changes.parts.size() == 1U);
    BOOST_TEST(figures(preview.changes.parts.front()) == "memory_type DDR5");
    BOOST_TEST_REQUIRE(preview.problems.size() == 2U);
    BOOST_TEST(preview.problems[0].column == "speed");
    BOOST_TEST(preview.problems[1].text() ==
               "part.json:cas_latency: expected a number, got a text: left unknown");
}

BOOST_AUTO_TEST_CASE(a_word_is_no_part_number)
{
    const ImportPreview preview = ofJson(
        R"({"opendb_id": "1", "ram_type": "DDR5", "metadata": {"name": "Acme X", "manufacturer": "Acme", "part_numbers": ["OC", "WHITE", "AX-5000", " "]}})");
    BOOST_TEST(figures(preview.changes.parts.front()) == "part_number AX-5000, memory_type DDR5");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_part_is_one_clear_problem)
{
    const auto problemOf = [](const std::string& content) {
        const ImportPreview preview = ofJson("{\"opendb_id\": \"1\"" + content);
        BOOST_TEST(preview.changes.empty());
        return problemsOf(preview);
    };
    BOOST_TEST(problemOf(R"(, "ram_type": "DDR5"})") ==
               "part.json: expected metadata.name and metadata.manufacturer");
    BOOST_TEST(problemOf(R"(, "ram_type": "DDR5", "metadata": 7})") ==
               "part.json: expected metadata.name and metadata.manufacturer");
    BOOST_TEST(problemOf(", \"a\": " + std::string(100'000, '[')) ==
               "part.json: not taken as JSON: nested more than 32 levels deep");
    BOOST_TEST(problemOf(R"(, "opendb_id": "2"})") ==
               "part.json: not taken as JSON: the key 'opendb_id' stands twice in one object");
    BOOST_TEST(problemOf(", \"a\": 1e999}") == "part.json: not valid JSON: a number is out of range");
    BOOST_TEST(problemOf(", \"a\": \"\xff\"}").starts_with("part.json: "));
    BOOST_TEST(problemOf("").starts_with("part.json: not valid JSON at line 1, column "));
}

BOOST_AUTO_TEST_CASE(a_link_to_itself_is_one_clear_error)
{
    const ImportFiles files;
    const std::filesystem::path link = files.folder() / "loop.json";
    std::filesystem::create_symlink(link, link);
    const Expected<ImportPreview> looped = importOf(link, viewOf({}));
    BOOST_TEST_REQUIRE(!looped.has_value());
    BOOST_TEST(looped.error().message.find('\n') == std::string::npos);
    std::filesystem::create_directory_symlink(files.folder(), files.folder() / "again");
    files.write("part.json", ram(""));
    BOOST_TEST(foreignPreview(files.folder(), viewOf({})).rows == 1);
}

BOOST_AUTO_TEST_CASE(the_user_can_stop_it_between_two_files)
{
    int asked = 0;
    const Expected<ImportPreview> stopped =
        importOf(kSamples, viewOf({}), [&](std::int64_t, std::int64_t) { return ++asked < 3; });
    BOOST_TEST_REQUIRE(!stopped.has_value());
    BOOST_TEST(stopped.error().message == "the import was stopped; nothing has changed");
    BOOST_TEST(asked == 3);
}

BOOST_AUTO_TEST_SUITE_END()
