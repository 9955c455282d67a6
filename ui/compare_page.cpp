// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare_page.h"

#include "builds/describe.h"
#include "ui/card.h"
#include "ui/machine_compare_table.h"
#include "ui/machine_list_model.h"
#include "ui/saved_machines.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>
#include <numeric>

namespace rigwright {

namespace {
constexpr int kSlowJudgingMs = 300;
constexpr int kLeastMachineWidth = 80;
} // namespace

ComparePage::ComparePage(SavedMachines& machines, QWidget* parent)
    : QWidget(parent)
    , machines_(machines)
    , model_(new MachineListModel(this))
    , compared_(new MachineCompareTable(this))
    , task_(nullptr)
    , files_(nullptr)
{
    setObjectName(QStringLiteral("comparePage"));
    slow_.setSingleShot(true);
    slow_.setInterval(kSlowJudgingMs);
    build();
    connectParts();
    connectActions();
    retranslate();
    takeMachines();
}

void ComparePage::connectParts()
{
    connect(&machines_, &SavedMachines::changed, this, &ComparePage::takeMachines);
    connect(model_, &MachineListModel::pinChosen, this, &ComparePage::pin, Qt::QueuedConnection);
    connect(
        model_, &MachineListModel::nameChosen, this,
        [this](const QString& id, const QString& name) { machines_.rename(id, name); }, Qt::QueuedConnection);
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ComparePage::showChosen);
    connect(note_, &QLineEdit::editingFinished, this, &ComparePage::takeNote);
    connect(only_, &QCheckBox::toggled, this, [this](bool only) {
        compared_->setOnlyDifferences(only);
        fitTable();
    });
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(compared_->asText()); });
    connect(splitter_, &QSplitter::splitterMoved, this, &ComparePage::fitTable);
    connect(undo_, &QPushButton::clicked, this, [this] { machines_.takeBack(); });
    connect(&slow_, &QTimer::timeout, this, [this] { dimmer_->setDimmed(true); });
    connect(&task_, &LatestTask::finished, this, [this] {
        slow_.stop();
        dimmer_->setDimmed(false);
        Q_EMIT settled();
    });
    connect(&files_, &LatestTask::finished, this, &ComparePage::settled);
}

void ComparePage::connectActions()
{
    connect(newAction_, &QAction::triggered, this, &ComparePage::beginMachine);
    connect(detectAction_, &QAction::triggered, this, &ComparePage::addThisComputer);
    connect(editAction_, &QAction::triggered, this, &ComparePage::editChosen);
    connect(list_, &TableView::rowActivated, this, &ComparePage::editChosen);
    connect(keepAction_, &QAction::triggered, this, &ComparePage::keepSelected);
    connect(importAction_, &QAction::triggered, this, &ComparePage::askForImport);
    connect(renameAction_, &QAction::triggered, this, &ComparePage::rename);
    connect(duplicateAction_, &QAction::triggered, this, [this] { choose(machines_.duplicate(chosen())); });
    connect(exportAction_, &QAction::triggered, this, &ComparePage::askForExport);
    connect(removeAction_, &QAction::triggered, this, &ComparePage::remove);
}

void ComparePage::setContext(const MachineContext& context)
{
    context_ = context;
    for (auto* editor : findChildren<MachineEditor*>()) {
        editor->setContext(context);
    }
    judgeThem();
}

void ComparePage::showSelected(std::shared_ptr<const EvaluatedBuild> selected)
{
    selected_ = std::move(selected);
    keepAction_->setEnabled(selected_ != nullptr);
    fillTable();
}

bool ComparePage::isSettled() const
{
    const QList<MachineEditor*> editors = findChildren<MachineEditor*>();
    return std::ranges::all_of(editors, &MachineEditor::isSettled) && !task_.isBusy() && !files_.isBusy() &&
        !(isVisible() && stale_);
}

QString ComparePage::chosen() const
{
    return model_->idOf(list_->currentIndex().row());
}

void ComparePage::choose(const QString& id)
{
    if (const int row = model_->rowOf(id); row >= 0) {
        list_->setCurrentIndex(model_->index(row, MachineListModel::Name));
    }
}

void ComparePage::takeMachines()
{
    const QString before = chosen();
    const int row = list_->currentIndex().row();
    model_->showMachines(machines_.machines());
    if (model_->rowOf(before) >= 0) {
        choose(before);
    } else if (model_->rowCount() > 0) {
        choose(model_->idOf(std::clamp(row, 0, model_->rowCount() - 1)));
    }
    say(machines_.error(), machines_.error().isEmpty() ? Tone::Quiet : Tone::Problem);
    list_->fitColumns();
    showChosen();
    fillTable();
    judgeThem();
}

