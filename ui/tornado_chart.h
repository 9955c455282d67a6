// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cost_plot.h"

namespace rigwright {

/// What each factor alone does to the advantage of owning, largest first, as many as have room: a bar from the advantage
/// as assumed to both sides, with the advantage at its ends.
class TornadoChart : public CostPlot {
    Q_OBJECT
public:
    static constexpr std::size_t kMostBars = 8;

    explicit TornadoChart(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] FigureTable figures() const override;
    [[nodiscard]] std::size_t barCount() const;
    [[nodiscard]] QRectF barOf(std::size_t bar) const;
    [[nodiscard]] QSize sizeHint() const override { return {320, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 140}; }

protected:
    void refresh() override;
    void paintAbove(QPainter& painter) override;
    [[nodiscard]] std::size_t itemCount() const override;
    [[nodiscard]] std::optional<std::size_t> itemAt(const QPointF& pixel) const override;
    [[nodiscard]] QString sentenceOf(std::size_t bar) const override;

private:
    [[nodiscard]] const FactorEffect& effect(std::size_t bar) const;
    /// Against what: "Nimbus g1.large".
    [[nodiscard]] QString otherName() const;
    void fitRange();
    /// What stands at the end of a bar.
    [[nodiscard]] QString endText(std::size_t bar, const Money& amount) const;
    void describe();
    void paintBar(QPainter& painter, std::size_t bar) const;
    [[nodiscard]] double middleOf(std::size_t bar) const;

    double lowest_ = 0; ///< amounts that bars reach to
    double highest_ = 0;
};

} // namespace rigwright
