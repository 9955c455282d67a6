// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/country_text.h"

#include <QCoreApplication>

namespace rigwright {

namespace {

/// Named here so that they are translated.
[[maybe_unused]] constexpr const char* kNames[] = {
    QT_TRANSLATE_NOOP("Country", "Australia"),      QT_TRANSLATE_NOOP("Country", "Austria"),
    QT_TRANSLATE_NOOP("Country", "Belgium"),        QT_TRANSLATE_NOOP("Country", "Brazil"),
    QT_TRANSLATE_NOOP("Country", "Canada"),         QT_TRANSLATE_NOOP("Country", "China"),
    QT_TRANSLATE_NOOP("Country", "Denmark"),        QT_TRANSLATE_NOOP("Country", "Finland"),
    QT_TRANSLATE_NOOP("Country", "France"),         QT_TRANSLATE_NOOP("Country", "Germany"),
    QT_TRANSLATE_NOOP("Country", "Hong Kong"),      QT_TRANSLATE_NOOP("Country", "India"),
    QT_TRANSLATE_NOOP("Country", "Ireland"),        QT_TRANSLATE_NOOP("Country", "Italy"),
    QT_TRANSLATE_NOOP("Country", "Japan"),          QT_TRANSLATE_NOOP("Country", "Mexico"),
    QT_TRANSLATE_NOOP("Country", "Netherlands"),    QT_TRANSLATE_NOOP("Country", "New Zealand"),
    QT_TRANSLATE_NOOP("Country", "Norway"),         QT_TRANSLATE_NOOP("Country", "Poland"),
    QT_TRANSLATE_NOOP("Country", "Portugal"),       QT_TRANSLATE_NOOP("Country", "Singapore"),
    QT_TRANSLATE_NOOP("Country", "South Africa"),   QT_TRANSLATE_NOOP("Country", "South Korea"),
    QT_TRANSLATE_NOOP("Country", "Spain"),          QT_TRANSLATE_NOOP("Country", "Sweden"),
    QT_TRANSLATE_NOOP("Country", "Switzerland"),    QT_TRANSLATE_NOOP("Country", "Taiwan"),
    QT_TRANSLATE_NOOP("Country", "United Kingdom"), QT_TRANSLATE_NOOP("Country", "United States"),
};

} // namespace

QString countryText(const std::string& name)
{
    return QCoreApplication::translate("Country", name.c_str());
}

} // namespace rigwright
