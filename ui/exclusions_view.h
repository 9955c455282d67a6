// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/machine_view.h"

namespace rigwright {

class ExclusionTableModel;
class MendView;
class TableView;

/// Why candidates were left out, and beside it how the nearest machine of the selected reason is mended.
class ExclusionsView : public MachineView {
    Q_OBJECT
public:
    explicit ExclusionsView(QWidget* parent = nullptr);

    void setContext(const SearchContext& context) override;
    /// The machine after the selected changes, else the nearest of the selected reason, else its cheapest combination.
    [[nodiscard]] ShownMachine shown() const override;
    void retranslate() override;
    [[nodiscard]] const ExclusionTableModel& reasons() const { return *model_; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void takeReason();
    [[nodiscard]] std::shared_ptr<const EvaluatedBuild> nearest() const;
    [[nodiscard]] std::shared_ptr<const EvaluatedBuild> example() const;

    SearchContext context_;
    ExclusionTableModel* model_;
    TableView* table_;
    MendView* mend_;
};

} // namespace rigwright
