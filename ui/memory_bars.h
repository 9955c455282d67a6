// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/memory_study.h"
#include "ui/theme.h"

#include <QWidget>

namespace rigwright {

/// Stacked bars of devices and host RAM, each as long as its share of its capacity: the lines of capacity stand below each
/// other, so that the eye sees what is full.
class MemoryBars : public QWidget {
    Q_OBJECT
public:
    explicit MemoryBars(QWidget* parent = nullptr);
    void showBars(std::vector<MemoryBar> bars);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Scale;
    [[nodiscard]] Scale scale() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int nameWidth() const;
    void paintLegend(QPainter& painter, const Theme& theme) const;
    void paintBar(QPainter& painter, const Theme& theme, const MemoryBar& bar, int top,
                  const Scale& scale) const;
    void describe();

    std::vector<MemoryBar> bars_;
};

/// "RTX 3090", "8 × H100, each", "RAM", "Model alone"
[[nodiscard]] QString barName(const MemoryBar& bar);
/// "VRAM", "RAM", "needs"
[[nodiscard]] QString barKind(const MemoryBar& bar);

} // namespace rigwright
