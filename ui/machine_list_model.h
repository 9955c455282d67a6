// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cell_delegate.h"
#include "ui/judged_machine.h"
#include "ui/titled_table.h"

namespace rigwright {

/// The user's machines, one a row: pinned by a check box, renamed in its place.
class MachineListModel : public TitledTable {
    Q_OBJECT
public:
    enum Column { Name, Price, Speed, ColumnCount };

    using TitledTable::TitledTable;

    void showMachines(const std::vector<SavedMachine>& saved);
    /// Prices, speeds and states by the current requirement; machines that aren't shown are ignored.
    void showJudged(const std::vector<JudgedMachine>& judged, const Workload& workload);
    /// −1: no machine has this id.
    [[nodiscard]] int rowOf(const QString& id) const;
    [[nodiscard]] QString idOf(int row) const;
    /// Null: not judged yet.
    [[nodiscard]] const JudgedMachine* judged(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void pinChosen(const QString& id, bool pinned);
    void nameChosen(const QString& id, const QString& name);

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    struct Row {
        QString id;
        QString name;
        bool pinned = false;
        std::optional<JudgedMachine> judged;
    };
    [[nodiscard]] QString text(const Row& row, int column) const;
    [[nodiscard]] static CellTags tags(const Row& row);
    [[nodiscard]] static QString spokenName(const Row& row);
    [[nodiscard]] static QString tip(const Row& row);

    std::vector<Row> rows_;
    Workload workload_;
};

} // namespace rigwright
