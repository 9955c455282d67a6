// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/money.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

#include <cstdint>
#include <limits>
#include <stdexcept>

using namespace rigwright;

namespace {

Currency anyCurrency()
{
    return *rc::gen::elementOf(Currency::all());
}

__extension__ using Wide = __int128;

/// Two of them, and their thousandfold, stay within 64 bits.
Money anyMoney(Currency currency)
{
    return {*rc::gen::inRange(-(std::int64_t{1} << 50), std::int64_t{1} << 50), currency};
}

} // namespace

BOOST_AUTO_TEST_SUITE(money_properties)

RC_BOOST_PROP(every_amount_comes_back_from_its_decimal, ())
{
    const Money amount(*rc::gen::arbitrary<std::int64_t>(), anyCurrency());
    RC_PRE(amount.minorUnits() != std::numeric_limits<std::int64_t>::min());
    RC_ASSERT(Money::parse(amount.decimal(), amount.currency()).value() == amount);
}

RC_BOOST_PROP(every_rate_comes_back_from_its_decimal, ())
{
    const MoneyRate rate(*rc::gen::inRange(-(std::int64_t{1} << 60), std::int64_t{1} << 60), anyCurrency());
    RC_ASSERT(MoneyRate::parse(rate.decimal(), rate.currency()).value() == rate);
}

RC_BOOST_PROP(the_order_of_a_sum_does_not_matter, ())
{
    const Currency currency = anyCurrency();
    const Money a = anyMoney(currency);
    const Money b = anyMoney(currency);
    const Money c = anyMoney(currency);
    RC_ASSERT((a + b) + c == a + (b + c));
    RC_ASSERT(a + b == b + a);
    RC_ASSERT(a + b - b == a);
}

RC_BOOST_PROP(a_product_is_a_repeated_sum, ())
{
    const Money price = anyMoney(anyCurrency());
    const int quantity = *rc::gen::inRange(0, 50);
    Money sum(0, price.currency());
    for (int i = 0; i < quantity; ++i) {
        sum += price;
    }
    RC_ASSERT(price * quantity == sum);
}

RC_BOOST_PROP(the_order_of_amounts_is_that_of_their_minor_units, ())
{
    const Currency currency = anyCurrency();
    const Money a = anyMoney(currency);
    const Money b = anyMoney(currency);
    RC_ASSERT((a < b) == (a.minorUnits() < b.minorUnits()));
    RC_ASSERT((a == b) == (a.minorUnits() == b.minorUnits()));
}

RC_BOOST_PROP(a_share_is_within_half_a_minor_unit, ())
{
    // Below 2^40 minor units the double product is exact to far less than the half unit that is allowed.
    const Money amount(*rc::gen::inRange(-(std::int64_t{1} << 40), std::int64_t{1} << 40), anyCurrency());
    const int permille = *rc::gen::inRange(0, 1001);
    const Money share = amount.scaled(permille / 1000.0);
    const std::int64_t error = share.minorUnits() * 1000 - amount.minorUnits() * permille;
    RC_ASSERT(std::abs(error) <= 501);
}

RC_BOOST_PROP(a_sum_is_right_or_an_error, ())
{
    const Money a(*rc::gen::arbitrary<std::int64_t>(), Currency::usd());
    const Money b(*rc::gen::arbitrary<std::int64_t>(), Currency::usd());
    const Wide exact = static_cast<Wide>(a.minorUnits()) + b.minorUnits();
    const bool fits = exact >= std::numeric_limits<std::int64_t>::min() &&
        exact <= std::numeric_limits<std::int64_t>::max();
    if (fits) {
        RC_ASSERT((a + b).minorUnits() == exact);
    } else {
        RC_ASSERT_THROWS_AS((void)(a + b), std::overflow_error);
    }
}

RC_BOOST_PROP(no_text_makes_the_parser_fail_hard, ())
{
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789.-+, eE$")));
    const auto parsed = Money::parse(text, anyCurrency());
    if (!parsed.has_value()) {
        RC_ASSERT(parsed.error().message.find(text) != std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
