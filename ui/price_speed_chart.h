// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot_view.h"

#include <optional>
#include <vector>

namespace rigwright {

/// One machine in the plane of price and speed.
struct PricePoint {
    QString id;
    QString name;
    double price = 0;
    QString priceText;
    double low = 0;
    double mid = 0;
    double high = 0;
    bool front = false;
    QString tip; ///< rich text
};

struct BudgetMark {
    double price = 0;
    QString text; ///< "budget $3,000"
};

/// Machines by price and speed: those of the front joined by a line, the others hollow, each with the range of its speed,
/// the budget as a dashed line, the selected one outlined and named.
class PriceSpeedChart : public PlotView {
    Q_OBJECT
public:
    explicit PriceSpeedChart(QWidget* parent = nullptr);

    /// `currencySign` stands before the prices of the axis. Points that aren't finite are left out.
    void setPoints(std::vector<PricePoint> points, std::optional<BudgetMark> budget,
                   const QString& currencySign);
    void setAxisTitles(const QString& price, const QString& speed);
    void setSelected(const QString& id);
    [[nodiscard]] QString selected() const { return selected_; }
    [[nodiscard]] const std::vector<PricePoint>& points() const { return points_; }
    [[nodiscard]] QPointF pixelOfPoint(const QString& id) const;
    [[nodiscard]] bool budgetIsShown() const { return budgetShown_; }

Q_SIGNALS:
    void pointSelected(const QString& id);

protected:
    void restyle() override;
    void paintBelow(QPainter& painter) override;
    void paintAbove(QPainter& painter) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setAxes(const QString& currencySign);
    void paintBudget(QPainter& painter) const;
    void paintSelected(QPainter& painter) const;
    /// Where the label of a point covers the least.
    [[nodiscard]] QRectF freestBox(const QFont& font, const QString& text, const QPointF& around) const;
    [[nodiscard]] int coveredBy(const QRectF& box) const;
    [[nodiscard]] const PricePoint* at(const QPointF& pixel) const;
    [[nodiscard]] const PricePoint* find(const QString& id) const;
    void choose(const PricePoint& point);

    std::vector<PricePoint> points_; ///< cheapest first
    std::optional<BudgetMark> budget_;
    bool budgetShown_ = false;
    QString selected_;
    QString hovered_;
    QLineSeries* frontLine_ = nullptr;
    QScatterSeries* others_ = nullptr;
    QScatterSeries* front_ = nullptr;
};

} // namespace rigwright
