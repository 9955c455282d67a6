// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/quote_compare.h"

#include <QAbstractTableModel>

#include <vector>

namespace rigwright {

/// Suppliers side by side: a row for each part, a column for each quote, and what each supplier would cost for all.
class QuoteTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Part, Quantity, Present, FirstQuote };

    using QAbstractTableModel::QAbstractTableModel;

    void showQuotes(QuoteComparison comparison, std::vector<Quote> quotes);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Null: the quote has no line for the part.
    [[nodiscard]] const QuotedPrice* priceAt(const QModelIndex& index) const;
    [[nodiscard]] bool isTotal(int row) const;
    [[nodiscard]] QString text(const QModelIndex& index) const;
    [[nodiscard]] QString totalText(int column) const;
    [[nodiscard]] QString note(const QModelIndex& index) const;
    [[nodiscard]] QVariant tags(const QModelIndex& index) const;

    QuoteComparison comparison_;
    std::vector<Quote> quotes_;
};

} // namespace rigwright
