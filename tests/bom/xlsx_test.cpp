// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"

#include "bom/bom_fixture.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <clocale>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace rigwright;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// What openpyxl reads in the workbook of a document.
json readBack(const Bom& bom, const EvaluatedBuild& build = evaluatedBuild())
{
    const TemporaryFolder folder;
    const fs::path workbook = folder.path() / "材料 list.xlsx";
    const fs::path answer = folder.path() / "answer.json";
    const auto written = writeXlsx(bom, build, workbook);
    BOOST_REQUIRE_MESSAGE(written.has_value(), (written ? "" : written.error().message));
    const std::string command = std::string(RIGWRIGHT_PYTHON) +
        " '" RIGWRIGHT_BOM_TESTS "/read_workbook.py' '" + workbook.string() + "' > '" + answer.string() + "'";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
    return json::parse(contents(answer));
}

const json& cell(const json& workbook, const char* sheet, const std::string& name)
{
    return workbook.at("sheets").at(sheet).at("cells").at(name);
}

const json& bomCell(const json& workbook, const std::string& name)
{
    return cell(workbook, "Bill of materials", name);
}

bool isBlank(const json& workbook, const std::string& name)
{
    return !workbook.at("sheets").at("Bill of materials").at("cells").contains(name);
}

// The head of the lines is in row 9, below the title block.
const std::string kFirstLine = "10";

} // namespace

BOOST_AUTO_TEST_SUITE(xlsx)

BOOST_AUTO_TEST_CASE(lines_and_total_are_formulas_with_our_values_stored)
{
    // 3 × 2 × 699.99 = 4,199.94; 3 × 129.50 = 388.50; together 4,588.44.
    Bom bom = bomOf({pricedLine(1, "RTX 3090", "699.99", 2), pricedLine(2, "Board", "129.50", 1)});
    bom.machines.front().systems = 3;
    const json workbook = readBack(bom);
    BOOST_TEST(bomCell(workbook, "C7").at("value") == 3);
    BOOST_TEST(bomCell(workbook, "H10").at("formula") == "=G10*$C$7");
    BOOST_TEST(bomCell(workbook, "H10").at("value") == 6);
    BOOST_TEST(bomCell(workbook, "I10").at("value") == 699.99);
    BOOST_TEST(bomCell(workbook, "J10").at("formula") == "=H10*I10");
    BOOST_TEST(bomCell(workbook, "J10").at("value") == 4199.94);
    BOOST_TEST(bomCell(workbook, "J11").at("value") == 388.5);
    BOOST_TEST(bomCell(workbook, "D12").at("value") == "Total");
    BOOST_TEST(bomCell(workbook, "J12").at("formula") == "=SUM(J10:J11)");
    BOOST_TEST(bomCell(workbook, "J12").at("value") == 4588.44);
    BOOST_TEST((bom.total() == money("4588.44")));
}

BOOST_AUTO_TEST_CASE(a_line_has_every_column)
{
    const json workbook = readBack(bomOf({pricedLine(1, "RTX 3090", "699.99", 2)}));
    const std::pair<const char*, const char*> texts[] = {
        {"A9", "No."},          {"I9", "Unit price (USD)"}, {"J9", "Line total (USD)"},
        {"B10", "Accelerator"}, {"C10", "Maker"},           {"D10", "RTX 3090"},
        {"E10", "PN-1"},        {"F10", "1 figure"},        {"K10", "street"},
        {"L10", "a shop"},
    };
    for (const auto& [name, text] : texts) {
        BOOST_TEST(bomCell(workbook, name).at("value") == text, name);
    }
    BOOST_TEST(bomCell(workbook, "M10").at("type") == "d");
    BOOST_TEST(bomCell(workbook, "M10").at("value") == "2026-08-01");
    BOOST_TEST(bomCell(workbook, "N10").at("value") == 112);
    BOOST_TEST(isBlank(workbook, "O10"));
    BOOST_TEST(bomCell(workbook, "P10").at("value") == "sourced");
    BOOST_TEST(bomCell(workbook, "Q10").at("value") == "sourced");
}

