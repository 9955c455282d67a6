// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/number_format.h"
#include "bom/quotes/read_sheet.h"
#include "bom/quotes/xlsx_parts.h"

#include <boost/test/unit_test.hpp>

#include <map>

using namespace rigwright;

namespace {

using Parts = std::map<std::string, std::string>;

const std::string kRelation = "<Relationship Id=\"";

/// The files of a workbook with one sheet, as programs write them.
Parts workbookWith(const std::string& rows, const std::string& afterRows = "")
{
    const std::string type = "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return {
        {"_rels/.rels",
         "<Relationships>" + kRelation + "r1" + type +
             "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
         "<workbook xmlns:r=\"urn:r\"><workbookPr/><sheets><sheet name=\"One\" sheetId=\"1\" "
         "r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships>" + kRelation + "r1" + type + "worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>" +
             kRelation + "r2" + type + "sharedStrings\" Target=\"sharedStrings.xml\"/>" + kRelation + "r3" +
             type + "styles\" Target=\"styles.xml\"/></Relationships>"},
        {"xl/sharedStrings.xml",
         "<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r><rPh sb=\"0\" "
         "eb=\"1\"><t>no</t></rPh></si>"
         "<si><t xml:space=\"preserve\"> a_x005F_b_x0009_c </t></si></sst>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"164\" "
         "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
         "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf "
         "numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
         "<xf numFmtId=\"10\"/></cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml",
         "<worksheet><sheetData>" + rows + "</sheetData>" + afterRows + "</worksheet>"},
    };
}

Expected<std::vector<FilledSheet>> readParts(const Parts& parts)
{
    return readWorkbook([&](const std::string& name) -> Expected<std::string> {
        const auto found = parts.find(name);
        return found == parts.end() ? std::string() : found->second;
    });
}

FilledSheet sheetOf(const Parts& parts)
{
    const auto sheets = readParts(parts);
    BOOST_REQUIRE_MESSAGE(sheets.has_value(), (sheets ? "" : sheets.error().message));
    BOOST_REQUIRE(sheets->size() == 1U);
    return sheets->front();
}

std::string errorOf(const Parts& parts)
{
    const auto sheets = readParts(parts);
    return sheets ? "" : sheets.error().message;
}

std::string serial(double number, bool from1904 = false)
{
    const auto day = dayOfSerial(number, from1904);
    return day ? day->iso() : "none";
}

} // namespace

BOOST_AUTO_TEST_SUITE(sheet_reader)

BOOST_AUTO_TEST_CASE(cells_of_every_type_are_read)
{
    const FilledSheet sheet =
        sheetOf(workbookWith("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" "
                             "t=\"s\"><v>1</v></c><c r=\"C2\" t=\"s\"><v>2</v></c>"
                             "<c r=\"D2\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c><c "
                             "r=\"E2\"><v>1234.5</v></c>"
                             "<c r=\"F2\" s=\"1\"><v>46022</v></c><c r=\"G2\" s=\"2\"><v>46022.75</v></c><c "
                             "r=\"H2\" s=\"3\"><v>0.19</v></c>"
                             "<c r=\"I2\" t=\"b\"><v>1</v></c><c r=\"J2\" t=\"e\"><v>#DIV/0!</v></c><c "
                             "r=\"K2\"><f>1+1</f><v>2</v></c>"
                             "<c r=\"L2\"><f>1+1</f><v></v></c><c r=\"M2\" t=\"str\"><f>\"a\"</f><v>a</v></c>"
                             "<c r=\"N2\" t=\"d\"><v>2025-12-31T00:00:00</v></c><c r=\"O2\" s=\"1\"/></row>"
                             "<row><c><v>7</v></c><c r=\"C3\"><v>8</v></c><c><v>9</v></c></row>"));
    BOOST_TEST(sheet.name == "One");
    BOOST_REQUIRE(sheet.rows.size() == 2U);
    const FilledRow& row = sheet.rows[0];
    using Kind = FilledCell::Kind;
    BOOST_TEST(row.number == 2U);
    BOOST_TEST(row.at(0).text == "plain");
    BOOST_TEST(row.at(1).text == "rich");
    BOOST_TEST(row.at(2).text == " a_b\tc ");
    BOOST_TEST(row.at(3).text == "inline");
    BOOST_TEST((row.at(4).kind == Kind::Number));
    BOOST_TEST(row.at(4).number == 1234.5);
    // 31 December 2025 is 46,022 days after 31 December 1899, with the day that never was.
    BOOST_TEST(row.at(5).day.iso() == "2025-12-31");
    BOOST_TEST(row.at(6).day.iso() == "2025-12-31");
    BOOST_TEST(row.at(7).percent);
    BOOST_TEST((row.at(8).kind == Kind::Boolean));
    BOOST_TEST((row.at(9).kind == Kind::Error));
    BOOST_TEST(row.at(10).number == 2);
    BOOST_TEST((row.at(11).kind == Kind::NoValue));
    BOOST_TEST(row.at(12).text == "a");
    BOOST_TEST(row.at(13).day.iso() == "2025-12-31");
    BOOST_TEST(row.at(14).isBlank());
    BOOST_TEST(sheet.rows[1].number == 3U);
    BOOST_TEST(sheet.rows[1].at(0).number == 7);
    BOOST_TEST(sheet.rows[1].at(3).number == 9);
}

