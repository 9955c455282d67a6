// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/cell_writer.h"

#include "bom/cell_text.h"
#include "bom/workbook/sheet_text.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

/// That a sheet has room for.
constexpr int kMostLinks = 65'530;

/// The number that a cell holds; nothing where it can't.
std::optional<double> storedNumber(const CellValue& value)
{
    constexpr int kFirstYear = 1900;
    constexpr int kLastYear = 9999;
    if (const auto* date = std::get_if<Date>(&value)) {
        // Day 1 is 1 January 1900, and spreadsheet programs count a 29 February 1900 that never was.
        const int days = date->daysSince(Date{1899, 12, 31});
        constexpr int kLastRightDay = 59;
        const bool holds = date->year >= kFirstYear && date->year <= kLastYear;
        return holds ? std::optional<double>(days > kLastRightDay ? days + 1 : days) : std::nullopt;
    }
    const std::optional<double> number = cellNumber(value);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

/// Spreadsheet programs keep 15 digits.
bool losesDigits(const CellValue& value)
{
    constexpr std::int64_t kLimit = 1'000'000'000'000'000;
    const auto beyond = [](std::int64_t digits) { return digits >= kLimit || digits <= -kLimit; };
    if (const auto* count = std::get_if<std::int64_t>(&value)) {
        return beyond(*count);
    }
    if (const auto* amount = std::get_if<Money>(&value)) {
        return beyond(amount->minorUnits());
    }
    if (const auto* rate = std::get_if<MoneyRate>(&value)) {
        return beyond(rate->micros());
    }
    return false;
}

} // namespace

bool isWebLink(std::string_view link)
{
    constexpr std::size_t kLongest = 2'079;
    const std::string lower = toLower(link.substr(0, std::min<std::size_t>(link.size(), 8)));
    const std::size_t scheme = lower.starts_with("https://") ? 8 : lower.starts_with("http://") ? 7 : 0;
    const auto isForbidden = [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return code <= 0x20 || code == 0x7F ||
            std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos;
    };
    return scheme > 0 && link.size() > scheme && link.size() <= kLongest && link[scheme] != '/' &&
        std::ranges::none_of(link, isForbidden) && cleanText(link) == link;
}

void CellWriter::block(const CellSpan& span, lxw_row_t rows, const DocumentCell& cell, CellStyle style)
{
    style.tone = cell.tone;
    lxw_format* format = styles_.of(style);
    if (rows > 1 || span.end > span.first + 1) {
        worksheet_merge_range(sheet_, span.row, span.first, span.row + rows - 1,
                              static_cast<lxw_col_t>(span.end - 1), "", format);
    }
    value(span.row, span.first, cell.value, format);
}

void CellWriter::text(const CellSpan& span, std::string_view text, const CellStyle& style)
{
    cell(span, {std::string(text), {}, style.tone, {}}, style);
}

void CellWriter::cell(const CellSpan& span, const DocumentCell& cell, CellStyle style,
                      const std::optional<std::string>& formula)
{
    style.tone = cell.tone;
    style.link = links_ < kMostLinks && isWebLink(cell.link) && !formula;
    style.numberFormat = losesDigits(cell.value) && !formula ? "" : numberFormat(cell.value);
    lxw_format* format = styles_.of(style);
    if (span.end > span.first + 1) {
        worksheet_merge_range(sheet_, span.row, span.first, span.row, static_cast<lxw_col_t>(span.end - 1),
                              "", format);
    }
    if (formula) {
        worked(span.row, span.first, cell.value, *formula, format);
    } else if (style.link) {
        link(span.row, span.first, cell, format);
    } else {
        value(span.row, span.first, cell.value, format);
    }
}

void CellWriter::value(lxw_row_t row, lxw_col_t column, const CellValue& value, lxw_format* format)
{
    const std::optional<double> number = storedNumber(value);
    const auto* decimal = std::get_if<Decimal>(&value);
    const bool isBlank = std::holds_alternative<std::monostate>(value) || (decimal != nullptr && !number);
    if (isBlank) {
        worksheet_write_blank(sheet_, row, column, format);
    } else if (number && !losesDigits(value)) {
        worksheet_write_number(sheet_, row, column, *number, format);
    } else {
        const auto* text = std::get_if<std::string>(&value);
        worksheet_write_string(sheet_, row, column,
                               sheetText(text != nullptr ? *text : cellText(value)).c_str(), format);
    }
}

void CellWriter::worked(lxw_row_t row, lxw_col_t column, const CellValue& value, const std::string& formula,
                        lxw_format* format)
{
    if (const std::optional<double> number = storedNumber(value)) {
        worksheet_write_formula_num(sheet_, row, column, formula.c_str(), format, *number);
        return;
    }
    const auto* text = std::get_if<std::string>(&value);
    worksheet_write_formula_str(sheet_, row, column, formula.c_str(), format,
                                text != nullptr ? sheetText(*text).c_str() : "");
}

void CellWriter::link(lxw_row_t row, lxw_col_t column, const DocumentCell& cell, lxw_format* format)
{
    const auto* text = std::get_if<std::string>(&cell.value);
    const bool isBlank = std::holds_alternative<std::monostate>(cell.value);
    const std::string shown = sheetText(text != nullptr && !text->empty() ? *text : cell.link);
    ++links_;
    const lxw_error error =
        worksheet_write_url_opt(sheet_, row, column, cell.link.c_str(), format, shown.c_str(), nullptr);
    if (error != LXW_NO_ERROR || (text == nullptr && !isBlank)) {
        // The library refuses what is too long once it is escaped; what is shown stays.
        value(row, column, isBlank ? CellValue(cell.link) : cell.value, format);
    }
}

} // namespace rigwright
