// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/machine_check.h"
#include "ui/titled_table.h"

#include <map>

namespace rigwright {

/// The lines of a machine that is being put together.
class MachineLinesModel : public TitledTable {
    Q_OBJECT
public:
    enum Column { Category, Part, Quantity, Price, ColumnCount };

    using TitledTable::TitledTable;

    /// Names of parts that the catalog may lack.
    void setNames(std::map<PartId, QString> names) { names_ = std::move(names); }
    /// The lines at once; what the catalog knows of them follows with the check.
    void showBuild(const Build& build);
    void showCheck(const std::vector<CheckedLine>& lines);
    [[nodiscard]] QString nameOf(int row) const;
    /// Of all pieces of a line; empty: unknown.
    [[nodiscard]] std::optional<Money> priceOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    struct Row {
        BuildLine line;
        std::optional<CheckedLine> checked;
    };
    std::vector<Row> rows_;
    std::map<PartId, QString> names_;
};

} // namespace rigwright
