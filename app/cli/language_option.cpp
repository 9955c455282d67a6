// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/language_option.h"

#include "bom/formats/translated_texts.h"
#include "resources/resources.h"
#include "units/format.h"

#include <CLI/CLI.hpp>

namespace rigwright {

void addLanguageOption(CLI::App& command, std::string& language)
{
    command.add_option("--language", language, "Of what is written: en or zh_CN (en)");
}

Expected<Texts> readLanguage(const std::string& language)
{
    if (language.empty() || toLower(language) == "en") {
        return Texts();
    }
    loadResources();
    return translatedTexts(language).map_error(
        [](const Error& error) { return Error{"--language: " + error.message}; });
}

} // namespace rigwright
