// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs_page.h"

#include "ui/assumptions_card.h"
#include "ui/cell_delegate.h"
#include "ui/chart_legend.h"
#include "ui/cost_chart.h"
#include "ui/cost_table_model.h"
#include "ui/cost_words.h"
#include "ui/label.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kGap = 12;

} // namespace

CostsPage::CostsPage(QWidget* parent)
    : QWidget(parent)
    , model_(new CostTableModel(this))
    , sorted_(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("costsPage"));
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(kSortRole);
    pending_.setSingleShot(true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(kGap);
    all->addWidget(makeTop(), 3);
    all->addWidget(makeBottom(), 2);
    dimmer_ = new Dimmer(this);
    connect(&pending_, &QTimer::timeout, this, &CostsPage::compare);
    connect(assumptions_, &AssumptionsCard::changed, this, &CostsPage::scheduleComparison);
    connect(model_, &CostTableModel::drawnRowsChanged, this, &CostsPage::refreshChart);
    connect(chart_, &CostChart::monthPointedAt, this, &CostsPage::refreshLegend);
    retranslate();
}

QWidget* CostsPage::makePlot()
{
    using Ink = ThemedLabel::Ink;
    statement_ = new ThemedLabel(TextSize::Title, Ink::Text);
    statement_->setObjectName(QStringLiteral("breakEvenStatement"));
    statement_->setWordWrap(true);
    totals_ = new ThemedLabel(TextSize::Hint, Ink::Muted);
    totals_->setObjectName(QStringLiteral("costTotals"));
    totals_->setWordWrap(true);
    legend_ = new ChartLegend;
    legend_->setObjectName(QStringLiteral("costLegend"));
    chart_ = new CostChart;
    chart_->setObjectName(QStringLiteral("costChart"));
    auto* plot = new QWidget;
    auto* column = new QVBoxLayout(plot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(statement_);
    column->addWidget(totals_);
    column->addWidget(legend_);
    column->addWidget(chart_, 1);
    return plot;
}

QWidget* CostsPage::makeTop()
{
    empty_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    empty_->setObjectName(QStringLiteral("costsEmpty"));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    chartStack_ = new QStackedWidget;
    chartStack_->addWidget(makePlot());
    chartStack_->addWidget(empty_);
    chartCard_ = new Card;
    chartCard_->body()->addWidget(chartStack_, 1);
    assumptions_ = new AssumptionsCard;
    assumptions_->setObjectName(QStringLiteral("assumptions"));
    auto* top = new QWidget;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(chartCard_, 2);
    row->addWidget(assumptions_, 1);
    return top;
}

QWidget* CostsPage::makeBottom()
{
    table_ = new TableView;
    table_->setObjectName(QStringLiteral("costTable"));
    table_->setStretchColumn(CostTableModel::Offer);
    table_->setElasticColumns({CostTableModel::Gpus, CostTableModel::Offer});
    table_->setModel(sorted_);
    table_->setSortingEnabled(true);
    // Owning first, then the cheapest: the order that the comparison comes in.
    table_->sortByColumn(-1, Qt::AscendingOrder);
    caveats_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    caveats_->setObjectName(QStringLiteral("costCaveats"));
    caveats_->setWordWrap(true);
    // Where there is nothing to compare, the words that say so still have room.
    constexpr int kLeastRows = 6;
    table_->setMinimumHeight(kLeastRows * fontMetrics().height());
    tableCard_ = new Card;
    tableCard_->body()->addWidget(table_, 1);
    tableCard_->body()->addWidget(caveats_);
    return tableCard_;
}

void CostsPage::showBuild(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const EvaluatedBuild> build,
                          const Requirement& requirement)
{
    catalog_ = std::move(catalog);
    build_ = std::move(build);
    requirement_ = requirement;
    if (catalog_ != nullptr) {
        assumptions_->setCurrency(*catalog_, requirement.budget.currency());
    }
    assumptions_->showMachine(build_.get());
    // What was found, or is being found, is another machine's.
    candidates_ = nullptr;
    task_.cancel();
    awaitsMachine_ = catalog_ != nullptr && build_ != nullptr;
    stale_ = awaitsMachine_;
    if (!awaitsMachine_) {
        showNothing({});
    }
    findCandidates();
}

void CostsPage::setBusy(bool busy)
{
    busy_ = busy;
    showProgress();
}

void CostsPage::showProgress()
{
    dimmer_->setDimmed(busy_ || awaitsMachine_);
}

void CostsPage::showEvent(QShowEvent* event)
{
    if (awaitsMachine_ && !task_.isBusy()) {
        findCandidates();
    } else if (stale_) {
        compare();
    }
    QWidget::showEvent(event);
}

bool CostsPage::isComparing() const
{
    return isVisible() && (awaitsMachine_ || stale_);
}

void CostsPage::findCandidates()
{
    showProgress();
    if (!awaitsMachine_ || !isVisible()) {
        return;
    }
    task_.start([this, catalog = catalog_, build = build_, requirement = requirement_,
                 constants = constants_](const std::stop_token&) -> LatestTask::Delivery {
        auto found = std::make_shared<const Expected<CostCandidates>>(
            costCandidates(*catalog, *build, requirement, *constants));
        return [this, found] { takeCandidates(*found); };
    });
}

void CostsPage::takeCandidates(const Expected<CostCandidates>& found)
{
    awaitsMachine_ = false;
    showProgress();
    if (!found) {
        showNothing(found.error().message);
        return;
    }
    candidates_ = std::make_shared<const CostCandidates>(*found);
    compare();
}

void CostsPage::scheduleComparison()
{
    constexpr qint64 kFrameMs = 16;
    stale_ = build_ != nullptr;
    if (!pending_.isActive()) {
        const qint64 since = compared_.isValid() ? compared_.elapsed() : kFrameMs;
        pending_.start(static_cast<int>(std::max<qint64>(0, kFrameMs - since)));
    }
}

void CostsPage::compare()
{
    // Nobody looks, or there is nothing to compare with yet: the one or the other comes back here.
    if (!isVisible() || candidates_ == nullptr) {
        return;
    }
    pending_.stop();
    stale_ = false;
    compared_.start();
    auto comparison = compareCosts(*candidates_, assumptions_->assumptions());
    if (!comparison) {
        showNothing(comparison.error().message);
        return;
    }
    comparison_ = std::make_shared<const CostComparison>(*std::move(comparison));
    error_.clear();
    showComparison();
}

void CostsPage::showNothing(const std::string& reason)
{
    stale_ = false;
    comparison_ = nullptr;
    error_ = reason;
    showComparison();
}

void CostsPage::showComparison()
{
    model_->setComparison(comparison_, build_ == nullptr ? Hardware() : build_->hardware);
    table_->fitColumns();
    assumptions_->showMonthlyElectricity(
        comparison_ == nullptr ? std::nullopt : std::optional(comparison_->monthlyElectricity));
    refreshChart();
    refreshStatement();
}

void CostsPage::refreshChart()
{
    const std::vector<int> rows = model_->drawnRows();
    chart_->show(comparison_, {rows.begin(), rows.end()});
    refreshLegend(-1);
}

void CostsPage::refreshLegend(int month)
{
    std::vector<LegendEntry> entries;
    const std::vector<LegendEntry> lines = chart_->legend();
    for (const int row : model_->drawnRows()) {
        const CostScenario& scenario = *model_->scenario(row);
        QString text = scenarioText(scenario);
        if (month >= 0 && static_cast<std::size_t>(month) < scenario.cumulative.size()) {
            text += QStringLiteral(" · ") + moneyText(scenario.cumulative[static_cast<std::size_t>(month)]);
        }
        LegendEntry entry = lines.at(entries.size());
        entry.text = text;
        entries.push_back(std::move(entry));
    }
    legend_->setEntries(std::move(entries));
    chartCard_->setRemark(month < 0 ? QString() : tr("month %1").arg(month));
}

QString CostsPage::statement() const
{
    if (comparison_->breakEven.months && comparison_->breakEven.against) {
        const CostScenario& cloud = comparison_->scenarios[*comparison_->breakEven.against];
        return tr("Owning pays for itself after %1, against %2.")
            .arg(monthsText(comparison_->breakEven.months->value()), scenarioText(cloud));
    }
    const QString reason = costsText(comparison_->breakEven.noneReason, comparison_->breakEven.noneEvidence);
    return tr("Owning does not pay for itself: %1.").arg(reason);
}

QString CostsPage::totalsText() const
{
    const CostScenario& own = comparison_->scenarios.front();
    QString text = tr("%1 for the machine, %2 a month for electricity.")
                       .arg(moneyText(own.cumulative.front()), moneyText(comparison_->monthlyElectricity));
    if (comparison_->breakEven.months && comparison_->breakEven.against) {
        const CostScenario& cloud = comparison_->scenarios[*comparison_->breakEven.against];
        text += QLatin1Char(' ') +
            tr("Over %n years %1, against %2 in the cloud.", nullptr, comparison_->assumptions.years)
                .arg(moneyText(own.total), moneyText(cloud.total));
    }
    return text;
}

QString CostsPage::caveats() const
{
    QStringList lines;
    if (comparison_->scenarios.size() == 1) {
        lines.append(tr("No cloud offer of the catalog holds this model as the machine does."));
    }
    if (assumptions_->assumptions().running.electricity.micros() == 0) {
        lines.append(tr("Electricity is not counted: enter what a kilowatt-hour costs."));
    }
    for (const Finding& finding : comparison_->findings) {
        lines.append(findingText(finding));
    }
    return lines.join(QLatin1Char('\n'));
}

void CostsPage::refreshStatement()
{
    const bool shown = comparison_ != nullptr;
    chartStack_->setCurrentIndex(shown ? 0 : 1);
    caveats_->setVisible(shown);
    if (!shown) {
        empty_->setText(
            error_.empty()
                ? tr("What a machine costs over the years, against the cloud, appears here once one "
                     "meets the requirement.")
                : QString::fromStdString(error_));
        empty_->setInk(error_.empty() ? ThemedLabel::Ink::Muted : ThemedLabel::Ink::Danger);
        chart_->setAccessibleDescription({});
        return;
    }
    statement_->setText(statement());
    totals_->setText(totalsText());
    const QString notes = caveats();
    caveats_->setText(notes);
    caveats_->setVisible(!notes.isEmpty());
    chart_->setAccessibleDescription(statement_->text());
}

void CostsPage::retranslate()
{
    chartCard_->setTitle(tr("Cumulative cost"));
    tableCard_->setTitle(tr("What can run it"));
    tableCard_->setRemark(tr("the ticked ones are drawn, two of your choice"));
    chart_->setAccessibleName(tr("Cumulative cost"));
    table_->setEmptyText(tr("Owning and every cloud offer with enough memory appear here."));
    table_->setAccessibleName(tr("What can run it"));
    model_->retranslate();
    table_->fitColumns();
    refreshChart();
    refreshStatement();
}

void CostsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::ApplicationPaletteChange) {
        refreshLegend(-1);
    }
}

} // namespace rigwright