void ComparePage::judgeThem()
{
    stale_ = true;
    if (!isVisible() || context_.catalog == nullptr) {
        return;
    }
    stale_ = false;
    slow_.start();
    task_.start([this, saved = machines_.machines(),
                 context = context_](const std::stop_token& stop) -> LatestTask::Delivery {
        auto judged = std::make_shared<const std::vector<JudgedMachine>>(judgeMachines(saved, context, stop));
        return [this, judged] { takeJudged(*judged); };
    });
}

void ComparePage::takeJudged(const std::vector<JudgedMachine>& judged)
{
    model_->showJudged(judged, context_.requirement.workload);
    list_->fitColumns();
    showChosen();
    fillTable();
}

void ComparePage::fillTable()
{
    std::vector<JudgedMachine> shown;
    bool isSaved = selected_ == nullptr;
    for (int row = 0; row < model_->rowCount(); ++row) {
        const SavedMachine* saved = machines_.find(model_->idOf(row));
        const JudgedMachine* judged = model_->judged(row);
        isSaved = isSaved || (saved != nullptr && idOf(saved->build) == selected_->id);
        if (saved != nullptr && saved->pinned && judged != nullptr) {
            shown.push_back(*judged);
            shown.back().name = QString::fromStdString(saved->name);
        }
    }
    if (!isSaved) {
        shown.push_back({{}, tr("▸ %1").arg(QString::fromStdString(selected_->title)), selected_, {}, {}});
    }
    compared_->showMachines(std::move(shown), context_.requirement.workload);
    fitTable();
}

/// Machines share the width evenly, so that none is read before the others.
void ComparePage::fitTable()
{
    const int machines = compared_->columnCount() - 1;
    if (machines > 0) {
        std::vector<int> columns(static_cast<std::size_t>(machines));
        std::iota(columns.begin(), columns.end(), 1);
        const int forAll = table_->viewport()->width() - table_->contentWidth(0);
        table_->setLeastElasticWidth(std::max(kLeastMachineWidth, forAll / machines));
        table_->setElasticColumns(std::move(columns));
        table_->setStretchColumn(machines);
    }
    table_->fitColumns();
    tableCard_->setRemark(machines > 1 ? tr("%n figures differ", nullptr, compared_->differences())
                                       : QString());
    copy_->setEnabled(machines > 0);
}

void ComparePage::showChosen()
{
    const int row = list_->currentIndex().row();
    const SavedMachine* saved = machines_.find(model_->idOf(row));
    details_->setVisible(saved != nullptr);
    more_->setEnabled(saved != nullptr);
    if (saved == nullptr) {
        return;
    }
    saved_->setText(tr("Saved %1 for %2").arg(dateText(saved->savedOn), exactMoneyText(saved->price)));
    if (!note_->hasFocus() || noteOf_ != model_->idOf(row)) {
        note_->setText(QString::fromStdString(saved->note));
    }
    noteOf_ = model_->idOf(row);
    QStringList lines;
    if (const JudgedMachine* judged = model_->judged(row)) {
        if (!judged->error.isEmpty()) {
            lines.append(judged->error);
        }
        for (const SavedDifference& difference : judged->differences) {
            lines.append(differenceText(difference));
        }
    }
    differences_->setText(lines.join(QLatin1Char('\n')));
    differences_->setVisible(!lines.isEmpty());
}

void ComparePage::pin(const QString& id, bool pinned)
{
    if (pinned && machines_.pinnedCount() >= kMostPinned) {
        say(tr("Four machines at most stand side by side; take the pin off one of them first."),
            Tone::Problem);
        return;
    }
    machines_.setPinned(id, pinned);
}

void ComparePage::rename()
{
    list_->setFocus();
    list_->edit(list_->currentIndex().siblingAtColumn(MachineListModel::Name));
}

void ComparePage::remove()
{
    const SavedMachine* saved = machines_.find(chosen());
    if (saved == nullptr) {
        return;
    }
    const QString name = QString::fromStdString(saved->name);
    if (machines_.remove(chosen())) {
        say(tr("“%1” is removed.").arg(name), Tone::Undoable);
    }
}

void ComparePage::takeNote()
{
    const SavedMachine* saved = machines_.find(noteOf_);
    if (saved != nullptr && QString::fromStdString(saved->note) != note_->text()) {
        machines_.setNote(noteOf_, note_->text());
    }
}

void ComparePage::keepSelected()
{
    if (selected_ == nullptr) {
        return;
    }
    const QString name = machines_.freeName(QString::fromStdString(selected_->title));
    choose(machines_.add(savedMachine(*selected_, name.toStdString(), context_.today)));
}

void ComparePage::say(const QString& text, Tone tone)
{
    message_->setInk(tone == Tone::Problem ? ThemedLabel::Ink::Danger : ThemedLabel::Ink::Muted);
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    undo_->setVisible(tone == Tone::Undoable);
}

void ComparePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTable();
}

void ComparePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (stale_) {
        judgeThem();
    }
}

void ComparePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
