// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cell_delegate.h"
#include "ui/judged_machine.h"

#include <QAbstractTableModel>

#include <functional>

namespace rigwright {

/// Machines side by side: a row for each figure and each kind of part, a column for each machine. What differs is marked
/// before the row's name; the best figure of a row carries a tag.
class MachineCompareTable : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void showMachines(std::vector<JudgedMachine> machines, const Workload& workload);
    void setOnlyDifferences(bool only);
    void retranslate() { fill(); }
    /// Tab-separated lines, as spreadsheets paste them.
    [[nodiscard]] QString asText() const;
    [[nodiscard]] int differences() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Better { Neither, Lower, Higher };
    struct Cell {
        QString text;
        std::optional<double> value; ///< what the best is told by; empty: unknown
        CellTags tags;
        QString tip;
    };
    struct Row {
        QString name;
        std::vector<Cell> cells; ///< of each machine
        bool differs = false;
    };
    using CellOf = std::function<Cell(const EvaluatedBuild&)>;
    using TimedCell = std::function<Cell(const SpeedEstimate&)>;

    void fill();
    void add(const QString& name, Better better, const CellOf& cellOf);
    /// Machines without a speed say why.
    void addSpeed(const QString& name, Better better, const TimedCell& cellOf);
    void addSpeeds();
    void addMemory();
    void addPower();
    void addParts();
    void addFindings();

    std::vector<JudgedMachine> machines_;
    Workload workload_;
    bool onlyDifferences_ = false;
    std::vector<Row> rows_;
};

} // namespace rigwright
