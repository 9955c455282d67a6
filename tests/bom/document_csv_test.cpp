// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"

#include "bom/order_fixture.h"
#include "bom/workbook_reader.h"

#include <boost/test/unit_test.hpp>

#include <cmath>

using namespace rigwright;

namespace {

std::string csvOf(const DocumentTable& table, const CsvOptions& options = {})
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "bom.csv";
    const auto written = writeCsv(documentOf({table}), path, options);
    BOOST_REQUIRE_MESSAGE(written.has_value(), (written ? "" : written.error().message));
    return fileContents(path);
}

/// The field of the only cell, as it stands in the file.
std::string fieldOf(const CellValue& value, const CsvOptions& options = {})
{
    DocumentTable table = textTable("bom", {"h"}, {});
    table.rows.push_back({DocumentRow::Kind::Line, {cellOf(value)}});
    const std::string head = "\xEF\xBB\xBFh\r\n";
    const std::string text = csvOf(table, options);
    BOOST_REQUIRE(text.starts_with(head));
    BOOST_REQUIRE(text.ends_with("\r\n"));
    return text.substr(head.size(), text.size() - head.size() - 2);
}

std::string errorOf(const Document& document, const CsvOptions& options)
{
    const TemporaryFolder folder;
    const auto written = writeCsv(document, folder.path() / "bom.csv", options);
    BOOST_TEST(folder.entries() == 0U);
    return written ? "" : written.error().message;
}

const CsvOptions kGerman{';', ','};

} // namespace

BOOST_AUTO_TEST_SUITE(document_csv)

BOOST_AUTO_TEST_CASE(rows_stand_below_their_head)
{
    DocumentTable table = textTable("bom", {"No.", "Part"}, {{"1.1", "card"}, {"", "Total"}});
    BOOST_TEST(csvOf(table) == "\xEF\xBB\xBFNo.,Part\r\n1.1,card\r\n,Total\r\n");
    BOOST_TEST(csvOf(table, kGerman) == "\xEF\xBB\xBFNo.;Part\r\n1.1;card\r\n;Total\r\n");
    BOOST_TEST(csvOf(table, {'\t', ','}) == "\xEF\xBB\xBFNo.\tPart\r\n1.1\tcard\r\n\tTotal\r\n");
}

BOOST_AUTO_TEST_CASE(figures_have_the_decimal_mark_and_nothing_else)
{
    const Money amount(123'456'789, Currency::usd());
    BOOST_TEST(fieldOf(amount) == "1234567.89");
    BOOST_TEST(fieldOf(amount, kGerman) == "1234567,89");
    BOOST_TEST(fieldOf(Money(-7, Currency::usd()), kGerman) == "-0,07");
    BOOST_TEST(fieldOf(Money(110'233, Currency::parse("JPY").value())) == "110233");
    BOOST_TEST(fieldOf(MoneyRate(180'000, Currency::usd()), kGerman) == "0,18");
    BOOST_TEST(fieldOf(std::int64_t{-1234567}) == "-1234567");
    BOOST_TEST(fieldOf(Decimal{1234.5, 2}, kGerman) == "1234,50");
    BOOST_TEST(fieldOf(Share(77'000), kGerman) == "7,7%");
    BOOST_TEST(fieldOf(Date{2026, 8, 1}, kGerman) == "2026-08-01");
    BOOST_TEST(fieldOf(Decimal{std::nan(""), 2}) == "");
    BOOST_TEST(fieldOf(CellValue()) == "");
}

BOOST_AUTO_TEST_CASE(fields_are_quoted_as_rfc_4180_says)
{
    BOOST_TEST(fieldOf("2,5\" drive\r\nblack") == "\"2,5\"\" drive\r\nblack\"");
    // Another program may take another separator.
    BOOST_TEST(fieldOf("a;b") == "\"a;b\"");
    BOOST_TEST(fieldOf("a\tb") == "\"a\tb\"");
    BOOST_TEST(fieldOf("a b") == "a b");
}

BOOST_AUTO_TEST_CASE(no_text_can_become_a_formula)
{
    for (const std::string start :
         {"=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "  @", "\xE3\x80\x80="}) {
        BOOST_TEST(fieldOf(start + "1+1") == "'" + start + "1+1", start);
    }
    BOOST_TEST(fieldOf("\t1") == "\"'\t1\"");
    BOOST_TEST(fieldOf("\r1") == "\"'\r1\"");
    // What the sign protects is the cell, not the field: quotes are no protection.
    BOOST_TEST(fieldOf("=A(\"x\",\"y\")") == "\"'=A(\"\"x\"\",\"\"y\"\")\"");
    BOOST_TEST(fieldOf("a-b+c=d@e") == "a-b+c=d@e");
}

// A reader that splits at ; takes what follows one inside our quotes for a cell of its own.
BOOST_AUTO_TEST_CASE(no_part_of_a_text_can_become_a_formula_for_another_separator)
{
    BOOST_TEST(fieldOf("a;=1") == "\"a;'=1\"");
    BOOST_TEST(fieldOf("a\t @x") == "\"a\t '@x\"");
    BOOST_TEST(fieldOf("a\n=1") == "\"a\n'=1\"");
    BOOST_TEST(fieldOf("0 °C, -5 °C") == "\"0 °C, -5 °C\"");
    BOOST_TEST(fieldOf("a,=1", kGerman) == "\"a,'=1\"");
    BOOST_TEST(fieldOf("a;=1", kGerman) == "\"a;=1\"");
}

BOOST_AUTO_TEST_CASE(a_document_without_a_bill_of_materials_is_all_that_it_says)
{
    DocumentTable causes = textTable("change_causes", {"Cause", "Difference"}, {{"Price", "=1"}});
    causes.title = "Why";
    const TemporaryFolder folder;
    const auto path = folder.path() / "diff.csv";
    const Document document =
        documentOf({DocumentText{"Since, then"}, causes, textTable("parts", {"Part"}, {{"card"}})});
    BOOST_REQUIRE(writeCsv(document, path).has_value());
    BOOST_TEST(
        fileContents(path) ==
        "\xEF\xBB\xBF\"Since, then\"\r\n\r\nWhy\r\nCause,Difference\r\nPrice,'=1\r\n\r\nPart\r\ncard\r\n");
}

BOOST_AUTO_TEST_CASE(chinese_and_broken_text_arrive_as_utf8)
{
    BOOST_TEST(fieldOf("显卡") == "显卡");
    BOOST_TEST(fieldOf("a\xff") == "a\xEF\xBF\xBD");
}

BOOST_AUTO_TEST_CASE(options_that_no_reader_could_tell_apart_are_refused)
{
    const Document document = documentOf({textTable("bom", {"h"}, {})});
    BOOST_TEST(errorOf(document, {',', ','}).find("unknown decimal mark") != std::string::npos);
    BOOST_TEST(errorOf(document, {';', ';'}).find("unknown decimal mark") != std::string::npos);
    BOOST_TEST(errorOf(document, {'|', '.'}).find("unknown separator") != std::string::npos);
    BOOST_TEST(errorOf(documentOf({}), {}).find("no bill of materials") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
