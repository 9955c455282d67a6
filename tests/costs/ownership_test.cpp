// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/ownership.h"

#include "costs/own_case.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

OwnCase inYuan()
{
    OwnCase own;
    own.candidates = candidatesAsFast(catalogOf({}), machine(), requirement(currencyOf("CNY"))).value();
    return own;
}

OwnCase withResidual(double share)
{
    OwnCase own;
    own.given.value.residualShare = share;
    return own;
}

std::string errorWith(const CostAssumptions& given)
{
    const auto comparison = tryToCompare(catalogOf({}), machine(), given);
    return comparison ? "no error" : comparison.error().message;
}

} // namespace

BOOST_AUTO_TEST_SUITE(ownership)

// 3,000 + 100 + 200 + 5 % of 3,000 = 3,450; 19 % of it are 655.50.
BOOST_AUTO_TEST_CASE(tax_is_on_everything_bought_and_only_where_nobody_refunds_it)
{
    OwnCase own;
    PurchaseTerms& purchase = own.given.purchase;
    purchase.shipping = money("100");
    purchase.installation = money("200");
    purchase.sparesShare = 0.05;
    purchase.taxRate = 0.19;
    purchase.taxRecoverable = false;
    BOOST_TEST((own.paid(CostCategory::Hardware, 0) == money("3000.00")));
    BOOST_TEST((own.paid(CostCategory::Shipping, 0) == money("100.00")));
    BOOST_TEST((own.paid(CostCategory::Installation, 0) == money("200.00")));
    BOOST_TEST((own.paid(CostCategory::Spares, 0) == money("150.00")));
    BOOST_TEST((own.paid(CostCategory::Tax, 0) == money("655.50")));
    BOOST_TEST((own.scenario().cumulative.front() == money("4105.50")));
    purchase.taxRecoverable = true;
    BOOST_TEST((own.paid(CostCategory::Tax, 36) == money("0.00")));
    BOOST_TEST((own.scenario().cumulative.front() == money("3450.00")));
    purchase.taxRate = std::nullopt;
    purchase.taxRecoverable = false;
    BOOST_TEST((own.scenario().cumulative.front() == money("3450.00")));
}

// Three machines at 3,000 and 5 % spares of 9,000; 3 × 56.94 = 170.82 of electricity and 3 × 50 of room a month. Shipping is of all.
BOOST_AUTO_TEST_CASE(several_machines_are_bought_and_run)
{
    OwnCase own;
    own.given.purchase.machines = 3;
    own.given.purchase.shipping = money("100");
    own.given.purchase.sparesShare = 0.05;
    own.given.running.roomPerMonth = money("50");
    BOOST_TEST(own.scenario().name == "3 × 1 × RTX 3090 24 GB");
    BOOST_TEST((own.paid(CostCategory::Hardware, 0) == money("9000.00")));
    BOOST_TEST((own.paid(CostCategory::Spares, 0) == money("450.00")));
    BOOST_TEST((own.paid(CostCategory::Shipping, 0) == money("100.00")));
    BOOST_TEST((own.paid(CostCategory::Electricity, 1) == money("170.82")));
    BOOST_TEST((own.paid(CostCategory::Room, 2) == money("300.00")));
}

// PUE 1.5 makes 85.41 of 56.94; twice the overhead is a PUE of 2: 113.88. A tenth more power: 62.634 a month, 626.34 in ten.
BOOST_AUTO_TEST_CASE(cooling_and_power_multiply_electricity)
{
    OwnCase own;
    own.given.running.powerUsageEffectiveness = 1.5;
    BOOST_TEST((own.paid(CostCategory::Electricity, 1) == money("85.41")));
    own.factors = FactorSettings().with(CostFactor::PowerUsage, 2);
    BOOST_TEST((own.paid(CostCategory::Electricity, 1) == money("113.88")));
    own.given.running.powerUsageEffectiveness = 1;
    own.factors = FactorSettings().with(CostFactor::Power, 1.1);
    BOOST_TEST((own.paid(CostCategory::Electricity, 10) == money("626.34")));
    own.factors = FactorSettings().with(CostFactor::Electricity, 2);
    BOOST_TEST((own.paid(CostCategory::Electricity, 1) == money("113.88")));
}

