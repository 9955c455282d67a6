// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"

#include "bom/bom_fixture.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

using namespace rigwright;

namespace {

std::string csvOf(const Bom& bom)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "bom.csv";
    const auto written = writeCsv(bom, path);
    BOOST_REQUIRE_MESSAGE(written.has_value(), (written ? "" : written.error().message));
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const std::string kHead = "\xEF\xBB\xBF"
                          "No.,Category,Manufacturer,Description,Part number,Key specifications,"
                          "Quantity per system,Quantity,Unit price (USD),Line total (USD),Price kind,"
                          "Price source,Price date,Price age (days),Attention,Price state,"
                          "Specifications state\r\n";

} // namespace

BOOST_AUTO_TEST_SUITE(csv)

// 2 × 2 × 699.99 = 2,799.96; 1 August to 21 November are 112 days.
BOOST_AUTO_TEST_CASE(a_document_is_a_head_its_lines_and_a_total)
{
    Bom bom = bomOf({pricedLine(1, "RTX 3090", "699.99", 2)});
    bom.machines.front().systems = 2;
    BOOST_TEST(csvOf(bom) ==
               kHead +
                   "1,Accelerator,Maker,RTX 3090,PN-1,1 figure,2,4,699.99,2799.96,street,a "
                   "shop,2026-08-01,112,,sourced,"
                   "sourced\r\n"
                   ",,,Total,,,,,,2799.96,,,,,,,\r\n");
}

BOOST_AUTO_TEST_CASE(unknown_is_blank_and_flagged)
{
    BomLine line = pricedLine(1, "RTX 3090", "1", 1);
    line.unitPrice = std::nullopt;
    line.priceDate = std::nullopt;
    line.priceSource = "";
    line.partNumber = "";
    BOOST_TEST(
        csvOf(bomOf({line})) ==
        kHead + "1,Accelerator,Maker,RTX 3090,,1 figure,1,1,,,,,,,\"no price, no part number\",,sourced\r\n" +
            ",,,Total,,,,,,0.00,,,,,1 line has no price and is not in the total,,\r\n");
}

BOOST_AUTO_TEST_CASE(fields_are_quoted_as_rfc_4180_says)
{
    Bom bom = bomOf({pricedLine(1, "2,5\" drive\r\nblack", "1", 1)});
    BOOST_TEST(csvOf(bom).find(",\"2,5\"\" drive\r\nblack\",") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(no_text_can_become_a_formula)
{
    for (const std::string start : {"=", "+", "-", "@", "\t", "＝"}) {
        Bom bom = bomOf({pricedLine(1, (start + "1+1").c_str(), "1", 1)});
        BOOST_TEST(csvOf(bom).find(",'" + start + "1+1,") != std::string::npos, start);
    }
    Bom bom = bomOf({pricedLine(1, "\r=1+1", "1", 1)});
    BOOST_TEST(csvOf(bom).find(",\"'\r=1+1\",") != std::string::npos);
    // What the sign protects is the cell, not the field: quotes are no protection.
    bom = bomOf({pricedLine(1, "=HYPERLINK(\"http://x\",\"y\")", "1", 1)});
    BOOST_TEST(csvOf(bom).find(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(numbers_stay_numbers)
{
    BomLine line = pricedLine(1, "part", "1234567.89", 1);
    line.priceDate = Date{2026, 11, 22}; // a day after the document
    const std::string text = csvOf(bomOf({line}));
    BOOST_TEST(text.find(",1234567.89,1234567.89,") != std::string::npos);
    BOOST_TEST(text.find(",2026-11-22,-1,") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(chinese_and_broken_text_arrive_as_utf8)
{
    const std::string text = csvOf(bomOf({pricedLine(1, "显卡", "1", 1), pricedLine(2, "a\xff", "1", 1)}));
    BOOST_TEST(text.find("显卡") != std::string::npos);
    BOOST_TEST(text.find(",a�,") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
