// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

using namespace rigwright;

namespace {

std::string refusal(const CostAssumptions& given)
{
    const auto checked = check(given);
    return checked ? "accepted" : checked.error().message;
}

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A number that the assumptions hold, with what is said of one out of range.
template <class Number>
struct Field {
    const char* expectation;
    void (*set)(CostAssumptions&, Number);
};

const Field<double> kShares[] = {
    {"tax rate: expected a share from 0 to 1", [](CostAssumptions& a, double v) { a.purchase.taxRate = v; }},
    {"spares: expected a share from 0 to 1",
     [](CostAssumptions& a, double v) { a.purchase.sparesShare = v; }},
    {"interest: expected a share from 0 to 1",
     [](CostAssumptions& a, double v) { a.financing.yearlyInterest = v; }},
    {"down payment: expected a share from 0 to 1",
     [](CostAssumptions& a, double v) { a.financing.downPayment = v; }},
    {"residual value: expected a share from 0 to 1",
     [](CostAssumptions& a, double v) { a.value.residualShare = v; }},
    {"discount rate: expected a share from 0 to 1", [](CostAssumptions& a, double v) { a.discountRate = v; }},
    {"idle share: expected a share from 0 to 1",
     [](CostAssumptions& a, double v) { a.running.idleShare = v; }},
    {"support: expected a share from 0 to 1",
     [](CostAssumptions& a, double v) { a.running.supportShare = v; }},
    {"spot interruption: expected a share from 0 to 1",
     [](CostAssumptions& a, double v) { a.cloud.spotInterruption = v; }},
    {"reserved discount: expected a share from 0 to 1",
     [](CostAssumptions& a, double v) { a.cloud.reservedDiscount = v; }},
    {"batch discount: expected a share from 0 to 1",
     [](CostAssumptions& a, double v) { a.api.batchDiscount = v; }},
};

const Field<double> kChanges[] = {
    {"electricity change: expected a change from -0.5 to 1 a year",
     [](CostAssumptions& a, double v) { a.running.electricityChange = v; }},
    {"cloud price change: expected a change from -0.5 to 1 a year",
     [](CostAssumptions& a, double v) { a.cloud.priceChange = v; }},
    {"API price change: expected a change from -0.5 to 1 a year",
     [](CostAssumptions& a, double v) { a.api.priceChange = v; }},
};

const Field<const char*> kAmounts[] = {
    {"shipping: expected 0 to 100,000,000,000",
     [](CostAssumptions& a, const char* v) { a.purchase.shipping = money(v); }},
    {"installation: expected 0 to 100,000,000,000",
     [](CostAssumptions& a, const char* v) { a.purchase.installation = money(v); }},
    {"room: expected 0 to 100,000,000,000",
     [](CostAssumptions& a, const char* v) { a.running.roomPerMonth = money(v); }},
    {"software: expected 0 to 100,000,000,000",
     [](CostAssumptions& a, const char* v) { a.running.softwarePerGpuYear = money(v); }},
    {"staff: expected 0 to 100,000,000,000",
     [](CostAssumptions& a, const char* v) { a.running.staffPerYear = money(v); }},
};

const Field<const char*> kRates[] = {
    {"electricity: expected 0 to 10,000 per kWh",
     [](CostAssumptions& a, const char* v) { a.running.electricity = rate(v); }},
    {"night electricity: expected 0 to 10,000 per kWh",
     [](CostAssumptions& a, const char* v) { a.running.nightElectricity = rate(v); }},
    {"storage price: expected 0 to 10,000 per GB",
     [](CostAssumptions& a, const char* v) { a.cloud.storagePerGbMonth = rate(v); }},
    {"egress price: expected 0 to 10,000 per GB",
     [](CostAssumptions& a, const char* v) { a.cloud.egressPerGb = rate(v); }},
};

struct WholeField {
    const char* expectation;
    int most;
    void (*set)(CostAssumptions&, int);
};

const WholeField kWholes[] = {
    {"years: expected 1 to 10", 10, [](CostAssumptions& a, int v) { a.years = v; }},
    {"machines: expected 1 to 1,000", 1'000, [](CostAssumptions& a, int v) { a.purchase.machines = v; }},
    {"financing term: expected 1 to 120 months", 120,
     [](CostAssumptions& a, int v) { a.financing.termMonths = v; }},
    {"depreciation: expected 1 to 10 years", 10,
     [](CostAssumptions& a, int v) { a.value.depreciationYears = v; }},
    {"refresh: expected 1 to 10 years", 10, [](CostAssumptions& a, int v) { a.value.refreshYears = v; }},
    {"reserved term: expected 1 to 60 months", 60,
     [](CostAssumptions& a, int v) { a.cloud.reservedTermMonths = v; }},
};

template <class Number>
std::string refusalWith(const Field<Number>& field, Number value)
{
    CostAssumptions given = assumptions();
    field.set(given, value);
    return refusal(given);
}

/// What is accepted at both ends, and refused just beyond them and where it is no number.
void checkEnds(const Field<double>& field, double least, double most)
{
    for (const double value : {least, most}) {
        BOOST_TEST(refusalWith(field, value) == "accepted", field.expectation);
    }
    for (const double value : {least - 0.01, most + 0.01, kNan, kInfinity, -kInfinity}) {
        BOOST_TEST(refusalWith(field, value).starts_with(std::string(field.expectation) + ", got "),
                   field.expectation);
    }
}

std::string refusalOfRanges(std::vector<FactorRange> ranges)
{
    CostAssumptions given = assumptions();
    given.ranges = std::move(ranges);
    return refusal(given);
}

} // namespace

BOOST_AUTO_TEST_SUITE(check_assumptions)

BOOST_AUTO_TEST_CASE(what_is_assumed_at_first_is_accepted)
{
    BOOST_TEST(refusal(CostAssumptions()) == "accepted");
    BOOST_TEST(refusal(defaultAssumptions(catalogOf({}), Currency::usd()).value()) == "accepted");
}

BOOST_AUTO_TEST_CASE(shares_lie_between_none_and_all)
{
    for (const Field<double>& field : kShares) {
        checkEnds(field, 0, 1);
    }
}

BOOST_AUTO_TEST_CASE(prices_halve_or_double_in_a_year_at_most)
{
    for (const Field<double>& field : kChanges) {
        checkEnds(field, -0.5, 1);
    }
}

BOOST_AUTO_TEST_CASE(other_figures_have_their_own_ends)
{
    checkEnds({"power usage effectiveness: expected 1 to 10",
               [](CostAssumptions& a, double v) { a.running.powerUsageEffectiveness = v; }},
              1, 10);
    checkEnds({"staff share: expected 0 to 100 positions",
               [](CostAssumptions& a, double v) { a.running.staffShare = v; }},
              0, 100);
    checkEnds({"carbon: expected 0 to 10 kg CO2e per kWh",
               [](CostAssumptions& a, double v) { a.carbon = CarbonIntensity(v); }},
              0, 10);
    checkEnds({"billing unit: expected 0 to 730 hours",
               [](CostAssumptions& a, double v) { a.cloud.billingUnit = Hours(v); }},
              0, 730);
    CostAssumptions given = assumptions();
    given.cloud.storage = Bytes(-1'000'000'000);
    BOOST_TEST(refusal(given) == "storage: expected 0 to 1,000,000 GB, got -1.000");
    given = assumptions();
    given.cloud.egressPerToken = Bytes(1'000'001);
    BOOST_TEST(refusal(given) == "egress per token: expected 0 to 1,000,000 bytes, got 1000001");
}

BOOST_AUTO_TEST_CASE(amounts_are_not_negative_and_not_absurd)
{
    for (const auto& field : kAmounts) {
        BOOST_TEST(refusalWith(field, "0") == "accepted");
        BOOST_TEST(refusalWith(field, "100000000000") == "accepted");
        BOOST_TEST(refusalWith(field, "-0.01") == std::string(field.expectation) + ", got -0.01");
        BOOST_TEST(refusalWith(field, "100000000000.01") ==
                   std::string(field.expectation) + ", got 100000000000.01");
    }
    for (const auto& field : kRates) {
        BOOST_TEST(refusalWith(field, "10000") == "accepted");
        BOOST_TEST(refusalWith(field, "-0.000001") == std::string(field.expectation) + ", got -0.000001");
        BOOST_TEST(refusalWith(field, "10000.01") == std::string(field.expectation) + ", got 10000.01");
    }
}

BOOST_AUTO_TEST_CASE(whole_numbers_have_a_first_and_a_last)
{
    for (const WholeField& field : kWholes) {
        for (const int value : {1, field.most, 0, -1, field.most + 1}) {
            CostAssumptions given = assumptions();
            field.set(given, value);
            const bool fits = value >= 1 && value <= field.most;
            BOOST_TEST(refusal(given) ==
                       (fits ? std::string("accepted")
                             : field.expectation + std::string(", got ") + std::to_string(value)));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_range_lies_around_what_is_assumed_and_is_given_once)
{
    const auto power = CostFactor::Power;
    BOOST_TEST(refusalOfRanges({{power, 0, 1}, {CostFactor::Use, 1, 100}}) == "accepted");
    BOOST_TEST(refusalOfRanges({{power, 1.01, 2}}) ==
               "range of power: expected a low end from 0 to 1, got 1.010");
    BOOST_TEST(refusalOfRanges({{power, -0.1, 2}}) ==
               "range of power: expected a low end from 0 to 1, got -0.100");
    BOOST_TEST(refusalOfRanges({{power, 0.5, 0.9}}) ==
               "range of power: expected a high end from 1 to 100, got 0.900");
    BOOST_TEST(refusalOfRanges({{power, kNan, 2}}).starts_with("range of power: expected a low end"));
    BOOST_TEST(refusalOfRanges({{power, 0.5, kNan}}).starts_with("range of power: expected a high end"));
    BOOST_TEST(refusalOfRanges({{power, 0.5, kInfinity}}).starts_with("range of power: expected a high end"));
    BOOST_TEST(refusalOfRanges({{power, 0.5, 2}, {CostFactor::Use, 0.5, 2}, {power, 0.9, 1}}) ==
               "range of power: expected it once, got it twice");
}

BOOST_AUTO_TEST_SUITE_END()
