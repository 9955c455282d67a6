// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/rented.h"

#include "costs/capacity.h"
#include "costs/cash_flow.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace rigwright {

namespace {

constexpr double kHoursOfDay = 24;
/// What binary fractions lose must not rent another instance or begin another unit.
constexpr double kSlack = 1e-9;
/// A set of instances that is nearly as fast counts as equal.
constexpr double kAsFast = 0.95;
/// More copies of a model than anybody rents.
constexpr double kMostSets = 10'000;

/// What happens with requests that one set of instances doesn't answer as fast as they come.
enum class Sharing {
    Copies,  ///< several people ask: further sets answer them
    OneUser, ///< who takes longer, as long as the day has hours, but asks no faster of a faster machine
    Queue    ///< work waits for its turn: it takes as long as it takes, and further sets when the day is over
};

Sharing sharingOf(const CostInputs& inputs)
{
    const Workload& workload = inputs.candidates.workload;
    if (isQueued(workload)) {
        return Sharing::Queue;
    }
    const Use& use = inputs.assumptions.use;
    // One person keeps one machine busy; several ask where several machines are.
    const bool alone = (use.kind == UseKind::Hours && inputs.assumptions.purchase.machines == 1) ||
        (use.kind == UseKind::Users && use.users <= 1);
    return workload.kind == WorkloadKind::Chat && alone ? Sharing::OneUser : Sharing::Copies;
}

/// What is billed beyond the hours in use.
struct Billing {
    Hours unit;
    double interruption = 1;
};

Billing billingOf(const CostInputs& inputs, const Rental& rental)
{
    const CloudTerms& cloud = inputs.assumptions.cloud;
    const bool interrupted =
        rental.offer.pricing == PricingModel::Spot || rental.offer.pricing == PricingModel::Marketplace;
    return {cloud.billingUnit, interrupted ? 1 + cloud.spotInterruption : 1};
}

/// Hours of one piece of a day in begun units, of which a day has no more than its hours. Who is never switched off begins none.
double inUnits(double hours, const Billing& billing)
{
    const double used = hours * billing.interruption;
    const double unit = std::min(billing.unit.value(), kHoursOfDay);
    if (unit <= 0 || used >= kHoursOfDay) {
        return used;
    }
    return std::min(kHoursOfDay, std::ceil(used / unit - kSlack) * unit);
}

using Day = std::span<const LoadSlot>;

/// Slots come day by day: those of a day take 24 hours.
std::vector<Day> daysOf(const std::vector<LoadSlot>& slots)
{
    std::vector<Day> days;
    double hours = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        hours += slots[i].perDay.value();
        if (hours >= kHoursOfDay - kSlack || i + 1 == slots.size()) {
            days.emplace_back(slots.data() + begin, i + 1 - begin);
            begin = i + 1;
            hours = 0;
        }
    }
    return days;
}

/// Of days that are alike, in a month.
struct DayHours {
    double sets = 0;   ///< at the peak
    double billed = 0; ///< of all sets, added up
};

/// Requests over what one set answers.
double ratioOf(const LoadSlot& slot, RequestsPerSecond capacity)
{
    return slot.rate / capacity;
}

double setsFor(const LoadSlot& slot, RequestsPerSecond capacity)
{
    return slot.rate.value() > 0 ? std::max(1.0, std::ceil(ratioOf(slot, capacity) * kAsFast - kSlack)) : 0;
}

/// What begun units and interruptions make of the hours of a day in which so many sets work in each of its slots. Each set's
/// hours without a break are one piece.
double billedOverUsed(Day day, const std::vector<double>& sets, const Billing& billing)
{
    if (billing.unit <= Hours()) {
        return billing.interruption;
    }
    std::vector<double> levels = sets;
    std::ranges::sort(levels);
    double billed = 0;
    double used = 0;
    double below = 0;
    for (const double level : levels) {
        if (level <= below) {
            continue;
        }
        double pieces = 0;
        double hours = 0;
        double piece = 0;
        for (std::size_t i = 0; i < day.size(); ++i) {
            piece += sets[i] >= level ? day[i].perDay.value() : 0;
            if (sets[i] < level || i + 1 == day.size()) {
                pieces += inUnits(piece, billing);
                hours += piece;
                piece = 0;
            }
        }
        // With a short break between two pieces the instance is better kept.
        const double most = std::max(kHoursOfDay, hours * billing.interruption);
        billed += std::min(pieces, most) * (level - below);
        used += hours * (level - below);
        below = level;
    }
    return used > 0 ? billed / used : 1;
}

