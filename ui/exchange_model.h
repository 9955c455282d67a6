// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/exchange.h"
#include "ui/titled_table.h"

#include <memory>

namespace rigwright {

/// The parts that may stand in one place of a machine: those that go with the rest, then, muted and with the reason, those
/// that don't.
class ExchangeModel : public TitledTable {
    Q_OBJECT
public:
    enum Column { Part, Price, Difference, Verdict, ColumnCount };

    using TitledTable::TitledTable;

    /// `before`: what the line costs now; empty: nothing is there, or its price is unknown.
    void showExchanges(std::shared_ptr<const std::vector<PartExchange>> exchanges,
                       std::optional<Money> before);
    [[nodiscard]] const PartExchange* exchange(int row) const;
    /// −1: no such part is listed.
    [[nodiscard]] int rowOf(const PartId& part) const;
    /// Those that go with the rest.
    [[nodiscard]] int fittingCount() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] std::optional<Money> price(const PartExchange& exchange) const;
    [[nodiscard]] QString text(const PartExchange& exchange, int column) const;

    std::shared_ptr<const std::vector<PartExchange>> exchanges_;
    std::optional<Money> before_;
};

} // namespace rigwright
