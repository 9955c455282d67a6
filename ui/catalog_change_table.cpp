// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog_change_table.h"

#include "ui/catalog_words.h"
#include "ui/cell_delegate.h"
#include "ui/text.h"

#include <QLocale>

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::size_t kMostFigures = 6; ///< of a new part, in one line

QString shown(const std::string& text)
{
    return QString::fromStdString(text);
}

/// What the cells say beside the names.
QString figuresOf(const PartEdit& part)
{
    QStringList figures;
    std::size_t known = 0;
    for (const CellChange& cell : part.cells) {
        const bool describes = cell.column != "name" && cell.column != "manufacturer" &&
            cell.column != "source" && cell.column != "source_date" && cell.column != "verification" &&
            cell.column != "note";
        if (describes && ++known <= kMostFigures) {
            const ColumnWords words = columnWords(cell.column);
            figures << QStringLiteral("%1 %2").arg(words.label, shown(cell.after)) +
                    (words.unit.isEmpty() ? QString() : QLatin1Char(' ') + words.unit);
        }
    }
    if (known > kMostFigures) {
        figures << QStringLiteral("…");
    }
    return figures.join(QStringLiteral(" · "));
}

QString nameOf(const PartEdit& part)
{
    const auto name = std::ranges::find(part.cells, "name", &CellChange::column);
    return shown(name == part.cells.end() ? part.id.text() : name->after);
}

} // namespace

void CatalogChangeTable::showChanges(std::shared_ptr<const CatalogChanges> changes)
{
    beginResetModel();
    changes_ = std::move(changes);
    rows_.clear();
    if (changes_ != nullptr) {
        rows_.reserve(changes_->size());
        for (std::size_t part = 0; part < changes_->parts.size(); ++part) {
            if (changes_->parts[part].isNew) {
                rows_.push_back({Kind::NewPart, part, 0});
                continue;
            }
            for (std::size_t cell = 0; cell < changes_->parts[part].cells.size(); ++cell) {
                rows_.push_back({Kind::Cell, part, cell});
            }
        }
        const auto add = [this](Kind kind, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i) {
                rows_.push_back({kind, i, 0});
            }
        };
        add(Kind::Price, changes_->prices.size());
        add(Kind::CloudOffer, changes_->cloudOffers.size());
        add(Kind::ApiOffer, changes_->apiOffers.size());
        add(Kind::Rate, changes_->rates.size());
    }
    endResetModel();
}

void CatalogChangeTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int CatalogChangeTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CatalogChangeTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CatalogChangeTable::whatText(Kind kind) const
{
    switch (kind) {
    case Kind::NewPart: return tr("New part");
    case Kind::Cell: return tr("Changed");
    case Kind::Price: return tr("Price");
    case Kind::CloudOffer: return tr("Cloud offer");
    case Kind::ApiOffer: return tr("Hosted model");
    case Kind::Rate: return tr("Rate");
    }
    return {};
}

QString CatalogChangeTable::partText(const PartEdit& part, const Row& row, int column) const
{
    if (row.kind == Kind::NewPart) {
        switch (column) {
        case Subject: return nameOf(part);
        case Field: return tableText(part.table);
        case After: return figuresOf(part);
        default: return {};
        }
    }
    const CellChange& cell = part.cells[row.cell];
    const auto known = [](const std::string& text) { return text.empty() ? tr("unknown") : shown(text); };
    switch (column) {
    case Subject: return shown(part.id.text());
    case Field: return columnText(cell.column);
    case Before: return known(cell.before);
    case After: return known(cell.after);
    default: return {};
    }
}

QString CatalogChangeTable::text(const Row& row, int column) const
{
    if (column == What) {
        return whatText(row.kind);
    }
    switch (row.kind) {
    case Kind::NewPart:
    case Kind::Cell: return partText(changes_->parts[row.item], row, column);
    case Kind::Price: {
        const PriceChange& price = changes_->prices[row.item];
        return column == Subject ? shown(price.part.text())
            : column == Field ? tr("%1, %2").arg(priceKindText(price.offer.kind), dateText(price.offer.date))
            : column == After ? exactMoneyText(price.offer.price)
                              : QString();
    }
    case Kind::CloudOffer: {
        const CloudOffer& offer = changes_->cloudOffers[row.item];
        return column == Subject ? shown(offer.provider + " " + offer.instance)
            : column == Field    ? tr("%1, %2").arg(pricingModelText(offer.pricing), shown(offer.region))
            : column == After    ? tr("%1 an hour").arg(moneyRateText(offer.pricePerHour))
                                 : QString();
    }
    case Kind::ApiOffer: {
        const ApiOffer& offer = changes_->apiOffers[row.item];
        return column == Subject ? shown(offer.provider + " " + offer.modelName)
            : column == Field    ? tr("a million tokens in and out")
            : column == After
            ? QStringLiteral("%1 / %2").arg(moneyRateText(offer.input), moneyRateText(offer.output))
            : QString();
    }
    case Kind::Rate: {
        const ExchangeRate& rate = changes_->rates[row.item];
        return column == Subject ? shown(rate.currency.code())
            : column == Field    ? tr("one US dollar, %1").arg(dateText(rate.date))
            : column == After    ? QLocale().toString(rate.perUsd, 'g', 6)
                                 : QString();
    }
    }
    return {};
}

QVariant CatalogChangeTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return text(row, index.column());
    }
    if (role == kTagsRole && index.column() == What) {
        const TagKind kind = row.kind == Kind::Cell ? TagKind::Warning : TagKind::Neutral;
        return QVariant::fromValue(CellTags{{kind, whatText(row.kind)}});
    }
    if (role == kMutedRole) {
        return index.column() == Before || index.column() == Field;
    }
    return {};
}

QVariant CatalogChangeTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case What: return tr("What");
    case Subject: return tr("Part or offer");
    case Field: return tr("Figure");
    case Before: return tr("Now");
    case After: return tr("After the import");
    default: return {};
    }
}

} // namespace rigwright
