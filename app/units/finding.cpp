// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/finding.h"

namespace rigwright {

const char* severityName(Severity severity)
{
    switch (severity) {
    case Severity::Blocker: return "blocker";
    case Severity::Warning: return "warning";
    case Severity::Note: return "note";
    }
    return "note";
}

std::string fillIn(std::string text, const std::vector<std::pair<std::string, std::string>>& evidence)
{
    for (const auto& [key, figure] : evidence) {
        const std::string mark = "{" + key + "}";
        for (std::size_t at = text.find(mark); at != std::string::npos;
             at = text.find(mark, at + figure.size())) {
            text.replace(at, mark.size(), figure);
        }
    }
    return text;
}

std::string Finding::message() const
{
    return fillIn(text, evidence);
}

} // namespace rigwright
