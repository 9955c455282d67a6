// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/whole_file.h"

#include "bom/export.h"

#include "bom/formats/pdf_application.h"
#include "bom/written_documents.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

using namespace rigwright;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void put(const fs::path& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
}

Expected<void> writeHello(const fs::path& path)
{
    return writeWholeFile(path, [](const fs::path& temporary) -> Expected<void> {
        put(temporary, "hello");
        return {};
    });
}

std::string exportError(const fs::path& path)
{
    const auto written = exportDocument(smallDocument(), path);
    return written ? "no error" : written.error().message;
}

} // namespace

BOOST_AUTO_TEST_SUITE(whole_file, *boost::unit_test::fixture<PdfApplication>())

BOOST_AUTO_TEST_CASE(a_new_file_appears_alone)
{
    const TemporaryFolder folder;
    BOOST_TEST(writeHello(folder.path() / "new").has_value());
    BOOST_TEST(contents(folder.path() / "new") == "hello");
    BOOST_TEST(folder.entries() == 1U);
}

BOOST_AUTO_TEST_CASE(an_old_file_is_replaced_and_keeps_its_permissions)
{
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "old";
    put(path, "a longer old text");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    BOOST_TEST(writeHello(path).has_value());
    BOOST_TEST(contents(path) == "hello");
    BOOST_TEST((fs::status(path).permissions() ==
                (fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read)));
    BOOST_TEST(folder.entries() == 1U);
}

BOOST_AUTO_TEST_CASE(a_link_is_followed)
{
    const TemporaryFolder folder;
    put(folder.path() / "real", "old");
    fs::create_symlink("real", folder.path() / "link");
    BOOST_TEST(writeHello(folder.path() / "link").has_value());
    BOOST_TEST(fs::is_symlink(folder.path() / "link"));
    BOOST_TEST(contents(folder.path() / "real") == "hello");
}

BOOST_AUTO_TEST_CASE(a_failing_writer_leaves_the_old_file_and_nothing_else)
{
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "old";
    put(path, "old");
    const auto written = writeWholeFile(path, [](const fs::path& temporary) -> Expected<void> {
        put(temporary, "half");
        return fail("no more");
    });
    BOOST_TEST(written.error().message == path.string() + ": no more");
    BOOST_TEST(contents(path) == "old");
    BOOST_TEST(folder.entries() == 1U);
}

BOOST_AUTO_TEST_CASE(a_throwing_writer_leaves_nothing_either)
{
    const TemporaryFolder folder;
    const auto write = [&] {
        (void)writeWholeFile(folder.path() / "new",
                             [](const fs::path&) -> Expected<void> { throw std::bad_alloc(); });
    };
    BOOST_CHECK_THROW(write(), std::bad_alloc);
    BOOST_TEST(folder.entries() == 0U);
}

BOOST_AUTO_TEST_CASE(places_that_hold_no_file_are_refused_by_name)
{
    const TemporaryFolder folder;
    put(folder.path() / "file", "x");
    fs::create_directory(folder.path() / "folder.csv");
    const std::string base = folder.path().string();
    for (const std::string extension : {".xlsx", ".csv", ".pdf", ".html", ".md", ".json"}) {
        const std::string missing = base + "/none/bom" + extension;
        BOOST_TEST(exportError(missing) == missing + ": the directory " + base + "/none does not exist");
        const std::string under = base + "/file/bom" + extension;
        BOOST_TEST(exportError(under) == under + ": " + base + "/file is not a directory");
    }
    BOOST_TEST(exportError(base + "/folder.csv") ==
               base + "/folder.csv: is a directory: expected the name of a file");
    BOOST_TEST(folder.entries() == 2U);
    BOOST_TEST(writeHello("/dev/null").error().message == "/dev/null: is not a regular file");
    BOOST_TEST(writeHello("").error().message == "the output: expected the name of a file");
    // Nobody creates files there, not even root.
    BOOST_TEST(writeHello("/proc/bom").error().message.starts_with("/proc/bom: can't write in /proc: "));
}

BOOST_AUTO_TEST_SUITE_END()
