// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/plain_number.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

std::string read(const Expected<std::string>& result)
{
    return result ? *result : "error: " + result.error().message;
}

std::string amount(const char* text, const char* currency = "USD", DecimalMark mark = DecimalMark::Point)
{
    return read(plainAmount(text, Currency::parse(currency).value(), mark));
}

bool isAmount(const char* text, const char* currency = "USD", DecimalMark mark = DecimalMark::Point)
{
    return plainAmount(text, Currency::parse(currency).value(), mark).has_value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(plain_numbers)

BOOST_AUTO_TEST_CASE(groups_and_currency_signs_are_taken_off)
{
    BOOST_TEST(amount("1299") == "1299");
    BOOST_TEST(amount("1299.5") == "1299.5");
    BOOST_TEST(amount("1,299.00") == "1299.00");
    BOOST_TEST(amount("$1,299") == "1299");
    BOOST_TEST(amount("1,299,000") == "1299000");
    BOOST_TEST(amount(" 1299 USD ") == "1299");
    BOOST_TEST(amount("1.299,00 €", "EUR") == "1299.00");
    BOOST_TEST(amount("1.299.000 €", "EUR") == "1299000");
    BOOST_TEST(amount("￥8,999", "CNY") == "8999");
    BOOST_TEST(amount("12,99", "EUR", DecimalMark::Comma) == "12.99");
}

BOOST_AUTO_TEST_CASE(what_reads_in_two_ways_is_refused)
{
    BOOST_TEST(read(plainNumber("1,299", 9, DecimalMark::Point)) ==
               "error: '1,299' may be 1299 or 1.299: write it without separators");
    BOOST_TEST(amount("1.299", "EUR", DecimalMark::Comma) ==
               "error: '1.299' may be 1299 or 1.299: write it without separators");
    BOOST_TEST(!isAmount("1,299", "EUR", DecimalMark::Comma));
    BOOST_TEST(amount("12,99", "EUR") == "error: expected a decimal point, got '12,99'");
}

BOOST_AUTO_TEST_CASE(what_is_no_number_is_refused)
{
    for (const char* text : {"", ".", ",", "$", "call", "1e5", "-5", "1 299", "12,34,567", "1,,2", "1.2.3",
                             "1.", ".5", "0x10", "1299 $ 5", "$1299 USD", "1,29.00", "1,2345.00", "١٢"}) {
        BOOST_TEST(!isAmount(text), text);
    }
    BOOST_TEST(amount("€99") == "error: expected an amount in USD such as 1299.00, got '€99'");
    BOOST_TEST(!isAmount("$99", "CAD"));
}

BOOST_AUTO_TEST_CASE(days_are_read_where_their_order_is_certain)
{
    BOOST_TEST(read(plainDate("2026-08-18")) == "2026-08-18");
    BOOST_TEST(read(plainDate("2026/8/7")) == "2026-08-07");
    BOOST_TEST(read(plainDate("7.8.2026")) == "2026-08-07");
    for (const char* text :
         {"8/7/2026", "2026-02-30", "07-08-2026", "2026-8", "18.8.26", "", "2026-08-18T00"}) {
        BOOST_TEST(!plainDate(text).has_value(), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
