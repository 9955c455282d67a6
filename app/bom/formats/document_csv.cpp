// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/cell_text.h"
#include "bom/export.h"
#include "bom/formats/whole_text.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

template <class... Cases>
struct CsvCases : Cases... {
    using Cases::operator()...;
};

/// RFC 4180: quotes around a field that needs them, quotes inside it doubled.
std::string quotedField(const std::string& text, char separator)
{
    if (text.find_first_of("\"\r\n") == std::string::npos && text.find(separator) == std::string::npos) {
        return text;
    }
    std::string field = "\"";
    for (const char c : text) {
        field += c == '"' ? "\"\"" : std::string(1, c);
    }
    return field + "\"";
}

std::string textField(const std::string& text, const CsvOptions& options)
{
    const std::string clean = cleanText(text);
    return quotedField(looksLikeFormula(clean) ? "'" + clean : clean, options.separator);
}

/// Without groups of thousands, which no program reads.
std::string numberField(std::string number, const CsvOptions& options)
{
    std::ranges::replace(number, '.', options.decimalMark);
    return quotedField(number, options.separator);
}

std::string cellField(const CellValue& value, const CsvOptions& options)
{
    return std::visit(CsvCases{[](std::monostate) { return std::string(); },
                               [&](const std::string& text) { return textField(text, options); },
                               [](std::int64_t count) { return std::to_string(count); },
                               [&](const Decimal& number) {
                                   return numberField(formatFixed(number.value, number.decimals), options);
                               },
                               [&](const Share& share) { return numberField(share.percent(), options); },
                               [](const Date& date) { return date.iso(); },
                               [&](const auto& amount) { return numberField(amount.decimal(), options); }},
                      value);
}

std::string csvText(const DocumentTable& table, const CsvOptions& options)
{
    // Without the byte-order mark Excel takes the file for the system's old code page.
    std::string text = "\xEF\xBB\xBF";
    const auto appendRow = [&](auto fieldOf) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            text += (i == 0 ? "" : std::string(1, options.separator)) + fieldOf(i);
        }
        text += "\r\n";
    };
    appendRow([&](std::size_t i) { return textField(table.columns[i].title, options); });
    for (const DocumentRow& row : table.rows) {
        appendRow([&](std::size_t i) {
            return i < row.cells.size() ? cellField(row.cells[i].value, options) : std::string();
        });
    }
    return text;
}

} // namespace

Expected<void> writeCsv(const Document& document, const std::filesystem::path& path,
                        const CsvOptions& options)
{
    const DocumentTable* table = document.findTable("bom");
    if (table == nullptr) {
        return fail(path.string() + ": the document has no bill of materials");
    }
    return writeWholeText(path, csvText(*table, options));
}

} // namespace rigwright
