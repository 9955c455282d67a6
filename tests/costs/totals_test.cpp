// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/totals.h"

#include "costs/own_case.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(totals)

// 1,000 now and 100 at the end of each of twelve months, at 12 % a year: 1,000 + 100 × (1 − 1 / 1.12) / (1.12^(1/12) − 1) =
// 1,000 + 100 × 0.107142857 / 0.009488793 = 2,129.15.
BOOST_AUTO_TEST_CASE(later_payments_weigh_less_by_the_month)
{
    std::vector<Money> cumulative;
    for (int month = 0; month <= 12; ++month) {
        cumulative.push_back(money("1000") + money("100") * month);
    }
    BOOST_TEST((presentValue(cumulative, 0.12) == money("2129.15")));
    BOOST_TEST((presentValue(cumulative, 0) == money("2200.00")));
    // 121 in two years are 100 today at 10 %.
    std::vector<Money> late(25, money("0"));
    late.back() = money("121");
    BOOST_TEST((presentValue(late, 0.1) == money("100.00")));
}

// The first year has the purchase of 3,000 and 12 × 56.94 = 683.28; the last one the sale for 600.
BOOST_AUTO_TEST_CASE(years_part_what_is_invested_from_what_running_costs)
{
    OwnCase own;
    own.given.value.residualShare = 0.2;
    const std::vector<YearCost> years = own.scenario().years;
    BOOST_TEST(years.size() == 3U);
    BOOST_TEST(years[0].year == 1);
    BOOST_TEST((years[0].capital == money("3000.00")));
    BOOST_TEST((years[0].operating == money("683.28")));
    BOOST_TEST((years[1].capital == money("0.00")));
    BOOST_TEST((years[1].operating == money("683.28")));
    BOOST_TEST((years[2].capital == money("-600.00")));
    BOOST_TEST((years[2].operating == money("683.28")));
}

// Payments on a loan are for the machine: 3,000 in 30 months, of which the third year has six.
BOOST_AUTO_TEST_CASE(payments_on_a_loan_are_capital_and_those_on_a_lease_are_not)
{
    OwnCase own;
    own.given.financing = {Financing::Loan, 0, 30, 0};
    BOOST_TEST((own.scenario().years[2].capital == money("600.00")));
    own.given.financing.kind = Financing::Lease;
    BOOST_TEST((own.scenario().years[2].capital == money("0.00")));
    BOOST_TEST((own.scenario().years[2].operating == money("1883.28"))); // 12 × 100 + 683.28
}

BOOST_AUTO_TEST_SUITE_END()
