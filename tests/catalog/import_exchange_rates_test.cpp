// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

// The catalog of these tests has 0.85 EUR and 150 JPY a dollar, of 2026-09-29.
namespace {

ImportPreview ratesOf(const std::string& name, std::string_view content)
{
    return previewOf(name, content, smallView());
}

} // namespace

BOOST_AUTO_TEST_SUITE(import_exchange_rates)

// Bitcoin and gold are no currency of the program.
BOOST_AUTO_TEST_CASE(the_currency_apis_table_is_read)
{
    const ImportPreview preview = ratesOf(
        "usd.json",
        R"({"date": "2026-09-30", "usd": {"btc": 0.000009, "cny": 7.05, "eur": 0.86, "usd": 1, "xau": 0.0003}})");
    BOOST_TEST(rateLines(preview.changes) == "CNY 7.050000 2026-09-30\nEUR 0.860000 2026-09-30");
    BOOST_TEST(preview.changes.rates.front().source == "fawazahmed0/currency-api usd.json");
    BOOST_TEST(preview.rows == 4);
    BOOST_TEST(preview.passedOver == 2);
    BOOST_TEST(preview.matched == 1);
    BOOST_TEST(problemsOf(preview) == "");
}

// One euro is 1.25 USD and 200 JPY: a dollar is 1 / 1.25 = 0.8 EUR and 200 / 1.25 = 160 JPY.
BOOST_AUTO_TEST_CASE(another_base_is_converted_through_the_dollar)
{
    const ImportPreview preview = ratesOf(
        "latest.json", R"({"base": "EUR", "date": "2026-09-30", "rates": {"JPY": 200, "USD": 1.25}})");
    BOOST_TEST(rateLines(preview.changes) == "EUR 0.800000 2026-09-30\nJPY 160.000000 2026-09-30");
    BOOST_TEST(preview.changes.rates.front().source == "exchange-rate API, latest.json");
}

BOOST_AUTO_TEST_CASE(a_base_that_no_dollar_rate_ties_to_the_rest_is_an_error)
{
    BOOST_TEST(errorOf("latest.json", R"({"base": "EUR", "date": "2026-09-30", "rates": {"JPY": 200}})") ==
               "latest.json: the rates are to 'EUR' and have none of the US dollar to convert by");
}

// 8.6 is ten times the catalog's 0.85, 49 less than a third of its 150.
BOOST_AUTO_TEST_CASE(a_rate_that_moved_by_more_than_three_times_is_taken_for_a_typing_error)
{
    const ImportPreview preview = ratesOf(
        "usd.json", R"({"base": "USD", "date": "2026-09-30", "rates": {"EUR": 8.6, "JPY": 49, "CNY": 7}})");
    BOOST_TEST(
        problemsOf(preview) ==
        "usd.json:EUR: one US dollar would buy 8.6 EUR, where the catalog says 0.85 on 2026-09-29: not "
        "taken\n"
        "usd.json:JPY: one US dollar would buy 49 JPY, where the catalog says 150 on 2026-09-29: not taken");
    BOOST_TEST(rateLines(preview.changes) == "CNY 7.000000 2026-09-30");
}

BOOST_AUTO_TEST_CASE(a_table_of_text_is_read_by_its_header)
{
    const ImportPreview preview = ratesOf("rates.csv",
                                          "\xef\xbb\xbfsource,currency,per_usd,date\r\n"
                                          "my bank,EUR,0.9,2026-09-30\r\n"
                                          "my bank,GBP,0.75,\r\n"
                                          "my bank,XAU,0.0003,2026-09-30\r\n"
                                          "my bank,EUR,0.91,2026-09-30\r\n"
                                          "my bank,JPY,none,2026-09-30\r\n"
                                          "my bank,CNY,7,30th\r\n");
    BOOST_TEST(rateLines(preview.changes) == "EUR 0.900000 2026-09-30\nGBP 0.750000 2026-10-01");
    BOOST_TEST(preview.changes.rates.front().source == "my bank");
    BOOST_TEST(preview.rows == 6);
    BOOST_TEST(preview.passedOver == 1);
    BOOST_TEST_REQUIRE(preview.problems.size() == 3U);
    BOOST_TEST(preview.problems[0].text() == "rates.csv:5:per_usd: EUR has two rates: the first one counts");
    BOOST_TEST(preview.problems[1].line == 6U);
    BOOST_TEST(preview.problems[1].column == "per_usd");
    BOOST_TEST(preview.problems[2].line == 7U);
    BOOST_TEST(preview.problems[2].column == "date");
    BOOST_TEST(preview.notes.front() == "The rates say no day: they count as of 2026-10-01.");
}

BOOST_AUTO_TEST_CASE(rates_older_than_the_catalogs_are_left)
{
    const ImportPreview preview =
        ratesOf("usd.json", R"({"base": "USD", "date": "2026-01-01", "rates": {"EUR": 0.9}})");
    BOOST_TEST(preview.changes.empty());
    BOOST_TEST(preview.unchanged == 1);
    BOOST_TEST(preview.notes.front() == "Rates older than the catalog's are left as they are.");
}

BOOST_AUTO_TEST_CASE(the_same_rates_twice_change_nothing_the_second_time)
{
    const ImportFiles files;
    const std::filesystem::path file = files.write(
        "latest.json", R"({"base": "EUR", "date": "2026-09-30", "rates": {"JPY": 187.3, "USD": 1.17}})");
    const CatalogView before = smallView();
    const ImportPreview second =
        foreignPreview(file, withOffers(before, foreignPreview(file, before).changes));
    BOOST_TEST(second.changes.empty());
    BOOST_TEST(second.unchanged == 2);
}

BOOST_AUTO_TEST_CASE(values_that_are_no_rates_are_told_by_their_name)
{
    const ImportPreview preview = ratesOf(
        "usd.json",
        R"({"base": "USD", "date": "2026-09-30", "rates": {"EUR": "0.9", "JPY": 0, "GBP": null, "CNY": -7, "AUD": 1e20}})");
    BOOST_TEST(problemsOf(preview) ==
               "usd.json:AUD: one US dollar would buy 100000000000000000000 AUD: not taken\n"
               "usd.json:CNY: expected a number above zero, got a number\n"
               "usd.json:EUR: expected a number above zero, got a text\n"
               "usd.json:GBP: expected a number above zero, got null\n"
               "usd.json:JPY: expected a number above zero, got a number");
    BOOST_TEST(preview.changes.empty());
}

BOOST_AUTO_TEST_CASE(what_is_no_json_is_one_clear_error)
{
    const auto error = [](const std::string& rest) {
        return errorOf("usd.json", R"({"base": "USD", "rates": )" + rest);
    };
    // 36 characters, and then the end.
    BOOST_TEST(error("{\"EUR\": 0.9") == "usd.json: not valid JSON at line 1, column 37");
    BOOST_TEST(error(R"({"EUR": 0.9, "EUR": 1}})") ==
               "usd.json: not taken as JSON: the key 'EUR' stands twice in one object");
    BOOST_TEST(error(R"({"EUR": 1e999}})") == "usd.json: not valid JSON: a number is out of range");
    BOOST_TEST(error(std::string(100'000, '[')) ==
               "usd.json: not taken as JSON: nested more than 32 levels deep");
    BOOST_TEST(error("{}, \"date\": \"yesterday\"}") == "usd.json: date: expected a day such as 2026-08-18");
}

BOOST_AUTO_TEST_SUITE_END()
