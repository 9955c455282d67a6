// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/build/write_database.h"

#include "catalog/catalog_database.h"

#include <sqlite3.h>

namespace rigwright {

namespace {

/// An INSERT and which of a row's values go into it.
class Insert {
public:
    Insert(Database& database, const std::string& table, const TableSpec& spec, bool partColumns)
        : positions_(positions(spec, partColumns))
        , statement_(database, sql(table, spec, positions_, partColumns))
        , category_(partColumns ? spec.category : std::string())
    { }

    void run(const TableRow& row)
    {
        int parameter = 1;
        for (const std::size_t position : positions_) {
            statement_.bind(parameter++, row.values[position]);
        }
        if (!category_.empty()) {
            statement_.bind(parameter, category_);
        }
        statement_.run();
    }

private:
    static std::vector<std::size_t> positions(const TableSpec& spec, bool partColumns)
    {
        std::vector<std::size_t> result;
        for (std::size_t i = 0; i < spec.columns.size(); ++i) {
            // The id is in both tables of a part.
            if (spec.columns[i].ofPart == partColumns || spec.columns[i].type == CellType::Id) {
                result.push_back(i);
            }
        }
        return result;
    }

    static std::string sql(const std::string& table, const TableSpec& spec,
                           const std::vector<std::size_t>& positions, bool partColumns)
    {
        std::string names;
        std::string marks;
        for (const std::size_t position : positions) {
            names += (names.empty() ? "" : ", ") + spec.columns[position].storedName();
            marks += marks.empty() ? "?" : ", ?";
        }
        if (partColumns) {
            names += ", category";
            marks += ", ?";
        }
        return "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")";
    }

    std::vector<std::size_t> positions_;
    Statement statement_;
    std::string category_;
};

void insertTable(Database& database, const Table& table, Problems& problems)
{
    const bool isPart = !table.spec.category.empty();
    std::vector<Insert> inserts;
    if (isPart) {
        inserts.emplace_back(database, "parts", table.spec, true);
    }
    inserts.emplace_back(database, table.spec.name, table.spec, false);
    for (const TableRow& row : table.rows) {
        try {
            for (Insert& insert : inserts) {
                insert.run(row);
            }
        } catch (const SqliteError& error) {
            if (error.code() != SQLITE_CONSTRAINT) {
                throw;
            }
            problems.push_back({table.file, row.line, "", error.what()});
        }
    }
}

void insertInfo(Database& database)
{
    database.execute("INSERT INTO info (only_row, schema_version, data_date, source_date) SELECT 1, " +
                     std::to_string(kCatalogSchemaVersion) +
                     ", max(date), (SELECT max(source_date) FROM (SELECT source_date FROM parts UNION ALL"
                     " SELECT source_date FROM provenance)) FROM (SELECT date FROM prices UNION ALL"
                     " SELECT date FROM cloud_offers UNION ALL SELECT date FROM api_offers UNION ALL"
                     " SELECT date FROM exchange_rates)");
}

} // namespace

void writeDatabase(const std::filesystem::path& path, const std::string& schema,
                   const std::vector<Table>& tables, Problems& problems)
{
    Database database = Database::create(path);
    database.execute("PRAGMA foreign_keys = ON");
    database.execute("PRAGMA journal_mode = OFF");
    database.execute("BEGIN");
    database.execute(schema);
    for (const Table& table : tables) {
        insertTable(database, table, problems);
    }
    if (problems.empty()) {
        insertInfo(database);
    }
    database.execute("COMMIT");
}

} // namespace rigwright
