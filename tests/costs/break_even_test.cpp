// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/break_even.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

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
    BOOST_TEST(lastingCrossing(line({100, 100, 100}), line({0, 60, 120})).value().value() == 1 + 40.0 / 60,
               boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(equal_amounts_are_a_crossing)
{
    BOOST_TEST(lastingCrossing(line({100, 100, 100}), line({0, 50, 100})).value().value() == 2.0);
    BOOST_TEST(lastingCrossing(line({0, 5}), line({0, 10})).value().value() == 0.0);
}

BOOST_AUTO_TEST_CASE(lines_that_do_not_meet_have_no_crossing)
{
    BOOST_TEST(!lastingCrossing(line({100, 101, 102}), line({0, 50, 101})).has_value());
    BOOST_TEST(!lastingCrossing({}, {}).has_value());
}

BOOST_AUTO_TEST_CASE(who_is_cheaper_only_at_first_has_not_broken_even)
{
    BOOST_TEST(!lastingCrossing(line({0, 10}), line({0, 5})).has_value());
    BOOST_TEST(!lastingCrossing(line({0, 10, 20, 30}), line({5, 12, 21, 29})).has_value());
}

// Made up for by month 2, 70 behind again once a replacement is bought in month 3, and 10 ahead in month 4: seven eighths of
// the way.
BOOST_AUTO_TEST_CASE(a_replacement_must_be_made_up_for_as_well)
{
    BOOST_TEST(
        lastingCrossing(line({100, 100, 100, 250, 250}), line({0, 60, 120, 180, 260})).value().value() ==
            3 + 70.0 / 80,
        boost::test_tools::tolerance(1e-12));
}

// 80 behind after two months and 10 ahead after three, because the machine is sold then and not little by little.
BOOST_AUTO_TEST_CASE(what_a_sale_makes_up_for_is_made_up_for_when_it_is_sold)
{
    BOOST_TEST(lastingCrossing(line({100, 110, 120, 50}), line({0, 20, 40, 60})).value().value() == 3.0);
}

// 100 + 40 against 60 a month: at 2⅓; 100 − 70 at half a month.
BOOST_AUTO_TEST_CASE(a_deviation_counts_as_a_cost_of_owning)
{
    const auto own = line({100, 100, 100, 100});
    const auto other = line({0, 60, 120, 180});
    BOOST_TEST(lastingCrossing(own, other, line({40, 40, 40, 40})).value().value() == 2 + 20.0 / 60,
               boost::test_tools::tolerance(1e-12));
    BOOST_TEST(lastingCrossing(own, other, line({-70, -70, -70, -70})).value().value() == 0.5,
               boost::test_tools::tolerance(1e-12));
    BOOST_TEST(!lastingCrossing(own, other, line({0, 0, 0, 81})).has_value());
}

// Whatever the curves, more cost never breaks even sooner.
RC_BOOST_PROP(a_dearer_machine_never_breaks_even_earlier, ())
{
    const auto amounts = *rc::gen::container<std::vector<std::int64_t>>(13, rc::gen::inRange(0, 1000));
    const auto others = *rc::gen::container<std::vector<std::int64_t>>(13, rc::gen::inRange(0, 1000));
    const auto more = *rc::gen::container<std::vector<std::int64_t>>(13, rc::gen::inRange(0, 300));
    std::vector<Money> own;
    std::vector<Money> other;
    std::vector<Money> deviation;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        own.emplace_back(amounts[i], Currency::usd());
        other.emplace_back(others[i], Currency::usd());
        deviation.emplace_back(more[i], Currency::usd());
    }
    const auto months = lastingCrossing(own, other);
    const auto later = lastingCrossing(own, other, deviation);
    RC_ASSERT(!later || (months && *months <= *later));
    RC_ASSERT(months.has_value() == (own.back() <= other.back()));
    RC_ASSERT(!months || (months->value() >= 0 && months->value() <= 12));
}

BOOST_AUTO_TEST_SUITE_END()
