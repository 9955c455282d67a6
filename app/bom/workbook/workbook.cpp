// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/workbook.h"

#include "bom/cell_text.h"
#include "bom/workbook/sheet_text.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <system_error>
#include <utility>

namespace rigwright {

namespace {

constexpr std::uint32_t kText = 0x1D2129;
constexpr std::uint32_t kMuted = 0x667085;
constexpr std::uint32_t kLine = 0xDCDFE4;
constexpr std::uint32_t kHeadGround = 0xE7EFFC;
constexpr std::uint32_t kWarning = 0xA85B00;
constexpr std::size_t kNarrowest = 5;
/// Room for the filter's arrow and the cell's margins.
constexpr std::size_t kMargin = 3;

/// "[$CN¥]#,##0.00": the sign as literal text, so that no program replaces it by that of its own locale.
std::string moneyFormat(Currency currency)
{
    const std::string decimals(static_cast<std::size_t>(currency.decimals()), '0');
    return "[$" + currency.sign() + "]#,##0" + (decimals.empty() ? "" : "." + decimals);
}

lxw_format* makeFormat(lxw_workbook* workbook)
{
    lxw_format* format = workbook_add_format(workbook);
    format_set_font_color(format, kText);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

lxw_format* makeHead(lxw_workbook* workbook)
{
    lxw_format* format = makeFormat(workbook);
    format_set_bold(format);
    format_set_bg_color(format, kHeadGround);
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_bottom_color(format, kMuted);
    format_set_text_wrap(format);
    return format;
}

lxw_format* makeTotal(lxw_workbook* workbook)
{
    lxw_format* format = makeFormat(workbook);
    format_set_bold(format);
    format_set_top(format, LXW_BORDER_MEDIUM);
    format_set_top_color(format, kMuted);
    return format;
}

/// A cell of a table: one line of rule below.
lxw_format* makeBody(lxw_workbook* workbook, const char* numberFormat = nullptr)
{
    lxw_format* format = makeFormat(workbook);
    format_set_bottom(format, LXW_BORDER_HAIR);
    format_set_bottom_color(format, kLine);
    if (numberFormat != nullptr) {
        format_set_num_format(format, numberFormat);
    }
    return format;
}

CellFormats makeFormats(lxw_workbook* workbook, Currency currency)
{
    const std::string money = moneyFormat(currency);
    CellFormats formats;
    formats.title = makeFormat(workbook);
    format_set_bold(formats.title);
    format_set_font_size(formats.title, 15);
    formats.label = makeFormat(workbook);
    format_set_font_color(formats.label, kMuted);
    formats.head = makeHead(workbook);
    formats.wrappedHead = makeHead(workbook);
    format_set_align(formats.wrappedHead, LXW_ALIGN_RIGHT);
    formats.text = makeBody(workbook);
    formats.wrapped = makeBody(workbook);
    format_set_text_wrap(formats.wrapped);
    formats.plainNumber = makeFormat(workbook);
    format_set_num_format(formats.plainNumber, "#,##0");
    format_set_align(formats.plainNumber, LXW_ALIGN_LEFT);
    formats.integer = makeBody(workbook, "#,##0");
    formats.decimal = makeBody(workbook, "#,##0.00");
    formats.money = makeBody(workbook, money.c_str());
    formats.date = makeBody(workbook, "yyyy-mm-dd");
    formats.plainDate = makeFormat(workbook);
    format_set_num_format(formats.plainDate, "yyyy-mm-dd");
    format_set_align(formats.plainDate, LXW_ALIGN_LEFT);
    formats.totalLabel = makeTotal(workbook);
    formats.totalMoney = makeTotal(workbook);
    format_set_num_format(formats.totalMoney, money.c_str());
    formats.totalDecimal = makeTotal(workbook);
    format_set_num_format(formats.totalDecimal, "#,##0.00");
    formats.attention = makeBody(workbook);
    format_set_text_wrap(formats.attention);
    format_set_font_color(formats.attention, kWarning);
    return formats;
}

} // namespace

struct Workbook::NumericLocale {
    NumericLocale()
        : plain(newlocale(LC_NUMERIC_MASK, "C", nullptr))
        , previous(uselocale(plain))
    { }
    ~NumericLocale()
    {
        uselocale(previous);
        freelocale(plain);
    }
    NumericLocale(const NumericLocale&) = delete;
    NumericLocale& operator=(const NumericLocale&) = delete;

