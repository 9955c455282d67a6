// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/date.h"
#include "units/error.h"
#include "units/money.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xlsxwriter.h>

namespace rigwright {

/// How cells look. Made by the workbook, which owns them.
struct CellFormats {
    lxw_format* title = nullptr;
    lxw_format* label = nullptr;
    lxw_format* head = nullptr;
    lxw_format* wrappedHead = nullptr; ///< of columns of figures
    lxw_format* text = nullptr;
    lxw_format* wrapped = nullptr;
    lxw_format* plainNumber = nullptr; ///< beside a label
    lxw_format* integer = nullptr;
    lxw_format* decimal = nullptr;
    lxw_format* money = nullptr;
    lxw_format* date = nullptr;
    lxw_format* plainDate = nullptr; ///< beside a label
    lxw_format* totalLabel = nullptr;
    lxw_format* totalMoney = nullptr;
    lxw_format* totalDecimal = nullptr;
    lxw_format* attention = nullptr;
};

/// A workbook in the making. libxlsxwriter writes numbers with the decimal mark of the process' locale, which breaks the
/// file, so the C locale holds on this thread as long as the workbook lives.
class Workbook {
public:
    Workbook(const std::filesystem::path& path, Currency currency);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    Workbook(Workbook&&) = delete;
    Workbook& operator=(Workbook&&) = delete;

    [[nodiscard]] lxw_workbook* get() const { return workbook_; }
    [[nodiscard]] const CellFormats& formats() const { return formats_; }
    /// A head cell with a thick line of this colour below, as the component has it in every chart.
    [[nodiscard]] lxw_format* colouredHead(std::uint32_t rgb) const;
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

    [[nodiscard]] std::string name() const;         ///< "C8"
    [[nodiscard]] std::string absoluteName() const; ///< "$C$8"
};

/// A sheet of a workbook, whose columns grow with what is written to them.
class Sheet {
public:
    Sheet(const Workbook& workbook, const char* name);

    [[nodiscard]] lxw_worksheet* get() const { return sheet_; }
    [[nodiscard]] const CellFormats& formats() const { return formats_; }

    /// Always a string, whatever it begins with.
    void text(Cell cell, std::string_view text, lxw_format* format);
    /// The head of a column, which wraps between words.
    void head(Cell cell, std::string_view text, lxw_format* format);
    /// A string that may run over its column and so does not widen it.
    void heading(Cell cell, std::string_view text, lxw_format* format);
    void number(Cell cell, double value, lxw_format* format);
    void money(Cell cell, const Money& amount, lxw_format* format);
    void date(Cell cell, const Date& date, lxw_format* format);
    /// A formula with the value that it has.
    void formula(Cell cell, const std::string& formula, double value, lxw_format* format);

    /// Sets the widths: as wide as the widest cell, within limits. Text beyond the upper one wraps where its format says so.
    void fitColumns(std::size_t widest);
    /// Prints on A4, landscape, as wide as one page, the rows up to `repeated` on each.
    void setUpPage(lxw_row_t lastRow, lxw_col_t lastColumn, lxw_row_t repeated);

private:
    void widen(lxw_col_t column, std::size_t width);

    lxw_worksheet* sheet_;
    const CellFormats& formats_;
    std::vector<std::size_t> widths_;
};

} // namespace rigwright
