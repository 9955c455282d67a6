// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_statement.h"

#include "ui/cost_table_model.h"
#include "ui/cost_words.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace rigwright {

namespace {

struct CostStatement {
    Q_DECLARE_TR_FUNCTIONS(rigwright::CostStatement)
};

constexpr double kHoursADay = 24;

const CostScenario* scenarioAt(const CostComparison& comparison, const std::optional<std::size_t>& index)
{
    return index ? &comparison.scenarios.at(*index) : nullptr;
}

QString reasonText(const BreakEven& breakEven)
{
    return costsText(breakEven.noneReason, breakEven.noneEvidence);
}

/// "6.3", "12"
QString hoursText(double hours)
{
    const double tenths = std::round(hours * 10) / 10;
    return QLocale().toString(tenths, 'f', tenths == std::round(tenths) ? 0 : 1);
}

/// "At 6 hours a day", "At 35 % of what the machine can do"
QString useText(const CostComparison& comparison)
{
    const Use& use = comparison.assumptions.use;
    if (use.kind == UseKind::Hours) {
        return CostStatement::tr("At %1 hours a day").arg(hoursText(use.utilization * kHoursADay));
    }
    return comparison.traffic.utilization > 0
        ? CostStatement::tr("At %1 of what the machine can do").arg(shareText(comparison.traffic.utilization))
        : CostStatement::tr("At this use");
}

/// "from 3.1 hours a day on", "from 13 % of what the machine can do on"
QString fromText(const CostComparison& comparison, double utilization)
{
    return comparison.assumptions.use.kind == UseKind::Hours
        ? CostStatement::tr("from %1 hours a day on").arg(hoursText(utilization * kHoursADay))
        : CostStatement::tr("from %1 of what the machine can do on").arg(shareText(utilization));
}

QString cheapestText(const CostComparison& comparison)
{
    const CostScenario& own = comparison.scenarios.front();
    const CostScenario* cloud = scenarioAt(comparison, comparison.breakEven.against);
    const CostScenario* api = scenarioAt(comparison, comparison.apiBreakEven.against);
    const int years = comparison.assumptions.years;
    if ((cloud == nullptr && api == nullptr) || own.service != Service::Same) {
        return {};
    }
    const CostScenario* cheapest = &own;
    for (const CostScenario* other : {cloud, api}) {
        cheapest = other != nullptr && other->total < cheapest->total ? other : cheapest;
    }
    const QString sentence = cheapest == &own
        ? CostStatement::tr("%1 owning is cheapest over %n years", nullptr, years)
        : cheapest == api ? CostStatement::tr("%1 the API is cheapest over %n years", nullptr, years)
                          : CostStatement::tr("%1 the cloud is cheapest over %n years", nullptr, years);
    return sentence.arg(useText(comparison));
}

QString crossingText(const CostComparison& comparison)
{
    const auto& cloudFrom = comparison.curve.cheaperThanCloudFrom;
    const auto& apiFrom = comparison.curve.cheaperThanApiFrom;
    QStringList parts;
    if (cloudFrom) {
        parts << CostStatement::tr("%1 owning beats the cloud").arg(fromText(comparison, *cloudFrom));
    } else if (comparison.breakEven.against && !comparison.curve.points.empty()) {
        parts << CostStatement::tr("no use makes owning beat the cloud");
    }
    if (apiFrom) {
        parts << CostStatement::tr("%1 it beats the API").arg(fromText(comparison, *apiFrom));
    }
    return parts.join(CostStatement::tr(", ", "between clauses"));
}

} // namespace

QString breakEvenSentence(const CostComparison& comparison)
{
    const BreakEven& cloud = comparison.breakEven;
    const BreakEven& answer = cloud.against ? cloud : comparison.apiBreakEven;
    const CostScenario* other = scenarioAt(comparison, answer.against);
    if (answer.months && other != nullptr) {
        return CostStatement::tr("Owning pays for itself after %1, against %2.")
            .arg(breakEvenText(answer), scenarioText(*other));
    }
    const QString why = CostStatement::tr("Owning does not pay for itself: %1.").arg(reasonText(answer));
    return answer.earliest ? why + QLatin1Char(' ') +
            CostStatement::tr("At best it does after %1.").arg(monthsText(answer.earliest->value()))
                           : why;
}

QString costTotalsSentence(const CostComparison& comparison)
{
    const CostScenario& own = comparison.scenarios.front();
    const QString paid =
        CostStatement::tr("%1 at the start, %2 a month.")
            .arg(moneyText(own.cumulative.front()), moneyText(own.cumulative.at(1) - own.cumulative.front()));
    const CostScenario* cloud = scenarioAt(comparison, comparison.breakEven.against);
    const CostScenario* api = scenarioAt(comparison, comparison.apiBreakEven.against);
    const int years = comparison.assumptions.years;
    QString totals;
    if (cloud != nullptr && api != nullptr) {
        totals = CostStatement::tr("Over %n years %1; cloud %2, API %3.", nullptr, years)
                     .arg(moneyText(own.total), moneyText(cloud->total), moneyText(api->total));
    } else if (cloud != nullptr) {
        totals = CostStatement::tr("Over %n years %1; cloud %2.", nullptr, years)
                     .arg(moneyText(own.total), moneyText(cloud->total));
    } else if (api != nullptr) {
        totals = CostStatement::tr("Over %n years %1; API %2.", nullptr, years)
                     .arg(moneyText(own.total), moneyText(api->total));
    } else {
        totals = CostStatement::tr("Over %n years %1.", nullptr, years).arg(moneyText(own.total));
    }
    return paid + QLatin1Char(' ') + totals;
}

QString costHintSentence(const CostComparison& comparison)
{
    QStringList parts;
    for (const QString& part : {cheapestText(comparison), crossingText(comparison)}) {
        if (!part.isEmpty()) {
            parts << part;
        }
    }
    if (parts.isEmpty()) {
        return {};
    }
    QString sentence = CostStatement::tr("%1.", "a sentence")
                           .arg(parts.join(CostStatement::tr("; ", "between parts of a sentence")));
    sentence[0] = sentence.at(0).toUpper();
    return sentence;
}

QStringList costCaveats(const CostComparison& comparison)
{
    QStringList lines;
    if (comparison.assumptions.running.electricity.micros() == 0) {
        lines << CostStatement::tr("Electricity is not counted: enter what a kilowatt-hour costs.");
    }
    for (const Finding& finding : comparison.findings) {
        lines << findingText(finding);
    }
    return lines;
}

} // namespace rigwright
