// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "ui/line_edits.h"
#include "ui/titled_table.h"

#include <optional>

namespace rigwright {

/// The lines of a bill of materials, and what the purchaser says of them.
class BomTableModel : public TitledTable {
    Q_OBJECT
public:
    enum Column {
        Number,
        Category,
        Description,  ///< with the specifications below
        Manufacturer, ///< with the part number below
        Quantity,
        UnitPrice,
        LineTotal,
        Price, ///< kind, and below it source, date and age
        PartNumber,
        Supplier,
        SupplierNumber,
        InternalNumber,
        Spares,
        Discount,
        Comment,
        Approved,
        ColumnCount
    };

    using TitledTable::TitledTable;

    /// `order`: what is typed into the lines. Lines that stay keep their rows, and so their selection and an open editor.
    void setBom(std::optional<Bom> bom, OrderDetails order = {});
    [[nodiscard]] const std::optional<Bom>& bom() const { return bom_; }
    [[nodiscard]] const OrderDetails& order() const { return order_; }
    /// Whether the specifications stand below the description.
    void setShowsSpecifications(bool shows);
    [[nodiscard]] const BomLine& line(int row) const { return bom_->lines.at(static_cast<std::size_t>(row)); }
    /// Nothing: what stands in the column is not the purchaser's to say.
    [[nodiscard]] static std::optional<LineField> fieldOf(int column);
    [[nodiscard]] bool isNumber(int column) const override;
    /// What the catalog or a quote says in place of the purchaser; empty: nothing, or the purchaser says it.
    [[nodiscard]] QString fallback(int row, int column) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Asks for the change by `edited` or `approved`; what is shown follows with the next bill of materials.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void edited(int row, LineField field, const QString& typed);
    void approved(int row, bool approved);

private:
    [[nodiscard]] QString title(int column) const override;
    void putLines(std::vector<BomLine> lines);
    [[nodiscard]] QString text(const BomLine& line, int column) const;
    [[nodiscard]] QString note(const BomLine& line, int column) const;
    [[nodiscard]] QString tip(const BomLine& line, int column) const;
    [[nodiscard]] QVariant sortKey(const BomLine& line, int column) const;
    [[nodiscard]] QVariant tags(const BomLine& line, int column) const;

    [[nodiscard]] QString saidText(const BomLine& line, int column) const;
    [[nodiscard]] bool isMuted(const BomLine& line, int column) const;

    std::optional<Bom> bom_;
    OrderDetails order_;
    bool showsSpecifications_ = true;
};

} // namespace rigwright
