// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/label.h"

#include <QEvent>
#include <QGuiApplication>

namespace rigwright {

ThemedLabel::ThemedLabel(TextSize size, Ink ink, QWidget* parent)
    : QLabel(parent)
    , size_(size)
    , ink_(ink)
{
    // Inside a table the ground would have it take the colour of plain text.
    setForegroundRole(QPalette::WindowText);
    restyle();
}

void ThemedLabel::setInk(Ink ink)
{
    ink_ = ink;
    restyle();
}

void ThemedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange) {
        restyle();
    }
}

void ThemedLabel::restyle()
{
    const Theme theme = themeFor(QGuiApplication::palette());
    QPalette colors = palette();
    const QColor color = ink_ == Ink::Muted ? theme.muted : ink_ == Ink::Danger ? theme.danger : theme.text;
    colors.setColor(QPalette::WindowText, color);
    setPalette(colors);
    setFont(fontFor(size_));
}

} // namespace rigwright
