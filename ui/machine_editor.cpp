// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine_editor.h"

#include "ui/build_filter.h"
#include "ui/build_table_model.h"
#include "ui/card.h"
#include "ui/exchange_model.h"
#include "ui/fields.h"
#include "ui/finding_counts.h"
#include "ui/finding_table_model.h"
#include "ui/judged_machine.h"
#include "ui/machine_lines_model.h"
#include "ui/table_view.h"
#include "ui/tag_flow.h"
#include "ui/text.h"

#include <QEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace rigwright {

MachineEditor::MachineEditor(const MachineContext& context, Start start, Keep keep, QWidget* parent)
    : QDialog(parent)
    , context_(context)
    , keep_(std::move(keep))
    , isSaved_(start.isSaved)
    , firstName_(start.name)
    , history_{std::move(start.build)}
    , lines_(new MachineLinesModel(this))
    , exchanges_(new ExchangeModel(this))
    , filter_(new BuildFilter(this))
    , findings_(new FindingTableModel(this))
    , check_(nullptr)
    , list_(nullptr)
{
    setObjectName(QStringLiteral("machineEditor"));
    filter_->setSourceModel(exchanges_);
    lines_->setNames(std::move(start.names));
    makeWidgets();
    name_->setText(start.name);
    remark_->setText(start.remark);
    remark_->setVisible(!start.remark.isEmpty());
    connectParts();
    connectKeys();
    retranslate();
    showBuild();
}

void MachineEditor::connectParts()
{
    connect(linesView_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!refreshing_) {
            adding_.reset();
            words_->clear();
            showPlace();
            listAgain();
        }
    });
    connect(remove_, &QPushButton::clicked, this, &MachineEditor::removeLine);
    connect(quantity_, &QSpinBox::valueChanged, this, &MachineEditor::setQuantity);
    connect(cap_, &QSpinBox::valueChanged, this, &MachineEditor::setPowerCap);
    connect(words_, &QLineEdit::textChanged, filter_, &BuildFilter::setWords);
    connect(words_, &QLineEdit::returnPressed, this, [this] {
        if (filter_->rowCount() > 0 && !exchangeView_->currentIndex().isValid()) {
            exchangeView_->setCurrentIndex(filter_->index(0, 0));
        }
        exchangeView_->setFocus();
    });
    connect(exchangeView_, &TableView::rowActivated, this, &MachineEditor::useExchange);
    connect(exchangeView_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { use_->setEnabled(current.isValid()); });
    connect(use_, &QPushButton::clicked, this, &MachineEditor::useExchange);
    connect(undo_, &QPushButton::clicked, this, [this] { goTo(step_ - 1); });
    connect(redo_, &QPushButton::clicked, this, [this] { goTo(step_ + 1); });
    connect(save_, &QPushButton::clicked, this, [this] { keep(false); });
    connect(saveAs_, &QPushButton::clicked, this, [this] { keep(true); });
    connect(close_, &QPushButton::clicked, this, &MachineEditor::reject);
}

void MachineEditor::setContext(const MachineContext& context)
{
    context_ = context;
    checkAgain();
    listAgain();
}

int MachineEditor::line() const
{
    return linesView_->currentIndex().row();
}

bool MachineEditor::isChanged() const
{
    return !(build() == history_.front()) || name_->text() != firstName_;
}

void MachineEditor::change(Build build)
{
    if (build == this->build()) {
        return;
    }
    history_.resize(step_ + 1);
    history_.push_back(std::move(build));
    goTo(step_ + 1);
}

void MachineEditor::goTo(std::size_t step)
{
    if (step < history_.size()) {
        step_ = step;
        showBuild();
    }
}

