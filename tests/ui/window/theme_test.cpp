// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/label.h"
#include "ui/theme.h"

#include <QGuiApplication>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

using namespace rigwright;

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor& color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace

BOOST_AUTO_TEST_SUITE(theme)

BOOST_AUTO_TEST_CASE(text_has_a_contrast_of_at_least_four_and_a_half_on_every_ground)
{
    for (const Theme& theme : {lightTheme(), darkTheme()}) {
        for (const auto& [ink, ground] : {std::pair{theme.text, theme.window},
                                          {theme.text, theme.card},
                                          {theme.text, theme.accentSoft},
                                          {theme.text, theme.goodSoft},
                                          {theme.text, theme.warningSoft},
                                          {theme.text, theme.dangerSoft},
                                          {theme.muted, theme.card},
                                          {theme.muted, theme.window},
                                          {theme.accent, theme.card},
                                          {theme.onAccent, theme.accent},
                                          {theme.good, theme.goodSoft},
                                          {theme.warning, theme.warningSoft},
                                          {theme.danger, theme.dangerSoft},
                                          {theme.danger, theme.card}}) {
            BOOST_TEST(contrast(ink, ground) >= 4.4,
                       ink.name().toStdString()
                           << " on " << ground.name().toStdString() << ": " << contrast(ink, ground));
        }
    }
}

BOOST_AUTO_TEST_CASE(figures_on_the_colours_of_components_can_be_read)
{
    for (const Theme& theme : {lightTheme(), darkTheme()}) {
        for (const QColor& ground : {theme.weights, theme.kvCache, theme.compute, theme.engine, theme.other,
                                     theme.gradients, theme.optimizer, theme.activations}) {
            BOOST_TEST(contrast(inkOn(ground), ground) >= 4.0, ground.name().toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_palette_tells_its_theme)
{
    BOOST_TEST(!themeFor(paletteOf(lightTheme())).dark);
    BOOST_TEST(themeFor(paletteOf(darkTheme())).dark);
}

BOOST_AUTO_TEST_CASE(a_transparent_ground_is_judged_by_the_application)
{
    QGuiApplication::setPalette(paletteOf(lightTheme()));
    QPalette palette = paletteOf(darkTheme());
    palette.setColor(QPalette::Window, Qt::transparent);
    BOOST_TEST(!themeFor(palette).dark);
}

BOOST_AUTO_TEST_CASE(a_label_follows_a_change_of_the_theme)
{
    QGuiApplication::setPalette(paletteOf(lightTheme()));
    ThemedLabel label(TextSize::Text, ThemedLabel::Ink::Muted);
    label.show();
    const auto ink = [&label] { return label.palette().color(QPalette::WindowText).name().toStdString(); };
    BOOST_TEST(ink() == lightTheme().muted.name().toStdString());
    QGuiApplication::setPalette(paletteOf(darkTheme()));
    QCoreApplication::processEvents();
    BOOST_TEST(ink() == darkTheme().muted.name().toStdString());
    QGuiApplication::setPalette(paletteOf(lightTheme()));
}

BOOST_AUTO_TEST_CASE(the_sizes_of_type_keep_their_order)
{
    const auto size = [](TextSize which) { return fontFor(which).pointSizeF(); };
    BOOST_TEST(size(TextSize::Hint) < size(TextSize::Text));
    BOOST_TEST(size(TextSize::Text) < size(TextSize::Lead));
    BOOST_TEST(size(TextSize::Lead) < size(TextSize::Figure));
}

BOOST_AUTO_TEST_SUITE_END()
