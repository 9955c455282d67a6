// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/use.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

#include <cmath>
#include <limits>
#include <numeric>

using namespace rigwright;
using boost::test_tools::tolerance;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::string errorOf(const Use& use)
{
    const auto checked = check(use);
    return checked ? "no error" : checked.error().message;
}

Use profileOf(std::vector<Requests> profile)
{
    Use use;
    use.kind = UseKind::Profile;
    use.profile = std::move(profile);
    return use;
}

double hoursIn(const std::vector<LoadSlot>& slots)
{
    double sum = 0;
    for (const LoadSlot& slot : slots) {
        sum += slot.inMonth.value();
    }
    return sum;
}

double nightHoursIn(const std::vector<LoadSlot>& slots)
{
    double sum = 0;
    for (const LoadSlot& slot : slots) {
        sum += slot.inMonth.value() * slot.nightShare;
    }
    return sum;
}

Use anyUse()
{
    Use use;
    use.kind = *rc::gen::element(UseKind::Hours, UseKind::Users, UseKind::Profile);
    use.utilization = *rc::gen::inRange(0, 1001) / 1000.0;
    use.users = *rc::gen::inRange(1, 100'000) / 10.0;
    use.requestsPerUser = *rc::gen::inRange(0, 1000);
    use.hoursPerDay = *rc::gen::inRange(1, 2401) / 100.0;
    use.daysPerWeek = *rc::gen::inRange(1, 71) / 10.0;
    const std::size_t hours = *rc::gen::element(std::size_t{24}, std::size_t{168});
    for (std::size_t hour = 0; hour < hours; ++hour) {
        use.profile.emplace_back(*rc::gen::inRange(0, 1000));
    }
    return use;
}

/// As the user said it, in a month of 730 h.
double expectedRequests(const Use& use, RequestsPerSecond capacity)
{
    switch (use.kind) {
    case UseKind::Hours: return capacity.value() * 3600 * 730 * use.utilization;
    case UseKind::Users: return use.users * use.requestsPerUser * (730.0 / 24) * use.daysPerWeek / 7;
    case UseKind::Profile: break;
    }
    double sum = 0;
    for (const Requests& requests : use.profile) {
        sum += requests.value();
    }
    return sum * 730 / static_cast<double>(use.profile.size());
}

} // namespace

BOOST_AUTO_TEST_SUITE(use)

RC_BOOST_PROP(slots_are_the_month_with_its_nights_and_requests, ())
{
    const Use use = anyUse();
    RC_ASSERT(check(use).has_value());
    const RequestsPerSecond capacity(*rc::gen::inRange(0, 100) / 7.0);
    const auto slots = loadSlots(use, capacity);
    RC_ASSERT(std::abs(hoursIn(slots) - 730) < 1e-9);
    RC_ASSERT(std::abs(nightHoursIn(slots) - 730.0 / 3) < 1e-9);
    const double expected = expectedRequests(use, capacity);
    RC_ASSERT(std::abs(requestsPerMonth(slots).value() - expected) <= 1e-9 * std::max(1.0, expected));
    double inDay = 0;
    for (const LoadSlot& slot : slots) {
        RC_ASSERT(slot.inMonth.value() >= 0 && slot.perDay.value() >= 0 && slot.rate.value() >= 0);
        RC_ASSERT(slot.nightShare >= 0 && slot.nightShare <= 1);
        RC_ASSERT(slot.rate <= peakOf(slots) || slot.inMonth.value() == 0);
        inDay += slot.perDay.value();
    }
    // They come day by day.
    RC_ASSERT(std::abs(std::remainder(inDay, 24)) < 1e-9);
}

RC_BOOST_PROP(scaling_multiplies_requests, ())
{
    Use use = anyUse();
    use.utilization /= 2;
    const RequestsPerSecond capacity(1.5);
    const double before = requestsPerMonth(loadSlots(use, capacity)).value();
    const double after = requestsPerMonth(loadSlots(scaled(use, 1.9), capacity)).value();
    RC_ASSERT(std::abs(after - 1.9 * before) <= 1e-9 * std::max(1.0, after));
}

RC_BOOST_PROP(what_waits_is_done_later, ())
{
    Use use = anyUse();
    const RequestsPerSecond capacity(*rc::gen::inRange(1, 1000) / 3600.0);
    const auto before = loadSlots(use, capacity);
    const auto after = loadSlots(queued(use, capacity), capacity);
    const double asked = requestsPerMonth(before).value();
    RC_ASSERT(std::abs(requestsPerMonth(after).value() - asked) <= 1e-9 * std::max(1.0, asked));
    // Of the days on which people ask, every hour may be used.
    const double days = use.kind == UseKind::Users ? use.daysPerWeek / 7 : 1;
    const bool hasRoom = asked < capacity.value() * 3600 * 730 * days * (1 - 1e-9);
    RC_ASSERT(!hasRoom || use.kind == UseKind::Hours || peakOf(after) <= capacity);
    RC_ASSERT(peakOf(after).value() <= peakOf(before).value() * (1 + 1e-9));
}

