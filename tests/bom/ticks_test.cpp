// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/ticks.h"

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(ticks)

BOOST_AUTO_TEST_CASE(steps_are_one_two_or_five_times_a_power_of_ten)
{
    BOOST_TEST(niceStep(46, 5) == 10);     // 9.2 at least
    BOOST_TEST(niceStep(3000, 5) == 1000); // 600 at least
    BOOST_TEST(niceStep(90, 5) == 20);     // 18 at least
    BOOST_TEST(niceStep(100, 5) == 20);    // exactly 20
    BOOST_TEST(niceStep(0.3, 3) == 0.1, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(niceStep(4.4e6, 5) == 1e6); // 880,000 at least
}

BOOST_AUTO_TEST_CASE(a_span_that_is_no_number_still_gives_a_step)
{
    BOOST_TEST(niceStep(0, 5) == 1);
    BOOST_TEST(niceStep(-3, 5) == 1);
    BOOST_TEST(niceStep(std::numeric_limits<double>::quiet_NaN(), 5) == 1);
    BOOST_TEST(niceStep(std::numeric_limits<double>::infinity(), 5) == 1);
}

BOOST_AUTO_TEST_CASE(amounts_begin_at_zero_and_end_on_a_step)
{
    const AxisRange axis = axisFromZero(53.4, 5);
    BOOST_TEST(axis.low == 0);
    BOOST_TEST(axis.high == 60);
    BOOST_TEST(axis.step == 20);
    BOOST_TEST(axisFromZero(0, 5).high > 0);
}

BOOST_AUTO_TEST_CASE(values_far_from_zero_get_an_axis_around_them)
{
    const AxisRange axis = axisAround(1480, 3000, 5);
    BOOST_TEST(axis.low == 1388.8, boost::test_tools::tolerance(1e-9)); // 1480 − 6 % of 1520
    BOOST_TEST(axis.high == 3091.2, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(axis.step == 500);
}

BOOST_AUTO_TEST_CASE(values_near_zero_get_an_axis_from_zero)
{
    BOOST_TEST(axisAround(200, 3000, 5).low == 0);
}

BOOST_AUTO_TEST_CASE(one_value_alone_gets_an_axis_of_some_width)
{
    const AxisRange axis = axisAround(2000, 2000, 5);
    BOOST_TEST(axis.low < 2000);
    BOOST_TEST(axis.high > 2000);
}

BOOST_AUTO_TEST_CASE(months_are_labelled_by_quarters_half_years_or_years)
{
    BOOST_TEST(axisOfMonths(12).step == 3);
    BOOST_TEST(axisOfMonths(36).step == 6);
    BOOST_TEST(axisOfMonths(120).step == 12);
    BOOST_TEST(axisOfMonths(36).high == 36);
    BOOST_TEST(axisOfMonths(-1).high > 0);
}

BOOST_AUTO_TEST_CASE(an_axis_with_amounts_below_zero_has_whole_steps_on_both_sides)
{
    const AxisRange axis = axisWithZero(-600, 3600, 5);
    BOOST_TEST(axis.step == 1000); // 4,200 in at most five steps
    BOOST_TEST(axis.low == -1000);
    BOOST_TEST(axis.high == 4000);
    BOOST_TEST(axisWithZero(-600, -200, 5).high == 0);
    BOOST_TEST(axisWithZero(100, 900, 5).low == 0);
}

BOOST_AUTO_TEST_SUITE_END()
