// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/rented.h"

#include "costs/rented_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using boost::test_tools::tolerance;

namespace {

/// People who ask a model that serves: 3,600 requests in 8 hours, 0.125 a second, 1.28 times what one machine answers.
Use busyOffice()
{
    Use use;
    use.kind = UseKind::Users;
    use.users = 100;
    use.requestsPerUser = 36;
    return use;
}

RentedCase serving(double speed = 1, CloudOffer offer = cloudOffer("a"))
{
    RentedCase rented(std::move(offer), speed);
    rented.candidates.workload.kind = WorkloadKind::Serve;
    rented.given.use = busyOffice();
    return rented;
}

CloudOffer spotOffer(const char* price, PricingModel pricing = PricingModel::Spot)
{
    CloudOffer offer = cloudOffer("a", price);
    offer.pricing = pricing;
    return offer;
}

/// With a discount of 40 % for a term.
RentedCase reserved(int term)
{
    RentedCase rented;
    rented.given.cloud.reservedDiscount = 0.4;
    rented.given.cloud.reservedTermMonths = term;
    return rented;
}

} // namespace

BOOST_AUTO_TEST_SUITE(rented)

// 1.28 × 0.95 = 1.216: one set is too slow. 8 h on 5 of 7 days are 730 × 8 / 24 × 5 / 7 = 173.8095 h a month; twice that is
// 347.6190 h; × 1.00 × 36 = 12,514.29.
BOOST_AUTO_TEST_CASE(two_copies_where_one_does_not_carry_the_rate)
{
    const RentedCase office = serving();
    const RentedHours hours = office.hours().value();
    BOOST_TEST(hours.instances == 2);
    BOOST_TEST(hours.sets == 2);
    BOOST_TEST(hours.billed.value() == 347.6190, tolerance(1e-6));
    const CostScenario cloud = office.scenario();
    BOOST_TEST(cloud.name == "2 × Cloud a");
    BOOST_TEST((cloud.total == money("12514.29")));
    BOOST_TEST((cloud.perHour == rate("2.00")));
    BOOST_TEST((cloud.perGpuHour == rate("1.00")));
    BOOST_TEST((cloud.acceleratorMemory == 48_GiB));
    BOOST_TEST((cloud.service == Service::Same));
    BOOST_TEST(cloud.servedShare == 1.0);
}

// 1.28 / 1.216 = 1.0526: 95 % as fast as needed counts as equal; 1.28 / 1.21 = 1.0579 does not.
BOOST_AUTO_TEST_CASE(nearly_as_fast_counts_as_equal)
{
    BOOST_TEST(serving(1.216).hours().value().instances == 1);
    BOOST_TEST(serving(1.21).hours().value().instances == 2);
}

// Two instances of 4 GiB hold the model once, four of them twice.
BOOST_AUTO_TEST_CASE(copies_count_in_whole_sets)
{
    CloudOffer small = cloudOffer("small");
    small.gpuMemoryEach = 4_GiB;
    const RentedCase office = serving(1, small);
    const CostScenario cloud = office.scenario();
    BOOST_TEST(cloud.instances == 4);
    BOOST_TEST(cloud.instancesToHold == 2);
    BOOST_TEST(cloud.name == "4 × Cloud small");
    BOOST_TEST(cloud.billedPerMonth.value() == 4 * 173.8095, tolerance(1e-6)); // of one instance each
}

// 292 h a month at twice the time are 584 h, 19.2 h of a day; three times 9.6 h are more than a day has.
BOOST_AUTO_TEST_CASE(one_user_waits_as_long_as_the_day_has_hours)
{
    const RentedCase half(cloudOffer("a"), 0.5);
    BOOST_TEST(half.hours().value().instances == 1);
    BOOST_TEST((half.scenario().total == money("21024.00"))); // 584 × 36
    const RentedCase third(cloudOffer("a"), 1.0 / 3);
    BOOST_TEST(!third.hours().has_value());
    BOOST_TEST(!third.find().has_value());
    // 9.6 h / 0.4 = 24 h.
    BOOST_TEST((RentedCase(cloudOffer("a"), 0.4).scenario().total == money("26280.00")));
}

