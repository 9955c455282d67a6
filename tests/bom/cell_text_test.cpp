// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/cell_text.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(cell_text)

BOOST_AUTO_TEST_CASE(ordinary_text_stays_as_it_is)
{
    for (const char* text : {"", "RTX 4090", "两块显卡", "é €", "🂡", "a\tb\nc\r\nd"}) {
        BOOST_TEST(cleanText(text) == text);
    }
}

BOOST_AUTO_TEST_CASE(malformed_utf8_becomes_replacement_characters)
{
    const std::pair<const char*, const char*> rows[] = {
        {"a\xffz", "a�z"},            // never a byte of UTF-8
        {"a\xc3", "a�"},              // cut in the middle
        {"\xc0\xafz", "��z"},         // overlong '/'
        {"\xed\xa0\x80z", "���z"},    // half of a surrogate pair
        {"\xf4\x90\x80\x80", "����"}, // beyond U+10FFFF
        {"\x80", "�"},                // a continuation of nothing
    };
    for (const auto& [given, clean] : rows) {
        BOOST_TEST(cleanText(given) == clean);
    }
}

BOOST_AUTO_TEST_CASE(what_xml_forbids_is_dropped)
{
    BOOST_TEST(cleanText(std::string_view("a\0b\x01\x1b[2J\x0b z", 11)) == "ab[2J z");
    BOOST_TEST(cleanText("x\xef\xbf\xbfy\xef\xbf\xbe") == "xy"); // U+FFFF, U+FFFE
}

BOOST_AUTO_TEST_CASE(a_cell_holds_32767_utf16_units)
{
    BOOST_TEST(cleanText(std::string(32'766, 'x')) == std::string(32'766, 'x'));
    BOOST_TEST(cleanText(std::string(40'000, 'x')) == std::string(32'766, 'x') + "…");
    // A playing card is two units.
    std::string cards;
    for (int i = 0; i < 20'000; ++i) {
        cards += "🂡";
    }
    BOOST_TEST(cleanText(cards).size() == 16'383U * 4 + 3);
}

BOOST_AUTO_TEST_CASE(formula_signs_are_seen)
{
    for (const char* text :
         {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"}) {
        BOOST_TEST(looksLikeFormula(text), text);
    }
    for (const char* text : {"", "a=1", " =1", "2 × RTX", "'=1", "—"}) {
        BOOST_TEST(!looksLikeFormula(text), text);
    }
}

BOOST_AUTO_TEST_CASE(east_asian_characters_are_twice_as_wide)
{
    BOOST_TEST(displayWidth("RTX 4090") == 8U);
    BOOST_TEST(displayWidth("显卡 24 GB") == 10U);
    BOOST_TEST(displayWidth("a\nlonger\nb") == 6U);
}

BOOST_AUTO_TEST_SUITE_END()
