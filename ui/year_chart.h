// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cost_plot.h"

#include <optional>

namespace rigwright {

/// What is paid in each year, a bar for each scenario, split into capital (filled) and operating (hatched); what comes back,
/// such as the residual value, hangs below zero. A bar under the pointer, or chosen with the arrow keys, is read out.
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
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Place {
        std::size_t year = 0;
        std::size_t position = 0;
        bool operator==(const Place&) const = default;
    };

    void pointTo(std::optional<Place> place);
    [[nodiscard]] const YearCost* costAt(const Place& place) const;
    [[nodiscard]] std::size_t yearCount() const;
    [[nodiscard]] QString sentenceOf(const Place& place) const;
    void paintBar(QPainter& painter, const Place& place) const;
    void paintTotals(QPainter& painter) const;
    void paintYears(QPainter& painter) const;

    std::optional<Place> pointed_;
};

} // namespace rigwright
