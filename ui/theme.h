// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QPixmap>
#include <QString>

class QApplication;
class QWidget;

namespace rigwright {

/// The colours of the window in one appearance. Text on any ground has a contrast of at least 4.5.
struct Theme {
    bool dark = false;
    QColor window, card, line, text, muted;
    QColor accent, accentSoft, onAccent;
    QColor good, goodSoft;
    QColor warning, warningSoft;
    QColor danger, dangerSoft;
    // Memory components: the same meaning in every chart and table.
    QColor weights, kvCache, compute, engine, other;
    QColor gradients, optimizer, activations; ///< of training
};

[[nodiscard]] Theme lightTheme();
[[nodiscard]] Theme darkTheme();
/// The theme that a palette belongs to: call it with the widget's own palette, on each PaletteChange again.
[[nodiscard]] Theme themeFor(const QPalette& palette);
[[nodiscard]] QPalette paletteOf(const Theme& theme);

/// Near-black or white, whichever reads better on the ground.
[[nodiscard]] QColor inkOn(const QColor& ground);

enum class Appearance { System, Light, Dark };

/// Makes Fusion the style of the application; once, before the first appearance.
void installStyle();
/// Gives the application the palette and the style sheet of an appearance. `system` is the palette that the
/// platform gave at start: it decides what Appearance::System means.
void applyAppearance(QApplication& application, Appearance appearance, const QPalette& system);

enum class TextSize {
    Hint,  ///< hints, tags, section heads
    Text,  ///< text, tables
    Title, ///< titles of cards: text size, bold
    Lead,  ///< the verdict
    Figure ///< key figures
};

/// The font of a size, relative to the application's font.
[[nodiscard]] QFont fontFor(TextSize size);

/// An icon of :/icons in one colour, sharp at the widget's pixel ratio. The size is in logical pixels.
[[nodiscard]] QPixmap tintedIcon(const QString& name, const QColor& color, int size, const QWidget& widget);

} // namespace rigwright