BOOST_AUTO_TEST_CASE(one_user_does_not_ask_faster_of_a_faster_machine)
{
    BOOST_TEST((RentedCase(cloudOffer("a"), 2).scenario().total == money("10512.00"))); // 292 × 36
}

// Three machines that are busy for 292 h each have several users: 3 × 0.95 = 2.85, three sets; × 292 h × 36.
BOOST_AUTO_TEST_CASE(several_machines_are_met_by_as_many_sets)
{
    RentedCase rented;
    rented.given.purchase.machines = 3;
    BOOST_TEST(rented.hours().value().instances == 3);
    BOOST_TEST((rented.scenario().total == money("31536.00")));
}

BOOST_AUTO_TEST_CASE(an_offer_without_the_hours_is_counted_as_too_slow)
{
    RentedCase third(cloudOffer("a"), 1.0 / 3);
    const CostComparison comparison = compareCosts(third.candidates, third.given).value();
    BOOST_TEST(comparison.scenarios.size() == 1U);
    BOOST_TEST(comparison.excluded.tooSlow == 1U);
    third.given.cloud.region = "elsewhere";
    BOOST_TEST(compareCosts(third.candidates, third.given).value().excluded.tooSlow == 0U);
    BOOST_TEST(compareCosts(third.candidates, third.given).value().excluded.otherRegions == 1U);
}

// A queue of 292 h takes 146 h at twice the speed, and 876 h at a third of it: 28.8 h of a day, by two sets in 14.4 h.
BOOST_AUTO_TEST_CASE(work_without_a_target_takes_as_long_as_it_lasts)
{
    for (const WorkloadKind kind : {WorkloadKind::Batch, WorkloadKind::Lora}) {
        RentedCase fast(cloudOffer("a"), 2);
        RentedCase slow(cloudOffer("a"), 1.0 / 3);
        fast.candidates.workload.kind = slow.candidates.workload.kind = kind;
        BOOST_TEST((fast.scenario().total == money("5256.00"))); // 146 × 36
        BOOST_TEST(slow.hours().value().instances == 2);
        BOOST_TEST((slow.scenario().total == money("31536.00"))); // 876 × 36
    }
}

// 292 h × 1.1 = 321.2 h; × 0.50 = 160.60 a month; × 36 = 5,781.60.
BOOST_AUTO_TEST_CASE(interruptions_cost_hours)
{
    for (const PricingModel pricing : {PricingModel::Spot, PricingModel::Marketplace}) {
        const CostScenario spot = RentedCase(spotOffer("0.50", pricing)).scenario();
        BOOST_TEST((spot.cumulative.at(1) == money("160.60")));
        BOOST_TEST((spot.total == money("5781.60")));
        BOOST_TEST(spot.billedPerMonth.value() == 321.2, tolerance(1e-9));
    }
    RentedCase steady(spotOffer("0.50"));
    steady.given.cloud.spotInterruption = 0;
    BOOST_TEST((steady.scenario().total == money("5256.00"))); // 292 × 0.50 × 36
}

// 730 h × 1.00 × 0.6 = 438.00 a month, whatever is used; × 36 = 15,768.00.
BOOST_AUTO_TEST_CASE(all_hours_of_a_reserved_term_are_paid)
{
    const CostScenario scenario = reserved(12).scenario(RentalTerms::Reserved);
    BOOST_TEST(scenario.name == "Cloud a (reserved)");
    BOOST_TEST((scenario.terms == RentalTerms::Reserved));
    BOOST_TEST((scenario.cumulative.at(1) == money("438.00")));
    BOOST_TEST((scenario.total == money("15768.00")));
    BOOST_TEST((scenario.perHour == rate("0.60")));
    BOOST_TEST(scenario.billedPerMonth.value() == 730.0);
}

