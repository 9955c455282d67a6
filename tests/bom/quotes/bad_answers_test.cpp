// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/quote_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using namespace rigwright::test;

namespace {

using Ids = std::vector<std::string>;

/// What becomes of a price in a form in euros; empty where the row is left out.
std::string priceOf(const std::string& cell, const std::string& currency = "EUR")
{
    const QuoteImport read = answerOf({{"unit_price", cell}}, {{"quote_currency", currency}});
    return read.quote.lines.empty() ? "" : read.quote.lines[0].unitPrice->decimal();
}

std::string refusalOf(const std::string& cell, const std::string& currency = "EUR")
{
    const QuoteImport read = answerOf({{"unit_price", cell}}, {{"quote_currency", currency}});
    BOOST_TEST(read.quote.lines.empty(), cell);
    BOOST_TEST(read.unanswered.size() == 3U, cell);
    return read.notes.empty() ? "" : read.notes.front().finding.message();
}

} // namespace

BOOST_AUTO_TEST_SUITE(quote_answers)

BOOST_AUTO_TEST_CASE(an_amount_is_taken_where_it_can_mean_one_thing)
{
    const std::pair<const char*, const char*> amounts[] = {
        {"1234", "1234.00"},
        {"1234,5", "1234.50"},
        {"1234.50", "1234.50"},
        {"1.234,50", "1234.50"},
        {"1,234.50", "1234.50"},
        {"1 234,50", "1234.50"},
        {"1'234.50", "1234.50"},
        {"1’234.50", "1234.50"},
        {"1.234.567", "1234567.00"},
        {"1,234,567.8", "1234567.80"},
        {"€ 799,95", "799.95"},
        {"799.95 EUR", "799.95"},
        {"eur799.95", "799.95"},
        {"799.9500", "799.95"},
        {"\xC2\xA0"
         "1\xE2\x80\xAF"
         "234,5",
         "1234.50"},
        {"７９９．９５", "799.95"},
        {"0,99", "0.99"},
    };
    for (const auto& [cell, amount] : amounts) {
        BOOST_TEST(priceOf(cell) == amount, cell);
    }
    BOOST_TEST(priceOf("￥1,234.5", "CNY") == "1234.50");
    BOOST_TEST(priceOf("1234元", "RMB") == "1234.00");
    BOOST_TEST(priceOf("US$ 1,234.50", "USD") == "1234.50");
    // Yen have no decimals, so that a mark before three digits can only part thousands.
    BOOST_TEST(priceOf("¥110,233", "JPY") == "110233");
}

