// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/upgrade.h"
#include "detect/recognize.h"
#include "project/machine_set.h"
#include "ui/machine_view.h"

#include <functional>
#include <vector>

namespace rigwright {

class Choice;
class LatestTask;
class NumberField;
class TableView;
class ThemedLabel;
class UpgradeTableModel;

/// The best steps from a machine that the user has, within what the step may cost. It is worked out on a thread of its own,
/// once somebody looks; so is what this computer is made of.
class UpgradeView : public MachineView {
    Q_OBJECT
public:
    /// What this computer is made of; a seam for tests.
    using Detector = std::function<RecognizedMachine(const Catalog&)>;

    explicit UpgradeView(QWidget* parent = nullptr);

    void setDetector(Detector detector);
    /// The machine that is selected among those of the search; null: none.
    void setSelected(const std::shared_ptr<const EvaluatedBuild>& build);
    void setSaved(const std::vector<SavedMachine>& machines);
    void setContext(const SearchContext& context) override;
    /// The machine after the selected step, else the machine as it is.
    [[nodiscard]] ShownMachine shown() const override;
    void retranslate() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Answer {
        std::optional<UpgradeAnswer> found;
        QStringList unrecognized; ///< parts of this computer that the catalog lacks, as the system names them
        QString error;
    };
    void buildTools();
    void fillMachines();
    /// The machine to start from, where it is not this computer; empty: there is none.
    [[nodiscard]] std::optional<Build> startingBuild() const;
    void start();
    void take(const std::shared_ptr<const Answer>& answer);
    void refreshWords();

    SearchContext context_;
    Detector detector_;
    std::shared_ptr<const EvaluatedBuild> selected_;
    std::vector<SavedMachine> saved_;
    std::shared_ptr<const Answer> answer_;
    bool isBudgetChosen_ = false;
    LatestTask* task_;
    UpgradeTableModel* model_;
    ThemedLabel* fromLabel_;
    Choice* from_;
    ThemedLabel* budgetLabel_;
    NumberField* budget_;
    ThemedLabel* remark_;
    TableView* table_;
};

} // namespace rigwright
