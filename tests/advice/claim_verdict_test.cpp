// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_figures.h"
#include "advice/claim_verdict.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

Claim claimOf(double low, double high, ClaimMeaning meaning = ClaimMeaning::Value)
{
    Claim claim;
    claim.quantity = ClaimQuantity::Decode;
    claim.low = low;
    claim.high = high;
    claim.meaning = meaning;
    return claim;
}

void expect(const Judgement& judgement, ClaimVerdict verdict, double factor = 0)
{
    BOOST_TEST((judgement.verdict == verdict), verdictName(judgement.verdict));
    BOOST_TEST(judgement.factor.has_value() == (factor > 0));
    BOOST_TEST(judgement.factor.value_or(0) == factor, boost::test_tools::tolerance(1e-9));
}

const ClaimRange kOurs{20, 30, 40};

} // namespace

BOOST_AUTO_TEST_SUITE(claim_verdict)

BOOST_AUTO_TEST_CASE(ranges_that_meet_agree)
{
    expect(judge(claimOf(5, 20), kOurs), ClaimVerdict::Agrees);
    expect(judge(claimOf(25, 30), kOurs), ClaimVerdict::Agrees);
    expect(judge(claimOf(40, 90), kOurs), ClaimVerdict::Agrees);
}

BOOST_AUTO_TEST_CASE(a_twentieth_is_rounding)
{
    expect(judge(claimOf(5, 19.1), kOurs), ClaimVerdict::Agrees); // 19.1 × 1.05 = 20.055
    expect(judge(claimOf(5, 19), kOurs), ClaimVerdict::TooLow, 20.0 / 19);
}

BOOST_AUTO_TEST_CASE(the_factor_is_the_ratio_of_the_nearest_ends)
{
    expect(judge(claimOf(5, 10), kOurs), ClaimVerdict::TooLow, 2);
    expect(judge(claimOf(100, 200), kOurs), ClaimVerdict::TooHigh, 2.5);
}

BOOST_AUTO_TEST_CASE(what_is_needed_at_least_is_one_figure)
{
    Claim claim = claimOf(10, 10, ClaimMeaning::Minimum);
    claim.high.reset();
    expect(judge(claim, kOurs), ClaimVerdict::TooLow, 2);
    claim.low = 80;
    expect(judge(claim, kOurs), ClaimVerdict::TooHigh, 2);
    claim.low = 30;
    expect(judge(claim, kOurs), ClaimVerdict::Agrees);
}

BOOST_AUTO_TEST_CASE(what_is_enough_is_never_too_high_and_never_rounded)
{
    expect(judge(claimOf(80, 80, ClaimMeaning::Enough), kOurs), ClaimVerdict::Agrees);
    expect(judge(claimOf(20, 20, ClaimMeaning::Enough), kOurs), ClaimVerdict::Agrees);
    expect(judge(claimOf(19.5, 19.5, ClaimMeaning::Enough), kOurs), ClaimVerdict::TooLow, 20 / 19.5);
    // Of two machines the larger one counts: then not even that is enough.
    expect(judge(claimOf(5, 25, ClaimMeaning::Enough), kOurs), ClaimVerdict::Agrees);
}

BOOST_AUTO_TEST_CASE(an_upper_limit_is_only_ever_too_low)
{
    expect(judge(claimOf(90, 90, ClaimMeaning::Most), kOurs), ClaimVerdict::Agrees);
    expect(judge(claimOf(30, 30, ClaimMeaning::Most), kOurs), ClaimVerdict::Agrees);
    expect(judge(claimOf(10, 10, ClaimMeaning::Most), kOurs), ClaimVerdict::TooLow, 2);
}

BOOST_AUTO_TEST_CASE(a_measurement_of_the_same_scenario_outranks_the_estimate)
{
    Claim claim = claimOf(5, 10);
    claim.measurement = ClaimMeasurement{11, 12, true, "a bench"};
    BOOST_TEST(judge(claim, kOurs).measured);
    expect(judge(claim, kOurs), ClaimVerdict::Agrees); // 10 × 1.15 = 11.5
    claim.measurement = ClaimMeasurement{50, 60, true, "a bench"};
    expect(judge(claim, kOurs), ClaimVerdict::TooLow, 5);
    claim.measurement->same = false;
    BOOST_TEST(!judge(claim, kOurs).measured);
    expect(judge(claim, kOurs), ClaimVerdict::TooLow, 2);
}

