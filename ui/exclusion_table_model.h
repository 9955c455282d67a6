// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search.h"
#include "facts/catalog.h"
#include "ui/titled_table.h"

#include <memory>

namespace rigwright {

/// Why candidates were left out, one reason a row, with how many and the nearest machine. Reasons that have one come first:
/// they are the ones that somebody can do something about.
class ExclusionTableModel : public TitledTable {
    Q_OBJECT
public:
    enum Column { Reason, Count, Nearest, ColumnCount };

    using TitledTable::TitledTable;

    /// The catalog names the parts of examples.
    void setResult(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const SearchResult> result);
    [[nodiscard]] const Exclusion* exclusion(int row) const;
    /// The nearest machine of a reason; null: none is known.
    [[nodiscard]] const EvaluatedBuild* nearest(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QString text(const Exclusion& exclusion, int column) const;

    /// The cheapest combination that the reason leaves out: "RTX 5090 + B650, $2,310"; empty: none is known.
    [[nodiscard]] QString exampleText(const Exclusion& exclusion) const;

    /// Shared with the thread that searched.
    std::shared_ptr<const Catalog> catalog_;
    std::shared_ptr<const SearchResult> result_;
    std::vector<const Exclusion*> rows_;
};

} // namespace rigwright
