// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/quote_fixture.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <cstdlib>

using namespace rigwright;
using namespace rigwright::test;

BOOST_AUTO_TEST_SUITE(hostile_quotes)

BOOST_AUTO_TEST_CASE(a_hostile_file_is_refused_in_one_line_and_within_limits)
{
    const TemporaryFolder folder;
    const auto form = folder.path() / "form.xlsx";
    BOOST_REQUIRE(writeQuoteRequest(smallRequest(), form).has_value());
    const std::string command = std::string(RIGWRIGHT_PYTHON) +
        " '" RIGWRIGHT_QUOTE_TESTS "/make_hostile.py' '" + form.string() + "' '" + folder.path().string() +
        "'";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
    const std::pair<const char*, const char*> files[] = {
        {"bomb.xlsx", "'xl/worksheets/sheet1.xml' in it is too large for a form"},
        {"strings.xlsx", "has too many texts for a form"},
        {"laughs.xlsx", "holds a document type, which no workbook has"},
        {"external.xlsx", "holds a document type, which no workbook has"},
        {"path.xlsx", "names a sheet that it doesn't have"},
        {"deep.xlsx", "is nested too deep"},
        {"text.xlsx", "is damaged in line 1"},
        {"word.xlsx", "is no form of a request for quotation: "},
        {"empty.xlsx", "is empty"},
        {"half.xlsx", "is damaged: expected a workbook (.xlsx)"},
        {"head.xlsx", "is damaged: expected a workbook (.xlsx)"},
        {"other.xlsx", "is no workbook (.xlsx)"},
        {"picture.xlsx", "is no text in UTF-8 and no workbook (.xlsx)"},
        {"cells.csv", "has too many cells for a form"},
        {"quote.csv", "row 2: a quoted cell has no end"},
        {"missing.xlsx", "no such file"},
        {"", "no such file"},
    };
    for (const auto& [name, message] : files) {
        const auto path = folder.path() / name;
        const auto read = readQuoteFile(path, smallRequest(), quoteCatalog());
        BOOST_REQUIRE_MESSAGE(!read.has_value(), name);
        BOOST_TEST(read.error().message.starts_with(path.string() + ": " + message), read.error().message);
        BOOST_TEST(read.error().message.find('\n') == std::string::npos, name);
    }
    // A damaged part is said to be so; a part that isn't read may be damaged.
    const auto flipped = readQuoteFile(folder.path() / "flipped.xlsx", smallRequest(), quoteCatalog());
    BOOST_TEST((!flipped || flipped->quote.lines.empty()));
    // Empty rows are nothing.
    const auto rows = readQuoteFile(folder.path() / "rows.csv", smallRequest(), quoteCatalog());
    BOOST_REQUIRE(rows.has_value());
    BOOST_TEST(rows->unanswered.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_form_on_two_sheets_or_without_its_keys_is_refused)
{
    const TemporaryFolder folder;
    BOOST_REQUIRE(writeQuoteRequest(smallRequest(), folder.path() / "form.xlsx").has_value());
    const auto edited = [&](const std::string& edit) {
        const auto path = folder.path() / "edited.xlsx";
        const std::string command = std::string(RIGWRIGHT_PYTHON) +
            " -c \"import openpyxl; b = openpyxl.load_workbook('" + (folder.path() / "form.xlsx").string() +
            "'); s = b.active; " + edit + "; b.save('" + path.string() + "')\"";
        BOOST_REQUIRE(std::system(command.c_str()) == 0);
        const auto read = readQuoteFile(path, smallRequest(), quoteCatalog());
        return read ? "" : read.error().message.substr(path.string().size() + 2);
    };
    BOOST_TEST(edited("b.copy_worksheet(s)") ==
               "has the form on two sheets, 'RFQ' and 'RFQ Copy': delete one");
    BOOST_TEST(
        edited("s['A10'] = None") ==
        "is no form of a request for quotation: expected a row with the keys 'line_id' and 'unit_price'");
    BOOST_TEST(edited("s['F10'] = None") == "row 10: the key 'quantity' is missing");
    BOOST_TEST(edited("s['H10'] = 'remarks'") == "row 10: the key 'remarks' stands there twice");
}

BOOST_AUTO_TEST_SUITE_END()
