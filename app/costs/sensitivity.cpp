// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/sensitivity.h"

#include "costs/break_even.h"
#include "costs/hosted_scenario.h"
#include "costs/ownership.h"
#include "costs/ranges.h"
#include "costs/rented.h"
#include "costs/totals.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace rigwright {

namespace {

bool isOfOwning(CostFactor factor)
{
    switch (factor) {
    case CostFactor::HardwarePrice:
    case CostFactor::Power:
    case CostFactor::Electricity:
    case CostFactor::PowerUsage:
    case CostFactor::Running:
    case CostFactor::ResidualValue: return true;
    default: return false;
    }
}

/// Whether a factor has any say in what such a scenario costs. The own speed has: hours in full use bring as many requests as
/// the own machine answers.
bool concerns(CostFactor factor, ScenarioKind kind)
{
    if (factor == CostFactor::Use || factor == CostFactor::OwnSpeed) {
        return true;
    }
    const bool cloud = factor == CostFactor::CloudPrice || factor == CostFactor::CloudSpeed;
    switch (kind) {
    case ScenarioKind::Own: return isOfOwning(factor);
    case ScenarioKind::Burst: return cloud || isOfOwning(factor);
    case ScenarioKind::Cloud: return cloud;
    case ScenarioKind::Api: return factor == CostFactor::ApiPrice;
    }
    return true;
}

/// What one factor at one end of its range does to a scenario, by month: nothing where it has no say.
using Shift = std::vector<Money>;

Shift none(const CostScenario& scenario)
{
    return Shift(scenario.cumulative.size(), Money(0, scenario.total.currency()));
}

Shift difference(const Shift& a, const Shift& b)
{
    Shift result = a;
    std::ranges::transform(a, b, result.begin(), std::minus<>());
    return result;
}

/// Works scenarios out again, each beside what it costs in the middle.
class Shifts {
public:
    Shifts(const CostComparison& comparison, const CostCandidates& candidates)
        : comparison_(comparison)
        , candidates_(candidates)
    { }

    [[nodiscard]] Shift of(std::size_t index, CostFactor factor, double multiple) const
    {
        const CostScenario& middle = comparison_.scenarios[index];
        if (multiple == 1 || !concerns(factor, middle.kind)) {
            return none(middle);
        }
        std::optional<CostScenario> other = at(index, factor, multiple);
        // Instances that are too slow for the work at the end of their range are asked for as slow as they may just be.
        constexpr int kHalvings = 5;
        for (int i = 0; i < kHalvings && !other; ++i) {
            multiple = (1 + multiple) / 2;
            other = at(index, factor, multiple);
        }
        return other ? difference(sameWork(*other, middle), middle.cumulative) : none(middle);
    }

private:
    [[nodiscard]] std::optional<CostScenario> at(std::size_t index, CostFactor factor, double multiple) const
    {
        const FactorSettings settings = FactorSettings().with(factor, multiple);
        return again(comparison_, index, costInputs(candidates_, comparison_.assumptions, settings));
    }

    static std::vector<Money> sameWork(const CostScenario& scenario, const CostScenario& middle)
    {
        std::vector<Money> amounts = scenario.cumulative;
        if (scenario.servedShare > 0 && scenario.servedShare < middle.servedShare) {
            const double more = middle.servedShare / scenario.servedShare;
            std::ranges::transform(amounts, amounts.begin(),
                                   [more](const Money& amount) { return amount.scaled(more); });
        }
        return amounts;
    }

    const CostComparison& comparison_;
    const CostCandidates& candidates_;
};

/// A factor at both ends of its range.
struct BothEnds {
    Shift low;
    Shift high;
};

BothEnds difference(const BothEnds& a, const BothEnds& b)
{
    return {difference(a.low, b.low), difference(a.high, b.high)};
}

/// How far factors that don't depend on each other move a curve down and up, by month.
class Spreading {
public:
    explicit Spreading(std::size_t months)
        : down_(months)
        , up_(months)
    { }

    void add(const BothEnds& factor)
    {
        for (std::size_t month = 0; month < down_.size(); ++month) {
            const double low = factor.low[month].toDouble();
            const double high = factor.high[month].toDouble();
            down_[month] += std::pow(std::min({0.0, low, high}), 2);
            up_[month] += std::pow(std::max({0.0, low, high}), 2);
        }
    }
    [[nodiscard]] std::vector<Money> down(Currency currency) const { return roots(down_, -1, currency); }
    [[nodiscard]] std::vector<Money> up(Currency currency) const { return roots(up_, 1, currency); }

private:
    static std::vector<Money> roots(const std::vector<double>& squares, double sign, Currency currency)
    {
        std::vector<Money> amounts;
        amounts.reserve(squares.size());
        for (const double square : squares) {
            amounts.push_back(Money::rounded(sign * std::sqrt(square), currency));
        }
        return amounts;
    }

