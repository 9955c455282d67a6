// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/export/csv_cells.h"
#include "catalog/export/export_csv.h"
#include "import_fixture.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <sstream>
#include <sys/resource.h>

using namespace rigwright;

namespace {

constexpr std::string_view kMark = "\xef\xbb\xbf";

std::string contentOf(const std::filesystem::path& path)
{
    std::ostringstream content;
    content << std::ifstream(path, std::ios::binary).rdbuf();
    return content.str();
}

std::string exported(const CatalogView& view, const std::string& table)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "table.csv";
    BOOST_REQUIRE(exportCsv(view, {{table}}, file).has_value());
    return contentOf(file);
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
    return text.replace(at, from.size(), to);
}

/// A view of the shipped parts with one more, whose note is this text.
CatalogView withNote(const std::string& note)
{
    CatalogChanges changes;
    changes.parts.push_back({PartId("my-nic"),
                             "network_cards",
                             true,
                             {{"manufacturer", "", "Maker"}, {"name", "", "Card"}, {"note", "", note}}});
    return laidOver(shippedView(), changes);
}

/// Stands in for a full disk: while it lives, no file of this process grows beyond a thousand bytes.
class SmallFiles {
public:
    SmallFiles()
        : oldHandler_(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &old_);
        rlimit small = old_;
        small.rlim_cur = 1'000;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles()
    {
        setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, oldHandler_);
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;

private:
    void (*oldHandler_)(int);
    rlimit old_{};
};

} // namespace

BOOST_AUTO_TEST_SUITE(importing_our_own_csv)

BOOST_AUTO_TEST_CASE(what_was_exported_changes_nothing)
{
    const TemporaryFolder folder;
    const auto files = exportCsv(shippedView(), {}, folder.path() / "export");
    BOOST_REQUIRE(files.has_value());
    BOOST_TEST(files->size() == partTables().size() + 1);
    const auto preview = importOf(folder.path() / "export", shippedView());
    BOOST_REQUIRE_MESSAGE(preview.has_value(), (preview ? "" : preview.error().message));
    std::int64_t offers = 0;
    for (const PartEntry& entry : shippedView().parts) {
        offers += static_cast<std::int64_t>(entry.offers.size());
    }
    const auto parts = static_cast<std::int64_t>(shippedView().parts.size());
    BOOST_TEST(preview->changes.empty(), partChanges(*preview));
    BOOST_TEST(problemsOf(*preview) == "");
    BOOST_TEST(preview->rows == parts + offers);
    BOOST_TEST(preview->unchanged == parts + offers);
    BOOST_TEST(preview->label == "Import of export");
}

BOOST_AUTO_TEST_CASE(a_changed_cell_is_one_change)
{
    const std::string edited = replaced(exported(shippedView(), "cpus"), ",6,12,2.5,", ",7,12,2.5,");
    BOOST_TEST(partChanges(previewOf("cpus.csv", edited)) == "core-i5-12400f: cores 6 -> 7");
}

BOOST_AUTO_TEST_CASE(a_file_may_hold_some_columns_in_any_order)
{
    const ImportPreview preview =
        previewOf("cpus.csv", "turbo_power_w,id\n118,core-i5-12400f\n150.0,core-i5-12600k\n");
    BOOST_TEST(partChanges(preview) == "core-i5-12400f: turbo_power_w 117 -> 118");
    BOOST_TEST(preview.rows == 2);
    BOOST_TEST(preview.matched == 2);
    BOOST_TEST(preview.unchanged == 1);
}

BOOST_AUTO_TEST_CASE(the_header_tells_the_table_where_the_name_does_not)
{
    BOOST_TEST(partChanges(previewOf("Book 1.csv", "id,turbo_power_w\ncore-i5-12400f,118\n")) ==
               "core-i5-12400f: turbo_power_w 117 -> 118");
    BOOST_TEST(
        errorOf("book.csv", "id,name\ncore-i5-12400f,x\n") ==
        "book.csv: neither the name of the file nor its header says of which table it is: name it after "
        "the table, such as cpus.csv");
}

