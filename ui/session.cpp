// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session.h"

#include "ui/saved_state.h"

#include <QApplication>
#include <QFontInfo>
#include <QLibraryInfo>
#include <QLocale>

namespace rigwright {

namespace {
constexpr auto kLanguageKey = "view/language";
constexpr auto kAppearanceKey = "view/theme";
} // namespace

QString initialLanguage(const QSettings& settings)
{
    const QString fallback =
        QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    return settings.value(QLatin1String(kLanguageKey), fallback).toString();
}

Session::Session(QApplication& application, QSettings& settings)
    : application_(application)
    , settings_(settings)
    , systemPalette_(QApplication::palette())
{
    installStyle();
    useFonts();
    setAppearance(parseAppearance(settings.value(QLatin1String(kAppearanceKey)).toString())
                      .value_or(Appearance::System));
    setLanguage(initialLanguage(settings));
}

Session::~Session()
{
    QCoreApplication::removeTranslator(&own_);
    QCoreApplication::removeTranslator(&ofQt_);
}

void Session::setLanguage(const QString& language)
{
    language_ = language == QLatin1String("zh_CN") ? language : QStringLiteral("en");
    const QLocale locale(language_ == QLatin1String("en") ? QStringLiteral("en_US") : language_);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&own_);
    QCoreApplication::removeTranslator(&ofQt_);
    if (ofQt_.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&ofQt_);
    }
    if (own_.load(QStringLiteral(":/i18n/rigwright_%1.qm").arg(language_))) {
        QCoreApplication::installTranslator(&own_);
    }
}

void Session::setAppearance(Appearance appearance)
{
    appearance_ = appearance;
    applyAppearance(application_, appearance, systemPalette_);
}

void Session::remember()
{
    settings_.setValue(QLatin1String(kLanguageKey), language_);
    settings_.setValue(QLatin1String(kAppearanceKey), appearanceName(appearance_));
}

/// Without a Chinese locale fontconfig takes any CJK face, a Japanese one first where Noto is installed.
void Session::useFonts()
{
    QFont font = QApplication::font();
    font.setFamilies({QFontInfo(font).family(), QStringLiteral("WenQuanYi Micro Hei"),
                      QStringLiteral("Noto Sans CJK SC")});
    QApplication::setFont(font);
}

} // namespace rigwright
