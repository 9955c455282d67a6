// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

/// Marks an English text of the Qt-free libraries for translation: lupdate reads this macro as QT_TRANSLATE_NOOP.
#define RIGWRIGHT_TEXT(context, text) text

namespace rigwright {

enum class Severity { Blocker, Warning, Note };

/// The name in JSON: "blocker", "warning", "note".
[[nodiscard]] const char* severityName(Severity severity);

/// Something that a user must know about a build or a fit, with the figures that prove it. The text is a template with
/// {key} for each figure, so that it can be translated before the figures go in.
struct Finding {
    std::string id; ///< stable, lower case: "psu-wattage"
    Severity severity = Severity::Note;
    std::string text; ///< English template, marked RIGWRIGHT_TEXT("Finding", …)
    std::vector<std::pair<std::string, std::string>> evidence;

    [[nodiscard]] std::string message() const;
    bool operator==(const Finding&) const = default;
};

/// Replaces each {key} by its figure; keys without a figure stay as they are.
[[nodiscard]] std::string fillIn(std::string text,
                                 const std::vector<std::pair<std::string, std::string>>& evidence);

} // namespace rigwright
