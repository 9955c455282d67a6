// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "ui/cell_delegate.h"
#include "ui/judged_machine.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace rigwright {

/// One kind of machine of an order.
struct OrderedRow {
    Build build;
    QString name;  ///< as the user calls it; empty: as its title says
    QString title; ///< empty: not known yet
    int systems = 1;
    std::optional<Money> price; ///< of one; empty: not known yet, or the order can't be priced
    int withoutPrice = 0;       ///< parts that the price lacks
    std::optional<Standing> standing;
    QString error; ///< why it can't be priced; empty: it can
};

/// What an order comes to beside and with its machines. Each amount is empty where there is none.
struct OrderSum {
    int systems = 1;
    std::optional<Money> extras; ///< spares and services
    std::optional<Money> total;
    bool taxed = false;
};

/// The machines of an order, one a row; below several of them what they come to together. Names are edited in their cells.
class OrderedMachinesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, State, Systems, Price, Total, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// What is not known yet of a machine stays as it was shown before.
    void showMachines(std::vector<OrderedRow> rows, const OrderSum& sum);
    void retranslate();
    /// Rows that are machines; those of the sum follow.
    [[nodiscard]] int machineCount() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] const OrderedRow& machine(int row) const { return rows_.at(static_cast<std::size_t>(row)); }
    /// The name, else the title.
    [[nodiscard]] QString nameOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void nameChosen(int row, const QString& name);

private:
    enum class SumRow { Extras, Total };
    [[nodiscard]] std::vector<SumRow> sumRows() const;
    [[nodiscard]] QVariant machineData(const QModelIndex& index, int role) const;
    [[nodiscard]] QVariant sumData(SumRow row, int column, int role) const;
    [[nodiscard]] QString text(const OrderedRow& row, int column) const;
    [[nodiscard]] CellTags tags(const OrderedRow& row) const;

    std::vector<OrderedRow> rows_;
    OrderSum sum_;
};

} // namespace rigwright
