// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"

#include "bom/order_fixture.h"
#include "bom/workbook_reader.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstdlib>
#include <limits>

using namespace rigwright;
using nlohmann::json;

namespace {

const json& sheetCell(const json& workbook, const std::string& sheet, const std::string& name)
{
    return workbook.at("sheets").at(sheet).at("cells").at(name);
}

/// Of the first sheet of a document made with documentOf().
const json& cellIn(const json& workbook, const std::string& name)
{
    return sheetCell(workbook, "One", name);
}

} // namespace

BOOST_AUTO_TEST_SUITE(workbook)

// Each sheet has its title in row 1, a subtitle in row 2 and its first block from row 4 on.
BOOST_AUTO_TEST_CASE(formulas_name_the_cells_of_their_own_and_of_other_sheets)
{
    // Two systems: line 1 costs 1.07 × 2 × 2 = 4.28; line 2 2.07 × 1 × 2 = 4.14; line 3 is 3.07 less 2.5 % (0.07675, rounded
    // 0.08) = 2.99, × 2 × 2 = 11.96. Together 20.38; 19 % tax 3.8722, rounded 3.87.
    OrderFixture order(Currency::usd(), 3, 2);
    const json workbook = readBack(order.document());
    const auto bom = [&](const char* name) { return sheetCell(workbook, "Bill of materials", name); };
    BOOST_TEST(bom("E6").at("formula") == "=D6*'Summary'!$B$4");
    BOOST_TEST(bom("H6").at("formula") == "=E6*ROUND(F6*(1-G6),2)");
    BOOST_TEST(bom("H6").at("value") == 4.28);
    BOOST_TEST(bom("H8").at("value") == 11.96);
    BOOST_TEST(bom("H9").at("formula") == "=SUM(H6:H8)");
    BOOST_TEST(bom("H9").at("value") == 20.38);
    BOOST_TEST(sheetCell(workbook, "Summary", "B6").at("formula") == "='Bill of materials'!$H$9");
    BOOST_TEST(sheetCell(workbook, "Summary", "B8").at("formula") == "=ROUND(B6*B7,2)");
    BOOST_TEST(sheetCell(workbook, "Summary", "B9").at("value") == 24.25);
}

