// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/use.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

std::string errorOf(std::string_view text)
{
    const auto profile = parseProfile(text);
    return profile ? "no error" : profile.error().message;
}

double hourOf(std::string_view text, std::size_t hour)
{
    return parseProfile(text).value().at(hour).value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(profile)

BOOST_AUTO_TEST_CASE(a_table_of_hours_is_read)
{
    const auto day = parseProfile("hour,requests\n9,120\n10,250.5\n0,3\n").value();
    BOOST_TEST(day.size() == 24U);
    BOOST_TEST(day[0].value() == 3.0);
    BOOST_TEST(day[9].value() == 120.0);
    BOOST_TEST(day[10].value() == 250.5);
    BOOST_TEST(day[11].value() == 0.0);
}

BOOST_AUTO_TEST_CASE(an_hour_above_23_makes_it_a_week)
{
    const auto week = parseProfile("167,1\n0,2\n").value();
    BOOST_TEST(week.size() == 168U);
    BOOST_TEST(week[167].value() == 1.0);
    BOOST_TEST(parseProfile("24,0\n").value().size() == 168U);
    BOOST_TEST(parseProfile("23,0\n").value().size() == 24U);
}

BOOST_AUTO_TEST_CASE(spreadsheets_write_tables_in_many_ways)
{
    for (const char* text : {"9,120", "9;120\n", "9\t120",
                             "\xEF\xBB\xBF"
                             "9,120",
                             "hour;requests\r\n\r\n9;120\r\n", "\n\n  9 , 120  \n\n", "\"9\",\"120\"",
                             "\"the \"\"hour\"\"\",\"requests, all\"\n\"09\" , 1.2e2", "9,120,\n",
                             "\xE5\xB0\x8F\xE6\x97\xB6,\xE8\xAF\xB7\xE6\xB1\x82\n9,120"}) {
        BOOST_TEST(errorOf(text) == "no error", text);
        BOOST_TEST(hourOf(text, 9) == 120.0, text);
    }
}

BOOST_AUTO_TEST_CASE(errors_name_the_line)
{
    const std::string none = "expected lines of hour and requests, such as 9,120; there is none";
    BOOST_TEST(errorOf("") == none);
    BOOST_TEST(errorOf("\n \n") == none);
    BOOST_TEST(errorOf("hour,requests\n") == none);
    BOOST_TEST(errorOf("h,r\n1,5\n\n1,6\n") == "line 4: hour 1 is there already, in line 2");
    BOOST_TEST(errorOf("1,5\n168,6\n") ==
               "line 2: expected an hour from 0 to 23, or to 167 of a week, got '168'");
    for (const char* hour : {"-1", "1.5", "x", "", "1 2", "99999999999"}) {
        BOOST_TEST(errorOf("1,5\n" + std::string(hour) + ",6\n") ==
                   "line 2: expected an hour from 0 to 23, or to 167 of a week, got '" + std::string(hour) +
                       "'");
    }
    for (const char* requests : {"-1", "nan", "inf", "1e99", "many", "", "1e11", "12 000"}) {
        BOOST_TEST(errorOf("1,5\n2," + std::string(requests) + "\n") ==
                   "line 2: expected a number of requests, 0 to 10 thousand million, got '" +
                       std::string(requests) + "'");
    }
    // Only the first line may be one of headings.
    BOOST_TEST(errorOf("1,5\nhour,requests\n").starts_with("line 2: expected an hour"));
    BOOST_TEST(errorOf("hour,5\n").starts_with("line 1: expected an hour"));
}

BOOST_AUTO_TEST_CASE(a_line_has_two_cells)
{
    const std::string two = "expected two cells, hour and requests, separated by comma, semicolon or tab";
    BOOST_TEST(errorOf("1,5\n7\n") == "line 2: " + two);
    BOOST_TEST(errorOf("1,5,6\n") == "line 1: " + two);
    BOOST_TEST(errorOf("1,5\n2;6\n") == "line 2: " + two);
    BOOST_TEST(errorOf("hello") == "line 1: " + two);
    BOOST_TEST(errorOf("\"1,5\n") == "line 1: expected a quoted cell to end with a quote");
    BOOST_TEST(errorOf("1,\"5\"x\n") == "line 1: expected a quoted cell to end with a quote");
}

BOOST_AUTO_TEST_CASE(messages_repeat_nothing_that_a_terminal_obeys)
{
    BOOST_TEST(errorOf("1,5\n\x1b[2J,6\n").ends_with("got '?[2J'"));
    const std::string message = errorOf("1,5\n" + std::string(100, 'x') + ",6\n");
    BOOST_TEST(message.ends_with("got '" + std::string(40, 'x') + "…'"));
}

BOOST_AUTO_TEST_CASE(no_profile_is_larger_than_a_mebibyte)
{
    std::string text = "9,120\n";
    text.append((1U << 20U) - text.size(), '\n');
    BOOST_TEST(errorOf(text) == "no error");
    BOOST_TEST(errorOf(text + "\n") == "expected a profile of at most 1 MiB");
}

BOOST_AUTO_TEST_SUITE_END()
