// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/build/read_table.h"

#include "catalog/tables/csv.h"

#include <fstream>
#include <optional>
#include <sstream>

namespace rigwright {

namespace {

std::optional<std::string> contentOf(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return std::nullopt;
    }
    std::ostringstream content;
    content << stream.rdbuf();
    return std::move(content).str();
}

/// The cell that says in which currency the row's money is.
std::string_view currencyOf(const TableSpec& spec, const std::vector<std::string>& cells)
{
    for (std::size_t i = 0; i < spec.columns.size(); ++i) {
        if (spec.columns[i].type == CellType::Currency) {
            return cells[i];
        }
    }
    return {};
}

class TableReader {
public:
    TableReader(Table& table, Problems& problems)
        : table_(table)
        , problems_(problems)
    { }

    void read(std::string_view text)
    {
        std::string_view rest = withoutByteOrderMark(text);
        while (!rest.empty() || line_ == 0) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            ++line_;
            readLine(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (headerIsWrong_) {
                return;
            }
        }
    }

private:
    void report(const std::string& column, const std::string& message)
    {
        problems_.push_back({table_.file, line_, column, message});
    }

    void readLine(std::string_view line)
    {
        if (!isUtf8(line)) {
            report("", "the line is not valid UTF-8");
            return;
        }
        const Expected<std::vector<std::string>> cells = splitCsvLine(line);
        if (!cells) {
            report("", cells.error().message);
        } else if (line_ == 1) {
            checkHeader(*cells);
        } else {
            readRow(*cells);
        }
    }

    void checkHeader(const std::vector<std::string>& cells)
    {
        const std::vector<Column>& columns = table_.spec.columns;
        for (std::size_t i = 0; i < std::max(columns.size(), cells.size()); ++i) {
            const std::string expected =
                i < columns.size() ? "'" + columns[i].name + "'" : "no further column";
            const std::string got = i < cells.size() ? "'" + cells[i] + "'" : "the end of the header";
            if (expected != got) {
                report("header",
                       "expected " + expected + " as column " + std::to_string(i + 1) + ", got " + got);
                headerIsWrong_ = true;
                return;
            }
        }
    }

    void readRow(const std::vector<std::string>& cells)
    {
        const std::vector<Column>& columns = table_.spec.columns;
        if (cells.size() != columns.size()) {
            report("",
                   "expected " + std::to_string(columns.size()) + " cells, got " +
                       std::to_string(cells.size()));
            return;
        }
        TableRow row{line_, cells, {}};
        const std::string_view currency = currencyOf(table_.spec, cells);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            Expected<SqlValue> value = columns[i].parse(cells[i], currency);
            if (value) {
                row.values.push_back(std::move(*value));
            } else {
                report(columns[i].name, value.error().message);
            }
        }
        table_.rows.push_back(std::move(row));
    }

    Table& table_;
    Problems& problems_;
    std::size_t line_ = 0;
    bool headerIsWrong_ = false;
};

} // namespace

Table readTable(const TableSpec& spec, const std::filesystem::path& directory, Problems& problems)
{
    const std::filesystem::path path = directory / spec.fileName();
    Table table{spec, path.string(), {}};
    const std::optional<std::string> content = contentOf(path);
    if (!content) {
        problems.push_back({table.file, 0, "", "can't read the file"});
        return table;
    }
    TableReader(table, problems).read(*content);
    return table;
}

} // namespace rigwright
