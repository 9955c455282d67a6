// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets, keys and texts of the editor.
#include "builds/machine.h"
#include "ui/build_filter.h"
#include "ui/card.h"
#include "ui/dialog_parts.h"
#include "ui/exchange_model.h"
#include "ui/fields.h"
#include "ui/finding_table_model.h"
#include "ui/label.h"
#include "ui/machine_editor.h"
#include "ui/machine_lines_model.h"
#include "ui/table_view.h"
#include "ui/tag_flow.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr QSize kFirstEditorSize(1100, 720);
constexpr int kLinesWidth = 490;
constexpr int kExchangeWidth = 570;
constexpr int kPartsHeight = 360;
constexpr int kOutcomeHeight = 250;
constexpr int kLargestCap = 2000;
constexpr int kCapStep = 25;

constexpr std::array kAddable{PartCategory::Accelerator, PartCategory::Cpu,     PartCategory::Board,
                              PartCategory::Memory,      PartCategory::Storage, PartCategory::PowerSupply,
                              PartCategory::Case,        PartCategory::Cooler,  PartCategory::NetworkCard,
                              PartCategory::System};

/// A machine has one board or complete system, and one case.
bool isTaken(const Build& build, PartCategory category)
{
    const auto has = [&build](PartCategory wanted) {
        return std::ranges::find(build.lines, wanted, &BuildLine::category) != build.lines.end();
    };
    switch (category) {
    case PartCategory::Board:
    case PartCategory::System: return has(PartCategory::Board) || has(PartCategory::System);
    case PartCategory::Case: return has(PartCategory::Case);
    default: return false;
    }
}

} // namespace

QWidget* MachineEditor::makeLines()
{
    linesView_ = new TableView;
    linesView_->setObjectName(QStringLiteral("machineLines"));
    linesView_->setModel(lines_);
    linesView_->setStretchColumn(MachineLinesModel::Part);
    linesView_->setElasticColumns({MachineLinesModel::Part});
    add_ = namedButton(QStringLiteral("addLine"));
    addMenu_ = new QMenu(this);
    add_->setMenu(addMenu_);
    remove_ = namedButton(QStringLiteral("removeLine"));
    quantity_ = new NumberField(QStringLiteral("lineQuantity"));
    quantity_->setRange(1, kLargestQuantity);
    quantity_->setFixedWidth(64);
    cap_ = new NumberField(QStringLiteral("powerCap"));
    cap_->setRange(0, kLargestCap);
    cap_->setSingleStep(kCapStep);
    cap_->setUnit(QStringLiteral("W"));
    cap_->setFixedWidth(90);
    cap_->setKeyboardTracking(false);
    quantity_->setKeyboardTracking(false);
    quantityLabel_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    quantityLabel_->setBuddy(quantity_);
    capLabel_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    capLabel_->setBuddy(cap_);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(8);
    for (QWidget* tool :
         std::initializer_list<QWidget*>{add_, remove_, quantityLabel_, quantity_, capLabel_, cap_}) {
        tools->addWidget(tool);
    }
    tools->addStretch(1);
    linesCard_ = new Card;
    linesCard_->body()->addLayout(tools);
    linesCard_->body()->addWidget(linesView_, 1);
    return linesCard_;
}

QWidget* MachineEditor::makeExchanges()
{
    exchangeCard_ = new Card;
    words_ = new QLineEdit;
    words_->setObjectName(QStringLiteral("exchangeWords"));
    words_->setClearButtonEnabled(true);
    use_ = namedButton(QStringLiteral("useExchange"));
    exchangeView_ = new TableView;
    exchangeView_->setObjectName(QStringLiteral("exchangeTable"));
    exchangeView_->setModel(filter_);
    exchangeView_->setStretchColumn(ExchangeModel::Verdict);
    exchangeView_->setElasticColumns({ExchangeModel::Verdict, ExchangeModel::Part});
    auto* tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(words_, 1);
    tools->addWidget(use_);
    exchangeCard_->body()->addLayout(tools);
    exchangeCard_->body()->addWidget(exchangeView_, 1);
    return exchangeCard_;
}

QWidget* MachineEditor::makeOutcome()
{
    figures_ = new ThemedLabel(TextSize::Title, ThemedLabel::Ink::Text);
    figures_->setObjectName(QStringLiteral("machineFigures"));
    figures_->setWordWrap(true);
    tags_ = new TagFlow;
    capacities_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    capacities_->setObjectName(QStringLiteral("machineCapacities"));
    capacities_->setWordWrap(true);
    findingView_ = new TableView;
    findingView_->setObjectName(QStringLiteral("machineFindings"));
    findingView_->setModel(findings_);
    findingView_->setColumnHidden(FindingTableModel::Mend, true);
    findingView_->setStretchColumn(FindingTableModel::Sentence);
    findingView_->setElasticColumns({FindingTableModel::Sentence});
    outcomeCard_ = new Card;
    outcomeCard_->body()->addWidget(figures_);
    outcomeCard_->body()->addWidget(tags_);
    outcomeCard_->body()->addWidget(capacities_);
    outcomeCard_->body()->addWidget(findingView_, 1);
    return outcomeCard_;
}

