// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/texts.h"

#include <QString>

namespace rigwright {

/// The texts of documents in the language of the window. May be used on any thread; a change of language asks for new ones.
[[nodiscard]] Texts windowTexts();

/// A text of the engines in the language of the window, with its figures.
[[nodiscard]] QString engineText(const char* context, const std::string& text,
                                 const Texts::Evidence& evidence = {});

} // namespace rigwright
