// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/export/csv_cells.h"

#include <algorithm>

namespace rigwright {

namespace {

// The last four are the wide forms of the same signs, which East Asian spreadsheets take as well.
constexpr std::string_view kFormulaStarts[] = {
    "=", "+", "-", "@", "\t", "\r", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
constexpr std::string_view kNeedQuotes = "\",;\t\r\n";

bool needsApostrophe(std::string_view text)
{
    return text.starts_with('\'') ||
        std::ranges::any_of(kFormulaStarts, [&](std::string_view start) { return text.starts_with(start); });
}

} // namespace

std::string csvCell(std::string_view text)
{
    std::string cell = needsApostrophe(text) ? "'" + std::string(text) : std::string(text);
    const bool spacesAtEnds = cell.starts_with(' ') || cell.ends_with(' ');
    if (!spacesAtEnds && cell.find_first_of(kNeedQuotes) == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + "\"";
}

std::string_view textOfCsvCell(std::string_view cell)
{
    return cell.starts_with('\'') && needsApostrophe(cell.substr(1)) ? cell.substr(1) : cell;
}

} // namespace rigwright
