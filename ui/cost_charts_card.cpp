// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_charts_card.h"

#include "ui/chart_export.h"
#include "ui/chart_legend.h"
#include "ui/cost_chart.h"
#include "ui/cost_report.h"
#include "ui/cost_statement.h"
#include "ui/dialog_parts.h"
#include "ui/fields.h"
#include "ui/tornado_chart.h"
#include "ui/utilization_chart.h"
#include "ui/year_chart.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rigwright {

CostChartsCard::CostChartsCard(QWidget* parent)
    : Card(parent)
{
    empty_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    empty_->setObjectName(QStringLiteral("costsEmpty"));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    stack_ = new QStackedWidget;
    stack_->addWidget(makePlot());
    stack_->addWidget(empty_);
    body()->addWidget(stack_, 1);
    connectParts();
    retranslate();
}

QWidget* CostChartsCard::makeTools()
{
    switch_ = new Segments(QStringLiteral("costCharts"));
    switch_->setTexts({QString(), QString(), QString(), QString()});
    switch_->setButtonNames({QStringLiteral("chartOverTime"), QStringLiteral("chartByYear"),
                             QStringLiteral("chartByUse"), QStringLiteral("chartWhatMatters")});
    export_ = namedButton(QStringLiteral("exportCosts"));
    export_->setProperty("link", true);
    export_->setFlat(true);
    menu_ = new QMenu(this);
    svg_ = menu_->addAction(QString());
    svg_->setObjectName(QStringLiteral("exportSvg"));
    png_ = menu_->addAction(QString());
    png_->setObjectName(QStringLiteral("exportPng"));
    menu_->addSeparator();
    pdf_ = menu_->addAction(QString());
    pdf_->setObjectName(QStringLiteral("exportReport"));
    export_->setMenu(menu_);
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(switch_);
    row->addStretch(1);
    row->addWidget(export_);
    return tools;
}

