// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "ui/chart_legend.h"
#include "ui/cost_figures.h"
#include "ui/plot_view.h"

#include <QPolygonF>

#include <memory>
#include <optional>
#include <vector>

namespace rigwright {

/// More lines can't be told apart.
inline constexpr std::size_t kMostCostLines = 4;

/// How a scenario is drawn, here and wherever else it is named: the colour says its kind (the first of a kind has the colour
/// of the kind), the dashes its place among the drawn ones. `scenario`: its index in the comparison, drawn or not.
[[nodiscard]] QPen costLinePen(const CostComparison& comparison, const std::vector<std::size_t>& drawn,
                               std::size_t scenario, const Theme& theme);

/// A chart of what a comparison says. What it shows are items (months, bars, places of a curve): the one under the pointer, or
/// chosen with the arrow keys, is read out.
class CostPlot : public PlotView {
    Q_OBJECT
public:
    explicit CostPlot(QWidget* parent = nullptr);
    using PlotView::show;

    /// `drawn`: indexes of the scenarios that are drawn, owning first; those beyond the most that can be told apart, and
    /// those that don't exist, are left out. Null clears the chart.
    void show(std::shared_ptr<const CostComparison> comparison, const std::vector<std::size_t>& drawn);
    [[nodiscard]] const std::vector<std::size_t>& drawn() const { return drawn_; }

    [[nodiscard]] virtual QString title() const = 0;
    /// Follows language and palette: ask again on their changes.
    [[nodiscard]] virtual std::vector<LegendEntry> legend() const = 0;
    /// In the colours of the light theme.
    [[nodiscard]] std::vector<LegendEntry> printedLegend();
    /// The same figures in a table.
    [[nodiscard]] virtual FigureTable figures() const = 0;

Q_SIGNALS:
    /// What is pointed at, in a sentence; empty: nothing.
    void pointedAt(const QString& text);

protected:
    /// Something else is to be drawn, or the language is another one.
    virtual void refresh() = 0;
    [[nodiscard]] virtual std::size_t itemCount() const = 0;
    [[nodiscard]] virtual std::optional<std::size_t> itemAt(const QPointF& pixel) const = 0;
    [[nodiscard]] virtual QString sentenceOf(std::size_t item) const = 0;

    /// Always one of the items; on paper none.
    [[nodiscard]] std::optional<std::size_t> pointed() const
    {
        return isPrinting() ? std::nullopt : pointed_;
    }

    /// Null: nothing is shown.
    [[nodiscard]] const CostComparison* comparison() const { return comparison_.get(); }
    [[nodiscard]] const CostScenario& scenario(std::size_t position) const
    {
        return comparison_->scenarios[drawn_[position]];
    }
    [[nodiscard]] QPen penOf(std::size_t scenario) const;
    [[nodiscard]] QString currencyCode() const;
    /// A place for a label beside a mark that no label takes yet; takes it.
    [[nodiscard]] QRectF freeBox(const QFont& font, const QString& text, const QPointF& mark,
                                 std::vector<QRectF>& taken) const;
    void paintMark(QPainter& painter, const QPointF& at) const;
    /// Why there is nothing to draw.
    void paintEmpty(QPainter& painter, const QString& reason) const;

    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void renew();
    void pointTo(std::optional<std::size_t> item);
    [[nodiscard]] std::vector<QPolygonF> linePixels() const;

    /// Shared with the page and the other charts, which show the same answer.
    std::shared_ptr<const CostComparison> comparison_;
    std::vector<std::size_t> drawn_;
    std::optional<std::size_t> pointed_;
};

} // namespace rigwright
