// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/table.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace rigwright::accuracy {

namespace {

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream stream(line);
    std::string cell;
    while (std::getline(stream, cell, ',')) {
        cells.push_back(cell);
    }
    return cells;
}

} // namespace

std::string TableRow::text(const std::string& column) const
{
    const auto found = cells_.find(column);
    return found == cells_.end() ? std::string() : found->second;
}

std::int64_t TableRow::whole(const std::string& column) const
{
    return has(column) ? std::stoll(text(column)) : 0;
}

double TableRow::number(const std::string& column) const
{
    return has(column) ? std::stod(text(column)) : 0;
}

std::vector<TableRow> readTable(const std::string& path)
{
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line)) {
        throw std::runtime_error("no table at " + path);
    }
    const std::vector<std::string> columns = cellsOf(line);
    std::vector<TableRow> rows;
    while (std::getline(file, line)) {
        const std::vector<std::string> cells = cellsOf(line);
        std::map<std::string, std::string> row;
        for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
            row[columns[i]] = cells[i];
        }
        rows.emplace_back(std::move(row));
    }
    return rows;
}

} // namespace rigwright::accuracy
