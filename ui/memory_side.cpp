// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/memory_side.h"

#include "ui/detail_table.h"
#include "ui/placement_table.h"
#include "ui/precision_table.h"
#include "ui/table_view.h"

#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rigwright {

MemorySide::MemorySide(QWidget* parent)
    : Card(parent)
    , views_(new QStackedWidget)
{
    buildPrecisions();
    placements_ = new PlacementTable(this);
    placementsTable_ = addTable(QStringLiteral("placementsTable"), placements_);
    placementsTable_->setElasticColumns({PlacementTable::Layout});
    placementsTable_->setBreaksLines(true);
    details_ = new DetailTable(this);
    detailsTable_ = addTable(QStringLiteral("detailsTable"), details_);
    detailsTable_->setElasticColumns({0});
    body()->addWidget(views_, 1);
    const std::array<QString, ViewCount> names{
        QStringLiteral("showPrecisions"), QStringLiteral("showPlacements"), QStringLiteral("showDetails")};
    for (int view = 0; view < ViewCount; ++view) {
        QPushButton* link = addLink(names.at(static_cast<std::size_t>(view)));
        links_.at(static_cast<std::size_t>(view)) = link;
        connect(link, &QPushButton::clicked, this, [this, view] { setView(static_cast<View>(view)); });
    }
    setView(Precisions);
}

TableView* MemorySide::addTable(const QString& objectName, QAbstractItemModel* model)
{
    auto* table = new TableView;
    table->setObjectName(objectName);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setModel(model);
    views_->addWidget(table);
    return table;
}

void MemorySide::buildPrecisions()
{
    precisions_ = new PrecisionTable(this);
    precisionsTable_ = addTable(QStringLiteral("precisionsTable"), precisions_);
    precisionsTable_->horizontalHeader()->setSectionResizeMode(PrecisionTable::Weights, QHeaderView::Stretch);
    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid() && !precisions_->row(index.row()).isCurrent) {
            Q_EMIT precisionChosen(precisions_->row(index.row()).format);
        }
    };
    connect(precisionsTable_, &QTableView::clicked, this, choose);
    connect(precisionsTable_, &TableView::rowActivated, this, choose);
}

void MemorySide::showPrecisions(std::vector<PrecisionRow> rows, bool onDevices)
{
    precisions_->showRows(std::move(rows), onDevices);
    showCurrentPrecision();
}

void MemorySide::showPlacements(std::vector<PlacementRow> rows, Engine engine, int layers, int devices)
{
    placements_->showRows(std::move(rows), engine, layers, devices);
    placementsTable_->fitColumns();
}

void MemorySide::showDetails(const MemoryStudy& study)
{
    study_ = study;
    details_->showStudy(study_);
    detailsTable_->fitColumns();
}

QString MemorySide::detailsText() const
{
    return details_->asText();
}

void MemorySide::setView(View view)
{
    view_ = view;
    views_->setCurrentIndex(view);
    for (int other = 0; other < ViewCount; ++other) {
        links_.at(static_cast<std::size_t>(other))->setVisible(other != view);
    }
    retranslate();
}

void MemorySide::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        precisions_->retranslate();
        precisionsTable_->fitColumns();
        placements_->retranslate();
        placementsTable_->fitColumns();
        showDetails(MemoryStudy(study_));
        retranslate();
    }
}

void MemorySide::retranslate()
{
    links_[Precisions]->setText(tr("Precisions"));
    links_[Placements]->setText(tr("Placements"));
    links_[Details]->setText(tr("Details"));
    const std::array<QString, ViewCount> titles{tr("Precisions side by side"), tr("Placements considered"),
                                                tr("Figures in detail")};
    setTitle(titles.at(static_cast<std::size_t>(view_)));
    precisionsTable_->setAccessibleName(titles[Precisions]);
    placementsTable_->setAccessibleName(titles[Placements]);
    detailsTable_->setAccessibleName(titles[Details]);
    placementsTable_->setEmptyText(tr("Every way to lay the model out shows here once a machine is found."));
}

void MemorySide::showCurrentPrecision()
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
