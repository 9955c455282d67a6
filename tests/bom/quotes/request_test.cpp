// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/quote_request.h"

#include "bom/bom_fixture.h"
#include "bom/quotes/quote_fixture.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

using namespace rigwright;
using namespace rigwright::test;

namespace {

/// Two machines of kind 0 with the card twice each, one of kind 1 with it once, and three spares.
Bom twoKinds()
{
    Bom bom = bomOf({pricedLine(1, "Card", "100", 2), pricedLine(2, "Card", "100", 1),
                     pricedLine(3, "Card", "100", 3), pricedLine(4, "Set up", "50", 1),
                     pricedLine(5, "Case", "10", 1), pricedLine(6, "Board", "10", 1)});
    bom.machines = {{"a", 2, "", ""}, {"b", 1, "", ""}};
    for (BomLine& line : bom.lines) {
        line.part = PartId("card");
    }
    bom.lines[1].machine = 1;
    bom.lines[2].kind = BomLine::Kind::Spare;
    bom.lines[3].kind = BomLine::Kind::Service;
    bom.lines[4].part = PartId("case");
    bom.lines[4].owned = true;
    bom.lines[5].part = PartId("board");
    bom.lines[5].supplier = "Boards Ltd";
    bom.header.documentNumber = "RFQ-7";
    bom.header.shipTo = "Berlin";
    return bom;
}

std::vector<std::string> idsOf(const QuoteRequest& request)
{
    std::vector<std::string> ids;
    for (const QuoteRequestLine& line : request.lines) {
        ids.push_back(line.id);
    }
    return ids;
}

/// Every text in brackets, as a translation that leaves nothing as it was.
Texts foreign()
{
    return Texts("xx", [](const char*, const std::string& english) { return "【" + english + "】"; });
}

} // namespace

BOOST_AUTO_TEST_SUITE(quote_request)

BOOST_AUTO_TEST_CASE(equal_parts_of_all_machines_and_spares_are_one_line)
{
    const QuoteRequest request = makeQuoteRequest(twoKinds(), "");
    BOOST_TEST((idsOf(request) == std::vector<std::string>{"card", "board"}));
    BOOST_TEST(request.lines[0].quantity == 8); // 2 × 2 + 1 × 1 + 3
    BOOST_TEST(request.lines[1].quantity == 2); // one in each machine of the first kind
    BOOST_TEST(request.documentNumber == "RFQ-7");
    BOOST_TEST(request.shipTo == "Berlin");
}

BOOST_AUTO_TEST_CASE(a_supplier_is_not_asked_for_what_another_one_was_chosen_for)
{
    BOOST_TEST((idsOf(makeQuoteRequest(twoKinds(), "Cards Ltd")) == std::vector<std::string>{"card"}));
    BOOST_TEST(
        (idsOf(makeQuoteRequest(twoKinds(), "Boards Ltd")) == std::vector<std::string>{"card", "board"}));
}

BOOST_AUTO_TEST_CASE(who_gave_an_earlier_quote_was_not_chosen_by_it)
{
    Bom bom = twoKinds();
    bom.lines[5].priceKind = PriceKind::Quote;
    bom.lines[5].quoteNumber = "Q-1";
    bom.lines[5].priceSource = "Boards Ltd, quote Q-1";
    BOOST_TEST((idsOf(makeQuoteRequest(bom, "Cards Ltd")) == std::vector<std::string>{"card", "board"}));
}

BOOST_AUTO_TEST_CASE(only_the_coloured_cells_of_a_form_can_be_changed)
{
    const TemporaryFolder folder;
    BOOST_TEST(writeQuoteRequest(smallRequest(), folder.path() / "form.xlsx").has_value());
    const auto form = lookAt(folder.path() / "form.xlsx");
    BOOST_TEST(form.at("protected") == true);
    BOOST_TEST(form.at("password").is_null());
    BOOST_TEST(form.at("unlocked").size() == 3 * 8 + 6U); // eight answers a line, six fields
    BOOST_TEST(form.at("unlocked").dump() == form.at("coloured").dump());
    BOOST_TEST(form.at("keys") == 10);
    BOOST_TEST(form.at("freeze") == "B11");
    BOOST_TEST(form.at("titles") == "$9:$9");
    BOOST_TEST(form.at("orientation") == "landscape");
    BOOST_TEST(form.at("fit") == true);
    const auto& cells = form.at("cells");
    BOOST_TEST(cells.at("B1").at("value") == "Request for quotation");
    BOOST_TEST(cells.at("C3").at("value") == "RFQ-7");
    BOOST_TEST(cells.at("C4").at("type") == "d");
    BOOST_TEST(cells.at("F3").at("value") == "Shop Ltd");
    BOOST_TEST(cells.at("F7").at("value") == "EUR");
    BOOST_TEST(cells.at("A11").at("value") == "card");
    BOOST_TEST(cells.at("D11").at("value") == "PN-A");
    BOOST_TEST(cells.at("F11").at("type") == "n");
    BOOST_TEST(cells.at("F11").at("value") == "4");
}

