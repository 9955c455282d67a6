// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/build/build_catalog.h"

#include "catalog/build/validate.h"
#include "catalog/build/write_database.h"

#include <fstream>
#include <sstream>

namespace rigwright {

namespace {

/// A file that is gone at the end unless it was moved to its place.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::filesystem::path& output)
        : path_(output.string() + ".new")
    {
        remove();
    }
    ~TemporaryFile() { remove(); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::error_code moveTo(const std::filesystem::path& output)
    {
        std::error_code error;
        std::filesystem::rename(path_, output, error);
        return error;
    }

private:
    void remove() const
    {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    std::filesystem::path path_;
};

void writeOutput(const CatalogBuild& build, const std::vector<Table>& tables, Problems& problems)
{
    std::ifstream stream(build.schema);
    std::ostringstream schema;
    schema << stream.rdbuf();
    if (!stream) {
        problems.push_back({build.schema.string(), 0, "", "can't read the schema"});
        return;
    }
    try {
        TemporaryFile temporary(build.output);
        writeDatabase(temporary.path(), schema.str(), tables, problems);
        if (!problems.empty()) {
            return;
        }
        if (const std::error_code error = temporary.moveTo(build.output)) {
            problems.push_back({build.output.string(), 0, "", "can't write the catalog: " + error.message()});
        }
    } catch (const SqliteError& error) {
        problems.push_back(
            {build.output.string(), 0, "", std::string("can't write the catalog: ") + error.what()});
    }
}

} // namespace

Problems buildCatalog(const CatalogBuild& build)
{
    Problems problems;
    std::vector<Table> tables;
    for (const TableSpec& spec : tableSpecs()) {
        tables.push_back(readTable(spec, build.directory, problems));
    }
    validate(tables, problems);
    if (problems.empty()) {
        writeOutput(build, tables, problems);
    }
    return problems;
}

} // namespace rigwright
