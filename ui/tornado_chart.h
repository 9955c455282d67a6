// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cost_plot.h"

#include <optional>

namespace rigwright {

/// What a factor is called: "use", "price of the machine".
[[nodiscard]] QString costFactorText(CostFactor factor);

/// What each factor alone does to the advantage of owning, largest first: a bar from the advantage as assumed to both sides,
/// with the advantage at its ends. A bar under the pointer, or chosen with the arrow keys, is read out.
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
    void restyle() override;
    void paintAbove(QPainter& painter) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void pointTo(std::optional<std::size_t> bar);
    [[nodiscard]] const FactorEffect& effect(std::size_t bar) const;
    [[nodiscard]] QString sentenceOf(std::size_t bar) const;
    [[nodiscard]] int nameWidth() const;
    void paintBar(QPainter& painter, std::size_t bar) const;

    std::optional<std::size_t> pointed_;
};

} // namespace rigwright
