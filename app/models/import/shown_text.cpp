// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/shown_text.h"

#include <array>
#include <cstdint>

namespace rigwright {

namespace {

struct CodePoint {
    std::uint32_t value = 0;
    std::size_t bytes = 0; ///< 0: no UTF-8
};

CodePoint decode(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80) {
        return {first, 1};
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    constexpr std::array<std::uint32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    if (first < 0xC2 || first > 0xF4 || text.size() < length) {
        return {};
    }
    std::uint32_t value = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            return {};
        }
        value = value << 6U | (byte(i) & 0x3FU);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value < kLeast[length] || value > 0x10FFFF || surrogate ? CodePoint{} : CodePoint{value, length};
}

bool isShown(std::uint32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    const bool turnsDirection = c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
        (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
    return !control && !turnsDirection;
}

} // namespace

std::string shownText(std::string_view text, std::size_t longest)
{
    std::string shown;
    while (!text.empty()) {
        const CodePoint c = decode(text);
        const std::size_t bytes = c.bytes == 0 ? 1 : c.bytes;
        if (shown.size() + bytes > longest) {
            return shown + "…";
        }
        if (c.bytes > 0 && isShown(c.value)) {
            shown += text.substr(0, bytes);
        } else {
            shown += '?';
        }
        text.remove_prefix(bytes);
    }
    return shown;
}

} // namespace rigwright
