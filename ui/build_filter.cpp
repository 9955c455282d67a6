// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build_filter.h"

#include "ui/cell_delegate.h"

#include <algorithm>

namespace rigwright {

BuildFilter::BuildFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(kSortRole);
    setSortLocaleAware(true);
}

void BuildFilter::setWords(const QString& words)
{
    words_ = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void BuildFilter::setFrontOnly(bool frontOnly)
{
    frontOnly_ = frontOnly;
    invalidateFilter();
}

bool BuildFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex machine = sourceModel()->index(row, 0, parent);
    if (frontOnly_ && machine.data(kMarkRole).toInt() != static_cast<int>(CellMark::Filled)) {
        return false;
    }
    const QString text = machine.data(kSearchRole).toString();
    return std::ranges::all_of(
        words_, [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace rigwright
