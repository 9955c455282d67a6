// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_offer_text.h"

#include "ui/cost_table_model.h"
#include "ui/cost_words.h"
#include "ui/text.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kSecondsAnHour = 3600;

QString hourlyText(const RequestsPerSecond& rate, double sets)
{
    return countText(std::llround(rate.value() * sets * kSecondsAnHour));
}

} // namespace

QString scenarioText(const CostScenario& scenario)
{
    switch (scenario.kind) {
    case ScenarioKind::Own: return CostTableModel::tr("Own: %1").arg(QString::fromStdString(scenario.name));
    case ScenarioKind::Burst:
        return scenario.offer
            ? CostTableModel::tr("Own, at the peak also %1")
                  .arg(QString::fromStdString(scenario.offer->provider + " " + scenario.offer->instance))
            : QString::fromStdString(scenario.name);
    case ScenarioKind::Api: return QString::fromStdString(scenario.name);
    case ScenarioKind::Cloud: break;
    }
    if (!scenario.offer) {
        return QString::fromStdString(scenario.name);
    }
    const CloudOffer& offer = *scenario.offer;
    const QString name = countedText(scenario.instances, offer.provider + " " + offer.instance);
    if (scenario.terms == RentalTerms::Reserved) {
        return CostTableModel::tr("%1, %2", "cloud offer, pricing model")
            .arg(name, CostTableModel::tr("reserved"));
    }
    return offer.pricing == PricingModel::OnDemand
        ? name
        : CostTableModel::tr("%1, %2", "cloud offer, pricing model")
              .arg(name, pricingModelText(offer.pricing));
}

QString countedText(int count, const std::string& name)
{
    const QString one = QString::fromStdString(name);
    return count == 1 ? one : QStringLiteral("%1 × %2").arg(count).arg(one);
}

QString requestsText(const CostScenario& scenario)
{
    if (!scenario.capacity) {
        return {};
    }
    const double sets = scenario.kind == ScenarioKind::Cloud
        ? static_cast<double>(scenario.instances) / std::max(1, scenario.instancesToHold)
        : 1;
    const QString low = hourlyText(scenario.capacity->low, sets);
    const QString high = hourlyText(scenario.capacity->high, sets);
    return low == high ? low : QStringLiteral("%1–%2").arg(low, high);
}

QString carbonText(const KilogramsCo2e& carbon)
{
    return CostTableModel::tr("%1 kg").arg(countText(std::llround(carbon.value())));
}

QString priceText(const CostScenario& scenario)
{
    const auto text = [&scenario](PriceKind kind, const Date& date) {
        return QStringLiteral("%1, %2, %3")
            .arg(priceKindText(kind), dateText(date), ageText(scenario.standing.ageDays));
    };
    if (scenario.offer) {
        return text(scenario.offer->kind, scenario.offer->date);
    }
    if (scenario.hosted) {
        return text(scenario.hosted->offer.kind, scenario.hosted->offer.date);
    }
    return {};
}

QString priceTip(const CostScenario& scenario)
{
    if (scenario.hosted) {
        return QString::fromStdString(scenario.hosted->offer.source);
    }
    return scenario.offer ? QStringLiteral("%1 · %2").arg(QString::fromStdString(scenario.offer->source),
                                                          QString::fromStdString(scenario.offer->region))
                          : QString();
}

QString serviceReason(const CostScenario& scenario)
{
    constexpr double kMostPart = 0.99;
    switch (scenario.service) {
    case Service::Same: return {};
    case Service::Unverified:
        return CostTableModel::tr("It holds the model, but how fast it runs it is not known; so it is never "
                                  "compared with owning. The total is for one set of instances in the hours "
                                  "with requests.");
    case Service::Part:
        return CostTableModel::tr("It answers %1 of the requests; more come at the peak than it can answer.")
            .arg(shareText(std::min(scenario.servedShare, kMostPart)));
    }
    return {};
}

QString matchText(const CostScenario& scenario)
{
    if (!scenario.hosted || scenario.hosted->match == HostedMatch::Same) {
        return {};
    }
    const QString model = QString::fromStdString(scenario.hosted->catalogModel);
    return scenario.hosted->match == HostedMatch::Family
        ? CostTableModel::tr("Nobody hosts this model: %1 is the nearest of its family.").arg(model)
        : CostTableModel::tr("Nobody hosts this model or its family: %1 is the nearest in size.").arg(model);
}

} // namespace rigwright
