// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "ui/titled_table.h"

#include <memory>

namespace rigwright {

/// Every figure that a comparison rests on: what it is, how much, who says so and when.
class CostSourcesModel : public TitledTable {
    Q_OBJECT
public:
    enum Column { What, Value, Origin, Dated, State, Source, ColumnCount };

    using TitledTable::TitledTable;

    /// Null: nothing is compared.
    void setComparison(std::shared_ptr<const CostComparison> comparison);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] const CostSource& source(int row) const
    {
        return comparison_->sources[static_cast<std::size_t>(row)];
    }

    std::shared_ptr<const CostComparison> comparison_; ///< shared with the page
};

} // namespace rigwright
