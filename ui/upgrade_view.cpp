// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/upgrade_view.h"

#include "detect/system_texts.h"
#include "ui/build_table_model.h"
#include "ui/fields.h"
#include "ui/latest_task.h"
#include "ui/table_view.h"
#include "ui/text.h"
#include "ui/upgrade_table_model.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kMostMoney = 1'000'000'000;
constexpr double kFirstShare = 0.5; ///< of the budget of a whole machine
const auto kSelected = QStringLiteral("selected");
const auto kDetected = QStringLiteral("detected");

} // namespace

UpgradeView::UpgradeView(QWidget* parent)
    : MachineView(parent)
    , detector_([](const Catalog& catalog) { return recognize(catalog, readSystem()); })
    , task_(new LatestTask(this))
    , model_(new UpgradeTableModel(this))
    , fromLabel_(new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted))
    , from_(new Choice(QStringLiteral("upgradeFrom")))
    , budgetLabel_(new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Muted))
    , budget_(new NumberField(QStringLiteral("upgradeBudget")))
    , remark_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , table_(new TableView)
{
    table_->setObjectName(QStringLiteral("upgradeTable"));
    table_->setStretchColumn(UpgradeTableModel::Buy);
    table_->setElasticColumns({UpgradeTableModel::Out, UpgradeTableModel::Buy});
    table_->setModel(model_);
    buildTools();
    connect(task_, &LatestTask::finished, this, &MachineView::settled);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MachineView::shownChanged);
    connect(from_, &QComboBox::currentIndexChanged, this, &UpgradeView::start);
    connect(budget_, &QSpinBox::valueChanged, this, [this] {
        isBudgetChosen_ = true;
        start();
    });
    fillMachines();
    retranslate();
}

