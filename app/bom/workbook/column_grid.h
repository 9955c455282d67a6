// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"

#include <cstddef>
#include <string_view>
#include <vector>

#include <xlsxwriter.h>

namespace rigwright {

/// Lines that a text takes where so many characters fit into one, broken between words where there are any.
[[nodiscard]] std::size_t wrappedLines(std::string_view text, double width);

/// The columns of one sheet, which all its tables share: the widest table has one for each of its own, and the columns of the
/// others run over as many as they need.
class ColumnGrid {
public:
    explicit ColumnGrid(const DocumentSection& section);

    /// In characters.
    [[nodiscard]] const std::vector<double>& widths() const { return widths_; }
    [[nodiscard]] lxw_col_t size() const { return static_cast<lxw_col_t>(widths_.size()); }
    [[nodiscard]] double width(lxw_col_t first, lxw_col_t end) const;
    /// One past the last column that is printed; details of the leading table that make the page too small to read stand behind
    /// it.
    [[nodiscard]] lxw_col_t printed() const { return printed_; }
    /// Where the columns of the section's block begin, and where the last one ends; empty for a block that is no table.
    [[nodiscard]] const std::vector<lxw_col_t>& columnsOf(std::size_t block) const
    {
        return places_.at(block);
    }
    /// One past the last column of a paragraph, which is no wider than can be read.
    [[nodiscard]] lxw_col_t paragraphEnd() const;

private:
    void setWidths(const DocumentSection& section, const DocumentTable& leading, double page);
    [[nodiscard]] std::vector<lxw_col_t> place(const DocumentTable& table);
    lxw_col_t spanFrom(lxw_col_t first, double need);
    void fillPage(double page);

    std::vector<double> widths_;
    lxw_col_t printed_ = 0;
    std::vector<std::vector<lxw_col_t>> places_;
};

} // namespace rigwright
