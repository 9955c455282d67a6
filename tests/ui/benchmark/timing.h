// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEvent>
#include <QObject>
#include <QWidget>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

namespace rigwright {

/// Tells when a widget has been painted.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget* watched) { watched->installEventFilter(this); }
    [[nodiscard]] bool isPainted() const { return painted_; }
    void reset() { painted_ = false; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        painted_ = painted_ || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

private:
    bool painted_ = false;
};

inline double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Of this process: what other programs take doesn't count.
inline double cpuMilliseconds()
{
    constexpr double kMilli = 1e3;
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC * kMilli;
}

inline void report(const char* what, std::vector<double> times)
{
    std::ranges::sort(times);
    std::printf("%-44s median %7.1f ms   worst %7.1f ms   (%zu)\n", what, times[times.size() / 2],
                times.back(), times.size());
}

} // namespace rigwright
