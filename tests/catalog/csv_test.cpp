// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/tables/csv.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

/// The cells of a line between bars, or the error.
std::string split(const char* line)
{
    const auto cells = splitCsvLine(line);
    if (!cells) {
        return cells.error().message;
    }
    std::string text = "|";
    for (const std::string& cell : *cells) {
        text += cell + "|";
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(csv)

BOOST_AUTO_TEST_CASE(commas_part_cells)
{
    BOOST_TEST(split("a,b,,d") == "|a|b||d|");
    BOOST_TEST(split("") == "||");
    BOOST_TEST(split(",") == "|||");
    BOOST_TEST(split("a,b\r") == "|a|b|");
}

BOOST_AUTO_TEST_CASE(quotes_hold_commas_and_doubled_quotes)
{
    BOOST_TEST(split("\"a,b\",c") == "|a,b|c|");
    BOOST_TEST(split("\"2.5\"\"\",x") == "|2.5\"|x|");
    BOOST_TEST(split("\"\",x") == "||x|");
}

BOOST_AUTO_TEST_CASE(stray_quotes_are_refused)
{
    BOOST_TEST(split("\"a,b") == "a quote is not closed on its line");
    BOOST_TEST(split("\"a\"b,c") == "expected a comma after a closing quote");
    BOOST_TEST(split("a\"b,c") == "a cell with a quote in it must stand in quotes");
}

// The boundary cases are those of the table of well-formed byte sequences, Unicode standard, table 3-7.
BOOST_AUTO_TEST_CASE(well_formed_utf_8_is_accepted)
{
    for (const char* text : {"", "plain", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf",
                             "\xee\x80\x80", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "一致"}) {
        BOOST_TEST(isUtf8(text), text);
    }
}

BOOST_AUTO_TEST_CASE(malformed_utf_8_is_refused)
{
    for (const char* text :
         {"\x80", "\xc0\xaf", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
          "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xc3", "\xe2\x82", "\xff", "a\xe4z"}) {
        BOOST_TEST(!isUtf8(text));
    }
}

BOOST_AUTO_TEST_SUITE_END()
