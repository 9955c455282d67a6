// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

#include <QAbstractTableModel>

#include <memory>

namespace rigwright {

/// Every figure that a comparison rests on: what it is, how much, who says so and when.
class CostSourcesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, Value, Origin, Dated, State, Source, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: nothing is compared.
    void setComparison(std::shared_ptr<const CostComparison> comparison);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] const CostSource& source(int row) const
    {
        return comparison_->sources[static_cast<std::size_t>(row)];
    }

    std::shared_ptr<const CostComparison> comparison_; ///< shared with the page
};

} // namespace rigwright
