// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/part_index.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

PartEntry part(const char* table, const char* id, const char* name, const char* partNumber = "")
{
    PartEntry entry;
    entry.sheet = emptySheet(*findPartTable(table), PartId(id));
    entry.sheet.cell("manufacturer") = "Acme";
    entry.sheet.cell("name") = name;
    entry.sheet.cell("part_number") = partNumber;
    entry.sheet.cell("verification") = "sourced";
    return entry;
}

std::vector<PartEntry> someParts()
{
    std::vector<PartEntry> parts{
        part("cpus", "epyc-9654", "EPYC 9654", "100-000000789"),
        part("cpus", "ryzen-9", "Ryzen 9"),
        part("drives", "zeta", "Rocket 4 Plus", "SB-RKT4P"),
        part("drives", "rocket-4", "Rocket 4"),
        part("drives", "rocket", "Alpha"),
    };
    parts[1].sheet.cell("socket") = "AM5";
    parts[1].marks.note = "goes with the Rocket";
    return parts;
}

std::vector<std::string> found(const PartQuery& query, const std::vector<PartEntry>& parts = someParts())
{
    std::vector<std::string> ids;
    for (const std::size_t position : PartIndex(parts).find(parts, query)) {
        ids.push_back(parts[position].id().text());
    }
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

#define CHECK_FOUND(query, ...)                                                                              \
    BOOST_TEST(found(query) == (Ids{__VA_ARGS__}), boost::test_tools::per_element())

BOOST_AUTO_TEST_SUITE(searching_the_parts)

BOOST_AUTO_TEST_CASE(without_words_all_are_listed_in_their_order)
{
    CHECK_FOUND(PartQuery{}, "epyc-9654", "ryzen-9", "zeta", "rocket-4", "rocket");
    CHECK_FOUND(PartQuery{.words = " \t "}, "epyc-9654", "ryzen-9", "zeta", "rocket-4", "rocket");
}

BOOST_AUTO_TEST_CASE(the_part_of_that_id_comes_first_then_what_begins_so_by_name_then_the_rest)
{
    CHECK_FOUND(PartQuery{.words = "rocket"}, "rocket", "rocket-4", "zeta", "ryzen-9");
}

BOOST_AUTO_TEST_CASE(each_word_must_occur_somewhere_whatever_its_case)
{
    CHECK_FOUND(PartQuery{.words = "9 ACME  am5"}, "ryzen-9");
    CHECK_FOUND(PartQuery{.words = "000000789"}, "epyc-9654");
    CHECK_FOUND(PartQuery{.words = "sb-rkt"}, "zeta");
    BOOST_TEST(found({.words = "rocket xyzzy"}).empty());
}

BOOST_AUTO_TEST_CASE(words_of_two_parts_or_cells_do_not_run_together)
{
    BOOST_TEST(found({.words = "acmeryzen"}).empty());
    BOOST_TEST(found({.words = "rocketrocket"}).empty());
}

BOOST_AUTO_TEST_CASE(filters_hold_with_and_without_words)
{
    std::vector<PartEntry> parts = someParts();
    parts[0].marks.hidden = true;
    parts[1].marks.favourite = true;
    parts[2].origin = PartOrigin::Own;
    parts[3].offers.emplace_back();
    parts[4].missing = {"capacity_gb"};
    parts[4].sheet.cell("verification") = "unverified";
    const auto check = [&](const PartQuery& query, const Ids& expected) {
        BOOST_TEST(found(query, parts) == expected, boost::test_tools::per_element());
    };
    check({.table = "cpus"}, {"ryzen-9"});
    check({.table = "cpus", .hiddenToo = true}, {"epyc-9654", "ryzen-9"});
    check({.words = "acme", .table = "cpus"}, {"ryzen-9"});
    check({.favouritesOnly = true}, {"ryzen-9"});
    check({.origin = PartOrigin::Own}, {"zeta"});
    check({.words = "acme", .origin = PartOrigin::Own}, {"zeta"});
    check({.pricedOnly = true}, {"rocket-4"});
    check({.incompleteOnly = true}, {"rocket"});
    check({.state = Verification::Unverified}, {"rocket"});
    check({.words = "ryzen", .state = Verification::Unverified}, {});
}

BOOST_AUTO_TEST_CASE(an_empty_list_has_nothing)
{
    BOOST_TEST(found({.words = "a"}, {}).empty());
    BOOST_TEST(found({}, {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
