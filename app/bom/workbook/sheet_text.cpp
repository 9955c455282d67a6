// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/sheet_text.h"

#include "bom/cell_text.h"
#include "units/format.h"

#include <algorithm>
#include <cctype>

namespace rigwright {

namespace {

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// XML readers turn the line ends of other systems into line feeds in their own ways.
std::string withLineFeeds(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isPair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (!isPair) {
            result += text[i] == '\r' ? '\n' : text[i];
        }
    }
    return result;
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The beginning of well-formed UTF-8 that has at most so many UTF-16 units; characters stay whole.
std::string_view cut(std::string_view text, std::size_t units)
{
    std::size_t taken = 0;
    std::size_t end = 0;
    while (end < text.size()) {
        std::size_t next = end + 1;
        while (next < text.size() && isContinuation(text[next])) {
            ++next;
        }
        taken += next - end == 4 ? 2 : 1;
        if (taken > units) {
            break;
        }
        end = next;
    }
    return text.substr(0, end);
}

/// Line breaks and tabs become spaces.
std::string inOneLine(std::string_view text)
{
    std::string line = cleanText(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return line;
}

void trim(std::string& text, std::string_view characters)
{
    text.erase(0, std::min(text.find_first_not_of(characters), text.size()));
    text.erase(text.find_last_not_of(characters) + 1);
}

/// A formula would read such a name as a number or a cell where no quotes stand around it.
bool needsMoreThanQuotes(std::string_view name)
{
    const bool isWord = std::ranges::all_of(name, [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
    });
    return isWord && std::ranges::any_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string sheetText(std::string_view text)
{
    // Spreadsheet programs read _x0041_ as the character with that code; the mark itself is written as _x005F_.
    std::string result = cleanText(withLineFeeds(text));
    for (std::size_t at = result.find("_x"); at != std::string::npos; at = result.find("_x", at + 1)) {
        const std::string_view code = std::string_view(result).substr(at + 2);
        if (code.size() >= 5 && code[4] == '_' && std::ranges::all_of(code.substr(0, 4), isHexDigit)) {
            result.insert(at, "_x005F");
            at += 6;
        }
    }
    return cleanText(result);
}

std::string sheetName(std::string_view title, const std::vector<std::string>& taken)
{
    constexpr std::size_t kLongest = 31;
    constexpr std::size_t kRoomForNumber = 6;
    std::string name = inOneLine(title);
    std::erase_if(name,
                  [](char c) { return std::string_view("[]:*?/\\").find(c) != std::string_view::npos; });
    trim(name, " '");
    name = cut(name, kLongest);
    trim(name, " '");
    if (name.empty()) {
        name = "_";
    }
    // Spreadsheet programs keep "History" for themselves.
    if (needsMoreThanQuotes(name) || toLower(name) == "history") {
        name = "_" + std::string(cut(name, kLongest - 1));
    }
    const auto isTaken = [&](const std::string& wanted) {
        return std::ranges::any_of(
            taken, [&](const std::string& other) { return toLower(other) == toLower(wanted); });
    };
    const std::string base(cut(name, kLongest - kRoomForNumber));
    for (int number = 2; isTaken(name); ++number) {
        name = base + " (" + std::to_string(number) + ")";
    }
    return name;
}

std::string sheetPrefix(const std::string& name)
{
    std::string quoted = "'";
    for (const char c : name) {
        quoted += c == '\'' ? "''" : std::string(1, c);
    }
    return quoted + "'!";
}

std::string headerText(std::string_view text, std::size_t units)
{
    const std::string line = inOneLine(text);
    const std::size_t codes = static_cast<std::size_t>(std::ranges::count(line, '&'));
    std::string escaped;
    // Each & takes two.
    for (const char c : cut(line, units - std::min(codes, units / 2))) {
        escaped += c == '&' ? "&&" : std::string(1, c);
    }
    return escaped;
}

std::string chartText(std::string_view text)
{
    constexpr std::size_t kLongest = 250;
    const std::string line(cut(inOneLine(text), kLongest));
    return line.starts_with('=') ? " " + line : line;
}

} // namespace rigwright
