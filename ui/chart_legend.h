// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

namespace rigwright {

struct LegendEntry {
    QString text;
    QColor color;
    Qt::PenStyle line = Qt::SolidLine;
};

/// What the lines of a chart are, in a row that breaks where the width ends.
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
    /// Where each entry lies in so much width.
    [[nodiscard]] std::vector<QRect> arrange(int width) const;

    std::vector<LegendEntry> entries_;
};

} // namespace rigwright
