// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/cell_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace rigwright {

namespace {

constexpr std::size_t kLongestCell = 32'767;
constexpr char32_t kReplacement = 0xFFFD;

/// Lengths 1 to 4 for the first byte of a sequence; 0 for a byte that can't be first.
std::size_t sequenceLength(unsigned char first)
{
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first < 0xE0) {
        return 2;
    }
    if (first >= 0xE0 && first < 0xF0) {
        return 3;
    }
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

/// Takes one character off the front; a malformed byte becomes the replacement character.
char32_t takeCharacter(std::string_view& text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = sequenceLength(first);
    constexpr std::array<unsigned, 5> kFirstBits{0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t character = first & kFirstBits.at(length);
    bool valid = length > 0 && length <= text.size();
    for (std::size_t i = 1; valid && i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        valid = (next & 0xC0U) == 0x80U;
        character = (character << 6U) | (next & 0x3FU);
    }
    constexpr std::array<char32_t, 5> kLowest{0, 0, 0x80, 0x800, 0x10000};
    valid = valid && character >= kLowest.at(length) && character <= 0x10FFFF &&
        !(character >= 0xD800 && character < 0xE000);
    text.remove_prefix(valid ? length : 1);
    return valid ? character : kReplacement;
}

void append(std::string& text, char32_t character)
{
    const auto byte = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    const auto tail = [&](unsigned shift) { byte(0x80U | ((character >> shift) & 0x3FU)); };
    if (character < 0x80) {
        byte(character);
    } else if (character < 0x800) {
        byte(0xC0U | (character >> 6U));
        tail(0);
    } else if (character < 0x10000) {
        byte(0xE0U | (character >> 12U));
        tail(6);
        tail(0);
    } else {
        byte(0xF0U | (character >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

/// XML 1.0, section 2.2.
bool isForbiddenInXml(char32_t character)
{
    return (character < 0x20 && character != '\t' && character != '\n' && character != '\r') ||
        character == 0xFFFE || character == 0xFFFF;
}

/// Unicode's wide blocks, roughly: Hangul Jamo, CJK to Hangul, compatibility forms, full-width forms, pictographs and
/// the supplementary ideographs.
bool isWide(char32_t character)
{
    return (character >= 0x1100 && character <= 0x115F) || (character >= 0x2E80 && character <= 0xD7A3) ||
        (character >= 0xF900 && character <= 0xFAFF) || (character >= 0xFE30 && character <= 0xFE6F) ||
        (character >= 0xFF00 && character <= 0xFF60) || (character >= 0x1F300 && character <= 0x1FAFF) ||
        (character >= 0x20000 && character <= 0x3FFFD);
}

/// At most so many UTF-16 units.
std::string cleanUpTo(std::string_view text, std::size_t longest)
{
    std::string clean;
    clean.reserve(std::min(text.size(), longest));
    std::size_t units = 0;
    while (!text.empty()) {
        const char32_t character = takeCharacter(text);
        if (isForbiddenInXml(character)) {
            continue;
        }
        const std::size_t width = character < 0x10000 ? 1 : 2;
        // One unit stays free for the ellipsis.
        if (units + width > longest - 1) {
            return clean + "…";
        }
        units += width;
        append(clean, character);
    }
    return clean;
}

} // namespace

std::string cleanText(std::string_view text)
{
    return cleanUpTo(text, kLongestCell);
}

std::string wholeText(std::string_view text)
{
    return cleanUpTo(text, std::numeric_limits<std::size_t>::max());
}

bool looksLikeFormula(std::string_view text)
{
    // The full-width signs are the formula signs of East Asian input methods, and spreadsheet programs take them as such.
    constexpr std::array<std::string_view, 11> kSigns{"=",  "+",  "-",  "@",  "\t", "\r",
                                                      "\n", "＝", "＋", "－", "＠"};
    return std::ranges::any_of(kSigns, [&](std::string_view sign) { return text.starts_with(sign); });
}

std::size_t displayWidth(std::string_view text)
{
    std::size_t longest = 0;
    std::size_t width = 0;
    while (!text.empty()) {
        const char32_t character = takeCharacter(text);
        width = character == '\n' ? 0 : width + (isWide(character) ? 2 : 1);
        longest = std::max(longest, width);
    }
    return longest;
}

} // namespace rigwright
