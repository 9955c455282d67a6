// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/ranges.h"

#include "costs/defaults.h"
#include "costs/price_spread.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

// What is judged, and not read anywhere, says so.

/// Judged: before a machine is there, half or half as much again is as likely as the guess itself.
constexpr Spread kGuessedUse{0.5, 1.5, RIGWRIGHT_TEXT("Costs", "how much it will be used is a guess")};
/// Judged: requests by the hour come from a log, and next year's are not last year's.
constexpr Spread kMeasuredUse{
    0.8, 1.25, RIGWRIGHT_TEXT("Costs", "the requests were counted, but they may become more or fewer")};

/// Judged: board power is a limit, which reading weights from memory seldom reaches; fans and supplies add a little.
constexpr Spread kPower{
    0.75, 1.1, RIGWRIGHT_TEXT("Costs", "power is estimated from ratings, below which machines mostly stay")};

/// Judged: what a contract asks changes from year to year.
constexpr Spread kOwnTariff{0.9, 1.1, RIGWRIGHT_TEXT("Costs", "your tariff may change over the years")};
/// In 18 countries of the shipped catalog businesses pay 0.48 to 1.17 times what households pay, whose tariff is the default.
constexpr Spread kAverageTariff{
    0.5, 1.2,
    RIGWRIGHT_TEXT("Costs",
                   "the tariff is an average of households; businesses pay 0.5 to 1.2 times as much")};
/// The same, and judged: what nobody checked may be another fifth higher.
constexpr Spread kUnverifiedTariff{
    0.5, 1.4, RIGWRIGHT_TEXT("Costs", "the tariff is an average of households that nobody checked")};

/// Cooling that is cited as 30 to 50 % beyond the machine (llm-d-planner, issue 70), over the middle of the two.
constexpr Spread kPowerUsage{
    0.75, 1.25, RIGWRIGHT_TEXT("Costs", "cooling takes a quarter less or more from site to site")};

/// Positions of 0.5 to 1.5 are cited for one and the same machine (sesamedisk, on self-hosting).
constexpr Spread kStaff{0.5, 1.5,
                        RIGWRIGHT_TEXT("Costs", "how much of a position a machine takes is mostly a guess")};
/// Judged: rent, licences and support are contracts.
constexpr Spread kContracts{0.9, 1.1,
                            RIGWRIGHT_TEXT("Costs", "rent, support and licences may change over the years")};

/// Judged: half or half as much again; no source of ours has prices of used servers over time.
constexpr Spread kResidual{0.5, 1.5,
                           RIGWRIGHT_TEXT("Costs", "nobody knows what used hardware will fetch years ahead")};

constexpr const char* kSpeedReason = RIGWRIGHT_TEXT("Costs", "the speed is an estimate with a range");

class Ranges {
public:
    void add(CostFactor factor, const Spread& spread)
    {
        if (spread.low < 1 || spread.high > 1) {
            ranges_.push_back({factor, std::min(1.0, spread.low), std::max(1.0, spread.high), spread.reason});
        }
    }
    [[nodiscard]] std::vector<FactorRange> take() { return std::move(ranges_); }

private:
    std::vector<FactorRange> ranges_;
};

Spread useSpread(const Use& use)
{
    Spread spread = use.kind == UseKind::Profile ? kMeasuredUse : kGuessedUse;
    if (use.kind == UseKind::Hours && use.utilization > 0) {
        spread.high = std::min(spread.high, 1 / use.utilization); // there are no more hours
    }
    return spread;
}

Spread hardwareSpread(const EvaluatedBuild& build)
{
    WeightedSpread sum;
    for (const PricedLine& line : build.lines) {
        sum.add(line.unitPrice.toDouble() * line.line.quantity, spreadOf(line));
    }
    return sum.sum();
}

Spread speedSpread(const std::optional<Range<RequestsPerSecond>>& capacity)
{
    if (!capacity || capacity->mid.value() <= 0) {
        return {};
    }
    return {capacity->low / capacity->mid, capacity->high / capacity->mid, kSpeedReason};
}

Spread tariffSpread(const CostCandidates& candidates, const CostAssumptions& assumptions)
{
    const Country* country = countryOf(candidates, assumptions);
    if (country == nullptr || !assumesTariffOf(*country, candidates, assumptions)) {
        return kOwnTariff;
    }
    return country->electricitySource.state == Verification::Unverified ? kUnverifiedTariff : kAverageTariff;
}

/// Of room, support, software and staff, as far as there are any, by what each costs in the first year.
Spread runningSpread(const CostCandidates& candidates, const CostAssumptions& assumptions)
{
    const RunningTerms& running = assumptions.running;
    const int machines = assumptions.purchase.machines;
    const auto amount = [&](const Money& money, double times) {
        return candidates.rates.convert(money, candidates.currency).value_or(Money()).toDouble() * times;
    };
    const int gpus = candidates.build.hardware.deviceCount();
    WeightedSpread sum;
    sum.add(amount(running.staffPerYear, running.staffShare), kStaff);
    sum.add(amount(running.roomPerMonth, 12.0 * machines) +
                amount(running.softwarePerGpuYear, 1.0 * gpus * machines) +
                amount(candidates.price, running.supportShare * machines),
            kContracts);
    return sum.sum();
}

void addAlternatives(Ranges& ranges, const CostComparison& comparison, const CostCandidates& candidates)
{
    if (const auto cloud = comparison.breakEven.against) {
        const Rental& rental = candidates.rentals.at(comparison.scenarios[*cloud].candidate);
        ranges.add(CostFactor::CloudPrice,
                   spreadOfRent(rental.offer.kind, comparison.scenarios[*cloud].standing));
        ranges.add(CostFactor::CloudSpeed, speedSpread(rental.capacity));
    }
    if (const auto api = comparison.apiBreakEven.against) {
        const HostedModel& hosted = candidates.hosted.at(comparison.scenarios[*api].candidate);
        ranges.add(CostFactor::ApiPrice, spreadOfHosted(hosted.offer.kind, hosted.standing));
    }
}

} // namespace

std::vector<FactorRange> suggestedRanges(const CostComparison& comparison, const CostCandidates& candidates)
{
    const CostAssumptions& assumptions = comparison.assumptions;
    Ranges ranges;
    ranges.add(CostFactor::Use, useSpread(assumptions.use));
    ranges.add(CostFactor::HardwarePrice, hardwareSpread(candidates.build));
    ranges.add(CostFactor::OwnSpeed, speedSpread(candidates.capacity));
    ranges.add(CostFactor::Power, kPower);
    if (assumptions.running.electricity.micros() > 0) {
        ranges.add(CostFactor::Electricity, tariffSpread(candidates, assumptions));
    }
    if (assumptions.running.powerUsageEffectiveness > 1) {
        ranges.add(CostFactor::PowerUsage, kPowerUsage);
    }
    ranges.add(CostFactor::Running, runningSpread(candidates, assumptions));
    if (assumptions.value.residualShare > 0) {
        ranges.add(CostFactor::ResidualValue, kResidual);
    }
    addAlternatives(ranges, comparison, candidates);
    return ranges.take();
}

std::vector<FactorRange> rangesFor(const CostComparison& comparison, const CostCandidates& candidates)
{
    std::vector<FactorRange> ranges = comparison.assumptions.ranges;
    for (FactorRange& suggested : suggestedRanges(comparison, candidates)) {
        if (std::ranges::find(ranges, suggested.factor, &FactorRange::factor) == ranges.end()) {
            ranges.push_back(std::move(suggested));
        }
    }
    std::ranges::sort(ranges, {}, &FactorRange::factor);
    return ranges;
}

} // namespace rigwright
