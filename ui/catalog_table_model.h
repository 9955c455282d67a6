// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog_search.h"

#include <QAbstractTableModel>

#include <memory>

namespace rigwright {

/// Parts that were found, one a row. Reads the view only where a row is shown, so that 70,000 rows cost nothing.
class CatalogTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// What a column shows; Key ones differ by table.
    enum class Kind { Star, Table, Manufacturer, Name, Key, Price, PriceKind, State };

    explicit CatalogTableModel(const Date& today, QObject* parent = nullptr);

    /// `table` names the columns; empty: parts of all tables.
    void showHits(std::shared_ptr<const CatalogView> view, std::vector<std::size_t> positions,
                  const std::string& table);
    void retranslate();

    [[nodiscard]] const PartEntry* part(int row) const;
    /// −1: not among the hits.
    [[nodiscard]] int rowOf(const PartId& id) const;
    [[nodiscard]] Kind kindOf(int column) const { return columns_[static_cast<std::size_t>(column)].kind; }
    /// The last of the table's own figures, which gives way where there is no room; −1: none.
    [[nodiscard]] int leastColumn() const;
    /// −1: the table has no such column.
    [[nodiscard]] int columnOf(Kind kind) const;
    /// What searchCatalog sorts by for this column.
    [[nodiscard]] std::string orderOf(int column) const;
    /// A column of the part's sheet that can be edited; empty: none.
    [[nodiscard]] std::string sheetColumnOf(int column) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Shown {
        Kind kind = Kind::Name;
        std::string column; ///< of the sheet
    };
    void setTable(const std::string& table);
    [[nodiscard]] QString text(const PartEntry& part, const Shown& shown) const;
    [[nodiscard]] QVariant tags(const PartEntry& part, Kind kind) const;
    [[nodiscard]] QString tip(const PartEntry& part, Kind kind) const;
    [[nodiscard]] bool isNumber(const Shown& shown) const;

    Date today_;
    std::shared_ptr<const CatalogView> view_;
    std::vector<std::size_t> positions_;
    const TableSpec* spec_ = nullptr; ///< null: parts of all tables
    std::vector<Shown> columns_;
};

/// "street, 4 mo": as short as a column of a list wants it.
[[nodiscard]] QString priceStandingText(const Offer& offer, const Date& today);

} // namespace rigwright
