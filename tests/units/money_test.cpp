// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/money.h"

#include <boost/test/unit_test.hpp>

#include <limits>
#include <stdexcept>

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
    BOOST_TEST(MoneyRate::parse("0.18", Currency::usd()).value().decimal() == "0.18");
    BOOST_TEST(MoneyRate::parse("5", Currency::usd()).value().decimal() == "5.00");
}

BOOST_AUTO_TEST_SUITE_END()