DayHours withCopies(Day day, RequestsPerSecond capacity, const Billing& billing)
{
    std::vector<double> sets;
    std::ranges::transform(day, std::back_inserter(sets),
                           [&](const LoadSlot& slot) { return setsFor(slot, capacity); });
    DayHours hours;
    for (std::size_t i = 0; i < day.size(); ++i) {
        const bool occurs = day[i].inMonth > Hours();
        hours.sets = std::max(hours.sets, occurs ? sets[i] : 0);
        hours.billed += day[i].inMonth.value() * sets[i];
    }
    hours.billed *= hours.sets <= kMostSets ? billedOverUsed(day, sets, billing) : 1;
    return hours;
}

/// How much longer than in its slot the work takes. A faster machine leaves one user's hours as they are.
double timeFactor(const LoadSlot& slot, RequestsPerSecond capacity, Sharing sharing)
{
    if (slot.rate <= RequestsPerSecond()) {
        return 0;
    }
    const double ratio = ratioOf(slot, capacity);
    if (ratio * kAsFast > 1) {
        return ratio;
    }
    return sharing == Sharing::OneUser ? 1 : std::min(ratio, 1.0);
}

DayHours oneAfterTheOther(Day day, RequestsPerSecond capacity, Sharing sharing, const Billing& billing)
{
    double inDay = 0;
    double inMonth = 0;
    for (const LoadSlot& slot : day) {
        const double factor = timeFactor(slot, capacity, sharing);
        inDay += slot.perDay.value() * factor;
        inMonth += slot.inMonth.value() * factor;
    }
    if (!(inDay > 0)) {
        return {};
    }
    const double sets = std::max(1.0, std::ceil(inDay / kHoursOfDay - kSlack));
    return {sets, inMonth * (inUnits(inDay / sets, billing) / (inDay / sets))};
}

std::optional<RentedHours> hoursFor(const std::vector<LoadSlot>& slots, RequestsPerSecond capacity,
                                    Sharing sharing, const Rental& rental, const Billing& billing)
{
    DayHours all;
    for (const Day& day : daysOf(slots)) {
        const DayHours hours = sharing == Sharing::Copies ? withCopies(day, capacity, billing)
                                                          : oneAfterTheOther(day, capacity, sharing, billing);
        all.sets = std::max(all.sets, hours.sets);
        all.billed += hours.billed;
    }
    if (!(all.sets <= (sharing == Sharing::OneUser ? 1 : kMostSets))) {
        return std::nullopt;
    }
    RentedHours rented;
    rented.sets = std::max(1, static_cast<int>(all.sets));
    rented.instances = rented.sets * rental.instances;
    rented.billed = Hours(all.billed * rental.instances);
    rented.busy = capacity.value() < std::numeric_limits<double>::infinity()
        ? (requestsPerMonth(slots).value() / capacity.value()) * Hours(1.0 / 3600)
        : Hours(all.billed);
    return rented;
}

/// What is reserved is paid in all hours, and what is billed by more than a day is kept from one day to the next.
RentedHours paidThroughout(RentedHours hours, const CostInputs& inputs, const Rental& rental,
                           RentalTerms terms)
{
    const bool isReserved = terms == RentalTerms::Reserved || rental.offer.pricing == PricingModel::Reserved;
    const bool isKept = inputs.assumptions.cloud.billingUnit > Hours(kHoursOfDay) && hours.billed > Hours();
    if (isReserved || isKept) {
        hours.billed = Hours(kHoursPerMonth) * hours.instances;
    }
    return hours;
}

} // namespace

std::optional<RentedHours> rentedHours(const CostInputs& inputs, const Rental& rental, RentalTerms terms)
{
    if (!rental.capacity || !inputs.requestsKnown()) {
        return std::nullopt;
    }
    const RequestsPerSecond capacity = rental.capacity->mid * inputs.factor(CostFactor::CloudSpeed);
    const auto hours = hoursFor(inputs.slots, capacity, sharingOf(inputs), rental, billingOf(inputs, rental));
    return hours ? std::optional(paidThroughout(*hours, inputs, rental, terms)) : std::nullopt;
}

RentedHours leastRentedHours(const CostInputs& inputs, const Rental& rental, RentalTerms terms)
{
    std::vector<LoadSlot> slots = inputs.slots;
    if (!inputs.requestsKnown()) {
        // Hours alone are known, and they come first.
        slots.front().rate = RequestsPerSecond(1);
    }
    const RequestsPerSecond anything(std::numeric_limits<double>::infinity());
    const auto hours = hoursFor(slots, anything, Sharing::Copies, rental, billingOf(inputs, rental));
    return paidThroughout(hours.value_or(RentedHours{}), inputs, rental, terms);
}

} // namespace rigwright
