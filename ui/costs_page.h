// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>

class QSortFilterProxyModel;
class QStackedWidget;

namespace rigwright {

class AssumptionsCard;
class Card;
class ChartLegend;
class CostChart;
class CostTableModel;
class Dimmer;
class TableView;
class ThemedLabel;

/// What owning the selected machine costs over the years, against renting as much in the cloud.
class CostsPage : public QWidget {
    Q_OBJECT
public:
    explicit CostsPage(QWidget* parent = nullptr);

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

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makePlot();
    QWidget* makeTop();
    QWidget* makeBottom();
    void retranslate();
    void scheduleComparison();
    struct Answer {
        std::shared_ptr<const EvaluatedBuild> build; ///< that was compared
        std::shared_ptr<const CostComparison> comparison;
        std::string error;
    };
    void startComparison();
    void takeAnswer();
    void showAnswer(const Answer& answer);
    void refreshChart();
    void refreshLegend(int month);
    void refreshStatement();
    [[nodiscard]] QString statement() const;
    [[nodiscard]] QString totalsText() const;
    [[nodiscard]] QString caveats() const;

    // Shared with the other pages and with the thread that searched.
    std::shared_ptr<const Catalog> catalog_;
    std::shared_ptr<const CalibrationTable> constants_ =
        std::make_shared<const CalibrationTable>(fittedCalibration());
    std::shared_ptr<const EvaluatedBuild> build_;
    std::shared_ptr<const CostComparison> comparison_;
    Requirement requirement_;
    std::string error_;
    // Comparing takes up to some frames, so another thread does it; many changes between two frames make one comparison,
    // and none is made while nobody looks.
    QFutureWatcher<Answer> watcher_;
    QTimer pending_;
    bool stale_ = true;      ///< what is shown is not what the fields ask for
    bool comparing_ = false; ///< from the start of a comparison until its answer is taken

    CostTableModel* model_ = nullptr;
    QSortFilterProxyModel* sorted_ = nullptr;
    Card* chartCard_ = nullptr;
    ThemedLabel* statement_ = nullptr;
    ThemedLabel* totals_ = nullptr;
    QStackedWidget* chartStack_ = nullptr;
    CostChart* chart_ = nullptr;
    ChartLegend* legend_ = nullptr;
    ThemedLabel* empty_ = nullptr;
    AssumptionsCard* assumptions_ = nullptr;
    Card* tableCard_ = nullptr;
    TableView* table_ = nullptr;
    ThemedLabel* caveats_ = nullptr;
    Dimmer* dimmer_ = nullptr;
};

} // namespace rigwright
