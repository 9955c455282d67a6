// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/pc_part_rows.h"

#include <optional>

namespace rigwright {

/// Fills the sheet of one row.
class PcSheet {
public:
    PcSheet(const char* table, const PcRow& row, const PcNames& names);

    /// A figure that the row states in this column of its file; an empty cell leaves it unknown.
    void figure(const char* column, const char* inFile);
    /// The same of a part of the cell.
    void figure(const char* column, const char* inFile, std::string_view written);
    /// What follows from the row.
    void set(const char* column, std::string_view value);
    void note(const std::string& text);
    [[nodiscard]] const std::string& get(const char* column) const { return sheet_.cell(column); }
    [[nodiscard]] const std::string& product() const { return product_; }

    /// The sheet with an id of the product's name and these figures, or the first bad cell.
    [[nodiscard]] PcResult<PartSheet> take(std::initializer_list<std::string_view> figures);

private:
    std::string product_; ///< as the file writes it, with the maker
    const PcRow& row_;
    PartSheet sheet_;
    std::optional<PcLeftOut> problem_;
};

[[nodiscard]] tl::unexpected<PcLeftOut> pcPassOver(std::string reason);

} // namespace rigwright
