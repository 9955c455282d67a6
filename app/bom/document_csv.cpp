// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/cell_text.h"
#include "bom/export.h"
#include "bom/whole_file.h"
#include "units/format.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <fstream>
#include <system_error>

namespace rigwright {

namespace {

/// RFC 4180, with every mark that some reader takes for a separator: quotes around a field that has one, quotes inside doubled.
std::string quotedField(const std::string& text)
{
    if (text.find_first_of(",;\t\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

/// A reader that takes another separator than ours sees fields begin inside this one; none of them may be a formula.
std::string guarded(const std::string& text, char separator)
{
    std::string starts = ",;\t\r\n";
    std::erase(starts, separator);
    std::string result;
    bool begins = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = std::string_view(text).substr(i);
        const bool separates = starts.find(text[i]) != std::string::npos;
        if (begins && looksLikeFormula(rest) && (i == 0 || !separates)) {
            result += '\'';
        }
        result += text[i];
        const bool isSpace = text[i] == ' ' || text[i] == '"';
        begins = separates || (begins && isSpace);
    }
    return result;
}

/// Leading spaces, which some programs drop, protect nothing.
std::string textField(const std::string& text, char separator)
{
    const std::string clean = cleanText(text);
    const std::size_t first = clean.find_first_not_of(" \u00A0\u3000");
    const bool hidden =
        first != std::string::npos && first > 0 && looksLikeFormula(std::string_view(clean).substr(first));
    return quotedField(hidden ? "'" + clean : guarded(clean, separator));
}

/// Figures as they are anywhere: no groups, no sign of a currency, the decimal mark that is asked for.
class CsvField {
public:
    explicit CsvField(const CsvOptions& options)
        : options_(options)
    { }

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return textField(text, options_.separator); }
    std::string operator()(std::int64_t count) const { return std::to_string(count); }
    std::string operator()(const Decimal& number) const
    {
        return std::isfinite(number.value) ? marked(formatFixed(number.value, number.decimals))
                                           : std::string();
    }
    std::string operator()(const Money& amount) const { return marked(amount.decimal()); }
    std::string operator()(const MoneyRate& rate) const { return marked(rate.decimal()); }
    std::string operator()(const Share& share) const { return marked(share.percent() + "%"); }
    std::string operator()(const Date& date) const { return date.iso(); }

private:
    [[nodiscard]] std::string marked(std::string figure) const
    {
        std::ranges::replace(figure, '.', options_.decimalMark);
        return figure;
    }

    CsvOptions options_;
};

std::string csvText(const DocumentTable& table, const CsvOptions& options)
{
    // Without the byte-order mark Excel takes the file for the system's old code page.
    std::string text = "\xEF\xBB\xBF";
    const CsvField field(options);
    const auto append = [&](std::size_t column, const std::string& value) {
        text += (column == 0 ? "" : std::string(1, options.separator)) + value;
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        append(i, field(table.columns[i].title));
    }
    text += "\r\n";
    for (const DocumentRow& row : table.rows) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            append(i, i < row.cells.size() ? std::visit(field, row.cells[i].value) : std::string());
        }
        text += "\r\n";
    }
    return text;
}

Expected<void> writeText(const std::string& text, const std::filesystem::path& path)
{
    errno = 0;
    std::ofstream file(path, std::ios::binary);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file) {
        return fail("can't be written: " + std::generic_category().message(errno));
    }
    return {};
}

} // namespace

Expected<void> writeCsv(const Document& document, const std::filesystem::path& path,
                        const CsvOptions& options)
{
    return writeWholeFile(path, [&](const std::filesystem::path& temporary) -> Expected<void> {
        if (std::string_view(",;\t").find(options.separator) == std::string_view::npos) {
            return fail("unknown separator: expected a comma, a semicolon or a tab");
        }
        if (std::string_view(".,").find(options.decimalMark) == std::string_view::npos ||
            options.decimalMark == options.separator) {
            return fail("unknown decimal mark: expected a point, or a comma with fields separated otherwise");
        }
        const DocumentTable* table = document.findTable("bom");
        if (table == nullptr) {
            return fail("the document has no bill of materials");
        }
        return writeText(csvText(*table, options), temporary);
    });
}

} // namespace rigwright
