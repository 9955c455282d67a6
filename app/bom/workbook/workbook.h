// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/date.h"
#include "units/error.h"

#include <filesystem>
#include <memory>
#include <string_view>

#include <xlsxwriter.h>

namespace rigwright {

/// How cells look. Made by the workbook, which owns them.
struct CellFormats {
    lxw_format* title = nullptr;
    lxw_format* label = nullptr;
    lxw_format* head = nullptr;
    lxw_format* wrapped = nullptr;
    lxw_format* plainDate = nullptr; ///< beside a label
};

/// A workbook in the making. libxlsxwriter writes numbers with the decimal mark of the process' locale, which breaks the
/// file, so the C locale holds on this thread as long as the workbook lives.
class Workbook {
public:
    explicit Workbook(const std::filesystem::path& path);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    Workbook(Workbook&&) = delete;
    Workbook& operator=(Workbook&&) = delete;

    [[nodiscard]] lxw_workbook* get() const { return workbook_; }
    [[nodiscard]] const CellFormats& formats() const { return formats_; }
    /// Writes the file; an error says why it could not be.
    [[nodiscard]] Expected<void> close();

private:
    struct NumericLocale;

    std::unique_ptr<NumericLocale> locale_;
    lxw_workbook* workbook_;
    CellFormats formats_;
};

/// Where a cell is, from 0.
struct Cell {
    lxw_row_t row = 0;
    lxw_col_t column = 0;
};

/// A sheet of a workbook.
class Sheet {
public:
    Sheet(const Workbook& workbook, const char* name);

    [[nodiscard]] lxw_worksheet* get() const { return sheet_; }
    [[nodiscard]] const CellFormats& formats() const { return formats_; }

    /// Always a string, whatever it begins with.
    void text(Cell cell, std::string_view text, lxw_format* format);
    void number(Cell cell, double value, lxw_format* format);
    void date(Cell cell, const Date& date, lxw_format* format);
    /// Prints on A4, landscape, as wide as one page, the rows up to `repeated` on each.
    void setUpPage(lxw_row_t lastRow, lxw_col_t lastColumn, lxw_row_t repeated);

private:
    lxw_worksheet* sheet_;
    const CellFormats& formats_;
};

} // namespace rigwright