BOOST_AUTO_TEST_CASE(values_keep_their_kinds)
{
    DocumentTable table;
    table.id = "kinds";
    table.columns = {{"value", "Value", DocumentColumn::Kind::Number}};
    const Currency yuan = Currency::parse("CNY").value();
    for (const CellValue& value :
         {CellValue(std::int64_t{1234}), CellValue(Decimal{1.5, 3}), CellValue(Money(469'538, yuan)),
          CellValue(Money(110'233, Currency::parse("JPY").value())), CellValue(MoneyRate(180'000, yuan)),
          CellValue(Share(77'000)), CellValue(Date{2026, 8, 1}), CellValue(std::string("text")),
          CellValue()}) {
        table.rows.push_back({DocumentRow::Kind::Line, {cellOf(value)}});
    }
    const json workbook = readBack(documentOf({table}));
    const auto format = [&](const char* name) { return cellIn(workbook, name).at("format"); };
    BOOST_TEST(cellIn(workbook, "A4").at("value") == "Value");
    BOOST_TEST(cellIn(workbook, "A5").at("value") == 1234);
    BOOST_TEST(format("A5") == "#,##0");
    BOOST_TEST(cellIn(workbook, "A6").at("value") == 1.5);
    BOOST_TEST(format("A6") == "#,##0.000");
    BOOST_TEST(cellIn(workbook, "A7").at("value") == 4695.38);
    BOOST_TEST(format("A7") == "[$CN¥]#,##0.00");
    BOOST_TEST(cellIn(workbook, "A8").at("value") == 110'233);
    BOOST_TEST(format("A8") == "[$JP¥]#,##0");
    BOOST_TEST(cellIn(workbook, "A9").at("value") == 0.18);
    BOOST_TEST(format("A9") == "[$CN¥]#,##0.00####");
    BOOST_TEST(cellIn(workbook, "A10").at("value") == 0.077);
    BOOST_TEST(format("A10") == "0.0#%");
    BOOST_TEST(cellIn(workbook, "A11").at("type") == "d");
    BOOST_TEST(cellIn(workbook, "A11").at("value") == "2026-08-01");
    BOOST_TEST(format("A11") == "yyyy-mm-dd");
    BOOST_TEST(cellIn(workbook, "A12").at("type") == "s");
    BOOST_TEST(!workbook.at("sheets").at("One").at("cells").contains("A13"));
}

// A cell holds 15 digits: 9,007,199,254,740,993 is 2^53 + 1, which no binary fraction of 64 bits is.
BOOST_AUTO_TEST_CASE(what_no_cell_can_hold_is_a_text_or_blank)
{
    DocumentTable table = textTable("numbers", {"Value"}, {});
    for (const CellValue& value :
         {CellValue(std::int64_t{9'007'199'254'740'993}),
          CellValue(Money(1'000'000'000'000'000, Currency::usd())), CellValue(Date{1899, 12, 31}),
          CellValue(Decimal{std::nan(""), 2}), CellValue(Decimal{std::numeric_limits<double>::infinity(), 2}),
          CellValue(Money(99'999'999'999'999, Currency::usd()))}) {
        table.rows.push_back({DocumentRow::Kind::Line, {cellOf(value)}});
    }
    table.rows.push_back({DocumentRow::Kind::Line, {workedCell(Decimal{std::nan(""), 2}, "0*1", {})}});
    const json workbook = readBack(documentOf({table}));
    BOOST_TEST(cellIn(workbook, "A5").at("value") == "9,007,199,254,740,993");
    BOOST_TEST(cellIn(workbook, "A6").at("value") == "$10,000,000,000,000.00");
    BOOST_TEST(cellIn(workbook, "A7").at("value") == "1899-12-31");
    BOOST_TEST(!workbook.at("sheets").at("One").at("cells").contains("A8"));
    BOOST_TEST(!workbook.at("sheets").at("One").at("cells").contains("A9"));
    BOOST_TEST(cellIn(workbook, "A10").at("value") == 999'999'999'999.99);
    BOOST_TEST(cellIn(workbook, "A11").at("value").is_null());
}

BOOST_AUTO_TEST_CASE(a_formula_without_its_cells_is_its_value)
{
    DocumentTable table = textTable("a", {"Value"}, {});
    const auto row = [&](const char* text, CellRange range) {
        table.rows.push_back(
            {DocumentRow::Kind::Line, {workedCell(std::int64_t{5}, text, {std::move(range)})}});
    };
    row("{0}", CellRange::cell("none", 0, 0));
    row("{0}", CellRange::cell("a", 9, 0));
    row("{0}", CellRange::cell("a", 0, 1));
    row("{1}", CellRange::cell("a", 0, 0));
    row("{x}", CellRange::cell("a", 0, 0));
    row("{0", CellRange::cell("a", 0, 0));
    const json workbook = readBack(documentOf({table}));
    for (int i = 5; i <= 10; ++i) {
        BOOST_TEST(cellIn(workbook, "A" + std::to_string(i)).at("formula") == "");
        BOOST_TEST(cellIn(workbook, "A" + std::to_string(i)).at("value") == 5);
    }
}

BOOST_AUTO_TEST_CASE(hostile_text_stays_text)
{
    const char* const texts[] = {
        "=1+1",
        "=cmd|'/c calc'!A1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\n=1",
        "{=1}",
        "http://x",
        "1234",
        "TRUE",
        "#REF!",
        "_x0041_",
        "<r>&\"'",
        "材料",
        "mailto:a@b.c",
        "internal:Sheet!A1",
        "'=1",
    };
    std::vector<std::vector<std::string>> rows;
    for (const char* text : texts) {
        rows.push_back({text, text});
    }
    Document document = documentOf(
        {textTable("hostile", {"=1+1", "@x"}, rows), DocumentText{"=1+1"}, DocumentCode{"=2", "=1+1\n@x"}});
    document.title = "=1+1";
    document.subtitle = "=2+2";
    const json workbook = readBack(document);
    for (const auto& [name, cell] : workbook.at("sheets").at("One").at("cells").items()) {
        BOOST_TEST(cell.at("type") == "s", name);
        BOOST_TEST(cell.at("link") == "", name);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        BOOST_TEST(cellIn(workbook, "B" + std::to_string(5 + i)).at("value") == texts[i]);
    }
    BOOST_TEST(cellIn(workbook, "A1").at("value") == "=1+1");
    BOOST_TEST(cellIn(workbook, "A4").at("value") == "=1+1");
}

BOOST_AUTO_TEST_CASE(line_breaks_of_every_system_break_lines)
{
    const json workbook = readBack(documentOf({textTable("t", {"Head"}, {{"\r=1\r\na\nb"}})}));
    BOOST_TEST(cellIn(workbook, "A5").at("value") == "\n=1\na\nb");
}

BOOST_AUTO_TEST_CASE(broken_and_endless_text_is_kept_readable)
{
    std::string endless;
    for (int i = 0; i < 40'000; ++i) {
        endless += "x";
    }
    const json workbook = readBack(documentOf({textTable("t", {"Head"},
                                                         {{"a\xff"
                                                           "b\x01"
                                                           "c"},
                                                          {endless},
                                                          {"e\xcc\x81\xf0\x9f\x98\x80"}})}));
    BOOST_TEST(cellIn(workbook, "A5").at("value") ==
               "a\xEF\xBF\xBD"
               "bc");
    const std::string kept = cellIn(workbook, "A6").at("value");
    BOOST_TEST(kept == endless.substr(0, 32'766) + "…");
    BOOST_TEST(cellIn(workbook, "A7").at("value") == "e\xcc\x81\xf0\x9f\x98\x80");
}

BOOST_AUTO_TEST_CASE(only_the_web_is_linked_to)
{
    DocumentTable table = textTable("links", {"Link"}, {});
    const std::string longest = "https://example.com/" + std::string(2'059, 'x');
    const std::pair<std::string, bool> links[] = {
        {"https://example.com/a?b=c&d=%20e#f", true},
        {"HTTP://example.com", true},
        {longest, true},
        {longest + "x", false},
        {"https://", false},
        {"https:///x", false},
        {"ftp://example.com", false},
        {"javascript:alert(1)", false},
        {"file:///etc/passwd", false},
        {"internal:One!A1", false},
        {"external:c:\\x.xlsx", false},
        {"mailto:a@example.com", false},
        {"\\\\server\\share", false},
        {"https://example.com/a b", false},
        {"https://example.com/\"", false},
        {"https://example.com/\n", false},
    };
    for (const auto& [link, linked] : links) {
        table.rows.push_back({DocumentRow::Kind::Line, {{std::string("shown"), {}, CellTone::Plain, link}}});
    }
    table.rows.push_back({DocumentRow::Kind::Line, {{{}, {}, CellTone::Plain, "https://example.com"}}});
    table.rows.push_back(
        {DocumentRow::Kind::Line, {{std::int64_t{7}, {}, CellTone::Plain, "https://example.com"}}});
    const json workbook = readBack(documentOf({table}));
    int row = 5;
    for (const auto& [link, linked] : links) {
        const json& cell = cellIn(workbook, "A" + std::to_string(row++));
        BOOST_TEST(cell.at("value") == "shown", link);
        BOOST_TEST((cell.at("link") != "") == linked, link);
    }
    BOOST_TEST(
        cellIn(workbook, "A5").at("link").get<std::string>().starts_with("https://example.com/a?b=c&d=%20e"));
    BOOST_TEST(cellIn(workbook, "A21").at("value") == "https://example.com");
    BOOST_TEST(cellIn(workbook, "A22").at("value") == 7);
    BOOST_TEST(cellIn(workbook, "A22").at("link") == "https://example.com");
}

// Excel opens a sheet with 65,530 links and no more.
BOOST_AUTO_TEST_CASE(links_beyond_what_a_sheet_holds_are_text)
{
    DocumentTable table = textTable("links", {"Link"}, {});
    for (int i = 0; i < 65'532; ++i) {
        table.rows.push_back(
            {DocumentRow::Kind::Line, {{std::string("shown"), {}, CellTone::Plain, "https://example.com"}}});
    }
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "links.xlsx").string();
    BOOST_REQUIRE(writeWorkbook(documentOf({table}), path).has_value());
    // openpyxl takes long for so many.
    const std::string command = std::string(RIGWRIGHT_PYTHON) +
        " -c \"import sys, zipfile; sheet = zipfile.ZipFile('" + path +
        "').read('xl/worksheets/sheet1.xml'); " +
        "sys.exit(sheet.count(b'<hyperlink ') != 65530 or sheet.count(b't=\\\"s\\\"') != 65535)\"";
    BOOST_TEST(std::system(command.c_str()) == 0);
}

BOOST_AUTO_TEST_CASE(names_of_sheets_are_made_valid_and_their_own)
{
    Document document = documentOf({});
    document.sections.clear();
    const std::pair<const char*, const char*> names[] = {
        {"Bill of materials", "Bill of materials"},
        {"bill of Materials", "bill of Materials (2)"},
        {"a[b]:c*d?e/f\\g", "abcdefg"},
        {"'quoted'", "quoted"},
        {"it's", "it's"},
        {"", "_"},
        {"A1", "_A1"},
        {"2026", "_2026"},
        {"History", "_History"},
        {"物料清单", "物料清单"},
        {"a title that is longer than thirty-one characters", "a title that is longer than thi"},
        {"a title that is longer than thirty-one letters", "a title that is longer th (2)"},
        {"line\nbreak", "line break"},
    };
    for (const auto& [title, name] : names) {
        document.sections.push_back({"id", title, false, false, {}});
    }
    const json workbook = readBack(document);
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
        BOOST_TEST(workbook.at("names").at(i) == names[i].second);
    }
}

BOOST_AUTO_TEST_CASE(formulas_reach_sheets_of_any_name)
{
    Document document = documentOf({});
    DocumentTable first = textTable("first", {"Value"}, {});
    first.rows.push_back({DocumentRow::Kind::Line, {cellOf(std::int64_t{2})}});
    DocumentTable second = textTable("second", {"Value"}, {});
    second.rows.push_back(
        {DocumentRow::Kind::Line, {workedCell(std::int64_t{2}, "{0}", {CellRange::cell("first", 0, 0)})}});
    document.sections = {{"a", "it's 'one'", false, false, {first}}, {"b", "two", false, false, {second}}};
    const json workbook = readBack(document);
    BOOST_TEST(sheetCell(workbook, "two", "A5").at("formula") == "='it''s ''one'!$A$5");
}

BOOST_AUTO_TEST_CASE(pages_are_set_up_for_printing)
{
    OrderFixture order(Currency::usd(), 12, 2);
    Document document = order.document();
    document.title = "R&D && 12 GPUs";
    document.subtitle = "&P12";
    document.footer = "&Z&F";
    const json workbook = readBack(document);
    BOOST_TEST((workbook.at("names") == json{"Summary", "Bill of materials"}));
    const json& summary = workbook.at("sheets").at("Summary");
    const json& bom = workbook.at("sheets").at("Bill of materials");
    // Head in row 4; a group, ten lines, a sub-total, a group, two lines, a sub-total, which is no part of the filter. Column I
    // fills the page.
    BOOST_TEST(bom.at("freeze") == "A5");
    BOOST_TEST(bom.at("filter") == "A4:H19");
    BOOST_TEST(bom.at("title_rows") == "$4:$4");
    BOOST_TEST(bom.at("print_area").dump().find("$A$1:$I$20") != std::string::npos);
    BOOST_TEST(bom.at("orientation") == "landscape");
    BOOST_TEST(summary.at("orientation") == "portrait");
    BOOST_TEST(summary.at("freeze").is_null());
    for (const json* sheet : {&summary, &bom}) {
        BOOST_TEST(std::stoi(sheet->at("paper").dump()) == 9); // A4
        BOOST_TEST(sheet->at("fit_to_page") == true);
        BOOST_TEST(sheet->at("fit_width") == 1);
        BOOST_TEST(sheet->at("fit_height") == 0);
        BOOST_TEST((sheet->at("header") == json{"R&&D &&&& 12 GPUs", "&&P12"}));
        BOOST_TEST((sheet->at("footer") == json{"&&Z&&F", "&A", "&P / &N"}));
    }
    document.paper = Paper::Letter;
    const json letter = readBack(document);
    BOOST_TEST(std::stoi(letter.at("sheets").at("Summary").at("paper").dump()) == 1);
    BOOST_TEST(letter.at("title") == document.title);
    BOOST_TEST(letter.at("subject") == "&P12");
    BOOST_TEST(letter.at("created") == "2026-11-21 00:00:00");
}

// A page holds some 190 characters of seven points beside each other.
BOOST_AUTO_TEST_CASE(details_that_would_make_the_page_too_small_stand_beside_it)
{
    std::vector<std::string> titles{"No.", "Part"};
    std::vector<std::string> cells{"1", "a name"};
    for (int i = 0; i < 30; ++i) {
        titles.push_back("Detail " + std::to_string(i));
        cells.push_back("some twenty letters " + std::to_string(i));
    }
    DocumentTable lines = textTable("bom", titles, {cells});
    lines.filter = true;
    lines.columns[1].kind = DocumentColumn::Kind::LongText;
    for (std::size_t i = 2; i < lines.columns.size(); ++i) {
        lines.columns[i].detail = true;
    }
    Document document = documentOf({lines});
    document.sections.front().landscape = true;
    const json workbook = readBack(document);
    const json& sheet = workbook.at("sheets").at("One");
    BOOST_TEST(sheet.at("print_area").dump().find("$A$1:$B$5") != std::string::npos);
    BOOST_TEST(sheet.at("freeze") == "C5");
    BOOST_TEST(sheet.at("filter") == "A4:AF5");
    BOOST_TEST(cellIn(workbook, "AF5").at("value") == "some twenty letters 29");
    // Few details print beside the others.
    lines.columns.resize(5);
    for (DocumentRow& row : lines.rows) {
        row.cells.resize(5);
    }
    Document narrow = documentOf({lines});
    narrow.sections.front().landscape = true;
    const json whole = readBack(narrow);
    BOOST_TEST(whole.at("sheets").at("One").at("freeze") == "A5");
    BOOST_TEST(whole.at("sheets").at("One").at("print_area").dump().find("$A$1:$F$5") != std::string::npos);
}

// Portrait A4 with its margins has room for 734 points of rows: 48 of 15 points.
BOOST_AUTO_TEST_CASE(pages_do_not_begin_within_what_belongs_together)
{
    DocumentTable lines =
        textTable("lines", {"No.", "Part"}, std::vector<std::vector<std::string>>(41, {"1", "a"}));
    lines.rows.push_back({DocumentRow::Kind::Group, {cellOf(std::string("Group")), DocumentCell{}}});
    lines.rows.insert(lines.rows.end(), 4, lines.rows.front());
    DocumentTable totals = textTable("totals", {"Total", "Amount"}, {{"a", "1"}, {"b", "2"}, {"c", "3"}});
    const json workbook = readBack(documentOf({lines, totals}));
    // Title, subtitle, a blank row and the head are above row 5; the group's head is in row 46, its lines in 47 to 50.
    BOOST_TEST((workbook.at("sheets").at("One").at("page_breaks") == json{45}));
}

// The excess of a long title must not make the program reject the page's head as a whole.
BOOST_AUTO_TEST_CASE(long_heads_of_pages_are_cut)
{
    Document document = documentOf({});
    document.title = std::string(300, '&');
    document.subtitle = std::string(300, 'x');
    document.footer = std::string(300, 'y');
    const json workbook = readBack(document);
    const json& sheet = workbook.at("sheets").at("One");
    BOOST_TEST(sheet.at("header").at(0).get<std::string>() == std::string(100, '&'));
    BOOST_TEST(sheet.at("header").at(1).get<std::string>() == std::string(100, 'x'));
    BOOST_TEST(sheet.at("footer").at(0).get<std::string>() == std::string(100, 'y'));
}

BOOST_AUTO_TEST_CASE(a_head_far_below_is_not_kept_in_sight)
{
    DocumentTable facts = textTable("facts", {"", ""}, std::vector<std::vector<std::string>>(30, {"a", "b"}));
    DocumentTable lines = textTable("bom", {"No.", "Part"}, {{"1", "a"}});
    lines.filter = true;
    const json workbook = readBack(documentOf({facts, lines}));
    const json& sheet = workbook.at("sheets").at("One");
    BOOST_TEST(sheet.at("freeze").is_null());
    BOOST_TEST(sheet.at("filter") == "A35:B36");
    BOOST_TEST(sheet.at("title_rows") == "$35:$35");
}

BOOST_AUTO_TEST_CASE(narrow_tables_run_over_the_columns_of_wide_ones)
{
    DocumentTable wide = textTable("wide", {"No.", "A", "B", "C"}, {{"1", "", "bbbbbbbbbbbb", "cccccccccc"}});
    DocumentTable narrow = textTable("narrow", {"What", "Value"}, {{"twenty characters ok", "x"}});
    narrow.rows[0].cells[1] = workedCell(std::string("1"), "{0}", {CellRange::cell("wide", 0, 0)});
    wide.rows[0].cells[1] = workedCell(std::string("1"), "{0}", {CellRange::cell("narrow", 0, 1)});
    const json workbook = readBack(documentOf({narrow, wide}));
    const json& sheet = workbook.at("sheets").at("One");
    // 20 characters don't fit into "No." and A: the second column of the narrow table is the wide one's C.
    BOOST_TEST(sheet.at("merged").dump() == R"(["A4:C4","A5:C5"])");
    BOOST_TEST(cellIn(workbook, "D5").at("formula") == "=$A$8");
    BOOST_TEST(cellIn(workbook, "B8").at("formula") == "=$D$5");
}

BOOST_AUTO_TEST_CASE(long_paragraphs_have_rows_that_are_high_enough)
{
    std::string words;
    for (int i = 0; i < 300; ++i) {
        words += "word ";
    }
    const json workbook = readBack(documentOf({DocumentText{"short"}, DocumentText{words}}));
    const json& sheet = workbook.at("sheets").at("One");
    BOOST_TEST(!sheet.at("heights").contains("4"));
    // A page has room for 94 digits, and thereby for some 105 letters: 1,500 are 15 lines of 13.5 points.
    BOOST_TEST(sheet.at("heights").at("5").get<double>() >= 15 * 13.5);
    BOOST_TEST(cellIn(workbook, "A5").at("wraps") == true);
}

BOOST_AUTO_TEST_CASE(code_keeps_its_lines_in_a_fixed_width_font)
{
    const json workbook =
        readBack(documentOf({DocumentCode{"Start", "serve \\\n  --port 1\n\n=x\n"}, DocumentText{"after"}}));
    BOOST_TEST(cellIn(workbook, "A4").at("value") == "Start");
    BOOST_TEST(cellIn(workbook, "A5").at("value") == "serve \\");
    BOOST_TEST(cellIn(workbook, "A5").at("font") == "Courier New");
    BOOST_TEST(cellIn(workbook, "A6").at("value") == "  --port 1");
    BOOST_TEST(cellIn(workbook, "A8").at("value") == "=x");
    BOOST_TEST(cellIn(workbook, "A10").at("value") == "after");
}

BOOST_AUTO_TEST_CASE(rows_to_fill_in_have_room_to_write)
{
    DocumentTable table = textTable("approval", {"Role", "Name", "Signature"}, {{"Requester", "", ""}});
    table.toFillIn = true;
    const json workbook = readBack(documentOf({table}));
    const json& sheet = workbook.at("sheets").at("One");
    BOOST_TEST(sheet.at("heights").at("5").get<double>() >= 24);
    BOOST_TEST(sheet.at("widths").at("C").get<double>() >= 18);
}

BOOST_AUTO_TEST_CASE(charts_draw_the_cells_of_tables_below_which_they_stand)
{
    DocumentTable memory;
    memory.id = "memory";
    using Kind = DocumentColumn::Kind;
    memory.columns = {{"device", "Device"},
                      {"capacity", "Capacity", Kind::Number},
                      {"weights", "Weights", Kind::Number},
                      {"cache", "Cache", Kind::Number}};
    for (const char* name : {"GPU 1", "GPU 2"}) {
        memory.rows.push_back({DocumentRow::Kind::Line,
                               {cellOf(std::string(name)), cellOf(Decimal{24, 1}), cellOf(Decimal{15, 1}),
                                cellOf(Decimal{4, 1})}});
    }
    const auto column = [](std::size_t index) { return CellRange{"memory", 0, index, 1, index}; };
    DocumentChart chart;
    chart.title = "=Memory";
    chart.valueTitle = "GiB";
    chart.categoryTitle = "Device";
    chart.categories = column(0);
    chart.series = {{"Weights", 0x3B6FB6, column(2), {}, {}, false},
                    {"=Cache", 0xE0902F, column(3), {}, {}, false}};
    chart.limits = column(1);
    const json workbook = readBack(documentOf({memory, chart, DocumentText{"below"}}));
    const json& sheet = workbook.at("sheets").at("One");
    BOOST_REQUIRE(sheet.at("charts").size() == 1U);
    const json& drawn = sheet.at("charts").at(0);
    BOOST_TEST(drawn.at("kind") == "BarChart");
    BOOST_TEST(drawn.at("grouping") == "stacked");
    BOOST_TEST(drawn.at("title") == " =Memory");
    BOOST_TEST(drawn.at("y_title") == "GiB");
    BOOST_REQUIRE(drawn.at("series").size() == 3U);
    BOOST_TEST(drawn.at("series").at(0).at("name") == "Weights");
    BOOST_TEST(drawn.at("series").at(0).at("values") == "One!$C$5:$C$6");
    BOOST_TEST(drawn.at("series").at(0).at("categories") == "One!$A$5:$A$6");
    BOOST_TEST(drawn.at("series").at(0).at("colour") == "3B6FB6");
    BOOST_TEST(drawn.at("series").at(1).at("name") == " =Cache");
    // What is left of 24 GiB beside 15 and 4, worked out in a column beside the page.
    BOOST_TEST(drawn.at("series").at(2).at("name") == "Capacity");
    BOOST_TEST(drawn.at("series").at(2).at("values") == "One!$G$9:$G$10");
    BOOST_TEST(cellIn(workbook, "G9").at("formula") == "=MAX(0,$B$5-SUM($C$5,$D$5))");
    BOOST_TEST(cellIn(workbook, "G9").at("value") == 5);
    // Rows from 0: the chart begins below the table and ends above the text.
    BOOST_TEST(drawn.at("row") == 7);
    int textRow = 0;
    for (const auto& [name, cell] : sheet.at("cells").items()) {
        textRow = cell.at("value") == "below" ? std::stoi(name.substr(1)) - 1 : textRow;
    }
    BOOST_TEST(drawn.at("last_row").get<int>() < textRow);
}

BOOST_AUTO_TEST_CASE(ranges_are_drawn_around_bars_and_lines)
{
    DocumentTable speed;
    speed.id = "speed";
    using Kind = DocumentColumn::Kind;
    speed.columns = {{"month", "Month", Kind::Number},
                     {"low", "Low", Kind::Number},
                     {"likely", "Likely", Kind::Number},
                     {"high", "High", Kind::Number}};
    for (int i = 1; i <= 3; ++i) {
        speed.rows.push_back({DocumentRow::Kind::Line,
                              {cellOf(std::int64_t{i}), cellOf(Decimal{1.0 * i, 1}),
                               cellOf(Decimal{2.0 * i, 1}), cellOf(Decimal{3.0 * i, 1})}});
    }
    const auto column = [](std::size_t index) { return CellRange{"speed", 0, index, 2, index}; };
    DocumentChart bars;
    bars.kind = DocumentChart::Kind::Bars;
    bars.categories = column(0);
    bars.series = {{"Speed", 0x3B6FB6, column(2), column(1), column(3), false}};
    DocumentChart lines = bars;
    lines.kind = DocumentChart::Kind::Lines;
    const json workbook = readBack(documentOf({speed, bars, lines}));
    const json& charts = workbook.at("sheets").at("One").at("charts");
    BOOST_REQUIRE(charts.size() == 2U);
    for (const json& chart : charts) {
        BOOST_TEST(chart.at("series").size() == 3U);
    }
    // The bars float: an unseen one up to the low end, then what is between it, the value and the high end.
    const json& range = charts.at(0).at("series");
    BOOST_TEST(charts.at(0).at("grouping") == "stacked");
    BOOST_TEST(range.at(0).at("values") == "One!$B$5:$B$7");
    BOOST_TEST(range.at(0).at("colour") == "");
    BOOST_TEST(range.at(1).at("name") == "Low – Likely");
    BOOST_TEST(range.at(2).at("name") == "Likely – High");
    const std::string steps = range.at(1).at("values").get<std::string>();
    const std::string first = steps.substr(steps.find('!') + 2, 1) + steps.substr(steps.find('$', 5) + 1);
    const json& step = cellIn(workbook, first.substr(0, first.find(':')));
    BOOST_TEST(step.at("formula") == "=MAX(0,$C$5-$B$5)");
    BOOST_TEST(step.at("value").get<double>() == 1.0);
    BOOST_TEST(charts.at(1).at("kind") == "ScatterChart");
    BOOST_TEST(charts.at(1).at("series").at(0).at("values") == "One!$C$5:$C$7");
    BOOST_TEST(charts.at(1).at("series").at(0).at("categories") == "One!$A$5:$A$7");
    BOOST_TEST(charts.at(1).at("row").get<int>() > charts.at(0).at("last_row").get<int>());
}

BOOST_AUTO_TEST_CASE(a_chart_of_cells_that_are_not_there_is_empty)
{
    DocumentChart chart;
    chart.categories = {"none", 0, 0, 3, 0};
    chart.series = {{"a", 0, {"none", 0, 1, 3, 1}, {}, {}, false}};
    chart.limits = CellRange{"none", 0, 2, 3, 2};
    const TemporaryFolder folder;
    BOOST_TEST(writeWorkbook(documentOf({chart}), folder.path() / "a.xlsx").has_value());
}

BOOST_AUTO_TEST_CASE(five_hundred_lines_for_twelve_systems_add_up)
{
    // Lines i = 1 to 500 cost i + 0.07; one of each for even i and two for odd, twelve systems. Less 2.5 % for every third.
    Money sum;
    for (int i = 1; i <= 500; ++i) {
        const Money price(100 * i + 7, Currency::usd());
        sum += (price - (i % 3 == 0 ? price.scaled(0.025) : Money())) * (12 * (1 + i % 2));
    }
    OrderFixture order(Currency::usd(), 500, 12);
    const json workbook = readBack(order.document());
    BOOST_TEST((order.sums().lines == sum));
    BOOST_TEST(sheetCell(workbook, "Summary", "B6").at("value") == sum.toDouble());
    Money total;
    for (const auto& [name, cell] : workbook.at("sheets").at("Bill of materials").at("cells").items()) {
        if (name.starts_with("H") &&
            cell.at("formula").get<std::string>().find("ROUND") != std::string::npos) {
            total += Money::rounded(cell.at("value").get<double>(), Currency::usd());
        }
    }
    BOOST_TEST((total == sum));
}

BOOST_AUTO_TEST_CASE(equal_documents_are_equal_files)
{
    const TemporaryFolder folder;
    OrderFixture order(Currency::usd(), 5, 2);
    const Document document = order.document();
    BOOST_TEST(writeWorkbook(document, folder.path() / "a.xlsx").has_value());
    BOOST_TEST(writeWorkbook(document, folder.path() / "b.xlsx").has_value());
    BOOST_TEST((fileContents(folder.path() / "a.xlsx") == fileContents(folder.path() / "b.xlsx")));
}

BOOST_AUTO_TEST_CASE(an_empty_document_is_still_a_workbook)
{
    Document document = documentOf({});
    BOOST_TEST(readBack(document).at("names").size() == 1U);
    document.sections.clear();
    BOOST_TEST(readBack(document).at("names").size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