// A day has 9.6 hours of use, all by day: 9.6 h × 500 W + 6.4 h × 100 W = 5.44 kWh from 6 to 22 o'clock, 8 h × 100 W = 0.8 kWh at
// night. Times 730 / 24 days: 165.46667 kWh × 0.30 + 24.33333 kWh × 0.10 = 49.64 + 2.43333 = 52.07333 a month, 156.22 in three.
BOOST_AUTO_TEST_CASE(hours_at_night_have_their_own_tariff)
{
    OwnCase own;
    own.given.running.nightElectricity = rate("0.10");
    BOOST_TEST((own.paid(CostCategory::Electricity, 1) == money("52.07")));
    BOOST_TEST((own.paid(CostCategory::Electricity, 3) == money("156.22")));
    // The same tariff at all hours is the same bill: 36 × 56.94.
    own.given.running.nightElectricity = rate("0.30");
    BOOST_TEST((own.paid(CostCategory::Electricity, 36) == money("2049.84")));
    // In full use: 16 h × 500 W = 8 kWh and 8 h × 500 W = 4 kWh a day; 243.33333 × 0.30 + 121.66667 × 0.10 = 85.16667 a month.
    own.given.running.nightElectricity = rate("0.10");
    own.given.use.utilization = 1;
    BOOST_TEST((own.paid(CostCategory::Electricity, 3) == money("255.50")));
}

// Unused and switched on half the time: 100 W × 365 h = 36.5 kWh; × 0.30 = 10.95. Switched off it takes nothing.
BOOST_AUTO_TEST_CASE(a_machine_that_nobody_uses_takes_what_it_takes_when_it_is_left_on)
{
    OwnCase own;
    own.given.use.utilization = 0;
    own.given.running.idleShare = 0.5;
    BOOST_TEST((own.paid(CostCategory::Electricity, 1) == money("10.95")));
    own.given.running.idleShare = 0;
    BOOST_TEST((own.scenario().total == money("3000.00")));
    BOOST_TEST(own.scenario().items.size() == 1U);
    // In full use nothing is idle: 500 W × 730 h = 365 kWh; × 0.30 = 109.50.
    own.given.use.utilization = 1;
    BOOST_TEST((own.paid(CostCategory::Electricity, 1) == money("109.50")));
}

// Two fifths of the hours are in full use, whatever the machine answers in them: 56.94 a month as ever.
BOOST_AUTO_TEST_CASE(a_machine_of_unknown_speed_takes_its_power_in_the_hours_of_use)
{
    OwnCase own;
    own.candidates.capacity.reset();
    BOOST_TEST((own.paid(CostCategory::Electricity, 1) == money("56.94")));
    BOOST_TEST(!own.scenario().capacity.has_value());
}

BOOST_AUTO_TEST_CASE(several_machines_answer_as_many_times_more)
{
    OwnCase own;
    const RequestsPerSecond one = own.candidates.capacity.value().mid;
    BOOST_TEST((own.scenario().capacity.value().mid == one));
    own.given.purchase.machines = 3;
    own.factors = FactorSettings().with(CostFactor::OwnSpeed, 0.5);
    BOOST_TEST(own.scenario().capacity.value().mid.value() == one.value() * 1.5,
               boost::test_tools::tolerance(1e-12));
    BOOST_TEST((own.scenario().capacity->low < own.scenario().capacity->high));
}

// 12 × 56.94 = 683.28 in the first year, × 1.03 = 703.7784 in the second, × 1.03² = 724.891752 in the third.
BOOST_AUTO_TEST_CASE(electricity_becomes_dearer_by_the_year)
{
    OwnCase own;
    own.given.running.electricityChange = 0.03;
    BOOST_TEST((own.paid(CostCategory::Electricity, 12) == money("683.28")));
    BOOST_TEST((own.paid(CostCategory::Electricity, 24) == money("1387.06"))); // 1,387.0584
    BOOST_TEST((own.paid(CostCategory::Electricity, 36) == money("2111.95"))); // 2,111.950152
    own.given.running.nightElectricity = rate("0.30");
    BOOST_TEST((own.paid(CostCategory::Electricity, 36) == money("2111.95")));
}

