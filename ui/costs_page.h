// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "project/cost_case.h"
#include "ui/latest_task.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QSettings;

namespace rigwright {

class AssumptionsCard;
class Card;
class CostChartsCard;
class CostDetailsCard;
class Dimmer;
class TornadoChart;

/// What owning the selected machine costs over the years, against renting as much in the cloud and asking a hosted API.
class CostsPage : public QWidget {
    Q_OBJECT
public:
    explicit CostsPage(QWidget* parent = nullptr);
    ~CostsPage() override;

    /// Where the user's assumptions are kept between starts; they outlive the page.
    void setSettings(QSettings& settings) { settings_ = &settings; }
    /// Where the user's cases are kept.
    void openCases(const std::filesystem::path& file);
    /// In the currency that is shown; nothing before there is one.
    [[nodiscard]] std::optional<CostAssumptions> defaults() const;
    /// Empty: the defaults, or there is no currency yet.
    [[nodiscard]] std::optional<CostAssumptions> chosenAssumptions() const;
    /// A document's; empty: the defaults. What the user has set otherwise is kept as it is.
    void showAssumptions(const std::optional<CostAssumptions>& assumptions);
    [[nodiscard]] const std::vector<CostCase>& cases() const;
    /// A document's; the user's own file stays as it is from then on.
    void showCases(const std::vector<CostCase>& cases);
    /// Null: there is no machine to compare.
    void showBuild(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const EvaluatedBuild> build,
                   const Requirement& requirement);
    /// Those that rented machines are timed with, from the next comparison on.
    void setConstants(std::shared_ptr<const CalibrationTable> constants)
    {
        constants_ = std::move(constants);
    }
    /// The last result stays, dimmed.
    void setBusy(bool busy);
    /// What is shown; null before the first comparison, and where there is none.
    [[nodiscard]] std::shared_ptr<const CostComparison> comparison() const { return comparison_; }
    /// What is shown is not yet what the fields ask for.
    [[nodiscard]] bool isComparing() const;

Q_SIGNALS:
    /// By the user.
    void assumptionsEdited();
    void casesEdited();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    /// The slow part: what the machine and the offers give. A change of machine or requirement asks for it.
    void findCandidates();
    void takeCandidates(const Expected<CostCandidates>& found);
    /// The fast part, within the next frame; a change of an assumption asks for no more than it.
    void scheduleComparison();
    void compare();
    void showNothing(const std::string& reason);
    void showComparison();
    void showProgress();
    void showDrawn();
    void showFigures();
    void keepAssumptions();
    void saveThem();

    // Shared with the other pages and with the thread that searched.
    std::shared_ptr<const Catalog> catalog_;
    std::shared_ptr<const CalibrationTable> constants_ =
        std::make_shared<const CalibrationTable>(fittedCalibration());
    std::shared_ptr<const EvaluatedBuild> build_;
    std::shared_ptr<const CostComparison> comparison_;
    std::shared_ptr<const CostCandidates> candidates_; ///< of the machine that is shown; null: none yet
    Requirement requirement_;
    std::string error_;
    QTimer pending_;         ///< until the next frame: many changes between two frames make one comparison
    QElapsedTimer compared_; ///< since the last comparison
    QTimer resting_;         ///< until the assumptions are saved, once no field moves any more
    QSettings* settings_ = nullptr;
    bool awaitsMachine_ = false; ///< candidates are to be found, or are being found
    bool stale_ = false;         ///< what is shown is not what the fields ask for
    bool busy_ = false;          ///< the machine itself is being looked for

    CostChartsCard* charts_ = nullptr;
    AssumptionsCard* assumptions_ = nullptr;
    CostDetailsCard* details_ = nullptr;
    Card* factorsCard_ = nullptr;
    TornadoChart* factors_ = nullptr;
    Dimmer* dimmer_ = nullptr;
    LatestTask task_; ///< last member: it stops before what it uses goes
};

} // namespace rigwright
