// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice_bar.h"

#include "ui/tag.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace rigwright {

namespace {

constexpr double kRadius = 6;

QPushButton* makeLink(const QString& name)
{
    auto* link = new QPushButton;
    link->setObjectName(name);
    link->setProperty("link", true);
    link->setFlat(true);
    link->setCursor(Qt::PointingHandCursor);
    return link;
}

} // namespace

NoticeBar::NoticeBar(const QString& name, QWidget* parent)
    : QWidget(parent)
    , text_(new ThemedLabel(TextSize::Text, ThemedLabel::Ink::Text))
    , action_(makeLink(name + QStringLiteral("Action")))
    , close_(makeLink(name + QStringLiteral("Close")))
{
    setObjectName(name + QStringLiteral("Bar"));
    text_->setObjectName(name + QStringLiteral("Text"));
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* sign = new Tag;
    sign->setTag(TagKind::Warning, {});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(12);
    row->addWidget(sign);
    row->addWidget(text_, 1);
    row->addWidget(action_);
    row->addWidget(close_);
    connect(action_, &QPushButton::clicked, this, &NoticeBar::actionChosen);
    connect(close_, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    close_->setText(tr("Close"));
    hide();
}

void NoticeBar::showNotice(const QString& text, const QString& action)
{
    text_->setText(text);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    show();
}

void NoticeBar::clear()
{
    hide();
}

void NoticeBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        close_->setText(tr("Close"));
    }
}

void NoticeBar::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = themeFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.warningSoft);
    painter.drawRoundedRect(rect(), kRadius, kRadius);
}

} // namespace rigwright
