// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"

#include "bom/formats/pdf_application.h"
#include "bom/order_fixture.h"
#include "bom/written_documents.h"
#include "support/temporary_folder.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cctype>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <sys/resource.h>

using namespace rigwright;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kNames{"a.xlsx", "a.csv", "a.pdf", "a.html", "a.md", "a.json"};

std::string contents(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

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

/// A locale whose decimal mark is a comma, made for the test.
class GermanLocale {
public:
    GermanLocale()
    {
        const std::string make =
            "localedef -i de_DE -f UTF-8 '" + (folder_.path() / "de_DE.UTF-8").string() + "' 2>/dev/null";
        if (std::system(make.c_str()) != 0) {
            return;
        }
        setenv("LOCPATH", folder_.path().c_str(), 1);
        locale_ = newlocale(LC_ALL_MASK, "de_DE.UTF-8", nullptr);
    }
    ~GermanLocale()
    {
        if (isThere()) {
            freelocale(locale_);
        }
        unsetenv("LOCPATH");
    }
    GermanLocale(const GermanLocale&) = delete;
    GermanLocale& operator=(const GermanLocale&) = delete;

    [[nodiscard]] bool isThere() const { return locale_ != locale_t{}; }

    template <class Work>
    [[nodiscard]] std::string inProcess(Work work) const
    {
        BOOST_REQUIRE(std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr);
        std::string result = work();
        BOOST_TEST(std::localeconv()->decimal_point == std::string(","));
        std::setlocale(LC_ALL, "C");
        return result;
    }

    template <class Work>
    [[nodiscard]] std::string onThread(Work work) const
    {
        const locale_t before = uselocale(locale_);
        std::string result = work();
        BOOST_TEST(std::localeconv()->decimal_point == std::string(","));
        uselocale(before);
        return result;
    }

private:
    TemporaryFolder folder_;
    locale_t locale_{};
};

/// What a PDF says; the file itself has the time in it.
std::string pdfText(const fs::path& path)
{
    const fs::path text = path.string() + ".txt";
    BOOST_REQUIRE(
        std::system(("pdftotext -layout '" + path.string() + "' '" + text.string() + "'").c_str()) == 0);
    return contents(text);
}

} // namespace

BOOST_AUTO_TEST_SUITE(export_document, *boost::unit_test::fixture<PdfApplication>())

BOOST_DATA_TEST_CASE(the_extension_chooses_the_format_in_any_case, boost::unit_test::data::make(kNames))
{
    const TemporaryFolder folder;
    std::string capitals = sample;
    std::ranges::transform(capitals, capitals.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    for (const fs::path& path : {folder.path() / sample, folder.path() / capitals}) {
        const auto written = exportDocument(smallDocument(), path);
        BOOST_TEST(written.has_value(), (written ? "" : written.error().message));
        BOOST_TEST(fs::file_size(path) > 100U);
    }
}

BOOST_AUTO_TEST_CASE(another_extension_is_refused_with_those_that_are_known)
{
    for (const char* name : {"a.docx", "a", "a.pdf.gz", ".pdf"}) {
        const auto written = exportDocument(smallDocument(), fs::path("/tmp") / name);
        BOOST_TEST(
            written.error().message ==
            "/tmp/" + std::string(name) +
                ": unknown format: expected a name that ends in .xlsx, .csv, .pdf, .html, .md or .json");
    }
}

BOOST_DATA_TEST_CASE(a_full_disk_is_one_message_and_keeps_the_old_file, boost::unit_test::data::make(kNames))
{
    const TemporaryFolder folder;
    const fs::path path = folder.path() / sample;
    std::ofstream(path) << "the last good one";
    // Large enough to be larger than each of these disks in every format.
    const Document document = OrderFixture(Currency::usd(), 200, 2).document();
    for (const rlim_t size : {0U, 100U, 4096U}) {
        const auto written = [&] {
            const SmallDisk disk(size);
            return exportDocument(document, path);
        }();
        BOOST_REQUIRE(!written.has_value());
        BOOST_TEST(written.error().message.starts_with(path.string() + ": can't be written"),
                   written.error().message);
        BOOST_TEST(written.error().message.find('\n') == std::string::npos);
    }
    BOOST_TEST(contents(path) == "the last good one");
    BOOST_TEST(folder.entries() == 1U);
}

BOOST_DATA_TEST_CASE(an_old_file_keeps_its_permissions_and_a_link_its_place,
                     boost::unit_test::data::make(kNames))
{
    const TemporaryFolder folder;
    const fs::path real = folder.path() / ("real_" + sample);
    const fs::path link = folder.path() / sample;
    std::ofstream(real) << "old";
    constexpr fs::perms kShared = fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read;
    fs::permissions(real, kShared);
    fs::create_symlink(real.filename(), link);
    BOOST_TEST(exportDocument(smallDocument(), link).has_value());
    BOOST_TEST(fs::is_symlink(link));
    BOOST_TEST(contents(real) != "old");
    BOOST_TEST((fs::status(real).permissions() == kShared));
    BOOST_TEST(folder.entries() == 2U);
}

BOOST_DATA_TEST_CASE(a_decimal_comma_of_the_process_or_the_thread_changes_nothing,
                     boost::unit_test::data::make(kNames))
{
    const GermanLocale german;
    if (!german.isThere()) {
        BOOST_TEST_MESSAGE("skipped: this system can't make a German locale");
        return;
    }
    const TemporaryFolder folder;
    const Document document = OrderFixture(Currency::usd(), 3, 2).document();
    const auto written = [&](const std::string& kind) {
        const fs::path path = folder.path() / (kind + sample);
        BOOST_REQUIRE(exportDocument(document, path).has_value());
        return sample == "a.pdf" ? pdfText(path) : contents(path);
    };
    const std::string plain = written("plain_");
    BOOST_TEST((german.inProcess([&] { return written("process_"); }) == plain));
    BOOST_TEST((german.onThread([&] { return written("thread_"); }) == plain));
}

BOOST_DATA_TEST_CASE(a_device_is_no_file_to_replace, boost::unit_test::data::make(kNames))
{
    const TemporaryFolder folder;
    const fs::path path = folder.path() / sample;
    fs::create_symlink("/dev/full", path);
    const auto written = exportDocument(smallDocument(), path);
    BOOST_TEST(written.error().message == path.string() + ": is not a regular file");
}

BOOST_AUTO_TEST_SUITE_END()