    std::vector<double> down_; ///< squares
    std::vector<double> up_;
};

/// What every factor does to one scenario.
using Shifted = std::vector<BothEnds>;

void addBand(CostScenario& scenario, const Shifted& shifted)
{
    Spreading spreading(scenario.cumulative.size());
    for (const BothEnds& factor : shifted) {
        spreading.add(factor);
    }
    const Currency currency = scenario.total.currency();
    scenario.cumulativeLow = spreading.down(currency);
    scenario.cumulativeHigh = spreading.up(currency);
    for (std::size_t month = 0; month < scenario.cumulative.size(); ++month) {
        const Money& middle = scenario.cumulative[month];
        // Nobody is paid for it, unless in the middle already.
        const Money least = std::min(middle, Money(0, currency));
        scenario.cumulativeLow[month] = std::max(least, middle + scenario.cumulativeLow[month]);
        scenario.cumulativeHigh[month] += middle;
    }
}

void addBreakEvenBand(BreakEven& breakEven, const CostComparison& comparison, const Shifted& own,
                      const Shifted& other)
{
    const CostScenario& owning = comparison.scenarios.front();
    Spreading spreading(owning.cumulative.size());
    for (std::size_t factor = 0; factor < own.size(); ++factor) {
        spreading.add(difference(own[factor], other[factor]));
    }
    const Currency currency = owning.total.currency();
    const std::vector<Money>& against = comparison.scenarios[*breakEven.against].cumulative;
    breakEven.earliest = lastingCrossing(owning.cumulative, against, spreading.down(currency));
    breakEven.latest = lastingCrossing(owning.cumulative, against, spreading.up(currency));
}

Money swingOf(const FactorEffect& effect)
{
    return std::max(effect.advantageAtLow, effect.advantageAtHigh) -
        std::min(effect.advantageAtLow, effect.advantageAtHigh);
}

Sensitivity sensitivityOf(const CostComparison& comparison, std::size_t against,
                          const std::vector<FactorRange>& ranges, const Shifted& own, const Shifted& other)
{
    Sensitivity sensitivity;
    sensitivity.against = against;
    sensitivity.advantage = comparison.scenarios[against].total - comparison.scenarios.front().total;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const BothEnds shift = difference(other[i], own[i]);
        if (shift.low.back().minorUnits() != 0 || shift.high.back().minorUnits() != 0) {
            sensitivity.effects.push_back({ranges[i], sensitivity.advantage + shift.low.back(),
                                           sensitivity.advantage + shift.high.back()});
        }
    }
    std::ranges::stable_sort(sensitivity.effects, std::greater<>(), swingOf);
    return sensitivity;
}

void addAll(CostComparison& comparison, const CostCandidates& candidates)
{
    const std::vector<FactorRange> ranges = rangesFor(comparison, candidates);
    const Shifts shifts(comparison, candidates);
    const auto shifted = [&](std::size_t index) {
        Shifted result;
        for (const FactorRange& range : ranges) {
            result.push_back(
                {shifts.of(index, range.factor, range.low), shifts.of(index, range.factor, range.high)});
        }
        addBand(comparison.scenarios[index], result);
        return result;
    };
    const bool comparable = isComparable(comparison, candidates);
    const Shifted own = shifted(0);
    const auto burst = std::ranges::find(comparison.scenarios, ScenarioKind::Burst, &CostScenario::kind);
    if (burst != comparison.scenarios.end()) {
        shifted(static_cast<std::size_t>(burst - comparison.scenarios.begin()));
    }
    for (BreakEven* breakEven : {&comparison.breakEven, &comparison.apiBreakEven}) {
        if (!breakEven->against) {
            continue;
        }
        const Shifted other = shifted(*breakEven->against);
        if (!comparable) {
            continue;
        }
        addBreakEvenBand(*breakEven, comparison, own, other);
        if (!comparison.sensitivity.against) {
            comparison.sensitivity = sensitivityOf(comparison, *breakEven->against, ranges, own, other);
        }
    }
}

/// What is nearly too large for any amount is compared without a range.
void removeAll(CostComparison& comparison)
{
    comparison.sensitivity = {};
    for (CostScenario& scenario : comparison.scenarios) {
        scenario.cumulativeLow.clear();
        scenario.cumulativeHigh.clear();
    }
    for (BreakEven* breakEven : {&comparison.breakEven, &comparison.apiBreakEven}) {
        breakEven->earliest.reset();
        breakEven->latest.reset();
    }
}

} // namespace

std::optional<CostScenario> again(const CostComparison& comparison, std::size_t index,
                                  const CostInputs& inputs)
{
    const CostScenario& first = comparison.scenarios.at(index);
    const CostCandidates& candidates = inputs.candidates;
    std::optional<CostScenario> scenario;
    switch (first.kind) {
    case ScenarioKind::Own: scenario = ownScenario(inputs); break;
    case ScenarioKind::Cloud:
        scenario = rentedScenario(inputs, candidates.rentals.at(first.candidate), first.terms);
        break;
    case ScenarioKind::Api: scenario = hostedScenario(inputs, candidates.hosted.at(first.candidate)); break;
    case ScenarioKind::Burst: {
        CostScenario own = ownScenario(inputs);
        finish(own, inputs);
        scenario = burstScenario(inputs, own, candidates.rentals.at(first.candidate));
        // Where the own machines carry all, nothing is rented.
        return scenario ? (finish(*scenario, inputs), scenario) : std::optional(std::move(own));
    }
    }
    if (scenario) {
        finish(*scenario, inputs);
    }
    return scenario;
}

void addSensitivity(CostComparison& comparison, const CostCandidates& candidates)
{
    try {
        addAll(comparison, candidates);
    } catch (const std::overflow_error&) {
        removeAll(comparison);
    }
}

} // namespace rigwright