// Two terms of 24 months in 36: after 35 months 35 × 438 = 15,330.00; the last month brings the other 13 of the 48.
BOOST_AUTO_TEST_CASE(what_is_reserved_beyond_the_horizon_falls_due_at_its_end)
{
    const CostScenario scenario = reserved(24).scenario(RentalTerms::Reserved);
    BOOST_TEST((scenario.cumulative.at(35) == money("15330.00")));
    BOOST_TEST((scenario.total == money("21024.00"))); // 48 × 438
}

// 10 % less a year. Terms of a year: 438 × 12 × (1 + 0.9 + 0.81) = 14,243.76. Of two years: 438 × (24 + 24 × 0.81) = 19,026.72.
BOOST_AUTO_TEST_CASE(a_reserved_term_keeps_the_price_of_its_begin)
{
    for (const auto& [term, total] : {std::pair{12, "14243.76"}, std::pair{24, "19026.72"}}) {
        RentedCase rented = reserved(term);
        rented.given.cloud.priceChange = -0.1;
        BOOST_TEST((rented.scenario(RentalTerms::Reserved).total == money(total)));
    }
}

BOOST_AUTO_TEST_CASE(only_on_demand_offers_can_be_reserved_at_a_discount)
{
    BOOST_TEST(!RentedCase().find(RentalTerms::Reserved).has_value());
    RentedCase spot(spotOffer("0.50"));
    spot.given.cloud.reservedDiscount = 0.4;
    BOOST_TEST(!spot.find(RentalTerms::Reserved).has_value());
}

// An offer of the catalog whose price is for a term is paid in all hours as well: 730 × 0.50 × 36.
BOOST_AUTO_TEST_CASE(a_reserved_offer_is_paid_throughout)
{
    BOOST_TEST((RentedCase(spotOffer("0.50", PricingModel::Reserved)).scenario().total == money("13140.00")));
}

// Of 9.6 h a day 10 are begun: 10 × 730 / 24 = 304.1667 h a month; × 36 = 10,950.00. By the day: 730 h.
BOOST_AUTO_TEST_CASE(begun_units_are_paid)
{
    RentedCase rented;
    rented.given.cloud.billingUnit = Hours(1);
    BOOST_TEST((rented.scenario().cumulative.at(1) == money("304.17")));
    BOOST_TEST((rented.scenario().total == money("10950.00")));
    rented.given.cloud.billingUnit = Hours(24);
    BOOST_TEST((rented.scenario().total == money("26280.00")));
    // By the month nothing is given back in between.
    rented.given.cloud.billingUnit = Hours(730);
    BOOST_TEST((rented.scenario().total == money("26280.00")));
    // Five hours don't divide a day, but who is never switched off begins no unit.
    rented.given.cloud.billingUnit = Hours(5);
    rented.given.use.utilization = 1;
    BOOST_TEST((rented.scenario().total == money("26280.00")));
}

// From 9 to 11 and from 14 to 15 o'clock in units of 4 h: twice 4 h, 8 × 730 / 24 = 243.3333 h a month.
BOOST_AUTO_TEST_CASE(hours_without_a_break_are_one_piece)
{
    RentedCase rented = serving();
    rented.given.use = dailyProfile({{9, 100}, {10, 200}, {14, 100}});
    BOOST_TEST(rented.hours().value().billed.value() == 3 * 730.0 / 24, tolerance(1e-9));
    rented.given.cloud.billingUnit = Hours(4);
    BOOST_TEST(rented.hours().value().billed.value() == 243.3333, tolerance(1e-6));
    // By the day both pieces are within one unit.
    rented.given.cloud.billingUnit = Hours(24);
    BOOST_TEST(rented.hours().value().billed.value() == 730.0, tolerance(1e-9));
}

// The first set works for two hours, the second for one of them; of 2 h begun each has one: 4 × 730 / 24 = 121.6667.
BOOST_AUTO_TEST_CASE(each_copy_begins_its_own_units)
{
    RentedCase rented = serving();
    rented.given.use = dailyProfile({{9, timesOwn(1)}, {10, timesOwn(2)}});
    BOOST_TEST(rented.hours().value().billed.value() == 3 * 730.0 / 24, tolerance(1e-9));
    rented.given.cloud.billingUnit = Hours(2);
    BOOST_TEST(rented.hours().value().billed.value() == 121.6667, tolerance(1e-6));
}

