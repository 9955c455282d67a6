// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/advice_page.h"

#include "ui/claim_details.h"
#include "ui/claim_filter.h"
#include "ui/claim_table_model.h"
#include "ui/fields.h"
#include "ui/finding_table_model.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr int kGap = 12;

std::vector<ClaimCheck> checkAll(const Catalog& catalog, const std::function<bool()>& stopped)
{
    return checkClaims(catalog, fittedCalibration(), stopped);
}

} // namespace

AdvicePage::AdvicePage(QWidget* parent)
    : AdvicePage(checkAll, parent)
{ }

AdvicePage::AdvicePage(Check check, QWidget* parent)
    : QWidget(parent)
    , check_(std::move(check))
    , task_(new LatestTask(this))
    , findings_(new FindingTableModel(this))
    , claims_(new ClaimTableModel(this))
    , filter_(new ClaimFilter(this))
{
    setObjectName(QStringLiteral("advicePage"));
    filter_->setSourceModel(claims_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(kGap);
    all->addWidget(makeFindings(), 1);
    all->addWidget(makeClaims(), 3);
    connect(task_, &LatestTask::finished, this, &AdvicePage::checked);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AdvicePage::select);
    connect(words_, &QLineEdit::textChanged, this, &AdvicePage::refilter);
    connect(kinds_, &Segments::chosen, this, &AdvicePage::refilter);
    retranslate();
}

QWidget* AdvicePage::makeFindings()
{
    findingsTable_ = new TableView;
    findingsTable_->setObjectName(QStringLiteral("findingTable"));
    findingsTable_->setStretchColumn(FindingTableModel::Sentence);
    findingsTable_->setElasticColumns({FindingTableModel::Mend, FindingTableModel::Sentence});
    findingsTable_->setModel(findings_);
    findingsTable_->horizontalHeader()->hide();
    findingsCard_ = new Card;
    findingsCard_->body()->addWidget(findingsTable_, 1);
    dimmer_ = new Dimmer(findingsCard_);
    return findingsCard_;
}

QWidget* AdvicePage::makeTools()
{
    kinds_ = new Segments(QStringLiteral("claimKinds"));
    kinds_->setTexts({tr("All"), tr("Off"), tr("Agree"), tr("Open")});
    kinds_->setButtonNames({QStringLiteral("allClaims"), QStringLiteral("wrongClaims"),
                            QStringLiteral("rightClaims"), QStringLiteral("openClaims")});
    words_ = new QLineEdit;
    words_->setObjectName(QStringLiteral("claimFilter"));
    words_->setClearButtonEnabled(true);
    words_->setMinimumWidth(220);
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(kinds_);
    row->addStretch(1);
    row->addWidget(words_);
    return tools;
}

