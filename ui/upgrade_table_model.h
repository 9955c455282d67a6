// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/upgrade.h"
#include "facts/catalog.h"
#include "ui/titled_table.h"

#include <memory>

namespace rigwright {

/// Steps from a machine that the user has, one a row: what is bought, what comes out, what it costs and what comes of it.
class UpgradeTableModel : public TitledTable {
    Q_OBJECT
public:
    enum Column { Buy, Out, Cost, Speed, ColumnCount };

    using TitledTable::TitledTable;

    void setAnswer(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const UpgradeAnswer> answer,
                   const Workload& workload);
    /// Null: no such row. It stays valid after the next answer.
    [[nodiscard]] std::shared_ptr<const ChangeSet> step(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QString text(const ChangeSet& step, int column) const;
    [[nodiscard]] QString partsText(const ChangeSet& step, bool bought) const;
    [[nodiscard]] QString speedOf(const EvaluatedBuild& build) const;

    std::shared_ptr<const Catalog> catalog_;
    std::shared_ptr<const UpgradeAnswer> answer_;
    Workload workload_;
};

} // namespace rigwright
