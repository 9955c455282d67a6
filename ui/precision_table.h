// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/memory_study.h"
#include "ui/titled_table.h"

namespace rigwright {

/// The weights formats of a model side by side: what each needs, how fast it is here, which card holds it.
class PrecisionTable : public TitledTable {
    Q_OBJECT
public:
    enum Column { Weights, Need, Speed, Card, ColumnCount };

    using TitledTable::TitledTable;
    void showRows(std::vector<PrecisionRow> rows, bool onDevices);
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] const PrecisionRow& row(int index) const
    {
        return rows_.at(static_cast<std::size_t>(index));
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    std::vector<PrecisionRow> rows_;
    bool onDevices_ = true;
};

} // namespace rigwright
