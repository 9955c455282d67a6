// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/text_checks.h"

#include "catalog/tables/csv.h"

#include <algorithm>

namespace rigwright {

Expected<void> checkText(const std::string& where, const std::string& text)
{
    if (text.size() > kMostTextBytes) {
        return fail(where + ": expected at most " + std::to_string(kMostTextBytes) + " bytes of text, got " +
                    std::to_string(text.size()));
    }
    if (!isUtf8(text) || text.find('\0') != std::string::npos) {
        return fail(where + ": expected UTF-8 text");
    }
    return {};
}

Expected<void> checkLine(const std::string& where, const std::string& text)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (std::ranges::any_of(text, isControl)) {
        return fail(where + ": expected one line of text without control characters");
    }
    return checkText(where, text);
}

} // namespace rigwright