QWidget* AdvicePage::makeClaims()
{
    table_ = new TableView;
    table_->setObjectName(QStringLiteral("claimTable"));
    table_->setStretchColumn(ClaimTableModel::Reason);
    table_->setElasticColumns({ClaimTableModel::Reason, ClaimTableModel::ClaimColumn});
    table_->setModel(filter_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(ClaimTableModel::Guide, Qt::AscendingOrder);
    details_ = new ClaimDetails;
    details_->setObjectName(QStringLiteral("claimDetails"));
    claimsCard_ = new Card;
    claimsCard_->body()->addWidget(makeTools());
    claimsCard_->body()->addWidget(table_, 1);
    claimsCard_->body()->addSpacing(kGap);
    claimsCard_->body()->addWidget(details_);
    return claimsCard_;
}

void AdvicePage::showAnswer(std::shared_ptr<const EvaluatedBuild> build,
                            std::shared_ptr<const SearchResult> result)
{
    hasAnswer_ = build != nullptr || result != nullptr;
    findings_->setAnswer(std::move(build), std::move(result));
    refreshFindings();
}

void AdvicePage::setCatalog(std::shared_ptr<const Catalog> catalog)
{
    catalog_ = std::move(catalog);
    stale_ = true;
    if (isVisible()) {
        startCheck();
    }
}

void AdvicePage::setBusy(bool busy)
{
    dimmer_->setDimmed(busy);
}

bool AdvicePage::isChecking() const
{
    return isVisible() && task_->isBusy();
}

void AdvicePage::showEvent(QShowEvent* event)
{
    if (stale_) {
        startCheck();
    }
    QWidget::showEvent(event);
}

void AdvicePage::resizeEvent(QResizeEvent* event)
{
    // In a narrow window the claims themselves need the room; why is said in full below the table.
    constexpr int kRoomForReasons = 1200;
    const bool wide = width() >= kRoomForReasons;
    if (table_->isColumnHidden(ClaimTableModel::Reason) == wide) {
        table_->setColumnHidden(ClaimTableModel::Reason, !wide);
        table_->setStretchColumn(wide ? ClaimTableModel::Reason : ClaimTableModel::ClaimColumn);
        table_->fitColumns();
    }
    QWidget::resizeEvent(event);
}

void AdvicePage::startCheck()
{
    if (catalog_ == nullptr) {
        return;
    }
    stale_ = false;
    task_->start([this, catalog = catalog_,
                  check = check_](const std::stop_token& stop) -> LatestTask::Delivery {
        auto checks =
            std::make_shared<const ClaimChecks>(check(*catalog, [&stop] { return stop.stop_requested(); }));
        // The checks point into the catalog that they were made from.
        return [this,
                shared = std::shared_ptr<const ClaimChecks>(
                    checks.get(), [checks, catalog](const ClaimChecks* /*kept*/) {})] {
            claims_->setChecks(shared);
            refreshClaims();
        };
    });
}

void AdvicePage::refreshFindings()
{
    findingsTable_->setEmptyText(hasAnswer_ ? tr("Nothing speaks against the selected machine.")
                                            : tr("There is no machine yet."));
    findingsTable_->setColumnHidden(FindingTableModel::Mend, !findings_->hasMends());
    findingsTable_->fitColumns();
    const int count = findings_->rowCount();
    findingsCard_->setRemark(count == 0 ? QString() : tr("%n to know", nullptr, count));
}

void AdvicePage::refreshClaims()
{
    table_->fitColumns();
    if (claims_->rowCount() == 0) {
        claimsCard_->setRemark(QString());
        return;
    }
    const int wrong = claims_->countOf(ClaimVerdict::TooLow) + claims_->countOf(ClaimVerdict::TooHigh) +
        claims_->countOf(ClaimVerdict::Impossible);
    claimsCard_->setRemark(tr("%1 figures of five guides: %2 agree, %3 are off, %4 leave something open")
                               .arg(claims_->rowCount())
                               .arg(claims_->countOf(ClaimVerdict::Agrees))
                               .arg(wrong)
                               .arg(claims_->countOf(ClaimVerdict::Open)));
    if (!table_->currentIndex().isValid()) {
        table_->selectRow(0);
    }
    select();
}

void AdvicePage::refilter()
{
    filter_->setWords(words_->text());
    filter_->setKind(static_cast<ClaimFilter::Kind>(kinds_->current()));
    if (!table_->currentIndex().isValid() && filter_->rowCount() > 0) {
        table_->selectRow(0);
    }
    select();
}

void AdvicePage::select()
{
    const QModelIndex current = filter_->mapToSource(table_->currentIndex());
    details_->showCheck(current.isValid() ? claims_->check(current.row()) : nullptr);
}

void AdvicePage::retranslate()
{
    findingsCard_->setTitle(tr("Findings of the selected machine"));
    findingsTable_->setAccessibleName(tr("Findings of the selected machine"));
    claimsCard_->setTitle(tr("Claims check"));
    const QStringList kinds{tr("All"), tr("Off"), tr("Agree"), tr("Open")};
    kinds_->setTexts(kinds);
    int widest = 0;
    for (const QString& kind : kinds) {
        widest = std::max(widest, QFontMetrics(fontFor(TextSize::Title)).horizontalAdvance(kind) + 2 * kGap);
    }
    kinds_->setFixedWidth(static_cast<int>(kinds.size()) * widest);
    words_->setPlaceholderText(tr("Filter claims"));
    words_->setAccessibleName(tr("Filter claims"));
    table_->setAccessibleName(tr("Claims check"));
    table_->setEmptyText(tr("No claim to show: clear the filter."));
    findings_->retranslate();
    claims_->retranslate();
    details_->retranslate();
    refreshFindings();
    refreshClaims();
}

void AdvicePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
