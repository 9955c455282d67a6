// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/cost_findings.h"

#include "costs/defaults.h"
#include "units/format.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace rigwright {

namespace {

using Findings = std::vector<Finding>;

/// The longest time for which providers sell a price: reserved instances are for one year or three.
constexpr int kPriceHorizonYears = 3;

void addIncompletePrice(Findings& findings, const EvaluatedBuild& build)
{
    const auto unpriced =
        std::ranges::count_if(build.lines, [](const PricedLine& line) { return !line.offer && !line.owned; });
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
void addOwnPrices(Findings& findings, const EvaluatedBuild& build)
{
    for (const char* id : {"prices-old", "quote-expired", "prices-unverified"}) {
        std::ranges::copy_if(build.findings, std::back_inserter(findings),
                             [id](const Finding& finding) { return finding.id == id; });
    }
}

void addPartServed(Findings& findings, const CostScenario& own)
{
    if (own.service == Service::Part) {
        findings.push_back(
            {"own-serves-part",
             Severity::Warning,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "The own machines answer {share} % of the requests. What owning costs is for these "
                 "alone; the cloud and hosted APIs answer all."),
             {{"share", formatFixed(own.servedShare * 100, 1)}}});
    }
}

bool isCloud(const CostScenario& scenario)
{
    return scenario.kind == ScenarioKind::Cloud;
}

void addCloudPrices(Findings& findings, const std::vector<CostScenario>& scenarios, const PricePolicy& policy)
{
    const auto isOld = [&](const CostScenario& scenario) {
        return isCloud(scenario) && scenario.standing.old;
    };
    const auto old = std::ranges::count_if(scenarios, isOld);
    if (old == 0) {
        return;
    }
    const auto age = [](const CostScenario& scenario) {
        return isCloud(scenario) ? scenario.standing.ageDays : std::numeric_limits<int>::min();
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

/// Offers there are, but none is known to do the same.
void addNoEqualOffer(Findings& findings, const CostComparison& comparison, const CostCandidates& candidates)
{
    const RentalExclusions& out = candidates.excluded;
    const std::size_t offers = candidates.rentals.size() + out.unknownGpus + out.tooSmall + out.tooSlow;
    if (comparison.breakEven.against || offers == 0) {
        return;
    }
    findings.push_back(
        {"no-equal-cloud-offer",
         Severity::Warning,
         RIGWRIGHT_TEXT(
             "Finding",
             "Of {offers} cloud offers, {hold} hold the model, and none on demand is known to be as "
             "fast as is asked for: owning is not compared with the cloud."),
         {{"offers", formatCount(static_cast<std::int64_t>(offers))},
          {"hold", formatCount(static_cast<std::int64_t>(candidates.rentals.size() + out.tooSlow))}}});
}

void addExclusions(Findings& findings, const RentalExclusions& out)
{
    const auto count = [](std::size_t offers) { return formatCount(static_cast<std::int64_t>(offers)); };
    if (const std::size_t all = out.unknownGpus + out.tooSmall + out.tooSlow + out.otherRegions; all > 0) {
        findings.push_back(
            {"cloud-offers-excluded",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "Cloud offers that are not compared: {count}. Too small for the model: {small}, too slow: "
                 "{slow}, in other regions: {regions}, with accelerators that nobody states: {unknown}."),
             {{"count", count(all)},
              {"small", count(out.tooSmall)},
              {"slow", count(out.tooSlow)},
              {"regions", count(out.otherRegions)},
              {"unknown", count(out.unknownGpus)}}});
    }
}

void addOtherModel(Findings& findings, const CostComparison& comparison, const CostCandidates& candidates)
{
    if (!comparison.apiBreakEven.against) {
        return;
    }
    const HostedModel& hosted = *comparison.scenarios[*comparison.apiBreakEven.against].hosted;
    if (hosted.match == HostedMatch::Same) {
        return;
    }
    findings.push_back(
        {"hosted-model-differs",
         Severity::Warning,
         hosted.match == HostedMatch::Family
             ? RIGWRIGHT_TEXT(
                   "Finding",
                   "Nobody in the catalog hosts {model}. Hosted APIs are compared with {hosted}, of "
                   "the same family: its answers are others.")
             : RIGWRIGHT_TEXT("Finding",
                              "Nobody in the catalog hosts {model} or another of its family. Hosted APIs are "
                              "compared with {hosted}, of about the same size: its answers are others."),
         {{"model", candidates.modelName},
          {"hosted", hosted.catalogModel.empty() ? hosted.offer.modelName : hosted.catalogModel}}});
}

void addTariff(Findings& findings, const CostComparison& comparison, const CostCandidates& candidates)
{
    const Country* country = countryOf(candidates, comparison.assumptions);
    if (country != nullptr && country->electricitySource.state == Verification::Unverified &&
        assumesTariffOf(*country, candidates, comparison.assumptions)) {
        findings.push_back(
            {"tariff-unverified",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding",
                            "Nobody checked the electricity tariff of {country}, {tariff} {currency} a "
                            "kWh. Enter what your contract says."),
             {{"country", country->name},
              {"tariff", comparison.assumptions.running.electricity.decimal()},
              {"currency", comparison.assumptions.running.electricity.currency().code()}}});
    }
}

void addHorizon(Findings& findings, const CostAssumptions& assumptions)
{
    if (assumptions.years > kPriceHorizonYears && assumptions.cloud.priceChange == 0 &&
        assumptions.api.priceChange == 0) {
        findings.push_back(
            {"prices-held-long",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "Today's prices of clouds and hosted APIs are taken to hold for {years} years. Nobody "
                 "sells them for longer than {limit} years."),
             {{"years", std::to_string(assumptions.years)}, {"limit", std::to_string(kPriceHorizonYears)}}});
    }
}

void addCarbon(Findings& findings, const CostComparison& comparison)
{
    if (comparison.scenarios.front().carbon) {
        findings.push_back(
            {"carbon-estimated",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding",
                            "Carbon is an estimate: power that is estimated, times the yearly mean of "
                            "a country's electricity, without making the hardware."),
             {}});
    }
}

} // namespace

std::vector<Finding> costFindings(const CostComparison& comparison, const CostCandidates& candidates)
{
    Findings findings;
    addIncompletePrice(findings, candidates.build);
    addOwnPrices(findings, candidates.build);
    addPartServed(findings, comparison.scenarios.front());
    addTariff(findings, comparison, candidates);
    addCloudPrices(findings, comparison.scenarios, candidates.pricePolicy);
    addNoEqualOffer(findings, comparison, candidates);
    addExclusions(findings, comparison.excluded);
    addOtherModel(findings, comparison, candidates);
    addHorizon(findings, comparison.assumptions);
    addCarbon(findings, comparison);
    return findings;
}

} // namespace rigwright
