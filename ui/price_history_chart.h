// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/offer.h"
#include "facts/region.h"
#include "ui/chart_legend.h"
#include "ui/plot_view.h"

#include <array>
#include <optional>
#include <vector>

namespace rigwright {

/// What a part has cost, a line for each kind of price and region; the one that counts is outlined and named.
class PriceHistoryChart : public PlotView {
    Q_OBJECT
public:
    explicit PriceHistoryChart(QWidget* parent = nullptr);

    /// In the currency of the price that counts; an offer in a currency without a rate is left out and counted by
    /// `leftOut`. `today` ends the axis, the policy's limit is drawn.
    void showOffers(const std::vector<Offer>& offers, const ExchangeRates& rates, const Date& today,
                    const PricePolicy& policy);
    [[nodiscard]] int leftOut() const { return leftOut_; }
    /// The lines in their colours.
    [[nodiscard]] std::vector<LegendEntry> legend() const;
    /// Where the offer with this position among the shown ones, by line and day, is drawn.
    [[nodiscard]] QPointF pixelOfOffer(std::size_t line, std::size_t position) const;
    [[nodiscard]] std::size_t lineCount() const { return lines_.size(); }
    [[nodiscard]] QSize sizeHint() const override { return {420, 220}; }

Q_SIGNALS:
    /// What a price under the pointer, or chosen with the arrow keys, says; empty: none.
    void pointedAt(const QString& text);

protected:
    void restyle() override;
    void paintBelow(QPainter& painter) override;
    void paintAbove(QPainter& painter) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Point {
        double day = 0;    ///< since the first of January of the first year
        double amount = 0; ///< in the chart's currency
        Offer offer;
    };
    struct Line {
        PriceKind kind = PriceKind::Estimate;
        std::string region;
        bool own = false;
        std::vector<Point> points;
    };
    struct Place {
        std::size_t line = 0;
        std::size_t position = 0;
    };
    static constexpr std::size_t kMostLines = 8;

    void addOffer(const Offer& offer, const ExchangeRates& rates);
    void setAxes();
    void retranslate();
    void showSeries();
    [[nodiscard]] double dayOf(const Date& date) const;
    [[nodiscard]] QColor colorOf(const Line& line) const;
    [[nodiscard]] QString nameOf(const Line& line) const;
    [[nodiscard]] QString tipOf(const Point& point) const;
    [[nodiscard]] std::optional<Place> at(const QPointF& pixel) const;
    /// By day, for the arrow keys.
    [[nodiscard]] std::vector<Place> places() const;
    [[nodiscard]] const Point& pointAt(const Place& place) const;
    void pointTo(std::optional<Place> place);
    void paintDates(QPainter& painter) const;
    void paintLimit(QPainter& painter) const;
    void paintCurrent(QPainter& painter) const;

    std::vector<Line> lines_;
    std::optional<Place> current_;
    std::optional<Place> pointed_;
    Currency currency_ = Currency::usd();
    Date origin_;
    Date today_;
    PricePolicy policy_;
    int leftOut_ = 0;
    std::array<QLineSeries*, kMostLines> series_{};
    std::array<QScatterSeries*, kMostLines> marks_{};
};

} // namespace rigwright
