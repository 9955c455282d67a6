// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ordered_machines_view.h"

#include "project/project_machines.h"
#include "ui/dialog_parts.h"
#include "ui/fields.h"
#include "ui/open_project.h"
#include "ui/table_view.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rigwright {

namespace {

constexpr int kMostSystems = 10'000;
constexpr int kMostRows = 5; ///< that are seen at once
constexpr int kSpace = 8;
constexpr int kFieldMargin = 3; ///< between the field in a row and those above and below

} // namespace

OrderedMachinesView::OrderedMachinesView(QWidget* parent)
    : QWidget(parent)
    , model_(new OrderedMachinesModel(this))
{
    setObjectName(QStringLiteral("orderedMachinesView"));
    makeTable();
    makeMenus();
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(kSpace / 2);
    buttons->addWidget(add_);
    buttons->addWidget(change_);
    buttons->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(table_, 1);
    row->addLayout(buttons);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OrderedMachinesView::takeRow);
    connect(table_, &TableView::rowActivated, this, &OrderedMachinesView::rename);
    connect(model_, &OrderedMachinesModel::nameChosen, this, &OrderedMachinesView::setName,
            Qt::QueuedConnection);
    retranslate();
}

void OrderedMachinesView::makeTable()
{
    table_ = new TableView;
    table_->setObjectName(QStringLiteral("orderedMachines"));
    table_->setStretchColumn(OrderedMachinesModel::Name);
    table_->setElasticColumns({OrderedMachinesModel::Name});
    table_->setModel(model_);
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    table_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OrderedMachinesView::makeMenus()
{
    addMenu_ = new QMenu(this);
    const auto entry = [this](QMenu* menu, const char* name, auto slot) {
        QAction* action = menu->addAction(QString());
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    sameAction_ = entry(addMenu_, "orderSelected", &OrderedMachinesView::addSelected);
    buildsMenu_ = addMenu_->addMenu(QString());
    savedMenu_ = addMenu_->addMenu(QString());
    addMenu_->addSeparator();
    choiceAction_ = entry(addMenu_, "orderChosen", &OrderedMachinesView::addAnother);
    connect(addMenu_, &QMenu::aboutToShow, this, &OrderedMachinesView::fillAddMenu);
    changeMenu_ = new QMenu(this);
    renameAction_ = entry(changeMenu_, "renameOrdered", &OrderedMachinesView::rename);
    renameAction_->setShortcut(Qt::Key_F2);
    duplicateAction_ = entry(changeMenu_, "duplicateOrdered", &OrderedMachinesView::duplicate);
    duplicateAction_->setShortcut(Qt::CTRL | Qt::Key_D);
    changeMenu_->addSeparator();
    removeAction_ = entry(changeMenu_, "removeOrdered", &OrderedMachinesView::remove);
    removeAction_->setShortcut(QKeySequence::Delete);
    for (QAction* action : changeMenu_->actions()) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        table_->addAction(action);
    }
    add_ = namedButton(QStringLiteral("addOrdered"));
    add_->setMenu(addMenu_);
    change_ = namedButton(QStringLiteral("changeOrdered"));
    change_->setMenu(changeMenu_);
}

void OrderedMachinesView::setProject(OpenProject* project)
{
    project_ = project;
}

void OrderedMachinesView::showMachines(std::vector<OrderedRow> rows, std::size_t shown, const OrderSum& sum)
{
    const QScopedValueRollback guard(refreshing_, true);
    shown_ = shown;
    model_->showMachines(std::move(rows), sum);
    const bool some = model_->machineCount() > 0;
    setVisible(some);
    if (!some) {
        return;
    }
    if (table_->currentIndex().row() != shownRow()) {
        table_->setCurrentIndex(model_->index(shownRow(), OrderedMachinesModel::Name));
    }
    const bool full = static_cast<std::size_t>(model_->machineCount()) >= kMostProjectMachines;
    add_->setEnabled(!full);
    duplicateAction_->setEnabled(!full);
    removeAction_->setEnabled(model_->machineCount() > 1);
    placeSystems();
    table_->fitColumns();
    fitHeight();
}

void OrderedMachinesView::placeSystems()
{
    const auto cellOf = [this](int row) { return model_->index(row, OrderedMachinesModel::Systems); };
    const int row = shownRow();
    // Rows that came anew have lost their field, which is about to go.
    if (systems_ == nullptr || table_->indexWidget(cellOf(row)) != systems_) {
        if (systems_ != nullptr) {
            systems_->setObjectName(QString());
            if (systems_->hasFocus()) {
                table_->setFocus();
            }
            table_->setIndexWidget(cellOf(systemsRow_), nullptr);
        }
        systemsRow_ = row;
        systems_ = newSystemsField();
        table_->setIndexWidget(cellOf(row), systems_);
        setTabOrder(table_, systems_);
        setTabOrder(systems_, add_);
        setTabOrder(add_, change_);
    }
    const QSignalBlocker quiet(systems_);
    systems_->setValue(model_->machine(row).systems);
}

NumberField* OrderedMachinesView::newSystemsField()
{
    auto* field = new NumberField(QStringLiteral("systems"));
    field->setRange(1, kMostSystems);
    field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    field->setAccessibleName(tr("Number of systems"));
    connect(field, &QSpinBox::valueChanged, this, &OrderedMachinesView::setSystems);
    return field;
}

/// As high as its rows, up to a number that leaves the page to its own content.
void OrderedMachinesView::fitHeight()
{
    const int field = systems_ == nullptr ? 0 : systems_->sizeHint().height() + kFieldMargin;
    QHeaderView* rows = table_->verticalHeader();
    rows->setDefaultSectionSize(std::max(rows->minimumSectionSize(), field));
    int height = table_->horizontalHeader()->sizeHint().height();
    for (int row = 0; row < std::min(model_->rowCount(), kMostRows); ++row) {
        height += table_->rowHeight(row);
    }
    table_->setFixedHeight(height);
}

void OrderedMachinesView::edit(const QString& label, const std::function<void(Project&)>& change,
                               const QString& field)
{
    if (project_ == nullptr || model_->machineCount() == 0) {
        return;
    }
    project_->change(
        label,
        [&](Project& project) {
            if (project.machines.empty()) {
                setShownBuild(project, model_->machine(0).build);
            }
            change(project);
        },
        field);
}

void OrderedMachinesView::takeRow()
{
    const int row = table_->currentIndex().row();
    if (!refreshing_ && row >= 0 && row < model_->machineCount() && row != shownRow()) {
        showRow(row);
    }
}

void OrderedMachinesView::showRow(int row)
{
    edit(
        tr("Show machine: %1").arg(model_->nameOf(row)),
        [row](Project& project) { project.shown = static_cast<std::size_t>(row); },
        QStringLiteral("shown machine"));
}

void OrderedMachinesView::setName(int row, const QString& name)
{
    // The cell was left before; its machine may be gone.
    if (row < model_->machineCount()) {
        edit(tr("Name of machine: %1").arg(name.isEmpty() ? model_->nameOf(row) : name),
             [row, &name](Project& project) {
                 project.machines.at(static_cast<std::size_t>(row)).name = name.toStdString();
             });
    }
}

void OrderedMachinesView::setSystems(int systems)
{
    edit(
        tr("Number of systems"),
        [this, systems](Project& project) { project.machines.at(shown_).systems = systems; },
        QStringLiteral("systems %1").arg(shown_));
}

void OrderedMachinesView::rename()
{
    table_->setFocus();
    table_->edit(model_->index(shownRow(), OrderedMachinesModel::Name));
}

void OrderedMachinesView::duplicate()
{
    edit(tr("Duplicate machine: %1").arg(model_->nameOf(shownRow())),
         [this](Project& project) { duplicateMachine(project, shown_); });
}

void OrderedMachinesView::remove()
{
    edit(tr("Remove machine: %1").arg(model_->nameOf(shownRow())),
         [this](Project& project) { removeMachine(project, shown_); });
}

void OrderedMachinesView::add(const MachineOffer& offer)
{
    edit(tr("Add machine: %1").arg(offer.text), [&offer](Project& project) {
        addMachine(project, {offer.name, offer.build, 1});
    });
}

void OrderedMachinesView::addSelected()
{
    const OrderedRow& row = model_->machine(shownRow());
    add({MachineOffer::From::Builds, model_->nameOf(shownRow()), {}, {}, row.build});
}

void OrderedMachinesView::addAnother()
{
    addSelected();
    Q_EMIT choiceWanted();
}

void OrderedMachinesView::fillAddMenu()
{
    const std::vector<MachineOffer> offers = offers_ ? offers_() : std::vector<MachineOffer>();
    fillOffers(*buildsMenu_, MachineOffer::From::Builds, offers);
    fillOffers(*savedMenu_, MachineOffer::From::Saved, offers);
}

void OrderedMachinesView::fillOffers(QMenu& menu, MachineOffer::From from,
                                     const std::vector<MachineOffer>& offers)
{
    menu.clear();
    for (const MachineOffer& offer : offers) {
        if (offer.from == from) {
            QString text = offer.detail.isEmpty()
                ? offer.text
                : tr("%1 – %2", "machine and price").arg(offer.text, offer.detail);
            // A name is no place for a key.
            text.replace(QLatin1Char('&'), QStringLiteral("&&"));
            connect(menu.addAction(text), &QAction::triggered, this, [this, offer] { add(offer); });
        }
    }
    menu.menuAction()->setEnabled(!menu.isEmpty());
}

void OrderedMachinesView::retranslate()
{
    table_->setAccessibleName(tr("Machines of the order"));
    add_->setText(tr("Add"));
    add_->setToolTip(tr("Adds another kind of machine to the order"));
    change_->setText(tr("Change"));
    sameAction_->setText(tr("The machine selected in Builds"));
    buildsMenu_->setTitle(tr("Another one of Builds"));
    savedMenu_->setTitle(tr("A saved machine"));
    choiceAction_->setText(tr("Choose in Builds …"));
    renameAction_->setText(tr("Rename"));
    duplicateAction_->setText(tr("Duplicate"));
    removeAction_->setText(tr("Remove"));
    if (systems_ != nullptr) {
        systems_->setAccessibleName(tr("Number of systems"));
    }
    model_->retranslate();
    table_->fitColumns();
}

void OrderedMachinesView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitHeight();
    }
}

} // namespace rigwright
