// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/date.h"

#include <cstddef>
#include <string>
#include <vector>

// What a spreadsheet from outside holds, whatever program saved it.
namespace rigwright {

struct FilledCell {
    enum class Kind {
        Empty,
        Text,
        Number,
        Day,
        Boolean,
        Error,   ///< such as #DIV/0!
        NoValue, ///< a formula that no program has reckoned
    };
    std::size_t column = 0; ///< from 0
    Kind kind = Kind::Empty;
    std::string text = {}; ///< of every kind; a number with the digits of the file
    double number = 0;
    Date day = {};
    bool percent = false;     ///< shown as per cent
    std::string literal = {}; ///< what its number format shows beside the number: "€", "CN¥"

    [[nodiscard]] bool isBlank() const;
};

struct FilledRow {
    std::size_t number = 1; ///< as spreadsheets count
    std::vector<FilledCell> cells;

    /// Empty where nothing is stored.
    [[nodiscard]] const FilledCell& at(std::size_t column) const;
};

/// Cells of several rows that are shown as one.
struct MergedRows {
    std::size_t firstRow = 1;
    std::size_t lastRow = 1;
    std::size_t firstColumn = 0;
    std::size_t lastColumn = 0;
};

struct FilledSheet {
    std::string name;
    std::vector<FilledRow> rows;
    std::vector<MergedRows> merged;

    [[nodiscard]] bool isMerged(std::size_t row, std::size_t column) const;
};

/// More of anything is no form that somebody filled in.
struct SheetLimits {
    static constexpr std::size_t kFileBytes = 16U << 20U;
    static constexpr std::size_t kPartBytes = 24U << 20U; ///< of one file inside a workbook, unpacked
    static constexpr std::size_t kAllBytes = 64U << 20U;  ///< of all that are read
    static constexpr std::size_t kCells = 200'000;
    static constexpr std::size_t kColumns = 256; ///< those beyond are not looked at
    static constexpr std::size_t kCellBytes = 200'000;
    static constexpr std::size_t kSheets = 64;
    static constexpr std::size_t kMerged = 1'000;
    static constexpr int kDepth = 64; ///< of elements inside each other
};

} // namespace rigwright
