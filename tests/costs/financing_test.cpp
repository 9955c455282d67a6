// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/financing.h"

#include "costs/own_case.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

#include <cmath>

using namespace rigwright;

namespace {

OwnCase financed(Financing kind, double interest, int months)
{
    OwnCase own;
    own.given.financing = {kind, interest, months, 0};
    return own;
}

/// A machine of another price.
OwnCase priced(OwnCase own, const char* price)
{
    own.candidates.price = money(price);
    return own;
}

} // namespace

BOOST_AUTO_TEST_SUITE(financing)

// Wikipedia, "Mortgage calculator": 200,000 at 6.5 % over 30 years are 1,264.14 a month. Microsoft's page of Excel's PMT: 10,000
// at 8 % over 10 months are 1,037.03.
BOOST_AUTO_TEST_CASE(published_payments_of_an_annuity_come_out)
{
    BOOST_TEST((money("200000").scaled(annuityShare(0.065, 360)) == money("1264.14")));
    BOOST_TEST((money("10000").scaled(annuityShare(0.08, 10)) == money("1037.03")));
    BOOST_TEST(annuityShare(0, 36) == 1.0 / 36);
    // Next to no interest is as good as none.
    BOOST_TEST(annuityShare(1e-13, 36) == 1.0 / 36, boost::test_tools::tolerance(1e-12));
}

// 1,000 at 12 % over 24 months: 47.0734722 a month. After 12 of them 1,000 × 1.01^12 = 1,126.8250301 less what the payments have
// grown to, 47.0734722 × (1.01^12 − 1) / 0.01 = 597.0095, is still owed: 529.8156.
BOOST_AUTO_TEST_CASE(what_is_still_owed_is_what_interest_and_payments_leave)
{
    BOOST_TEST((money("1000").scaled(owedShare(0.12, 24, 12)) == money("529.82")));
    BOOST_TEST(owedShare(0.12, 24, 0) == 1);
    BOOST_TEST(owedShare(0.12, 24, 24) == 0);
    BOOST_TEST(owedShare(0, 24, 6) == 0.75);
}

// A fifth of 3,000 at once. 2,400 at 6 % over 12 months: × 0.005 / (1 − 1.005^−12) = 0.0860664297 are 206.5594 a month.
BOOST_AUTO_TEST_CASE(a_loan_is_a_down_payment_and_equal_payments_from_the_first_month)
{
    OwnCase own = financed(Financing::Loan, 0.06, 12);
    own.given.financing.downPayment = 0.2;
    BOOST_TEST((own.paid(CostCategory::DownPayment, 0) == money("600.00")));
    BOOST_TEST((own.paid(CostCategory::LoanPayments, 0) == money("0.00")));
    BOOST_TEST((own.paid(CostCategory::LoanPayments, 1) == money("206.56")));
    BOOST_TEST((own.paid(CostCategory::LoanPayments, 5) == money("1032.80")));  // 1,032.7971
    BOOST_TEST((own.paid(CostCategory::LoanPayments, 12) == money("2478.71"))); // 2,478.7131
    BOOST_TEST((own.paid(CostCategory::LoanPayments, 36) == money("2478.71")));
    BOOST_TEST((own.scenario().cumulative.front() == money("600.00")));
    own.given.financing.downPayment = 1;
    BOOST_TEST((own.scenario().total == money("5049.84"))); // as in cash: 3,000 + 36 × 56.94
}

BOOST_AUTO_TEST_CASE(a_loan_without_interest_costs_what_cash_does)
{
    const OwnCase own = financed(Financing::Loan, 0, 30);
    BOOST_TEST((own.paid(CostCategory::LoanPayments, 1) == money("100.00"))); // 3,000 / 30
    BOOST_TEST((own.paid(CostCategory::LoanPayments, 30) == money("3000.00")));
    BOOST_TEST((own.scenario().total == money("5049.84")));
}

// 1,000 at 12 % over 24 months and a comparison of one year: 12 × 47.0734722 = 564.8817, and the 529.8156 that are owed then.
BOOST_AUTO_TEST_CASE(what_is_owed_when_the_years_end_is_paid_then)
{
    OwnCase own = priced(financed(Financing::Loan, 0.12, 24), "1000");
    own.given.years = 1;
    BOOST_TEST((own.paid(CostCategory::LoanPayments, 11) == money("517.81")));  // 517.8082
    BOOST_TEST((own.paid(CostCategory::LoanPayments, 12) == money("1094.70"))); // 1,094.6972
}

