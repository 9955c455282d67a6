// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/compare.h"

#include "costs/break_even.h"
#include "costs/cash_flow.h"
#include "costs/rental.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <tuple>

namespace rigwright {

namespace {

constexpr int kMostYears = 10;
constexpr double kWorstPowerUsage = 10;
/// In any currency far above what anybody pays, and low enough that no sum leaves 64 bits.
constexpr std::int64_t kHighestTariffMicros = 10'000'000'000;

tl::unexpected<Error> outOfRange(const std::string& what, const std::string& expected, const std::string& got)
{
    return fail(what + ": expected " + expected + ", got " + got);
}

Expected<void> checkAssumptions(const CostAssumptions& assumptions)
{
    if (assumptions.years < 1 || assumptions.years > kMostYears) {
        return outOfRange("years", "1 to " + std::to_string(kMostYears), std::to_string(assumptions.years));
    }
    // Written so that NaN fails as well.
    if (!(assumptions.utilization >= 0 && assumptions.utilization <= 1)) {
        return outOfRange("utilization", "a share from 0 to 1", formatFixed(assumptions.utilization, 3));
    }
    const double powerUsage = assumptions.powerUsageEffectiveness;
    if (!(powerUsage >= 1 && powerUsage <= kWorstPowerUsage)) {
        return outOfRange("power usage effectiveness", "1 to 10", formatFixed(powerUsage, 3));
    }
    const MoneyRate& tariff = assumptions.electricity;
    if (tariff.micros() < 0 || tariff.micros() > kHighestTariffMicros) {
        return outOfRange("electricity", "0 to 10,000 per kWh", tariff.decimal());
    }
    return {};
}

double kilowattHoursPerMonth(const EvaluatedBuild& build, const CostAssumptions& assumptions)
{
    const double busy = assumptions.utilization;
    const double watts = build.wallPower.value() * busy + build.idlePower.value() * (1 - busy);
    return watts * kHoursPerMonth * assumptions.powerUsageEffectiveness / 1000;
}

std::optional<MoneyRate> perMillionTokens(const Money& total, const std::optional<SpeedEstimate>& speed,
                                          const CostAssumptions& assumptions)
{
    if (!speed) {
        return std::nullopt;
    }
    const double seconds = kHoursPerMonth * 12 * assumptions.years * assumptions.utilization * 3600;
    const double micros = total.toDouble() * 1e6 / (speed->total.mid.value() * seconds / 1e6);
    // A rate beyond this, or of no tokens at all, says nothing.
    if (!(micros < 1e18)) {
        return std::nullopt;
    }
    return MoneyRate(std::llround(micros), total.currency());
}

/// A comparison in the making.
struct Question {
    const Catalog& catalog;
    const EvaluatedBuild& build;
    const Requirement& requirement;
    const CostAssumptions& assumptions;

