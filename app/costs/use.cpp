// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/use.h"

#include "costs/cash_flow.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rigwright {

namespace {

constexpr double kHoursADay = 24;
constexpr double kDayHours = 16; // from 6 to 22 o'clock
constexpr std::size_t kHoursOfDay = 24;
constexpr std::size_t kHoursOfWeek = 168;

/// A slot that takes so many hours of each day in one piece, by day as far as it goes.
LoadSlot daily(double hours, double shareOfDays, RequestsPerSecond rate)
{
    LoadSlot slot;
    slot.inMonth = Hours(hours / kHoursADay * shareOfDays * kHoursPerMonth);
    slot.perDay = Hours(hours);
    slot.rate = rate;
    slot.nightShare = hours > kDayHours ? (hours - kDayHours) / hours : 0;
    return slot;
}

/// What is left of the month, with nothing to do.
LoadSlot rest(const LoadSlot& busy)
{
    constexpr double kNightHours = (kHoursADay - kDayHours) / kHoursADay * kHoursPerMonth;
    LoadSlot slot;
    slot.inMonth = std::max(Hours(), Hours(kHoursPerMonth) - busy.inMonth);
    slot.perDay = std::max(Hours(), Hours(kHoursADay) - busy.perDay);
    const double night = kNightHours - busy.inMonth.value() * busy.nightShare;
    slot.nightShare = slot.inMonth.value() > 0 ? std::clamp(night / slot.inMonth.value(), 0.0, 1.0) : 0;
    return slot;
}

std::vector<LoadSlot> profileSlots(const std::vector<Requests>& profile)
{
    constexpr std::size_t kNightUntil = 6;
    constexpr std::size_t kNightFrom = 22;
    std::vector<LoadSlot> slots;
    const Hours each(kHoursPerMonth / static_cast<double>(profile.size()));
    for (std::size_t hour = 0; hour < profile.size(); ++hour) {
        const std::size_t clock = hour % kHoursOfDay;
        const bool night = clock < kNightUntil || clock >= kNightFrom;
        slots.push_back({each, Hours(1), RequestsPerSecond(profile[hour].value() / 3600), night ? 1.0 : 0.0});
    }
    return slots;
}

/// Above what anybody asks of a model, and low enough that no sum of tokens or money leaves its range.
constexpr double kMostUsers = 10'000'000;
constexpr double kMostRequestsPerUser = 100'000;
constexpr double kMostRequestsPerHour = 10'000'000'000;

/// The requests that are answered in each hour, at most so many, where the end of the profile runs into its begin. Where there
/// is no room for all, all hours have as many.
std::vector<Requests> levelled(std::vector<Requests> profile, Requests most)
{
    const Requests sum = std::accumulate(profile.begin(), profile.end(), Requests());
    const auto hours = static_cast<double>(profile.size());
    if (sum > most * hours) {
        std::ranges::fill(profile, sum / hours);
        return profile;
    }
    std::vector<Requests> answered = profile;
    Requests waiting;
    // The second time it begins with what the first has left.
    for (int round = 0; round < 2; ++round) {
        for (std::size_t hour = 0; hour < profile.size(); ++hour) {
            waiting += profile[hour];
            answered[hour] = std::min(waiting, most);
            waiting -= answered[hour];
        }
    }
    return answered;
}

struct Limits {
    double least;
    double most;
    bool leastAllowed;
};

/// Written so that NaN fails as well.
bool isWithin(double value, const Limits& limits)
{
    return (value > limits.least || (limits.leastAllowed && value == limits.least)) && value <= limits.most;
}

struct Checked {
    const char* what;
    double value;
    Limits limits;
    const char* expected;
};

Expected<void> checkProfile(const std::vector<Requests>& profile)
{
    if (profile.size() != kHoursOfDay && profile.size() != kHoursOfWeek) {
        return fail("profile: expected the requests of 24 or 168 hours, got " +
                    std::to_string(profile.size()) + " hours");
    }
    for (std::size_t hour = 0; hour < profile.size(); ++hour) {
        if (!isWithin(profile[hour].value(), {0, kMostRequestsPerHour, true})) {
            return fail("profile: expected 0 to 10 thousand million requests in hour " +
                        std::to_string(hour) + ", got " + formatFixed(profile[hour].value(), 3));
        }
    }
    return {};
}

} // namespace

Expected<void> check(const Use& use)
{
    const Checked all[] = {
        {"utilization", use.utilization, {0, 1, true}, "a share from 0 to 1"},
        {"users", use.users, {0, kMostUsers, false}, "more than 0 and at most 10 million"},
        {"requests per user", use.requestsPerUser, {0, kMostRequestsPerUser, true}, "0 to 100,000 a day"},
        {"hours per day", use.hoursPerDay, {0, 24, false}, "more than 0 and at most 24"},
        {"days per week", use.daysPerWeek, {0, 7, false}, "more than 0 and at most 7"},
        {"cached share", use.cachedShare, {0, 1, true}, "a share from 0 to 1"},
    };
    for (const Checked& one : all) {
        if (!isWithin(one.value, one.limits)) {
            return fail(std::string(one.what) + ": expected " + one.expected + ", got " +
                        formatFixed(one.value, 3));
        }
    }
    return use.kind == UseKind::Profile || !use.profile.empty() ? checkProfile(use.profile)
                                                                : Expected<void>();
}

std::vector<LoadSlot> loadSlots(const Use& use, RequestsPerSecond capacity)
{
    if (use.kind == UseKind::Profile) {
        return profileSlots(use.profile);
    }
    LoadSlot busy;
    if (use.kind == UseKind::Hours) {
        busy = daily(use.utilization * kHoursADay, 1, capacity);
    } else {
        const double perDay = use.users * use.requestsPerUser;
        busy =
            daily(use.hoursPerDay, use.daysPerWeek / 7, RequestsPerSecond(perDay / (use.hoursPerDay * 3600)));
    }
    return {busy, rest(busy)};
}

Use queued(Use use, RequestsPerSecond capacity)
{
    // Less by what binary fractions lose, so that no hour has more than the capacity.
    constexpr double kNearlyAll = 1 - 1e-12;
    const double hourly = capacity.value() * 3600 * kNearlyAll;
    if (!(hourly > 0)) {
        return use;
    }
    use.hoursPerDay =
        std::min(kHoursADay, std::max(use.hoursPerDay, use.users * use.requestsPerUser / hourly));
    use.profile = levelled(use.profile, Requests(hourly));
    return use;
}

RequestsPerSecond peakOf(const std::vector<LoadSlot>& slots)
{
    RequestsPerSecond peak;
    for (const LoadSlot& slot : slots) {
        peak = slot.inMonth.value() > 0 ? std::max(peak, slot.rate) : peak;
    }
    return peak;
}

Requests requestsPerMonth(const std::vector<LoadSlot>& slots)
{
    Requests sum;
    for (const LoadSlot& slot : slots) {
        sum += slot.rate * slot.inMonth;
    }
    return sum;
}

Use scaled(Use use, double factor)
{
    use.utilization = std::min(1.0, use.utilization * factor);
    use.requestsPerUser *= factor;
    for (Requests& requests : use.profile) {
        requests = requests * factor;
    }
    return use;
}

} // namespace rigwright