// 3,000 + 100 + 200 + 150 + 19 % of 3,450 = 4,105.50, in 30 payments of 136.85; none of it as an item of its own.
BOOST_AUTO_TEST_CASE(what_is_financed_is_not_paid_a_second_time)
{
    for (const Financing kind : {Financing::Loan, Financing::Lease}) {
        OwnCase own = financed(kind, 0, 30);
        own.given.purchase.shipping = money("100");
        own.given.purchase.installation = money("200");
        own.given.purchase.sparesShare = 0.05;
        own.given.purchase.taxRate = 0.19;
        own.given.purchase.taxRecoverable = false;
        const CostCategory payments =
            kind == Financing::Loan ? CostCategory::LoanPayments : CostCategory::LeasePayments;
        BOOST_TEST((own.paid(payments, 1) == money("136.85")));
        BOOST_TEST((own.paid(payments, 30) == money("4105.50")));
        BOOST_TEST(own.scenario().items.size() == 2U); // and electricity
    }
}

// 30,000 of which 15,000 are left after 36 months, at 6 %: interest of half a per cent on the 15,000 that stay, 75, and the
// annuity of the other 15,000, × 0.0304219375 = 456.3291: 531.3291 a month.
BOOST_AUTO_TEST_CASE(a_lease_pays_for_what_the_machine_loses_and_interest_on_the_rest)
{
    OwnCase own = priced(financed(Financing::Lease, 0.06, 36), "30000");
    own.given.value.residualShare = 0.5;
    own.given.use.utilization = 0;
    own.given.running.idleShare = 0;
    BOOST_TEST((own.paid(CostCategory::LeasePayments, 0) == money("0.00")));
    BOOST_TEST((own.paid(CostCategory::LeasePayments, 1) == money("531.33")));
    BOOST_TEST((own.paid(CostCategory::LeasePayments, 36) == money("19127.85"))); // 19,127.846
    // The machine goes back: nobody sells it, and it is nobody's investment.
    BOOST_TEST(own.scenario().items.size() == 1U);
    BOOST_TEST((own.scenario().years.front().capital == money("0.00")));
    BOOST_TEST((own.scenario().years.front().depreciation == money("0.00")));
    // Another lease follows, and a lease ends earlier than the machine would be replaced.
    own.given.years = 5;
    own.given.value.refreshYears = 2;
    BOOST_TEST((own.paid(CostCategory::LeasePayments, 60) == money("31879.74"))); // 31,879.743
    BOOST_TEST(own.scenario().items.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_lease_without_interest_pays_what_the_machine_loses)
{
    OwnCase own = financed(Financing::Lease, 0, 24);
    own.given.value.residualShare = 0.2;
    BOOST_TEST((own.paid(CostCategory::LeasePayments, 1) == money("100.00"))); // (3,000 − 600) / 24
    BOOST_TEST((own.paid(CostCategory::LeasePayments, 36) == money("3600.00")));
}

// What defines an annuity: discounted at the loan's own rate, its payments are worth what was borrowed, and what is still owed is
// what the payments left are worth.
RC_BOOST_PROP(payments_are_worth_what_was_borrowed, ())
{
    const double interest = *rc::gen::inRange(0, 1001) / 1000.0;
    const int months = *rc::gen::inRange(1, 121);
    const int paid = *rc::gen::inRange(0, months + 1);
    double worth = 0;
    double left = 0;
    for (int month = 1; month <= months; ++month) {
        worth += annuityShare(interest, months) * std::pow(1 + interest / 12, -month);
        left += month > paid ? annuityShare(interest, months) * std::pow(1 + interest / 12, paid - month) : 0;
    }
    RC_ASSERT(std::abs(worth - 1) < 1e-9);
    RC_ASSERT(std::abs(left - owedShare(interest, months, paid)) < 1e-9);
}

// And of a lease: its payments and what the machine is worth at the end are together worth its price.
RC_BOOST_PROP(a_lease_and_the_machine_that_goes_back_are_worth_its_price, ())
{
    OwnCase own =
        financed(Financing::Lease, *rc::gen::inRange(0, 501) / 1000.0, 12 * *rc::gen::inRange(1, 11));
    own.given.years = own.given.financing.termMonths / 12;
    own.given.value.residualShare = *rc::gen::inRange(0, 1001) / 1000.0;
    own = priced(own, "1000000");
    const double monthly = 1 + own.given.financing.yearlyInterest / 12;
    const CostScenario scenario = own.scenario();
    const CostItem& item = scenario.items.front();
    double worth = own.given.value.residualShare * 1e6 * std::pow(monthly, -own.given.financing.termMonths);
    if (item.category == CostCategory::LeasePayments) {
        for (std::size_t month = 1; month < item.cumulative.size(); ++month) {
            worth += (item.cumulative[month] - item.cumulative[month - 1]).toDouble() *
                std::pow(monthly, -static_cast<double>(month));
        }
    }
    RC_ASSERT(std::abs(worth - 1e6) < 1);
}

BOOST_AUTO_TEST_SUITE_END()