// 8.8 h a day with interruptions, of which 9 are begun: 8 × 1.1 = 8.8. 9 × 730 / 24 × 5 / 7 = 195.5357 h, by two copies.
BOOST_AUTO_TEST_CASE(interrupted_hours_are_begun_too)
{
    RentedCase rented = serving(1, spotOffer("1.00"));
    rented.given.cloud.billingUnit = Hours(1);
    BOOST_TEST(rented.hours().value().billed.value() == 2 * 195.5357, tolerance(1e-6));
}

// 5 GB × 0.08 = 0.40 a month for each set; × 36 = 14.40, two sets 28.80. Of 100 GB that the user names 8.00.
BOOST_AUTO_TEST_CASE(every_set_keeps_the_files)
{
    RentedCase rented;
    rented.candidates.modelFiles = Bytes::gb(5);
    rented.given.cloud.storagePerGbMonth = rate("0.08");
    BOOST_TEST((paidFor(rented.scenario(), CostCategory::CloudStorage, 36) == money("14.40")));
    BOOST_TEST((rented.scenario().total == money("10526.40"))); // 10,512.00 + 14.40
    RentedCase two = serving();
    two.candidates.modelFiles = Bytes::gb(5);
    two.given.cloud.storagePerGbMonth = rate("0.08");
    BOOST_TEST((paidFor(two.scenario(), CostCategory::CloudStorage, 36) == money("28.80")));
    rented.given.cloud.storage = Bytes::gb(100);
    BOOST_TEST((paidFor(rented.scenario(), CostCategory::CloudStorage, 1) == money("8.00")));
    rented.given.use.utilization = 0;
    BOOST_TEST((rented.scenario().total == money("0.00")));
}

// 25 tokens/s × 292 h = 26.28 million tokens a month; × 250 bytes = 6.57 GB; × 0.09 = 0.5913; × 36 = 21.2868.
BOOST_AUTO_TEST_CASE(answers_leave_the_cloud)
{
    RentedCase rented;
    rented.given.cloud.egressPerToken = Bytes(250);
    rented.given.cloud.egressPerGb = rate("0.09");
    BOOST_TEST((paidFor(rented.scenario(), CostCategory::CloudEgress, 1) == money("0.59")));
    BOOST_TEST((paidFor(rented.scenario(), CostCategory::CloudEgress, 36) == money("21.29")));
    rented.candidates.workload.kind = WorkloadKind::Qlora;
    BOOST_TEST((paidFor(rented.scenario(), CostCategory::CloudEgress, 36) == money("0.00")));
}

// Instances in yuan: 5 / 6.70778 = 0.7454 dollars; × 292 h = 217.6577746 a month; × 36 = 7,835.679885. Files in dollars: 0.40.
BOOST_AUTO_TEST_CASE(each_price_is_exchanged_from_its_own_currency)
{
    CloudOffer chinese = cloudOffer("cn");
    chinese.pricePerHour = rate("5.00", currencyOf("CNY"));
    RentedCase rented(chinese);
    rented.candidates.modelFiles = Bytes::gb(5);
    rented.given.cloud.storagePerGbMonth = rate("0.08");
    const CostScenario scenario = rented.scenario();
    BOOST_TEST((paidFor(scenario, CostCategory::CloudInstances, 1) == money("217.66")));
    BOOST_TEST((paidFor(scenario, CostCategory::CloudInstances, 36) == money("7835.68")));
    BOOST_TEST((scenario.total == money("7850.08"))); // + 14.40
    // 0.536622 yuan are 0.08 dollars.
    rented.given.cloud.storagePerGbMonth = rate("0.536622", currencyOf("CNY"));
    BOOST_TEST((rented.scenario().total == money("7850.08")));
}

