// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/formats/ticks.h"
#include "ui/theme.h"

#include <QWidget>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace rigwright {

/// An estimate with its range at one place of the horizontal axis.
struct BandPoint {
    std::int64_t at = 1;
    double low = 0;
    double mid = 0;
    double high = 0;
};

/// A dashed line that something must not pass, and what it is.
struct BandLimit {
    double value = 0;
    QString text;
};

struct BandCurve {
    std::vector<BandPoint> points;   ///< by ascending place
    std::int64_t now = 1;            ///< the place asked for
    std::optional<BandLimit> atMost; ///< across, on the vertical axis
    std::optional<BandLimit> until;  ///< upright, on the horizontal axis
};

/// A line with its range as a band over powers of two. A place under the pointer is read out; a click chooses it.
class BandChart : public QWidget {
    Q_OBJECT
public:
    /// "27–41 tokens/s" for the range at a place; "8,192 tokens" for the place.
    using ValueText = std::function<QString(const BandPoint&)>;
    using PlaceText = std::function<QString(std::int64_t)>;

    explicit BandChart(QWidget* parent = nullptr);

    void showCurve(BandCurve curve, const QString& horizontal, const QString& vertical, ValueText valueText,
                   PlaceText placeText);
    [[nodiscard]] const BandCurve& curve() const { return curve_; }
    [[nodiscard]] QSize sizeHint() const override { return {460, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 140}; }

Q_SIGNALS:
    void placeChosen(std::int64_t at);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] AxisRange axis() const;
    [[nodiscard]] double xOf(double at) const;
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] std::int64_t placeAt(double x) const;
    /// Between two points, along the line that is drawn.
    [[nodiscard]] BandPoint valueAt(std::int64_t at) const;
    void paintAxes(QPainter& painter, const Theme& theme) const;
    void paintBand(QPainter& painter, const Theme& theme) const;
    void paintLimits(QPainter& painter, const Theme& theme) const;
    void paintReading(QPainter& painter, const Theme& theme) const;
    void describe();

    BandCurve curve_;
    QString horizontal_;
    QString vertical_;
    ValueText valueText_;
    PlaceText placeText_;
    std::optional<double> hoverX_;
};

} // namespace rigwright