BOOST_AUTO_TEST_CASE(an_empty_cell_says_that_nothing_is_known)
{
    BOOST_TEST(partChanges(previewOf("cpus.csv", "id,turbo_power_w\ncore-i5-12400f,\n")) ==
               "core-i5-12400f: turbo_power_w 117 -> ");
    BOOST_TEST(problemsOf(previewOf("cpus.csv", "id,name\ncore-i5-12400f,\n")) ==
               "cpus.csv:2:name: expected a text without spaces at its ends, got an empty cell");
}

BOOST_AUTO_TEST_CASE(spreadsheets_of_other_countries_are_read)
{
    const char* expected = "core-i5-12400f: base_ghz 2.5 -> 2.6";
    BOOST_TEST(partChanges(previewOf("cpus.csv", "id;base_ghz\r\ncore-i5-12400f;2,6\r\n")) == expected);
    BOOST_TEST(partChanges(previewOf("cpus.csv", "id\tbase_ghz\ncore-i5-12400f\t2.6\n")) == expected);
    BOOST_TEST(partChanges(previewOf("cpus.csv", std::string(kMark) + "id,base_ghz\ncore-i5-12400f,2.6")) ==
               expected);
    BOOST_TEST(partChanges(previewOf("cpus.csv", "sep=;\nid;base_ghz\ncore-i5-12400f;2,60\n")) == expected);
    BOOST_TEST(problemsOf(previewOf("cpus.csv", "id,base_ghz\ncore-i5-12400f,\"2,6\"\n")) ==
               "cpus.csv:2:base_ghz: expected a decimal point, got '2,6'");
}

BOOST_AUTO_TEST_CASE(a_new_part_needs_what_identifies_it)
{
    const ImportPreview preview =
        previewOf("network_cards.csv", "id,manufacturer,name,ports,note\nmy-nic,Maker,\"Card, new\",2,\n");
    BOOST_TEST(partChanges(preview) ==
               "my-nic: new manufacturer  -> Maker\n"
               "my-nic: new name  -> Card, new\n"
               "my-nic: new ports  -> 2\n"
               "my-nic: new source  -> network_cards.csv\n"
               "my-nic: new verification  -> unverified");
    BOOST_TEST(problemsOf(previewOf("cpus.csv", "id,cores\nmy-cpu,8\n")) ==
               "cpus.csv:2:id: no part is called 'my-cpu', and a new one needs the column 'manufacturer'");
    BOOST_TEST(problemsOf(previewOf("cpus.csv", "id,cores\nrtx-4090,8\n")) ==
               "cpus.csv:2:id: 'rtx-4090' is a part of the table accelerators");
}

BOOST_AUTO_TEST_CASE(an_unknown_column_is_named_with_the_nearest)
{
    const std::string error = errorOf("cpus.csv", "id,core\ncore-i5-12400f,8\n");
    BOOST_TEST(error.starts_with("cpus.csv: unknown column of the table cpus 'core': did you mean cores"),
               error);
}

BOOST_AUTO_TEST_CASE(bad_rows_are_left_out_and_told_by_line)
{
    const ImportPreview preview = previewOf("cpus.csv",
                                            "id,cores,socket\n"
                                            "core-i5-12400f,six,LGA1700\n"
                                            "core-i5-12600k,11,LGA1700,\n"
                                            "core-i5-13400f,11\n"
                                            "\n"
                                            "core-i5-12600k,12,LGA1700\n"
                                            "core-i5-13400f,11,LGA1700,x\n"
                                            "\"core-i5-13400f,11,LGA1700\n"
                                            "Core i5,11,LGA1700\n");
    BOOST_TEST(partChanges(preview) == "core-i5-12600k: cores 10 -> 11");
    BOOST_TEST(
        problemsOf(preview) ==
        "cpus.csv:2:cores: expected a number such as 1299.00, got 'six'\n"
        "cpus.csv:4: expected 3 cells as in the header, got 2\n"
        "cpus.csv:6:id: 'core-i5-12600k' is on line 3 already: lines 3 and 6 name the same part\n"
        "cpus.csv:7: expected 3 cells as in the header, got 4\n"
        "cpus.csv:8: a quote is not closed on its line\n"
        "cpus.csv:9:id: expected an id of lower-case letters, digits, '.', '+', '_' and '-', got 'Core i5'");
    BOOST_TEST(preview.problemCount == 6);
}

