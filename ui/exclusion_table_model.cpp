// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exclusion_table_model.h"

#include "ui/cell_delegate.h"
#include "ui/change_text.h"
#include "ui/text.h"

#include <algorithm>

namespace rigwright {

void ExclusionTableModel::setResult(std::shared_ptr<const Catalog> catalog,
                                    std::shared_ptr<const SearchResult> result)
{
    beginResetModel();
    catalog_ = std::move(catalog);
    result_ = std::move(result);
    rows_.clear();
    if (result_ != nullptr) {
        for (const Exclusion& exclusion : result_->excluded) {
            rows_.push_back(&exclusion);
        }
    }
    std::stable_partition(rows_.begin(), rows_.end(),
                          [](const Exclusion* row) { return row->nearest.has_value(); });
    endResetModel();
}

const Exclusion* ExclusionTableModel::exclusion(int row) const
{
    return row >= 0 && row < rowCount() ? rows_[static_cast<std::size_t>(row)] : nullptr;
}

const EvaluatedBuild* ExclusionTableModel::nearest(int row) const
{
    const Exclusion* shown = exclusion(row);
    return shown != nullptr && shown->nearest ? &*shown->nearest : nullptr;
}

int ExclusionTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ExclusionTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ExclusionTableModel::text(const Exclusion& exclusion, int column) const
{
    switch (column) {
    case Reason: return exclusionText(exclusion);
    case Count: return roundCountText(exclusion.count);
    case Nearest:
        return exclusion.nearest ? QString::fromStdString(exclusion.nearest->title) : tr("none known");
    default: return {};
    }
}

QString ExclusionTableModel::exampleText(const Exclusion& exclusion) const
{
    if (!exclusion.example || catalog_ == nullptr) {
        return {};
    }
    QStringList parts;
    for (const BuildLine& line : exclusion.example->parts) {
        parts << lineText(*catalog_, line);
    }
    return tr("such as %1, %2").arg(parts.join(QStringLiteral(" + ")), moneyText(exclusion.example->price));
}

QVariant ExclusionTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Exclusion& row = *exclusion(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(row, column);
    case Qt::ToolTipRole:
        if (column == Reason && row.example) {
            return text(row, column) + QLatin1Char('\n') + exampleText(row) + QLatin1Char('\n') +
                findingText(row.example->why);
        }
        return column == Reason || column == Nearest ? text(row, column) : QString();
    case kNoteRole:
        return column == Reason                ? exampleText(row)
            : column == Nearest && row.nearest ? moneyText(row.nearest->price)
                                               : QString();
    case Qt::TextAlignmentRole: return alignment(column);
    case kIdRole: return QString::fromStdString(row.reason);
    case kMutedRole: return column >= Nearest && !row.nearest;
    case kSortRole:
        if (column == Count) {
            return static_cast<qlonglong>(row.count);
        }
        return text(row, column);
    default: return {};
    }
}

QString ExclusionTableModel::title(int column) const
{
    switch (column) {
    case Reason: return tr("Left out because");
    case Count: return tr("Candidates");
    case Nearest: return tr("Nearest machine");
    default: return {};
    }
}

bool ExclusionTableModel::isNumber(int column) const
{
    return column == Count;
}

} // namespace rigwright
