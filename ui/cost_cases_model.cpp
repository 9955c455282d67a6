// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_cases_model.h"

#include "ui/cell_delegate.h"
#include "ui/cost_offer_text.h"
#include "ui/cost_words.h"
#include "ui/text.h"

#include <QLocale>

#include <algorithm>

namespace rigwright {

namespace {

const QString kNone = QStringLiteral("–");

const CostScenario* otherOf(const CostComparison& comparison, const BreakEven& answer)
{
    return answer.against ? &comparison.scenarios.at(*answer.against) : nullptr;
}

const CostScenario* cloudOf(const CostComparison& comparison)
{
    return otherOf(comparison, comparison.breakEven);
}

const CostScenario* apiOf(const CostComparison& comparison)
{
    return otherOf(comparison, comparison.apiBreakEven);
}

QString totalOf(const CostScenario* scenario)
{
    return scenario == nullptr ? kNone : moneyText(scenario->total);
}

QString perMillionOf(const CostScenario* scenario)
{
    return scenario == nullptr || !scenario->perMillionTokens ? kNone
                                                              : perMillionText(*scenario->perMillionTokens);
}

QString answerText(const BreakEven& answer)
{
    const QString months = breakEvenText(answer);
    return !months.isEmpty() ? months : answer.against ? CostCasesModel::tr("never") : kNone;
}

QString useText(const CostComparison& comparison)
{
    const Use& use = comparison.assumptions.use;
    constexpr double kHoursADay = 24;
    switch (use.kind) {
    case UseKind::Hours:
        return CostCasesModel::tr("%1 h a day").arg(QLocale().toString(use.utilization * kHoursADay, 'f', 1));
    case UseKind::Users:
        return CostCasesModel::tr("%1 users × %2")
            .arg(QLocale().toString(use.users, 'f', 0), QLocale().toString(use.requestsPerUser, 'f', 1));
    case UseKind::Profile: return CostCasesModel::tr("a profile");
    }
    return {};
}

} // namespace

void CostCasesModel::showCases(std::vector<ReckonedCase> cases)
{
    cases_ = std::move(cases);
    fill();
}

void CostCasesModel::add(const QString& name, const std::function<QString(const CostComparison&)>& cellOf)
{
    Row row{name, {}, false};
    for (const ReckonedCase& each : cases_) {
        row.cells << (each.comparison == nullptr ? kNone : cellOf(*each.comparison));
    }
    row.differs =
        std::ranges::any_of(row.cells, [&row](const QString& cell) { return cell != row.cells.front(); });
    rows_.push_back(std::move(row));
}

void CostCasesModel::addTotals()
{
    add(tr("Owning, total"), [](const CostComparison& all) { return totalOf(&all.scenarios.front()); });
    add(tr("Cloud, total"), [](const CostComparison& all) { return totalOf(cloudOf(all)); });
    add(tr("API, total"), [](const CostComparison& all) { return totalOf(apiOf(all)); });
    add(tr("Owning, present value"),
        [](const CostComparison& all) { return moneyText(all.scenarios.front().presentValue); });
    add(tr("Cloud, present value"), [](const CostComparison& all) {
        const CostScenario* cloud = cloudOf(all);
        return cloud == nullptr ? kNone : moneyText(cloud->presentValue);
    });
}

void CostCasesModel::addAnswers()
{
    add(tr("Pays after, cloud"), [](const CostComparison& all) { return answerText(all.breakEven); });
    add(tr("Pays after, API"), [](const CostComparison& all) { return answerText(all.apiBreakEven); });
}

void CostCasesModel::fill()
{
    beginResetModel();
    rows_.clear();
    if (cases_.size() > 1) {
        addAnswers();
        addTotals();
        add(tr("Owning, per 1M tokens"),
            [](const CostComparison& all) { return perMillionOf(&all.scenarios.front()); });
        add(tr("Cloud, per 1M tokens"), [](const CostComparison& all) { return perMillionOf(cloudOf(all)); });
        add(tr("API, per 1M tokens"), [](const CostComparison& all) { return perMillionOf(apiOf(all)); });
        add(tr("Owning, CO₂e"), [](const CostComparison& all) {
            const auto& carbon = all.scenarios.front().carbon;
            return carbon ? carbonText(*carbon) : tr("unknown");
        });
        add(tr("Use"), useText);
        add(tr("Years"), [](const CostComparison& all) { return countText(all.assumptions.years); });
        add(tr("Electricity, per kWh"),
            [](const CostComparison& all) { return moneyRateText(all.assumptions.running.electricity); });
    }
    endResetModel();
}

int CostCasesModel::differences() const
{
    return static_cast<int>(std::ranges::count(rows_, true, &Row::differs));
}

int CostCasesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CostCasesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || rows_.empty() ? 0 : 1 + static_cast<int>(cases_.size());
}

QVariant CostCasesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (index.column() == 0) {
        switch (role) {
        case Qt::DisplayRole: return row.name;
        case Qt::AccessibleTextRole: return row.differs ? tr("%1, differs").arg(row.name) : row.name;
        case kMarkRole: return static_cast<int>(row.differs ? CellMark::Filled : CellMark::None);
        case kMutedRole: return true;
        default: return {};
        }
    }
    const ReckonedCase& shown = cases_[static_cast<std::size_t>(index.column() - 1)];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return row.cells.value(index.column() - 1);
    case Qt::ToolTipRole: return shown.error.isEmpty() ? row.cells.value(index.column() - 1) : shown.error;
    case kMutedRole: return !row.differs;
    default: return {};
    }
}

QVariant CostCasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if ((role != Qt::DisplayRole && role != Qt::ToolTipRole) || section == 0 ||
        section > static_cast<int>(cases_.size())) {
        return {};
    }
    return cases_[static_cast<std::size_t>(section - 1)].name;
}

} // namespace rigwright
