// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_page.h"

#include "ui/catalog_filters.h"
#include "ui/catalog_import_dialog.h"
#include "ui/catalog_library.h"
#include "ui/catalog_table_model.h"
#include "ui/part_compare_dialog.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSplitter>

#include <algorithm>

namespace rigwright {

CatalogPage::CatalogPage(CatalogLibrary& library, const Date& today, QWidget* parent)
    : QWidget(parent)
    , library_(library)
    , today_(today)
    , filters_(new CatalogFilters)
    , model_(new CatalogTableModel(today, this))
    , details_(new CatalogDetails(today))
    , search_(nullptr)
{
    setObjectName(QStringLiteral("catalogPage"));
    constexpr int kFiltersWidth = 210;
    constexpr int kGap = 12;
    constexpr int kListHeight = 316;
    constexpr int kDetailsHeight = 280;
    filters_->setFixedWidth(kFiltersWidth);
    splitter_ = new QSplitter(Qt::Vertical);
    splitter_->setObjectName(QStringLiteral("catalogSplitter"));
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(kGap);
    splitter_->addWidget(makeList());
    splitter_->addWidget(details_);
    splitter_->setSizes({kListHeight, kDetailsHeight});
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 1);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(kGap);
    all->addWidget(filters_);
    all->addWidget(splitter_, 1);
    connectParts();
    retranslate();
    takeView();
}

void CatalogPage::connectParts()
{
    connect(&library_, &CatalogLibrary::changed, this, &CatalogPage::takeView);
    connect(&library_, &CatalogLibrary::done, this, &CatalogPage::tellOf);
    connect(filters_, &CatalogFilters::changed, this, &CatalogPage::search);
    connect(filters_, &CatalogFilters::policyChosen, this, [this](const PricePolicy& policy) {
        if (policy != library_.view()->catalog->pricePolicy) {
            library_.setPricePolicy(policy);
        }
    });
    connect(words_, &QLineEdit::textChanged, this, &CatalogPage::search);
    connect(&search_, &LatestTask::finished, this, &CatalogPage::settled);
    connect(table_->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) {
                const bool sorts = column >= 0 && column < model_->columnCount();
                order_ = sorts ? CatalogOrder{model_->orderOf(column), order == Qt::DescendingOrder}
                               : CatalogOrder();
                search();
            });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CatalogPage::showSelected);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CatalogPage::showActions);
    connect(table_, &QTableView::clicked, this, &CatalogPage::clickCell);
    connect(table_, &TableView::rowActivated, this, &CatalogPage::activateCell);
    connect(details_, &CatalogDetails::asked, this, &CatalogPage::ask);
    connect(import_, &QPushButton::clicked, this, &CatalogPage::importParts);
    connect(export_, &QPushButton::clicked, this, &CatalogPage::exportParts);
    connect(compare_, &QPushButton::clicked, this, &CatalogPage::compareParts);
    connect(add_, &QPushButton::clicked, this, [this] { details_->beginPart(filters_->table()); });
    const auto all = [this](bool PartMarks::*mark) {
        return std::ranges::all_of(selectedParts(),
                                   [mark](const PartEntry* part) { return part->marks.*mark; });
    };
    connect(favourite_, &QPushButton::clicked, this,
            [this, all] { ask(markFavourite(selectedParts(), !all(&PartMarks::favourite))); });
    connect(hide_, &QPushButton::clicked, this,
            [this, all] { ask(markHidden(selectedParts(), !all(&PartMarks::hidden))); });
    connect(duplicate_, &QPushButton::clicked, this, [this] {
        if (const PartEntry* part = selectedPart()) {
            ask(duplicatePart(*library_.view(), *part));
        }
    });
    connect(remove_, &QPushButton::clicked, this, [this] { ask(removeParts(selectedParts())); });
    connect(reset_, &QPushButton::clicked, this, [this] { ask(resetParts(selectedParts())); });
}

bool CatalogPage::isSettled() const
{
    return !search_.isBusy() && !library_.isBusy();
}

const PartEntry* CatalogPage::selectedPart() const
{
    return details_->part();
}

std::vector<const PartEntry*> CatalogPage::selectedParts() const
{
    std::vector<const PartEntry*> parts;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows()) {
        if (const PartEntry* part = model_->part(index.row())) {
            parts.push_back(part);
        }
    }
    return parts;
}

void CatalogPage::takeView()
{
    filters_->showView(*library_.view(), library_.canChange());
    add_->setVisible(library_.canChange());
    import_->setVisible(library_.canChange());
    startSearch(false);
}

void CatalogPage::startSearch(bool selectsBest)
{
    CatalogFilter filter = filters_->filter();
    filter.query.words = words_->text().simplified().toStdString();
    search_.start([this, view = library_.view(), filter, order = order_, today = today_,
                   selectsBest](const std::stop_token& stop) -> LatestTask::Delivery {
        auto hits = std::make_shared<CatalogHits>(searchCatalog(*view, filter, order, today, stop));
        return [this, view, hits, table = filter.query.table, selectsBest] {
            takeHits(view, std::move(*hits), table, selectsBest);
        };
    });
}

void CatalogPage::takeHits(const std::shared_ptr<const CatalogView>& view, CatalogHits hits,
                           const std::string& table, bool selectsBest)
{
    std::vector<PartId> selected;
    for (const PartEntry* part : selectedParts()) {
        selected.push_back(part->id());
    }
    const int scrolled = table_->verticalScrollBar()->value();
    filters_->showCounts(hits);
    const auto found = static_cast<std::int64_t>(hits.positions.size());
    {
        const QScopedValueRollback guard(refreshing_, true);
        model_->showHits(view, std::move(hits.positions), table);
        if (table != shownTable_) {
            shownTable_ = table;
            showOrder();
        }
        fitList();
        table_->verticalScrollBar()->setValue(scrolled);
        restoreSelection(selected, selectsBest);
    }
    count_->setText(tr("%Ln parts", nullptr, static_cast<int>(found)));
    showSelected();
    showActions();
}