void MachineEditor::makeWidgets()
{
    resize(kFirstEditorSize);
    setSizeGripEnabled(true);
    nameLabel_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    name_ = new QLineEdit;
    name_->setObjectName(QStringLiteral("editedName"));
    nameLabel_->setBuddy(name_);
    remark_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted);
    remark_->setObjectName(QStringLiteral("editorRemark"));
    remark_->setWordWrap(true);
    error_ = new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Danger);
    error_->setObjectName(QStringLiteral("editorError"));
    error_->setWordWrap(true);
    error_->hide();
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(nameLabel_);
    top->addWidget(name_, 1);
    auto* parts = new QSplitter(Qt::Horizontal);
    auto* all = new QSplitter(Qt::Vertical);
    for (QSplitter* splitter : {parts, all}) {
        splitter->setObjectName(QStringLiteral("editorSplitter"));
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(12);
    }
    parts->addWidget(makeLines());
    parts->addWidget(makeExchanges());
    parts->setSizes({kLinesWidth, kExchangeWidth});
    all->addWidget(parts);
    all->addWidget(makeOutcome());
    all->setSizes({kPartsHeight, kOutcomeHeight});
    all->setStretchFactor(0, 3);
    all->setStretchFactor(1, 2);
    undo_ = namedButton(QStringLiteral("undoEdit"));
    redo_ = namedButton(QStringLiteral("redoEdit"));
    close_ = namedButton(QStringLiteral("closeEditor"));
    save_ = namedButton(QStringLiteral("saveEdited"));
    saveAs_ = namedButton(QStringLiteral("saveEditedAs"));
    (isSaved_ ? save_ : saveAs_)->setProperty("primary", true);
    save_->setVisible(isSaved_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(undo_);
    buttons->addWidget(redo_);
    buttons->addWidget(error_, 1);
    buttons->addStretch(1);
    buttons->addWidget(close_);
    buttons->addWidget(saveAs_);
    buttons->addWidget(save_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addLayout(top);
    column->addWidget(remark_);
    column->addWidget(all, 1);
    column->addLayout(buttons);
}

void MachineEditor::makeAddMenu()
{
    addMenu_->clear();
    for (const PartCategory category : kAddable) {
        QAction* action = addMenu_->addAction(categoryText(category));
        action->setObjectName(QStringLiteral("addLine_") + QString::fromLatin1(categoryName(category)));
        action->setEnabled(!isTaken(build(), category));
        connect(action, &QAction::triggered, this, [this, category] { beginLine(category); });
    }
}

void MachineEditor::connectKeys()
{
    const auto key = [this](const QKeySequence& keys, QWidget* where, const auto& action) {
        auto* shortcut = new QShortcut(keys, where);
        shortcut->setContext(where == this ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    key(QKeySequence::Undo, linesView_, [this] { undo_->click(); });
    key(QKeySequence::Redo, linesView_, [this] { redo_->click(); });
    key(QKeySequence::Undo, exchangeView_, [this] { undo_->click(); });
    key(QKeySequence::Redo, exchangeView_, [this] { redo_->click(); });
    key(QKeySequence::Delete, linesView_, [this] { removeLine(); });
    key(QKeySequence::Find, this, [this] { words_->setFocus(); });
    key(QKeySequence::Save, this, [this] { (isSaved_ ? save_ : saveAs_)->click(); });
    // A line is exchanged for what is found at the right.
    connect(linesView_, &TableView::rowActivated, this, [this] { words_->setFocus(); });
}

void MachineEditor::retranslate()
{
    setWindowTitle(tr("Machine"));
    nameLabel_->setText(tr("Name"));
    linesCard_->setTitle(tr("The parts"));
    outcomeCard_->setTitle(tr("What comes of it"));
    add_->setText(tr("Add"));
    remove_->setText(tr("Remove"));
    quantityLabel_->setText(tr("Number"));
    quantity_->setAccessibleName(tr("Number of this part"));
    capLabel_->setText(tr("Power cap"));
    cap_->setSpecialValueText(tr("none"));
    cap_->setAccessibleName(tr("Power cap of each accelerator"));
    cap_->setToolTip(tr("What each accelerator is held to, below its board power"));
    words_->setPlaceholderText(tr("Find a part"));
    words_->setAccessibleName(tr("Find a part"));
    undo_->setText(tr("Undo"));
    redo_->setText(tr("Redo"));
    close_->setText(tr("Close"));
    save_->setText(tr("Save"));
    saveAs_->setText(isSaved_ ? tr("Save as another") : tr("Save"));
    linesView_->setAccessibleName(tr("Parts of the machine"));
    linesView_->setEmptyText(tr("No part yet."));
    exchangeView_->setAccessibleName(tr("Parts that may stand here"));
    exchangeView_->setEmptyText(tr("Choose a line at the left, or add one."));
    findingView_->setAccessibleName(tr("Findings"));
    findingView_->setEmptyText(tr("Nothing to say."));
    lines_->retranslate();
    exchanges_->retranslate();
    findings_->retranslate();
    makeAddMenu();
    showPlace();
    showOutcome();
}

} // namespace rigwright
