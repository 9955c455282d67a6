// SPDX-License-Identifier: GPL-3.0-or-later
// The chart of the machines' page, and what stands in its place where there is no machine.
#include "ui/build_table_model.h"
#include "ui/builds_page.h"
#include "ui/cluster_list.h"
#include "ui/exclusion_table_model.h"
#include "ui/exclusions_view.h"
#include "ui/price_speed_chart.h"
#include "ui/text.h"

#include <QLabel>
#include <QStackedWidget>

#include <algorithm>

namespace rigwright {

namespace {

PricePoint pointOf(const EvaluatedBuild& build, const Range<TokensPerSecond>& speed)
{
    PricePoint point;
    point.id = QString::fromStdString(build.id);
    point.name = QString::fromStdString(build.title);
    point.price = build.price.toDouble();
    point.priceText = moneyText(build.price);
    point.low = speed.low.value();
    point.mid = speed.mid.value();
    point.high = speed.high.value();
    point.front = build.onFront;
    point.tip = QStringLiteral("<b>%1</b><br>%2 · %3<br>%4 · %5")
                    .arg(point.name.toHtmlEscaped(), point.priceText.toHtmlEscaped(), speedText(speed),
                         boundText(build.speed->bound), wattsText(build.wallPower));
    return point;
}

} // namespace

void BuildsPage::refreshChart()
{
    std::vector<PricePoint> points;
    const int count = model_->rowCount();
    std::int64_t front = 0;
    for (int row = 0; row < count; ++row) {
        const EvaluatedBuild& build = *model_->build(row);
        front += build.onFront ? 1 : 0;
        if (const auto speed = headlineSpeed(build, requirement_.workload)) {
            points.push_back(pointOf(build, *speed));
        }
    }
    std::optional<BudgetMark> budget;
    if (requirement_.budget.minorUnits() > 0) {
        budget =
            BudgetMark{requirement_.budget.toDouble(), tr("budget %1").arg(moneyText(requirement_.budget))};
    }
    const bool empty = points.empty();
    chart_->setPoints(std::move(points), budget,
                      QString::fromStdString(requirement_.budget.currency().sign()));
    const WorkloadKind kind = requirement_.workload.kind;
    const bool isOneStream = kind == WorkloadKind::Chat || isTraining(kind);
    chart_->setAxisTitles(tr("price, %1").arg(QString::fromStdString(requirement_.budget.currency().code())),
                          isOneStream ? tr("tokens/s") : tr("tokens/s, all users"));
    chartStack_->setCurrentIndex(empty ? 1 : 0);
    const QString remark = result_ == nullptr
        ? QString()
        : tr("● %1 of %2 on the front   ○ beside it")
              .arg(countText(front), roundCountText(result_->considered));
    chartCard_->setRemark(count == 0 ? QString() : remark);
    chart_->setAccessibleName(tr("Price against speed"));
    chart_->setAccessibleDescription(remark);
}

void BuildsPage::refreshEmptyState()
{
    clusters_->setVisible(result_ != nullptr && result_->builds.empty());
    if (result_ == nullptr) {
        emptyTitle_->setText(tr("No machines yet"));
        emptyText_->setText(tr("Machines that run the model appear here, by price and speed."));
        return;
    }
    if (!result_->builds.empty()) {
        emptyTitle_->setText(tr("No speed is known"));
        emptyText_->setText(tr("The machines below lack a figure that their speed follows from."));
        return;
    }
    emptyTitle_->setText(tr("No machine meets the requirement"));
    constexpr int kMostReasons = 3;
    QStringList lines{tr("%1 candidates were considered.").arg(roundCountText(result_->considered))};
    for (int row = 0; row < std::min(exclusions_->reasons().rowCount(), kMostReasons); ++row) {
        const Exclusion& reason = *exclusions_->reasons().exclusion(row);
        lines.append(reason.nearest
                         ? tr("%1: the nearest is %2, %3")
                               .arg(exclusionText(reason), QString::fromStdString(reason.nearest->title),
                                    moneyText(reason.nearest->price))
                         : tr("%1: %2 candidates").arg(exclusionText(reason), roundCountText(reason.count)));
    }
    emptyText_->setText(lines.join(QLatin1Char('\n')));
}

} // namespace rigwright
