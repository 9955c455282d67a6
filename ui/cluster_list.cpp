// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cluster_list.h"

#include "builds/search.h"
#include "ui/action_list.h"
#include "ui/dialog_parts.h"
#include "ui/latest_task.h"
#include "ui/launch_view.h"
#include "ui/text.h"

#include <QDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {

QString sharingText(ClusterKind kind)
{
    switch (kind) {
    case ClusterKind::Replicas: return ClusterList::tr("each holds the whole model");
    case ClusterKind::Pipeline: return ClusterList::tr("each holds a part of the layers");
    }
    return {};
}

ActionList::Row rowOf(const ClusterProposal& proposal)
{
    ActionList::Row row;
    row.kind = TagKind::Warning;
    row.tag = ClusterList::tr("proposal");
    row.text = ClusterList::tr("%1 machines, each with %2: %3")
                   .arg(proposal.nodes)
                   .arg(QString::fromStdString(proposal.node.title), moneyText(proposal.price));
    QStringList notes{sharingText(proposal.kind)};
    if (proposal.speed) {
        notes << ClusterList::tr("%1 together").arg(speedText(proposal.speed->total));
    }
    notes << wattsText(proposal.wallPower);
    row.note = notes.join(QStringLiteral(" · "));
    for (const Finding& finding : proposal.findings) {
        row.note += QLatin1Char('\n') + findingText(finding);
    }
    row.show = ClusterList::tr("Show one");
    row.apply = ClusterList::tr("Launch");
    return row;
}

} // namespace

ClusterList::ClusterList(QWidget* parent)
    : MachineView(parent)
    , task_(new LatestTask(this))
    , list_(new ActionList(QStringLiteral("clusters")))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(list_);
    connect(task_, &LatestTask::finished, this, &MachineView::settled);
    connect(list_, &ActionList::showChosen, this, [this](int row) {
        shownRow_ = row;
        Q_EMIT shownChanged();
    });
    connect(list_, &ActionList::applyChosen, this, &ClusterList::openLaunch);
}

void ClusterList::openLaunch(int row)
{
    const auto at = static_cast<std::size_t>(row);
    if (answer_ == nullptr || row < 0 || at >= answer_->proposals.size()) {
        return;
    }
    const std::shared_ptr<const ClusterProposal> cluster(answer_, &answer_->proposals[at]);
    constexpr QSize kRoom(900, 600);
    auto* dialog = new QDialog(this);
    dialog->setObjectName(QStringLiteral("clusterLaunch"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(
        tr("%1 machines, each with %2").arg(cluster->nodes).arg(QString::fromStdString(cluster->node.title)));
    auto* view = new LaunchView;
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(view);
    auto* close = namedButton(QStringLiteral("closeClusterLaunch"));
    close->setText(tr("Close"));
    connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    view->showCluster(context_.catalog, cluster, context_.requirement);
    dialog->resize(kRoom);
    dialog->open();
}

void ClusterList::setContext(const SearchContext& context)
{
    context_ = context;
    task_->cancel();
    answer_ = nullptr;
    isStarted_ = false;
    shownRow_ = -1;
    refresh();
    if (isVisible()) {
        start();
    }
}

void ClusterList::showEvent(QShowEvent* event)
{
    MachineView::showEvent(event);
    start();
}

void ClusterList::start()
{
    const bool isWanted =
        context_.catalog != nullptr && context_.result != nullptr && context_.result->builds.empty();
    if (isStarted_ || !isWanted) {
        return;
    }
    isStarted_ = true;
    refresh();
    task_->start([this, context = context_](const std::stop_token& stop) -> LatestTask::Delivery {
        auto answer = std::make_shared<Answer>();
        auto found = proposeClusters(*context.catalog, context.requirement, *context.result, stop,
                                     context.constants == nullptr ? fittedCalibration() : *context.constants);
        if (found) {
            answer->proposals = std::move(*found);
        } else {
            answer->error = QString::fromStdString(found.error().message);
        }
        return [this, answer] {
            answer_ = answer;
            refresh();
        };
    });
}

void ClusterList::refresh()
{
    std::vector<ActionList::Row> rows;
    QString empty;
    if (answer_ != nullptr) {
        for (const ClusterProposal& proposal : answer_->proposals) {
            rows.push_back(rowOf(proposal));
        }
        empty = answer_->error.isEmpty() ? tr("Several equal machines together don't meet it either.")
                                         : answer_->error;
    } else if (isStarted_) {
        empty = tr("Looking for several machines that do it together …");
    }
    list_->setEmptyText(empty);
    list_->setRows(rows);
}

ShownMachine ClusterList::shown() const
{
    const auto at = static_cast<std::size_t>(shownRow_);
    std::shared_ptr<const EvaluatedBuild> machine;
    if (answer_ != nullptr && shownRow_ >= 0 && at < answer_->proposals.size()) {
        machine = std::shared_ptr<const EvaluatedBuild>(answer_, &answer_->proposals[at].node);
    }
    return {std::move(machine), context_.requirement.workload, BuildDetails::Role::Proposed};
}

void ClusterList::retranslate()
{
    list_->setAccessibleName(tr("Several machines together"));
    refresh();
}

} // namespace rigwright
