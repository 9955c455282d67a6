// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/whole_file.h"

#include "bom/export.h"

#include "bom/bom_fixture.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <fstream>
#include <sstream>
#include <sys/resource.h>

using namespace rigwright;
namespace fs = std::filesystem;

namespace {

/// Lets no file grow beyond a size, as a full disk would.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes)
    {
        previousHandler_ = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &previous_);
        const rlimit small{bytes, previous_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &previous_);
        std::signal(SIGXFSZ, previousHandler_);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit previous_{};
    void (*previousHandler_)(int) = nullptr;
};

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
    const auto written = exportBom(bomOf({pricedLine(1, "part", "1", 1)}), evaluatedBuild(), path);
    return written ? "no error" : written.error().message;
}

} // namespace

BOOST_AUTO_TEST_SUITE(whole_file)

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
    for (const std::string extension : {".xlsx", ".csv"}) {
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

BOOST_AUTO_TEST_CASE(the_extension_chooses_the_format)
{
    const TemporaryFolder folder;
    BOOST_TEST(exportError(folder.path() / "a.XLSX") == "no error");
    BOOST_TEST(exportError(folder.path() / "a.csv") == "no error");
    BOOST_TEST(contents(folder.path() / "a.XLSX").starts_with("PK"));
    BOOST_TEST(contents(folder.path() / "a.csv").starts_with("\xEF\xBB\xBFNo."));
    for (const char* name : {"a.pdf", "a", ".xlsx", "a.xlsx.gz"}) {
        const std::string path = (folder.path() / name).string();
        BOOST_TEST(exportError(path) ==
                   path + ": unknown format: expected a name that ends in .xlsx or .csv");
    }
    BOOST_TEST(folder.entries() == 2U);
}

BOOST_AUTO_TEST_CASE(a_full_disk_keeps_the_old_file)
{
    for (const char* name : {"bom.csv", "bom.xlsx"}) {
        const TemporaryFolder folder;
        const fs::path path = folder.path() / name;
        put(path, "old");
        for (const rlim_t size : {0U, 100U, 4096U}) {
            std::vector<BomLine> lines(200, pricedLine(1, "a part with a name", "1", 1));
            const Bom bom = bomOf(lines);
            const SmallDisk disk(size);
            const auto written = exportBom(bom, evaluatedBuild(), path);
            BOOST_TEST(!written.has_value(), name << " of " << size);
            BOOST_TEST(
                (written ? "" : written.error().message).starts_with(path.string() + ": can't be written"));
        }
        BOOST_TEST(contents(path) == "old");
        BOOST_TEST(folder.entries() == 1U);
    }
}

BOOST_AUTO_TEST_SUITE_END()
