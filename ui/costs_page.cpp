// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs_page.h"

#include "costs/ranges.h"
#include "ui/assumptions_card.h"
#include "ui/cost_charts_card.h"
#include "ui/cost_details_card.h"
#include "ui/cost_statement.h"
#include "ui/saved_assumptions.h"
#include "ui/tornado_chart.h"

#include <QEvent>
#include <QGridLayout>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kGap = 12;
constexpr int kSideWidth = 300;
constexpr int kRestMs = 400;

} // namespace

CostsPage::CostsPage(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("costsPage"));
    pending_.setSingleShot(true);
    resting_.setSingleShot(true);
    resting_.setInterval(kRestMs);
    build();
    connectParts();
    retranslate();
    showNothing({});
}

CostsPage::~CostsPage()
{
    if (resting_.isActive()) {
        saveThem();
    }
}

void CostsPage::build()
{
    charts_ = new CostChartsCard;
    assumptions_ = new AssumptionsCard;
    assumptions_->setObjectName(QStringLiteral("assumptions"));
    details_ = new CostDetailsCard;
    factors_ = new TornadoChart;
    factors_->setObjectName(QStringLiteral("tornadoChart"));
    factorsCard_ = new Card;
    factorsCard_->body()->addWidget(factors_, 1);
    for (QWidget* side : {static_cast<QWidget*>(assumptions_), static_cast<QWidget*>(factorsCard_)}) {
        side->setFixedWidth(kSideWidth);
    }
    // The rows share the height as 3 to 2, whatever their contents would like.
    for (QWidget* card : {static_cast<QWidget*>(charts_), static_cast<QWidget*>(details_),
                          static_cast<QWidget*>(assumptions_), static_cast<QWidget*>(factorsCard_)}) {
        card->setSizePolicy(card->sizePolicy().horizontalPolicy(), QSizePolicy::Ignored);
    }
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kGap);
    grid->addWidget(charts_, 0, 0);
    grid->addWidget(assumptions_, 0, 1);
    grid->addWidget(details_, 1, 0);
    grid->addWidget(factorsCard_, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(0, 3);
    grid->setRowStretch(1, 2);
    dimmer_ = new Dimmer(this);
}

void CostsPage::connectParts()
{
    connect(&pending_, &QTimer::timeout, this, &CostsPage::compare);
    connect(&resting_, &QTimer::timeout, this, &CostsPage::saveThem);
    connect(assumptions_, &AssumptionsCard::changed, this, [this] {
        keepAssumptions();
        scheduleComparison();
        Q_EMIT assumptionsEdited();
    });
    connect(details_, &CostDetailsCard::casesEdited, this, &CostsPage::casesEdited);
    connect(details_, &CostDetailsCard::drawnChanged, this, &CostsPage::showDrawn);
    connect(details_, &CostDetailsCard::figuresWanted, this, &CostsPage::showFigures);
    connect(details_, &CostDetailsCard::loadWanted, assumptions_, &AssumptionsCard::setAssumptions);
    connect(charts_, &CostChartsCard::figuresChanged, this, &CostsPage::showFigures);
}

void CostsPage::openCases(const std::filesystem::path& file)
{
    details_->openCases(file);
}

const std::vector<CostCase>& CostsPage::cases() const
{
    return details_->cases();
}

void CostsPage::showCases(const std::vector<CostCase>& cases)
{
    details_->showCases(cases);
}

std::optional<CostAssumptions> CostsPage::defaults() const
{
    const std::optional<Currency>& currency = assumptions_->currency();
    if (catalog_ == nullptr || !currency) {
        return std::nullopt;
    }
    const auto found = defaultAssumptions(*catalog_, *currency);
    return found ? std::optional(inCurrency(*found, catalog_->rates, *currency)) : std::nullopt;
}

std::optional<CostAssumptions> CostsPage::chosenAssumptions() const
{
    const std::optional<CostAssumptions> usual = defaults();
    const CostAssumptions& assumed = assumptions_->assumptions();
    return catalog_ == nullptr || usual == assumed ? std::nullopt : std::optional(assumed);
}

void CostsPage::showAssumptions(const std::optional<CostAssumptions>& assumptions)
{
    const std::optional<CostAssumptions> wanted = assumptions ? assumptions : defaults();
    if (wanted && *wanted != assumptions_->assumptions()) {
        assumptions_->showAssumptions(*wanted);
        scheduleComparison();
    }
}

void CostsPage::showBuild(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const EvaluatedBuild> build,
                          const Requirement& requirement)
{
    catalog_ = std::move(catalog);
    build_ = std::move(build);
    requirement_ = requirement;
    const Currency currency = requirement.budget.currency();
    if (catalog_ != nullptr) {
        if (resting_.isActive()) {
            saveThem();
        }
        assumptions_->setCurrency(
            catalog_, currency, settings_ == nullptr ? std::nullopt : savedAssumptions(*settings_, currency));
        charts_->setCatalogDate(catalog_->date);
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
    // What is missing is said beside its field, and the last answer stays.
    if (!assumptions_->isComplete()) {
        return;
    }
    const CostAssumptions& assumed = assumptions_->assumptions();
    auto comparison = compareCosts(*candidates_, assumed);
    if (!comparison) {
        const std::string& why = comparison.error().message;
        if (comparison_ == nullptr) {
            showNothing(why);
        } else {
            charts_->complain(QString::fromStdString(why));
        }
        return;
    }
    comparison_ = std::make_shared<const CostComparison>(*std::move(comparison));
    assumptions_->showRanges(rangesFor(*comparison_, *candidates_));
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
    const bool shown = comparison_ != nullptr;
    details_->showComparison(candidates_, comparison_);
    assumptions_->showMonthlyElectricity(shown ? std::optional(comparison_->monthlyElectricity)
                                               : std::nullopt);
    assumptions_->showHint(shown ? costHintSentence(*comparison_) : QString());
    if (shown) {
        error_.clear();
        charts_->showComparison(candidates_, comparison_, details_->drawn());
    } else {
        charts_->showNothing(
            error_.empty()
                ? tr("What a machine costs over the years, against the cloud and a hosted API, appears here "
                     "once one meets the requirement.")
                : QString::fromStdString(error_),
            !error_.empty());
    }
    factors_->show(comparison_, details_->drawn());
}

void CostsPage::showDrawn()
{
    charts_->setDrawn(details_->drawn());
    factors_->show(comparison_, details_->drawn());
}

void CostsPage::showFigures()
{
    if (details_->showsFigures()) {
        details_->showFigures(charts_->figures());
    }
}

void CostsPage::keepAssumptions()
{
    if (settings_ != nullptr) {
        resting_.start();
    }
}

void CostsPage::saveThem()
{
    resting_.stop();
    const std::optional<Currency>& currency = assumptions_->currency();
    if (settings_ == nullptr || catalog_ == nullptr || !currency) {
        return;
    }
    // Defaults are not kept: those of the next catalog are better ones.
    saveAssumptions(*settings_, *currency, chosenAssumptions());
}

void CostsPage::retranslate()
{
    factorsCard_->setTitle(tr("What matters most"));
    factors_->setAccessibleName(tr("What matters most"));
    if (comparison_ == nullptr) {
        showComparison();
    } else {
        assumptions_->showHint(costHintSentence(*comparison_));
    }
}

void CostsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