BOOST_AUTO_TEST_CASE(many_problems_are_counted_and_some_are_listed)
{
    std::string text = "id,cores\n";
    for (int i = 0; i < 1'500; ++i) {
        text += "core-i5-12400f\n";
    }
    const ImportPreview preview = previewOf("cpus.csv", text);
    BOOST_TEST(preview.problemCount == 1'500);
    BOOST_TEST(preview.problems.size() == kMostImportProblems);
}

BOOST_AUTO_TEST_CASE(a_system_may_refer_to_an_accelerator_of_the_same_import)
{
    const ImportFiles files;
    files.write("systems.csv",
                "id,manufacturer,name,accelerator\nmy-box,Maker,Box,my-gpu\nmy-box-2,Maker,Box,no-gpu\n");
    files.write("accelerators.csv", "id,manufacturer,name\nmy-gpu,Maker,GPU\n");
    const auto preview = importOf(files.folder(), shippedView());
    BOOST_REQUIRE(preview.has_value());
    BOOST_TEST(preview->changes.parts.size() == 2U);
    BOOST_TEST(problemsOf(*preview) ==
               "systems.csv:3:accelerator: expected an id of accelerators, got 'no-gpu'");
}

BOOST_AUTO_TEST_CASE(prices_become_the_users_own)
{
    const ImportPreview preview = previewOf("prices.csv",
                                            "part,date,kind,amount,currency,region,source,valid_until\n"
                                            "rtx-4090,2026-09-01,quote,\"$1,299.50\",USD,US,Shop,2026-09-30\n"
                                            "rtx-4090,2026/9/2,street,€1299,EUR,DE,Shop,\n"
                                            "rtx-4090,9/2/2026,street,1299,EUR,DE,Shop,\n"
                                            "rtx-4090,2026-09-02,street,€1299,USD,DE,Shop,\n"
                                            "rtx-4090,2026-09-02,street,1.299,USD,DE,Shop,\n"
                                            "rtx-9999,2026-09-02,street,1299,USD,DE,Shop,\n"
                                            "rtx-4090,2026-09-01,quote,1299.5,USD,US,Shop,\n");
    BOOST_REQUIRE(preview.changes.prices.size() == 2U);
    const Offer& quote = preview.changes.prices[0].offer;
    BOOST_TEST(quote.price.minorUnits() == 129'950);
    BOOST_TEST((quote.kind == PriceKind::Quote && quote.own && quote.date == Date{2026, 9, 1}));
    BOOST_TEST((quote.validUntil == Date{2026, 9, 30}));
    BOOST_TEST(preview.changes.prices[0].table == "accelerators");
    BOOST_TEST(preview.changes.prices[1].offer.price.minorUnits() == 129'900);
    BOOST_TEST(preview.changes.prices[1].offer.date.iso() == "2026-09-02");
    BOOST_TEST(problemsOf(preview) ==
               "prices.csv:4:date: expected a date such as 2026-08-18, got '9/2/2026'\n"
               "prices.csv:5:amount: expected an amount in USD such as 1299.00, got '€1299'\n"
               "prices.csv:6:amount: expected an amount above zero such as 1599.99, in the decimals of its "
               "currency, got '1.299'\n"
               "prices.csv:7:part: no part is called 'rtx-9999'\n"
               "prices.csv:8: lines 2 and 8 give the price of the same part, day, kind, region and source");
    const auto again = laidOver(shippedView(), preview.changes);
    BOOST_TEST(previewOf("prices.csv", exported(again, "prices"), again).changes.empty());
}

BOOST_AUTO_TEST_CASE(no_cell_is_a_formula_and_each_reads_back_as_it_was)
{
    for (const std::string note : {"=1+1", "+49 30", "-5", "@user", "'quoted", "''", "'", "'=x",
                                   "say \"hi\", you", "a;b", "＝1", "中文", "2.5\"", "sep=;"}) {
        const CatalogView view = withNote(note);
        const std::string text = exported(view, "network_cards");
        const ImportPreview preview = previewOf("network_cards.csv", text, view);
        BOOST_TEST(preview.changes.empty(), note);
        BOOST_TEST(problemsOf(preview) == "", note);
    }
    BOOST_TEST(csvCell("=1+1") == "'=1+1");
    BOOST_TEST(csvCell("\t=1") == "\"'\t=1\"");
    BOOST_TEST(csvCell("-5") == "'-5");
    BOOST_TEST(csvCell("'quoted") == "''quoted");
    BOOST_TEST(textOfCsvCell("'tis") == "'tis");
}

BOOST_AUTO_TEST_CASE(files_that_are_no_text_are_told_apart)
{
    using namespace std::string_view_literals;
    const std::string workbook =
        "book.csv: is a ZIP file, perhaps a workbook (.xlsx): expected a text file in UTF-8";
    BOOST_TEST(errorOf("book.csv", "PK\x03\x04...."sv) == workbook);
    BOOST_TEST(errorOf("cpus.csv", "\xff\xfei\0d\0,\0"sv) ==
               "cpus.csv: is UTF-16 text: expected a text file in UTF-8");
    BOOST_TEST(errorOf("cpus.csv", "i\0d\0,\0c\0o\0r\0e\0s\0"sv) ==
               "cpus.csv: is UTF-16 text: expected a text file in UTF-8");
    BOOST_TEST(
        errorOf("cpus.csv", "id,note\ncore-i5-12400f,K\xfchler\n"sv) ==
        "cpus.csv: line 2: is not UTF-8 text, perhaps Windows-1252, Latin-1 or GB 18030: save the file as "
        "UTF-8");
    BOOST_TEST(errorOf("cpus.csv", "id,note\ncore-i5-12400f,a\0b\n"sv) ==
               "cpus.csv: line 2: holds a NUL byte, which no text does: expected UTF-8 text");
    BOOST_TEST(errorOf("cpus.csv", "id,note\rcore-i5-12400f,a\r"sv) ==
               "cpus.csv: line 1: holds a CR inside: expected lines that end in LF or CRLF");
    BOOST_TEST(errorOf("cpus.csv", "id,note\ncore-i5-12400f," + std::string(2'000'000, 'x')) ==
               "cpus.csv: line 2: is longer than 1 MiB: no row of a table is");
    BOOST_TEST(errorOf("cpus.csv", "").find("is of no known format") != std::string::npos);
    BOOST_TEST(errorOf("cpus.csv", "id,cores,cores\n") ==
               "cpus.csv: the header names the column 'cores' twice");
}

BOOST_AUTO_TEST_CASE(a_folder_a_pipe_or_nothing_is_no_file)
{
    const ImportFiles files;
    BOOST_TEST(importOf(files.folder() / "none.csv", shippedView()).error().message ==
               (files.folder() / "none.csv").string() + ": no such file");
    BOOST_TEST(importOf("/dev/zero", shippedView()).error().message == "/dev/zero: is no regular file");
    BOOST_TEST(importOf(files.folder(), shippedView()).error().message.find("is of no known format") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_file_with_too_many_rows_is_refused_before_it_is_read)
{
    const ImportFiles files;
    const std::filesystem::path path = files.write("cpus.csv", "id,cores\n");
    {
        std::ofstream stream(path, std::ios::binary | std::ios::app);
        const std::string block(1'000'000, '\n');
        for (int i = 0; i < 10; ++i) {
            stream << block;
        }
    }
    BOOST_TEST(importOf(path, shippedView()).error().message ==
               "cpus.csv: has more than 2000000 rows, which no catalog of parts has: import a part of it");
}

BOOST_AUTO_TEST_CASE(the_user_can_stop_an_import)
{
    const ImportFiles files;
    std::string text = "id,cores\n";
    for (int i = 0; i < 20'000; ++i) {
        text += "cpu-" + std::to_string(i) + ",8\n";
    }
    const std::filesystem::path path = files.write("cpus.csv", text);
    std::int64_t last = 0;
    const auto stopped = importOf(path, shippedView(), [&](std::int64_t done, std::int64_t total) {
        BOOST_TEST((done >= last && done <= total));
        BOOST_TEST(total == static_cast<std::int64_t>(text.size()));
        last = done;
        return done < 100'000;
    });
    BOOST_REQUIRE(!stopped.has_value());
    BOOST_TEST(stopped.error().message == "the import was stopped; nothing has changed");
    BOOST_TEST(last >= 100'000);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(exporting_csv)

BOOST_AUTO_TEST_CASE(one_table_is_one_file_with_a_byte_order_mark)
{
    const std::string text = exported(shippedView(), "network_cards");
    BOOST_TEST(text.starts_with(std::string(kMark) + "id,manufacturer,name,part_number,gbit_per_port,ports"));
    BOOST_TEST(text.ends_with("\r\n"));
}

BOOST_AUTO_TEST_CASE(the_users_own_can_be_exported_alone)
{
    const CatalogView view = withNote("mine");
    const TemporaryFolder folder;
    const auto files = exportCsv(view, {{"network_cards", "cpus"}, true}, folder.path() / "out");
    BOOST_REQUIRE(files.has_value());
    BOOST_REQUIRE(files->size() == 3U);
    const std::string cpus = contentOf(folder.path() / "out" / "cpus.csv");
    const std::string cards = contentOf(folder.path() / "out" / "network_cards.csv");
    BOOST_TEST(std::ranges::count(cpus, '\n') == 1);
    BOOST_TEST(std::ranges::count(cards, '\n') == 2);
    BOOST_TEST(std::ranges::count(contentOf(folder.path() / "out" / "prices.csv"), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_written_leaves_the_old_one)
{
    const ImportFiles files;
    const auto path = files.write("cpus.csv", "old");
    const auto missing = exportCsv(shippedView(), {{"cpus"}}, files.folder() / "none" / "cpus.csv");
    BOOST_REQUIRE(!missing.has_value());
    BOOST_TEST(missing.error().message ==
               (files.folder() / "none" / "cpus.csv").string() +
                   ": can't write the file: No such file or directory");
    const auto unknown = exportCsv(shippedView(), {{"cpu"}}, path);
    BOOST_REQUIRE(!unknown.has_value());
    BOOST_TEST(unknown.error().message.starts_with("unknown table 'cpu': did you mean cpus"));
    BOOST_TEST(contentOf(path) == "old");
    BOOST_TEST(exportCsv(shippedView(), {{"cpus"}}, files.folder()).error().message ==
               files.folder().string() + ": is a folder: expected the name of a file");
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_the_old_file_and_nothing_beside_it)
{
    const ImportFiles files;
    const auto path = files.write("cpus.csv", "old");
    Expected<std::vector<std::filesystem::path>> full;
    {
        const SmallFiles limit;
        full = exportCsv(shippedView(), {{"cpus"}}, path);
    }
    BOOST_REQUIRE(!full.has_value());
    BOOST_TEST(full.error().message == path.string() + ": can't write the file: File too large");
    BOOST_TEST(contentOf(path) == "old");
    BOOST_TEST(std::distance(std::filesystem::directory_iterator(files.folder()), {}) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
