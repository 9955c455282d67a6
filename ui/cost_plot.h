// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "ui/chart_legend.h"
#include "ui/cost_figures.h"
#include "ui/plot_view.h"

#include <memory>
#include <vector>

namespace rigwright {

/// More lines can't be told apart.
inline constexpr std::size_t kMostCostLines = 4;

/// How a scenario is drawn, here and wherever else it is named: the colour says its kind (the first of a kind has the colour
/// of the kind), the dashes its place among the drawn ones. `scenario`: its index in the comparison, drawn or not.
[[nodiscard]] QPen costLinePen(const CostComparison& comparison, const std::vector<std::size_t>& drawn,
                               std::size_t scenario, const Theme& theme);

/// A chart of what a comparison says.
class CostPlot : public PlotView {
    Q_OBJECT
public:
    using PlotView::PlotView;
    using PlotView::show;

    /// `drawn`: indexes of the scenarios that are drawn, owning first; those beyond the most that can be told apart, and
    /// those that don't exist, are left out. Null clears the chart.
    void show(std::shared_ptr<const CostComparison> comparison, const std::vector<std::size_t>& drawn);
    [[nodiscard]] const std::vector<std::size_t>& drawn() const { return drawn_; }

    [[nodiscard]] virtual QString title() const = 0;
    /// Follows language and palette: ask again on their changes.
    [[nodiscard]] virtual std::vector<LegendEntry> legend() const = 0;
    /// The same figures in a table.
    [[nodiscard]] virtual FigureTable figures() const = 0;

Q_SIGNALS:
    /// What is under the pointer or chosen with the arrow keys, in a sentence; empty: nothing.
    void pointedAt(const QString& text);

protected:
    /// Something else is to be drawn, or the language is another one.
    virtual void refresh() = 0;
    void changeEvent(QEvent* event) override;

    /// Null: nothing is shown.
    [[nodiscard]] const CostComparison* comparison() const { return comparison_.get(); }
    [[nodiscard]] const CostScenario& scenario(std::size_t position) const
    {
        return comparison_->scenarios[drawn_[position]];
    }
    [[nodiscard]] QPen penOf(std::size_t scenario) const;
    /// "$", before the figures of an axis.
    [[nodiscard]] QString currencySign() const;
    [[nodiscard]] QString currencyCode() const;

private:
    /// Shared with the page and the other charts, which show the same answer.
    std::shared_ptr<const CostComparison> comparison_;
    std::vector<std::size_t> drawn_;
};

} // namespace rigwright
