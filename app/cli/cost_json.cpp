// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cost_json.h"

#include "project/cost_assumptions_json.h"

namespace rigwright {

namespace {

constexpr double kDaysPerMonth = 365.0 / 12;

template <class Unit>
Json valueOrNull(const std::optional<Unit>& quantity)
{
    return quantity ? Json(quantity->value()) : Json();
}

Json orNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

Json orNull(const std::optional<MoneyRate>& rate)
{
    return rate ? Json(rate->decimal()) : Json();
}

Json decimals(const std::vector<Money>& amounts)
{
    Json list = Json::array();
    for (const Money& amount : amounts) {
        list.push_back(amount.decimal());
    }
    return list;
}

Json itemsJson(const std::vector<CostItem>& items)
{
    Json list = Json::array();
    for (const CostItem& item : items) {
        list.push_back({{"category", costCategoryName(item.category)},
                        {"capital", isCapital(item.category)},
                        {"total", toJson(item.total())}});
    }
    return list;
}

Json yearsJson(const std::vector<YearCost>& years)
{
    Json list = Json::array();
    for (const YearCost& year : years) {
        list.push_back({{"year", year.year},
                        {"capital", toJson(year.capital)},
                        {"operating", toJson(year.operating)},
                        {"depreciation", toJson(year.depreciation)}});
    }
    return list;
}

Json offerJson(const CostScenario& scenario)
{
    const CloudOffer& offer = *scenario.offer;
    Json json = {{"id", offer.id},
                 {"provider", offer.provider},
                 {"instance", offer.instance},
                 {"gpus", offer.gpuCount},
                 {"pricing", pricingModelName(offer.pricing)},
                 {"region", offer.region},
                 {"price_per_hour", offer.pricePerHour.decimal()},
                 {"currency", offer.pricePerHour.currency().code()},
                 {"date", offer.date.iso()},
                 {"source", offer.source},
                 {"price_kind", priceKindName(offer.kind)}};
    json.update(standingJson(scenario.standing));
    return json;
}

Json hostedJson(const HostedModel& hosted)
{
    const ApiOffer& offer = hosted.offer;
    Json json = {{"id", offer.id},
                 {"provider", offer.provider},
                 {"model", offer.providerModel},
                 {"match", hostedMatchName(hosted.match)},
                 {"catalog_model", hosted.catalogModel},
                 {"aggregator", offer.aggregator},
                 {"prices",
                  {{"input_per_million", offer.input.decimal()},
                   {"cached_input_per_million", orNull(offer.cachedInput)},
                   {"output_per_million", offer.output.decimal()},
                   {"currency", offer.input.currency().code()}}},
                 {"date", offer.date.iso()},
                 {"source", offer.source},
                 {"price_kind", priceKindName(offer.kind)}};
    json.update(standingJson(hosted.standing));
    return json;
}

void addRented(Json& json, const CostScenario& scenario)
{
    json["instances"] = scenario.instances;
    json["instances_to_hold"] = scenario.instancesToHold;
    json["terms"] = scenario.terms == RentalTerms::Reserved ? "reserved" : "as-offered";
    json["per_hour"] = orNull(scenario.perHour);
    json["per_gpu_hour"] = orNull(scenario.perGpuHour);
    json["billed_hours_per_month"] = scenario.billedPerMonth.value();
    json["accelerator_memory_bytes"] = valueOrNull(scenario.acceleratorMemory);
    if (scenario.offer) {
        json["offer"] = offerJson(scenario);
    }
}

Json scenarioJson(const CostScenario& scenario)
{
    Json json = {{"kind", scenarioKindName(scenario.kind)},
                 {"name", scenario.name},
                 {"service", serviceName(scenario.service)},
                 {"served_share", scenario.servedShare},
                 {"monthly", decimals(scenario.cumulative)},
                 {"monthly_low", decimals(scenario.cumulativeLow)},
                 {"monthly_high", decimals(scenario.cumulativeHigh)},
                 {"total", toJson(scenario.total)},
                 {"present_value", toJson(scenario.presentValue)}};
    json["per_million_tokens"] = orNull(scenario.perMillionTokens);
    json["items"] = itemsJson(scenario.items);
    json["years"] = yearsJson(scenario.years);
    json["carbon_kg_co2e"] = valueOrNull(scenario.carbon);
    json["carbon_is_estimate"] = true;
    json["capacity_requests_per_s"] = scenario.capacity ? toJson(*scenario.capacity) : Json();
    addRented(json, scenario);
    json["hosted"] = scenario.hosted ? hostedJson(*scenario.hosted) : Json();
    return json;
}

Json rangeMonths(const BreakEven& breakEven)
{
    if (!breakEven.earliest) {
        return {};
    }
    return {{"earliest", breakEven.earliest->value()}, {"latest", valueOrNull(breakEven.latest)}};
}

Json earnedJson(const BreakEven& breakEven)
{
    if (!breakEven.earned) {
        return {};
    }
    Json json = {{"net_present_value", toJson(breakEven.earned->netPresentValue)}};
    json["internal_rate_per_year"] = orNull(breakEven.earned->yearlyRate);
    json["discounted_payback_months"] = valueOrNull(breakEven.earned->discountedPayback);
    return json;
}

Json excludedJson(const RentalExclusions& excluded)
{
    return {{"unknown_gpus", excluded.unknownGpus},
            {"too_small", excluded.tooSmall},
            {"too_slow", excluded.tooSlow},
            {"other_regions", excluded.otherRegions}};
}

Json nameOf(const CostComparison& comparison, const std::optional<std::size_t>& index)
{
    return index ? Json(comparison.scenarios.at(*index).name) : Json();
}

void addBreakEven(Json& json, const CostComparison& comparison)
{
    const BreakEven& cloud = comparison.breakEven;
    json["break_even_months"] = valueOrNull(cloud.months);
    if (!cloud.months) {
        json["no_break_even_reason"] = fillIn(cloud.noneReason, cloud.noneEvidence);
    }
    json["break_even_against"] = nameOf(comparison, cloud.against);
    json["break_even_range_months"] = rangeMonths(cloud);
    json["break_even_return"] = earnedJson(cloud);
    const BreakEven& api = comparison.apiBreakEven;
    Json hosted = {{"against", nameOf(comparison, api.against)}, {"months", valueOrNull(api.months)}};
    hosted["range_months"] = rangeMonths(api);
    hosted["return"] = earnedJson(api);
    hosted["no_break_even_reason"] = api.months ? Json() : Json(fillIn(api.noneReason, api.noneEvidence));
    json["api_break_even"] = std::move(hosted);
}

Json trafficJson(const TrafficFigures& traffic)
{
    return {{"requests_per_month", traffic.requests.value()},
            {"requests_per_day", traffic.requests.value() / kDaysPerMonth},
            {"peak_requests_per_s", traffic.peak.value()},
            {"input_tokens_per_month", traffic.input.value()},
            {"cached_input_tokens_per_month", traffic.cachedInput.value()},
            {"output_tokens_per_month", traffic.output.value()},
            {"tokens_per_day", (traffic.input + traffic.output).value() / kDaysPerMonth},
            {"utilization", traffic.utilization}};
}

Json curveJson(const UtilizationCurve& curve)
{
    Json points = Json::array();
    for (const UtilizationPoint& point : curve.points) {
        points.push_back({{"utilization", point.utilization},
                          {"own_per_million_tokens", orNull(point.own)},
                          {"cloud_per_million_tokens", orNull(point.cloud)},
                          {"api_per_million_tokens", orNull(point.api)}});
    }
    Json json = {{"points", std::move(points)}};
    json["cheaper_than_cloud_from"] = orNull(curve.cheaperThanCloudFrom);
    json["cheaper_than_api_from"] = orNull(curve.cheaperThanApiFrom);
    return json;
}

Json rangeJson(const FactorRange& range)
{
    Json json = {{"factor", costFactorName(range.factor)}, {"low", range.low}, {"high", range.high}};
    json["reason"] = range.reason.empty() ? Json() : Json(range.reason);
    return json;
}

Json sensitivityJson(const CostComparison& comparison)
{
    const Sensitivity& sensitivity = comparison.sensitivity;
    if (!sensitivity.against) {
        return {};
    }
    Json effects = Json::array();
    for (const FactorEffect& effect : sensitivity.effects) {
        Json json = rangeJson(effect.range);
        json["advantage_at_low"] = toJson(effect.advantageAtLow);
        json["advantage_at_high"] = toJson(effect.advantageAtHigh);
        effects.push_back(std::move(json));
    }
    return {{"against", nameOf(comparison, sensitivity.against)},
            {"advantage", toJson(sensitivity.advantage)},
            {"effects", std::move(effects)}};
}

Json sourcesJson(const std::vector<CostSource>& sources)
{
    Json list = Json::array();
    for (const CostSource& source : sources) {
        Json json = {{"what", fillIn(source.what, source.evidence)},
                     {"value", source.value},
                     {"kind", sourceKindName(source.kind)}};
        json["source"] = source.source.empty() ? Json() : Json(source.source);
        json["date"] = source.date ? Json(source.date->iso()) : Json();
        json["state"] = verificationName(source.state);
        list.push_back(std::move(json));
    }
    return list;
}

/// Everything of one answer but its schema.
void addAnswer(Json& json, const CostAnswer& answer)
{
    const CostComparison& comparison = answer.comparison;
    json["case"] = answer.caseName.empty() ? Json() : Json(answer.caseName);
    Json scenarios = Json::array();
    for (const CostScenario& scenario : comparison.scenarios) {
        scenarios.push_back(scenarioJson(scenario));
    }
    json["scenarios"] = std::move(scenarios);
    json["excluded_cloud_offers"] = excludedJson(comparison.excluded);
    addBreakEven(json, comparison);
    json["traffic"] = trafficJson(comparison.traffic);
    json["utilization_curve"] = curveJson(comparison.curve);
    json["sensitivity"] = sensitivityJson(comparison);
    json["assumptions"] = costAssumptionsJson(comparison.assumptions);
    json["assumptions"]["monthly_electricity"] = toJson(comparison.monthlyElectricity);
    json["ranges"] = Json::array();
    for (const FactorRange& range : answer.ranges) {
        json["ranges"].push_back(rangeJson(range));
    }
    json["sources"] = sourcesJson(comparison.sources);
    json["findings"] = toJson(comparison.findings);
}

} // namespace

Json costsJson(const std::vector<CostAnswer>& answers)
{
    Json json = {{"schema", "rigwright.costs/1"}};
    addAnswer(json, answers.front());
    json["cases"] = Json::array();
    for (std::size_t i = 0; answers.size() > 1 && i < answers.size(); ++i) {
        Json one = Json::object();
        addAnswer(one, answers[i]);
        json["cases"].push_back(std::move(one));
    }
    return json;
}

Json noCostsJson()
{
    return {{"schema", "rigwright.costs/1"}, {"scenarios", Json::array()}};
}

} // namespace rigwright
