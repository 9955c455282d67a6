// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/own_cells.h"
#include "catalog/import/own_rows.h"
#include "facts/nearest.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Without these a row names no product.
bool identifies(const Column& column)
{
    return column.name == "id" || column.name == "manufacturer" || column.name == "name";
}

class PartRows {
public:
    PartRows(CsvRows& rows, const TableSpec& table, ColumnMap map, KnownParts& known, PreviewBuilder& builder)
        : rows_(rows)
        , table_(table)
        , map_(std::move(map))
        , known_(known)
        , builder_(builder)
        , mark_(rows.header().separator == ';' ? DecimalMark::Comma : DecimalMark::Point)
        , idAt_(*map_.find("id"))
    { }

    Expected<void> read()
    {
        while (true) {
            const Expected<bool> more = rows_.next();
            if (!more || !*more) {
                return more ? Expected<void>() : tl::unexpected(more.error());
            }
            readRow();
        }
    }

private:
    void problem(const std::string& column, const std::string& message)
    {
        builder_.problem(rows_.line(), column, message);
    }

    /// Every cell as the editor would hold it, or nothing after a problem.
    std::optional<std::vector<std::string>> cellsOfRow()
    {
        std::vector<std::string> cells;
        bool good = true;
        for (std::size_t i = 0; i < map_.columns.size(); ++i) {
            const Column& column = *map_.columns[i];
            Expected<std::string> cell = ownCell(column, rows_.cells()[i], {}, mark_);
            if (cell && cell->empty() && identifies(column)) {
                cell = fail("expected " + column.expectation() + ", got an empty cell");
            }
            if (!cell) {
                problem(column.name, cell.error().message);
                good = false;
            }
            cells.push_back(cell.value_or(std::string()));
        }
        return good ? std::optional(std::move(cells)) : std::nullopt;
    }

    bool isNamedTwice(const std::string& id)
    {
        const auto [first, isNew] = lines_.emplace(id, rows_.line());
        if (!isNew) {
            problem("id",
                    "'" + id + "' is on line " + std::to_string(first->second) + " already: lines " +
                        std::to_string(first->second) + " and " + std::to_string(rows_.line()) +
                        " name the same part");
        }
        return !isNew;
    }

    bool namesUnknownPart(const std::vector<std::string>& cells)
    {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Column& column = *map_.columns[i];
            if (column.type == CellType::Reference && !cells[i].empty() &&
                std::ranges::find(column.references, known_.tableOf(cells[i])) == column.references.end()) {
                problem(column.name, "expected " + column.expectation() + ", got '" + cells[i] + "'");
                return true;
            }
        }
        return false;
    }

    void readRow()
    {
        const std::optional<std::vector<std::string>> cells = cellsOfRow();
        if (!cells || isNamedTwice((*cells)[idAt_]) || namesUnknownPart(*cells)) {
            return;
        }
        const std::string& id = (*cells)[idAt_];
        const std::string_view table = known_.tableOf(id);
        if (!table.empty() && table != table_.name) {
            problem("id", "'" + id + "' is a part of the table " + std::string(table));
        } else if (const PartEntry* entry = known_.find(id)) {
            change(*entry, *cells);
        } else {
            add(id, *cells);
        }
    }

    void change(const PartEntry& entry, const std::vector<std::string>& cells)
    {
        ++builder_.preview().matched;
        PartEdit change{entry.id(), table_.name, false, {}};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Column& column = *map_.columns[i];
            const std::string& before = entry.sheet.cell(column.name);
            if (!isSameValue(column, before, cells[i])) {
                change.cells.push_back({column.name, before, cells[i]});
            }
        }
        if (change.cells.empty()) {
            ++builder_.preview().unchanged;
        } else {
            builder_.preview().changes.parts.push_back(std::move(change));
        }
    }

    void add(const std::string& id, const std::vector<std::string>& cells)
    {
        PartSheet sheet = emptySheet(table_, PartId(id));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            sheet.cell(map_.columns[i]->name) = cells[i];
        }
        for (const char* column : {"manufacturer", "name"}) {
            if (sheet.cell(column).empty()) {
                problem("id",
                        "no part is called '" + id + "', and a new one needs the column '" + column + "'");
                return;
            }
        }
        if (sheet.cell("source").empty()) {
            sheet.cell("source") = builder_.fileName();
        }
        if (sheet.cell("verification").empty()) {
            sheet.cell("verification") = verificationName(Verification::Unverified);
        }
        PartEdit change{PartId(id), table_.name, true, {}};
        for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
            if (table_.columns[i].name != "id" && !sheet.cells[i].empty()) {
                change.cells.push_back({table_.columns[i].name, "", sheet.cells[i]});
            }
        }
        known_.add(id, table_.name);
        builder_.preview().changes.parts.push_back(std::move(change));
    }

    CsvRows& rows_;
    const TableSpec& table_;
    ColumnMap map_;
    KnownParts& known_;
    PreviewBuilder& builder_;
    DecimalMark mark_;
    std::size_t idAt_;
    std::unordered_map<std::string, std::size_t> lines_; ///< by id
};

} // namespace

Expected<void> readOwnParts(CsvRows& rows, const TableSpec& table, KnownParts& known, PreviewBuilder& builder)
{
    Expected<ColumnMap> map = mapColumns(rows.header(), table);
    if (!map) {
        return fail(builder.fileName() + ": " + map.error().message);
    }
    if (!map->find("id")) {
        return fail(builder.fileName() + ": expected the column 'id'");
    }
    return PartRows(rows, table, std::move(*map), known, builder).read();
}

} // namespace rigwright
