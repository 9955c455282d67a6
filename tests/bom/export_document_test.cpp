// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"

#include "bom/formats/pdf_application.h"
#include "bom/written_documents.h"
#include "support/temporary_folder.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cctype>
#include <csignal>
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

/// Lets no file grow beyond 100 bytes, as a full disk would.
class TinyDisk {
public:
    TinyDisk()
    {
        previousHandler_ = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &previous_);
        const rlimit tiny{100, previous_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tiny);
    }
    ~TinyDisk()
    {
        setrlimit(RLIMIT_FSIZE, &previous_);
        std::signal(SIGXFSZ, previousHandler_);
    }
    TinyDisk(const TinyDisk&) = delete;
    TinyDisk& operator=(const TinyDisk&) = delete;

private:
    rlimit previous_{};
    void (*previousHandler_)(int) = nullptr;
};

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
    const auto written = [&] {
        const TinyDisk disk;
        return exportDocument(smallDocument(), path);
    }();
    BOOST_REQUIRE(!written.has_value());
    BOOST_TEST(written.error().message.starts_with(path.string() + ": "));
    BOOST_TEST(written.error().message.find('\n') == std::string::npos);
    BOOST_TEST(contents(path) == "the last good one");
    BOOST_TEST(folder.entries() == 1U);
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
