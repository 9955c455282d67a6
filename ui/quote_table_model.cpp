// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quote_table_model.h"

#include "ui/cell_delegate.h"
#include "ui/quote_text.h"
#include "ui/text.h"

#include <algorithm>

namespace rigwright {

namespace {

QString amountText(const std::optional<Money>& amount)
{
    return amount ? exactMoneyText(*amount) : QStringLiteral("–");
}

} // namespace

void QuoteTableModel::showQuotes(QuoteComparison comparison, std::vector<Quote> quotes,
                                 std::shared_ptr<const Catalog> catalog)
{
    beginResetModel();
    comparison_ = std::move(comparison);
    quotes_ = std::move(quotes);
    catalog_ = std::move(catalog);
    endResetModel();
}

int QuoteTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || quotes_.empty() ? 0 : static_cast<int>(comparison_.parts.size()) + 1;
}

int QuoteTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstQuote + static_cast<int>(quotes_.size());
}

bool QuoteTableModel::isTotal(int row) const
{
    return row + 1 == rowCount();
}

const QuotedPrice* QuoteTableModel::priceAt(const QModelIndex& index) const
{
    if (isTotal(index.row()) || index.column() < FirstQuote) {
        return nullptr;
    }
    const QuotedPart& part = comparison_.parts[static_cast<std::size_t>(index.row())];
    const auto quote = static_cast<std::size_t>(index.column() - FirstQuote);
    const auto found = std::ranges::find(part.prices, quote, &QuotedPrice::quote);
    return found == part.prices.end() ? nullptr : &*found;
}

QString QuoteTableModel::totalText(int column) const
{
    if (column == Part) {
        return tr("All from one supplier, with shipping");
    }
    if (column < FirstQuote) {
        return {};
    }
    const auto quote = static_cast<std::size_t>(column - FirstQuote);
    const auto found = std::ranges::find(comparison_.suppliers, quote, &SupplierTotal::quote);
    return found == comparison_.suppliers.end() || !comparison_.offersAny(*found)
        ? QString()
        : exactMoneyText(found->total);
}

QString QuoteTableModel::text(const QModelIndex& index) const
{
    if (isTotal(index.row())) {
        return totalText(index.column());
    }
    const QuotedPart& part = comparison_.parts[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Part: return QString::fromStdString(part.description);
    case Quantity: return countText(part.quantity);
    case Present: return amountText(part.unitPrice);
    default: {
        const QuotedPrice* price = priceAt(index);
        return price == nullptr ? QStringLiteral("–") : amountText(price->unitPrice);
    }
    }
}

QString QuoteTableModel::note(const QModelIndex& index) const
{
    if (isTotal(index.row())) {
        const auto quote = static_cast<std::size_t>(std::max(0, index.column() - FirstQuote));
        const auto found = std::ranges::find(comparison_.suppliers, quote, &SupplierTotal::quote);
        return index.column() < FirstQuote || found == comparison_.suppliers.end() || found->missing == 0
            ? QString()
            : tr("%n lines are missing", nullptr, found->missing);
    }
    const QuotedPrice* price = priceAt(index);
    if (price == nullptr) {
        return {};
    }
    const QuoteLine& line = quotes_[price->quote].lines[price->line];
    if (price->broken) {
        return findingText(*price->broken);
    }
    QStringList lines;
    if (const QString offered = substituteText(*catalog_, line); !offered.isEmpty()) {
        lines.append(tr("in its place: %1").arg(offered));
    }
    if (line.leadTimeDays) {
        lines.append(tr("in %n days", nullptr, *line.leadTimeDays));
    }
    return lines.join(QLatin1Char('\n'));
}

QString QuoteTableModel::tip(const QModelIndex& index) const
{
    QStringList lines{text(index), note(index)};
    if (const QuotedPrice* price = priceAt(index)) {
        const Quote& quote = quotes_[price->quote];
        const QuoteLine& line = quote.lines[price->line];
        if (const std::optional<Date> day = quote.validUntilOf(line)) {
            lines.append(tr("valid until %1").arg(dateText(*day)));
        }
        lines.append(QString::fromStdString(line.remarks));
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QVariant QuoteTableModel::tags(const QModelIndex& index) const
{
    const QuotedPrice* price = priceAt(index);
    if (price == nullptr || !price->unitPrice) {
        return {};
    }
    const QuotedPart& part = comparison_.parts[static_cast<std::size_t>(index.row())];
    CellTags tags;
    if (part.best && &part.prices[*part.best] == price) {
        tags.append({TagKind::Good, tr("cheapest")});
    }
    if (price->expired) {
        tags.append({TagKind::Warning, tr("expired", "a quote")});
    }
    if (price->broken) {
        tags.append({TagKind::Danger, tr("does not fit")});
    }
    return tags.isEmpty() ? QVariant() : QVariant::fromValue(tags);
}

QString QuoteTableModel::spoken(const QModelIndex& index) const
{
    QStringList words{text(index)};
    for (const CellTag& tag : tags(index).value<CellTags>()) {
        words.append(tag.text);
    }
    words.append(note(index));
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QVariant QuoteTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole: return text(index);
    case Qt::AccessibleTextRole: return spoken(index);
    case Qt::ToolTipRole: return tip(index);
    case Qt::TextAlignmentRole: return alignment(index.column());
    case kNoteRole: return note(index);
    case kTagsBelowRole: return tags(index);
    case kWrapRole: return index.column() == Part;
    case kMutedRole: {
        const QuotedPrice* price = priceAt(index);
        return price != nullptr && !price->isUsable();
    }
    default: return {};
    }
}

QString QuoteTableModel::headOf(std::size_t quote) const
{
    const Quote& shown = quotes_[quote];
    const bool isOnly = std::ranges::count(quotes_, shown.supplier, &Quote::supplier) == 1;
    const bool isNamed = !shown.supplier.empty() && (isOnly || shown.number.empty());
    return isNamed             ? shortText(shown.supplier)
        : shown.number.empty() ? quoteText(shown)
                               : shortText(shown.number);
}

QVariant QuoteTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section >= FirstQuote &&
        section < columnCount()) {
        return quoteText(quotes_[static_cast<std::size_t>(section - FirstQuote)]);
    }
    return TitledTable::headerData(section, orientation, role);
}

QString QuoteTableModel::title(int column) const
{
    switch (column) {
    case Part: return tr("Part");
    case Quantity: return tr("Qty");
    case Present: return tr("Price without quotes");
    default: return headOf(static_cast<std::size_t>(column - FirstQuote));
    }
}

bool QuoteTableModel::isNumber(int column) const
{
    return column != Part;
}

} // namespace rigwright
