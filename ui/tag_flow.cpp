// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tag_flow.h"

#include <QGuiApplication>
#include <QPainter>
#include <QStringList>

namespace rigwright {

namespace {
constexpr int kGap = 4;
}

TagFlow::TagFlow(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TagFlow::setTags(CellTags tags)
{
    tags_ = std::move(tags);
    QStringList words;
    for (const CellTag& tag : tags_) {
        words.append(tag.text);
    }
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

std::vector<QRect> TagFlow::arrange(int width) const
{
    std::vector<QRect> places;
    QPoint at(0, 0);
    for (const CellTag& tag : tags_) {
        const QSize size = tagSize(tag.kind, tag.text);
        if (at.x() > 0 && at.x() + size.width() > width) {
            at = QPoint(0, at.y() + size.height() + kGap);
        }
        places.emplace_back(at, size);
        at.rx() += size.width() + kGap;
    }
    return places;
}

QSize TagFlow::sizeHint() const
{
    constexpr int kUsualWidth = 280;
    return {kUsualWidth, heightForWidth(width() > 0 ? width() : kUsualWidth)};
}

int TagFlow::heightForWidth(int width) const
{
    const std::vector<QRect> places = arrange(width);
    return places.empty() ? 0 : places.back().bottom() + 1;
}

void TagFlow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const Theme theme = themeFor(QGuiApplication::palette());
    const std::vector<QRect> places = arrange(width());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const CellTag& tag = tags_[static_cast<qsizetype>(i)];
        paintTag(painter, places[i], tag.kind, tag.text, theme);
    }
}

} // namespace rigwright
