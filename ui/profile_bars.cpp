// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile_bars.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace rigwright {

namespace {
constexpr int kHeight = 40;
constexpr int kWidth = 168;
constexpr double kGapFrom = 4; ///< narrower bars stand without gaps
} // namespace

ProfileBars::ProfileBars(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProfileBars::setProfile(const std::vector<Requests>& profile)
{
    profile_ = profile;
    update();
}

QSize ProfileBars::sizeHint() const
{
    return {kWidth, kHeight};
}

void ProfileBars::paintEvent(QPaintEvent* /*event*/)
{
    if (profile_.empty()) {
        return;
    }
    const Theme theme = themeFor(palette());
    const double most = std::max(std::ranges::max(profile_).value(), 1e-9);
    const double each = static_cast<double>(width()) / static_cast<double>(profile_.size());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, each >= kGapFrom);
    for (std::size_t hour = 0; hour < profile_.size(); ++hour) {
        const double height = profile_[hour].value() / most * (this->height() - 1);
        const double wide = each >= kGapFrom ? each - 1 : each;
        painter.fillRect(QRectF(each * static_cast<double>(hour), this->height() - 1 - height, wide, height),
                         theme.weights);
    }
    painter.fillRect(QRectF(0, this->height() - 1, width(), 1), theme.line);
}

} // namespace rigwright
