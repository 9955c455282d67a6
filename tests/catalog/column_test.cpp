// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/tables/column.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

/// What a cell is stored as, or "refused".
std::string stored(const Column& column, const char* cell, const char* currency = "USD")
{
    struct Printer {
        std::string operator()(std::monostate) const { return "null"; }
        std::string operator()(std::int64_t value) const { return "integer " + std::to_string(value); }
        std::string operator()(double value) const { return "real " + std::to_string(value); }
        std::string operator()(const std::string& value) const { return "text " + value; }
    };
    const auto value = column.parse(cell, currency);
    return value ? std::visit(Printer(), *value) : "refused";
}

} // namespace

BOOST_AUTO_TEST_SUITE(columns)

BOOST_AUTO_TEST_CASE(an_empty_cell_is_unknown_unless_the_column_says_otherwise)
{
    const Column ports = wholeColumn("ports", 0, 16);
    BOOST_TEST(stored(ports, "") == "null");
    BOOST_TEST(stored(ports.must(), "") == "refused");
    BOOST_TEST(stored(ports.orElse("0"), "") == "integer 0");
}

BOOST_AUTO_TEST_CASE(whole_numbers_have_no_point_and_stay_in_range)
{
    const Column ports = wholeColumn("ports", 1, 16);
    BOOST_TEST(stored(ports, "16") == "integer 16");
    for (const char* cell : {"0", "17", "1.5", "1e1", "+4", " 4", "4 ", "four", "0x4", "4,", "nan"}) {
        BOOST_TEST(stored(ports, cell) == "refused", cell);
    }
}

BOOST_AUTO_TEST_CASE(decimals_are_plain)
{
    const Column clock = decimalColumn("base_ghz", 0.5, 10);
    BOOST_TEST(stored(clock, "3.75") == "real 3.750000");
    for (const char* cell : {"0.4", "10.1", "inf", "nan", "3,75", "3.7e0", "-1"}) {
        BOOST_TEST(stored(clock, cell) == "refused", cell);
    }
}

// 24 GiB = 24 × 2^30 = 25,769,803,776 bytes; 990 GB = 990 × 10^9 bytes.
BOOST_AUTO_TEST_CASE(sizes_become_bytes)
{
    BOOST_TEST(stored(decimalColumn("memory_gib", 1, 100).as("memory_bytes", 1 << 30), "24") ==
               "integer 25769803776");
    BOOST_TEST(stored(decimalColumn("capacity_gb", 1, 1000).as("capacity_bytes", 1'000'000'000), "990") ==
               "integer 990000000000");
}

BOOST_AUTO_TEST_CASE(money_is_in_minor_units_of_the_currency_of_the_row)
{
    const Column amount = plainColumn("amount", CellType::Money);
    BOOST_TEST(stored(amount, "1599.99", "USD") == "integer 159999");
    BOOST_TEST(stored(amount, "1599", "JPY") == "integer 1599");
    BOOST_TEST(stored(amount, "1599.99", "JPY") == "refused");
    BOOST_TEST(stored(amount, "1,599", "USD") == "refused");
}

BOOST_AUTO_TEST_CASE(rates_have_six_decimals)
{
    const Column rate = plainColumn("price_per_hour", CellType::Rate);
    BOOST_TEST(stored(rate, "21.957642") == "integer 21957642");
    BOOST_TEST(stored(rate, "21.9576421") == "refused");
    BOOST_TEST(stored(rate, "0") == "refused");
}

BOOST_AUTO_TEST_CASE(words_of_a_list_are_known_and_different)
{
    const Column types = listColumn("memory_types", {"DDR4", "DDR5"});
    BOOST_TEST(stored(types, "DDR5;DDR4") == "text DDR5;DDR4");
    for (const char* cell : {"DDR3", "DDR4;", ";DDR4", "DDR4;DDR4", "DDR4; DDR5", "DDR4,DDR5"}) {
        BOOST_TEST(stored(types, cell) == "refused", cell);
    }
}

BOOST_AUTO_TEST_CASE(texts_have_no_blanks_at_their_ends_and_no_control_characters)
{
    const Column name = textColumn("name");
    BOOST_TEST(stored(name, "be quiet!") == "text be quiet!");
    for (const char* cell : {" a", "a ", "a\tb", "a\x7f"}) {
        BOOST_TEST(stored(name, cell) == "refused");
    }
}

BOOST_AUTO_TEST_CASE(ids_months_and_answers_keep_their_form)
{
    BOOST_TEST(stored(idColumn("id"), "xeon-platinum-8480+") == "text xeon-platinum-8480+");
    BOOST_TEST(stored(idColumn("id"), "RTX") == "refused");
    BOOST_TEST(stored(plainColumn("released", CellType::Month), "2025-01") == "text 2025-01");
    BOOST_TEST(stored(plainColumn("released", CellType::Month), "2025-13") == "refused");
    BOOST_TEST(stored(plainColumn("amx", CellType::YesNo), "yes") == "integer 1");
    BOOST_TEST(stored(plainColumn("amx", CellType::YesNo), "true") == "refused");
    BOOST_TEST(stored(plainColumn("slots", CellType::Slots), "5x16 4x4@16c") == "text 5x16 4x4@16c");
    BOOST_TEST(stored(plainColumn("slots", CellType::Slots), "two") == "refused");
}

BOOST_AUTO_TEST_CASE(a_long_cell_is_cut_in_the_message)
{
    const auto value = wholeColumn("ports", 1, 16).parse(std::string(100, 'x'), "");
    BOOST_REQUIRE(!value.has_value());
    BOOST_TEST(value.error().message ==
               "expected a whole number from 1 to 16, got '" + std::string(60, 'x') + "…'");
}

BOOST_AUTO_TEST_SUITE_END()
