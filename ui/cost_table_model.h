// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "ui/cell_delegate.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QStringList>

#include <memory>
#include <optional>

namespace rigwright {

/// "Own: RTX 3090 24 GB", "2 × AWS g5.xlarge, spot".
[[nodiscard]] QString scenarioText(const CostScenario& scenario);

/// What can run the model: owning first, then cloud offers. The check box says which are drawn; owning and the offer that
/// break-even is against always are, and up to two more that the user picks, which stay picked from one comparison to the
/// next.
class CostTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Offer, Gpus, PerHour, Total, PerMillion, Price, ColumnCount };
    static constexpr int kMostPicks = 2;

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: nothing to compare.
    void setComparison(std::shared_ptr<const CostComparison> comparison, const Hardware& ownHardware);
    void retranslate();
    /// The rows that are drawn, in the order of their lines.
    [[nodiscard]] std::vector<int> drawnRows() const;
    [[nodiscard]] const CostScenario* scenario(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void drawnRowsChanged();

private:
    [[nodiscard]] bool isAlwaysDrawn(int row) const;
    [[nodiscard]] bool isPicked(int row) const;
    [[nodiscard]] QString text(const CostScenario& scenario, int column) const;
    [[nodiscard]] QString gpus(const CostScenario& scenario) const;
    [[nodiscard]] QString tip(const CostScenario& scenario, int column) const;
    [[nodiscard]] CellTags priceTags(const CostScenario& scenario) const;
    [[nodiscard]] QVariant sortKey(int row, int column) const;
    [[nodiscard]] QVariant checkState(int row) const;
    [[nodiscard]] QVariant swatch(int row) const;

    /// Shared with the page, which draws the same values.
    std::shared_ptr<const CostComparison> comparison_;
    Hardware ownHardware_;
    QStringList picks_; ///< ids of offers, the longest picked first
};

} // namespace rigwright