BOOST_AUTO_TEST_CASE(a_price_in_a_currency_without_a_rate_is_an_error)
{
    RentedCase rented;
    rented.given.cloud.egressPerGb = rate("0.09", currencyOf("SEK"));
    BOOST_TEST(compareCosts(rented.candidates, rented.given).error().message ==
               "the catalog has no exchange rate for SEK");
}

// 292 × 12 × (1 + 1.1 + 1.21) = 11,598.24.
BOOST_AUTO_TEST_CASE(prices_change_at_the_begin_of_each_year)
{
    RentedCase rented;
    rented.given.cloud.priceChange = 0.1;
    BOOST_TEST((rented.scenario().total == money("11598.24")));
}

BOOST_AUTO_TEST_CASE(factors_change_price_and_speed)
{
    RentedCase rented;
    rented.factors = FactorSettings().with(CostFactor::CloudPrice, 1.2);
    BOOST_TEST((rented.scenario().total == money("12614.40"))); // 10,512 × 1.2
    rented.factors = FactorSettings().with(CostFactor::CloudSpeed, 0.5);
    BOOST_TEST((rented.scenario().total == money("21024.00"))); // 584 h × 36
}

BOOST_AUTO_TEST_CASE(an_unknown_speed_is_not_verified)
{
    RentedCase office = serving();
    office.candidates.rentals[0].capacity = std::nullopt;
    BOOST_TEST(!office.hours().has_value());
    const CostScenario scenario = office.scenario();
    BOOST_TEST((scenario.service == Service::Unverified));
    // One set in all hours with requests: 173.8095 h × 36.
    BOOST_TEST((scenario.total == money("6257.14")));
    BOOST_TEST(!compareCosts(office.candidates, office.given).value().breakEven.against.has_value());
}

// Two fifths of all hours, of which nobody knows what is asked in them.
BOOST_AUTO_TEST_CASE(hours_of_a_machine_of_unknown_speed_are_hours_alone)
{
    RentedCase rented;
    rented.candidates.capacity = std::nullopt;
    BOOST_TEST(!rented.hours().has_value());
    const CostScenario scenario = rented.scenario();
    BOOST_TEST((scenario.service == Service::Unverified));
    BOOST_TEST((scenario.total == money("10512.00"))); // 292 × 36
    rented.given.cloud.billingUnit = Hours(1);
    BOOST_TEST((rented.scenario().total == money("10950.00")));
    // How many people ask is known all the same.
    rented.given.use = busyOffice();
    BOOST_TEST((rented.scenario().service == Service::Same));
}

// 500 W × 292 h = 146 kWh a month, and × 0.4 kg × 36 = 2,102.4 kg. At twice the speed half of it is spent waiting:
// (500 × 146 + 100 × 146) Wh = 87.6 kWh; 1,261.44 kg.
BOOST_AUTO_TEST_CASE(emissions_follow_from_the_power_of_the_instances)
{
    for (const auto& [speed, kilograms] : {std::pair{1.0, 2102.4}, std::pair{2.0, 1261.44}}) {
        RentedCase rented(cloudOffer("a"), speed);
        rented.given.carbon = CarbonIntensity(0.4);
        BOOST_TEST(!rented.scenario().carbon.has_value());
        rented.candidates.rentals[0].loadPower = 500_W;
        rented.candidates.rentals[0].idlePower = 100_W;
        BOOST_TEST(rented.scenario().carbon.value().value() == kilograms, tolerance(1e-9));
    }
}

BOOST_AUTO_TEST_CASE(absurd_rates_rent_nothing)
{
    RentedCase stopped(cloudOffer("a"), 0);
    BOOST_TEST(!stopped.hours().has_value());
    stopped.given.use.utilization = 0;
    BOOST_TEST(stopped.hours().value().billed.value() == 0.0);
    RentedCase rented = serving(1e-9);
    BOOST_TEST(!rented.hours().has_value());
    rented.candidates.workload.kind = WorkloadKind::Batch;
    BOOST_TEST(!rented.hours().has_value());
}

BOOST_AUTO_TEST_SUITE_END()
