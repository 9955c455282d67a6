// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cost_plot.h"

#include <QPolygonF>

#include <array>
#include <optional>
#include <vector>

namespace rigwright {

/// What has been paid by each month, from month 0.
struct CostLine {
    QString name;
    std::vector<double> byMonth;
    std::vector<double> low; ///< around byMonth; empty: not known
    std::vector<double> high;
};

/// Where owning has cost no more than something else.
struct BreakEvenMark {
    double months = 0;
    double cost = 0;
    QString text; ///< "13 months (11–16)"
};

/// Cumulative cost over months with its range as a band; the break-even against the cloud and against a hosted API marked.
class CostChart : public CostPlot {
    Q_OBJECT
public:
    explicit CostChart(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] FigureTable figures() const override;
    [[nodiscard]] const std::vector<CostLine>& lines() const { return lines_; }
    /// Against the cloud; empty: never within the years, or it isn't drawn.
    [[nodiscard]] const std::optional<BreakEvenMark>& breakEven() const { return cloudMark_; }
    [[nodiscard]] const std::optional<BreakEvenMark>& apiBreakEven() const { return apiMark_; }
    [[nodiscard]] QSize sizeHint() const override { return {560, 320}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 140}; }

Q_SIGNALS:
    /// −1: no month is pointed at.
    void monthPointedAt(int month);

protected:
    void refresh() override;
    void restyle() override;
    void paintBelow(QPainter& painter) override;
    void paintAbove(QPainter& painter) override;
    [[nodiscard]] std::size_t itemCount() const override;
    [[nodiscard]] std::optional<std::size_t> itemAt(const QPointF& pixel) const override;
    [[nodiscard]] QString sentenceOf(std::size_t month) const override;

private:
    [[nodiscard]] std::optional<BreakEvenMark> markOf(const BreakEven& breakEven, bool api) const;
    void setAxes();
    void describe();
    void paintBand(QPainter& painter, std::size_t line) const;
    void paintDots(QPainter& painter, std::size_t month) const;
    void paintMarks(QPainter& painter) const;

    std::vector<CostLine> lines_;
    std::optional<BreakEvenMark> cloudMark_;
    std::optional<BreakEvenMark> apiMark_;
    std::array<QLineSeries*, kMostCostLines> series_{};
};

} // namespace rigwright
