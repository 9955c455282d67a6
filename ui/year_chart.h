// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cost_plot.h"

#include <optional>

namespace rigwright {

/// What is paid in each year, a bar for each scenario, split into capital (filled) and operating (hatched); what comes back,
/// such as the residual value, hangs below zero.
class YearChart : public CostPlot {
    Q_OBJECT
public:
    explicit YearChart(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] FigureTable figures() const override;
    /// The bar of a year, counted from 0, and of a drawn scenario, from its top to its foot.
    [[nodiscard]] QRectF barOf(std::size_t year, std::size_t position) const;
    [[nodiscard]] QSize sizeHint() const override { return {460, 260}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 140}; }

protected:
    void refresh() override;
    void paintAbove(QPainter& painter) override;
    [[nodiscard]] std::size_t itemCount() const override;
    [[nodiscard]] std::optional<std::size_t> itemAt(const QPointF& pixel) const override;
    [[nodiscard]] QString sentenceOf(std::size_t bar) const override;

private:
    /// Null: that scenario has no such year.
    [[nodiscard]] const YearCost* costAt(std::size_t year, std::size_t position) const;
    [[nodiscard]] std::size_t yearCount() const;
    void paintBar(QPainter& painter, std::size_t year, std::size_t position) const;
    [[nodiscard]] bool isCrossed(const QRectF& label, std::size_t year, std::size_t position) const;
    void paintTotals(QPainter& painter, std::size_t year) const;
};

} // namespace rigwright