BOOST_AUTO_TEST_CASE(the_title_block_says_what_when_and_at_which_rate)
{
    Bom bom = bomOf({pricedLine(1, "part", "1", 1)});
    bom.currency = Currency::parse("CNY").value();
    bom.lines[0].unitPrice = money("4695.38", bom.currency);
    bom.rate = ExchangeRate{bom.currency, 6.70778, Date{2026, 9, 29}, "a bank"};
    const json workbook = readBack(bom);
    BOOST_TEST(bomCell(workbook, "A1").at("value") == "2 × RTX 3090 24 GB");
    BOOST_TEST(bomCell(workbook, "C2").at("value") == "a model");
    BOOST_TEST(bomCell(workbook, "C3").at("value") == "fits");
    BOOST_TEST(bomCell(workbook, "C4").at("value") == "2026-11-21");
    BOOST_TEST(bomCell(workbook, "C5").at("value") == "2026-09-01");
    BOOST_TEST(bomCell(workbook, "C6").at("value") ==
               "CNY, before tax; 1 USD = 6.70778 CNY on 2026-09-29 (a bank)");
    BOOST_TEST(bomCell(workbook, "I9").at("value") == "Unit price (CNY)");
    BOOST_TEST(bomCell(workbook, "I10").at("value") == 4695.38);
    BOOST_TEST(bomCell(workbook, "I10").at("format") == "[$CN¥]#,##0.00");
}

