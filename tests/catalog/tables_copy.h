// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/build/build_catalog.h"
#include "support/temporary_folder.h"

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace rigwright {

/// A part that TablesCopy adds and that sorts after all shipped ones, so that a price of it can stand at the end.
inline constexpr const char* kKnownPart = "zz-known";

/// A line of a shipped table with these cells and all others empty.
inline std::string tableRow(const std::string& table, const std::map<std::string, std::string>& cells)
{
    std::ifstream stream(std::filesystem::path(RIGWRIGHT_CATALOG_FOLDER) / "data" / (table + ".csv"));
    std::string header;
    std::getline(stream, header);
    std::istringstream columns(header);
    std::string row;
    for (std::string column; std::getline(columns, column, ',');) {
        const auto cell = cells.find(column);
        row += "," + (cell == cells.end() ? std::string() : cell->second);
    }
    return row.substr(1);
}

/// What every kind of part must have, and these cells.
inline std::string partRow(const std::string& table, std::map<std::string, std::string> cells)
{
    cells.merge(std::map<std::string, std::string>{{"manufacturer", "Maker"},
                                                   {"name", "Part"},
                                                   {"source", "a data sheet"},
                                                   {"verification", "unverified"}});
    return tableRow(table, cells);
}

/// A network card, the shortest kind of part.
inline std::string networkCardRow(const std::string& id, const std::string& ports,
                                  const std::string& verification = "unverified")
{
    return partRow("network_cards",
                   {{"id", id},
                    {"gbit_per_port", "10"},
                    {"ports", ports},
                    {"protocol", "Ethernet"},
                    {"pcie_generation", "4"},
                    {"pcie_lanes", "8"},
                    {"verification", verification}});
}

/// The shipped tables in a folder of their own, to be spoilt.
class TablesCopy {
public:
    TablesCopy()
    {
        std::filesystem::copy(std::filesystem::path(RIGWRIGHT_CATALOG_FOLDER) / "data", tables());
        (void)append("network_cards", networkCardRow(kKnownPart, "1"));
    }

    [[nodiscard]] std::filesystem::path tables() const { return folder_.path() / "data"; }
    [[nodiscard]] std::filesystem::path output() const { return folder_.path() / "catalog.sqlite"; }
    /// How messages name the file of a table.
    [[nodiscard]] std::string file(const std::string& table) const
    {
        return (tables() / (table + ".csv")).string();
    }

    [[nodiscard]] std::vector<std::string> lines(const std::string& table) const
    {
        std::ifstream stream(file(table));
        std::vector<std::string> result;
        for (std::string line; std::getline(stream, line);) {
            result.push_back(line);
        }
        return result;
    }

    void write(const std::string& table, const std::string& content) const
    {
        std::ofstream(file(table), std::ios::binary) << content;
    }

    void write(const std::string& table, const std::vector<std::string>& content) const
    {
        std::string joined;
        for (const std::string& line : content) {
            joined += line + "\n";
        }
        write(table, joined);
    }

    /// Adds a row at the end of a table and returns its line.
    [[nodiscard]] std::size_t append(const std::string& table, const std::string& row) const
    {
        std::vector<std::string> content = lines(table);
        content.push_back(row);
        write(table, content);
        return content.size();
    }

    [[nodiscard]] Problems build() const
    {
        return buildCatalog(
            {std::filesystem::path(RIGWRIGHT_CATALOG_FOLDER) / "schema.sql", tables(), output()});
    }

    /// One problem a line.
    [[nodiscard]] std::string problems() const
    {
        std::string text;
        for (const Problem& problem : build()) {
            text += (text.empty() ? "" : "\n") + problem.text();
        }
        return text;
    }

    /// Neither the catalog nor a temporary file beside the folder of tables.
    [[nodiscard]] bool leftNothing() const { return folder_.entries() == 1; }

private:
    TemporaryFolder folder_;
};

} // namespace rigwright
