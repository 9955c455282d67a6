// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/upgrade_table_model.h"

#include "ui/build_table_model.h"
#include "ui/cell_delegate.h"
#include "ui/change_text.h"
#include "ui/text.h"

#include <QStringList>

namespace rigwright {

namespace {

/// What must be bought, or taken out: of a part that stays, only as many more or fewer.
std::optional<BuildLine> movedBy(const PartChange& change, bool bought)
{
    const auto& wanted = bought ? change.after : change.before;
    const auto& other = bought ? change.before : change.after;
    if (!wanted) {
        return std::nullopt;
    }
    BuildLine line = *wanted;
    if (other && other->part == line.part) {
        line.quantity -= other->quantity;
    }
    return line.quantity > 0 ? std::optional(line) : std::nullopt;
}

} // namespace

void UpgradeTableModel::setAnswer(std::shared_ptr<const Catalog> catalog,
                                  std::shared_ptr<const UpgradeAnswer> answer, const Workload& workload)
{
    beginResetModel();
    catalog_ = std::move(catalog);
    answer_ = std::move(answer);
    workload_ = workload;
    endResetModel();
}

std::shared_ptr<const ChangeSet> UpgradeTableModel::step(int row) const
{
    return row >= 0 && row < rowCount()
        ? std::shared_ptr<const ChangeSet>(answer_, &answer_->steps[static_cast<std::size_t>(row)])
        : nullptr;
}

int UpgradeTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || answer_ == nullptr ? 0 : static_cast<int>(answer_->steps.size());
}

int UpgradeTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString UpgradeTableModel::partsText(const ChangeSet& step, bool bought) const
{
    QStringList parts;
    for (const PartChange& change : step.parts) {
        if (const auto line = movedBy(change, bought)) {
            parts << lineText(*catalog_, *line);
        }
    }
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(QStringLiteral(" + "));
}

QString UpgradeTableModel::speedOf(const EvaluatedBuild& build) const
{
    const auto speed = headlineSpeed(build, workload_);
    return speed ? rangeText(*speed) : tr("none");
}

QString UpgradeTableModel::text(const ChangeSet& step, int column) const
{
    switch (column) {
    case Buy: return partsText(step, true);
    case Out: return partsText(step, false);
    case Cost: return moneyText(step.cost);
    case Speed: return QStringLiteral("%1 → %2").arg(speedOf(answer_->now), speedOf(step.machine));
    default: return {};
    }
}

QVariant UpgradeTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ChangeSet& shown = answer_->steps[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(shown, column);
    case Qt::ToolTipRole: return column <= Out ? text(shown, column) : QString();
    case Qt::TextAlignmentRole: return alignment(column);
    case kMutedRole: return column == Out;
    default: return {};
    }
}

QString UpgradeTableModel::title(int column) const
{
    switch (column) {
    case Buy: return tr("To buy");
    case Out: return tr("Comes out");
    case Cost: return tr("Cost");
    case Speed: return tr("tokens/s");
    default: return {};
    }
}

bool UpgradeTableModel::isNumber(int column) const
{
    return column == Cost || column == Speed;
}

} // namespace rigwright
