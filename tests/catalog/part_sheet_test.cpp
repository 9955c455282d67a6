// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "catalog/part_sheet.h"
#include "catalog/read_parts.h"
#include "catalog/sqlite.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

const std::vector<PartSheet>& shippedSheets()
{
    static const std::vector<PartSheet> sheets = [] {
        Database database = Database::openReadOnly(findCatalog().value());
        return readSheets(database);
    }();
    return sheets;
}

const PartSheet& shippedSheet(const char* id)
{
    const auto found =
        std::ranges::find(shippedSheets(), id, [](const PartSheet& sheet) { return sheet.cells.front(); });
    BOOST_REQUIRE_MESSAGE(found != shippedSheets().end(), id);
    return *found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(part_sheets)

// Nvidia's data sheet: 24 GB of GDDR6X at 1,008 GB/s, 450 W.
BOOST_AUTO_TEST_CASE(a_sheet_says_what_the_table_says)
{
    const PartSheet& sheet = shippedSheet("rtx-4090");
    BOOST_TEST(sheet.spec->name == "accelerators");
    BOOST_TEST(sheet.cell("memory_gib") == "24");
    BOOST_TEST(sheet.cell("bandwidth_gb_s") == "1008");
    BOOST_TEST(sheet.cell("board_power_w") == "450");
    BOOST_TEST(sheet.cell("mounting") == "card");
}

BOOST_AUTO_TEST_CASE(every_shipped_sheet_is_complete_and_good)
{
    for (const PartSheet& sheet : shippedSheets()) {
        BOOST_TEST(badCells(sheet).empty(), sheet.cells.front());
        BOOST_TEST(missingCells(sheet).empty(), sheet.cells.front());
    }
}

BOOST_AUTO_TEST_CASE(parts_put_from_their_sheets_are_the_parts_that_were_read)
{
    const Catalog read = readCatalog(findCatalog().value()).value();
    Catalog put;
    std::vector<LaidPart> parts;
    for (const PartSheet& sheet : shippedSheets()) {
        parts.push_back({&sheet, {}});
    }
    BOOST_TEST(putParts(put, parts).empty());
    BOOST_TEST(put.partCount() == read.partCount());
    for (const Cpu& cpu : read.cpus) {
        const Cpu* same = findPart(put.cpus, cpu.info.id);
        BOOST_REQUIRE(same != nullptr);
        BOOST_TEST((same->memoryMax == cpu.memoryMax && same->socket == cpu.socket &&
                    same->moduleTypes == cpu.moduleTypes && same->avx512 == cpu.avx512 &&
                    same->graphics == cpu.graphics && same->turboPower == cpu.turboPower));
    }
    for (const Drive& drive : read.drives) {
        const Drive* same = findPart(put.drives, drive.info.id);
        BOOST_REQUIRE(same != nullptr);
        BOOST_TEST((same->capacity == drive.capacity && same->sequentialRead == drive.sequentialRead));
    }
}

BOOST_AUTO_TEST_CASE(a_sheet_without_what_a_machine_needs_is_put_into_no_catalog)
{
    PartSheet sheet = emptySheet(*findPartTable("drives"), PartId("a-drive"));
    sheet.cell("manufacturer") = "Maker";
    sheet.cell("name") = "Drive";
    const std::vector<std::string> missing = missingCells(sheet);
    BOOST_TEST(std::ranges::count(missing, "capacity_gb") == 1);
    Catalog catalog;
    const std::vector<Error> problems = putParts(catalog, {{&sheet, {}}});
    BOOST_REQUIRE(problems.size() == 1U);
    BOOST_TEST(problems.front().message.starts_with("a-drive: capacity_gb: expected a number"));
    BOOST_TEST(catalog.drives.empty());
}

PartSheet ownCard(const char* accelerator)
{
    PartSheet sheet = emptySheet(*findPartTable("cards"), PartId("my-card"));
    sheet.cell("manufacturer") = "Maker";
    sheet.cell("name") = "Card";
    sheet.cell("accelerator") = accelerator;
    sheet.cell("length_mm") = "320";
    sheet.cell("source") = "the shop's page";
    sheet.cell("source_date") = "2026-01-31";
    sheet.cell("verification") = "sourced";
    return sheet;
}

BOOST_AUTO_TEST_CASE(a_card_is_put_in_with_the_figures_of_its_accelerator)
{
    Catalog catalog = readCatalog(findCatalog().value()).value();
    const PartSheet sheet = ownCard("rtx-4090");
    BOOST_TEST(putParts(catalog, {{&sheet, {.offers = {}, .own = true}}}).empty());
    const Accelerator* card = findPart(catalog.cards, PartId("my-card"));
    BOOST_REQUIRE(card != nullptr);
    BOOST_TEST(card->variantOf.text() == "rtx-4090");
    BOOST_TEST(card->bandwidth.value().inGb() == 1008.0);
    BOOST_TEST(card->length.value().value() == 320.0);
    BOOST_TEST(!card->boardPower.has_value());
    BOOST_TEST(card->info.specs.date.value().iso() == "2026-01-31");
    BOOST_TEST(card->info.own);
}

BOOST_AUTO_TEST_CASE(a_card_of_an_unknown_accelerator_is_left_out_and_told)
{
    Catalog catalog;
    const PartSheet sheet = ownCard("rtx-4909");
    const std::vector<Error> problems = putParts(catalog, {{&sheet, {}}});
    BOOST_REQUIRE(problems.size() == 1U);
    BOOST_TEST(problems.front().message == "my-card: accelerator: no part is called 'rtx-4909'");
    BOOST_TEST(catalog.cards.empty());
}

BOOST_AUTO_TEST_CASE(cards_follow_an_accelerator_that_the_user_changes)
{
    Catalog catalog = readCatalog(findCatalog().value()).value();
    PartSheet chip = shippedSheet("rtx-4080");
    chip.cell("bandwidth_gb_s") = "700";
    BOOST_TEST(putParts(catalog, {{&chip, {.offers = {}, .edited = true}}}).empty());
    const Accelerator* card = findPart(catalog.cards, PartId("nvidia-rtx-4080-founders"));
    BOOST_REQUIRE(card != nullptr);
    BOOST_TEST(card->bandwidth.value().inGb() == 700.0);
    BOOST_TEST(card->length.value().value() == 304.0);
    BOOST_TEST(!card->info.edited);
}

BOOST_AUTO_TEST_CASE(a_bad_cell_is_told_with_what_was_expected)
{
    PartSheet sheet = shippedSheet("rtx-4090");
    sheet.cell("bandwidth_gb_s") = "fast";
    const std::vector<CellProblem> problems = badCells(sheet);
    BOOST_REQUIRE(problems.size() == 1U);
    BOOST_TEST(problems.front().column == "bandwidth_gb_s");
    BOOST_TEST(problems.front().message == "expected a number from 1 to 100000, got 'fast'");
    BOOST_CHECK_THROW((void)sheet.cell("speed"), std::out_of_range);
}

BOOST_AUTO_TEST_SUITE_END()
