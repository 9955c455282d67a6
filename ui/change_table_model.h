// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/change.h"
#include "facts/catalog.h"
#include "ui/titled_table.h"

#include <memory>
#include <vector>

namespace rigwright {

/// Sets of changes that mend a machine, one a row: what changes, by how much the price differs, and the speed after it.
class ChangeTableModel : public TitledTable {
    Q_OBJECT
public:
    enum Column { Changes, Cost, Speed, ColumnCount };

    using TitledTable::TitledTable;

    void setSets(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const std::vector<ChangeSet>> sets);
    /// Null: no such row. It stays valid after the next sets.
    [[nodiscard]] std::shared_ptr<const ChangeSet> set(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QString text(const ChangeSet& set, int column) const;

    std::shared_ptr<const Catalog> catalog_;
    std::shared_ptr<const std::vector<ChangeSet>> sets_;
};

} // namespace rigwright
