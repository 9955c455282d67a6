// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QLabel>

namespace rigwright {

/// A label in a type size and one of the theme's text colours; it keeps both through a change of theme.
class ThemedLabel : public QLabel {
    Q_OBJECT
public:
    enum class Ink { Text, Muted, Danger };
    ThemedLabel(TextSize size, Ink ink, QWidget* parent = nullptr);
    void setInk(Ink ink);

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    TextSize size_;
    Ink ink_;
};

} // namespace rigwright
