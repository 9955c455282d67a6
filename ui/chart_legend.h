// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

namespace rigwright {

struct LegendEntry {
    enum class Sample { Line, Filled, Hatched };

    QString text;
    QColor color;
    Qt::PenStyle line = Qt::SolidLine;
    Sample sample = Sample::Line; ///< bars are boxes
};

/// How high a legend is in so much width.
[[nodiscard]] int legendHeight(const std::vector<LegendEntry>& entries, int width);
/// Draws a legend from the upper left corner on, breaking where the width ends.
void paintLegend(QPainter& painter, const std::vector<LegendEntry>& entries, const QRect& place,
                 const QColor& ink);

/// What the lines and bars of a chart are, in a row that breaks where the width ends.
class ChartLegend : public QWidget {
    Q_OBJECT
public:
    explicit ChartLegend(QWidget* parent = nullptr);
    void setEntries(std::vector<LegendEntry> entries);
    [[nodiscard]] const std::vector<LegendEntry>& entries() const { return entries_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<LegendEntry> entries_;
};

} // namespace rigwright
