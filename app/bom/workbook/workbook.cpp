// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/workbook.h"

#include "bom/workbook/sheet_text.h"

#include <cerrno>
#include <clocale>
#include <cstdint>
#include <string>
#include <system_error>
#include <utility>

namespace rigwright {

namespace {

constexpr std::uint32_t kText = 0x1D2129;
constexpr std::uint32_t kMuted = 0x667085;
constexpr std::uint32_t kLine = 0xDCDFE4;
constexpr std::uint32_t kHeadGround = 0xE7EFFC;

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

/// A cell of a table: one line of rule below.
lxw_format* makeBody(lxw_workbook* workbook)
{
    lxw_format* format = makeFormat(workbook);
    format_set_bottom(format, LXW_BORDER_HAIR);
    format_set_bottom_color(format, kLine);
    return format;
}

CellFormats makeFormats(lxw_workbook* workbook)
{
    CellFormats formats;
    formats.title = makeFormat(workbook);
    format_set_bold(formats.title);
    format_set_font_size(formats.title, 15);
    formats.label = makeFormat(workbook);
    format_set_font_color(formats.label, kMuted);
    formats.head = makeHead(workbook);
    formats.wrapped = makeBody(workbook);
    format_set_text_wrap(formats.wrapped);
    formats.plainDate = makeFormat(workbook);
    format_set_num_format(formats.plainDate, "yyyy-mm-dd");
    format_set_align(formats.plainDate, LXW_ALIGN_LEFT);
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

Workbook::Workbook(const std::filesystem::path& path)
    : locale_(std::make_unique<NumericLocale>())
    , workbook_(workbook_new(path.c_str()))
    , formats_(makeFormats(workbook_))
{ }

Workbook::~Workbook()
{
    if (workbook_ != nullptr) {
        lxw_workbook_free(workbook_);
    }
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

Sheet::Sheet(const Workbook& workbook, const char* name)
    : sheet_(workbook_add_worksheet(workbook.get(), name))
    , formats_(workbook.formats())
{ }

void Sheet::text(Cell cell, std::string_view text, lxw_format* format)
{
    worksheet_write_string(sheet_, cell.row, cell.column, sheetText(text).c_str(), format);
}

void Sheet::number(Cell cell, double value, lxw_format* format)
{
    worksheet_write_number(sheet_, cell.row, cell.column, value, format);
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
