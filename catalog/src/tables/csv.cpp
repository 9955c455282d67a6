// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/tables/csv.h"

namespace rigwright {

namespace {

std::string nameOf(char separator)
{
    return separator == ',' ? "a comma" : separator == '\t' ? "a tab" : std::string("'") + separator + "'";
}

/// Reads a cell in quotes off the front of the line.
Expected<std::string> takeQuoted(std::string_view& rest, char separator)
{
    std::string cell;
    rest.remove_prefix(1);
    while (true) {
        const std::size_t quote = rest.find('"');
        if (quote == std::string_view::npos) {
            return fail("a quote is not closed on its line");
        }
        cell += rest.substr(0, quote);
        rest.remove_prefix(quote + 1);
        if (rest.empty() || rest.front() == separator) {
            return cell;
        }
        if (rest.front() != '"') {
            return fail("expected " + nameOf(separator) + " after a closing quote");
        }
        cell += '"';
        rest.remove_prefix(1);
    }
}

Expected<std::string> takePlain(std::string_view& rest, char separator)
{
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view cell = rest.substr(0, end);
    if (cell.find('"') != std::string_view::npos) {
        return fail("a cell with a quote in it must stand in quotes");
    }
    rest.remove_prefix(end);
    return std::string(cell);
}

/// The number of bytes of a well-formed character at the front; 0 where it is malformed.
std::size_t characterLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length == 0 || first > 0xf4 || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) {
            return 0;
        }
    }
    const bool overlong = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90);
    const bool surrogate = first == 0xed && byte(1) > 0x9f;
    const bool beyond = first == 0xf4 && byte(1) > 0x8f;
    return overlong || surrogate || beyond ? 0 : length;
}

} // namespace

Expected<std::vector<std::string>> splitCsvLine(std::string_view line, char separator)
{
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    std::vector<std::string> cells;
    while (true) {
        Expected<std::string> cell =
            line.starts_with('"') ? takeQuoted(line, separator) : takePlain(line, separator);
        if (!cell) {
            return tl::unexpected(cell.error());
        }
        cells.push_back(std::move(*cell));
        if (line.empty()) {
            return cells;
        }
        line.remove_prefix(1);
    }
}

std::string_view withoutByteOrderMark(std::string_view text)
{
    constexpr std::string_view kMark = "\xef\xbb\xbf";
    return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

} // namespace rigwright
