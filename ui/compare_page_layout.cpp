// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets and texts of the page.
#include "ui/card.h"
#include "ui/compare_page.h"
#include "ui/dialog_parts.h"
#include "ui/label.h"
#include "ui/machine_compare_table.h"
#include "ui/machine_list_model.h"
#include "ui/table_view.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace rigwright {

namespace {

constexpr int kSpace = 12;
constexpr int kListWidth = 350;
constexpr int kTableWidth = 570;
constexpr int kLeastNameWidth = 70;

QAction* shortcutAction(QWidget* owner, QMenu* menu, const char* name, const QKeySequence& keys = {})
{
    auto* action = new QAction(owner);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    menu->addAction(action);
    return action;
}

} // namespace

void ComparePage::build()
{
    splitter_ = new QSplitter(Qt::Horizontal);
    splitter_->setObjectName(QStringLiteral("compareSplitter"));
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(kSpace);
    splitter_->addWidget(makeList());
    splitter_->addWidget(makeTable());
    splitter_->setSizes({kListWidth, kTableWidth});
    splitter_->setStretchFactor(1, 1);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(splitter_);
}

void ComparePage::makeMenus()
{
    addMenu_ = new QMenu(this);
    newAction_ = shortcutAction(this, addMenu_, "newMachine", Qt::CTRL | Qt::Key_N);
    detectAction_ = shortcutAction(this, addMenu_, "detectMachine");
    keepAction_ = shortcutAction(this, addMenu_, "keepSelectedMachine");
    keepAction_->setEnabled(false);
    importAction_ = shortcutAction(this, addMenu_, "importMachine");
    moreMenu_ = new QMenu(this);
    editAction_ = shortcutAction(list_, moreMenu_, "editParts");
    renameAction_ = shortcutAction(list_, moreMenu_, "renameMachine", Qt::Key_F2);
    duplicateAction_ = shortcutAction(list_, moreMenu_, "duplicateMachine", Qt::CTRL | Qt::Key_D);
    exportAction_ = shortcutAction(list_, moreMenu_, "exportMachine");
    moreMenu_->addSeparator();
    removeAction_ = shortcutAction(list_, moreMenu_, "removeMachine", QKeySequence::Delete);
    for (QAction* action : moreMenu_->actions()) {
        list_->addAction(action);
    }
    list_->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QWidget* ComparePage::makeList()
{
    list_ = new TableView;
    list_->setObjectName(QStringLiteral("machineList"));
    list_->setStretchColumn(MachineListModel::Name);
    list_->setElasticColumns({MachineListModel::Name});
    list_->setLeastElasticWidth(kLeastNameWidth);
    list_->setBreaksLines(true);
    list_->setModel(model_);
    makeMenus();
    add_ = namedButton(QStringLiteral("addMachine"));
    add_->setMenu(addMenu_);
    more_ = namedButton(QStringLiteral("moreOfMachine"));
    more_->setMenu(moreMenu_);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(add_);
    tools->addWidget(more_);
    tools->addStretch(1);
    message_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    message_->setObjectName(QStringLiteral("machineMessage"));
    message_->setWordWrap(true);
    undo_ = namedButton(QStringLiteral("undoMachine"));
    undo_->setProperty("link", true);
    undo_->setFlat(true);
    auto* told = new QHBoxLayout;
    told->addWidget(message_, 1);
    told->addWidget(undo_);
    listCard_ = new Card;
    listCard_->body()->addLayout(tools);
    listCard_->body()->addWidget(list_, 1);
    listCard_->body()->addLayout(told);
    listCard_->body()->addWidget(makeDetails());
    return listCard_;
}

QWidget* ComparePage::makeDetails()
{
    saved_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    saved_->setObjectName(QStringLiteral("machineSaved"));
    saved_->setWordWrap(true);
    differences_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Text);
    differences_->setObjectName(QStringLiteral("machineDifferences"));
    differences_->setWordWrap(true);
    differences_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    note_ = new QLineEdit;
    note_->setObjectName(QStringLiteral("machineNote"));
    details_ = new QWidget;
    auto* rows = new QVBoxLayout(details_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addWidget(saved_);
    rows->addWidget(differences_);
    rows->addWidget(note_);
    return details_;
}

QWidget* ComparePage::makeTable()
{
    table_ = new TableView;
    table_->setObjectName(QStringLiteral("comparedMachines"));
    table_->setBreaksLines(true);
    table_->setModel(compared_);
    only_ = new QCheckBox;
    only_->setObjectName(QStringLiteral("onlyDifferingFigures"));
    legend_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    auto* tools = new QHBoxLayout;
    tools->addWidget(only_);
    tools->addStretch(1);
    tools->addWidget(legend_);
    tableCard_ = new Card;
    copy_ = tableCard_->addLink(QStringLiteral("copyMachines"));
    tableCard_->body()->addLayout(tools);
    tableCard_->body()->addWidget(table_, 1);
    dimmer_ = new Dimmer(table_);
    return tableCard_;
}

void ComparePage::retranslate()
{
    listCard_->setTitle(tr("My machines"));
    tableCard_->setTitle(tr("Side by side"));
    add_->setText(tr("Add"));
    more_->setText(tr("Change"));
    newAction_->setText(tr("New machine …"));
    detectAction_->setText(tr("This computer …"));
    editAction_->setText(tr("Edit the parts …"));
    keepAction_->setText(tr("The machine selected in Builds"));
    importAction_->setText(tr("From a build file …"));
    renameAction_->setText(tr("Rename"));
    duplicateAction_->setText(tr("Duplicate"));
    exportAction_->setText(tr("Export as a build file …"));
    removeAction_->setText(tr("Remove"));
    undo_->setText(tr("Undo"));
    only_->setText(tr("Only what differs"));
    legend_->setText(tr("● differs   ✓ best   ▸ selected in Builds"));
    copy_->setText(tr("Copy"));
    note_->setPlaceholderText(tr("Note"));
    note_->setAccessibleName(tr("Note on the machine"));
    list_->setAccessibleName(tr("My machines"));
    list_->setEmptyText(tr("Machines that you save stand here: from Builds, from a build file, or put "
                           "together part by part."));
    table_->setAccessibleName(tr("Machines side by side"));
    table_->setEmptyText(tr("Tick two to four machines at the left to see them side by side."));
    model_->retranslate();
    fillTable();
    showChosen();
    list_->fitColumns();
}

} // namespace rigwright
