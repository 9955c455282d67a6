// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/cell_text.h"
#include "bom/export.h"
#include "bom/formats/whole_text.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>
#include <string_view>

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

/// Writes one row below the other.
class CsvRows {
public:
    explicit CsvRows(const CsvOptions& options)
        : field_(options)
        , separator_(options.separator)
    { }

    void addTable(const DocumentTable& table)
    {
        addRow(table, [&](std::size_t column) { return field_(table.columns[column].title); });
        for (const DocumentRow& row : table.rows) {
            addRow(table, [&](std::size_t column) {
                return column < row.cells.size() ? std::visit(field_, row.cells[column].value)
                                                 : std::string();
            });
        }
    }
    /// A row with this one field.
    void addText(const std::string& text) { text_ += field_(text) + kLineEnd; }
    void addBlankRow() { text_ += text_.empty() ? "" : kLineEnd; }
    [[nodiscard]] bool isEmpty() const { return text_.empty(); }
    /// With the byte-order mark, without which Excel takes the file for the system's old code page.
    [[nodiscard]] std::string text() const { return "\xEF\xBB\xBF" + text_; }

private:
    static constexpr const char* kLineEnd = "\r\n";

    template <class FieldOf>
    void addRow(const DocumentTable& table, FieldOf fieldOf)
    {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            text_ += (i == 0 ? std::string() : std::string(1, separator_)) + fieldOf(i);
        }
        text_ += kLineEnd;
    }

    CsvField field_;
    char separator_;
    std::string text_;
};

/// All texts and tables, each apart from the one above it.
void addBlocks(CsvRows& rows, const Document& document)
{
    for (const DocumentSection& section : document.sections) {
        for (const DocumentBlock& block : section.blocks) {
            if (const auto* text = std::get_if<DocumentText>(&block)) {
                rows.addBlankRow();
                rows.addText(text->text);
            } else if (const auto* table = std::get_if<DocumentTable>(&block)) {
                rows.addBlankRow();
                if (!table->title.empty()) {
                    rows.addText(table->title);
                }
                rows.addTable(*table);
            }
        }
    }
}

} // namespace

Expected<void> writeCsv(const Document& document, const std::filesystem::path& path,
                        const CsvOptions& options)
{
    const auto refused = [&](const char* reason) { return fail(path.string() + ": " + reason); };
    if (std::string_view(",;\t").find(options.separator) == std::string_view::npos) {
        return refused("unknown separator: expected a comma, a semicolon or a tab");
    }
    if (std::string_view(".,").find(options.decimalMark) == std::string_view::npos ||
        options.decimalMark == options.separator) {
        return refused("unknown decimal mark: expected a point, or a comma with fields separated otherwise");
    }
    CsvRows rows(options);
    if (const DocumentTable* table = document.findTable("bom")) {
        rows.addTable(*table);
    } else {
        addBlocks(rows, document);
    }
    if (rows.isEmpty()) {
        return refused("the document has no bill of materials, nor another table or text");
    }
    return writeWholeText(path, rows.text());
}

} // namespace rigwright