QWidget* CostChartsCard::makePlot()
{
    using Ink = ThemedLabel::Ink;
    statement_ = new ThemedLabel(TextSize::Title, Ink::Text);
    statement_->setObjectName(QStringLiteral("breakEvenStatement"));
    totals_ = new ThemedLabel(TextSize::Hint, Ink::Muted);
    totals_->setObjectName(QStringLiteral("costTotals"));
    message_ = new ThemedLabel(TextSize::Hint, Ink::Muted);
    message_->setObjectName(QStringLiteral("costMessage"));
    for (ThemedLabel* label : {statement_, totals_, message_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    message_->hide();
    legend_ = new ChartLegend;
    legend_->setObjectName(QStringLiteral("costLegend"));
    charts_ = new QStackedWidget;
    addChart(new CostChart, "costChart");
    addChart(new YearChart, "yearChart");
    addChart(new UtilizationChart, "utilizationChart");
    addChart(new TornadoChart, "largeTornadoChart");
    auto* plot = new QWidget;
    auto* column = new QVBoxLayout(plot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(makeTools());
    column->addSpacing(4);
    column->addWidget(statement_);
    column->addWidget(totals_);
    column->addWidget(message_);
    column->addWidget(legend_);
    column->addWidget(charts_, 1);
    return plot;
}

void CostChartsCard::addChart(CostPlot* chart, const char* name)
{
    chart->setObjectName(QString::fromLatin1(name));
    charts_->addWidget(chart);
    plots_.push_back(chart);
}

void CostChartsCard::connectParts()
{
    connect(switch_, &Segments::chosen, this, &CostChartsCard::showChart);
    connect(svg_, &QAction::triggered, this, [this] { saveChart(false); });
    connect(png_, &QAction::triggered, this, [this] { saveChart(true); });
    connect(pdf_, &QAction::triggered, this, &CostChartsCard::saveReport);
    for (const CostPlot* plot : plots_) {
        // What is pointed at takes the place of the totals, so that nothing moves under the pointer.
        connect(plot, &CostPlot::pointedAt, this, [this](const QString& sentence) {
            if (comparison_ != nullptr) {
                totals_->setText(sentence.isEmpty() ? costTotalsSentence(*comparison_) : sentence);
            }
        });
    }
}

CostPlot& CostChartsCard::chart() const
{
    return *plots_[static_cast<std::size_t>(charts_->currentIndex())];
}

void CostChartsCard::showChart(int chart)
{
    charts_->setCurrentIndex(chart);
    refreshChart();
    if (comparison_ != nullptr) {
        totals_->setText(costTotalsSentence(*comparison_));
    }
    Q_EMIT figuresChanged();
}

void CostChartsCard::refreshChart()
{
    // The others follow once they are looked at.
    chart().show(comparison_, drawn_);
    legend_->setEntries(chart().legend());
    chart().setAccessibleName(chart().title());
}

void CostChartsCard::refreshWords()
{
    stack_->setCurrentIndex(comparison_ == nullptr ? 1 : 0);
    if (comparison_ == nullptr) {
        return;
    }
    statement_->setText(breakEvenSentence(*comparison_));
    totals_->setText(costTotalsSentence(*comparison_));
    for (CostPlot* plot : plots_) {
        plot->setAccessibleDescription(statement_->text());
    }
}

void CostChartsCard::showComparison(std::shared_ptr<const CostCandidates> candidates,
                                    std::shared_ptr<const CostComparison> comparison,
                                    const std::vector<std::size_t>& drawn)
{
    candidates_ = std::move(candidates);
    comparison_ = std::move(comparison);
    drawn_ = drawn;
    say({}, false);
    refreshChart();
    refreshWords();
    Q_EMIT figuresChanged();
}

void CostChartsCard::showNothing(const QString& text, bool isError)
{
    empty_->setText(text);
    empty_->setInk(isError ? ThemedLabel::Ink::Danger : ThemedLabel::Ink::Muted);
    showComparison(nullptr, nullptr, {});
}

void CostChartsCard::setDrawn(const std::vector<std::size_t>& drawn)
{
    drawn_ = drawn;
    refreshChart();
    Q_EMIT figuresChanged();
}

void CostChartsCard::complain(const QString& text)
{
    say(text, true);
}

void CostChartsCard::say(const QString& text, bool isError)
{
    message_->setText(text);
    message_->setInk(isError ? ThemedLabel::Ink::Danger : ThemedLabel::Ink::Muted);
    message_->setVisible(!text.isEmpty());
}

FigureTable CostChartsCard::figures() const
{
    return comparison_ == nullptr ? FigureTable() : chart().figures();
}

void CostChartsCard::saveChart(bool asPicture)
{
    if (comparison_ == nullptr) {
        return;
    }
    const QString path = exportChart(this, asPicture ? ChartFormat::Png : ChartFormat::Svg, chart());
    if (!path.isEmpty()) {
        say(tr("Written to %1.").arg(path), false);
    }
}

void CostChartsCard::saveReport()
{
    if (comparison_ == nullptr || candidates_ == nullptr) {
        return;
    }
    const ExportFile file{tr("Save the report"), tr("Cloud or own"), tr("PDF documents (*.pdf)"),
                          QStringLiteral("pdf")};
    const QString path =
        exportFile(this, file, [this](const QString& chosen) { return writeReport(chosen); });
    if (!path.isEmpty()) {
        say(tr("Written to %1.").arg(path), false);
    }
}

Expected<void> CostChartsCard::writeReport(const QString& path) const
{
    CostReportFacts facts;
    facts.subject = tr("%1 on %2", "a model, a machine")
                        .arg(QString::fromStdString(candidates_->modelName),
                             QString::fromStdString(candidates_->build.title));
    facts.verdict = QStringList{breakEvenSentence(*comparison_), costTotalsSentence(*comparison_),
                                costHintSentence(*comparison_)};
    facts.verdict.removeAll(QString());
    facts.date = candidates_->today;
    facts.catalogDate = catalogDate_;
    return writeCostReport(path, comparison_, drawn_, facts);
}

void CostChartsCard::retranslate()
{
    setAccessibleName(tr("Costs in charts"));
    switch_->setTexts({tr("Over time"), tr("By year"), tr("By use"), tr("What matters")});
    switch_->fitToTexts();
    switch_->setAccessibleName(tr("Chart"));
    export_->setText(tr("Export"));
    svg_->setText(tr("Chart as SVG …"));
    png_->setText(tr("Chart as PNG …"));
    pdf_->setText(tr("Report as PDF …"));
    refreshChart();
    refreshWords();
}

void CostChartsCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange && comparison_ != nullptr) {
        legend_->setEntries(chart().legend());
    }
}

} // namespace rigwright
