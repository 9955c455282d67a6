// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/translated_texts.h"

#include "units/format.h"

#include <QTranslator>

#include <algorithm>
#include <memory>

namespace rigwright {

Expected<Texts> translatedTexts(const std::string& language)
{
    std::string wanted = toLower(language);
    std::ranges::replace(wanted, '-', '_');
    if (wanted == "en") {
        return Texts();
    }
    if (wanted != "zh_cn") {
        return fail("'" + language.substr(0, 60) + "' is not one of en, zh_CN");
    }
    // Shared: texts are copied with what translates them.
    const auto translator = std::make_shared<QTranslator>();
    if (!translator->load(QStringLiteral(":/i18n/rigwright_zh_CN.qm"))) {
        return fail("the Chinese texts can't be loaded");
    }
    return Texts("zh-CN", [translator](const char* context, const std::string& english) {
        const QString text = translator->translate(context, english.c_str());
        return text.isEmpty() ? english : text.toStdString();
    });
}

} // namespace rigwright
