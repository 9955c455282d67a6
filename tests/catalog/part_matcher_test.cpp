// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/part_matcher.h"
#include "catalog/import/part_names.h"
#include "import_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

using Cells = std::initializer_list<std::pair<const char*, const char*>>;

PartSheet sheetOf(const char* table, Cells cells)
{
    PartSheet sheet = emptySheet(*findPartTable(table), PartId("new"));
    for (const auto& [column, value] : cells) {
        sheet.cell(column) = value;
    }
    return sheet;
}

/// The ids of the shipped parts that the sheet is, parted by spaces.
std::string found(const PartSheet& sheet, const std::string& colour = {})
{
    static const PartMatcher matcher(shippedView());
    std::string ids;
    for (const PartEntry* entry : matcher.find(sheet, colour)) {
        ids += (ids.empty() ? "" : " ") + entry->id().text();
    }
    return ids;
}

} // namespace

BOOST_AUTO_TEST_SUITE(matching_parts)

BOOST_AUTO_TEST_CASE(every_shipped_part_with_a_key_is_found_by_its_own_sheet)
{
    const PartMatcher matcher(shippedView());
    for (const PartEntry& entry : shippedView().parts) {
        if (matchKey(entry.sheet).empty() || (entry.sheet.spec->name == "cards")) {
            continue;
        }
        const auto same = matcher.find(entry.sheet);
        BOOST_TEST((std::ranges::find(same, &entry) != same.end()), entry.id().text());
    }
}

BOOST_AUTO_TEST_CASE(spelling_and_units_in_names_do_not_matter)
{
    BOOST_TEST(found(sheetOf("cpus", {{"manufacturer", "amd"}, {"name", "Threadripper 7960X"}})) ==
               "threadripper-7960x");
    BOOST_TEST(found(sheetOf("drives",
                             {{"manufacturer", "Western Digital"},
                              {"name", "Black SN850X"},
                              {"capacity_gb", "2000"},
                              {"form_factor", "M.2 2280"},
                              {"interface", "NVMe"}})) == "wd-black-sn850x-2tb");
    BOOST_TEST(found(sheetOf("power_supplies",
                             {{"manufacturer", "be quiet!"},
                              {"name", "Dark Power 13"},
                              {"rating_w", "1000"},
                              {"efficiency", "80+ Titanium"}})) == "be-quiet-dark-power-13-1000w");
}

BOOST_AUTO_TEST_CASE(a_figure_that_disagrees_is_another_product)
{
    BOOST_TEST(found(sheetOf("drives",
                             {{"manufacturer", "Western Digital"},
                              {"name", "Black SN850X"},
                              {"capacity_gb", "500"},
                              {"form_factor", "M.2 2280"},
                              {"interface", "NVMe"}})) == "");
    BOOST_TEST(found(sheetOf("cpus", {{"manufacturer", "AMD"}, {"name", "Ryzen 9 9950"}})) == "");
    BOOST_TEST(found(sheetOf("power_supplies",
                             {{"manufacturer", "Corsair"},
                              {"name", "RM1000e (2023)"},
                              {"rating_w", "1000"},
                              {"efficiency", "80+ Gold"}})) == "");
}

BOOST_AUTO_TEST_CASE(a_card_is_told_by_words_length_and_colour)
{
    const auto card = [](const char* length) {
        return sheetOf("cards",
                       {{"manufacturer", "ASRock"},
                        {"name", "Phantom Gaming OC Radeon RX 7900 XT"},
                        {"accelerator", "rx-7900-xt"},
                        {"length_mm", length}});
    };
    BOOST_TEST(found(card("330"), "Black") == "asrock-rx-7900-xt-phantom-gaming-oc");
    BOOST_TEST(found(card("330"), "White") == "asrock-rx-7900-xt-phantom-gaming-oc-white");
    BOOST_TEST(found(card("330.4"), "") == "asrock-rx-7900-xt-phantom-gaming-oc");
    BOOST_TEST(found(card("330"), "Pink") == "");
    BOOST_TEST(found(card("300"), "Black") == "");
}

BOOST_AUTO_TEST_CASE(makers_are_told_from_products)
{
    const MakerNames makers(shippedView());
    const auto split = [&](const char* product) {
        const MakerAndName both = makers.split(product);
        return both.maker + " | " + both.name;
    };
    BOOST_TEST(split("be quiet! Dark Rock 5") == "be quiet! | Dark Rock 5");
    BOOST_TEST(split("Asus PRIME B650") == "ASUS | PRIME B650");
    BOOST_TEST(split("ASRock Rack B650D4U") == "ASRock Rack | B650D4U");
    BOOST_TEST(split("In Win 101") == "In Win | 101");
    BOOST_TEST(split("Unheard Of") == "Unheard | Of");
    BOOST_TEST(split("Alone") == "Alone | Alone");
}

BOOST_AUTO_TEST_CASE(ids_are_made_of_names)
{
    BOOST_TEST(slug({"be quiet! Pure Base 500", "750w"}) == "be-quiet-pure-base-500-750w");
    BOOST_TEST(slug({"M.2 2280 w/ Heatsink", "", "2.5\""}) == "m.2-2280-w-heatsink-2.5");
    BOOST_TEST(slug({"Xeon 8480+ Rev. 2"}) == "xeon-8480+-rev-2");
    BOOST_TEST(slug({"中文"}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