    locale_t plain;
    locale_t previous;
};

Workbook::Workbook(const std::filesystem::path& path, Currency currency)
    : locale_(std::make_unique<NumericLocale>())
    , workbook_(workbook_new(path.c_str()))
    , formats_(makeFormats(workbook_, currency))
{ }

Workbook::~Workbook()
{
    if (workbook_ != nullptr) {
        lxw_workbook_free(workbook_);
    }
}

lxw_format* Workbook::colouredHead(std::uint32_t rgb) const
{
    lxw_format* format = makeHead(workbook_);
    format_set_align(format, LXW_ALIGN_RIGHT);
    format_set_bottom(format, LXW_BORDER_THICK);
    format_set_bottom_color(format, rgb);
    return format;
}

Expected<void> Workbook::close()
{
    errno = 0;
    // It frees the workbook whether or not it can write it.
    const lxw_error error = workbook_close(std::exchange(workbook_, nullptr));
    if (error != LXW_NO_ERROR) {
        return fail("can't be written: " +
                    (errno != 0 ? std::generic_category().message(errno) : std::string(lxw_strerror(error))));
    }
    return {};
}

std::string Cell::name() const
{
    std::array<char, LXW_MAX_CELL_NAME_LENGTH> text{};
    lxw_rowcol_to_cell(text.data(), row, column);
    return text.data();
}

std::string Cell::absoluteName() const
{
    std::array<char, LXW_MAX_CELL_NAME_LENGTH> text{};
    lxw_rowcol_to_cell_abs(text.data(), row, column, 1, 1);
    return text.data();
}

Sheet::Sheet(const Workbook& workbook, const char* name)
    : sheet_(workbook_add_worksheet(workbook.get(), name))
    , formats_(workbook.formats())
{ }

void Sheet::text(Cell cell, std::string_view text, lxw_format* format)
{
    heading(cell, text, format);
    widen(cell.column, displayWidth(text));
}

void Sheet::head(Cell cell, std::string_view text, lxw_format* format)
{
    heading(cell, text, format);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        widen(cell.column, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void Sheet::heading(Cell cell, std::string_view text, lxw_format* format)
{
    worksheet_write_string(sheet_, cell.row, cell.column, sheetText(text).c_str(), format);
}

void Sheet::number(Cell cell, double value, lxw_format* format)
{
    worksheet_write_number(sheet_, cell.row, cell.column, value, format);
    widen(cell.column, formatCount(static_cast<std::int64_t>(value)).size() + 3);
}

void Sheet::money(Cell cell, const Money& amount, lxw_format* format)
{
    worksheet_write_number(sheet_, cell.row, cell.column, amount.toDouble(), format);
    widen(cell.column, displayWidth(formatMoney(amount)));
}

void Sheet::date(Cell cell, const Date& date, lxw_format* format)
{
    constexpr int kFirstYear = 1900;
    if (date.year < kFirstYear) {
        // Spreadsheets count days from 1900.
        text(cell, date.iso(), format);
        return;
    }
    lxw_datetime day{date.year, date.month, date.day, 0, 0, 0};
    worksheet_write_datetime(sheet_, cell.row, cell.column, &day, format);
    widen(cell.column, date.iso().size());
}

void Sheet::formula(Cell cell, const std::string& formula, double value, lxw_format* format)
{
    worksheet_write_formula_num(sheet_, cell.row, cell.column, formula.c_str(), format, value);
    widen(cell.column, formatCount(static_cast<std::int64_t>(value)).size() + 6);
}

void Sheet::widen(lxw_col_t column, std::size_t width)
{
    if (widths_.size() <= column) {
        widths_.resize(std::size_t{column} + 1, kNarrowest);
    }
    widths_[column] = std::max(widths_[column], width);
}

void Sheet::fitColumns(std::size_t widest)
{
    for (std::size_t i = 0; i < widths_.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet_, column, column,
                             static_cast<double>(std::min(widths_[i], widest) + kMargin), nullptr);
    }
}

void Sheet::setUpPage(lxw_row_t lastRow, lxw_col_t lastColumn, lxw_row_t repeated)
{
    constexpr std::uint8_t kA4 = 9;
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, kA4);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_print_area(sheet_, 0, 0, lastRow, lastColumn);
    worksheet_repeat_rows(sheet_, repeated, repeated);
    worksheet_set_footer(sheet_, "&L&A&RPage &P of &N");
}

} // namespace rigwright