BOOST_AUTO_TEST_CASE(days_count_from_1900_or_1904)
{
    BOOST_TEST(serial(1) == "1900-01-01");
    BOOST_TEST(serial(59) == "1900-02-28");
    BOOST_TEST(serial(60) == "none"); // 29 February 1900
    BOOST_TEST(serial(61) == "1900-03-01");
    BOOST_TEST(serial(36526) == "2000-01-01");
    BOOST_TEST(serial(2958465) == "9999-12-31");
    BOOST_TEST(serial(2958466) == "none");
    BOOST_TEST(serial(0) == "none");
    BOOST_TEST(serial(-1) == "none");
    BOOST_TEST(serial(0, true) == "1904-01-01");
    BOOST_TEST(serial(36526 - 1462, true) == "2000-01-01"); // 1,462 days apart
    Parts parts = workbookWith("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>35064</v></c></row>");
    parts["xl/workbook.xml"] =
        "<workbook xmlns:r=\"urn:r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"One\" "
        "sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
    BOOST_TEST(sheetOf(parts).rows[0].at(0).day.iso() == "2000-01-01");
}

BOOST_AUTO_TEST_CASE(a_number_format_says_what_a_number_is)
{
    for (const char* code :
         {"yyyy-mm-dd", "dd.mm.yyyy;@", "[$-409]d-mmm-yy", "m/d/yyyy h:mm", "yyyy\"年\"m\"月\"d\"日\""}) {
        BOOST_TEST(parseNumberFormat(code).isDay, code);
    }
    for (const char* code :
         {"General", "#,##0.00", "0.00E+00", "[Red]0;\"day\"0", "\"d\"0", "\\d0", "_d0", "[h]:mm"}) {
        BOOST_TEST(!parseNumberFormat(code).isDay, code);
    }
    BOOST_TEST(parseNumberFormat("0.0%").isPercent);
    BOOST_TEST(!parseNumberFormat("0\"%\"").isPercent);
    BOOST_TEST(parseNumberFormat("#,##0.00 [$€-407]").literal == "€");
    BOOST_TEST(parseNumberFormat("[$CN¥]#,##0.00").literal == "CN¥");
    BOOST_TEST(parseNumberFormat("$#,##0_);[Red]($#,##0)").literal == "$");
    BOOST_TEST(parseNumberFormat("\"EUR\" 0").literal == "EUR");
    BOOST_TEST(parseNumberFormat("\"").literal == "");
    BOOST_TEST(parseNumberFormat("[").literal == "");
    BOOST_TEST(parseNumberFormat("\\").literal == "");
}

BOOST_AUTO_TEST_CASE(cells_joined_over_rows_are_known)
{
    const FilledSheet sheet = sheetOf(
        workbookWith("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                     "<mergeCells><mergeCell ref=\"B2:C4\"/><mergeCell ref=\"A1:F1\"/></mergeCells>"));
    BOOST_TEST(sheet.isMerged(2, 1));
    BOOST_TEST(sheet.isMerged(4, 2));
    BOOST_TEST(!sheet.isMerged(5, 2));
    BOOST_TEST(!sheet.isMerged(1, 1)); // within one row
}

