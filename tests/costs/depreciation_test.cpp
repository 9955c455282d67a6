// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/depreciation.h"

#include "costs/own_case.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

using namespace rigwright;

namespace {

std::vector<std::string> scheduled(const char* cost, const char* residual, int years,
                                   DepreciationMethod method)
{
    std::vector<std::string> amounts;
    for (const Money& amount : depreciationSchedule(money(cost), money(residual), years, method)) {
        amounts.push_back(amount.decimal());
    }
    return amounts;
}

std::vector<std::string> yearsOf(const OwnCase& own)
{
    std::vector<std::string> amounts;
    for (const YearCost& year : own.scenario().years) {
        amounts.push_back(year.depreciation.decimal());
    }
    return amounts;
}

using Amounts = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(depreciation)

BOOST_AUTO_TEST_CASE(a_straight_line_takes_equal_parts)
{
    const auto straight = DepreciationMethod::StraightLine;
    BOOST_TEST(scheduled("10000", "1000", 5, straight) ==
                   Amounts({"1800.00", "1800.00", "1800.00", "1800.00", "1800.00"}),
               boost::test_tools::per_element());
    // Thirds of 1,000 add up to 1,000.
    BOOST_TEST(scheduled("1000", "0", 3, straight) == Amounts({"333.33", "333.34", "333.33"}),
               boost::test_tools::per_element());
    BOOST_TEST(scheduled("1000", "0", 1, straight) == Amounts({"1000.00"}), boost::test_tools::per_element());
    BOOST_TEST(scheduled("1000", "1000", 2, straight) == Amounts({"0.00", "0.00"}),
               boost::test_tools::per_element());
}

// Two fifths of 10,000, of 6,000 and of 3,600; of the 2,160 left, half for each of two years is more than two fifths: 864.
BOOST_AUTO_TEST_CASE(a_declining_balance_changes_to_a_straight_line_where_that_takes_more)
{
    BOOST_TEST(scheduled("10000", "0", 5, DepreciationMethod::DecliningBalance) ==
                   Amounts({"4000.00", "2400.00", "1440.00", "1080.00", "1080.00"}),
               boost::test_tools::per_element());
}

// Microsoft's page of Excel's DDB: 2,400 worth 300 after ten years lose 480 in the first year and 22.12 in the last: a fifth of
// 2,400, 1,920, 1,536, … and in the end only what is left above 300.
BOOST_AUTO_TEST_CASE(a_declining_balance_stops_at_the_residual_value)
{
    const auto amounts = scheduled("2400", "300", 10, DepreciationMethod::DecliningBalance);
    BOOST_TEST(amounts.front() == "480.00");
    BOOST_TEST(amounts.at(1) == "384.00");
    BOOST_TEST(amounts.back() == "22.12");
}

BOOST_AUTO_TEST_CASE(the_books_of_the_own_machine_are_its_whole_purchase)
{
    OwnCase own;
    // 3,000 + 100 + 19 % of 3,100 = 3,689; less 600: 3,089 / 3 = 1,029.67, to the cent of the sums.
    own.given.purchase.shipping = money("100");
    own.given.purchase.taxRate = 0.19;
    own.given.purchase.taxRecoverable = false;
    own.given.value.residualShare = 0.2;
    BOOST_TEST(yearsOf(own) == Amounts({"1029.67", "1029.66", "1029.67"}), boost::test_tools::per_element());
    // On credit it is owned as well.
    own.given.financing.kind = Financing::Loan;
    BOOST_TEST(yearsOf(own) == Amounts({"1029.67", "1029.66", "1029.67"}), boost::test_tools::per_element());
    own.given.financing.kind = Financing::Lease;
    BOOST_TEST(yearsOf(own) == Amounts({"0.00", "0.00", "0.00"}), boost::test_tools::per_element());
}

// 3,000 over three years, in five.
BOOST_AUTO_TEST_CASE(after_its_years_nothing_is_written_off)
{
    OwnCase own;
    own.given.years = 5;
    BOOST_TEST(yearsOf(own) == Amounts({"1000.00", "1000.00", "1000.00", "0.00", "0.00"}),
               boost::test_tools::per_element());
}

// Replaced after two years and sold for 300: the books have written off two thirds of 2,700 and say 1,200. The 900 above the
// sale go as well. Then it starts anew; at the end of five years the third machine has been written off for one.
BOOST_AUTO_TEST_CASE(a_machine_that_is_replaced_leaves_the_books_and_the_new_one_starts_anew)
{
    OwnCase own;
    own.given.years = 5;
    own.given.value.residualShare = 0.1;
    own.given.value.refreshYears = 2;
    BOOST_TEST(yearsOf(own) == Amounts({"900.00", "1800.00", "900.00", "1800.00", "900.00"}),
               boost::test_tools::per_element());
}

RC_BOOST_PROP(a_schedule_ends_at_the_residual_value_and_never_rises, ())
{
    const Money cost(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000), Currency::usd());
    const Money residual = cost.scaled(*rc::gen::inRange(0, 1001) / 1000.0);
    const auto method =
        *rc::gen::element(DepreciationMethod::StraightLine, DepreciationMethod::DecliningBalance);
    const auto schedule = depreciationSchedule(cost, residual, *rc::gen::inRange(1, 11), method);
    Money book = cost;
    Money before = cost;
    for (const Money& amount : schedule) {
        RC_ASSERT(amount.minorUnits() >= 0);
        RC_ASSERT(amount.minorUnits() <= before.minorUnits() + 1); // a cent of rounding
        before = amount;
        book -= amount;
    }
    RC_ASSERT(book == residual);
}

BOOST_AUTO_TEST_SUITE_END()
