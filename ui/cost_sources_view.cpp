// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_sources_view.h"

#include "ui/cell_delegate.h"
#include "ui/cost_sources_model.h"
#include "ui/label.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr int kLeastWidth = 210;

/// Rows that contain every word, in any order.
QRegularExpression patternOf(const QString& words)
{
    QString pattern;
    for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        pattern += QStringLiteral("(?=.*%1)").arg(QRegularExpression::escape(word));
    }
    return QRegularExpression(
        pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
}

} // namespace

CostSourcesView::CostSourcesView(QWidget* parent)
    : QWidget(parent)
    , model_(new CostSourcesModel(this))
    , filtered_(new QSortFilterProxyModel(this))
    , filter_(new QLineEdit)
    , count_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , table_(new TableView)
{
    filtered_->setSourceModel(model_);
    filtered_->setFilterRole(kSearchRole);
    filtered_->setSortRole(kSortRole);
    filtered_->setDynamicSortFilter(true);
    filter_->setObjectName(QStringLiteral("sourceFilter"));
    filter_->setClearButtonEnabled(true);
    count_->setObjectName(QStringLiteral("sourceCount"));
    table_->setObjectName(QStringLiteral("sourceTable"));
    table_->setStretchColumn(CostSourcesModel::What);
    table_->setElasticColumns({CostSourcesModel::Source, CostSourcesModel::Value, CostSourcesModel::What});
    table_->setLeastElasticWidth(kLeastWidth);
    table_->setModel(filtered_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(-1, Qt::AscendingOrder);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(12);
    tools->addWidget(filter_, 1);
    tools->addWidget(count_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addLayout(tools);
    all->addWidget(table_, 1);
    connect(filter_, &QLineEdit::textChanged, this, &CostSourcesView::refilter);
    retranslate();
}

void CostSourcesView::setComparison(const std::shared_ptr<const CostComparison>& comparison)
{
    comparison_ = comparison;
    stale_ = true;
    if (isVisible()) {
        take();
    }
}

void CostSourcesView::showEvent(QShowEvent* event)
{
    if (stale_) {
        take();
    }
    QWidget::showEvent(event);
}

void CostSourcesView::take()
{
    stale_ = false;
    const int before = model_->rowCount();
    model_->setComparison(comparison_);
    if (model_->rowCount() != before) {
        table_->fitColumns();
    }
    refilter();
}

void CostSourcesView::refilter()
{
    filtered_->setFilterRegularExpression(patternOf(filter_->text()));
    count_->setText(
        filter_->text().trimmed().isEmpty()
            ? tr("%n figures", nullptr, model_->rowCount())
            : tr("%1 of %2").arg(countText(filtered_->rowCount()), countText(model_->rowCount())));
    table_->setEmptyText(model_->rowCount() > 0
                             ? tr("No figure contains these words.")
                             : tr("Where every figure of a comparison comes from stands here."));
}

void CostSourcesView::retranslate()
{
    filter_->setPlaceholderText(tr("Filter: tariff, AWS, default …"));
    filter_->setAccessibleName(tr("Filter the sources"));
    table_->setAccessibleName(tr("Sources of the figures"));
    model_->retranslate();
    table_->fitColumns();
    refilter();
}

} // namespace rigwright