BOOST_AUTO_TEST_CASE(an_amount_that_can_mean_two_things_is_asked_about)
{
    for (const char* cell : {"1.234", "1,234", "12.345", "123,456 €"}) {
        BOOST_TEST(refusalOf(cell).ends_with("can mean thousands or decimals: which is it?"), cell);
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_price_is_said_with_its_text)
{
    for (const char* cell : {"on request", "12 + 3", "1.23.4", "1,23,456.00", "1.234,567.8", "1e3", "(5)",
                             "€", "10 pcs", "5-6", ".", "1234567890123456789"}) {
        BOOST_TEST(refusalOf(cell) == "“" + std::string(cell) + "” is no price.", cell);
    }
    BOOST_TEST(refusalOf("19 %") == "“19 %” is a share: expected a price.");
    BOOST_TEST(refusalOf("12.345,678") == "“12.345,678” has more decimals than EUR has.");
    BOOST_TEST(refusalOf("0.123") == "“0.123” has more decimals than EUR has.");
    BOOST_TEST(refusalOf("12.5", "JPY") == "“12.5” has more decimals than JPY has.");
    BOOST_TEST(refusalOf("-5") == "-€5.00 is below zero.");
    BOOST_TEST(refusalOf("0").starts_with("€0.00 is no price"));
    BOOST_TEST(refusalOf("99999999999").ends_with("is beyond every price."));
}

BOOST_AUTO_TEST_CASE(a_currency_that_the_form_contradicts_is_asked_about)
{
    BOOST_TEST(refusalOf("$ 799") == "“$ 799” is shown in $, but the form says EUR: which is it?");
    BOOST_TEST(refusalOf("799 CHF") == "“799 CHF” is shown in chf, but the form says EUR: which is it?");
    const auto withoutCurrency = [](const char* cell) {
        return answerOf({{"unit_price", cell}}, {{"quote_currency", ""}});
    };
    BOOST_TEST((noteIds(withoutCurrency("799")) == Ids{"quote-currency"}));
    BOOST_TEST((noteIds(withoutCurrency("$799")) == Ids{"quote-currency"}));
    const QuoteImport signedPrice = withoutCurrency("799 €");
    BOOST_TEST(signedPrice.notes.empty());
    BOOST_TEST((signedPrice.quote.lines.at(0).unitPrice == Money(79900, Currency::parse("EUR").value())));
    BOOST_TEST((noteIds(answerOf({{"unit_price", "5"}, {"currency", "XYZ"}})) == Ids{"quote-currency"}));
}

BOOST_AUTO_TEST_CASE(a_price_in_a_currency_without_a_rate_is_kept_and_noted)
{
    const QuoteImport read = answerOf({{"unit_price", "700"}, {"currency", "CHF"}});
    BOOST_TEST((noteIds(read) == Ids{"quote-no-rate"}));
    BOOST_TEST((read.quote.lines.at(0).unitPrice == Money(70000, Currency::parse("CHF").value())));
}

BOOST_AUTO_TEST_CASE(rows_are_matched_by_their_line_alone)
{
    const std::map<std::string, std::string> fields{
        {"request_number", "RFQ-7"}, {"quote_currency", "EUR"}, {"quote_date", "2026-11-20"}};
    const auto text = answerText(fields,
                                 {{{"line_id", "kit"}, {"quantity", "2"}, {"unit_price", "90"}},
                                  {{"line_id", "gone"}, {"quantity", "1"}, {"unit_price", "5"}},
                                  {{"line_id", "gone too"}, {"quantity", "1"}},
                                  {{"description", "Total"}, {"unit_price", "95"}},
                                  {{"line_id", "board"}, {"quantity", "2"}, {"unit_price", "6"}},
                                  {{"line_id", "board"}, {"quantity", "2"}, {"unit_price", "7"}},
                                  {{"line_id", "card"}, {"quantity", "4"}}});
    const auto read = readQuote(text, smallRequest(), quoteCatalog());
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST((noteIds(*read) ==
                Ids{"quote-unknown-line", "quote-no-line", "quote-line-twice", "quote-line-twice"}));
    BOOST_TEST(read->notes[0].row == 6U); // three fields, the keys, the kit
    BOOST_TEST(read->notes[0].id == "gone");
    BOOST_TEST(read->notes[0].finding.message() == "Line “gone” was not asked for (price “5”).");
    BOOST_REQUIRE(read->quote.lines.size() == 1U);
    BOOST_TEST((read->quote.lines[0].part == PartId("kit")));
    BOOST_TEST((read->unanswered == Ids{"card", "board"}));
}

BOOST_AUTO_TEST_CASE(a_price_for_another_quantity_is_not_taken)
{
    for (const char* quantity : {"5", "", "4 or more", "4.5", "-4"}) {
        const QuoteImport read = answerOf({{"unit_price", "700"}, {"quantity", quantity}});
        BOOST_TEST((noteIds(read) == Ids{"quote-quantity-changed"}), quantity);
        BOOST_TEST(read.quote.lines.empty(), quantity);
    }
}

BOOST_AUTO_TEST_CASE(a_day_is_taken_where_it_can_mean_one_day)
{
    const auto until = [](const char* cell) {
        const QuoteImport read = answerOf({{"unit_price", "700"}, {"valid_until", cell}});
        return read.quote.lines.empty() ? read.notes.at(0).finding.id : read.quote.lines[0].validUntil->iso();
    };
    for (const char* cell : {"2026-12-31", "31.12.2026", "12/31/2026", "31/12/2026", "2026/12/31", "20261231",
                             "2026年12月31日", "31 Dec 2026", "December 31, 2026", "2026-12-31 00:00:00"}) {
        BOOST_TEST(until(cell) == "2026-12-31", cell);
    }
    BOOST_TEST(until("12.12.2026") == "2026-12-12");
    for (const char* cell : {"03/04/2027", "03.04.2027", "soon", "31.12.26", "2026-02-30", "1.1.1999",
                             "46387", "2026-12-31 until 2027-01-31", "Q4 2026"}) {
        BOOST_TEST(until(cell) == "quote-date-unclear", cell);
    }
    BOOST_TEST(until("2026-11-19") == "quote-validity"); // the day before the quote's
}

BOOST_AUTO_TEST_CASE(a_validity_that_is_unclear_for_the_quote_leaves_its_prices_out)
{
    for (const char* day : {"03/04/2027", "2026-11-19"}) {
        const QuoteImport read = answerOf({{"unit_price", "700"}}, {{"quote_valid_until", day}});
        BOOST_TEST(read.quote.lines.empty());
        BOOST_TEST(read.notes.size() == 2U); // the field and the row
        BOOST_TEST(
            !answerOf({{"unit_price", "700"}, {"valid_until", "2026-12-31"}}, {{"quote_valid_until", day}})
                 .quote.lines.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_quote_without_a_clear_day_is_as_old_as_the_request)
{
    for (const char* day : {"", "03/04/2026"}) {
        const QuoteImport read =
            answerOf({{"unit_price", "700"}}, {{"quote_date", day}, {"request_date", "2026-11-02"}});
        BOOST_TEST((noteIds(read) == Ids{"quote-no-date"}));
        BOOST_TEST((read.quote.date == Date{2026, 11, 2}));
    }
}

BOOST_AUTO_TEST_CASE(a_lead_time_that_is_none_is_noted_and_the_price_taken)
{
    const auto days = [](const char* cell) {
        const QuoteImport read = answerOf({{"unit_price", "700"}, {"lead_time_days", cell}});
        BOOST_TEST(read.quote.lines.size() == 1U);
        BOOST_TEST(read.notes.size() == (read.quote.lines.at(0).leadTimeDays ? 0U : 1U));
        return read.quote.lines.at(0).leadTimeDays.value_or(-1);
    };
    BOOST_TEST(days("14") == 14);
    BOOST_TEST(days("0") == 0);
    BOOST_TEST(days("14 days") == 14);
    BOOST_TEST(days("14 天") == 14);
    BOOST_TEST(days("1825") == 1825);
    BOOST_TEST(days("14.0") == 14);
    BOOST_TEST(days("14,00") == 14);
    for (const char* cell : {"1826", "14.000", "1.400,0", ".0", "-1", "2 weeks", "5-7", "in stock", "1.5"}) {
        BOOST_TEST(days(cell) == -1, cell);
    }
}

BOOST_AUTO_TEST_CASE(a_price_far_from_the_known_one_is_taken_and_noted)
{
    // The card is known for 800 USD, which are 640 EUR: ten times that are 6,400.
    BOOST_TEST((noteIds(answerOf({{"unit_price", "6400"}})) == Ids{}));
    BOOST_TEST((noteIds(answerOf({{"unit_price", "6401"}})) == Ids{"quote-price-far"}));
    BOOST_TEST((noteIds(answerOf({{"unit_price", "64"}})) == Ids{}));
    BOOST_TEST((noteIds(answerOf({{"unit_price", "63.99"}})) == Ids{"quote-price-far"}));
}

BOOST_AUTO_TEST_CASE(a_line_with_remarks_alone_is_kept_without_a_price)
{
    const QuoteImport read = answerOf({{"remarks", "end of life"}});
    BOOST_TEST(read.notes.empty());
    BOOST_TEST(!read.quote.lines.at(0).unitPrice);
    BOOST_TEST(read.quote.lines.at(0).remarks == "end of life");
    BOOST_TEST(read.unanswered.size() == 3U);
}

BOOST_AUTO_TEST_CASE(an_answer_to_another_request_is_noted)
{
    BOOST_TEST((noteIds(answerOf({{"unit_price", "700"}}, {{"request_number", "RFQ-6"}})) ==
                Ids{"quote-other-request"}));
}

BOOST_AUTO_TEST_SUITE_END()
