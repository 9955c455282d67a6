// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers_model.h"

#include "ui/cell_delegate.h"
#include "ui/text.h"

#include <algorithm>

namespace rigwright {

OffersModel::OffersModel(const Date& today, QObject* parent)
    : QAbstractTableModel(parent)
    , today_(today)
{ }

void OffersModel::showOffers(const std::vector<Offer>& offers, const PricePolicy& policy)
{
    beginResetModel();
    policy_ = policy;
    offers_ = offers;
    std::ranges::stable_sort(offers_, std::ranges::greater(), &Offer::date);
    const Offer* current = currentOffer(offers_);
    counts_ = current == nullptr ? -1 : static_cast<int>(current - offers_.data());
    endResetModel();
}

void OffersModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

const Offer* OffersModel::offer(int row) const
{
    return row >= 0 && row < rowCount() ? &offers_[static_cast<std::size_t>(row)] : nullptr;
}

int OffersModel::rowThatCounts() const
{
    return counts_;
}

int OffersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(offers_.size());
}

int OffersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OffersModel::text(const Offer& offer, int column) const
{
    switch (column) {
    case Price: return moneyText(offer.price);
    case What: return priceKindText(offer.kind);
    default: return dateText(offer.date);
    }
}

QString OffersModel::note(const Offer& offer, int column) const
{
    switch (column) {
    case What: {
        constexpr qsizetype kLongestSource = 24; ///< the whole is in the tip
        const QString whole = QString::fromStdString(offer.source);
        const QString source =
            whole.size() > kLongestSource ? whole.left(kLongestSource - 1) + QStringLiteral("…") : whole;
        const QString region = offer.region == "world" ? QString() : QString::fromStdString(offer.region);
        return region.isEmpty() || source.isEmpty() ? region + source
                                                    : QStringLiteral("%1, %2").arg(region, source);
    }
    case When:
        return offer.validUntil ? tr("until %1").arg(dateText(*offer.validUntil))
                                : ageText(offer.date, today_);
    default: return {};
    }
}

QVariant OffersModel::tags(const Offer& offer, int column) const
{
    CellTags tags;
    if (column == What && offer.own) {
        tags.append({TagKind::Neutral, tr("own %1").arg(priceKindText(offer.kind))});
    }
    if (column == When && offer.validUntil && *offer.validUntil < today_) {
        tags.append({TagKind::Warning, tr("expired")});
    } else if (column == When && isOld(offer.date, today_, policy_)) {
        tags.append({TagKind::Warning, dateText(offer.date)});
    }
    return tags.isEmpty() ? QVariant() : QVariant::fromValue(tags);
}

QVariant OffersModel::data(const QModelIndex& index, int role) const
{
    const Offer* shown = offer(index.row());
    if (shown == nullptr) {
        return {};
    }
    const bool counts = index.row() == counts_;
    switch (role) {
    case Qt::DisplayRole: return text(*shown, index.column());
    case Qt::ToolTipRole:
        return index.column() == Price && counts
            ? tr("%1 counts: the user's own price comes first, then the best kind that is not outdated")
                  .arg(exactMoneyText(shown->price))
            : index.column() == What ? QString::fromStdString(shown->source)
                                     : exactMoneyText(shown->price);
    case kNoteRole: return note(*shown, index.column());
    case kTagsRole: return tags(*shown, index.column());
    case kMarkRole:
        return static_cast<int>(index.column() != Price ? CellMark::None
                                    : counts            ? CellMark::Filled
                                                        : CellMark::Hollow);
    case kMutedRole: return !counts && index.column() == Price;
    default: return {};
    }
}

QVariant OffersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Price ? tr("Price") : section == What ? tr("What price") : tr("Of");
}

} // namespace rigwright
