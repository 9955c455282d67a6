// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/format.h"
#include "units/join.h"

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace rigwright;

namespace {

std::string money(const char* decimal, const char* code)
{
    return formatMoney(Money::parse(decimal, Currency::parse(code).value()).value());
}

} // namespace

BOOST_AUTO_TEST_SUITE(format)

BOOST_AUTO_TEST_CASE(memory_is_in_gib_and_below_one_gib_in_mib)
{
    BOOST_TEST(formatMemory(24_GiB) == "24.0 GiB");
    BOOST_TEST(formatMemory(Bytes::gib(21.3)) == "21.3 GiB");
    BOOST_TEST(formatMemory(512_MiB) == "512.0 MiB");
    BOOST_TEST(formatMemory(Bytes(0)) == "0.0 MiB");
    BOOST_TEST(formatMemory(Bytes(52429)) == "0.1 MiB"); // 52,429 / 1,048,576 = 0.05000019
    BOOST_TEST(formatMemory(1_GiB) == "1.0 GiB");
    BOOST_TEST(formatMemory(Bytes::mib(1023.97)) == "1.0 GiB");
    BOOST_TEST(formatMemory(Bytes::mib(1023.9)) == "1023.9 MiB");
    BOOST_TEST(formatMemory(Bytes::gib(-2)) == "-2.0 GiB");
    // 1.5 TiB = 1,536 GiB
    BOOST_TEST(formatMemory(Bytes::gib(1536)) == "1,536.0 GiB");
    // A data sheet's 80 GB: 80 × 10^9 / 2^30 = 74.505…
    BOOST_TEST(formatMemory(Bytes::gb(80)) == "74.5 GiB");
}

BOOST_AUTO_TEST_CASE(money_carries_its_sign_and_groups)
{
    BOOST_TEST(money("3149", "USD") == "$3,149.00");
    BOOST_TEST(money("130000", "CNY") == "CN¥130,000.00");
    BOOST_TEST(money("12.5", "CHF") == "CHF 12.50");
    BOOST_TEST(money("1234567", "JPY") == "JP¥1,234,567");
    BOOST_TEST(money("-1234.5", "USD") == "-$1,234.50");
    BOOST_TEST(money("-0.07", "EUR") == "-€0.07");
    BOOST_TEST(money("999.99", "USD") == "$999.99");
    BOOST_TEST(money("92233720368547758.07", "USD") == "$92,233,720,368,547,758.07");
}

BOOST_AUTO_TEST_CASE(counts_are_grouped_by_three)
{
    BOOST_TEST(formatCount(0) == "0");
    BOOST_TEST(formatCount(999) == "999");
    BOOST_TEST(formatCount(1000) == "1,000");
    BOOST_TEST(formatCount(8192) == "8,192");
    BOOST_TEST(formatCount(131072) == "131,072");
    BOOST_TEST(formatCount(-123456) == "-123,456");
    BOOST_TEST(formatCount(-999) == "-999");
    BOOST_TEST(formatCount(std::numeric_limits<std::int64_t>::min()) == "-9,223,372,036,854,775,808");
}

BOOST_AUTO_TEST_CASE(parameters_have_three_figures)
{
    BOOST_TEST(formatParameters(135'000'000) == "135 M");
    BOOST_TEST(formatParameters(32'763'876'352) == "32.8 B");
    BOOST_TEST(formatParameters(70'553'706'496) == "70.6 B");
    BOOST_TEST(formatParameters(671'026'419'200) == "671 B");
    BOOST_TEST(formatParameters(99'960'000'000) == "100 B");
    BOOST_TEST(formatParameters(1'000'000'000) == "1.0 B");
    BOOST_TEST(formatParameters(999'400'000) == "999 M");
    BOOST_TEST(formatParameters(999'600'000) == "1.0 B");
    BOOST_TEST(formatParameters(0) == "0 M");
}

BOOST_AUTO_TEST_CASE(slow_rates_keep_one_decimal)
{
    BOOST_TEST(formatRate(0) == "0.0");
    BOOST_TEST(formatRate(4.2) == "4.2");
    BOOST_TEST(formatRate(9.94) == "9.9");
    BOOST_TEST(formatRate(9.96) == "10");
    BOOST_TEST(formatRate(31.4) == "31");
    BOOST_TEST(formatRate(1234.5) == "1234");
}

BOOST_AUTO_TEST_CASE(fixed_numbers_hold_any_double)
{
    BOOST_TEST(formatFixed(2.5, 2) == "2.50");
    BOOST_TEST(formatFixed(-0.125, 3) == "-0.125");
    BOOST_TEST(formatFixed(1e9, 0) == "1000000000");
    // The largest double has 309 digits before the point.
    BOOST_TEST(formatFixed(std::numeric_limits<double>::max(), 2).size() == 312);
}

BOOST_AUTO_TEST_CASE(lower_case_leaves_other_scripts_alone)
{
    BOOST_TEST(toLower("RTX-4090 Ti") == "rtx-4090 ti");
    BOOST_TEST(toLower("Ü模型") == "Ü模型");
    BOOST_TEST(toLower("").empty());
}

BOOST_AUTO_TEST_CASE(words_are_joined_by_what_stands_between_them)
{
    BOOST_TEST(joined({"DDR4", "DDR5"}, ", ") == "DDR4, DDR5");
    BOOST_TEST(joined({"DDR4"}, ", ") == "DDR4");
    BOOST_TEST(joined({}, ", ") == "");
}

BOOST_AUTO_TEST_SUITE_END()