BOOST_AUTO_TEST_CASE(what_is_no_workbook_is_said)
{
    const std::string one = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    const auto broken = [&](const char* part, const std::string& text) {
        Parts parts = workbookWith(one);
        parts[part] = text;
        return errorOf(parts);
    };
    BOOST_TEST(broken("xl/workbook.xml", "") == "is no workbook (.xlsx)");
    BOOST_TEST(errorOf(Parts{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}) ==
               "is an OpenDocument file: save it as .xlsx");
    BOOST_TEST(broken("xl/workbook.xml", "<workbook>").starts_with("is damaged in line 1"));
    BOOST_TEST(
        broken("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY a \"b\">]><sst><si><t>&a;</t></si></sst>") ==
        "holds a document type, which no workbook has");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<a>";
    }
    BOOST_TEST(broken("xl/styles.xml", deep) == "is nested too deep");
    BOOST_TEST(broken("xl/sharedStrings.xml", "<sst><si>" + deep) == "is nested too deep");
    BOOST_TEST(errorOf(workbookWith("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>3</v></c></row>")) ==
               "refers to a text that it doesn't have");
    for (const char* place : {"A0", "1", "ZZZZ1", "A99999999", "a1", "A-1"}) {
        BOOST_TEST(errorOf(workbookWith("<row><c r=\"" + std::string(place) + "\"><v>1</v></c></row>")) ==
                       "has a cell without a place",
                   place);
    }
    std::string many;
    for (int i = 0; i < 200'001; ++i) {
        many += "<row><c><v>1</v></c></row>";
    }
    BOOST_TEST(errorOf(workbookWith(many)) == "has too many cells for a form");
}

BOOST_AUTO_TEST_CASE(text_is_split_by_the_separator_beside_the_sample)
{
    const auto cells = [](const std::string& text) {
        const auto sheets = readSheets(text, "key");
        BOOST_REQUIRE_MESSAGE(sheets.has_value(), (sheets ? "" : sheets.error().message));
        std::string joined;
        for (const FilledRow& row : sheets->front().rows) {
            for (const FilledCell& cell : row.cells) {
                joined +=
                    std::to_string(row.number) + ":" + std::to_string(cell.column) + "=" + cell.text + "|";
            }
        }
        return joined;
    };
    BOOST_TEST(cells("\xEF\xBB\xBFkey,a\r\n1;2,3\r\n") == "1:0=key|1:1=a|2:0=1;2|2:1=3|");
    BOOST_TEST(cells("key;a\n1,2;3") == "1:0=key|1:1=a|2:0=1,2|2:1=3|");
    BOOST_TEST(cells("a\tkey\n\"x\n\"\"y\"\"\"\tz\n") == "1:0=a|1:1=key|2:0=x\n\"y\"|2:1=z|");
    BOOST_TEST(cells("\"a\",\"key\"\n\n'=1,'b\n") == "1:0=a|1:1=key|3:0==1|3:1='b|");
    BOOST_TEST(cells("key,a\rb,c\r") == "1:0=key|1:1=a|2:0=b|2:1=c|");
}

BOOST_AUTO_TEST_CASE(text_that_is_none_is_refused)
{
    const auto error = [](const std::string& bytes) { return readSheets(bytes, "key").error().message; };
    BOOST_TEST(error("") == "is empty");
    BOOST_TEST(error("key,\xC3\n") == "is no text in UTF-8 and no workbook (.xlsx)");
    BOOST_TEST(error(std::string("key,\0", 5)) == "is no text in UTF-8 and no workbook (.xlsx)");
    BOOST_TEST(error("\xFF\xFEk\1") == "is in UTF-16: expected text in UTF-8");
    BOOST_TEST(error("\xD0\xCF\x11\xE0...") ==
               "is an old or protected workbook: save it as .xlsx without a password");
    BOOST_TEST(error("nothing here") == "has no cell 'key' beside others");
    BOOST_TEST(error("key,a\n\"open,1\n2") == "row 2: a quoted cell has no end");
    BOOST_TEST(error("key,a\n" + std::string(200'001, 'x')) == "row 2: a cell has too much text");
    BOOST_TEST(error(std::string((16U << 20U) + 1, 'x')) == "is too large for a form");
    BOOST_TEST(error("PK\3\4nothing of an archive") == "is damaged: expected a workbook (.xlsx)");
}

BOOST_AUTO_TEST_SUITE_END()
