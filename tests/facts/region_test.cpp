// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/region.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

Currency currency(const char* code)
{
    return Currency::parse(code).value();
}

Money money(const char* decimal, const char* code)
{
    return Money::parse(decimal, currency(code)).value();
}

ExchangeRates rates()
{
    const Date date{2026, 8, 18};
    return ExchangeRates({{currency("CNY"), 7.2, date, "bank"},
                          {currency("JPY"), 150, date, "bank"},
                          {currency("EUR"), 0.8, date, "bank"}});
}

} // namespace

BOOST_AUTO_TEST_SUITE(exchange)

BOOST_AUTO_TEST_CASE(dollars_become_other_currencies)
{
    BOOST_TEST((rates().convert(money("3000", "USD"), currency("CNY")).value() == money("21600", "CNY")));
    // 10.01 × 150 = 1,501.5 yen, rounded away from zero.
    BOOST_TEST((rates().convert(money("10.01", "USD"), currency("JPY")).value() == money("1502", "JPY")));
    BOOST_TEST((rates().convert(money("-3000", "USD"), currency("CNY")).value() == money("-21600", "CNY")));
}

BOOST_AUTO_TEST_CASE(other_currencies_become_dollars)
{
    // 130,000 / 7.2 = 18,055.5555…
    BOOST_TEST(
        (rates().convert(money("130000", "CNY"), Currency::usd()).value() == money("18055.56", "USD")));
    BOOST_TEST((rates().convert(money("150", "JPY"), Currency::usd()).value() == money("1", "USD")));
}

BOOST_AUTO_TEST_CASE(two_other_currencies_go_through_the_dollar)
{
    // 720 / 7.2 × 0.8 = 80
    BOOST_TEST((rates().convert(money("720", "CNY"), currency("EUR")).value() == money("80", "EUR")));
}

BOOST_AUTO_TEST_CASE(the_same_currency_needs_no_rate)
{
    BOOST_TEST(
        (ExchangeRates().convert(money("12.34", "GBP"), currency("GBP")).value() == money("12.34", "GBP")));
    // Too large for a double to hold exactly: it must come back untouched.
    const Money large = money("90071992547409.93", "USD");
    BOOST_TEST((rates().convert(large, Currency::usd()).value() == large));
}

BOOST_AUTO_TEST_CASE(a_currency_without_a_rate_is_an_error_that_names_it)
{
    const char* expected = "the catalog has no exchange rate for GBP";
    BOOST_TEST(rates().convert(money("1", "GBP"), currency("CNY")).error().message == expected);
    BOOST_TEST(rates().convert(money("1", "CNY"), currency("GBP")).error().message == expected);
    BOOST_TEST(rates().find(currency("GBP")) == nullptr);
}

BOOST_AUTO_TEST_CASE(the_dollar_always_has_the_rate_one)
{
    const ExchangeRates none;
    BOOST_REQUIRE(none.find(Currency::usd()) != nullptr);
    BOOST_TEST(none.find(Currency::usd())->perUsd == 1.0);
    BOOST_TEST(rates().find(currency("JPY"))->perUsd == 150.0);
    BOOST_TEST(rates().all().size() == 3U);
}

BOOST_AUTO_TEST_CASE(an_amount_that_leaves_the_range_is_an_error)
{
    // 9 × 10^16 dollars are more than 2^63 fen.
    const Money large(std::int64_t{9} * 1'000'000'000'000'000'000, Currency::usd());
    BOOST_TEST(rates().convert(large, currency("CNY")).error().message ==
               "an amount in USD is too large to be exchanged into CNY");
}

BOOST_AUTO_TEST_SUITE_END()
