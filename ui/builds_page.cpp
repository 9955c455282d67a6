// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builds_page.h"

#include "builds/recommend.h"
#include "ui/build_filter.h"
#include "ui/build_table_model.h"
#include "ui/cell_delegate.h"
#include "ui/cluster_list.h"
#include "ui/exclusion_table_model.h"
#include "ui/exclusions_view.h"
#include "ui/fields.h"
#include "ui/label.h"
#include "ui/limits_view.h"
#include "ui/price_speed_chart.h"
#include "ui/save_row.h"
#include "ui/table_view.h"
#include "ui/text.h"
#include "ui/upgrade_view.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kGap = 12;

/// The views below the chart, in the order of their segments.
enum View { kMachines, kExclusions, kLimits, kUpgrade };

QStringList viewTexts()
{
    return {BuildsPage::tr("Machines"), BuildsPage::tr("Why not others"), BuildsPage::tr("Limits' cost"),
            BuildsPage::tr("Upgrade")};
}

} // namespace

BuildsPage::BuildsPage(QWidget* parent)
    : QWidget(parent)
    , model_(new BuildTableModel(this))
    , filter_(new BuildFilter(this))
{
    setObjectName(QStringLiteral("buildsPage"));
    filter_->setSourceModel(model_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(kGap);
    all->addWidget(makeTop(), 6);
    all->addWidget(makeBottom(), 5);
    dimmer_ = new Dimmer(this);
    connectParts();
    retranslate();
}

QWidget* BuildsPage::makeTop()
{
    chart_ = new PriceSpeedChart;
    chart_->setObjectName(QStringLiteral("priceSpeedChart"));
    emptyTitle_ = new ThemedLabel(TextSize::Lead, ThemedLabel::Ink::Text);
    emptyTitle_->setObjectName(QStringLiteral("buildsEmptyTitle"));
    emptyText_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    emptyText_->setObjectName(QStringLiteral("buildsEmptyText"));
    auto* empty = new QWidget;
    auto* words = new QVBoxLayout(empty);
    words->addStretch(1);
    for (QLabel* label : {emptyTitle_, emptyText_}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        words->addWidget(label);
    }
    clusters_ = new ClusterList;
    words->addWidget(clusters_, 4);
    words->addStretch(1);
    chartStack_ = new QStackedWidget;
    chartStack_->addWidget(chart_);
    chartStack_->addWidget(empty);
    chartCard_ = new Card;
    chartCard_->body()->addWidget(chartStack_);
    details_ = new BuildDetails;
    details_->setObjectName(QStringLiteral("selectedMachine"));
    details_->setMinimumWidth(300);
    saveRow_ = new SaveRow;
    details_->body()->addWidget(saveRow_);
    auto* top = new QWidget;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(chartCard_, 9);
    row->addWidget(details_, 5);
    return top;
}

QWidget* BuildsPage::makeTools()
{
    views_ = new Segments(QStringLiteral("buildsView"));
    views_->setTexts(viewTexts());
    views_->setButtonNames({QStringLiteral("showMachines"), QStringLiteral("showExclusions"),
                            QStringLiteral("showLimits"), QStringLiteral("showUpgrade")});
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(views_);
    frontOnly_ = new QCheckBox;
    frontOnly_->setObjectName(QStringLiteral("frontOnly"));
    filterEdit_ = new QLineEdit;
    filterEdit_->setObjectName(QStringLiteral("buildFilter"));
    filterEdit_->setClearButtonEnabled(true);
    filterEdit_->setMinimumWidth(220);
    row->addStretch(1);
    row->addWidget(frontOnly_);
    row->addSpacing(kGap);
    row->addWidget(filterEdit_);
    return tools;
}

QWidget* BuildsPage::makeBottom()
{
    table_ = new TableView;
    table_->setObjectName(QStringLiteral("buildTable"));
    table_->setStretchColumn(BuildTableModel::Machine);
    table_->setElasticColumns({BuildTableModel::Machine});
    table_->setModel(filter_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(BuildTableModel::Price, Qt::AscendingOrder);
    tableStack_ = new QStackedWidget;
    tableStack_->addWidget(table_);
    exclusions_ = new ExclusionsView;
    addView(exclusions_);
    addView(new LimitsView);
    upgrade_ = new UpgradeView;
    addView(upgrade_);
    auto* card = new Card;
    card->body()->addWidget(makeTools());
    card->body()->addWidget(tableStack_, 1);
    return card;
}

void BuildsPage::addView(MachineView* view)
{
    tableStack_->addWidget(view);
    others_.push_back(view);
    connect(view, &MachineView::shownChanged, this, &BuildsPage::refreshDetails);
    connect(view, &MachineView::requirementWanted, this, &BuildsPage::requirementWanted);
    connect(view, &MachineView::settled, this, &BuildsPage::viewSettled);
}

void BuildsPage::connectParts()
{
    connect(chart_, &PriceSpeedChart::pointSelected, this, &BuildsPage::choose);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BuildsPage::selectRow);
    connect(saveRow_, &SaveRow::saveChosen, this, &BuildsPage::saveWanted);
    connect(saveRow_, &SaveRow::editChosen, this, &BuildsPage::editWanted);
    connect(filterEdit_, &QLineEdit::textChanged, this, &BuildsPage::refilter);
    connect(frontOnly_, &QCheckBox::toggled, this, &BuildsPage::refilter);
    connect(clusters_, &MachineView::settled, this, &BuildsPage::viewSettled);
    connect(clusters_, &MachineView::shownChanged, this, [this] {
        const ShownMachine machine = clusters_->shown();
        details_->showBuild(machine.build, machine.workload, machine.role);
    });
    connect(views_, &Segments::chosen, this, &BuildsPage::showView);
}

void BuildsPage::setSavedMachines(const std::vector<SavedMachine>& machines)
{
    upgrade_->setSaved(machines);
}

void BuildsPage::setConstants(std::shared_ptr<const CalibrationTable> constants)
{
    constants_ = std::move(constants);
}

void BuildsPage::showResult(std::shared_ptr<const Catalog> catalog,
                            std::shared_ptr<const SearchResult> result, const Requirement& requirement)
{
    catalog_ = std::move(catalog);
    result_ = std::move(result);
    requirement_ = requirement;
    {
        const QScopedValueRollback guard(refreshing_, true);
        model_->setResult(result_, requirement.workload, requirement.objectives);
        for (MachineView* view : others_) {
            view->setContext({catalog_, result_, requirement_, constants_});
        }
        clusters_->setContext({catalog_, result_, requirement_, constants_});
    }
    table_->fitColumns();
    refreshChart();
    refreshEmptyState();
    const bool noMachine = model_->rowCount() == 0;
    const bool hasReasons = exclusions_->reasons().rowCount() > 0;
    if (noMachine != wasEmpty_) {
        wasEmpty_ = noMachine;
        showView(noMachine && hasReasons ? kExclusions : kMachines);
    }
    select(initialSelection());
}

QString BuildsPage::initialSelection() const
{
    if (model_->rowCount() == 0) {
        return {};
    }
    for (const QString& id : {keptId_, chosenId_}) {
        if (model_->rowOf(id) >= 0) {
            return id;
        }
    }
    const EvaluatedBuild* recommended = recommendedBuild(*result_);
    return QString::fromStdString(recommended == nullptr ? result_->builds.front().id : recommended->id);
}

std::shared_ptr<const EvaluatedBuild> BuildsPage::selectedBuild() const
{
    const EvaluatedBuild* build = model_->build(model_->rowOf(selectedId_));
    return build == nullptr ? nullptr : std::shared_ptr<const EvaluatedBuild>(result_, build);
}

void BuildsPage::showSaved(const QSet<QString>& ids)
{
    model_->setSaved(ids);
    refreshDetails();
}

void BuildsPage::setBusy(bool busy)
{
    dimmer_->setDimmed(busy);
}

void BuildsPage::keep(const QString& id)
{
    keptId_ = id;
}

void BuildsPage::markKept(const QString& beside)
{
    model_->setKept(beside);
}

bool BuildsPage::showMachine(const QString& id)
{
    if (model_->rowOf(id) < 0) {
        return false;
    }
    select(id);
    return true;
}

void BuildsPage::choose(const QString& id)
{
    chosenId_ = id;
    keptId_.clear();
    if (const EvaluatedBuild* build = model_->build(model_->rowOf(id));
        build != nullptr && id != selectedId_) {
        Q_EMIT buildChosen(std::shared_ptr<const EvaluatedBuild>(result_, build));
    }
    select(id);
}

void BuildsPage::select(const QString& id)
{
    selectedId_ = id;
    chart_->setSelected(id);
    {
        const QScopedValueRollback guard(refreshing_, true);
        const QModelIndex row = filter_->mapFromSource(model_->index(model_->rowOf(id), 0));
        if (row.isValid()) {
            table_->selectRow(row.row());
            bringIntoView(row);
        } else {
            table_->clearSelection();
        }
    }
    upgrade_->setSelected(selectedBuild());
    refreshDetails();
    Q_EMIT buildSelected(selectedId_);
}

void BuildsPage::bringIntoView(const QModelIndex& row)
{
    // A row that the user clicks stays where it is; one that is chosen elsewhere comes with its neighbours.
    const QRect cell = table_->visualRect(row);
    if (cell.top() < 0 || cell.bottom() > table_->viewport()->height()) {
        table_->scrollTo(row, QAbstractItemView::PositionAtCenter);
    }
}

void BuildsPage::selectRow()
{
    const QModelIndex current = table_->currentIndex();
    if (!refreshing_ && current.isValid()) {
        choose(current.data(kIdRole).toString());
    }
}

void BuildsPage::refilter()
{
    {
        const QScopedValueRollback guard(refreshing_, true);
        filter_->setWords(filterEdit_->text());
        filter_->setFrontOnly(frontOnly_->isChecked());
        const QModelIndex row = filter_->mapFromSource(model_->index(model_->rowOf(selectedId_), 0));
        if (row.isValid()) {
            table_->selectRow(row.row());
        } else {
            table_->clearSelection();
        }
    }
    table_->fitColumns();
}

void BuildsPage::showView(int view)
{
    views_->setCurrent(view);
    tableStack_->setCurrentIndex(view);
    for (QWidget* tool : {static_cast<QWidget*>(frontOnly_), static_cast<QWidget*>(filterEdit_)}) {
        tool->setVisible(view == kMachines);
    }
    refreshDetails();
}

void BuildsPage::refreshDetails()
{
    if (refreshing_) {
        return;
    }
    const int view = tableStack_->currentIndex();
    const std::shared_ptr<const EvaluatedBuild> kept = view == kMachines ? selectedBuild() : nullptr;
    saveRow_->showMachine(kept == nullptr ? QString() : QString::fromStdString(kept->title),
                          kept != nullptr && model_->isSaved(selectedId_));
    if (view == kMachines) {
        details_->showBuild(selectedBuild(), requirement_.workload, BuildDetails::Role::Selected);
        return;
    }
    const ShownMachine machine = others_.at(static_cast<std::size_t>(view) - 1)->shown();
    details_->showBuild(machine.build, machine.workload, machine.role);
}

void BuildsPage::retranslate()
{
    chartCard_->setTitle(tr("Price against speed"));
    const QStringList views = viewTexts();
    views_->setTexts(views);
    // All are as wide, and the chosen one is set in bold.
    int widest = 0;
    for (const QString& view : views) {
        widest = std::max(widest, QFontMetrics(fontFor(TextSize::Title)).horizontalAdvance(view) + 2 * kGap);
    }
    views_->setFixedWidth(static_cast<int>(views.size()) * widest);
    frontOnly_->setText(tr("Front only"));
    frontOnly_->setToolTip(tr("Only machines that no other one beats in all that they are ranked by"));
    filterEdit_->setPlaceholderText(tr("Filter machines and parts"));
    filterEdit_->setAccessibleName(tr("Filter machines and parts"));
    table_->setAccessibleName(tr("Machines"));
    table_->setEmptyText(tr("No machine to show: see why under “Why not others”, or clear the filter."));
    model_->retranslate();
    for (MachineView* view : others_) {
        view->retranslate();
    }
    clusters_->retranslate();
    table_->fitColumns();
    refreshChart();
    refreshEmptyState();
}

void BuildsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