BOOST_AUTO_TEST_CASE(a_yen_has_no_decimals)
{
    Bom bom = bomOf({pricedLine(1, "part", "1", 1)});
    bom.currency = Currency::parse("JPY").value();
    bom.lines[0].unitPrice = Money(110'233, bom.currency);
    const json workbook = readBack(bom);
    BOOST_TEST(bomCell(workbook, "J11").at("value") == 110'233);
    BOOST_TEST(bomCell(workbook, "J11").at("format") == "[$JP¥]#,##0");
}

BOOST_AUTO_TEST_CASE(a_line_without_a_price_is_blank_and_flagged)
{
    Bom bom = bomOf({pricedLine(1, "priced", "10", 1), pricedLine(2, "unpriced", "1", 1)});
    bom.lines[1].unitPrice = std::nullopt;
    bom.lines[1].priceDate = std::nullopt;
    const json workbook = readBack(bom);
    for (const char* name : {"I11", "J11", "K11", "L11", "M11", "N11"}) {
        BOOST_TEST(isBlank(workbook, name), name);
    }
    BOOST_TEST(bomCell(workbook, "O11").at("value") == "no price");
    BOOST_TEST(isBlank(workbook, "P11"));
    BOOST_TEST(bomCell(workbook, "J12").at("value") == 10);
    BOOST_TEST(bomCell(workbook, "K12").at("value") == "1 line has no price and is not in the total");
    BOOST_TEST(cell(workbook, "Price sources", "C3").at("value") == "no price");
}

// 21 November 2026 is 486 days after 23 July 2025, and a quote that ends on the day itself still holds.
BOOST_AUTO_TEST_CASE(prices_that_are_old_expired_or_estimated_are_flagged)
{
    Bom bom = bomOf({pricedLine(1, "old", "10", 1), pricedLine(2, "estimated", "1", 1),
                     pricedLine(3, "expired", "1", 1), pricedLine(4, "valid", "1", 1)});
    bom.lines[0].priceDate = Date{2025, 7, 23};
    bom.lines[1].priceKind = PriceKind::Estimate;
    bom.lines[1].specsState = Verification::Unverified;
    bom.lines[2].priceKind = PriceKind::Quote;
    bom.lines[2].priceValidUntil = Date{2026, 11, 20};
    bom.lines[3].priceKind = PriceKind::Quote;
    bom.lines[3].priceValidUntil = Date{2026, 11, 21};
    const json workbook = readBack(bom);
    BOOST_TEST(bomCell(workbook, "O10").at("value") == "price is 486 days old");
    BOOST_TEST(bomCell(workbook, "O11").at("value") == "price is an estimate, specifications unverified");
    BOOST_TEST(bomCell(workbook, "P11").at("value") == "unverified");
    BOOST_TEST(bomCell(workbook, "Q11").at("value") == "unverified");
    BOOST_TEST(bomCell(workbook, "O12").at("value") == "quote was valid until 2026-11-20");
    BOOST_TEST(isBlank(workbook, "O13"));
    BOOST_TEST(bomCell(workbook, "K14").at("value") == "1 price is older than 180 days");
    BOOST_TEST(cell(workbook, "Price sources", "I3").at("value") == "unverified");
    BOOST_TEST(cell(workbook, "Price sources", "J4").at("value") == "2026-11-20");
    bom.pricePolicy.oldAfterDays = 486;
    BOOST_TEST(isBlank(readBack(bom), "O10"));
}

BOOST_AUTO_TEST_CASE(the_sheet_prints_on_a4_and_keeps_its_head_in_sight)
{
    const json workbook = readBack(bomOf({pricedLine(1, "a", "1", 1), pricedLine(2, "b", "1", 1)}));
    BOOST_TEST((workbook.at("names") == json{"Bill of materials", "Sizing", "Findings", "Price sources"}));
    const json& sheet = workbook.at("sheets").at("Bill of materials");
    BOOST_TEST(sheet.at("freeze") == "A10");
    BOOST_TEST(sheet.at("filter") == "A9:Q11");
    BOOST_TEST(sheet.at("print_area").dump().find("$A$1:$Q$12") != std::string::npos);
    BOOST_TEST(sheet.at("title_rows") == "$9:$9");
    BOOST_TEST(sheet.at("orientation") == "landscape");
    BOOST_TEST(std::stoi(sheet.at("paper").dump()) == 9); // A4
    BOOST_TEST(sheet.at("fit_to_page") == true);
    BOOST_TEST(sheet.at("fit_width") == 1);
    BOOST_TEST(sheet.at("fit_height") == 0);
}

BOOST_AUTO_TEST_CASE(hostile_text_stays_text)
{
    const char* const names[] = {
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
    std::vector<BomLine> lines;
    for (const char* name : names) {
        lines.push_back(pricedLine(static_cast<int>(lines.size()) + 1, name, "1", 1));
        lines.back().manufacturer = name;
        lines.back().partNumber = name;
        lines.back().priceSource = name;
    }
    Bom bom = bomOf(lines);
    bom.title = "=1+1";
    bom.findings = {{"rule", Severity::Blocker, "=1+1", {}}};
    const json workbook = readBack(bom);
    BOOST_TEST(bomCell(workbook, "A1").at("type") == "s");
    BOOST_TEST(cell(workbook, "Findings", "B2").at("type") == "s");
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string row = std::to_string(10 + i);
        for (const std::string column : {"C", "D", "E", "L"}) {
            const json& found = bomCell(workbook, column + row);
            BOOST_TEST(found.at("type") == "s", names[i]);
            BOOST_TEST(found.at("value") == names[i], names[i]);
        }
    }
}

BOOST_AUTO_TEST_CASE(line_breaks_of_every_system_break_lines)
{
    const json workbook = readBack(bomOf({pricedLine(1, "\r=1\r\na\nb", "1", 1)}));
    BOOST_TEST(bomCell(workbook, "D10").at("type") == "s");
    BOOST_TEST(bomCell(workbook, "D10").at("value") == "\n=1\na\nb");
}

BOOST_AUTO_TEST_CASE(broken_and_endless_text_leaves_a_workbook_that_opens)
{
    Bom bom = bomOf(
        {pricedLine(1, "a\xff\x01z", "1", 1), pricedLine(2, std::string(100'000, 'x').c_str(), "1", 1)});
    bom.title = std::string(5000, 't') + "\xc3";
    const json workbook = readBack(bom);
    BOOST_TEST(bomCell(workbook, "D10").at("value") == "a�z");
    BOOST_TEST(bomCell(workbook, "D11").at("value").get<std::string>().size() == 32'766U + 3);
}

BOOST_AUTO_TEST_CASE(sizing_has_every_device_in_gib_with_sums)
{
    const json workbook = readBack(bomOf({pricedLine(1, "a", "1", 1)}));
    const auto sizing = [&](const char* name) { return cell(workbook, "Sizing", name); };
    BOOST_TEST(sizing("A3").at("value") == "RTX 3090");
    BOOST_TEST(sizing("B3").at("value") == 24);
    BOOST_TEST(sizing("C3").at("value") == 15);
    BOOST_TEST(sizing("D3").at("value") == 4);
    BOOST_TEST(sizing("I3").at("formula") == "=SUM(C3:H3)");
    BOOST_TEST(sizing("I3").at("value") == 20); // 15 + 4 + 0.5 + 0.5
    BOOST_TEST(sizing("J3").at("value") == "yes");
    BOOST_TEST(sizing("A5").at("value") == "RAM");
    BOOST_TEST(sizing("B5").at("value") == "unknown");
    BOOST_TEST(sizing("J5").at("value") == "unverified");
    BOOST_TEST(sizing("I6").at("formula") == "=SUM(I3:I5)");
    BOOST_TEST(sizing("I6").at("value") == 41); // 2 × 20 + 1
    BOOST_TEST(sizing("A11").at("value") == "Decode, one user (tokens/s)");
    BOOST_TEST(sizing("B11").at("value") == 20);
    BOOST_TEST(sizing("C11").at("value") == 25);
    BOOST_TEST(sizing("D11").at("value") == 30);
    BOOST_TEST(sizing("B15").at("value") == "memory bandwidth");
}

BOOST_AUTO_TEST_CASE(an_unknown_speed_is_said_to_be_unknown)
{
    EvaluatedBuild build = evaluatedBuild();
    build.speed = std::nullopt;
    const json workbook = readBack(bomOf({pricedLine(1, "a", "1", 1)}), build);
    BOOST_TEST(cell(workbook, "Sizing", "A9").at("value").get<std::string>().starts_with("Unknown: "));
}

BOOST_AUTO_TEST_CASE(findings_and_price_sources_are_listed)
{
    Bom bom = bomOf({pricedLine(1, "RTX 3090", "1", 1)});
    bom.lines[0].listedPrice = Money(4'695'38, Currency::parse("CNY").value());
    bom.findings = {{"psu-wattage", Severity::Warning, "{watts} W are little.", {{"watts", "650"}}}};
    const json workbook = readBack(bom);
    BOOST_TEST(cell(workbook, "Findings", "A2").at("value") == "warning");
    BOOST_TEST(cell(workbook, "Findings", "B2").at("value") == "650 W are little.");
    BOOST_TEST(cell(workbook, "Findings", "C2").at("value") == "psu-wattage");
    BOOST_TEST(cell(workbook, "Price sources", "B2").at("value") == "Maker RTX 3090");
    BOOST_TEST(cell(workbook, "Price sources", "C2").at("value") == "street");
    BOOST_TEST(cell(workbook, "Price sources", "D2").at("value") == "US");
    BOOST_TEST(cell(workbook, "Price sources", "E2").at("value") == "CNY 4695.38");
    BOOST_TEST(cell(workbook, "Price sources", "F2").at("value") == "a shop");
    BOOST_TEST(cell(workbook, "Price sources", "G2").at("value") == "2026-08-01");
    BOOST_TEST(cell(workbook, "Price sources", "H2").at("value") == 112);
}

BOOST_AUTO_TEST_CASE(five_hundred_lines_add_up)
{
    std::vector<BomLine> lines;
    // Prices of 0.01, 0.02 … 5.00 dollars, one of each: 500 × 501 / 2 cents = 1,252.50 dollars; twelve systems 15,030.00.
    for (int i = 1; i <= 500; ++i) {
        lines.push_back(pricedLine(i, ("part " + std::to_string(i)).c_str(),
                                   Money(i, Currency::usd()).decimal().c_str(), 1));
    }
    Bom bom = bomOf(lines);
    bom.machines.front().systems = 12;
    BOOST_TEST((bom.total() == money("15030.00")));
    const json workbook = readBack(bom);
    BOOST_TEST(bomCell(workbook, "J510").at("formula") == "=SUM(J10:J509)");
    BOOST_TEST(bomCell(workbook, "J510").at("value") == 15030);
    Money sum;
    for (int row = 10; row < 510; ++row) {
        const json& line = bomCell(workbook, "J" + std::to_string(row));
        sum += Money::rounded(line.at("value").get<double>(), Currency::usd());
    }
    BOOST_TEST((sum == bom.total()));
}

BOOST_AUTO_TEST_CASE(a_document_without_lines_is_still_a_workbook)
{
    const json workbook = readBack(bomOf({}));
    BOOST_TEST(bomCell(workbook, "J" + kFirstLine).at("value") == 0);
}

BOOST_AUTO_TEST_CASE(equal_documents_are_equal_files)
{
    const TemporaryFolder folder;
    const Bom bom = bomOf({pricedLine(1, "a", "1", 1)});
    BOOST_TEST(writeXlsx(bom, evaluatedBuild(), folder.path() / "a.xlsx").has_value());
    BOOST_TEST(writeXlsx(bom, evaluatedBuild(), folder.path() / "b.xlsx").has_value());
    BOOST_TEST((contents(folder.path() / "a.xlsx") == contents(folder.path() / "b.xlsx")));
}

BOOST_AUTO_TEST_CASE(a_process_with_a_decimal_comma_writes_points)
{
    const TemporaryFolder locales;
    const std::string make =
        "localedef -i de_DE -f UTF-8 '" + (locales.path() / "de_DE.UTF-8").string() + "' 2>/dev/null";
    if (std::system(make.c_str()) != 0) {
        BOOST_TEST_MESSAGE("skipped: this system can't make a German locale");
        return;
    }
    setenv("LOCPATH", locales.path().c_str(), 1);
    BOOST_REQUIRE(std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr);
    const json workbook = readBack(bomOf({pricedLine(1, "a", "1.25", 3)}));
    BOOST_TEST(std::localeconv()->decimal_point == std::string(","));
    std::setlocale(LC_ALL, "C");
    unsetenv("LOCPATH");
    BOOST_TEST(bomCell(workbook, "J10").at("value") == 3.75);
}

BOOST_AUTO_TEST_SUITE_END()
