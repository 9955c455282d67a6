// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_details_card.h"

#include "ui/cell_delegate.h"
#include "ui/cost_cases_view.h"
#include "ui/cost_sources_view.h"
#include "ui/cost_statement.h"
#include "ui/cost_table_model.h"
#include "ui/fields.h"
#include "ui/figure_table_model.h"
#include "ui/table_view.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rigwright {

namespace {
constexpr int kLeastOffer = 230;
constexpr int kRestMs = 150;
} // namespace

CostDetailsCard::CostDetailsCard(QWidget* parent)
    : Card(parent)
    , cases_(new CostCases(this))
    , model_(new CostTableModel(this))
    , sorted_(new QSortFilterProxyModel(this))
    , figuresModel_(new FigureTableModel(this))
{
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(kSortRole);
    build();
    resting_.setSingleShot(true);
    resting_.setInterval(kRestMs);
    connect(&resting_, &QTimer::timeout, this, &CostDetailsCard::fitColumns);
    connect(model_, &CostTableModel::drawnRowsChanged, this, &CostDetailsCard::drawnChanged);
    connect(switch_, &Segments::chosen, this, &CostDetailsCard::showView);
    connect(casesView_, &CostCasesView::loadWanted, this, &CostDetailsCard::loadWanted);
    connect(cases_, &CostCases::edited, this, &CostDetailsCard::casesEdited);
    connect(remarks_, &QPushButton::toggled, this, &CostDetailsCard::refreshCaveats);
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(figuresModel_->asText()); });
    retranslate();
    showView(Offers);
}

QWidget* CostDetailsCard::makeTools()
{
    switch_ = new Segments(QStringLiteral("costViews"));
    switch_->setTexts({QString(), QString(), QString(), QString()});
    switch_->setButtonNames({QStringLiteral("showOffers"), QStringLiteral("showFigures"),
                             QStringLiteral("showCases"), QStringLiteral("showSources")});
    remark_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    copy_ = new QPushButton;
    copy_->setObjectName(QStringLiteral("copyFigures"));
    copy_->setProperty("link", true);
    copy_->setFlat(true);
    remarks_ = new QPushButton;
    remarks_->setObjectName(QStringLiteral("costRemarks"));
    remarks_->setProperty("link", true);
    remarks_->setFlat(true);
    remarks_->setCheckable(true);
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(switch_);
    row->addStretch(1);
    row->addWidget(remark_);
    row->addWidget(remarks_);
    row->addWidget(copy_);
    return tools;
}

QWidget* CostDetailsCard::makeOffers()
{
    offers_ = new TableView;
    offers_->setObjectName(QStringLiteral("costTable"));
    offers_->setStretchColumn(CostTableModel::Offer);
    // Names of hosted models are long; the figures are what is compared.
    offers_->setElasticColumns({CostTableModel::Offer});
    offers_->setLeastElasticWidth(kLeastOffer);
    offers_->setModel(sorted_);
    offers_->setSortingEnabled(true);
    // Owning first, then the cheapest: the order that the comparison comes in.
    offers_->sortByColumn(-1, Qt::AscendingOrder);
    caveats_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    caveats_->setObjectName(QStringLiteral("costCaveats"));
    caveats_->setWordWrap(true);
    auto* offers = new QWidget;
    auto* column = new QVBoxLayout(offers);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(offers_, 1);
    column->addWidget(caveats_);
    return offers;
}

void CostDetailsCard::build()
{
    figures_ = new TableView;
    figures_->setObjectName(QStringLiteral("costFigureTable"));
    figures_->setModel(figuresModel_);
    casesView_ = new CostCasesView(*cases_);
    sources_ = new CostSourcesView;
    stack_ = new QStackedWidget;
    body()->addWidget(makeTools());
    body()->addWidget(stack_, 1);
    stack_->addWidget(makeOffers());
    stack_->addWidget(figures_);
    stack_->addWidget(casesView_);
    stack_->addWidget(sources_);
}

void CostDetailsCard::showView(int view)
{
    switch_->setCurrent(view);
    stack_->setCurrentIndex(view);
    remark_->setVisible(view == Offers);
    copy_->setVisible(view == Figures);
    refreshCaveats();
    if (view == Figures) {
        Q_EMIT figuresWanted();
    }
}

void CostDetailsCard::fitColumns()
{
    offers_->fitColumns();
    figures_->fitColumns();
}

bool CostDetailsCard::showsFigures() const
{
    return stack_->currentIndex() == Figures;
}

void CostDetailsCard::showComparison(const std::shared_ptr<const CostCandidates>& candidates,
                                     const std::shared_ptr<const CostComparison>& comparison)
{
    comparison_ = comparison;
    const int before = model_->rowCount();
    model_->setComparison(comparison, candidates);
    before == model_->rowCount() ? resting_.start() : offers_->fitColumns();
    casesView_->setComparison(candidates, comparison);
    sources_->setComparison(comparison);
    refreshCaveats();
}

void CostDetailsCard::showFigures(const FigureTable& figures)
{
    const bool empty = figures.rows.empty();
    const int rows = figuresModel_->rowCount();
    const int columns = figuresModel_->columnCount();
    figuresModel_->setFigures(figures);
    figures_->setAccessibleName(empty ? tr("Figures of the chart") : figures.title);
    const bool sameShape = rows == figuresModel_->rowCount() && columns == figuresModel_->columnCount();
    sameShape ? resting_.start() : figures_->fitColumns();
    copy_->setEnabled(!empty);
}

std::vector<std::size_t> CostDetailsCard::drawn() const
{
    return model_->drawnRows();
}

void CostDetailsCard::refreshCaveats()
{
    const QStringList notes = comparison_ == nullptr ? QStringList() : costCaveats(*comparison_);
    caveats_->setText(notes.join(QLatin1Char('\n')));
    // One stands below the table; several would leave no room for it, and wait behind a link.
    const bool several = notes.size() > 1;
    const bool offers = stack_->currentIndex() == Offers;
    remarks_->setText(tr("%n remarks", nullptr, static_cast<int>(notes.size())));
    remarks_->setToolTip(caveats_->text());
    remarks_->setVisible(offers && several);
    caveats_->setVisible(!notes.isEmpty() && (!several || remarks_->isChecked()));
}

void CostDetailsCard::retranslate()
{
    setAccessibleName(tr("Costs in tables"));
    switch_->setTexts({tr("Offers"), tr("Figures"), tr("Cases"), tr("Sources")});
    switch_->fitToTexts();
    switch_->setAccessibleName(tr("Table"));
    remark_->setText(tr("the ticked ones are drawn"));
    copy_->setText(tr("Copy"));
    offers_->setEmptyText(tr("Owning, every cloud offer with enough memory and hosted APIs appear here."));
    offers_->setAccessibleName(tr("What can run it"));
    figures_->setEmptyText(tr("The figures of the chart above appear here."));
    model_->retranslate();
    offers_->fitColumns();
    casesView_->retranslate();
    sources_->retranslate();
    refreshCaveats();
}

void CostDetailsCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
