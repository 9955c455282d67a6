// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claim_filter.h"

#include "ui/cell_delegate.h"
#include "ui/claim_table_model.h"

#include <algorithm>

namespace rigwright {

namespace {

ClaimFilter::Kind kindOf(ClaimVerdict verdict)
{
    switch (verdict) {
    case ClaimVerdict::Agrees: return ClaimFilter::Right;
    case ClaimVerdict::TooLow:
    case ClaimVerdict::TooHigh:
    case ClaimVerdict::Impossible: return ClaimFilter::Wrong;
    case ClaimVerdict::Open: break;
    }
    return ClaimFilter::Undecided;
}

} // namespace

ClaimFilter::ClaimFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(kSortRole);
    setSortLocaleAware(true);
}

void ClaimFilter::setWords(const QString& words)
{
    words_ = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void ClaimFilter::setKind(Kind kind)
{
    kind_ = kind;
    invalidateFilter();
}

bool ClaimFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto* claims = qobject_cast<const ClaimTableModel*>(sourceModel());
    const ClaimCheck* check = claims == nullptr ? nullptr : claims->check(row);
    if (check == nullptr || (kind_ != All && kindOf(check->verdict) != kind_)) {
        return false;
    }
    const QString text = claims->index(row, 0, parent).data(kSearchRole).toString();
    return std::ranges::all_of(
        words_, [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace rigwright
