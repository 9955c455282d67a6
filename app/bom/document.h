// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/order.h"
#include "units/date.h"
#include "units/money.h"
#include "units/share.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// The purchasing document as every format shows it: sections of texts, tables and charts. What it says is in the reader's
// language already; how it looks is the format's. No format works anything out: formulas come with their values.
namespace rigwright {

/// A real number and how many decimals are shown.
struct Decimal {
    double value = 0;
    int decimals = 2;
    bool operator==(const Decimal&) const = default;
};

/// Blank: unknown, or nothing to say.
using CellValue =
    std::variant<std::monostate, std::string, std::int64_t, Decimal, Money, MoneyRate, Share, Date>;

/// Cells of one table: rows and columns from 0, both ends included. Rows don't count the head.
struct CellRange {
    std::string table; ///< its id
    std::size_t firstRow = 0;
    std::size_t firstColumn = 0;
    std::size_t lastRow = 0;
    std::size_t lastColumn = 0;

    [[nodiscard]] static CellRange cell(std::string table, std::size_t row, std::size_t column)
    {
        return {std::move(table), row, column, row, column};
    }
    bool operator==(const CellRange&) const = default;
};

/// How a spreadsheet works the cell's value out: "{0}*{1}", "SUM({0})", with {n} for the n-th range. Functions and separators as
/// in a workbook's file (English, comma).
struct Formula {
    std::string text;
    std::vector<CellRange> ranges;
    bool operator==(const Formula&) const = default;
};

enum class CellTone { Plain, Muted, Strong, Attention, Good, Bad };

struct DocumentCell {
    CellValue value;
    std::optional<Formula> formula = {};
    CellTone tone = CellTone::Plain;
    std::string link = {}; ///< http or https; empty: none. Any other is not made a link

    bool operator==(const DocumentCell&) const = default;
};

struct DocumentColumn {
    std::string key;   ///< in JSON, lower case: "part_number"
    std::string title; ///< empty: the table shows no head where all are
    enum class Kind {
        Text,
        LongText,
        Number,
        Code
    } kind = Kind::Text; ///< Number: right-aligned; Code: fixed width, kept as is
    bool detail = false; ///< a page without room for all columns leaves it out
    bool operator==(const DocumentColumn&) const = default;
};

struct DocumentRow {
    enum class Kind { Line, Group, Subtotal, Total } kind = Kind::Line;
    std::vector<DocumentCell> cells; ///< one for each column
    bool operator==(const DocumentRow&) const = default;
};

struct DocumentTable {
    std::string id;    ///< of its own in the document; key in JSON: "bom"
    std::string title; ///< above it; empty: none
    std::vector<DocumentColumn> columns;
    std::vector<DocumentRow> rows;
    bool filter = false;   ///< a spreadsheet offers filters, and keeps the head in sight
    bool toFillIn = false; ///< rows have room to be filled in by hand: signatures, measured values
};

struct ChartSeries {
    std::string name;
    std::uint32_t rgb = 0;
    CellRange values;             ///< one column of a table, with numbers
    std::optional<CellRange> low; ///< around the values
    std::optional<CellRange> high;
    bool dashed = false;
};

/// Charts draw the figures of tables, so that no figure is there twice.
struct DocumentChart {
    enum class Kind {
        StackedBars, ///< one bar for each category, horizontal
        Bars,        ///< horizontal; `low` and `high` are whiskers
        Lines        ///< over numbers
    } kind = Kind::StackedBars;
    std::string id;
    std::string title;
    std::string categoryTitle; ///< of the axis of categories: "Month"
    std::string valueTitle;    ///< with its unit: "GiB"
    CellRange categories;      ///< one column of a table
    std::vector<ChartSeries> series;
    std::optional<CellRange> limits; ///< of StackedBars: what each bar can hold at most
};

struct DocumentText {
    std::string text; ///< a paragraph; line feeds stay
    CellTone tone = CellTone::Plain;
};

/// A text to copy as it is: a command, a compose file.
struct DocumentCode {
    std::string title;
    std::string text;
};

using DocumentBlock = std::variant<DocumentText, DocumentTable, DocumentChart, DocumentCode>;

/// A sheet of a workbook, a chapter of a report.
struct DocumentSection {
    std::string id;    ///< key in JSON: "summary"
    std::string title; ///< at most 31 characters, without []:*?/\ (a sheet's name)
    bool landscape = false;
    bool detail = false; ///< figures behind those of other sections: a report on paper leaves it out
    std::vector<DocumentBlock> blocks;
};

struct Document {
    std::string title;
    std::string subtitle;        ///< document number and revision
    std::string language = "en"; ///< BCP 47: "en", "zh-CN"
    Date date;
    Currency currency = Currency::usd();
    Paper paper = Paper::A4;
    std::string footer; ///< on every page, beside its number
    std::vector<DocumentSection> sections;

    /// Null: no such table.
    [[nodiscard]] const DocumentTable* findTable(const std::string& id) const;
    /// The cells of a range in their order, row by row; a range that leaves its table throws std::out_of_range.
    [[nodiscard]] std::vector<const DocumentCell*> cellsOf(const CellRange& range) const;
};

/// "1,234.50", "2026-11-22", "19 %": a value as a person reads it, in figures that are the same in every language.
[[nodiscard]] std::string cellText(const CellValue& value);
/// The number that a chart or a spreadsheet takes; nothing for a text or a blank.
[[nodiscard]] std::optional<double> cellNumber(const CellValue& value);

} // namespace rigwright
