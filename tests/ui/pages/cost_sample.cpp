// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/cost_sample.h"

namespace rigwright::sample {

namespace {

constexpr int kMonths = 36;
constexpr int kMonthsOfYear = 12;

Money dollars(int whole)
{
    return {whole * 100LL, Currency::usd()};
}

/// So much at once and so much each month, with a tenth of the latter around it as its range.
CostScenario scenario(ScenarioKind kind, const char* name, int first, int monthly)
{
    CostScenario made;
    made.kind = kind;
    made.name = name;
    for (int month = 0; month <= kMonths; ++month) {
        made.cumulative.push_back(dollars(first + monthly * month));
        made.cumulativeLow.push_back(dollars(first + monthly * month * 9 / 10));
        made.cumulativeHigh.push_back(dollars(first + monthly * month * 11 / 10));
    }
    for (int year = 1; year <= kMonths / kMonthsOfYear; ++year) {
        made.years.push_back(
            {year, dollars(year == 1 ? first : 0), dollars(monthly * kMonthsOfYear), dollars(first / 3)});
    }
    made.total = made.cumulative.back();
    return made;
}

CostScenario rented(const char* instance, int monthly, PricingModel pricing)
{
    CostScenario made = scenario(ScenarioKind::Cloud, instance, 0, monthly);
    CloudOffer offer;
    offer.id = instance;
    offer.provider = "Nimbus";
    offer.instance = instance;
    offer.pricing = pricing;
    offer.pricePerHour = MoneyRate(1'000'000, Currency::usd());
    offer.source = "https://example.com/prices";
    offer.date = {2026, 7, 1};
    made.offer = offer;
    made.perHour = offer.pricePerHour;
    return made;
}

CostScenario hosted(int monthly)
{
    CostScenario made = scenario(ScenarioKind::Api, "Cumulus qwen-32b", 0, monthly);
    HostedModel model;
    model.offer.id = "cumulus-qwen-32b";
    model.offer.provider = "Cumulus";
    made.hosted = model;
    return made;
}

MoneyRate perMillion(double amount)
{
    return {static_cast<std::int64_t>(amount * 1e6), Currency::usd()};
}

/// Owning costs 1 / utilization, the cloud 2.50 and the API 0.50 per million tokens: crossings at 40 % and nowhere.
UtilizationCurve curve()
{
    UtilizationCurve made;
    constexpr int kPoints = 20;
    for (int i = 1; i <= kPoints; ++i) {
        const double utilization = static_cast<double>(i) / kPoints;
        made.points.push_back({utilization, perMillion(1 / utilization), perMillion(2.5), perMillion(0.5)});
    }
    made.cheaperThanCloudFrom = 0.4;
    return made;
}

/// The advantage over the cloud is 10,800 − (2,400 + 3,600 − 600) = 5,400.
Sensitivity sensitivity()
{
    return {
        1,
        dollars(5400),
        {{{CostFactor::Use, 0.5, 1.5, "The use is a guess"}, dollars(-1000), dollars(11000)},
         {{CostFactor::CloudPrice, 0.7, 1, "Prices fall"}, dollars(2160), dollars(5400)},
         {{CostFactor::HardwarePrice, 0.9, 1.2, {}}, dollars(5640), dollars(4920)},
         {{CostFactor::Electricity, 0.8, 1.3, "The tariff is of households"}, dollars(5500), dollars(5200)}}};
}

} // namespace

CostComparison costComparison()
{
    CostComparison made;
    CostScenario own = scenario(ScenarioKind::Own, "RTX 3090 24 GB", 2400, 100);
    own.years.back().capital = dollars(-600);
    for (auto* months : {&own.cumulative, &own.cumulativeLow, &own.cumulativeHigh}) {
        months->back() -= dollars(600);
    }
    own.total = own.cumulative.back();
    made.scenarios = {own, rented("g1.large", 300, PricingModel::OnDemand), hosted(50),
                      rented("g1.large-spot", 200, PricingModel::Spot)};
    made.breakEven = {1, Months(12), Months(10), Months(15), {}, {}};
    made.apiBreakEven = {2, std::nullopt, std::nullopt, std::nullopt, "It stays cheaper throughout", {}};
    made.traffic.utilization = 0.4;
    made.curve = curve();
    made.sensitivity = sensitivity();
    made.monthlyElectricity = dollars(100);
    made.sources = {{"Electricity",
                     {},
                     "0.18 USD/kWh",
                     SourceKind::Catalog,
                     "https://example.com/tariffs",
                     Date{2026, 1, 1},
                     Verification::Sourced},
                    {"Years", {}, "3", SourceKind::User, {}, std::nullopt, Verification::Unverified}};
    return made;
}

std::shared_ptr<const CostComparison> sharedCostComparison()
{
    return std::make_shared<const CostComparison>(costComparison());
}

} // namespace rigwright::sample
