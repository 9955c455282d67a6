// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/money.h"

#include <boost/test/unit_test.hpp>

#include <limits>
#include <set>
#include <stdexcept>
#include <string>

using namespace rigwright;

namespace {

Currency currency(const char* code)
{
    return Currency::parse(code).value();
}

Money usd(const char* decimal)
{
    return Money::parse(decimal, Currency::usd()).value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(money)

BOOST_AUTO_TEST_CASE(decimals_are_kept_exactly)
{
    BOOST_TEST(usd("3149").minorUnits() == 314900);
    BOOST_TEST(usd("3149.5").decimal() == "3149.50");
    BOOST_TEST(usd("-0.07").minorUnits() == -7);
    BOOST_TEST(usd("-0.07").decimal() == "-0.07");
    BOOST_TEST(Money::parse("130000", currency("jpy")).value().decimal() == "130000");
}

BOOST_AUTO_TEST_CASE(what_is_not_an_amount_is_refused)
{
    for (const char* text : {"", "-", ".5", "1.", "1,000", "1.234", "$5", "1e3", "--1", " 1", "1.2.3"}) {
        BOOST_TEST(!Money::parse(text, Currency::usd()).has_value(), text);
    }
    BOOST_TEST(!Money::parse("10.5", currency("JPY")).has_value());
    BOOST_TEST(!Money::parse("92233720368547758.08", Currency::usd()).has_value());
    BOOST_TEST(Money::parse("92233720368547758.07", Currency::usd()).value().minorUnits() ==
               std::numeric_limits<std::int64_t>::max());
}

BOOST_AUTO_TEST_CASE(ten_dimes_are_a_dollar)
{
    Money sum = usd("0");
    for (int i = 0; i < 10; ++i) {
        sum += usd("0.10");
    }
    BOOST_TEST((sum == usd("1")));
}

BOOST_AUTO_TEST_CASE(rounding_is_half_away_from_zero)
{
    BOOST_TEST(Money::rounded(2.125, Currency::usd()).minorUnits() == 213);
    BOOST_TEST(Money::rounded(-0.125, Currency::usd()).minorUnits() == -13);
    BOOST_TEST(usd("0.05").scaled(0.5).minorUnits() == 3);
}

BOOST_AUTO_TEST_CASE(numbers_that_are_no_amount_cannot_be_rounded)
{
    for (const double bad :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
          -std::numeric_limits<double>::infinity(), 1e30}) {
        BOOST_CHECK_THROW((void)Money::rounded(bad, Currency::usd()), std::overflow_error);
    }
}

BOOST_AUTO_TEST_CASE(currencies_have_the_decimals_of_iso_4217)
{
    for (const char* code : {"USD", "CNY", "EUR", "GBP", "CHF", "INR"}) {
        BOOST_TEST(currency(code).decimals() == 2, code);
    }
    BOOST_TEST(currency("JPY").decimals() == 0);
    BOOST_TEST(currency("KRW").decimals() == 0);
    BOOST_TEST(currency("cny").code() == "CNY");
    BOOST_TEST((Money() == Money(0, Currency::usd())));
}

BOOST_AUTO_TEST_CASE(every_currency_is_found_by_its_code_and_has_a_sign_of_its_own)
{
    std::set<std::string> signs;
    for (const Currency& known : Currency::all()) {
        BOOST_TEST((Currency::parse(known.code()).value() == known));
        BOOST_TEST(signs.insert(known.sign()).second, known.code());
    }
}

BOOST_AUTO_TEST_CASE(two_currencies_never_mix)
{
    BOOST_CHECK_THROW((void)(usd("1") + Money(100, currency("EUR"))), std::logic_error);
    BOOST_CHECK_THROW((void)(usd("1") < Money(100, currency("EUR"))), std::logic_error);
}

BOOST_AUTO_TEST_CASE(overflow_is_an_error_and_not_a_number)
{
    const Money most(std::numeric_limits<std::int64_t>::max(), Currency::usd());
    BOOST_CHECK_THROW((void)(most + usd("0.01")), std::overflow_error);
    BOOST_CHECK_THROW((void)(most * 2), std::overflow_error);
    BOOST_CHECK_THROW((void)most.scaled(1.5), std::overflow_error);
}

BOOST_AUTO_TEST_CASE(unknown_currency_names_the_known_ones)
{
    const auto parsed = Currency::parse("XXQ");
    BOOST_REQUIRE(!parsed.has_value());
    BOOST_TEST(parsed.error().message.find("'XXQ'") != std::string::npos);
    BOOST_TEST(parsed.error().message.find("CNY") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(rates_hold_six_decimals)
{
    const MoneyRate rate = MoneyRate::parse("21.957642", Currency::usd()).value();
    BOOST_TEST(rate.decimal() == "21.957642");
    BOOST_TEST((rate.times(730) == usd("16029.08"))); // 21.957642 × 730 = 16,029.07866
    BOOST_TEST(!MoneyRate::parse("0.1234567", Currency::usd()).has_value());
    // Half a yen is rounded away from zero: 0.5 × 1 = 0.5 → 1.
    BOOST_TEST(MoneyRate::parse("0.5", currency("JPY")).value().times(1).minorUnits() == 1);
    BOOST_TEST(MoneyRate::parse("0.18", Currency::usd()).value().decimal() == "0.18");
    BOOST_TEST(MoneyRate::parse("5", Currency::usd()).value().decimal() == "5.00");
}

BOOST_AUTO_TEST_SUITE_END()
