// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mend_view.h"

#include "builds/changes/repair.h"
#include "ui/change_table_model.h"
#include "ui/latest_task.h"
#include "ui/table_view.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright {

namespace {

/// A power cap belongs to the machine; the requirement has the other settings.
bool changesRequirement(const ChangeSet& set)
{
    return std::ranges::any_of(set.settings, [](const SettingChange& change) {
        return change.kind != SettingChange::Kind::PowerCap;
    });
}

} // namespace

MendView::MendView(QWidget* parent)
    : QWidget(parent)
    , task_(new LatestTask(this))
    , model_(new ChangeTableModel(this))
    , table_(new TableView)
    , apply_(new QPushButton)
{
    table_->setObjectName(QStringLiteral("mendTable"));
    table_->setStretchColumn(ChangeTableModel::Changes);
    table_->setElasticColumns({ChangeTableModel::Changes});
    table_->setBreaksLines(true);
    table_->setModel(model_);
    apply_->setObjectName(QStringLiteral("applyMend"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(table_, 1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(apply_);
    column->addLayout(row);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        refreshApply();
        Q_EMIT selectionChanged();
    });
    connect(apply_, &QPushButton::clicked, this, [this] {
        if (const auto set = selected()) {
            Q_EMIT applied(set->requirement);
        }
    });
    connect(task_, &LatestTask::finished, this, &MendView::finished);
    retranslate();
}

void MendView::setCatalog(std::shared_ptr<const Catalog> catalog,
                          std::shared_ptr<const CalibrationTable> constants)
{
    catalog_ = std::move(catalog);
    constants_ = std::move(constants);
}

void MendView::showMachine(const std::shared_ptr<const EvaluatedBuild>& build, const Requirement& requirement)
{
    model_->setSets(catalog_, nullptr);
    state_ = build == nullptr || catalog_ == nullptr ? State::Nothing : State::Looking;
    refreshWords();
    refreshApply();
    if (state_ == State::Nothing) {
        task_->cancel();
        return;
    }
    task_->start([this, build, requirement, catalog = catalog_,
                  constants = constants_](const std::stop_token& stop) -> LatestTask::Delivery {
        auto answer = std::make_shared<Answer>();
        if (!needsRepair(*build, requirement)) {
            answer->state = State::Fine;
        } else if (auto found = findRepairs(*catalog, build->build, requirement, stop,
                                            constants == nullptr ? fittedCalibration() : *constants)) {
            answer->state = State::Found;
            answer->sets = std::move(*found);
        } else {
            answer->state = State::Failed;
            answer->error = QString::fromStdString(found.error().message);
        }
        return [this, answer] { take(answer); };
    });
}

void MendView::take(const std::shared_ptr<const Answer>& answer)
{
    state_ = answer->state;
    error_ = answer->error;
    model_->setSets(catalog_, std::shared_ptr<const std::vector<ChangeSet>>(answer, &answer->sets));
    table_->fitColumns();
    refreshWords();
    refreshApply();
}

std::shared_ptr<const ChangeSet> MendView::selected() const
{
    return model_->set(table_->currentIndex().row());
}

void MendView::clearSelection()
{
    table_->setCurrentIndex({});
    table_->clearSelection();
}

void MendView::refreshApply()
{
    const auto set = selected();
    apply_->setVisible(set != nullptr && changesRequirement(*set));
}

void MendView::refreshWords()
{
    switch (state_) {
    case State::Nothing: table_->setEmptyText(tr("Choose a reason with a machine to mend.")); break;
    case State::Looking: table_->setEmptyText(tr("Looking for the smallest changes …")); break;
    case State::Fine: table_->setEmptyText(tr("Nothing is wrong with it but its price.")); break;
    case State::Found: table_->setEmptyText(tr("No three changes mend it.")); break;
    case State::Failed: table_->setEmptyText(error_); break;
    }
}

void MendView::retranslate()
{
    table_->setAccessibleName(tr("How to mend it"));
    apply_->setText(tr("Use these settings"));
    model_->retranslate();
    table_->fitColumns();
    refreshWords();
}

} // namespace rigwright
