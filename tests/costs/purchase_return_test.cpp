// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/purchase_return.h"

#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

/// Sums by the month of amounts at the begin and at the end of each year.
std::vector<Money> byYear(std::initializer_list<const char*> amounts)
{
    std::vector<Money> sums;
    Money sum = money("0");
    for (const char* amount : amounts) {
        while (!sums.empty() && sums.size() % 12 != 0) {
            sums.push_back(sum);
        }
        sum += money(amount);
        sums.push_back(sum);
    }
    return sums;
}

std::optional<double> rateOf(std::initializer_list<const char*> own, std::initializer_list<const char*> other)
{
    return purchaseReturn(byYear(own), byYear(other), 0.05).yearlyRate;
}

} // namespace

BOOST_AUTO_TEST_SUITE(purchase_return)

// Microsoft's page of Excel's IRR: 70,000 that bring 12,000, 15,000, 18,000, 21,000 and 26,000 earn 8.66 % a year; after four of
// the years they have not come back.
BOOST_AUTO_TEST_CASE(published_rates_of_return_come_out)
{
    const auto rate =
        rateOf({"70000", "0", "0", "0", "0", "0"}, {"0", "12000", "15000", "18000", "21000", "26000"});
    BOOST_TEST(rate.value() == 0.0866, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(!rateOf({"70000", "0", "0", "0", "0"}, {"0", "12000", "15000", "18000", "21000"}).has_value());
    // A year for a tenth.
    BOOST_TEST(rateOf({"1000", "0"}, {"0", "1100"}).value() == 0.1, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_rate_that_says_nothing_is_not_given)
{
    BOOST_TEST(!rateOf({"0", "100"}, {"0", "200"}).has_value());              // ties up nothing
    BOOST_TEST(!rateOf({"1", "0"}, {"0", "1000"}).has_value());               // 99,900 %
    BOOST_TEST(!rateOf({"100", "0", "0"}, {"0", "0", "0"}).has_value());      // never comes back
    BOOST_TEST(rateOf({"100", "300", "0"}, {"0", "230", "300"}).has_value()); // back once, at the end
    BOOST_TEST(!rateOf({"100", "0", "300", "0"}, {"0", "230", "0", "300"})
                    .has_value()); // falls back, by a replacement
}

// 1,000 now for 500 at the end of each of three years, at 10 %: 454.55 + 413.22 + 375.66 − 1,000 = 243.43. Before the third year's
// end 132.23 are still tied up: 35 months and 132.23 / 375.66 of one.
BOOST_AUTO_TEST_CASE(payments_in_todays_worth_take_longer_to_come_back)
{
    const PurchaseReturn result =
        purchaseReturn(byYear({"1000", "0", "0", "0"}), byYear({"0", "500", "500", "500"}), 0.1);
    BOOST_TEST((result.netPresentValue == money("243.43")));
    BOOST_TEST(result.discountedPayback.value().value() == 35 + 132.23 / 375.66,
               boost::test_tools::tolerance(1e-5));
    BOOST_TEST(result.yearlyRate.value() == 0.23375, boost::test_tools::tolerance(1e-4));
    BOOST_TEST(!purchaseReturn(byYear({"1000", "0", "0"}), byYear({"0", "550", "550"}), 0.1)
                    .discountedPayback.has_value()); // 954.55 of 1,000
}

// 292.00 less 56.94 a month for 3,000: 36 × 235.06 − 3,000 = 5,462.16 more than nothing at no discount.
BOOST_AUTO_TEST_CASE(a_comparison_says_what_buying_earns)
{
    CostAssumptions given = assumptions();
    given.discountRate = 0;
    const CostComparison comparison = compared(catalogOf({cloudOffer("a")}), machine(), given);
    const PurchaseReturn earned = comparison.breakEven.earned.value();
    BOOST_TEST((earned.netPresentValue == money("5462.16")));
    BOOST_TEST((earned.discountedPayback == comparison.breakEven.months));
    BOOST_TEST(earned.yearlyRate.value() > 1);
    BOOST_TEST(!comparison.apiBreakEven.earned.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
