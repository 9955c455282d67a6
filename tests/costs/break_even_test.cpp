// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/break_even.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

std::vector<Money> line(std::initializer_list<std::int64_t> cents)
{
    std::vector<Money> amounts;
    for (const std::int64_t amount : cents) {
        amounts.emplace_back(amount, Currency::usd());
    }
    return amounts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(break_even)

BOOST_AUTO_TEST_CASE(lines_cross_between_months)
{
    // 40 ahead after one month, 20 behind after two: two thirds of the way.
    BOOST_TEST(firstCrossing(line({100, 100, 100}), line({0, 60, 120})).value().value() == 1 + 40.0 / 60,
               boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(equal_amounts_are_a_crossing)
{
    BOOST_TEST(firstCrossing(line({100, 100, 100}), line({0, 50, 100})).value().value() == 2.0);
    BOOST_TEST(firstCrossing(line({0, 10}), line({0, 5})).value().value() == 0.0);
}

BOOST_AUTO_TEST_CASE(lines_that_do_not_meet_have_no_crossing)
{
    BOOST_TEST(!firstCrossing(line({100, 101, 102}), line({0, 50, 101})).has_value());
    BOOST_TEST(!firstCrossing({}, {}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
