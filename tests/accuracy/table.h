// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rigwright::accuracy {

/// A row of a table by the names of its columns; an empty or missing cell is an empty text or 0.
class TableRow {
public:
    explicit TableRow(std::map<std::string, std::string> cells)
        : cells_(std::move(cells))
    { }

    [[nodiscard]] std::string text(const std::string& column) const;
    [[nodiscard]] std::int64_t whole(const std::string& column) const;
    [[nodiscard]] double number(const std::string& column) const;
    [[nodiscard]] bool has(const std::string& column) const { return !text(column).empty(); }

private:
    std::map<std::string, std::string> cells_;
};

/// Reads a table of comma-separated values without quotes, whose first line names the columns.
[[nodiscard]] std::vector<TableRow> readTable(const std::string& path);

} // namespace rigwright::accuracy
