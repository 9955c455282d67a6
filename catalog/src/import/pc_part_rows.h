// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/accelerator_names.h"
#include "catalog/import/csv_rows.h"
#include "catalog/import/part_names.h"
#include "catalog/part_sheet.h"

#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// A row that becomes no part.
struct PcLeftOut {
    std::string column; ///< of the file, where a cell is bad
    std::string reason;
    bool isProblem = false; ///< false: nothing is wrong with it, there is only no place for it here
};

template <class T>
using PcResult = tl::expected<T, PcLeftOut>;

class PcRow {
public:
    explicit PcRow(const CsvRows& rows)
        : rows_(rows)
    { }
    /// The cell of a column that the category has.
    [[nodiscard]] const std::string& operator[](std::string_view column) const;

private:
    const CsvRows& rows_;
};

struct PcNames {
    MakerNames makers;
    AcceleratorNames accelerators;
};

/// A part as one row states it. The id tells it from all others by its name and figures, never by its place in the file.
using PcReadRow = PcResult<PartSheet> (*)(const PcRow& row, const PcNames& names);

/// One file of the data set.
struct PcCategory {
    const char* file; ///< as the data set names it
    const char* table;
    std::vector<std::string_view> columns; ///< the header has all of them
    bool onlyThese = false;                ///< and no others
    PcReadRow read;
};

[[nodiscard]] const std::vector<PcCategory>& pcCategories();

} // namespace rigwright
