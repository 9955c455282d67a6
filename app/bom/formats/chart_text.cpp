// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/chart_text.h"

#include "bom/cell_text.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kAscent = 0.93; ///< of the font's size
constexpr double kDescent = 0.24;
constexpr double kWidest = 1.02;
constexpr std::string_view kEllipsis = "…";

/// Takes the bytes of one character off well-formed text.
std::string_view takeLetter(std::string_view& text)
{
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    const std::string_view letter = text.substr(0, length);
    text.remove_prefix(length);
    return letter;
}

/// In parts of the font's size.
double letterWidth(std::string_view letter)
{
    constexpr std::string_view kNarrow = "ijlI|'.,:;! ()[]/\\ft-r";
    constexpr std::string_view kWide = "mwMW@%+=<>~&";
    if (letter.size() == 1 && kNarrow.find(letter.front()) != std::string_view::npos) {
        return 0.42;
    }
    if (letter.size() == 1 && kWide.find(letter.front()) != std::string_view::npos) {
        return 1;
    }
    if (letter.size() > 2) {
        return kWidest;
    }
    const bool capital = letter.front() >= 'A' && letter.front() <= 'Z';
    return capital ? 0.74 : 0.65;
}

double widthOfClean(std::string_view text)
{
    double width = 0;
    while (!text.empty()) {
        width += letterWidth(takeLetter(text));
    }
    return width;
}

std::string oneLine(std::string_view text)
{
    std::string line = wholeText(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return line;
}

} // namespace

double textWidth(std::string_view text, double size)
{
    return widthOfClean(oneLine(text)) * size;
}

std::string elided(std::string_view text, double room, double size)
{
    std::string line = oneLine(text);
    if (widthOfClean(line) * size <= room) {
        return line;
    }
    double left = room / size - kWidest;
    std::string kept;
    std::string_view rest = line;
    while (!rest.empty()) {
        const std::string_view letter = takeLetter(rest);
        left -= letterWidth(letter);
        if (left < 0) {
            break;
        }
        kept += letter;
    }
    return kept.empty() ? std::string() : kept + std::string(kEllipsis);
}

LabelBox boxOf(const DrawnLabel& label)
{
    const double width = textWidth(label.text, label.size);
    const double left = label.anchor == DrawnLabel::Anchor::Start ? label.x
        : label.anchor == DrawnLabel::Anchor::Middle              ? label.x - width / 2
                                                                  : label.x - width;
    return {left, label.y - kAscent * label.size, left + width, label.y + kDescent * label.size};
}

std::string tickText(double value, double step)
{
    constexpr int kMostDecimals = 9;
    constexpr double kLeastStep = 1e-9;
    if (step >= 1) {
        return formatCount(static_cast<std::int64_t>(std::llround(value)));
    }
    if (step < kLeastStep) {
        std::array<char, 32> text{};
        const auto end =
            std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, 1);
        return {text.data(), end.ptr};
    }
    // A step of 0.2 is a little less than that.
    const int decimals = static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    // A zero that is a little below zero would have a sign.
    return formatFixed(std::abs(value) < step / 2 ? 0 : value, std::clamp(decimals, 1, kMostDecimals));
}

} // namespace rigwright