// 12 % of 3,000 a year are 30 a month. Two machines of two accelerators: 4 × 4,500 / 12 = 1,500 a month. Half of 100,000 a year is
// 4,166.67 a month and 12,500 in three.
BOOST_AUTO_TEST_CASE(support_software_and_staff_are_paid_month_by_month)
{
    OwnCase own;
    own.given.running.supportShare = 0.12;
    BOOST_TEST((own.paid(CostCategory::Support, 0) == money("0.00")));
    BOOST_TEST((own.paid(CostCategory::Support, 1) == money("30.00")));
    own.given.purchase.machines = 2;
    own.candidates.build.hardware.accelerators.emplace_back().count = 2;
    own.given.running.softwarePerGpuYear = money("4500");
    own.given.running.staffShare = 0.5;
    own.given.running.staffPerYear = money("100000");
    BOOST_TEST((own.paid(CostCategory::Support, 1) == money("60.00")));
    BOOST_TEST((own.paid(CostCategory::Software, 1) == money("1500.00")));
    BOOST_TEST((own.paid(CostCategory::Staff, 1) == money("4166.67")));
    BOOST_TEST((own.paid(CostCategory::Staff, 3) == money("12500.00")));
}

BOOST_AUTO_TEST_CASE(factors_move_what_they_are_of_and_nothing_else)
{
    OwnCase own = withResidual(0.2);
    own.given.purchase.sparesShare = 0.05;
    own.given.running.supportShare = 0.12;
    own.given.running.roomPerMonth = money("50");
    own.factors = FactorSettings().with(CostFactor::HardwarePrice, 1.1);
    BOOST_TEST((own.paid(CostCategory::Hardware, 0) == money("3300.00")));
    BOOST_TEST((own.paid(CostCategory::Spares, 0) == money("165.00")));
    BOOST_TEST((own.paid(CostCategory::Support, 1) == money("33.00")));
    BOOST_TEST((own.paid(CostCategory::ResidualValue, 36) == money("-660.00")));
    BOOST_TEST((own.paid(CostCategory::Room, 1) == money("50.00")));
    BOOST_TEST((own.paid(CostCategory::Electricity, 1) == money("56.94")));
    own.factors = FactorSettings().with(CostFactor::Running, 2);
    BOOST_TEST((own.paid(CostCategory::Hardware, 0) == money("3000.00")));
    BOOST_TEST((own.paid(CostCategory::Support, 1) == money("60.00")));
    BOOST_TEST((own.paid(CostCategory::Room, 1) == money("100.00")));
    BOOST_TEST((own.paid(CostCategory::Electricity, 1) == money("56.94")));
}

// A fifth of 3,000 comes back in the last month: 3,000 + 36 × 56.94 − 600 = 4,449.84.
BOOST_AUTO_TEST_CASE(a_machine_is_sold_in_the_last_month)
{
    OwnCase own = withResidual(0.2);
    BOOST_TEST((own.paid(CostCategory::ResidualValue, 35) == money("0.00")));
    BOOST_TEST((own.paid(CostCategory::ResidualValue, 36) == money("-600.00")));
    BOOST_TEST((own.scenario().total == money("4449.84")));
    own.factors = FactorSettings().with(CostFactor::ResidualValue, 1.5);
    BOOST_TEST((own.paid(CostCategory::ResidualValue, 36) == money("-900.00")));
    // Nobody pays more than the machine cost.
    own.given.value.residualShare = 0.8;
    BOOST_TEST((own.paid(CostCategory::ResidualValue, 36) == money("-3000.00")));
}

// After two and four of five years: 3,000 − 300 each. With 100 of shipping and 19 % of tax on both, 3,689 − 300; spares stay.
BOOST_AUTO_TEST_CASE(machines_are_replaced_and_the_old_ones_sold)
{
    OwnCase own = withResidual(0.1);
    own.given.years = 5;
    own.given.value.refreshYears = 2;
    BOOST_TEST((own.paid(CostCategory::Refresh, 23) == money("0.00")));
    BOOST_TEST((own.paid(CostCategory::Refresh, 24) == money("2700.00")));
    BOOST_TEST((own.paid(CostCategory::Refresh, 60) == money("5400.00")));
    BOOST_TEST((own.paid(CostCategory::ResidualValue, 60) == money("-300.00")));
    own.given.purchase.shipping = money("100");
    own.given.purchase.sparesShare = 0.05;
    own.given.purchase.taxRate = 0.19;
    own.given.purchase.taxRecoverable = false;
    BOOST_TEST((own.paid(CostCategory::Refresh, 24) == money("3389.00")));
    // At the end it is sold, not replaced.
    own.given.value.refreshYears = 5;
    BOOST_TEST((own.paid(CostCategory::Refresh, 60) == money("0.00")));
}

