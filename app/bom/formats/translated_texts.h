// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/texts.h"
#include "units/error.h"

#include <string>

namespace rigwright {

/// "en" or "zh_CN", in any case, also "zh-CN". The translations must be loaded: resources/resources.h. An error lists the languages.
[[nodiscard]] Expected<Texts> translatedTexts(const std::string& language);

} // namespace rigwright
