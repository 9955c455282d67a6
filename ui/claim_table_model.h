// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/claim_check.h"
#include "ui/titled_table.h"

#include <array>
#include <memory>
#include <vector>

namespace rigwright {

using ClaimChecks = std::vector<ClaimCheck>;

/// What guides claim, one figure a row, in the order of the catalog.
class ClaimTableModel : public TitledTable {
    Q_OBJECT
public:
    enum Column { Guide, ClaimColumn, Claimed, Ours, Measured, VerdictColumn, Reason, ColumnCount };

    using TitledTable::TitledTable;

    /// The catalog whose claims were checked must outlive the model's use of them.
    void setChecks(std::shared_ptr<const ClaimChecks> checks);
    void retranslate() override;
    [[nodiscard]] const ClaimCheck* check(int row) const;
    [[nodiscard]] int countOf(ClaimVerdict verdict) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    using Texts = std::array<QString, ColumnCount>;
    void makeTexts();
    [[nodiscard]] const QString& text(int row, int column) const;
    [[nodiscard]] QVariant sortKey(int row, int column) const;

    /// Shared with the thread that checked.
    std::shared_ptr<const ClaimChecks> checks_;
    /// In the language of the window: made once, because views ask for them again and again.
    std::vector<Texts> texts_;
};

} // namespace rigwright
