// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/formats/ticks.h"
#include "ui/memory_study.h"
#include "ui/theme.h"

#include <QWidget>

namespace rigwright {

/// Memory by component, stacked, over the context in powers of two; the capacity as a dashed line, the largest context that
/// fits marked on it, and the context asked for as a thin line.
class ContextChart : public QWidget {
    Q_OBJECT
public:
    explicit ContextChart(QWidget* parent = nullptr);
    void showCurve(ContextCurve curve);
    [[nodiscard]] QSize sizeHint() const override { return {460, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 110}; }

Q_SIGNALS:
    /// The user clicked at this context.
    void contextChosen(std::int64_t tokens);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] AxisRange axis() const;
    [[nodiscard]] double xOf(double context) const;
    [[nodiscard]] double yOf(double gib) const;
    /// Exactly at this place, and as one would choose it.
    [[nodiscard]] std::int64_t exactContextAt(double x) const;
    [[nodiscard]] std::int64_t contextAt(double x) const;
    [[nodiscard]] MemoryComponents usedAt(std::int64_t context) const;
    void paintAxes(QPainter& painter, const Theme& theme) const;
    void paintAreas(QPainter& painter, const Theme& theme) const;
    void paintCapacity(QPainter& painter, const Theme& theme) const;
    void paintReading(QPainter& painter, const Theme& theme, std::int64_t context) const;
    void describe();

    ContextCurve curve_;
    std::optional<double> hoverX_;
};

} // namespace rigwright
