// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/speed_study.h"
#include "ui/theme.h"

#include <QWidget>

#include <vector>

namespace rigwright {

/// Stacked bars of times, each as long as the card is wide: the parts of an output token, of a prompt, of a training step.
class TimeBars : public QWidget {
    Q_OBJECT
public:
    explicit TimeBars(QWidget* parent = nullptr);
    void showBars(std::vector<TimeBar> bars);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void paintLegend(QPainter& painter, const Theme& theme) const;
    void paintBar(QPainter& painter, const Theme& theme, const TimeBar& bar, int top) const;
    [[nodiscard]] int nameWidth() const;
    void describe();

    std::vector<TimeBar> bars_;
};

/// "An output token", "The prompt", "A training step"
[[nodiscard]] QString barName(const TimeBar& bar);
/// "reading device memory", "computing" …
[[nodiscard]] QString timeKindText(TimeKind kind);
/// "23.4 ms", "1.2 s": a figure more than elsewhere, for parts that are compared.
[[nodiscard]] QString partTimeText(Seconds time);

} // namespace rigwright