void CatalogPage::showOrder()
{
    const int name = model_->columnOf(CatalogTableModel::Kind::Name);
    table_->setStretchColumn(name);
    table_->setElasticColumns({name, model_->columnOf(CatalogTableModel::Kind::Manufacturer)});
    int sorted = -1;
    for (int column = 0; column < model_->columnCount() && !order_.column.empty(); ++column) {
        sorted = model_->orderOf(column) == order_.column ? column : sorted;
    }
    QHeaderView* head = table_->horizontalHeader();
    const QSignalBlocker quiet(head);
    head->setSortIndicator(sorted, order_.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void CatalogPage::fitList()
{
    constexpr int kRoomForAll = 800;
    const int least = model_->leastColumn();
    for (int column = 0; column < model_->columnCount(); ++column) {
        table_->setColumnHidden(column, column == least && table_->width() < kRoomForAll);
    }
    // A sign of sorting takes room from every head, so that it is there only while something is sorted.
    table_->horizontalHeader()->setSortIndicatorShown(!order_.column.empty());
    table_->fitColumns();
}

bool CatalogPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == table_ && event->type() == QEvent::Resize) {
        fitList();
    }
    return QWidget::eventFilter(watched, event);
}

void CatalogPage::restoreSelection(const std::vector<PartId>& selected, bool selectsBest)
{
    const bool isGone = library_.view()->find(current_) == nullptr;
    const bool isElsewhere = selectsBest && model_->rowOf(current_) < 0 && model_->rowCount() > 0;
    if (isGone || isElsewhere) {
        current_ = model_->rowCount() > 0 ? model_->part(0)->id() : PartId();
    }
    QItemSelection rows;
    for (const PartId& id : selected) {
        const QModelIndex row = model_->index(model_->rowOf(id), 0);
        rows.select(row, row);
    }
    const QModelIndex current = model_->index(model_->rowOf(current_), 0);
    table_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (current.isValid()) {
        table_->selectionModel()->setCurrentIndex(current,
                                                  QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

void CatalogPage::showSelected()
{
    const QModelIndex row = table_->currentIndex();
    if (refreshing_) {
        return;
    }
    if (const PartEntry* part = row.isValid() ? model_->part(row.row()) : nullptr) {
        current_ = part->id();
    }
    details_->showPart(library_.view(), current_, library_.canChange());
}

void CatalogPage::showActions()
{
    if (refreshing_) {
        return;
    }
    const std::vector<const PartEntry*> parts = selectedParts();
    const bool some = !parts.empty() && library_.canChange();
    const auto all = [&parts](const auto& holds) { return std::ranges::all_of(parts, holds); };
    favourite_->setText(all([](const PartEntry* part) { return part->marks.favourite; }) ? tr("No favourite")
                                                                                         : tr("Favourite"));
    hide_->setText(all([](const PartEntry* part) { return part->marks.hidden; }) ? tr("Show again")
                                                                                 : tr("Hide"));
    favourite_->setVisible(some);
    hide_->setVisible(some);
    compare_->setVisible(parts.size() > 1 && parts.size() <= kMostComparedParts);
    duplicate_->setVisible(some && parts.size() == 1);
    remove_->setVisible(some && all([](const PartEntry* part) { return part->origin == PartOrigin::Own; }));
    reset_->setVisible(some && all([](const PartEntry* part) { return part->origin == PartOrigin::Edited; }));
}

void CatalogPage::ask(const CatalogEdit& edit)
{
    error_->hide();
    if (edit.changes.empty()) {
        return;
    }
    const quint64 request = library_.apply(edit.changes, edit.label);
    const auto added = std::ranges::find(edit.changes.parts, true, &PartEdit::isNew);
    if (added != edit.changes.parts.end()) {
        coming_[request] = added->id;
    }
}

void CatalogPage::tellOf(quint64 request, const QString& error)
{
    const bool told = tellImport(request, error);
    error_->setText(error);
    error_->setVisible(!error.isEmpty() && !told);
    const auto added = coming_.extract(request);
    if (!added.empty() && error.isEmpty()) {
        // A new part shows in its category, whatever was being looked for.
        current_ = added.mapped();
        if (const PartEntry* part = library_.view()->find(current_)) {
            const QSignalBlocker quiet(words_);
            words_->clear();
            filters_->setTable(part->sheet.spec->name);
            filters_->clear();
        }
    }
    if (isSettled()) {
        Q_EMIT settled();
    }
}

void CatalogPage::clickCell(const QModelIndex& index)
{
    const PartEntry* part = model_->part(index.row());
    if (part != nullptr && library_.canChange() &&
        model_->kindOf(index.column()) == CatalogTableModel::Kind::Star) {
        ask(markFavourite({part}, !part->marks.favourite));
    }
}

void CatalogPage::activateCell(const QModelIndex& index)
{
    const std::string column = model_->sheetColumnOf(index.column());
    details_->editFigure(column.empty() ? std::string("name") : column);
}

void CatalogPage::focusSearch()
{
    words_->setFocus();
    words_->selectAll();
}

void CatalogPage::showUnderneath()
{
    words_->clear();
    filters_->showUnderneath();
}

void CatalogPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        model_->retranslate();
        retranslate();
        startSearch(false);
    }
}

} // namespace rigwright
