// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cost_plot.h"

#include <array>
#include <optional>
#include <vector>

namespace rigwright {

/// What has been paid by each month, from month 0.
struct CostLine {
    QString name;
    std::vector<double> byMonth;
};

/// Where owning has cost no more than the cloud.
struct BreakEvenMark {
    double months = 0;
    double cost = 0;
    QString text; ///< "13 months"
};

/// How the line with this index is drawn, here and wherever else it is named.
[[nodiscard]] QPen costLinePen(std::size_t index, const Theme& theme);

/// Cumulative cost over months, at most four lines, the break-even marked. A month under the pointer, or chosen with the
/// arrow keys, is read out by `readout`.
class CostChart : public PlotView {
    Q_OBJECT
public:
    explicit CostChart(QWidget* parent = nullptr);

    /// Lines beyond the most that can be told apart are left out.
    void setLines(std::vector<CostLine> lines, const QString& currencySign);
    void setBreakEven(std::optional<BreakEvenMark> mark);
    void setAxisTitles(const QString& months, const QString& money);
    [[nodiscard]] const std::vector<CostLine>& lines() const { return lines_; }
    [[nodiscard]] const std::optional<BreakEvenMark>& breakEven() const { return mark_; }

Q_SIGNALS:
    /// −1: no month is pointed at.
    void monthPointedAt(int month);

protected:
    void restyle() override;
    void paintBelow(QPainter& painter) override;
    void paintAbove(QPainter& painter) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void pointAt(int month);
    [[nodiscard]] int lastMonth() const;

    std::vector<CostLine> lines_;
    std::optional<BreakEvenMark> mark_;
    int month_ = -1;
    std::array<QLineSeries*, kMostCostLines> series_{};
};

} // namespace rigwright
