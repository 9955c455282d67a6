// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/join.h"

namespace rigwright {

std::string joined(const std::vector<std::string>& words, std::string_view separator)
{
    std::string text;
    for (const std::string& word : words) {
        text.append(text.empty() ? std::string_view() : separator).append(word);
    }
    return text;
}

} // namespace rigwright
