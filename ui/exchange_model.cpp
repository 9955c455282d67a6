// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange_model.h"

#include "ui/cell_delegate.h"
#include "ui/text.h"

#include <algorithm>

namespace rigwright {

namespace {

/// "+$120", "−$30", "±0"
QString signedText(const Money& difference)
{
    const Money none(0, difference.currency());
    if (difference == none) {
        return QStringLiteral("±0");
    }
    return difference < none ? QStringLiteral("−") + moneyText(none - difference)
                             : QStringLiteral("+") + moneyText(difference);
}

} // namespace

void ExchangeModel::showExchanges(std::shared_ptr<const std::vector<PartExchange>> exchanges,
                                  std::optional<Money> before)
{
    beginResetModel();
    exchanges_ = std::move(exchanges);
    before_ = std::move(before);
    endResetModel();
}

const PartExchange* ExchangeModel::exchange(int row) const
{
    return row >= 0 && row < rowCount() ? &(*exchanges_)[static_cast<std::size_t>(row)] : nullptr;
}

int ExchangeModel::rowOf(const PartId& part) const
{
    if (exchanges_ == nullptr) {
        return -1;
    }
    const auto found = std::ranges::find_if(
        *exchanges_, [&part](const PartExchange& exchange) { return exchange.line.part == part; });
    return found == exchanges_->end() ? -1 : static_cast<int>(found - exchanges_->begin());
}

int ExchangeModel::fittingCount() const
{
    return exchanges_ == nullptr
        ? 0
        : static_cast<int>(std::ranges::count_if(
              *exchanges_, [](const PartExchange& exchange) { return !exchange.broken.has_value(); }));
}

int ExchangeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || exchanges_ == nullptr ? 0 : static_cast<int>(exchanges_->size());
}

int ExchangeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<Money> ExchangeModel::price(const PartExchange& exchange) const
{
    return exchange.unitPrice ? std::optional(*exchange.unitPrice * exchange.line.quantity) : std::nullopt;
}

QString ExchangeModel::text(const PartExchange& exchange, int column) const
{
    const std::optional<Money> cost = price(exchange);
    switch (column) {
    case Part: return QString::fromStdString(exchange.name);
    case Price: return cost ? moneyText(*cost) : tr("unknown");
    case Difference: return cost && before_ ? signedText(*cost - *before_) : QStringLiteral("–");
    case Verdict: return exchange.broken ? findingText(*exchange.broken) : tr("goes with the rest");
    default: return {};
    }
}

QVariant ExchangeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const PartExchange& row = *exchange(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(row, column);
    case Qt::ToolTipRole:
        return column == Part ? QString::fromStdString(row.manufacturer + " " + row.name) : text(row, column);
    case Qt::TextAlignmentRole: return alignment(column);
    case kIdRole: return QString::fromStdString(row.line.part.text());
    case kSearchRole:
        return QString::fromStdString(row.manufacturer + " " + row.name + " " + row.line.part.text());
    case kSortRole: {
        constexpr double kUnknown = -1;
        const std::optional<Money> cost = price(row);
        return column == Price || column == Difference ? QVariant(cost ? cost->toDouble() : kUnknown)
                                                       : QVariant(text(row, column));
    }
    case kTagsRole:
        return column == Verdict && !row.broken ? QVariant::fromValue(CellTags{{TagKind::Good, {}}})
                                                : QVariant();
    case kMutedRole: return row.broken.has_value();
    default: return {};
    }
}

QString ExchangeModel::title(int column) const
{
    switch (column) {
    case Part: return tr("Part");
    case Price: return tr("Price");
    case Difference: return tr("Difference");
    case Verdict: return tr("With the rest");
    default: return {};
    }
}

bool ExchangeModel::isNumber(int column) const
{
    return column == Price || column == Difference;
}

} // namespace rigwright
