// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_changes.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace rigwright {

/// What an import would change: a row for each new part, changed figure, price, offer and rate.
class CatalogChangeTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, Subject, Field, Before, After, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    /// Null: none.
    void showChanges(std::shared_ptr<const CatalogChanges> changes);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Kind : std::uint8_t { NewPart, Cell, Price, CloudOffer, ApiOffer, Rate };
    struct Row {
        Kind kind = Kind::Cell;
        std::size_t item = 0;
        std::size_t cell = 0; ///< of a part's change
    };
    [[nodiscard]] QString text(const Row& row, int column) const;
    [[nodiscard]] QString partText(const PartEdit& part, const Row& row, int column) const;
    [[nodiscard]] QString whatText(Kind kind) const;

    std::shared_ptr<const CatalogChanges> changes_; ///< shared with the preview that it is part of
    std::vector<Row> rows_;
};

} // namespace rigwright