    [[nodiscard]] Currency currency() const { return requirement.budget.currency(); }
    [[nodiscard]] int months() const { return assumptions.years * 12; }
};

Expected<MonthlyCost> electricityOf(const Question& question)
{
    const MoneyRate& tariff = question.assumptions.electricity;
    return exchangeFactor(question.catalog.rates, tariff.currency(), question.currency())
        .map([&](double exchange) {
            return MonthlyCost{tariff, kilowattHoursPerMonth(question.build, question.assumptions), exchange,
                               question.currency()};
        });
}

CostScenario owning(const Question& question, const Money& purchase, const MonthlyCost& electricity)
{
    CostScenario scenario;
    scenario.kind = ScenarioKind::Own;
    scenario.name = question.build.title;
    scenario.cumulative = cumulativeCost(purchase, electricity, question.months());
    scenario.total = scenario.cumulative.back();
    scenario.perMillionTokens = perMillionTokens(scenario.total, question.build.speed, question.assumptions);
    return scenario;
}

std::string nameOf(const Rental& rental)
{
    const CloudOffer& offer = rental.offer;
    std::string name = rental.instances > 1 ? std::to_string(rental.instances) + " × " : "";
    name += offer.provider + " " + offer.instance;
    return offer.pricing == PricingModel::OnDemand ? name
                                                   : name + " (" + pricingModelName(offer.pricing) + ")";
}

CostScenario renting(const Question& question, const Rental& rental)
{
    const double hours = kHoursPerMonth * question.assumptions.utilization;
    const MonthlyCost monthly{rental.offer.pricePerHour, hours * rental.instances, rental.exchange,
                              question.currency()};
    CostScenario scenario;
    scenario.kind = ScenarioKind::Cloud;
    scenario.name = nameOf(rental);
    scenario.cumulative = cumulativeCost(Money(0, question.currency()), monthly, question.months());
    scenario.total = scenario.cumulative.back();
    scenario.perMillionTokens = perMillionTokens(scenario.total, rental.speed, question.assumptions);
    scenario.offer = rental.offer;
    scenario.standing = standingOf(rental.offer, question.requirement.today.value_or(question.catalog.date),
                                   question.catalog.pricePolicy);
    scenario.instances = rental.instances;
    scenario.perHour = rental.pricePerHour(question.currency());
    return scenario;
}

/// The price per hour decides where nothing is used and every total is zero.
bool isCheaper(const CostScenario& a, const CostScenario& b)
{
    const auto key = [](const CostScenario& scenario) {
        return std::tuple(scenario.total.minorUnits(), scenario.perHour->micros(), scenario.name);
    };
    return key(a) < key(b);
}

void addIncompletePrice(std::vector<Finding>& findings, const EvaluatedBuild& build)
{
    const auto unpriced =
        std::ranges::count_if(build.lines, [](const PricedLine& line) { return !line.offer; });
    if (unpriced > 0) {
        findings.push_back(
            {"own-price-incomplete",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding",
                            "Parts of the machine without a price: {count}. Owning costs more, "
                            "and pays later, than this comparison shows."),
             {{"count", std::to_string(unpriced)}}});
    }
}

/// What the machine's own findings say of its prices holds for the comparison as well.
void addOwnPrices(std::vector<Finding>& findings, const EvaluatedBuild& build)
{
    for (const char* id : {"prices-old", "quote-expired", "prices-unverified"}) {
        std::ranges::copy_if(build.findings, std::back_inserter(findings),
                             [id](const Finding& finding) { return finding.id == id; });
    }
}

void addCloudPrices(std::vector<Finding>& findings, const std::vector<CostScenario>& scenarios,
                    const PricePolicy& policy)
{
    const auto isCloud = [](const CostScenario& scenario) { return scenario.offer.has_value(); };
    const auto isOld = [&](const CostScenario& scenario) {
        return isCloud(scenario) && scenario.standing.old;
    };
    const auto old = std::ranges::count_if(scenarios, isOld);
    if (old == 0) {
        return;
    }
    const auto age = [](const CostScenario& scenario) {
        return scenario.offer ? scenario.standing.ageDays : std::numeric_limits<int>::min();
    };
    const auto oldest = std::ranges::max_element(scenarios, {}, age);
    findings.push_back(
        {"cloud-prices-old",
         Severity::Warning,
         RIGWRIGHT_TEXT("Finding",
                        "Cloud prices older than {limit} days: {old} of {priced}. The oldest, of "
                        "{offer}, is {age} days old."),
         {{"limit", formatCount(policy.oldAfterDays)},
          {"old", formatCount(old)},
          {"priced", formatCount(std::ranges::count_if(scenarios, isCloud))},
          {"offer", oldest->name},
          {"age", formatCount(oldest->standing.ageDays)}}});
}

} // namespace

const char* scenarioKindName(ScenarioKind kind)
{
    switch (kind) {
    case ScenarioKind::Own: return "own";
    case ScenarioKind::Cloud: return "cloud";
    }
    return "own";
}

Expected<CostComparison> compareCosts(const Catalog& catalog, const EvaluatedBuild& build,
                                      const Requirement& requirement, const CostAssumptions& assumptions,
                                      const CalibrationTable& constants)
{
    if (const Expected<void> valid = checkAssumptions(assumptions); !valid) {
        return tl::unexpected(valid.error());
    }
    const Question question{catalog, build, requirement, assumptions};
    const Expected<Money> purchase = catalog.rates.convert(build.price, question.currency());
    if (!purchase) {
        return tl::unexpected(purchase.error());
    }
    const Expected<MonthlyCost> electricity = electricityOf(question);
    if (!electricity) {
        return tl::unexpected(electricity.error());
    }
    const Expected<std::vector<Rental>> rentals = rentalsFor(catalog, build, requirement, constants);
    if (!rentals) {
        return tl::unexpected(rentals.error());
    }
    CostComparison comparison;
    comparison.assumptions = assumptions;
    comparison.monthlyElectricity = electricity->afterMonths(1);
    comparison.scenarios.push_back(owning(question, *purchase, *electricity));
    for (const Rental& rental : *rentals) {
        comparison.scenarios.push_back(renting(question, rental));
    }
    std::sort(comparison.scenarios.begin() + 1, comparison.scenarios.end(), isCheaper);
    addIncompletePrice(comparison.findings, build);
    addOwnPrices(comparison.findings, build);
    addCloudPrices(comparison.findings, comparison.scenarios, catalog.pricePolicy);
    findBreakEven(comparison);
    return comparison;
}

std::optional<MoneyRate> defaultElectricity(const Catalog& catalog, Currency currency)
{
    for (const Country& country : catalog.countries) {
        if (!(country.currency == currency) || !country.householdElectricity) {
            continue;
        }
        const MoneyRate& tariff = *country.householdElectricity;
        if (const auto factor = exchangeFactor(catalog.rates, tariff.currency(), currency)) {
            return exchanged(tariff, *factor, currency);
        }
    }
    return std::nullopt;
}

} // namespace rigwright
