// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "ui/cell_delegate.h"
#include "ui/titled_table.h"

#include <QColor>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace rigwright {

/// "Own: RTX 3090 24 GB", "2 × AWS g5.xlarge, spot".
[[nodiscard]] QString scenarioText(const CostScenario& scenario);

/// What can run the model: owning first, then with the cloud's help, cloud offers, hosted APIs. The check box says which are
/// drawn; owning and what break-even is against always are, and as many more as can be told apart that the user picks, which
/// stay picked from one comparison to the next; what is left is for owning with the cloud's help.
class CostTableModel : public TitledTable {
    Q_OBJECT
public:
    enum Column {
        Offer,
        PerHour,
        Total,
        PerMillion,
        PaysAfter,
        Serves,
        Price,
        PerGpuHour,
        Gpus,
        Instances,
        PresentValue,
        Carbon,
        ColumnCount
    };

    using TitledTable::TitledTable;

    /// Null: nothing to compare.
    void setComparison(std::shared_ptr<const CostComparison> comparison,
                       std::shared_ptr<const CostCandidates> candidates);
    /// The rows that are drawn, which are indexes of scenarios, in the order of their lines.
    [[nodiscard]] std::vector<std::size_t> drawnRows() const;
    [[nodiscard]] const CostScenario* scenario(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void drawnRowsChanged();

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    void take(std::shared_ptr<const CostComparison> comparison,
              std::shared_ptr<const CostCandidates> candidates);
    [[nodiscard]] bool isAlwaysDrawn(int row) const;
    [[nodiscard]] bool isBurst(int row) const;
    [[nodiscard]] bool isPicked(int row) const;
    [[nodiscard]] bool isCompared(int row) const;
    [[nodiscard]] int alwaysDrawn() const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString gpus(const CostScenario& scenario) const;
    [[nodiscard]] QString tip(int row, int column) const;
    [[nodiscard]] CellTags tags(int row, int column) const;
    [[nodiscard]] bool isMuted(int row, int column) const;
    [[nodiscard]] QVariant sortKey(int row, int column) const;
    [[nodiscard]] QVariant checkState(int row) const;
    [[nodiscard]] QVariant swatch(int row) const;
    /// After which owning costs no more than this; empty: never, or it is not compared.
    [[nodiscard]] const std::optional<Months>& paysAfter(int row) const
    {
        return paysAfter_[static_cast<std::size_t>(row)];
    }

    /// Shared with the page and the charts, which show the same values.
    std::shared_ptr<const CostComparison> comparison_;
    bool comparable_ = false;                          ///< owning is compared with the others at all
    std::vector<std::optional<Months>> paysAfter_;     ///< of each scenario
    std::shared_ptr<const CostCandidates> candidates_; ///< shared with the page
    QStringList picks_;                                ///< ids of offers, the longest picked first
};

} // namespace rigwright
