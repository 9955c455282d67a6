// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document_texts.h"

#include <QCoreApplication>
#include <QLocale>

namespace rigwright {

Texts windowTexts()
{
    return {QLocale().language() == QLocale::Chinese ? "zh-CN" : "en",
            [](const char* context, const std::string& english) {
                return QCoreApplication::translate(context, english.c_str()).toStdString();
            }};
}

QString engineText(const char* context, const std::string& text, const Texts::Evidence& evidence)
{
    return QString::fromStdString(windowTexts()(context, text, evidence));
}

} // namespace rigwright