void UpgradeView::buildTools()
{
    budget_->setRange(0, kMostMoney);
    budget_->setSingleStep(100);
    budget_->setFixedWidth(110);
    from_->setMinimumWidth(320);
    from_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    fromLabel_->setBuddy(from_);
    budgetLabel_->setBuddy(budget_);
    remark_->setObjectName(QStringLiteral("upgradeRemark"));
    auto* tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(fromLabel_);
    tools->addWidget(from_);
    tools->addSpacing(8);
    tools->addWidget(budgetLabel_);
    tools->addWidget(budget_);
    tools->addSpacing(8);
    tools->addWidget(remark_, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addLayout(tools);
    all->addWidget(table_, 1);
}

void UpgradeView::setDetector(Detector detector)
{
    detector_ = std::move(detector);
}

void UpgradeView::setSelected(const std::shared_ptr<const EvaluatedBuild>& build)
{
    const bool other = build == nullptr || selected_ == nullptr || build->id != selected_->id;
    selected_ = build;
    fillMachines();
    if (other && from_->currentData().toString() == kSelected) {
        start();
    }
}

void UpgradeView::setSaved(const std::vector<SavedMachine>& machines)
{
    saved_ = machines;
    fillMachines();
}

void UpgradeView::fillMachines()
{
    const QString before = from_->currentData().toString();
    {
        const QSignalBlocker quiet(from_);
        from_->clear();
        from_->addItem(selected_ == nullptr
                           ? tr("The selected machine")
                           : tr("Selected: %1").arg(QString::fromStdString(selected_->title)),
                       kSelected);
        from_->addItem(tr("This computer"), kDetected);
        for (const SavedMachine& machine : saved_) {
            from_->addItem(QString::fromStdString(machine.name),
                           QStringLiteral("saved ") + QString::fromStdString(machine.id));
        }
        from_->chooseData(before);
    }
    if (!before.isEmpty() && from_->currentData().toString() != before) {
        start(); // the machine that was chosen is gone
    }
}

std::optional<Build> UpgradeView::startingBuild() const
{
    const QString chosen = from_->currentData().toString();
    if (chosen == kSelected) {
        return selected_ == nullptr ? std::nullopt : std::optional(selected_->build);
    }
    for (const SavedMachine& machine : saved_) {
        if (chosen == QStringLiteral("saved ") + QString::fromStdString(machine.id)) {
            return machine.build;
        }
    }
    return std::nullopt;
}

void UpgradeView::setContext(const SearchContext& context)
{
    context_ = context;
    const Money& most = context.requirement.budget;
    budget_->setUnit(QString::fromStdString(most.currency().code()));
    if (!isBudgetChosen_) {
        const QSignalBlocker quiet(budget_);
        const double first = std::clamp(most.toDouble() * kFirstShare, 0.0, double{kMostMoney});
        budget_->setValue(static_cast<int>(first));
    }
    start();
}

void UpgradeView::showEvent(QShowEvent* event)
{
    MachineView::showEvent(event);
    start();
}

void UpgradeView::start()
{
    answer_ = nullptr;
    model_->setAnswer(context_.catalog, nullptr, context_.requirement.workload);
    const bool detects = from_->currentData().toString() == kDetected;
    const std::optional<Build> build = startingBuild();
    refreshWords();
    if (!isVisible() || context_.catalog == nullptr || (!detects && !build)) {
        task_->cancel();
        Q_EMIT shownChanged();
        return;
    }
    Requirement requirement = context_.requirement;
    requirement.budget = Money::rounded(budget_->value(), requirement.budget.currency());
    task_->start([this, detects, build, requirement, detector = detector_, catalog = context_.catalog,
                  constants = context_.constants](const std::stop_token& stop) -> LatestTask::Delivery {
        auto answer = std::make_shared<Answer>();
        Build from = build.value_or(Build());
        if (detects) {
            const RecognizedMachine recognized = detector(*catalog);
            from = recognized.build;
            for (const RecognizedPart& part : recognized.parts) {
                if (part.part.text().empty()) {
                    answer->unrecognized << QString::fromStdString(part.asNamed);
                }
            }
        }
        if (!from.lines.empty()) {
            auto found = findUpgrades(*catalog, from, requirement, stop,
                                      constants == nullptr ? fittedCalibration() : *constants);
            if (found) {
                answer->found = std::move(*found);
            } else {
                answer->error = QString::fromStdString(found.error().message);
            }
        }
        return [this, answer] { take(answer); };
    });
    Q_EMIT shownChanged();
}

void UpgradeView::take(const std::shared_ptr<const Answer>& answer)
{
    answer_ = answer;
    if (answer->found) {
        model_->setAnswer(context_.catalog, std::shared_ptr<const UpgradeAnswer>(answer, &*answer->found),
                          context_.requirement.workload);
        table_->fitColumns();
    }
    refreshWords();
    Q_EMIT shownChanged();
}

void UpgradeView::refreshWords()
{
    const bool detects = from_->currentData().toString() == kDetected;
    QString empty = tr("Looking for the best steps …");
    QString remark;
    if (!detects && !startingBuild()) {
        empty = tr("Choose a machine to start from.");
    } else if (answer_ != nullptr && !answer_->error.isEmpty()) {
        empty = answer_->error;
    } else if (answer_ != nullptr && !answer_->found) {
        empty = tr("No part of this computer is in the catalog.");
    } else if (answer_ != nullptr) {
        empty = tr("Within this budget no step makes it faster.");
        const auto now = headlineSpeed(answer_->found->now, context_.requirement.workload);
        remark = now ? tr("Now %1").arg(speedText(*now)) : tr("The model doesn't run on it now");
    }
    if (answer_ != nullptr && !answer_->unrecognized.isEmpty()) {
        remark = tr("Not in the catalog: %1").arg(answer_->unrecognized.join(tr(", ")));
    }
    remark_->setText(remark);
    remark_->setToolTip(remark);
    table_->setEmptyText(empty);
}

ShownMachine UpgradeView::shown() const
{
    const Workload& workload = context_.requirement.workload;
    if (const auto step = model_->step(table_->currentIndex().row())) {
        return {std::shared_ptr<const EvaluatedBuild>(step, &step->machine), workload,
                BuildDetails::Role::Changed};
    }
    std::shared_ptr<const EvaluatedBuild> now;
    if (answer_ != nullptr && answer_->found) {
        now = std::shared_ptr<const EvaluatedBuild>(answer_, &answer_->found->now);
    }
    return {std::move(now), workload, BuildDetails::Role::Starting};
}

void UpgradeView::retranslate()
{
    fromLabel_->setText(tr("Start from"));
    from_->setAccessibleName(tr("Machine to start from"));
    budgetLabel_->setText(tr("Spend up to"));
    budget_->setAccessibleName(tr("What the step may cost"));
    table_->setAccessibleName(tr("Upgrade steps"));
    fillMachines();
    model_->retranslate();
    table_->fitColumns();
    refreshWords();
}

} // namespace rigwright
