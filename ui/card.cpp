// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright {

namespace {
constexpr int kInside = 14;
constexpr int kHeadHeight = 22;
constexpr double kRadius = 8;
constexpr int kVeilAlpha = 120;
} // namespace

Card::Card(QWidget* parent)
    : QFrame(parent)
    , title_(new ThemedLabel(TextSize::Title, ThemedLabel::Ink::Text))
    , remark_(new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted))
    , head_(new QHBoxLayout)
    , body_(new QVBoxLayout)
{
    title_->setObjectName(QStringLiteral("cardTitle"));
    // As high as a link, so that the titles of cards side by side stand on one line.
    title_->setMinimumHeight(kHeadHeight);
    title_->hide();
    remark_->hide();
    head_->setSpacing(12);
    head_->addWidget(title_);
    head_->addStretch(1);
    head_->addWidget(remark_);
    body_->setSpacing(8);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(kInside, 12, kInside, 12);
    all->setSpacing(8);
    all->addLayout(head_);
    all->addLayout(body_, 1);
}

void Card::setTitle(const QString& title)
{
    title_->setText(title);
    title_->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setRemark(const QString& remark)
{
    remark_->setText(remark);
    remark_->setVisible(!remark.isEmpty());
}

QPushButton* Card::addLink(const QString& objectName)
{
    auto* link = new QPushButton(this);
    link->setObjectName(objectName);
    link->setProperty("link", true);
    link->setFlat(true);
    link->setCursor(Qt::PointingHandCursor);
    head_->addWidget(link);
    return link;
}

void Card::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = themeFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

Dimmer::Dimmer(QWidget* covered)
    : QWidget(covered)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    covered->installEventFilter(this);
    hide();
}

void Dimmer::setDimmed(bool dimmed)
{
    if (dimmed) {
        setGeometry(parentWidget()->rect());
        raise();
    }
    setVisible(dimmed);
}

bool Dimmer::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

void Dimmer::paintEvent(QPaintEvent* /*event*/)
{
    QColor veil = themeFor(palette()).window;
    veil.setAlpha(kVeilAlpha);
    QPainter(this).fillRect(rect(), veil);
}

} // namespace rigwright