BOOST_AUTO_TEST_CASE(a_program_checks_prices_days_and_lead_times_while_they_are_typed)
{
    const TemporaryFolder folder;
    BOOST_TEST(writeQuoteRequest(smallRequest(), folder.path() / "form.xlsx").has_value());
    const auto form = lookAt(folder.path() / "form.xlsx");
    const std::vector<std::string> expected{"date F5:F6", "date K11:K13", "decimal F8",   "decimal G11:G13",
                                            "list F7",    "list H11:H13", "whole J11:J13"};
    BOOST_TEST(form.at("validations").get<std::vector<std::string>>() == expected,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(text_that_looks_like_a_formula_stays_text)
{
    const TemporaryFolder folder;
    QuoteRequest request = smallRequest();
    request.supplier = "=cmd|'/c calc'!A1";
    request.shipTo = "@SUM(A1)";
    request.lines[0].description = "+1";
    BOOST_TEST(writeQuoteRequest(request, folder.path() / "form.xlsx").has_value());
    const auto form = lookAt(folder.path() / "form.xlsx");
    for (const char* cell : {"F3", "C6", "C11", "D13"}) {
        BOOST_TEST(form.at("cells").at(cell).at("type") == "s", cell);
    }
    BOOST_TEST(writeQuoteRequest(request, folder.path() / "form.csv").has_value());
    const std::string text = bytesOf(folder.path() / "form.csv");
    for (const char* cell : {",'=cmd|'/c calc'!A1,", ",'@SUM(A1),", ",'+1,", ",'=KIT,"}) {
        BOOST_TEST(text.find(cell) != std::string::npos, cell);
    }
    BOOST_TEST(text.starts_with("\xEF\xBB\xBF"));
}

BOOST_AUTO_TEST_CASE(a_name_of_another_kind_of_file_is_refused)
{
    const TemporaryFolder folder;
    const auto written = writeQuoteRequest(smallRequest(), folder.path() / "form.pdf");
    BOOST_REQUIRE(!written.has_value());
    BOOST_TEST(written.error().message.ends_with("form.pdf: expected a name that ends in .xlsx or .csv"));
    BOOST_TEST(folder.entries() == 0U);
}

BOOST_AUTO_TEST_CASE(a_form_that_comes_back_as_it_went_has_no_prices)
{
    const TemporaryFolder folder;
    const auto unchanged = [&] {
        QuoteRequest request;
        request.supplier = *rc::gen::string<std::string>();
        request.documentNumber = *rc::gen::arbitrary<std::string>();
        request.date = Date{2026, 11, 20};
        const auto count = *rc::gen::inRange<std::size_t>(0, 6);
        for (std::size_t i = 0; i < count; ++i) {
            request.lines.push_back({"part-" + std::to_string(i), *rc::gen::arbitrary<std::string>(),
                                     *rc::gen::arbitrary<std::string>(), *rc::gen::arbitrary<std::string>(),
                                     *rc::gen::arbitrary<std::string>(), *rc::gen::inRange(1, 100'000)});
        }
        const auto path = folder.path() / (*rc::gen::arbitrary<bool>() ? "form.xlsx" : "form.csv");
        const Texts texts = *rc::gen::arbitrary<bool>() ? foreign() : Texts();
        RC_ASSERT(writeQuoteRequest(request, path, texts).has_value());
        const auto read = readQuoteFile(path, request, quoteCatalog());
        if (!read) {
            RC_FAIL(read.error().message);
        }
        RC_ASSERT(read->quote.lines.empty());
        RC_ASSERT(read->unanswered == idsOf(request));
        for (const QuoteImportNote& note : read->notes) {
            RC_ASSERT(note.finding.severity != Severity::Blocker);
        }
    };
    BOOST_TEST(rc::check(unchanged));
}

BOOST_AUTO_TEST_SUITE_END()
