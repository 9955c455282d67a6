// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/share.h"

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace rigwright;

namespace {

Money cents(std::int64_t minor)
{
    return {minor, Currency::usd()};
}

} // namespace

BOOST_AUTO_TEST_CASE(per_cent_are_read_exactly)
{
    BOOST_TEST(Share::parsePercent("19")->millionths() == 190'000);
    BOOST_TEST(Share::parsePercent("7.7")->millionths() == 77'000);
    BOOST_TEST(Share::parsePercent("0.0001")->millionths() == 1);
    BOOST_TEST(Share::parsePercent("1000")->millionths() == 10'000'000);
    for (const char* bad : {"", "-1", "1.", ".5", "1e3", "19 %", "1000.0001", "0.00001", "12345"}) {
        BOOST_TEST(!Share::parsePercent(bad).has_value(), bad);
    }
}

BOOST_AUTO_TEST_CASE(per_cent_are_written_as_they_are_read)
{
    for (const char* text : {"0", "19", "7.7", "0.25", "8.875", "0.0001", "100"}) {
        BOOST_TEST(Share::parsePercent(text)->percent() == text);
    }
}

BOOST_AUTO_TEST_CASE(halves_of_a_cent_round_away_from_zero)
{
    // 19 % of 2.50 are 0.475, of 0.50 0.095, of 1.03 0.1957.
    const Share tax(190'000);
    BOOST_TEST((tax.of(cents(250)) == cents(48)));
    BOOST_TEST((tax.of(cents(50)) == cents(10)));
    BOOST_TEST((tax.of(cents(103)) == cents(20)));
    BOOST_TEST((tax.of(cents(-250)) == cents(-48)));
}

BOOST_AUTO_TEST_CASE(large_amounts_keep_every_cent)
{
    // 12.5 % of 80,000,000,000,000,001 cents are 10,000,000,000,000,000.125.
    BOOST_TEST((Share(125'000).of(cents(80'000'000'000'000'001)) == cents(10'000'000'000'000'000)));
    BOOST_CHECK_THROW((void)Share(10'000'000).of(cents(std::numeric_limits<std::int64_t>::max())),
                      std::overflow_error);
}
