// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"

#include <QAbstractTableModel>

#include <optional>

namespace rigwright {

/// The lines of a bill of materials.
class BomTableModel : public QAbstractTableModel {
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
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setBom(std::optional<Bom> bom);
    [[nodiscard]] const std::optional<Bom>& bom() const { return bom_; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const BomLine& line, int column) const;
    [[nodiscard]] QString note(const BomLine& line, int column) const;
    [[nodiscard]] QString tip(const BomLine& line, int column) const;
    [[nodiscard]] QVariant sortKey(const BomLine& line, int column) const;
    [[nodiscard]] QVariant tags(const BomLine& line, int column) const;

    std::optional<Bom> bom_;
};

} // namespace rigwright