// 6.70778 yuan for a dollar: 100 dollars of shipping are 670.778, 10 of room are 67.0778 a month and 2,414.8008 in 36.
BOOST_AUTO_TEST_CASE(amounts_of_other_currencies_are_exchanged)
{
    const Currency cny = currencyOf("CNY");
    OwnCase own = inYuan();
    own.given.purchase.shipping = money("100");
    own.given.purchase.installation = money("50", cny);
    own.given.running.roomPerMonth = money("10");
    own.given.running.staffShare = 1;
    own.given.running.staffPerYear = money("120000", cny);
    BOOST_TEST((own.paid(CostCategory::Hardware, 0) == money("20123.34", cny)));
    BOOST_TEST((own.paid(CostCategory::Shipping, 0) == money("670.78", cny)));
    BOOST_TEST((own.paid(CostCategory::Installation, 0) == money("50.00", cny)));
    BOOST_TEST((own.paid(CostCategory::Room, 1) == money("67.08", cny)));
    BOOST_TEST((own.paid(CostCategory::Room, 36) == money("2414.80", cny)));
    BOOST_TEST((own.paid(CostCategory::Staff, 1) == money("10000.00", cny)));
    // By day 49.64 dollars, which are 332.9741992 yuan; at night 24.33333 kWh × 0.60 yuan = 14.60.
    own.given.running.nightElectricity = rate("0.60", cny);
    BOOST_TEST((own.paid(CostCategory::Electricity, 1) == money("347.57", cny)));
}

BOOST_AUTO_TEST_CASE(an_amount_whose_currency_has_no_rate_is_an_error)
{
    const Money kronor = money("1", currencyOf("SEK"));
    const MoneyRate kronorRate = rate("1", currencyOf("SEK"));
    std::vector<CostAssumptions> all(9, assumptions());
    all[0].purchase.shipping = kronor;
    all[1].purchase.installation = kronor;
    all[2].running.roomPerMonth = kronor;
    all[3].running.softwarePerGpuYear = kronor;
    all[4].running.staffPerYear = kronor;
    all[5].running.electricity = kronorRate;
    all[6].running.nightElectricity = kronorRate;
    all[7].cloud.storagePerGbMonth = kronorRate;
    all[8].cloud.egressPerGb = kronorRate;
    for (const CostAssumptions& given : all) {
        BOOST_TEST(errorWith(given) == "the catalog has no exchange rate for SEK");
    }
    // Nothing is nothing in any currency.
    CostAssumptions free = assumptions();
    free.purchase.shipping = money("0", currencyOf("SEK"));
    BOOST_TEST(errorWith(free) == "no error");
}

// Nine times 10^18 cents fit an amount, twice as many don't.
BOOST_AUTO_TEST_CASE(costs_that_no_amount_holds_are_an_error)
{
    EvaluatedBuild dear = machine();
    dear.price = Money(9'000'000'000'000'000'000, Currency::usd());
    CostAssumptions two = assumptions();
    two.purchase.machines = 2;
    BOOST_TEST(tryToCompare(catalogOf({}), dear, two).error().message ==
               "the costs are too large to be added up");
    BOOST_TEST(tryToCompare(catalogOf({}), dear).has_value());
}

// 189.8 kWh a month at 0.344 kg: 65.2912 kg, 2,350.4832 kg in 36 months.
BOOST_AUTO_TEST_CASE(electricity_emits_what_it_takes)
{
    OwnCase own;
    BOOST_TEST(!own.scenario().carbon.has_value());
    own.given.carbon = CarbonIntensity(0.344);
    BOOST_TEST(own.scenario().carbon.value().value() == 2350.4832, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_SUITE_END()
