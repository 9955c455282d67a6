// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/break_even.h"

#include "units/format.h"

#include <algorithm>
#include <tuple>

namespace rigwright {

namespace {

using Evidence = std::vector<std::pair<std::string, std::string>>;

std::optional<std::size_t> cheapest(const std::vector<CostScenario>& scenarios,
                                    bool (*counts)(const CostScenario&))
{
    std::optional<std::size_t> best;
    for (std::size_t index = 0; index < scenarios.size(); ++index) {
        if (counts(scenarios[index]) && (!best || scenarios[index].total < scenarios[*best].total)) {
            best = index;
        }
    }
    return best;
}

bool isSameOnDemand(const CostScenario& scenario)
{
    return scenario.kind == ScenarioKind::Cloud && scenario.service == Service::Same &&
        scenario.terms == RentalTerms::AsOffered && scenario.offer->pricing == PricingModel::OnDemand;
}

bool isHosted(const CostScenario& scenario)
{
    return scenario.kind == ScenarioKind::Api;
}

/// A machine of parts that the user has costs nothing, and that is known.
bool isPriceKnown(const CostCandidates& candidates)
{
    const auto isKnown = [](const PricedLine& line) { return line.owned || line.offer; };
    const auto& lines = candidates.build.lines;
    return candidates.price.minorUnits() > 0 || (!lines.empty() && std::ranges::all_of(lines, isKnown));
}

std::string percent(double share)
{
    return formatFixed(share * 100, 1);
}

/// Why the own machine is not to be compared at all; empty where it is.
std::pair<std::string, Evidence> whyNotComparable(const CostComparison& comparison,
                                                  const CostCandidates& candidates)
{
    const CostScenario& own = comparison.scenarios.front();
    if (!isPriceKnown(candidates)) {
        return {RIGWRIGHT_TEXT("Costs", "the price of the machine is unknown"), {}};
    }
    if (!candidates.capacity) {
        return {RIGWRIGHT_TEXT("Costs", "how many requests {name} answers is unknown"), {{"name", own.name}}};
    }
    if (own.service != Service::Same) {
        return {RIGWRIGHT_TEXT("Costs",
                               "{name} answers {share} % of the requests, so that owning it alone is not the "
                               "same"),
                {{"name", own.name}, {"share", percent(own.servedShare)}}};
    }
    return {};
}

/// What keeps the machine going, without what pays for it.
Money runningOf(const CostScenario& own)
{
    Money sum(0, own.total.currency());
    for (const CostItem& item : own.items) {
        if (!isCapital(item.category) && item.category != CostCategory::LeasePayments) {
            sum += item.total();
        }
    }
    return sum;
}

/// The last month by whose end owning had cost less.
std::optional<std::size_t> lastMonthAhead(const std::vector<Money>& own, const std::vector<Money>& other)
{
    std::optional<std::size_t> last;
    for (std::size_t month = 0; month < std::min(own.size(), other.size()); ++month) {
        last = own[month] < other[month] ? month : last;
    }
    return last;
}

const char* reasonFor(const CostComparison& comparison, const CostScenario& own, const CostScenario& other)
{
    if (comparison.traffic.requests.value() <= 0) {
        return other.total.minorUnits() == 0
            ? RIGWRIGHT_TEXT("Costs", "unused, {name} costs nothing, and buying costs {own}")
            : RIGWRIGHT_TEXT("Costs", "unused, {name} costs {other}, and buying costs {own}");
    }
    if (lastMonthAhead(own.cumulative, other.cumulative)) {
        return RIGWRIGHT_TEXT(
            "Costs",
            "owning costs less only until month {until}: within {months} months {name} costs {other}, and "
            "owning {own}");
    }
    if (runningOf(own) >= other.total) {
        return RIGWRIGHT_TEXT("Costs",
                              "running the own machine alone, {own_month} a month, costs as much as {name}, "
                              "{other_month} a month");
    }
    return RIGWRIGHT_TEXT("Costs", "within {months} months {name} costs {other}, and buying costs {own}");
}

void explain(BreakEven& result, const CostComparison& comparison, const CostScenario& own,
             const CostScenario& other)
{
    const int months = comparison.assumptions.years * 12;
    const auto mean = [&](const Money& sum) { return formatMoney(sum.scaled(1.0 / months)); };
    result.noneReason = reasonFor(comparison, own, other);
    result.noneEvidence = {
        {"months", std::to_string(months)},
        {"name", other.name},
        {"other", formatMoney(other.total)},
        {"own", formatMoney(own.total)},
        {"other_month", mean(other.total)},
        {"own_month", mean(runningOf(own))},
        {"until", std::to_string(lastMonthAhead(own.cumulative, other.cumulative).value_or(0))},
    };
}

BreakEven against(const CostComparison& comparison, const CostCandidates& candidates,
                  std::optional<std::size_t> index, const char* ifNone)
{
    BreakEven result;
    result.against = index;
    if (!index) {
        result.noneReason = ifNone;
        return result;
    }
    std::tie(result.noneReason, result.noneEvidence) = whyNotComparable(comparison, candidates);
    if (!result.noneReason.empty()) {
        return result;
    }
    const CostScenario& own = comparison.scenarios.front();
    const CostScenario& other = comparison.scenarios[*index];
    result.earned = purchaseReturn(own.cumulative, other.cumulative, comparison.assumptions.discountRate);
    result.months = lastingCrossing(own.cumulative, other.cumulative);
    if (!result.months) {
        explain(result, comparison, own, other);
    }
    return result;
}

} // namespace

std::optional<Months> lastingCrossing(const std::vector<Money>& own, const std::vector<Money>& other,
                                      const std::vector<Money>& deviation)
{
    const auto ahead = [&](std::size_t month) {
        const Money difference = own[month] - other[month];
        return deviation.empty() ? difference : difference + deviation[month];
    };
    std::size_t month = std::min(own.size(), other.size());
    const std::size_t end = month;
    while (month > 0 && ahead(month - 1).minorUnits() <= 0) {
        --month;
    }
    if (month == end) {
        return std::nullopt;
    }
    if (month == 0) {
        return Months(0);
    }
    if (own[month] < own[month - 1]) {
        return Months(static_cast<double>(month));
    }
    const double before = ahead(month - 1).toDouble();
    const double after = ahead(month).toDouble();
    return Months(static_cast<double>(month - 1) + before / (before - after));
}

bool isComparable(const CostComparison& comparison, const CostCandidates& candidates)
{
    return whyNotComparable(comparison, candidates).first.empty();
}

void findBreakEven(CostComparison& comparison, const CostCandidates& candidates)
{
    comparison.breakEven = against(
        comparison, candidates, cheapest(comparison.scenarios, isSameOnDemand),
        RIGWRIGHT_TEXT("Costs", "the catalog has no on-demand cloud offer that is known to do the same"));
    comparison.apiBreakEven =
        against(comparison, candidates, cheapest(comparison.scenarios, isHosted),
                isTraining(candidates.workload.kind)
                    ? RIGWRIGHT_TEXT("Costs", "hosted APIs answer requests and do not train")
                    : RIGWRIGHT_TEXT("Costs", "the catalog has no hosted API for this model or one like it"));
}

} // namespace rigwright
