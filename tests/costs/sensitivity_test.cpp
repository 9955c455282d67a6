// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

/// Only the given factors are uncertain.
CostAssumptions uncertain(std::vector<FactorRange> ranges)
{
    CostAssumptions given = assumptions();
    for (const CostFactor factor : allCostFactors()) {
        if (std::ranges::find(ranges, factor, &FactorRange::factor) == ranges.end()) {
            ranges.push_back({factor, 1, 1});
        }
    }
    given.ranges = std::move(ranges);
    return given;
}

CostComparison comparedIn(const CostAssumptions& given)
{
    return compared(catalogOf({cloudOffer("a")}), machine(), given);
}

constexpr auto kClose = 1e-4;

} // namespace

BOOST_AUTO_TEST_SUITE(sensitivity)

// Electricity is 56.94 a month: half of it is 28.47 less, twice 56.94 more; over 36 months 1,024.92 and 2,049.84 of 5,049.84.
// 3,000 / (292 − 28.47) = 11.3839 and 3,000 / (292 − 113.88) = 16.8426 months. Renting: 36 × 292 = 10,512.
BOOST_AUTO_TEST_CASE(one_factor_moves_band_break_even_and_advantage)
{
    const CostComparison comparison = comparedIn(uncertain({{CostFactor::Electricity, 0.5, 2}}));
    const CostScenario& own = comparison.scenarios.at(0);
    BOOST_TEST((own.cumulativeLow.back() == money("4024.92")));
    BOOST_TEST((own.cumulativeHigh.back() == money("7099.68")));
    BOOST_TEST((own.cumulativeLow.front() == money("3000")));
    BOOST_TEST((comparison.scenarios.at(1).cumulativeHigh == comparison.scenarios[1].cumulative));
    const BreakEven& breakEven = comparison.breakEven;
    BOOST_TEST(breakEven.earliest.value().value() == 11.3839, boost::test_tools::tolerance(kClose));
    BOOST_TEST(breakEven.months.value().value() == 12.7627, boost::test_tools::tolerance(kClose));
    BOOST_TEST(breakEven.latest.value().value() == 16.8426, boost::test_tools::tolerance(kClose));
    BOOST_TEST(comparison.sensitivity.against.value() == 1U);
    BOOST_TEST((comparison.sensitivity.advantage == money("5462.16")));
    BOOST_TEST(comparison.sensitivity.effects.size() == 1U);
    const FactorEffect& effect = comparison.sensitivity.effects.at(0);
    BOOST_TEST((effect.range.factor == CostFactor::Electricity));
    BOOST_TEST((effect.advantageAtLow == money("6487.08")));
    BOOST_TEST((effect.advantageAtHigh == money("3412.32")));
}

// After ten months 569.40 more of electricity and 300 more of hardware: √(569.40² + 300²) = 643.60.
BOOST_AUTO_TEST_CASE(independent_factors_add_up_as_squares)
{
    const CostComparison comparison =
        comparedIn(uncertain({{CostFactor::Electricity, 1, 2}, {CostFactor::HardwarePrice, 1, 1.1}}));
    const CostScenario& own = comparison.scenarios.at(0);
    BOOST_TEST((own.cumulativeHigh.at(10) == money("4213.00")));
    BOOST_TEST((own.cumulativeLow == own.cumulative));
    // 36 × 56.94 = 2,049.84 moves more than 300.
    BOOST_TEST((comparison.sensitivity.effects.at(0).range.factor == CostFactor::Electricity));
    BOOST_TEST((comparison.sensitivity.effects.at(1).range.factor == CostFactor::HardwarePrice));
    BOOST_TEST((comparison.sensitivity.effects[1].advantageAtHigh == money("5162.16")));
}

// Half the use: 500 W × 0.2 + 100 W × 0.8 = 180 W, 131.4 kWh and 39.42 a month, against 146.00 of renting:
// 3,000 / (146 − 39.42) = 28.1479 months. Both halve at once.
BOOST_AUTO_TEST_CASE(a_factor_that_moves_both_moves_their_difference)
{
    const CostComparison comparison = comparedIn(uncertain({{CostFactor::Use, 0.5, 1}}));
    BOOST_TEST(comparison.breakEven.latest.value().value() == 28.1479, boost::test_tools::tolerance(kClose));
    BOOST_TEST(comparison.breakEven.earliest.value().value() == comparison.breakEven.months->value());
}

// At 0.25 an hour renting costs 73.00 a month, 2,628.00 in all. At five times as much, 365.00: 3,000 / (365 − 56.94) = 9.738.
BOOST_AUTO_TEST_CASE(what_never_breaks_even_may_do_so_in_the_favourable_case)
{
    const CostComparison comparison = compared(catalogOf({cloudOffer("a", "0.25")}), machine(),
                                               uncertain({{CostFactor::CloudPrice, 1, 5}}));
    BOOST_TEST(!comparison.breakEven.months.has_value());
    BOOST_TEST(!comparison.breakEven.latest.has_value());
    BOOST_TEST(comparison.breakEven.earliest.value().value() == 9.738, boost::test_tools::tolerance(kClose));
}

BOOST_AUTO_TEST_CASE(what_breaks_even_may_never_do_so_in_the_unfavourable_case)
{
    const CostComparison comparison = comparedIn(uncertain({{CostFactor::CloudPrice, 0.1, 1}}));
    BOOST_TEST(comparison.breakEven.months.has_value());
    BOOST_TEST(!comparison.breakEven.latest.has_value());
}

// Each of two factors alone takes away all that renting costs; together they don't make it pay.
BOOST_AUTO_TEST_CASE(no_amount_falls_below_nothing)
{
    const CostComparison comparison =
        comparedIn(uncertain({{CostFactor::CloudPrice, 0, 1}, {CostFactor::Use, 0, 1}}));
    for (const Money& amount : comparison.scenarios.at(1).cumulativeLow) {
        BOOST_TEST((amount == money("0")));
    }
}

// One person asks as much as 90 % of what the machine answers in those hours: at 80 % of its speed it answers 0.8 / 0.9 of
// it, and 0.9 / 0.8 as many machines do the same.
BOOST_AUTO_TEST_CASE(a_machine_that_no_longer_carries_all_counts_as_more_machines)
{
    CostAssumptions given = uncertain({{CostFactor::OwnSpeed, 0.8, 1}});
    given.use.kind = UseKind::Users;
    given.use.users = 1;
    given.use.requestsPerUser = 0.9 * 25.0 / 256 * 8 * 3600;
    given.running.electricity = rate("0");
    const CostComparison comparison = comparedIn(given);
    BOOST_TEST((comparison.scenarios.at(0).cumulativeHigh.back() == money("3375.00")));
    BOOST_TEST((comparison.scenarios[0].cumulativeLow.back() == money("3000.00")));
}

BOOST_AUTO_TEST_CASE(scenarios_that_are_not_compared_have_no_band)
{
    const CostComparison comparison =
        compared(catalogOf({cloudOffer("a"), cloudOffer("dear", "3.00")}), machine(), assumptions());
    BOOST_TEST(!comparison.scenarios.at(1).cumulativeLow.empty());
    BOOST_TEST(comparison.scenarios.at(2).cumulativeLow.empty());
}

BOOST_AUTO_TEST_SUITE_END()