/// The line that was chosen stays so, also where another part stands in it now.
void MachineEditor::showBuild()
{
    const int row = line();
    {
        const QScopedValueRollback guard(refreshing_, true);
        lines_->showBuild(build());
        if (lines_->rowCount() > 0) {
            linesView_->selectRow(std::clamp(row, 0, lines_->rowCount() - 1));
        }
    }
    undo_->setEnabled(step_ > 0);
    redo_->setEnabled(step_ + 1 < history_.size());
    makeAddMenu();
    showPlace();
    checkAgain();
    listAgain();
}

void MachineEditor::checkAgain()
{
    checked_ = {};
    save_->setEnabled(false);
    saveAs_->setEnabled(false);
    check_.start([this, build = build(), context = context_](const std::stop_token&) -> LatestTask::Delivery {
        auto check = std::make_shared<MachineCheck>(checkMachine(build, context));
        return [this, check] { takeCheck(std::move(*check)); };
    });
}

void MachineEditor::takeCheck(MachineCheck check)
{
    checked_ = std::move(check);
    lines_->showCheck(checked_.lines);
    linesView_->fitColumns();
    showPlace();
    showOutcome();
}

void MachineEditor::listAgain()
{
    std::optional<PartCategory> category = adding_;
    std::optional<std::size_t> place;
    if (!category && line() >= 0) {
        place = static_cast<std::size_t>(line());
        category = build().lines[*place].category;
    }
    if (!category) {
        takeExchanges(nullptr, {});
        return;
    }
    using Exchanges = std::vector<PartExchange>;
    list_.start([this, build = build(), context = context_, category = *category,
                 place](const std::stop_token& stop) -> LatestTask::Delivery {
        auto found = exchangesFor(*context.catalog, build, category, place, context.requirement, stop);
        const QString error = found ? QString() : QString::fromStdString(found.error().message);
        auto exchanges = found ? std::make_shared<const Exchanges>(std::move(*found)) : nullptr;
        return [this, exchanges, error] { takeExchanges(exchanges, error); };
    });
}

void MachineEditor::takeExchanges(const std::shared_ptr<const std::vector<PartExchange>>& exchanges,
                                  const QString& error)
{
    const int scrolled = exchangeView_->verticalScrollBar()->value();
    const QString before = exchangeView_->currentIndex().data(kIdRole).toString();
    exchanges_->showExchanges(exchanges, adding_ ? std::nullopt : lines_->priceOf(line()));
    exchangeView_->fitColumns();
    const PartId now = adding_ || line() < 0 ? PartId(before.toStdString())
                                             : build().lines[static_cast<std::size_t>(line())].part;
    const QModelIndex row = filter_->mapFromSource(exchanges_->index(exchanges_->rowOf(now), 0));
    if (row.isValid()) {
        exchangeView_->setCurrentIndex(row);
    }
    // The list stays where it is under the user's eyes; another one begins at the part that is there.
    if (before.toStdString() == now.text()) {
        exchangeView_->verticalScrollBar()->setValue(scrolled);
    } else {
        exchangeView_->scrollTo(row, QAbstractItemView::PositionAtCenter);
    }
    use_->setEnabled(exchangeView_->currentIndex().isValid());
    exchangeCard_->setRemark(exchanges == nullptr ? error
                                                  : tr("%1 of %2 go with the rest")
                                                        .arg(countText(exchanges_->fittingCount()),
                                                             countText(exchanges_->rowCount())));
}

void MachineEditor::useExchange()
{
    const QModelIndex row = filter_->mapToSource(exchangeView_->currentIndex());
    const PartExchange* chosen = exchanges_->exchange(row.row());
    if (chosen == nullptr) {
        return;
    }
    Build changed = build();
    if (adding_) {
        adding_.reset();
        changed.lines.push_back(chosen->line);
        change(std::move(changed));
        linesView_->selectRow(lines_->rowCount() - 1);
    } else if (line() >= 0) {
        changed.lines[static_cast<std::size_t>(line())] = chosen->line;
        change(std::move(changed));
    }
}

