// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/memory_study.h"

#include <QAbstractTableModel>

namespace rigwright {

/// Every way to lay the model out: what each device would hold, and whether it works or why not.
class PlacementTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Layout, Need, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    /// `layers` of the model, `devices` of the machine.
    void showRows(std::vector<PlacementRow> rows, Engine engine, int layers, int devices);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString layoutText(const Placement& placement) const;
    [[nodiscard]] QString layersText(const Placement& placement) const;
    [[nodiscard]] QString note(const PlacementRow& row) const;

    std::vector<PlacementRow> rows_;
    Engine engine_ = Engine::LlamaCpp;
    int layers_ = 0;
    int devices_ = 0;
};

} // namespace rigwright
