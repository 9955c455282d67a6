// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_report.h"

#include "ui/cost_chart.h"
#include "ui/cost_table_model.h"
#include "ui/cost_words.h"
#include "ui/report_document.h"
#include "ui/text.h"
#include "ui/tornado_chart.h"
#include "ui/utilization_chart.h"
#include "ui/year_chart.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

struct CostReport {
    Q_DECLARE_TR_FUNCTIONS(rigwright::CostReport)
};

constexpr int kChartHeight = 360;
constexpr std::size_t kMostScenarios = 40; ///< beyond them, a catalog's offers are of no interest on paper

QString rateOr(const std::optional<MoneyRate>& rate, QString (*text)(const MoneyRate&))
{
    return rate ? text(*rate) : QStringLiteral("–");
}

QString carbonText(const std::optional<KilogramsCo2e>& carbon)
{
    return carbon ? CostReport::tr("%1 kg").arg(QLocale().toString(carbon->value(), 'f', 0))
                  : QStringLiteral("–");
}

QString priceText(const CostScenario& scenario)
{
    if (scenario.offer) {
        return QStringLiteral("%1, %2").arg(priceKindText(scenario.offer->kind),
                                            dateText(scenario.offer->date));
    }
    return scenario.hosted ? dateText(scenario.hosted->offer.date) : CostReport::tr("bill of materials");
}

FigureTable scenarioTable(const CostComparison& comparison)
{
    FigureTable table{CostReport::tr("Scenarios"),
                      {CostReport::tr("Scenario"), CostReport::tr("Per hour"), CostReport::tr("Total"),
                       CostReport::tr("Present value"), CostReport::tr("Per million tokens"),
                       CostReport::tr("CO₂e, estimate"), CostReport::tr("Price of")},
                      {},
                      {0, 6}};
    for (const CostScenario& scenario : comparison.scenarios) {
        if (table.rows.size() == kMostScenarios) {
            break;
        }
        const bool unverified = scenario.service == Service::Unverified;
        table.rows.push_back(
            {unverified ? CostReport::tr("%1 (speed unknown: not compared)").arg(scenarioText(scenario))
                        : scenarioText(scenario),
             rateOr(scenario.perHour, moneyRateText), moneyText(scenario.total),
             moneyText(scenario.presentValue), rateOr(scenario.perMillionTokens, perMillionText),
             carbonText(scenario.carbon), priceText(scenario)});
    }
    return table;
}

bool isAssumed(const CostSource& source)
{
    return source.kind == SourceKind::User || source.kind == SourceKind::Default;
}

FigureTable assumptionTable(const CostComparison& comparison)
{
    FigureTable table{CostReport::tr("Assumptions"),
                      {CostReport::tr("What"), CostReport::tr("Value"), CostReport::tr("Who says so")},
                      {},
                      {0, 1, 2}};
    for (const CostSource& source : comparison.sources) {
        if (isAssumed(source)) {
            table.rows.push_back(
                {costsText(source.what, source.evidence), QString::fromStdString(source.value),
                 source.kind == SourceKind::User ? CostReport::tr("you")
                                                 : CostReport::tr("default of the program")});
        }
    }
    return table;
}

FigureTable sourceTable(const CostComparison& comparison)
{
    FigureTable table{CostReport::tr("Sources"),
                      {CostReport::tr("What"), CostReport::tr("Value"), CostReport::tr("Source"),
                       CostReport::tr("Date"), CostReport::tr("State")},
                      {},
                      {0, 1, 2, 3, 4}};
    for (const CostSource& source : comparison.sources) {
        if (!isAssumed(source)) {
            const bool estimate = source.kind == SourceKind::Estimate;
            table.rows.push_back(
                {costsText(source.what, source.evidence), QString::fromStdString(source.value),
                 estimate && source.source.empty() ? CostReport::tr("worked out from the machine")
                                                   : QString::fromStdString(source.source),
                 source.date ? dateText(*source.date) : QStringLiteral("–"),
                 estimate ? CostReport::tr("estimate") : verificationText(source.state)});
        }
    }
    return table;
}

void addHead(ReportDocument& report, const CostComparison& comparison, const CostReportFacts& facts)
{
    report.addTitle(CostReport::tr("Cloud or own"));
    report.addParagraph(facts.subject);
    report.addParagraph(CostReport::tr("%1 · catalog of %2 · %3")
                            .arg(dateText(facts.date), dateText(facts.catalogDate),
                                 CostReport::tr("%n years", nullptr, comparison.assumptions.years)),
                        ReportDocument::Tone::Muted);
    for (qsizetype i = 0; i < facts.verdict.size(); ++i) {
        report.addParagraph(facts.verdict[i],
                            i == 0 ? ReportDocument::Tone::Lead : ReportDocument::Tone::Plain);
    }
    for (const Finding& finding : comparison.findings) {
        report.addParagraph(CostReport::tr("%1: %2", "severity, finding")
                                .arg(severityText(finding.severity), findingText(finding)));
    }
}

void addTable(ReportDocument& report, const FigureTable& table)
{
    report.addHeading(table.title);
    if (table.rows.empty()) {
        report.addParagraph(CostReport::tr("Nothing to show."), ReportDocument::Tone::Muted);
    }
    report.addTable(table);
}

} // namespace

Expected<void> writeCostReport(const QString& path, const std::shared_ptr<const CostComparison>& comparison,
                               const std::vector<std::size_t>& drawn, const CostReportFacts& facts)
{
    if (comparison == nullptr) {
        return fail(CostReport::tr("There is no comparison to report yet.").toStdString());
    }
    CostChart months;
    YearChart years;
    UtilizationChart utilization;
    TornadoChart factors;
    const QString subject = facts.subject.simplified();
    ReportDocument report(CostReport::tr("Cloud or own"), QStringLiteral("Rigwright · ") + subject);
    addHead(report, *comparison, facts);
    addTable(report, scenarioTable(*comparison));
    if (comparison->scenarios.size() > kMostScenarios) {
        report.addParagraph(CostReport::tr("%n more cost more, or can't be compared.", nullptr,
                                           static_cast<int>(comparison->scenarios.size() - kMostScenarios)),
                            ReportDocument::Tone::Muted);
    }
    addTable(report, itemFigures(*comparison, drawn));
    for (CostPlot* chart : std::array<CostPlot*, 4>{&months, &years, &utilization, &factors}) {
        chart->show(comparison, drawn);
        report.addHeading(chart->title(), true);
        report.addChart(*chart, {{}, chart->printedLegend()}, kChartHeight);
        report.addTable(chart->figures());
    }
    report.addHeading(CostReport::tr("Assumptions and sources"), true);
    addTable(report, assumptionTable(*comparison));
    addTable(report, sourceTable(*comparison));
    return report.write(path);
}

} // namespace rigwright
