// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/texts.h"
#include "units/error.h"

#include <string>

namespace CLI {
class App;
}

namespace rigwright {

void addLanguageOption(CLI::App& command, std::string& language);
/// The program's texts in the language that was typed; empty: English. An error names the option and lists the languages.
[[nodiscard]] Expected<Texts> readLanguage(const std::string& language);

} // namespace rigwright
