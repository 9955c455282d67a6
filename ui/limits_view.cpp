// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits_view.h"

#include "ui/action_list.h"
#include "ui/change_text.h"
#include "ui/latest_task.h"
#include "ui/text.h"

#include <QVBoxLayout>

#include <cmath>

namespace rigwright {

namespace {

/// To the next whole unit, so that the field of the budget holds it.
Money roundedUp(const Money& price)
{
    return Money::rounded(std::ceil(price.toDouble()), price.currency());
}

} // namespace

Requirement withoutLimit(Requirement requirement, const LimitPrice& limit)
{
    const std::string& name = limit.limit;
    if (name == "budget") {
        requirement.budget = roundedUp(limit.machine.price);
    } else if (name == "wall-power") {
        requirement.maxWallPower.reset();
    } else if (name == "circuit") {
        requirement.circuit.reset();
    } else if (name == "vendor") {
        requirement.vendor.reset();
    } else if (name == "enclosure") {
        requirement.enclosure = Enclosure::Any;
    } else if (name == "form-factor") {
        requirement.formFactors.clear();
    } else if (name == "ecc") {
        requirement.requireEcc = false;
    } else if (name == "host-offload") {
        requirement.allowHostOffload = true;
    } else if (name == "targets") {
        requirement.minDecode.reset();
        requirement.workload.maxTimeToFirstToken.reset();
        requirement.workload.maxTimePerOutputToken.reset();
    }
    return requirement;
}

LimitsView::LimitsView(QWidget* parent)
    : MachineView(parent)
    , task_(new LatestTask(this))
    , list_(new ActionList(QStringLiteral("limitPrices")))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 8, 0, 0);
    all->addWidget(list_);
    connect(task_, &LatestTask::finished, this, &MachineView::settled);
    connect(list_, &ActionList::showChosen, this, [this](int row) {
        shownRow_ = row;
        Q_EMIT shownChanged();
    });
    connect(list_, &ActionList::applyChosen, this, [this](int row) {
        Q_EMIT requirementWanted(
            withoutLimit(context_.requirement, answer_->limits.at(static_cast<std::size_t>(row))));
    });
}

void LimitsView::setContext(const SearchContext& context)
{
    context_ = context;
    task_->cancel();
    answer_ = nullptr;
    isStarted_ = false;
    shownRow_ = 0;
    refresh();
    if (isVisible()) {
        start();
    }
}

void LimitsView::showEvent(QShowEvent* event)
{
    MachineView::showEvent(event);
    start();
}

void LimitsView::start()
{
    if (isStarted_ || context_.catalog == nullptr || context_.result == nullptr) {
        return;
    }
    isStarted_ = true;
    task_->start([this, context = context_](const std::stop_token& stop) -> LatestTask::Delivery {
        auto answer = std::make_shared<Answer>();
        auto found = priceLimits(*context.catalog, context.requirement, *context.result, stop,
                                 context.constants == nullptr ? fittedCalibration() : *context.constants);
        if (found) {
            answer->limits = std::move(*found);
        } else {
            answer->error = QString::fromStdString(found.error().message);
        }
        return [this, answer] { take(answer); };
    });
}

void LimitsView::take(const std::shared_ptr<const Answer>& answer)
{
    answer_ = answer;
    refresh();
    Q_EMIT shownChanged();
}

void LimitsView::refresh()
{
    list_->setEmptyText(answer_ == nullptr              ? tr("Working out what each limit keeps out …")
                            : !answer_->error.isEmpty() ? answer_->error
                                                        : tr("No limit keeps a better machine out."));
    std::vector<ActionList::Row> rows;
    if (answer_ != nullptr) {
        for (const LimitPrice& limit : answer_->limits) {
            ActionList::Row& row = rows.emplace_back();
            row.text = limitText(limit.text, limit.evidence);
            QStringList notes{tr("price %1").arg(differenceText(limit.difference))};
            if (limit.speedRatio) {
                notes << tr("speed %1").arg(speedRatioText(limit.speedRatio));
            }
            row.note = notes.join(QStringLiteral(" · "));
            row.show = tr("Show");
            row.apply = limit.limit == "budget"
                ? tr("Raise the budget to %1").arg(moneyText(roundedUp(limit.machine.price)))
                : tr("Drop this limit");
        }
    }
    list_->setRows(rows);
}

ShownMachine LimitsView::shown() const
{
    const auto at = static_cast<std::size_t>(shownRow_);
    std::shared_ptr<const EvaluatedBuild> machine;
    if (answer_ != nullptr && at < answer_->limits.size()) {
        machine = std::shared_ptr<const EvaluatedBuild>(answer_, &answer_->limits[at].machine);
    }
    return {std::move(machine), context_.requirement.workload, BuildDetails::Role::Proposed};
}

void LimitsView::retranslate()
{
    list_->setAccessibleName(tr("What the limits cost"));
    refresh();
}

} // namespace rigwright