// An hour's capacity is 100 requests. Of 250 that come at 22 o'clock 100 are left for 23 and 50 for midnight.
BOOST_AUTO_TEST_CASE(a_queue_goes_on_over_midnight)
{
    std::vector<Requests> profile(24);
    profile[22] = Requests(250);
    const Use use = queued(profileOf(profile), RequestsPerSecond(100.0 / 3600));
    BOOST_TEST(use.profile[22].value() == 100.0, tolerance(1e-9));
    BOOST_TEST(use.profile[23].value() == 100.0, tolerance(1e-9));
    BOOST_TEST(use.profile[0].value() == 50.0, tolerance(1e-9));
    BOOST_TEST(use.profile[1].value() == 0.0);
    // 3,000 are more than a day has room for: 125 in every hour.
    profile[22] = Requests(3000);
    const Use full = queued(profileOf(profile), RequestsPerSecond(100.0 / 3600));
    BOOST_TEST(full.profile[0].value() == 125.0, tolerance(1e-9));
}

// 16 of the 24 hours are from 6 to 22 o'clock: of 20 h a day four are at night, a fifth; of 9.6 h none.
BOOST_AUTO_TEST_CASE(the_day_is_used_before_the_night)
{
    Use use;
    BOOST_TEST(loadSlots(use, RequestsPerSecond(1)).at(0).nightShare == 0.0);
    use.utilization = 20.0 / 24;
    const auto slots = loadSlots(use, RequestsPerSecond(1));
    BOOST_TEST(slots.at(0).nightShare == 0.2, tolerance(1e-12));
    BOOST_TEST(slots.at(1).nightShare == 1.0, tolerance(1e-12)); // the rest are four hours of the night
}

// In 168 hours from Monday, 6:00 is by day and 22:00 by night, on Tuesday (24 + 6, 24 + 22) as on any other day.
BOOST_AUTO_TEST_CASE(a_week_has_its_nights)
{
    const auto slots = loadSlots(profileOf(std::vector<Requests>(168, Requests(36))), {});
    BOOST_TEST(slots.size() == 168U);
    BOOST_TEST(slots[24 + 5].nightShare == 1.0);
    BOOST_TEST(slots[24 + 6].nightShare == 0.0);
    BOOST_TEST(slots[24 + 21].nightShare == 0.0);
    BOOST_TEST(slots[24 + 22].nightShare == 1.0);
    BOOST_TEST(slots[0].rate.value() == 0.01, tolerance(1e-12)); // 36 an hour
    BOOST_TEST(peakOf(slots).value() == 0.01, tolerance(1e-12));
}

// 10 people × 20 requests in 8 hours: 200 / 28,800 s.
BOOST_AUTO_TEST_CASE(people_ask_evenly_over_their_hours)
{
    Use use;
    use.kind = UseKind::Users;
    const auto slots = loadSlots(use, {});
    BOOST_TEST(peakOf(slots).value() == 200.0 / 28'800, tolerance(1e-12));
    BOOST_TEST(slots[0].inMonth.value() == 173.8095, tolerance(1e-6)); // 730 × 8 / 24 × 5 / 7
    BOOST_TEST(slots[0].perDay.value() == 8.0);
}

BOOST_AUTO_TEST_CASE(figures_out_of_range_are_named)
{
    BOOST_TEST(errorOf({}) == "no error");
    const auto with = [](double Use::*figure, double value) {
        Use use;
        use.*figure = value;
        return errorOf(use);
    };
    BOOST_TEST(with(&Use::utilization, 1.5) == "utilization: expected a share from 0 to 1, got 1.500");
    BOOST_TEST(with(&Use::users, 0) == "users: expected more than 0 and at most 10 million, got 0.000");
    BOOST_TEST(with(&Use::requestsPerUser, -1) ==
               "requests per user: expected 0 to 100,000 a day, got -1.000");
    BOOST_TEST(with(&Use::hoursPerDay, 24.5) ==
               "hours per day: expected more than 0 and at most 24, got 24.500");
    BOOST_TEST(with(&Use::daysPerWeek, 8) == "days per week: expected more than 0 and at most 7, got 8.000");
    BOOST_TEST(with(&Use::cachedShare, 2) == "cached share: expected a share from 0 to 1, got 2.000");
    for (double Use::*figure : {&Use::utilization, &Use::users, &Use::requestsPerUser, &Use::hoursPerDay,
                                &Use::daysPerWeek, &Use::cachedShare}) {
        for (const double value : {kNan, kInfinity, -kInfinity, -0.001}) {
            BOOST_TEST(with(figure, value) != "no error");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_profile_has_a_day_or_a_week)
{
    BOOST_TEST(errorOf(profileOf(std::vector<Requests>(24))) == "no error"); // unused
    BOOST_TEST(errorOf(profileOf(std::vector<Requests>(168, Requests(5)))) == "no error");
    for (const std::size_t hours : {0U, 1U, 23U, 25U, 167U, 169U}) {
        BOOST_TEST(errorOf(profileOf(std::vector<Requests>(hours))) ==
                   "profile: expected the requests of 24 or 168 hours, got " + std::to_string(hours) +
                       " hours");
    }
    for (const double value : {-1.0, kNan, kInfinity, 1e11}) {
        std::vector<Requests> profile(24);
        profile[7] = Requests(value);
        BOOST_TEST(errorOf(profileOf(profile))
                       .starts_with("profile: expected 0 to 10 thousand million requests in hour 7, got "));
    }
}

BOOST_AUTO_TEST_SUITE_END()
