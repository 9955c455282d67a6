// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document_facts.h"
#include "document_fixture.h"
#include "formula_value.h"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace rigwright;

namespace {

Share percent(const char* text)
{
    return Share::parsePercent(text).value();
}

/// Two machines of a card and three drives, and one of two supplies; a spare drive and a service.
Bom largeOrder(const char* code, const char* card, const char* drive, const char* service)
{
    const Currency currency = Currency::parse(code).value();
    std::vector<BomLine> lines{pricedLine(1, "Card", "1", 1), pricedLine(2, "Drive", "1", 3),
                               pricedLine(3, "Supply", "1", 2), pricedLine(4, "Drive", "1", 2),
                               pricedLine(5, "Set-up", "1", 1)};
    lines[0].unitPrice = money(card, currency);
    lines[0].supplier = "Acme";
    lines[1].unitPrice = money(drive, currency);
    lines[1].category = PartCategory::Storage;
    lines[1].supplier = "=1+1";
    lines[1].discount = percent("2.5");
    lines[2].unitPrice = std::nullopt;
    lines[2].category = PartCategory::PowerSupply;
    lines[2].machine = 1;
    lines[2].partNumber.clear();
    lines[3] = lines[1];
    lines[3].number = 4;
    lines[3].kind = BomLine::Kind::Spare;
    lines[3].quantityPerSystem = 2;
    lines[4].kind = BomLine::Kind::Service;
    lines[4].unitPrice = money(service, currency);
    Bom bom = bomOf(std::move(lines));
    bom.currency = currency;
    bom.machines = {{"First", 2, "", ""}, {"Second", 1, "", ""}};
    bom.terms.taxRate = percent("19");
    bom.terms.discount = percent("3");
    bom.terms.contingency = percent("5");
    return bom;
}

std::vector<std::string> totalsOf(const Document& document)
{
    std::vector<std::string> amounts;
    for (std::size_t row = 0; row < document.findTable("totals")->rows.size(); ++row) {
        amounts.push_back(textIn(document, "totals", row, "amount"));
    }
    return amounts;
}

void checkAmounts(const Document& document, const std::vector<std::string>& expected)
{
    const std::vector<std::string> amounts = totalsOf(document);
    BOOST_TEST(amounts == expected, boost::test_tools::per_element());
    for (const std::string& wrong : wrongFormulas(document)) {
        BOOST_ERROR(wrong);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(document_bom)

BOOST_AUTO_TEST_CASE(dollars_add_up_to_the_cent)
{
    Bom bom = largeOrder("USD", "699.99", "10.20", "250");
    bom.terms.shipping = money("49.90");
    // Card 2 × 699.99 = 1399.98. Drive 10.20 less 2.5 % (0.255, rounded 0.26) = 9.94: 6 × 9.94 = 59.64, spares 2 × 9.94 = 19.88.
    // Service 250. Lines 1729.50. Discount 3 % = 51.885, rounded 51.89. Net 1729.50 − 51.89 + 49.90 = 1727.51.
    // Tax 19 % = 328.2269, 328.23. Gross 2055.74. Contingency 5 % of the net = 86.3755, 86.38. Budget 2142.12.
    checkAmounts(
        makeDocument(factsOf(bom)),
        {"$1,729.50", "-$51.89", "$49.90", "$1,727.51", "$328.23", "$2,055.74", "$86.38", "$2,142.12"});
}

BOOST_AUTO_TEST_CASE(yen_have_no_decimals)
{
    Bom bom = largeOrder("JPY", "98765", "1250", "30000");
    // Card 197,530. Drive 1250 less 31.25 (31) = 1219: 6 × 1219 = 7314, spares 2438. Service 30,000. Lines 237,282.
    // Discount 7118.46 (7118). Net 230,164. Tax 43,731.16 (43,731). Gross 273,895. Contingency 11,508.2 (11,508).
    // Budget 285,403. Shipping is not known.
    checkAmounts(
        makeDocument(factsOf(bom)),
        {"JP¥237,282", "-JP¥7,118", "", "JP¥230,164", "JP¥43,731", "JP¥273,895", "JP¥11,508", "JP¥285,403"});
}

BOOST_AUTO_TEST_CASE(without_a_tax_rate_no_tax_is_made_up)
{
    Bom bom = largeOrder("EUR", "1000", "10", "0");
    bom.terms = {};
    // 2 × 1000 + (6 + 2) × 9.75.
    const Document document = makeDocument(factsOf(bom));
    checkAmounts(document, {"€2,078.00", "€0.00", "", "€2,078.00", "", "€2,078.00", "€0.00", "€2,078.00"});
    BOOST_TEST(textIn(document, "bom", 1, "tax") == "");
    BOOST_TEST(textIn(document, "bom", 1, "gross") == "");
}

BOOST_AUTO_TEST_CASE(groups_have_sub_totals)
{
    const Document document = makeDocument(factsOf(largeOrder("CNY", "699.99", "10.20", "250")));
    const DocumentTable& table = *document.findTable("bom");
    std::string kinds;
    for (const DocumentRow& row : table.rows) {
        kinds += "LGST"[static_cast<std::size_t>(row.kind)];
    }
    // First: head, card, drive, sum. Second: head, supply, sum. Spares, services. Total.
    BOOST_TEST(kinds == "GLLSGLSGLSGLST");
    BOOST_TEST(textIn(document, "bom", 0, "description") == "First");
    BOOST_TEST(textIn(document, "bom", 3, "line_total") == "CN¥1,459.62"); // 1399.98 + 59.64
    // Nobody knows what the second kind's only part costs: that is not nothing.
    BOOST_TEST(textIn(document, "bom", 6, "line_total") == "");
    BOOST_TEST(textIn(document, "systems", 1, "per_system") == "");
    BOOST_TEST(textIn(document, "systems", 1, "total") == "");
    BOOST_TEST(textIn(document, "bom", 13, "line_total") == "CN¥1,729.50");
    // Filtering by a category leaves no sub-total of something else in sight.
    BOOST_TEST(textIn(document, "bom", 3, "category") == "");
    BOOST_TEST(textIn(document, "systems", 0, "per_system") == "CN¥729.81");
    BOOST_TEST(textIn(document, "systems", 0, "total") == "CN¥1,459.62");
}

BOOST_AUTO_TEST_CASE(sums_of_lines_without_a_price_are_blank)
{
    std::vector<BomLine> lines{pricedLine(1, "a", "1.50", 2), pricedLine(2, "b", "2.00", 1)};
    lines[1].category = PartCategory::Cpu;
    lines[1].unitPrice.reset();
    const Document document = makeDocument(factsOf(bomOf(lines)));
    BOOST_TEST(textIn(document, "sums_by_category", 0, "total") == "$3.00");
    BOOST_TEST(textIn(document, "sums_by_category", 1, "name") == "CPU");
    BOOST_TEST(textIn(document, "sums_by_category", 1, "total") == "");
    BOOST_TEST(textIn(document, "sums_by_category", 2, "total") == "$3.00");
    BOOST_TEST(textIn(document, "sums_by_supplier", 0, "total") == "$3.00");
    for (const std::string& wrong : wrongFormulas(document)) {
        BOOST_ERROR(wrong);
    }
}

BOOST_AUTO_TEST_CASE(several_lines_of_a_category_have_a_sub_total_in_a_machine)
{
    std::vector<BomLine> lines{pricedLine(1, "a", "1.00", 1), pricedLine(2, "b", "2.00", 1),
                               pricedLine(3, "c", "4.00", 1)};
    lines[2].category = PartCategory::Cpu;
    const Document document = makeDocument(factsOf(bomOf(lines)));
    BOOST_REQUIRE(document.findTable("bom")->rows.size() == 5U); // a, b, their sum, c, total
    BOOST_TEST(textIn(document, "bom", 2, "description") == "Sub-total: Accelerator");
    BOOST_TEST(textIn(document, "bom", 2, "line_total") == "$3.00");
    BOOST_TEST(textIn(document, "bom", 4, "line_total") == "$7.00");
    BOOST_TEST(wrongFormulas(document).empty());
}

BOOST_AUTO_TEST_CASE(suppliers_are_summed_by_their_exact_name)
{
    std::vector<BomLine> lines;
    for (const char* supplier : {"Acme", "acme", "A*", "=Acme", ">0", "", "Acme"}) {
        lines.push_back(pricedLine(static_cast<int>(lines.size()) + 1, "x", "1.00", 1));
        lines.back().supplier = supplier;
    }
    const Document document = makeDocument(factsOf(bomOf(lines)));
    std::vector<std::string> sums;
    for (std::size_t row = 0; row < document.findTable("sums_by_supplier")->rows.size(); ++row) {
        sums.push_back(textIn(document, "sums_by_supplier", row, "name") + " " +
                       textIn(document, "sums_by_supplier", row, "total"));
    }
    const std::vector<std::string> expected{"Acme $2.00",
                                            "acme $1.00",
                                            "A* $1.00",
                                            "=Acme $1.00",
                                            ">0 $1.00",
                                            "No supplier chosen $1.00",
                                            "Total of the lines $7.00"};
    BOOST_TEST(sums == expected, boost::test_tools::per_element());
    BOOST_TEST(wrongFormulas(document).empty());
}

BOOST_AUTO_TEST_CASE(what_is_unknown_stays_blank_and_is_flagged)
{
    const Document document = makeDocument(factsOf(largeOrder("USD", "1", "1", "1")));
    for (const char* key : {"unit_price", "net_unit_price", "line_total", "tax", "gross", "part_number",
                            "supplier", "quote_number", "lead_time_days"}) {
        BOOST_TEST(textIn(document, "bom", 5, key) == "");
    }
    BOOST_TEST(textIn(document, "bom", 5, "attention") == "no price, no part number");
    // A price that is typed in later counts: the formula is there.
    BOOST_TEST(cellOf(document, "bom", 5, "line_total").formula.has_value());
}

BOOST_AUTO_TEST_CASE(a_quote_is_named_with_what_it_promises)
{
    BomLine line = pricedLine(1, "a", "1.00", 1);
    line.priceKind = PriceKind::Quote;
    line.supplier = "Acme";
    line.quoteNumber = "Q-7";
    line.leadTimeDays = 21;
    line.priceValidUntil = Date{2026, 11, 20}; // the day before the document's
    line.link = "https://acme.example/a";
    const Document document = makeDocument(factsOf(bomOf({line})));
    BOOST_TEST(textIn(document, "bom", 0, "quote_number") == "Q-7");
    BOOST_TEST(textIn(document, "bom", 0, "lead_time_days") == "21");
    BOOST_TEST(textIn(document, "bom", 0, "quote_valid_until") == "2026-11-20");
    BOOST_TEST(textIn(document, "bom", 0, "price_kind") == "quote");
    BOOST_TEST(cellOf(document, "bom", 0, "link").link == "https://acme.example/a");
    BOOST_TEST(textIn(document, "bom", 0, "attention") == "quote was valid until 2026-11-20");
    BOOST_TEST(textIn(document, "price_sources", 0, "quote_number") == "Q-7");
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
    const Document document = makeDocument(factsOf(bom));
    const auto said = [&](std::size_t row, const char* key) { return textIn(document, "bom", row, key); };
    BOOST_TEST(said(0, "attention") == "price is 486 days old");
    BOOST_TEST(said(0, "price_age_days") == "486");
    BOOST_TEST(said(1, "attention") == "price is an estimate, specifications unverified");
    BOOST_TEST(said(1, "price_state") == "unverified");
    BOOST_TEST(said(1, "specifications_state") == "unverified");
    BOOST_TEST(said(2, "attention") == "quote was valid until 2026-11-20");
    BOOST_TEST(said(3, "attention") == "");
    BOOST_TEST(said(3, "price_state") == "sourced");
    bom.pricePolicy.oldAfterDays = 486;
    BOOST_TEST(textIn(makeDocument(factsOf(bom)), "bom", 0, "attention") == "");
}

BOOST_AUTO_TEST_CASE(a_price_of_tomorrow_has_a_negative_age)
{
    BomLine line = pricedLine(1, "part", "1234567.89", 1);
    line.priceDate = Date{2026, 11, 22}; // a day after the document
    const Document document = makeDocument(factsOf(bomOf({line})));
    BOOST_TEST(textIn(document, "bom", 0, "price_age_days") == "-1");
    BOOST_TEST(textIn(document, "bom", 0, "price_date") == "2026-11-22");
}

// The price that the shop asked for stands beside the one that it was exchanged to.
BOOST_AUTO_TEST_CASE(a_price_names_what_it_was_listed_at_and_the_rate)
{
    Bom bom = bomOf({pricedLine(1, "RTX 3090", "700", 1)});
    const Currency yuan = Currency::parse("CNY").value();
    bom.lines[0].listedPrice = money("4695.38", yuan);
    DocumentFacts facts = factsOf(bom);
    facts.rates = {ExchangeRate{yuan, 6.70778, Date{2026, 9, 29}, "a bank"}};
    const Document document = makeDocument(facts);
    BOOST_TEST((std::get<Money>(cellOf(document, "price_sources", 0, "listed_price").value) ==
                money("4695.38", yuan)));
    BOOST_TEST(textIn(document, "price_sources", 0, "unit_price") == "$700.00");
    BOOST_TEST(textIn(document, "exchange_rates", 0, "per_usd") == "6.707780");
}

BOOST_AUTO_TEST_CASE(five_hundred_lines_for_twelve_systems_add_up)
{
    std::vector<BomLine> lines;
    for (int i = 1; i <= 500; ++i) {
        lines.push_back(pricedLine(i, "part", "0.01", i % 7 + 1));
        lines.back().unitPrice = Money(i * 37 + 1, Currency::usd());
        lines.back().category = static_cast<PartCategory>(i % 10);
        lines.back().supplier = "S" + std::to_string(i % 13);
    }
    Bom bom = bomOf(lines);
    bom.machines.front().systems = 12;
    bom.terms.taxRate = percent("7.7");
    const Document document = makeDocument(factsOf(bom));
    BOOST_TEST(wrongFormulas(document).empty());
    BOOST_TEST((std::get<Money>(cellOf(document, "totals", 7, "amount").value) == bom.totals().budget));
    BOOST_TEST(document.findTable("bom")->rows.size() == 501U);
}

BOOST_AUTO_TEST_SUITE_END()
