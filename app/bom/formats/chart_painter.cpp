// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/chart_painter.h"

#include "bom/formats/chart_svg.h"
#include "bom/formats/paper_style.h"
#include "bom/formats/paper_text.h"

#include <QPainter>
#include <QPolygonF>

namespace rigwright {

namespace {

QColor colorOf(const ChartInk& ink)
{
    switch (ink.role) {
    case ChartInk::Role::Series: return QColor::fromRgb(ink.rgb);
    case ChartInk::Role::OnSeries: return QColor::fromRgb(readableOn(ink.rgb));
    case ChartInk::Role::Text: return PaperColors().text;
    case ChartInk::Role::Muted: return PaperColors().muted;
    case ChartInk::Role::Grid: return PaperColors().line;
    }
    return PaperColors().text;
}

QPolygonF polygonOf(const std::vector<ChartPoint>& points, const QPointF& origin)
{
    QPolygonF polygon;
    for (const ChartPoint& point : points) {
        polygon.append(origin + QPointF(point.x, point.y) * kPoint);
    }
    return polygon;
}

/// Paints one shape after the other.
class ShapePainter {
public:
    ShapePainter(QPainter& painter, const QPointF& origin)
        : painter_(painter)
        , origin_(origin)
    { }

    void operator()(const DrawnArea& area) const
    {
        constexpr float kShine = 0.16F;
        QColor color = colorOf(area.ink);
        color.setAlphaF(kShine);
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(color);
        painter_.drawPolygon(polygonOf(area.points, origin_));
    }
    void operator()(const DrawnBar& bar) const
    {
        painter_.fillRect(
            QRectF(origin_ + QPointF(bar.x, bar.y) * kPoint, QSizeF(bar.width, bar.height) * kPoint),
            colorOf(bar.ink));
    }
    void operator()(const DrawnLine& line) const
    {
        QPen pen(colorOf(line.ink), line.width * kPoint);
        pen.setCapStyle(Qt::FlatCap);
        pen.setJoinStyle(Qt::RoundJoin);
        if (line.dashed) {
            // In widths of the pen.
            pen.setDashPattern({5 / line.width, 3 / line.width});
        }
        painter_.setPen(pen);
        painter_.setBrush(Qt::NoBrush);
        painter_.drawPolyline(polygonOf(line.points, origin_));
    }
    void operator()(const DrawnLabel& label) const
    {
        const QFont font = paperTextFont(label.size);
        const QString text = paperString(label.text);
        const double width = paperWidth(text, font);
        const double share = label.anchor == DrawnLabel::Anchor::Start ? 0
            : label.anchor == DrawnLabel::Anchor::Middle               ? 0.5
                                                                       : 1;
        painter_.setFont(font);
        painter_.setPen(colorOf(label.ink));
        painter_.drawText(origin_ + QPointF(label.x * kPoint - share * width, label.y * kPoint), text);
    }

private:
    QPainter& painter_;
    QPointF origin_;
};

} // namespace

void paintDrawing(QPainter& painter, const ChartDrawing& drawing, const QPointF& topLeft)
{
    const ShapePainter paint(painter, topLeft);
    for (const ChartShape& shape : drawing.shapes) {
        std::visit(paint, shape);
    }
}

} // namespace rigwright
