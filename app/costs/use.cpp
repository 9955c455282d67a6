// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/use.h"

#include "costs/cash_flow.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kHoursADay = 24;
constexpr double kDayHours = 16; // from 6 to 22 o'clock

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
    slot.inMonth = Hours(kHoursPerMonth) - busy.inMonth;
    slot.perDay = Hours(kHoursADay) - busy.perDay;
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
        const std::size_t clock = hour % 24;
        const bool night = clock < kNightUntil || clock >= kNightFrom;
        slots.push_back({each, Hours(1), RequestsPerSecond(profile[hour].value() / 3600), night ? 1.0 : 0.0});
    }
    return slots;
}

} // namespace

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