void MachineEditor::removeLine()
{
    if (line() >= 0) {
        Build changed = build();
        changed.lines.erase(changed.lines.begin() + line());
        adding_.reset();
        change(std::move(changed));
    }
}

void MachineEditor::setQuantity(int quantity)
{
    if (!refreshing_ && line() >= 0) {
        Build changed = build();
        changed.lines[static_cast<std::size_t>(line())].quantity = quantity;
        change(std::move(changed));
    }
}

void MachineEditor::setPowerCap(int watts)
{
    if (!refreshing_) {
        Build changed = build();
        changed.powerCap = watts > 0 ? std::optional(Watts(watts)) : std::nullopt;
        change(std::move(changed));
    }
}

void MachineEditor::beginLine(PartCategory category)
{
    adding_ = category;
    words_->clear();
    showPlace();
    listAgain();
    words_->setFocus();
}

void MachineEditor::showPlace()
{
    const QScopedValueRollback guard(refreshing_, true);
    const bool isLine = line() >= 0 && line() < lines_->rowCount();
    remove_->setEnabled(isLine);
    quantity_->setEnabled(isLine);
    quantity_->setValue(isLine ? build().lines[static_cast<std::size_t>(line())].quantity : 1);
    cap_->setValue(build().powerCap ? static_cast<int>(build().powerCap->value()) : 0);
    exchangeCard_->setTitle(adding_      ? tr("To add: %1").arg(categoryText(*adding_))
                                : isLine ? tr("Instead of %1").arg(lines_->nameOf(line()))
                                         : tr("Parts"));
    use_->setText(adding_ ? tr("Add it") : tr("Use it"));
}

void MachineEditor::showOutcome()
{
    const EvaluatedBuild* build = checked_.build.get();
    findings_->setAnswer(checked_.build, nullptr);
    findingView_->fitColumns();
    save_->setEnabled(build != nullptr);
    saveAs_->setEnabled(build != nullptr);
    capacities_->setText(capacitiesText(checked_.capacities));
    capacities_->setVisible(!checked_.capacities.empty());
    tags_->setVisible(build != nullptr);
    if (build == nullptr) {
        figures_->setText(this->build().lines.empty()
                              ? tr("No part yet: add the first one, and everything else is judged by it.")
                              : checked_.error);
        return;
    }
    CellTags tags{{build->plan.fits ? TagKind::Good : TagKind::Danger,
                   build->plan.fits ? tr("the model fits") : tr("the model is too large")}};
    tags.append(wordedTags(countFindings(build->findings)));
    tags_->setTags(tags);
    const auto speed = headlineSpeed(*build, context_.requirement.workload);
    QStringList figures{QString::fromStdString(build->title), moneyText(build->price)};
    if (build->plan.fits) {
        figures.append(speed ? speedText(*speed) : tr("speed unknown"));
    }
    figures.append(wattsText(build->wallPower));
    figures_->setText(figures.join(QStringLiteral(" · ")));
}

void MachineEditor::keep(bool asNew)
{
    const QString name = name_->text().simplified();
    if (checked_.build == nullptr || name.isEmpty()) {
        error_->setText(tr("The machine needs a name"));
        error_->setVisible(name.isEmpty());
        name_->setFocus();
        return;
    }
    const QString problem =
        keep_(savedMachine(*checked_.build, name.toStdString(), context_.today), asNew || !isSaved_);
    error_->setText(problem);
    error_->setVisible(!problem.isEmpty());
    if (problem.isEmpty()) {
        accept();
    }
}

void MachineEditor::reject()
{
    if (isChanged()) {
        askBeforeLeaving();
    } else {
        QDialog::reject();
    }
}

void MachineEditor::askBeforeLeaving()
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Leave the machine?"),
                                tr("What you changed has not been saved."),
                                QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("leaveMachine"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::finished, this, [this](int answer) {
        if (answer == QMessageBox::Discard) {
            QDialog::reject();
        }
    });
    box->open();
}

void MachineEditor::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace rigwright
