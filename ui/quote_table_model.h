// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/quote_compare.h"
#include "ui/titled_table.h"

#include <memory>
#include <vector>

namespace rigwright {

/// Suppliers side by side: a row for each part, a column for each quote, and what each supplier would cost for all.
class QuoteTableModel : public TitledTable {
    Q_OBJECT
public:
    enum Column { Part, Quantity, Present, FirstQuote };

    using TitledTable::TitledTable;

    /// `catalog` knows the names of substitutes; it may be null where there are no quotes.
    void showQuotes(QuoteComparison comparison, std::vector<Quote> quotes,
                    std::shared_ptr<const Catalog> catalog);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    /// Null: the quote has no line for the part.
    [[nodiscard]] const QuotedPrice* priceAt(const QModelIndex& index) const;
    [[nodiscard]] bool isTotal(int row) const;
    [[nodiscard]] QString text(const QModelIndex& index) const;
    [[nodiscard]] QString totalText(int column) const;
    [[nodiscard]] QString note(const QModelIndex& index) const;
    /// The supplier, or the number where several quotes are of one supplier.
    [[nodiscard]] QString headOf(std::size_t quote) const;
    /// With its tags, for those who hear it.
    [[nodiscard]] QString spoken(const QModelIndex& index) const;
    [[nodiscard]] QString tip(const QModelIndex& index) const;
    [[nodiscard]] QVariant tags(const QModelIndex& index) const;

    QuoteComparison comparison_;
    std::vector<Quote> quotes_;
    std::shared_ptr<const Catalog> catalog_;
};

} // namespace rigwright