BOOST_AUTO_TEST_CASE(a_speed_under_load_agrees_in_either_reading)
{
    constexpr ClaimRange kAll{400, 500, 600};
    const auto read = [&](double low, double high) { return judgeReadings(claimOf(low, high), kOurs, kAll); };
    // Of each user 20 to 40.
    expect(read(15, 25).judgement, ClaimVerdict::Agrees);
    BOOST_TEST((read(15, 25).reading == Reading::Each));
    BOOST_TEST((read(15, 25).otherwise == ClaimVerdict::TooLow));
    // Of all together 400 to 600.
    expect(read(450, 900).judgement, ClaimVerdict::Agrees);
    BOOST_TEST((read(450, 900).reading == Reading::All));
    BOOST_TEST((read(450, 900).otherwise == ClaimVerdict::TooHigh));
}

BOOST_AUTO_TEST_CASE(a_speed_under_load_is_off_by_the_nearer_reading)
{
    constexpr ClaimRange kAll{400, 500, 600};
    expect(judgeReadings(claimOf(5, 10), kOurs, kAll).judgement, ClaimVerdict::TooLow, 2);
    expect(judgeReadings(claimOf(1200, 1500), kOurs, kAll).judgement, ClaimVerdict::TooHigh, 2);
    // Too high for each, too low for all: the reading decides.
    expect(judgeReadings(claimOf(80, 120), kOurs, kAll).judgement, ClaimVerdict::Open);
}

BOOST_AUTO_TEST_CASE(a_measurement_is_of_each_user)
{
    Claim claim = claimOf(5, 10);
    claim.measurement = ClaimMeasurement{11, 12, true, "a bench"};
    const ReadJudgement read = judgeReadings(claim, kOurs, {400, 500, 600});
    expect(read.judgement, ClaimVerdict::Agrees); // 10 × 1.15 = 11.5
    BOOST_TEST(read.judgement.measured);
    BOOST_TEST((read.reading == Reading::Each));
}

BOOST_AUTO_TEST_CASE(arithmetic_is_right_or_wrong)
{
    Claim claim = claimOf(576, 576);
    claim.quantity = ClaimQuantity::Bandwidth;
    expect(judgeArithmetic(claim, 576), ClaimVerdict::Agrees);
    expect(judgeArithmetic(claim, 578), ClaimVerdict::Agrees);
    expect(judgeArithmetic(claim, 288), ClaimVerdict::Impossible, 2);
    claim.quantity = ClaimQuantity::Sum;
    expect(judgeArithmetic(claim, 578), ClaimVerdict::Impossible, 578.0 / 576);
}

BOOST_AUTO_TEST_CASE(nothing_is_infinitely_too_high)
{
    expect(judge(claimOf(5, 10), {0, 0, 0}), ClaimVerdict::TooHigh);
}

BOOST_AUTO_TEST_CASE(figures_keep_three_digits)
{
    BOOST_TEST(figureText(128445) == "128,445");
    BOOST_TEST(figureText(123.4) == "123");
    BOOST_TEST(figureText(12.34) == "12.3");
    BOOST_TEST(figureText(1.5) == "1.5");
    BOOST_TEST(figureText(3) == "3");
    BOOST_TEST(figureText(0) == "0");
    BOOST_TEST(figuresWithUnit(0.00001, 0.00001, ClaimUnit::Seconds) == "10 µs");
    BOOST_TEST(figuresWithUnit(0.1, 0.15, ClaimUnit::Seconds) == "100–150 ms");
    BOOST_TEST(figuresWithUnit(1, 1, ClaimUnit::Devices) == "1 GPU");
    BOOST_TEST(figuresWithUnit(1, 2, ClaimUnit::Devices) == "1–2 GPUs");
    BOOST_TEST(factorText(53.8) == "54 times");
    BOOST_TEST(factorText(7.57) == "7.6 times");
    BOOST_TEST(factorText(1.05) == "1.05 times");
}

BOOST_AUTO_TEST_SUITE_END()
