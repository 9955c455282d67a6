// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_sources_model.h"

#include "ui/cell_delegate.h"
#include "ui/text.h"

namespace rigwright {

namespace {

QString originText(SourceKind kind)
{
    switch (kind) {
    case SourceKind::Catalog: return CostSourcesModel::tr("catalog");
    case SourceKind::User: return CostSourcesModel::tr("entered");
    case SourceKind::Default: return CostSourcesModel::tr("default");
    case SourceKind::Estimate: return CostSourcesModel::tr("estimate");
    }
    return {};
}

TagKind tagKindOf(const CostSource& source)
{
    if (source.kind != SourceKind::Catalog) {
        return TagKind::Neutral;
    }
    return source.state == Verification::Unverified ? TagKind::Unknown : TagKind::Good;
}

} // namespace

void CostSourcesModel::setComparison(std::shared_ptr<const CostComparison> comparison)
{
    // Moving a slider changes values and no rows; a view keeps its place and its filter then.
    const int before = rowCount();
    const int after = comparison == nullptr ? 0 : static_cast<int>(comparison->sources.size());
    if (before == after && before > 0) {
        comparison_ = std::move(comparison);
        Q_EMIT dataChanged(index(0, 0), index(before - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    comparison_ = std::move(comparison);
    endResetModel();
}

int CostSourcesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || comparison_ == nullptr ? 0 : static_cast<int>(comparison_->sources.size());
}

int CostSourcesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CostSourcesModel::text(int row, int column) const
{
    const CostSource& shown = source(row);
    switch (column) {
    case What: return costsText(shown.what, shown.evidence);
    case Value: return QString::fromStdString(shown.value);
    case Origin: return originText(shown.kind);
    case Source: return shown.source.empty() ? QStringLiteral("–") : QString::fromStdString(shown.source);
    case Dated: return shown.date ? dateText(*shown.date) : QStringLiteral("–");
    case State:
        return shown.kind == SourceKind::Catalog ? verificationText(shown.state) : QStringLiteral("–");
    default: return {};
    }
}

QVariant CostSourcesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
    case kSortRole: return text(row, column);
    case kSearchRole: {
        QStringList all;
        for (int each = 0; each < ColumnCount; ++each) {
            all << text(row, each);
        }
        return all.join(QLatin1Char(' '));
    }
    case kTagsRole:
        return column == State && source(row).kind == SourceKind::Catalog
            ? QVariant::fromValue(CellTags{{tagKindOf(source(row)), text(row, column)}})
            : QVariant();
    case kMutedRole: return column != What && column != Value;
    case Qt::TextAlignmentRole: return alignment(column);
    default: return {};
    }
}

QString CostSourcesModel::title(int column) const
{
    switch (column) {
    case What: return tr("Figure");
    case Value: return tr("Value");
    case Origin: return tr("From");
    case Source: return tr("Source");
    case Dated: return tr("Date");
    case State: return tr("State");
    default: return {};
    }
}

bool CostSourcesModel::isNumber(int column) const
{
    return column == Value;
}

} // namespace rigwright
