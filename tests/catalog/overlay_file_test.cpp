// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay_samples.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace rigwright;

namespace {

std::string contentsOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

/// A user's catalog with a part in it, to be spoilt.
class SpoiltCatalog {
public:
    SpoiltCatalog() { BOOST_REQUIRE(own_.overlay().apply(only(ownDrive("rocket")), "Add")); }
    [[nodiscard]] std::filesystem::path path() const { return own_.path(); }
    [[nodiscard]] CatalogStore store() const { return own_.store(); }
    void execute(const char* sql) const { Database::create(path()).execute(sql); }
    void write(const std::string& bytes) const
    {
        std::ofstream(path(), std::ios::binary | std::ios::trunc) << bytes;
    }
    /// The error of opening it, without its path. The file must stay as it is, and nothing new lie beside it.
    [[nodiscard]] std::string error() const
    {
        const std::string before = contentsOf(path());
        const std::size_t entries = entriesBeside();
        std::string message = messageOf(Overlay::open(path()));
        BOOST_TEST((contentsOf(path()) == before));
        BOOST_TEST(entriesBeside() == entries);
        const std::size_t at = message.find(path().string());
        return at == std::string::npos ? message : message.replace(at, path().string().size(), "PATH");
    }

private:
    [[nodiscard]] std::size_t entriesBeside() const
    {
        const std::filesystem::directory_iterator all(path().parent_path());
        return static_cast<std::size_t>(std::distance(begin(all), end(all)));
    }
    OwnCatalog own_;
};

/// Root may write everything, and containers run tests as root: another user for as long as this lives.
class NobodysRights {
public:
    NobodysRights()
        : wasRoot_(geteuid() == 0)
    {
        BOOST_REQUIRE(!wasRoot_ || seteuid(65534) == 0);
    }
    ~NobodysRights()
    {
        if (wasRoot_ && seteuid(0) != 0) {
            std::abort();
        }
    }
    NobodysRights(const NobodysRights&) = delete;
    NobodysRights& operator=(const NobodysRights&) = delete;

private:
    bool wasRoot_;
};

/// Everybody may go through the folders above; how the file and its folder are is up to the test.
void setPermissions(const std::filesystem::path& file, std::filesystem::perms ofFile,
                    std::filesystem::perms ofFolder)
{
    using std::filesystem::perms;
    const std::filesystem::path folder = file.parent_path();
    permissions(folder.parent_path(), perms::owner_all | perms::group_exec | perms::others_exec);
    permissions(file, ofFile);
    permissions(folder, ofFolder);
}

constexpr auto kReadFile = std::filesystem::perms(0444);
constexpr auto kWriteFile = std::filesystem::perms(0666);
constexpr auto kReadFolder = std::filesystem::perms(0555);
constexpr auto kWriteFolder = std::filesystem::perms(0777);

/// Sets a variable of the environment and puts the old value back; null: it isn't set.
class Variable {
public:
    Variable(const char* name, const char* value)
        : name_(name)
    {
        if (const char* old = std::getenv(name)) {
            old_ = old;
        }
        value == nullptr ? unsetenv(name) : setenv(name, value, 1);
    }
    ~Variable() { old_ ? setenv(name_, old_->c_str(), 1) : unsetenv(name_); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* name_;
    std::optional<std::string> old_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(the_file_of_the_own_catalog)

BOOST_AUTO_TEST_CASE(it_is_made_with_its_folder_and_nothing_else_lies_there_once_it_is_closed)
{
    const OwnCatalog own;
    BOOST_REQUIRE(Overlay::open(own.path()));
    const std::filesystem::directory_iterator all(own.path().parent_path());
    BOOST_TEST(std::distance(begin(all), end(all)) == 1);
    BOOST_TEST(own.overlay().read()->parts.empty());
}

BOOST_AUTO_TEST_CASE(a_sound_one_is_left_as_it_is_by_opening)
{
    BOOST_TEST(SpoiltCatalog().error() == "");
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_named_as_such)
{
    const SpoiltCatalog spoilt;
    spoilt.write("");
    BOOST_TEST(spoilt.error() ==
               "'PATH' is not your catalog: it is an empty file; put a copy of your catalog in its place or "
               "remove it to begin anew");
}

BOOST_AUTO_TEST_CASE(a_text_is_no_catalog)
{
    const SpoiltCatalog spoilt;
    spoilt.write(std::string(5000, 'x'));
    BOOST_TEST(spoilt.error() == "'PATH' is not your catalog: it is no SQLite file");
}

BOOST_AUTO_TEST_CASE(a_folder_in_its_place_is_named_as_such)
{
    const OwnCatalog own;
    std::filesystem::create_directories(own.path() / "something");
    BOOST_TEST(messageOf(Overlay::open(own.path())) ==
               "'" + own.path().string() + "' is a folder, expected the file of your catalog");
}

BOOST_AUTO_TEST_CASE(a_database_of_another_program_is_left_alone)
{
    const SpoiltCatalog spoilt;
    spoilt.execute("PRAGMA application_id = 1");
    BOOST_TEST(spoilt.error() == "'PATH' is not your catalog: it is a database of another program");
}

BOOST_AUTO_TEST_CASE(the_shipped_catalog_is_not_the_users)
{
    const SpoiltCatalog spoilt;
    std::filesystem::copy_file(findCatalog().value(), spoilt.path(),
                               std::filesystem::copy_options::overwrite_existing);
    BOOST_TEST(spoilt.error() == "'PATH' is not your catalog: it is a database of another program");
}

BOOST_AUTO_TEST_CASE(one_of_a_newer_program_is_refused_as_such)
{
    const SpoiltCatalog spoilt;
    spoilt.execute("PRAGMA user_version = 99");
    BOOST_TEST(spoilt.error() ==
               "your catalog 'PATH' was made by a newer version of the program (schema 99, this version "
               "reads 2)");
}

BOOST_AUTO_TEST_CASE(one_that_a_newer_program_updates_while_it_is_open_is_written_no_more)
{
    const OwnCatalog own;
    Overlay overlay = own.overlay();
    Database::create(own.path()).execute("PRAGMA user_version = 99");
    BOOST_TEST(messageOf(overlay.apply(only(ownDrive("rocket")), "Add")).ends_with("reads 2)"));
    BOOST_TEST(messageOf(overlay.read()).ends_with("reads 2)"));
}

BOOST_AUTO_TEST_CASE(one_cut_short_is_damaged)
{
    const SpoiltCatalog spoilt;
    std::filesystem::resize_file(spoilt.path(), std::filesystem::file_size(spoilt.path()) / 2);
    BOOST_TEST(spoilt.error().starts_with("your catalog 'PATH' is damaged: "));
}

BOOST_AUTO_TEST_CASE(one_cut_within_its_header_is_damaged)
{
    const SpoiltCatalog spoilt;
    std::filesystem::resize_file(spoilt.path(), 90);
    BOOST_TEST(!spoilt.error().empty());
}

BOOST_AUTO_TEST_CASE(one_with_overwritten_pages_is_damaged)
{
    const SpoiltCatalog spoilt;
    std::string bytes = contentsOf(spoilt.path());
    bytes.replace(bytes.size() / 3, 6000, std::string(6000, '\x7f'));
    spoilt.write(bytes);
    BOOST_TEST(spoilt.error().starts_with("your catalog 'PATH' is damaged: "));
}

BOOST_AUTO_TEST_CASE(a_price_without_its_part_is_damage)
{
    const SpoiltCatalog spoilt;
    spoilt.execute(
        "INSERT INTO prices VALUES ('lost', 100, 'USD', 'quote', 'US', 'shop', '2026-08-01', NULL, '', 0)");
    BOOST_TEST(spoilt.error() == "your catalog 'PATH' is damaged: a row of prices has no part");
}

BOOST_AUTO_TEST_CASE(a_word_that_nobody_writes_is_damage_and_the_shipped_catalog_is_still_there)
{
    const SpoiltCatalog spoilt;
    spoilt.execute("UPDATE parts SET cells = '[1, 2]'");
    CatalogStore store = spoilt.store();
    BOOST_TEST(!store.overlayProblem());
    const auto view = store.read().value();
    BOOST_TEST(view->find(PartId("rtx-4090")) != nullptr);
    BOOST_TEST(store.overlayProblem().value().message.ends_with("is damaged: unexpected cells '[1, 2]'"));
}

BOOST_AUTO_TEST_CASE(a_bad_one_leaves_the_shipped_catalog_and_nothing_can_be_changed)
{
    const SpoiltCatalog spoilt;
    spoilt.write("not a database");
    CatalogStore store = spoilt.store();
    BOOST_REQUIRE(store.overlayProblem().has_value());
    BOOST_TEST(store.overlayProblem()->message ==
               "'" + spoilt.path().string() + "' is not your catalog: it is no SQLite file");
    BOOST_TEST(store.read().value()->find(PartId("rtx-4090")) != nullptr);
    BOOST_TEST(messageOf(store.apply(only(ownDrive("rocket")), "Add")) == store.overlayProblem()->message);
    BOOST_TEST(messageOf(store.undo()) == store.overlayProblem()->message);
    BOOST_TEST(contentsOf(spoilt.path()) == "not a database");
}

BOOST_AUTO_TEST_CASE(one_that_another_program_has_for_itself_is_locked)
{
    const SpoiltCatalog spoilt;
    Database other = Database::create(spoilt.path());
    other.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE parts SET note = 'x'");
    BOOST_TEST(messageOf(Overlay::open(spoilt.path())) ==
               "your catalog '" + spoilt.path().string() +
                   "' is locked by another program; close it or try again");
}

BOOST_AUTO_TEST_CASE(a_change_during_anothers_long_transaction_is_told_to_wait_and_reading_goes_on)
{
    const OwnCatalog own;
    Overlay overlay = own.overlay();
    Database other = Database::create(own.path());
    other.execute("BEGIN IMMEDIATE");
    BOOST_TEST(messageOf(overlay.apply(only(ownDrive("rocket")), "Add")) ==
               "your catalog '" + own.path().string() +
                   "' is locked by another program; close it or try again");
    BOOST_TEST(overlay.read().has_value());
    other.execute("ROLLBACK");
    BOOST_TEST(messageOf(overlay.apply(only(ownDrive("rocket")), "Add")) == "");
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_written_is_named)
{
    const SpoiltCatalog spoilt;
    setPermissions(spoilt.path(), kReadFile, kWriteFolder);
    const NobodysRights nobody;
    BOOST_TEST(spoilt.error().starts_with("can't write your catalog 'PATH': the file and its folder must be "
                                          "writable ("));
}

BOOST_AUTO_TEST_CASE(a_file_in_a_folder_that_may_not_be_written_is_named)
{
    const SpoiltCatalog spoilt;
    setPermissions(spoilt.path(), kWriteFile, kReadFolder);
    const NobodysRights nobody;
    BOOST_TEST(spoilt.error().starts_with("can't write your catalog 'PATH': the file and its folder must be "
                                          "writable ("));
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_read_is_named)
{
    const SpoiltCatalog spoilt;
    setPermissions(spoilt.path(), std::filesystem::perms::none, kWriteFolder);
    const NobodysRights nobody;
    BOOST_TEST(messageOf(Overlay::open(spoilt.path())) ==
               "can't read your catalog '" + spoilt.path().string() + "': Permission denied");
}

BOOST_AUTO_TEST_CASE(a_folder_that_can_not_be_made_is_named_and_a_later_change_may_find_one)
{
    const OwnCatalog own;
    std::ofstream(own.path().parent_path()) << "in the way";
    CatalogStore store = own.store();
    BOOST_TEST(messageOf(store.apply(only(ownDrive("rocket")), "Add"))
                   .starts_with("can't make the folder '" + own.path().parent_path().string() +
                                "' of your catalog: "));
    std::filesystem::remove(own.path().parent_path());
    BOOST_TEST(messageOf(store.apply(only(ownDrive("rocket")), "Add")) == "");
}

BOOST_AUTO_TEST_CASE(it_is_where_the_environment_says)
{
    const Variable named("RIGWRIGHT_OVERLAY", "/a/b.sqlite");
    BOOST_TEST(findOverlay().value() == "/a/b.sqlite");
}

BOOST_AUTO_TEST_CASE(it_is_in_the_folder_for_data_and_else_in_the_home)
{
    const Variable named("RIGWRIGHT_OVERLAY", nullptr);
    const Variable home("HOME", "/home/me");
    {
        const Variable data("XDG_DATA_HOME", "/data");
        BOOST_TEST(findOverlay().value() == "/data/rigwright/catalog.sqlite");
    }
    // "All paths set in these environment variables must be absolute. If an implementation encounters a relative path … it
    // should consider the path invalid and ignore it" (XDG Base Directory Specification 0.8).
    const Variable relative("XDG_DATA_HOME", "data");
    BOOST_TEST(findOverlay().value() == "/home/me/.local/share/rigwright/catalog.sqlite");
}

BOOST_AUTO_TEST_CASE(without_any_variable_there_is_no_place_for_it)
{
    const Variable named("RIGWRIGHT_OVERLAY", nullptr);
    const Variable data("XDG_DATA_HOME", nullptr);
    const Variable home("HOME", nullptr);
    BOOST_TEST(messageOf(findOverlay()) ==
               "no place for your catalog: set HOME, XDG_DATA_HOME or RIGWRIGHT_OVERLAY");
}

BOOST_AUTO_TEST_SUITE_END()
