// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/memory_study.h"
#include "ui/titled_table.h"

namespace rigwright {

/// Every way to lay the model out: what each device would hold, and whether it works or why not.
class PlacementTable : public TitledTable {
    Q_OBJECT
public:
    enum Column { Layout, Need, State, ColumnCount };

    using TitledTable::TitledTable;
    /// `layers` of the model, `devices` of the machine.
    void showRows(std::vector<PlacementRow> rows, Engine engine, int layers, int devices);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QString layoutText(const Placement& placement) const;
    [[nodiscard]] QString layersText(const Placement& placement) const;
    [[nodiscard]] QString note(const PlacementRow& row) const;

    std::vector<PlacementRow> rows_;
    Engine engine_ = Engine::LlamaCpp;
    int layers_ = 0;
    int devices_ = 0;
};

} // namespace rigwright
