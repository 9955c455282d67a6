// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_table_model.h"

#include "ui/catalog_edits.h"
#include "ui/catalog_tags.h"
#include "ui/catalog_words.h"
#include "ui/figure_text.h"
#include "ui/text.h"

#include <algorithm>

namespace rigwright {

namespace {

const Column* columnIn(const TableSpec& spec, const std::string& name)
{
    const auto found = std::ranges::find(spec.columns, name, &Column::name);
    return found == spec.columns.end() ? nullptr : &*found;
}

/// Whose the part is.
CellMark markOf(const PartEntry& part)
{
    return part.origin == PartOrigin::Own   ? CellMark::Filled
        : part.origin == PartOrigin::Edited ? CellMark::Hollow
                                            : CellMark::None;
}

} // namespace

QString priceStandingText(const Offer& offer, const Date& today)
{
    constexpr int kMonth = 30;
    constexpr int kYear = 365;
    const int days = std::max(0, today.daysSince(offer.date));
    const QString age = days < 2 * kMonth ? CatalogTableModel::tr("%1 d").arg(days)
        : days < 2 * kYear                ? CatalogTableModel::tr("%1 mo").arg(days / kMonth)
                                          : CatalogTableModel::tr("%1 y").arg(days / kYear);
    switch (offer.kind) {
    case PriceKind::Quote: return CatalogTableModel::tr("quote, %1").arg(age);
    case PriceKind::Street: return CatalogTableModel::tr("street, %1").arg(age);
    case PriceKind::List: return CatalogTableModel::tr("list, %1").arg(age);
    case PriceKind::Msrp: return CatalogTableModel::tr("MSRP, %1").arg(age);
    case PriceKind::Estimate: return CatalogTableModel::tr("estimate, %1").arg(age);
    }
    return age;
}

CatalogTableModel::CatalogTableModel(const Date& today, QObject* parent)
    : QAbstractTableModel(parent)
    , today_(today)
{
    setTable({});
}

void CatalogTableModel::setTable(const std::string& table)
{
    spec_ = findPartTable(table);
    columns_ = {{Kind::Star, {}}, {Kind::Manufacturer, "manufacturer"}, {Kind::Name, "name"}};
    if (spec_ == nullptr) {
        columns_.insert(columns_.begin() + 1, {Kind::Table, {}});
    } else {
        for (const std::string& key : keyColumns(table)) {
            if (columnIn(*spec_, key) != nullptr) {
                columns_.push_back({Kind::Key, key});
            }
        }
    }
    columns_.insert(columns_.end(),
                    {{Kind::Price, {}}, {Kind::PriceKind, {}}, {Kind::State, "verification"}});
}

void CatalogTableModel::showHits(std::shared_ptr<const CatalogView> view, std::vector<std::size_t> positions,
                                 const std::string& table)
{
    beginResetModel();
    view_ = std::move(view);
    positions_ = std::move(positions);
    setTable(table);
    endResetModel();
}

void CatalogTableModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

const PartEntry* CatalogTableModel::part(int row) const
{
    const bool known = row >= 0 && row < rowCount();
    return known ? &view_->parts[positions_[static_cast<std::size_t>(row)]] : nullptr;
}

int CatalogTableModel::rowOf(const PartId& id) const
{
    const PartEntry* wanted = view_ == nullptr ? nullptr : view_->find(id);
    if (wanted == nullptr) {
        return -1;
    }
    const auto position = static_cast<std::size_t>(wanted - view_->parts.data());
    const auto found = std::ranges::find(positions_, position);
    return found == positions_.end() ? -1 : static_cast<int>(found - positions_.begin());
}

int CatalogTableModel::leastColumn() const
{
    const auto found = std::ranges::find(columns_.rbegin(), columns_.rend(), Kind::Key, &Shown::kind);
    return static_cast<int>(columns_.rend() - found) - 1;
}

int CatalogTableModel::columnOf(Kind kind) const
{
    const auto found = std::ranges::find(columns_, kind, &Shown::kind);
    return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
}

std::string CatalogTableModel::orderOf(int column) const
{
    const Shown& shown = columns_.at(static_cast<std::size_t>(column));
    switch (shown.kind) {
    case Kind::Star: return CatalogOrder::kFavourite;
    case Kind::Table: return CatalogOrder::kTable;
    case Kind::Price: return CatalogOrder::kPrice;
    case Kind::PriceKind: return CatalogOrder::kPriceAge;
    default: return shown.column;
    }
}

std::string CatalogTableModel::sheetColumnOf(int column) const
{
    return columns_.at(static_cast<std::size_t>(column)).column;
}

int CatalogTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(positions_.size());
}

int CatalogTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

bool CatalogTableModel::isNumber(const Shown& shown) const
{
    if (shown.kind != Kind::Key) {
        return shown.kind == Kind::Price;
    }
    const Column* column = columnIn(*spec_, shown.column);
    return column != nullptr && (column->type == CellType::Whole || column->type == CellType::Decimal);
}

QString CatalogTableModel::text(const PartEntry& part, const Shown& shown) const
{
    const Offer* offer = currentOffer(part.offers);
    switch (shown.kind) {
    case Kind::Star: return part.marks.favourite ? QStringLiteral("★") : QStringLiteral("☆");
    case Kind::Table: return tableText(part.sheet.spec->name);
    case Kind::Price: return offer == nullptr ? QStringLiteral("–") : moneyText(offer->price);
    case Kind::PriceKind: return offer == nullptr ? tr("no price") : priceStandingText(*offer, today_);
    case Kind::State: return {};
    default: break;
    }
    const Column* column = columnIn(*part.sheet.spec, shown.column);
    const QString text = column == nullptr ? QString() : figureText(*column, part.sheet.cell(shown.column));
    return text.isEmpty() ? QStringLiteral("–") : text;
}

QVariant CatalogTableModel::tags(const PartEntry& part, Kind kind) const
{
    if (kind == Kind::State) {
        return QVariant::fromValue(chiefTag(part));
    }
    const Offer* offer = kind == Kind::PriceKind ? currentOffer(part.offers) : nullptr;
    if (offer != nullptr && isOld(offer->date, today_, view_->catalog->pricePolicy)) {
        return QVariant::fromValue(CellTags{{TagKind::Warning, priceStandingText(*offer, today_)}});
    }
    return {};
}

QString CatalogTableModel::tip(const PartEntry& part, Kind kind) const
{
    switch (kind) {
    case Kind::Star:
        return part.marks.favourite ? tr("A favourite: click to take the star away")
                                    : tr("Click to make it a favourite");
    case Kind::Price:
    case Kind::PriceKind: {
        const Offer* offer = currentOffer(part.offers);
        return offer == nullptr ? tr("Nobody has a price for it yet")
                                : QStringLiteral("%1 · %2 · %3 · %4")
                                      .arg(exactMoneyText(offer->price), priceKindText(offer->kind),
                                           QString::fromStdString(offer->source), dateText(offer->date));
    }
    case Kind::Manufacturer:
    case Kind::Name: return partText(part.sheet);
    case Kind::State: return stateTip(part);
    default: return {};
    }
}

QVariant CatalogTableModel::data(const QModelIndex& index, int role) const
{
    const PartEntry* shown = part(index.row());
    if (shown == nullptr || !index.isValid()) {
        return {};
    }
    const Shown& column = columns_.at(static_cast<std::size_t>(index.column()));
    switch (role) {
    case Qt::DisplayRole: return text(*shown, column);
    case Qt::TextAlignmentRole:
        return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole: return tip(*shown, column.kind);
    case kTagsRole: return tags(*shown, column.kind);
    case kMarkRole: return static_cast<int>(column.kind == Kind::Name ? markOf(*shown) : CellMark::None);
    case kIdRole: return QString::fromStdString(shown->id().text());
    case kMutedRole:
        return shown->marks.hidden || (column.kind == Kind::Star && !shown->marks.favourite) ||
            column.kind == Kind::Table || column.kind == Kind::PriceKind;
    default: return {};
    }
}

QVariant CatalogTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const Shown& column = columns_.at(static_cast<std::size_t>(section));
    if (role == Qt::TextAlignmentRole) {
        return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (column.kind) {
    case Kind::Star: return role == Qt::ToolTipRole ? tr("Favourites") : QString();
    case Kind::Table: return tr("Kind");
    case Kind::Price: return tr("Price");
    case Kind::PriceKind: return tr("What price");
    case Kind::State: return tr("State");
    default: return columnWords(column.column).label;
    }
}

} // namespace rigwright
