// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "catalog/sqlite.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>

using namespace rigwright;

namespace {

/// A copy of the shipped catalog, to be spoilt.
class CatalogCopy {
public:
    CatalogCopy() { std::filesystem::copy_file(findCatalog().value(), path()); }
    [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "catalog ä?#%.sqlite"; }
    void execute(const char* sql) const { Database::create(path()).execute(sql); }
    /// The error of reading it, without its path; empty: it was read.
    [[nodiscard]] std::string error() const
    {
        const auto catalog = readCatalog(path());
        if (catalog) {
            return {};
        }
        std::string message = catalog.error().message;
        const std::size_t at = message.find(path().string());
        BOOST_REQUIRE(at != std::string::npos);
        return message.replace(at, path().string().size(), "PATH");
    }

private:
    TemporaryFolder folder_;
};

/// Sets a variable of the environment and puts the old value back.
class EnvironmentVariable {
public:
    EnvironmentVariable(const char* name, const std::string& value)
        : name_(name)
    {
        const char* old = std::getenv(name);
        old_ = old == nullptr ? "" : old;
        setenv(name, value.c_str(), 1);
    }
    ~EnvironmentVariable() { old_.empty() ? unsetenv(name_) : setenv(name_, old_.c_str(), 1); }
    EnvironmentVariable(const EnvironmentVariable&) = delete;
    EnvironmentVariable& operator=(const EnvironmentVariable&) = delete;

private:
    const char* name_;
    std::string old_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(reading_the_catalog)

BOOST_AUTO_TEST_CASE(a_path_with_marks_of_a_uri_is_read)
{
    BOOST_TEST(CatalogCopy().error() == "");
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_named)
{
    const auto catalog = readCatalog("/no/such/catalog.sqlite");
    BOOST_REQUIRE(!catalog.has_value());
    BOOST_TEST(catalog.error().message == "no catalog at '/no/such/catalog.sqlite': there is no such file");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_database_is_not_a_catalog)
{
    const CatalogCopy copy;
    std::ofstream(copy.path(), std::ios::trunc) << std::string(4096, 'x');
    BOOST_TEST(copy.error() == "'PATH' is not a catalog: it is no SQLite file");
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_not_a_catalog)
{
    const CatalogCopy copy;
    std::ofstream(copy.path(), std::ios::trunc).flush();
    BOOST_TEST(copy.error() == "'PATH' is not a catalog: it is a database of another program");
}

BOOST_AUTO_TEST_CASE(a_database_of_another_program_is_not_a_catalog)
{
    const CatalogCopy copy;
    copy.execute("PRAGMA application_id = 1");
    BOOST_TEST(copy.error() == "'PATH' is not a catalog: it is a database of another program");
}

BOOST_AUTO_TEST_CASE(a_catalog_of_a_newer_program_is_refused_as_such)
{
    const CatalogCopy copy;
    copy.execute("PRAGMA user_version = 99");
    BOOST_TEST(copy.error() ==
               "'PATH' was made by a newer version of the program (catalog schema 99, this version reads 4)");
}

BOOST_AUTO_TEST_CASE(a_catalog_cut_short_is_damaged)
{
    const CatalogCopy copy;
    std::filesystem::resize_file(copy.path(), std::filesystem::file_size(copy.path()) / 2);
    BOOST_TEST(copy.error().starts_with("catalog 'PATH' is damaged: "));
}

BOOST_AUTO_TEST_CASE(a_catalog_with_overwritten_pages_is_damaged)
{
    const CatalogCopy copy;
    std::fstream file(copy.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(copy.path()) / 3));
    file << std::string(20'000, '\x7f');
    file.close();
    BOOST_TEST(copy.error().starts_with("catalog 'PATH' is damaged: "));
}

BOOST_AUTO_TEST_CASE(a_catalog_without_a_table_is_damaged)
{
    const CatalogCopy copy;
    copy.execute("DROP TABLE coolers");
    BOOST_TEST(copy.error() == "catalog 'PATH' is damaged: no such table: coolers");
}

BOOST_AUTO_TEST_CASE(a_word_that_no_build_writes_is_damage)
{
    const CatalogCopy copy;
    copy.execute("UPDATE accelerators SET mounting = 'glued' WHERE id = 'rtx-4090'");
    BOOST_TEST(copy.error() == "catalog 'PATH' is damaged: unexpected mounting 'glued'");
}

BOOST_AUTO_TEST_CASE(the_environment_names_another_catalog)
{
    const CatalogCopy copy;
    const EnvironmentVariable variable("RIGWRIGHT_CATALOG", copy.path().string());
    BOOST_TEST(findCatalog().value() == copy.path());
}

BOOST_AUTO_TEST_CASE(a_wrong_name_in_the_environment_is_an_error)
{
    const EnvironmentVariable variable("RIGWRIGHT_CATALOG", "/no/such/catalog.sqlite");
    BOOST_TEST(findCatalog().error().message ==
               "RIGWRIGHT_CATALOG names '/no/such/catalog.sqlite', which is no file");
}

BOOST_AUTO_TEST_SUITE_END()
