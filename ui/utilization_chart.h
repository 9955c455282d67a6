// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cost_plot.h"

#include <array>
#include <optional>

namespace rigwright {

/// Cost per million output tokens over the share of the own capacity that is used, on a logarithmic axis: owning, the cloud and
/// a hosted API. The present use is an upright line; where owning becomes the cheaper one is marked.
class UtilizationChart : public CostPlot {
    Q_OBJECT
public:
    explicit UtilizationChart(QWidget* parent = nullptr);

    /// Where owning becomes cheaper than something else.
    struct Crossing {
        double utilization = 0;
        double cost = 0; ///< per million tokens
        QString text;    ///< "cheaper than the cloud from 31 %"
    };

    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] FigureTable figures() const override;
    [[nodiscard]] const std::vector<Crossing>& crossings() const { return crossings_; }
    /// Where a cost per million tokens at a utilization is drawn.
    [[nodiscard]] QPointF pixelOfCost(double utilization, double cost) const;
    [[nodiscard]] QSize sizeHint() const override { return {460, 260}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 140}; }

protected:
    void refresh() override;
    void restyle() override;
    void paintBelow(QPainter& painter) override;
    void paintAbove(QPainter& painter) override;
    [[nodiscard]] std::size_t itemCount() const override;
    [[nodiscard]] std::optional<std::size_t> itemAt(const QPointF& pixel) const override;
    [[nodiscard]] QString sentenceOf(std::size_t point) const override;

private:
    enum Line : std::size_t { Own, Cloud, Api, LineCount };

    [[nodiscard]] std::optional<std::size_t> scenarioOf(Line line) const;
    [[nodiscard]] static const std::optional<MoneyRate>& rateOf(const UtilizationPoint& point, Line line);
    [[nodiscard]] std::optional<double> costAt(const UtilizationPoint& point, Line line) const;
    [[nodiscard]] QString nameOf(Line line) const;
    [[nodiscard]] const UtilizationCurve* curve() const;
    void setAxes(double low, double high);
    void findCrossings();
    [[nodiscard]] double ownCostAt(double utilization) const;
    void describe();
    void restyleLines();
    void paintPointed(QPainter& painter, const UtilizationPoint& point) const;
    void paintMarks(QPainter& painter) const;

    std::vector<Crossing> crossings_;
    std::array<QLineSeries*, LineCount> series_{};
};

} // namespace rigwright
