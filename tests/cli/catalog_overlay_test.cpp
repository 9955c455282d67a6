// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/sqlite.h"
#include "cli/run_cli.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <unistd.h>

using namespace rigwright;
using namespace rigwright::test;

// What becomes of the commands when the user's catalog is bad.
namespace {

struct KnownUser {
    TemporaryFolder folder;

    KnownUser()
    {
        setenv("RIGWRIGHT_OVERLAY", overlay().c_str(), 1);
        std::ofstream(kit())
            << "id,manufacturer,name,memory_type,module_type,modules,module_gib,source,verification\n"
               "my-kit,Maker,My Kit,DDR5,UDIMM,2,32,a data sheet,unverified\n";
        BOOST_REQUIRE(runCli("catalog import " + kit().string()).status == 0);
    }
    ~KnownUser() { unsetenv("RIGWRIGHT_OVERLAY"); }
    KnownUser(const KnownUser&) = delete;
    KnownUser& operator=(const KnownUser&) = delete;

    [[nodiscard]] std::filesystem::path overlay() const { return folder.path() / "own.sqlite"; }
    [[nodiscard]] std::filesystem::path kit() const { return folder.path() / "memory.csv"; }
    [[nodiscard]] std::string import() const { return "catalog import " + kit().string(); }

    void spoil(const std::string& content) const
    {
        for (const char* suffix : {"", "-wal", "-shm"}) {
            std::filesystem::remove(overlay().string() + suffix);
        }
        std::ofstream(overlay(), std::ios::binary) << content;
    }

    [[nodiscard]] std::string content() const
    {
        std::ifstream stream(overlay(), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    void set(const std::string& pragma) const
    {
        Database database = Database::openForWriting(overlay());
        database.execute("PRAGMA " + pragma);
    }
};

/// One warning, and the answer of the shipped catalog.
void answersWithoutOverlay(const std::string& words)
{
    const CliRun run = runCli(words);
    BOOST_TEST(run.status == 0, words << ": " << run.err);
    BOOST_TEST(!run.out.empty());
    BOOST_TEST(run.out.find("my-kit") == std::string::npos);
    BOOST_TEST(run.err.starts_with("rigwright-cli: warning: "), words << ": " << run.err);
    BOOST_TEST(std::ranges::count(run.err, '\n') == 1, run.err);
}

void refuses(const std::string& words)
{
    const CliRun run = runCli(words);
    BOOST_TEST(run.status == 2, words);
    BOOST_TEST(run.out.empty(), run.out);
    BOOST_TEST(std::ranges::count(run.err, '\n') == 1, words << ": " << run.err);
}

void goesOnWithoutIt(const KnownUser& user)
{
    const std::string before = user.content();
    answersWithoutOverlay("models list");
    answersWithoutOverlay("catalog list memory");
    answersWithoutOverlay("catalog info");
    answersWithoutOverlay("catalog check");
    refuses(user.import());
    refuses("catalog undo");
    refuses("catalog settings --old-after 30");
    BOOST_TEST(user.content() == before);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(a_bad_catalog_of_the_user, KnownUser)

BOOST_AUTO_TEST_CASE(a_good_one_gives_no_warning)
{
    const CliRun run = runCli("catalog list memory");
    BOOST_TEST(run.err.empty(), run.err);
    BOOST_TEST(run.out.find("my-kit") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(no_database)
{
    spoil("dear diary");
    goesOnWithoutIt(*this);
}

BOOST_AUTO_TEST_CASE(a_database_of_another_program)
{
    set("application_id = 1");
    goesOnWithoutIt(*this);
}

BOOST_AUTO_TEST_CASE(one_of_a_newer_program)
{
    set("user_version = 99");
    goesOnWithoutIt(*this);
}

BOOST_AUTO_TEST_CASE(one_that_was_cut_off)
{
    // Into one file, then half of it.
    set("wal_checkpoint(TRUNCATE)");
    const std::string whole = content();
    spoil(whole.substr(0, whole.size() / 2));
    goesOnWithoutIt(*this);
}

BOOST_AUTO_TEST_CASE(one_that_another_program_has_locked)
{
    Database other = Database::openForWriting(overlay());
    other.execute("PRAGMA locking_mode = EXCLUSIVE");
    other.execute("BEGIN EXCLUSIVE");
    refuses(import());
    other.execute("ROLLBACK");
}

BOOST_AUTO_TEST_CASE(one_that_may_only_be_read,
                     *boost::unit_test::precondition([](auto) -> boost::test_tools::assertion_result {
                         return geteuid() != 0; // root may write everything
                     }))
{
    std::filesystem::permissions(overlay(), std::filesystem::perms::owner_read);
    refuses(import());
}

BOOST_AUTO_TEST_SUITE_END()
