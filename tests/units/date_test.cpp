// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/date.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

using namespace rigwright;

namespace {

Date day(const char* iso)
{
    return Date::parse(iso).value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(date)

BOOST_AUTO_TEST_CASE(a_day_is_read_and_written_alike)
{
    const Date read = day("2026-08-18");
    BOOST_TEST(read.year == 2026);
    BOOST_TEST(read.month == 8);
    BOOST_TEST(read.day == 18);
    BOOST_TEST(read.iso() == "2026-08-18");
    BOOST_TEST(Date({7, 1, 2}).iso() == "0007-01-02");
}

BOOST_AUTO_TEST_CASE(the_29th_of_february_exists_in_leap_years_only)
{
    // Gregorian rule: every fourth year, but of the centuries only every fourth.
    for (const char* leap : {"2024-02-29", "2000-02-29", "1600-02-29", "2400-02-29"}) {
        BOOST_TEST(Date::parse(leap).has_value(), leap);
    }
    for (const char* common : {"2023-02-29", "1900-02-29", "2100-02-29", "2026-02-29"}) {
        BOOST_TEST(!Date::parse(common).has_value(), common);
    }
}

BOOST_AUTO_TEST_CASE(days_that_do_not_exist_are_refused)
{
    for (const char* text : {"2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31",
                             "2026-06-31", "2026-09-31", "2026-11-31", "2024-02-30"}) {
        BOOST_TEST(!Date::parse(text).has_value(), text);
    }
}

BOOST_AUTO_TEST_CASE(only_the_iso_form_is_a_date)
{
    for (const char* text :
         {"", "2026", "2026-8-18", "2026/08/18", "18.08.2026", "20260818", "2026-08-18 ", " 2026-08-18",
          "2026-08-18T00:00", "-026-08-18", "2026-0a-18", "+026-08-18", "2026-08--1"}) {
        BOOST_TEST(!Date::parse(text).has_value(), text);
    }
    BOOST_TEST(Date::parse("18.08.2026").error().message.find("'18.08.2026'") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(days_between_count_the_leap_day)
{
    BOOST_TEST(day("2024-03-01").daysSince(day("2024-02-28")) == 2);
    BOOST_TEST(day("2023-03-01").daysSince(day("2023-02-28")) == 1);
    BOOST_TEST(day("2025-01-01").daysSince(day("2024-01-01")) == 366);
    // 400 years hold 97 leap days: 400 × 365 + 97 = 146,097.
    BOOST_TEST(day("2400-01-01").daysSince(day("2000-01-01")) == 146097);
    BOOST_TEST(day("2026-01-01").daysSince(day("2026-01-31")) == -30);
    BOOST_TEST(day("2026-01-01").daysSince(day("2026-01-01")) == 0);
}

BOOST_AUTO_TEST_CASE(later_days_compare_greater)
{
    BOOST_TEST((day("2026-02-01") > day("2026-01-31")));
    BOOST_TEST((day("2027-01-01") > day("2026-12-31")));
    BOOST_TEST((day("2026-08-18") == day("2026-08-18")));
}

RC_BOOST_PROP(every_day_comes_back_from_its_text, ())
{
    const Date written{*rc::gen::inRange(0, 10000), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29)};
    RC_ASSERT(Date::parse(written.iso()).value() == written);
}

RC_BOOST_PROP(the_distance_back_is_the_distance_there, ())
{
    const Date a{*rc::gen::inRange(1900, 2200), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29)};
    const Date b{*rc::gen::inRange(1900, 2200), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29)};
    RC_ASSERT(a.daysSince(b) == -b.daysSince(a));
    RC_ASSERT((a.daysSince(b) > 0) == (a > b));
}

BOOST_AUTO_TEST_SUITE_END()
