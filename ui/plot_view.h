// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/formats/ticks.h"
#include "ui/theme.h"

#include <QChartView>
#include <QString>

#include <vector>

class QLineSeries;
class QScatterSeries;
class QValueAxis;
class QXYSeries;

namespace rigwright {

/// What an axis says at a value, where it says something else than the number.
struct AxisLabel {
    double at = 0;
    QString text;

    bool operator==(const AxisLabel&) const = default;
};

/// A chart of two value axes in the program's look: light grid, no frame, no animation, no legend of its own, the titles of
/// the axes beside their ends. Derived charts paint marks in data coordinates below and above the series.
class PlotView : public QChartView {
    Q_OBJECT
public:
    explicit PlotView(QWidget* parent = nullptr);

    /// The titles of the axes with their units: at the right end of the horizontal, above the vertical.
    [[nodiscard]] QString horizontalTitle() const;
    [[nodiscard]] QString verticalTitle() const;
    [[nodiscard]] QPointF pixelOf(double x, double y) const;
    /// Draws the chart from the origin on in another size, as the light theme has it and without what is pointed at.
    void print(QPainter& painter, const QSizeF& size);

protected:
    void setTitles(const QString& horizontal, const QString& vertical);
    /// `prefix` stands before each figure, such as "$".
    void setHorizontal(const AxisRange& range, const QString& prefix = {});
    void setVertical(const AxisRange& range, const QString& prefix = {});
    /// For charts that write something else than the numbers of the horizontal axis; the room for it stays.
    void hideHorizontalLabels();
    /// Instead of the numbers of an axis, which is then left out; with lines across the plot at the labels where `lines`.
    void labelVertical(std::vector<AxisLabel> labels, bool lines = true);
    void labelHorizontal(std::vector<AxisLabel> labels, bool lines = false);
    /// For charts that keep room for themselves.
    void setRightMargin(int pixels);
    QLineSeries* addLine();
    QScatterSeries* addPoints(double size);

    [[nodiscard]] QRectF plotArea() const;
    /// All of the chart, from the origin on.
    [[nodiscard]] QRectF canvas() const;
    [[nodiscard]] Theme theme() const;
    /// What only a pointer or a focus shows stays away from paper.
    [[nodiscard]] bool isPrinting() const { return printing_; }
    void setPrinting(bool printing) { printing_ = printing; }
    /// Colours from the theme; derived charts add those of their series.
    virtual void restyle();
    virtual void paintBelow(QPainter& painter);
    virtual void paintAbove(QPainter& painter);

    /// Where a label lies whose upper left corner (or right one, `toTheLeft`) is given, moved where it would leave the plot.
    [[nodiscard]] QRectF labelBox(const QFont& font, const QString& text, const QPointF& corner,
                                  bool toTheLeft) const;
    /// Text on a ground of the card's colour, so that lines behind it don't cross it.
    void paintLabel(QPainter& painter, const QRectF& box, const QString& text, const QColor& ink) const;

    void drawBackground(QPainter* painter, const QRectF& exposed) override;
    void drawForeground(QPainter* painter, const QRectF& exposed) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct AxisLabels {
        bool own = false; ///< instead of those of the axis
        bool lines = false;
        std::vector<AxisLabel> labels;
    };

    void attach(QXYSeries* series);
    void setRange(QValueAxis& axis, const AxisRange& range, const QString& prefix);
    void label(QValueAxis& axis, AxisLabels& place, std::vector<AxisLabel> labels, bool lines);
    void fitMargins();
    void paintLines(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;

    QValueAxis* horizontal_ = nullptr;
    QValueAxis* vertical_ = nullptr;
    AxisLabels horizontalLabels_;
    AxisLabels verticalLabels_;
    int rightMargin_ = 16; ///< pixels, half a label of the horizontal axis
    bool labelsHidden_ = false;
    bool printing_ = false;
    bool byKeyboard_ = false;    ///< the focus came by the keyboard, and is shown
    QXYSeries* first_ = nullptr; ///< any series maps values to pixels
};

} // namespace rigwright
