// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/memory_page.h"

#include "ui/card.h"
#include "ui/components.h"
#include "ui/context_chart.h"
#include "ui/figures_table.h"
#include "ui/memory_bars.h"
#include "ui/precision_table.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright {

namespace {

QStringList componentNames(const Theme& theme)
{
    QStringList names;
    for (const MemoryPart& part : memoryParts({}, theme)) {
        names << part.name;
    }
    return names;
}

QStringList componentFigures(const MemoryComponents& used, const Theme& theme)
{
    QStringList figures;
    for (const MemoryPart& part : memoryParts(used, theme)) {
        figures << gibText(part.amount);
    }
    return figures << gibText(used.total());
}

} // namespace

MemoryPage::MemoryPage(QWidget* parent)
    : QWidget(parent)
    , barsCard_(new Card)
    , curveCard_(new Card)
    , precisionsCard_(new Card)
{
    setObjectName(QStringLiteral("memoryPage"));
    buildBars();
    buildCurve();
    buildPrecisions();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    grid->addWidget(barsCard_, 0, 0, 1, 2);
    grid->addWidget(curveCard_, 1, 0);
    grid->addWidget(precisionsCard_, 1, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setRowStretch(1, 1);
    dimmer_ = new Dimmer(this);
    retranslate();
}

void MemoryPage::buildBars()
{
    bars_ = new MemoryBars;
    barFigures_ = new FiguresTable(this);
    barsTable_ = new TableView;
    barsTable_->setObjectName(QStringLiteral("memoryBarsTable"));
    barsTable_->setModel(barFigures_);
    barsTable_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    barsTable_->setMaximumHeight(140);
    barsTable_->hide();
    barsCard_->body()->addWidget(bars_);
    barsCard_->body()->addWidget(barsTable_);
    copyBars_ = barsCard_->addLink(QStringLiteral("copyMemory"));
    barsAsTable_ = barsCard_->addLink(QStringLiteral("memoryAsTable"));
    connect(copyBars_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(barFigures_->asText()); });
    connect(barsAsTable_, &QPushButton::clicked, this, [this] {
        const bool table = !bars_->isHidden();
        bars_->setHidden(table);
        barsTable_->setVisible(table);
        barsTable_->fitColumns();
        retranslate();
    });
}

void MemoryPage::buildCurve()
{
    curve_ = new ContextChart;
    curveFigures_ = new FiguresTable(this);
    curveTable_ = new TableView;
    curveTable_->setObjectName(QStringLiteral("contextTable"));
    curveTable_->setModel(curveFigures_);
    curveTable_->hide();
    curveCard_->body()->addWidget(curve_, 1);
    curveCard_->body()->addWidget(curveTable_, 1);
    largest_ = curveCard_->addLink(QStringLiteral("largestContext"));
    curveAsTable_ = curveCard_->addLink(QStringLiteral("contextAsTable"));
    connect(curve_, &ContextChart::contextChosen, this, &MemoryPage::contextChosen);
    connect(largest_, &QPushButton::clicked, this, [this] {
        if (study_.curve.largest) {
            Q_EMIT contextChosen(*study_.curve.largest);
        }
    });
    connect(curveAsTable_, &QPushButton::clicked, this, [this] {
        const bool table = !curve_->isHidden();
        curve_->setHidden(table);
        curveTable_->setVisible(table);
        curveTable_->fitColumns();
        retranslate();
    });
}

void MemoryPage::buildPrecisions()
{
    precisions_ = new PrecisionTable(this);
    precisionsTable_ = new TableView;
    precisionsTable_->setObjectName(QStringLiteral("precisionsTable"));
    precisionsTable_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    precisionsTable_->setModel(precisions_);
    precisionsTable_->horizontalHeader()->setSectionResizeMode(PrecisionTable::Weights, QHeaderView::Stretch);
    precisionsCard_->body()->addWidget(precisionsTable_, 1);
    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid() && !precisions_->row(index.row()).isCurrent) {
            Q_EMIT precisionChosen(precisions_->row(index.row()).format);
        }
    };
    connect(precisionsTable_, &QTableView::clicked, this, choose);
    connect(precisionsTable_, &TableView::rowActivated, this, choose);
}

void MemoryPage::showStudy(const MemoryStudy& study)
{
    study_ = study;
    bars_->showBars(study.bars);
    curve_->showCurve(study.curve);
    retranslate();
}

void MemoryPage::showPrecisions(std::vector<PrecisionRow> rows, bool onDevices)
{
    precisions_->showRows(std::move(rows), onDevices);
    showCurrentPrecision();
}

void MemoryPage::setBusy(bool busy)
{
    dimmer_->setDimmed(busy);
}

void MemoryPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        precisions_->retranslate();
        precisionsTable_->fitColumns();
        retranslate();
    }
}

void MemoryPage::retranslate()
{
    barsCard_->setTitle(tr("Where the memory goes"));
    copyBars_->setText(tr("Copy"));
    barsAsTable_->setText(bars_->isHidden() ? tr("Chart") : tr("Table"));
    barsTable_->setAccessibleName(tr("Where the memory goes"));
    curveCard_->setTitle(tr("Memory over context"));
    curveAsTable_->setText(curve_->isHidden() ? tr("Chart") : tr("Table"));
    curveTable_->setAccessibleName(tr("Memory over context"));
    largest_->setVisible(study_.curve.largest.has_value());
    largest_->setText(study_.curve.largest
                          ? tr("Largest that fits: %1 tokens").arg(countText(*study_.curve.largest))
                          : QString());
    precisionsCard_->setTitle(tr("Precisions side by side"));
    precisionsTable_->setAccessibleName(tr("Precisions side by side"));
    fillFigures();
}

void MemoryPage::fillFigures()
{
    const Theme theme = themeFor(palette());
    std::vector<QStringList> bars;
    for (const MemoryBar& bar : study_.bars) {
        bars.push_back(QStringList{barName(bar)} + componentFigures(bar.used, theme)
                       << (bar.capacity ? gibText(*bar.capacity) : QStringLiteral("–")));
    }
    barFigures_->showFigures(QStringList{tr("GiB")} + componentNames(theme) << tr("Total") << tr("Capacity"),
                             std::move(bars));
    std::vector<QStringList> rows;
    for (const ContextPoint& point : study_.curve.points) {
        rows.push_back(QStringList{countText(point.context)} + componentFigures(point.used, theme));
    }
    curveFigures_->showFigures(QStringList{tr("Tokens")} + componentNames(theme) << tr("Total"),
                               std::move(rows));
}

void MemoryPage::showCurrentPrecision()
{
    const int row = precisions_->currentRow();
    const QSignalBlocker quiet(precisionsTable_);
    precisionsTable_->fitColumns();
    // The stretched column gives way last: the chart beside it can be narrower without loss.
    const QAbstractItemView* view = precisionsTable_;
    int width = view->sizeHintForColumn(PrecisionTable::Weights) +
        precisionsTable_->verticalScrollBar()->sizeHint().width();
    for (int column = PrecisionTable::Need; column < PrecisionTable::ColumnCount; ++column) {
        width += precisionsTable_->columnWidth(column);
    }
    precisionsTable_->setMinimumWidth(width);
    if (row >= 0 && precisionsTable_->currentIndex().row() != row) {
        precisionsTable_->selectRow(row);
        precisionsTable_->scrollTo(precisions_->index(row, 0), QAbstractItemView::PositionAtCenter);
    }
}

} // namespace rigwright
