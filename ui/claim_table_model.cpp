// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claim_table_model.h"

#include "ui/cell_delegate.h"
#include "ui/claim_text.h"

#include <QStringList>

#include <algorithm>

namespace rigwright {

namespace {

/// The worst first: what can't be, then what is far off, what agrees, what is open.
double severityOf(const ClaimCheck& check)
{
    constexpr double kFar = 1e6;
    switch (check.verdict) {
    case ClaimVerdict::Impossible: return -2 * kFar;
    case ClaimVerdict::TooLow:
    case ClaimVerdict::TooHigh: return -std::min(check.factor.value_or(kFar), kFar);
    case ClaimVerdict::Agrees: return 1;
    case ClaimVerdict::Open: break;
    }
    return 2;
}

} // namespace

void ClaimTableModel::setChecks(std::shared_ptr<const ClaimChecks> checks)
{
    beginResetModel();
    checks_ = std::move(checks);
    makeTexts();
    endResetModel();
}

void ClaimTableModel::retranslate()
{
    makeTexts();
    TitledTable::retranslate();
}

const ClaimCheck* ClaimTableModel::check(int row) const
{
    return row >= 0 && row < rowCount() ? &(*checks_)[static_cast<std::size_t>(row)] : nullptr;
}

int ClaimTableModel::countOf(ClaimVerdict verdict) const
{
    return checks_ == nullptr ? 0
                              : static_cast<int>(std::ranges::count(*checks_, verdict, &ClaimCheck::verdict));
}

int ClaimTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || checks_ == nullptr ? 0 : static_cast<int>(checks_->size());
}

int ClaimTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void ClaimTableModel::makeTexts()
{
    texts_.clear();
    for (int row = 0; row < rowCount(); ++row) {
        const ClaimCheck& shown = *check(row);
        texts_.push_back({QString::fromStdString(shown.claim->guide()), claimText(*shown.claim),
                          claimedFigures(*shown.claim), oursFigures(shown, WithUnit::No),
                          measuredFigures(*shown.claim, WithUnit::No), verdictText(shown),
                          claimReason(shown)});
    }
}

const QString& ClaimTableModel::text(int row, int column) const
{
    return texts_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
}

QVariant ClaimTableModel::sortKey(int row, int column) const
{
    const ClaimCheck& shown = *check(row);
    switch (column) {
    case Guide: return row;
    case Claimed: return shown.claim->low.value_or(-1);
    case Ours: return shown.ours ? shown.ours->mid : -1;
    case Measured: return shown.claim->measurement ? shown.claim->measurement->low : -1;
    case VerdictColumn: return severityOf(shown);
    default: return text(row, column);
    }
}

QVariant ClaimTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ClaimCheck& shown = *check(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), column);
    case Qt::ToolTipRole:
        return column == Guide                          ? QString::fromStdString(shown.claim->id)
            : column == ClaimColumn || column == Reason ? text(index.row(), column)
                                                        : QString();
    case Qt::TextAlignmentRole: return alignment(column);
    case kSortRole: return sortKey(index.row(), column);
    case kIdRole: return QString::fromStdString(shown.claim->id);
    case kSearchRole:
        return QStringList{QString::fromStdString(shown.claim->id), text(index.row(), ClaimColumn),
                           text(index.row(), VerdictColumn), text(index.row(), Reason)}
            .join(QLatin1Char(' '));
    case kTagsRole:
        return column == VerdictColumn
            ? QVariant::fromValue(CellTags{{verdictTag(shown.verdict), text(index.row(), VerdictColumn)}})
            : QVariant();
    case kMutedRole: {
        const bool isNear =
            column == Measured && (!shown.claim->measurement || !shown.claim->measurement->same);
        return column == Guide || column == Reason || isNear || (column == Ours && !shown.ours);
    }
    default: return {};
    }
}

QVariant ClaimTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == Measured) {
        return tr("Published measurements; ≈ of a near scenario");
    }
    return TitledTable::headerData(section, orientation, role);
}

QString ClaimTableModel::title(int column) const
{
    switch (column) {
    case Guide: return tr("Guide");
    case ClaimColumn: return tr("Claim");
    case Claimed: return tr("Claimed");
    case Ours: return tr("Our estimate");
    case Measured: return tr("Measured");
    case VerdictColumn: return tr("Verdict");
    case Reason: return tr("Why");
    default: return {};
    }
}

bool ClaimTableModel::isNumber(int column) const
{
    return column == Claimed || column == Ours || column == Measured;
}

} // namespace rigwright
