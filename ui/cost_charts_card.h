// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "ui/card.h"
#include "ui/cost_figures.h"

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace rigwright {

class ChartLegend;
class CostPlot;
class Segments;

/// The answer in a sentence, and one of four charts that show it, which can be saved as pictures or in a report.
class CostChartsCard : public Card {
    Q_OBJECT
public:
    /// The charts, in the order of their segments.
    enum Chart { OverTime, ByYear, ByUse, WhatMatters, ChartCount };

    explicit CostChartsCard(QWidget* parent = nullptr);

    /// `drawn`: the scenarios that are drawn.
    void showComparison(std::shared_ptr<const CostCandidates> candidates,
                        std::shared_ptr<const CostComparison> comparison,
                        const std::vector<std::size_t>& drawn);
    /// Says what would be here, or what went wrong.
    void showNothing(const QString& text, bool isError);
    void setDrawn(const std::vector<std::size_t>& drawn);
    /// What can't be reckoned as it is entered; the last answer stays. Empty: nothing.
    void complain(const QString& text);
    /// Of the chart that is shown.
    [[nodiscard]] FigureTable figures() const;
    /// Texts that break over lines ask for no more height than the page gives.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    /// Of the catalog, for the report.
    void setCatalogDate(const Date& date) { catalogDate_ = date; }

Q_SIGNALS:
    /// Another chart is shown, or its figures are others.
    void figuresChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTools();
    QWidget* makePlot();
    void addChart(CostPlot* chart, const char* name);
    void connectParts();
    void retranslate();
    void showChart(int chart);
    void refreshChart();
    void refreshWords();
    void saveChart(bool asPicture);
    void saveReport();
    [[nodiscard]] Expected<void> writeReport(const QString& path) const;
    void say(const QString& text, bool isError);
    [[nodiscard]] CostPlot& chart() const;

    std::shared_ptr<const CostCandidates> candidates_; ///< shared with the page
    std::shared_ptr<const CostComparison> comparison_; ///< shared with page and charts
    std::vector<std::size_t> drawn_;
    Date catalogDate_;

    QStackedWidget* stack_ = nullptr; ///< the plot, or words in its place
    ThemedLabel* empty_ = nullptr;
    Segments* switch_ = nullptr;
    QPushButton* export_ = nullptr;
    QMenu* menu_ = nullptr;
    QAction* svg_ = nullptr;
    QAction* png_ = nullptr;
    QAction* pdf_ = nullptr;
    ThemedLabel* statement_ = nullptr;
    ThemedLabel* totals_ = nullptr;
    ThemedLabel* message_ = nullptr;
    ChartLegend* legend_ = nullptr;
    QStackedWidget* charts_ = nullptr;
    std::vector<CostPlot*> plots_;
};

} // namespace rigwright
