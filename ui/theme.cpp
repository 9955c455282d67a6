// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>
#include <QFile>
#include <QKeyEvent>
#include <QPainter>
#include <QProxyStyle>
#include <QSvgRenderer>
#include <QWidget>

#include <array>
#include <cmath>
#include <utility>

namespace rigwright {

Theme lightTheme()
{
    Theme theme;
    theme.window = QColor(0xf4f5f7);
    theme.card = QColor(0xffffff);
    theme.line = QColor(0xdcdfe4);
    theme.text = QColor(0x1d2129);
    theme.muted = QColor(0x667085);
    theme.accent = QColor(0x2563c9);
    theme.accentSoft = QColor(0xe7effc);
    theme.onAccent = QColor(0xffffff);
    theme.good = QColor(0x1a7f4b);
    theme.goodSoft = QColor(0xe4f4ec);
    theme.warning = QColor(0xa85b00);
    theme.warningSoft = QColor(0xfff1dc);
    theme.danger = QColor(0xb42318);
    theme.dangerSoft = QColor(0xfdeceb);
    theme.weights = QColor(0x3b6fb6);
    theme.kvCache = QColor(0xe0902f);
    theme.compute = QColor(0x4f9d69);
    theme.engine = QColor(0x9a6fb0);
    theme.other = QColor(0xb8bec9);
    theme.gradients = QColor(0x3f97a8);
    theme.optimizer = QColor(0xc9637f);
    theme.activations = QColor(0x93932e);
    return theme;
}

Theme darkTheme()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor(0x1b1e24);
    theme.card = QColor(0x242830);
    theme.line = QColor(0x363c47);
    theme.text = QColor(0xe7eaf0);
    theme.muted = QColor(0x98a1b0);
    theme.accent = QColor(0x6ea2f2);
    theme.accentSoft = QColor(0x283a58);
    theme.onAccent = QColor(0x10151d);
    theme.good = QColor(0x5cc28c);
    theme.goodSoft = QColor(0x1f3a2c);
    theme.warning = QColor(0xe9a951);
    theme.warningSoft = QColor(0x41321c);
    theme.danger = QColor(0xf2948a);
    theme.dangerSoft = QColor(0x47272a);
    theme.weights = QColor(0x6b9be0);
    theme.kvCache = QColor(0xe8a653);
    theme.compute = QColor(0x73bd8c);
    theme.engine = QColor(0xb894cc);
    theme.other = QColor(0x5a6270);
    theme.gradients = QColor(0x62b9c9);
    theme.optimizer = QColor(0xe08aa2);
    theme.activations = QColor(0xb9b956);
    return theme;
}

namespace {

constexpr int kDarkBelow = 128;

/// Fusion that underlines mnemonics only while Alt is held, so that the panel stays calm.
class CalmFusion : public QProxyStyle {
public:
    CalmFusion()
        : QProxyStyle(QStringLiteral("Fusion"))
    { }

    using QProxyStyle::polish;
    void polish(QApplication* application) override
    {
        QProxyStyle::polish(application);
        application->installEventFilter(this);
    }

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* answer) const override
    {
        return hint == SH_UnderlineShortcut ? static_cast<int>(altHeld_)
                                            : QProxyStyle::styleHint(hint, option, widget, answer);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
            const bool held =
                event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt;
            if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt && held != altHeld_) {
                altHeld_ = held;
                for (QWidget* window : QApplication::topLevelWidgets()) {
                    window->update();
                }
            }
        }
        return QProxyStyle::eventFilter(watched, event);
    }

private:
    bool altHeld_ = false;
};

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < kDarkBelow;
}

QString styleSheetOf(const Theme& theme)
{
    QFile file(QStringLiteral(":/style/rigwright.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    // A name that begins with another one stands before it.
    const std::array<std::pair<const char*, QString>, 12> values{{
        {"@accentSoft", theme.accentSoft.name()},
        {"@onAccent", theme.onAccent.name()},
        {"@accent", theme.accent.name()},
        {"@dangerSoft", theme.dangerSoft.name()},
        {"@danger", theme.danger.name()},
        {"@window", theme.window.name()},
        {"@card", theme.card.name()},
        {"@line", theme.line.name()},
        {"@text", theme.text.name()},
        {"@muted", theme.muted.name()},
        {"@other", theme.other.name()},
        {"@tone", theme.dark ? QStringLiteral("dark") : QStringLiteral("light")},
    }};
    for (const auto& [name, value] : values) {
        sheet.replace(QLatin1String(name), value);
    }
    return sheet;
}

} // namespace

Theme themeFor(const QPalette& palette)
{
    // A style sheet that makes a ground transparent leaves nothing to judge by in the widget's own palette.
    const bool known = palette.color(QPalette::Window).alpha() > 0;
    return isDark(known ? palette : QGuiApplication::palette()) ? darkTheme() : lightTheme();
}

void installStyle()
{
    QApplication::setStyle(new CalmFusion);
} // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): the application owns its style

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.card);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.card);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.onAccent);
    palette.setColor(QPalette::ToolTipBase, theme.card);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Light, theme.card);
    palette.setColor(QPalette::Midlight, theme.line);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.muted);
    palette.setColor(QPalette::Shadow, theme.dark ? QColor(Qt::black) : theme.muted);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, theme.muted);
    }
    return palette;
}

QColor inkOn(const QColor& ground)
{
    // Relative luminance and contrast as WCAG 2.1 defines them.
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    const auto luminance = [&linear](const QColor& color) {
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
            0.0722 * linear(color.blueF());
    };
    const QColor dark = lightTheme().text;
    const double here = luminance(ground);
    const double whiteContrast = 1.05 / (here + 0.05);
    const double darkContrast = (here + 0.05) / (luminance(dark) + 0.05);
    return whiteContrast >= darkContrast ? QColor(Qt::white) : dark;
}

void applyAppearance(QApplication& application, Appearance appearance, const QPalette& system)
{
    const bool dark = appearance == Appearance::Dark || (appearance == Appearance::System && isDark(system));
    const Theme theme = dark ? darkTheme() : lightTheme();
    QApplication::setPalette(paletteOf(theme));
    application.setStyleSheet(styleSheetOf(theme));
}

QFont fontFor(TextSize size)
{
    QFont font = QApplication::font();
    // A quarter less than a point is a pixel at 96 dpi, which the sizes are meant in.
    constexpr double kPointsPerPixel = 0.75;
    const auto grow = [&font](double pixels) {
        if (font.pointSizeF() > 0) {
            font.setPointSizeF(font.pointSizeF() + pixels * kPointsPerPixel);
        } else {
            font.setPixelSize(font.pixelSize() + static_cast<int>(pixels));
        }
    };
    switch (size) {
    case TextSize::Hint: grow(-1.5); break;
    case TextSize::Text: break;
    case TextSize::Title: font.setBold(true); break;
    case TextSize::Lead:
        grow(2);
        font.setBold(true);
        break;
    case TextSize::Figure:
        grow(4);
        font.setBold(true);
        break;
    }
    return font;
}

QPixmap tintedIcon(const QString& name, const QColor& color, int size, const QWidget& widget)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    const qreal ratio = widget.devicePixelRatioF();
    QPixmap pixmap(QSizeF(size * ratio, size * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

} // namespace rigwright
