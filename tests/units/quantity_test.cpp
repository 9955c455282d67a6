// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/units.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

#include <concepts>

using namespace rigwright;

namespace {

template <class A, class B>
concept Addable = requires(A a, B b)
{
    a + b;
};

template <class A, class B>
concept Subtractable = requires(A a, B b)
{
    a - b;
};

template <class A, class B>
concept Accumulates = requires(A& a, B b)
{
    a += b;
};

template <class A, class B>
concept Comparable = requires(A a, B b)
{
    a < b;
};

template <class A, class B>
concept Multiplies = requires(A a, B b)
{
    a* b;
};

} // namespace

BOOST_AUTO_TEST_SUITE(quantity)

BOOST_AUTO_TEST_CASE(gib_and_gb_are_different_amounts)
{
    BOOST_TEST(Bytes::gib(1).value() == 1073741824); // 2^30
    BOOST_TEST(Bytes::gb(1).value() == 1000000000);  // 10^9
    BOOST_TEST(Bytes::mib(1.5).value() == 1572864);  // 1.5 × 2^20
    BOOST_TEST((24_GiB == Bytes::gib(24)));
    BOOST_TEST((1_GiB == 1024_MiB));
    BOOST_TEST((1_GiB).inMib() == 1024.0);
    BOOST_TEST(Bytes::gb(2).inGb() == 2.0);
    BOOST_TEST((3_GiB).inGib() == 3.0);
}

BOOST_AUTO_TEST_CASE(quantities_of_one_unit_add_and_compare)
{
    Watts draw = 450_W;
    draw += 65_W;
    draw -= 15_W;
    BOOST_TEST((draw == 500_W));
    BOOST_TEST((2.0 * draw == 1000_W));
    BOOST_TEST((draw / 4.0 == 125_W));
    BOOST_TEST((draw / 250_W) == 2.0);
    BOOST_TEST((304_mm < 336_mm));
    BOOST_TEST((Bytes(7) / std::int64_t{2} == Bytes(3)));
    BOOST_TEST((Bytes() == Bytes(0)));
}

BOOST_AUTO_TEST_CASE(a_share_of_memory_is_rounded_down)
{
    BOOST_TEST((Bytes(10).scaled(0.99) == Bytes(9)));
    BOOST_TEST((Bytes(-10).scaled(0.99) == Bytes(-10)));
    // 0.9 × 24 × 2^30 = 23,192,823,398.4
    BOOST_TEST((24_GiB).scaled(0.9).value() == 23192823398);
}

BOOST_AUTO_TEST_CASE(amount_over_rate_is_a_time)
{
    // 17.9 GB at 936.2 GB/s: 17.9 / 936.2 = 0.0191198…
    const Seconds read = Bytes::gb(17.9) / BytesPerSecond::gb(936.2);
    BOOST_TEST(read.value() == 0.01911984, boost::test_tools::tolerance(1e-6));
    const Seconds computed = Flops(71e12) / FlopsPerSecond::tera(142);
    BOOST_TEST(computed.value() == 0.5, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(BytesPerSecond::gb(1008).inGb() == 1008.0);
    BOOST_TEST(FlopsPerSecond::tera(165.2).inTera() == 165.2, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(adding_bytes_and_watts_does_not_compile)
{
    BOOST_TEST((Addable<Bytes, Bytes>));
    BOOST_TEST((!Addable<Bytes, Watts>));
    BOOST_TEST((!Addable<Watts, Bytes>));
    BOOST_TEST((!Subtractable<Bytes, Watts>));
    BOOST_TEST((!Accumulates<Bytes, Watts>));
    BOOST_TEST((!Comparable<Bytes, Watts>));
    BOOST_TEST((!Addable<Watts, Millimetres>));
    BOOST_TEST((!Addable<Bytes, BytesPerSecond>));
    BOOST_TEST((!std::convertible_to<Bytes, Watts>));
}

BOOST_AUTO_TEST_CASE(a_bare_number_is_no_quantity)
{
    BOOST_TEST((!Addable<Bytes, int>));
    BOOST_TEST((!Addable<int, Bytes>));
    BOOST_TEST((!Addable<Bytes, std::int64_t>));
    BOOST_TEST((!Subtractable<Watts, double>));
    BOOST_TEST((!Accumulates<Watts, double>));
    BOOST_TEST((!Comparable<Bytes, int>));
    BOOST_TEST((!std::convertible_to<int, Bytes>));
    BOOST_TEST((!std::convertible_to<Bytes, std::int64_t>));
}

BOOST_AUTO_TEST_CASE(the_product_of_two_quantities_compiles_only_where_it_has_a_unit)
{
    BOOST_TEST((!Multiplies<Bytes, Bytes>));
    BOOST_TEST((!Multiplies<Watts, Bytes>));
    BOOST_TEST((Multiplies<Watts, Seconds>)); // watt-hours
    BOOST_TEST((Multiplies<Bytes, std::int64_t>));
}

RC_BOOST_PROP(what_is_added_can_be_taken_away, ())
{
    // Within ±2^61 no sum of two leaves the 64-bit range.
    const auto small = rc::gen::inRange(-(std::int64_t{1} << 61), std::int64_t{1} << 61);
    const Bytes a(*small);
    const Bytes b(*small);
    RC_ASSERT(a + b - b == a);
    RC_ASSERT(a + b == b + a);
    RC_ASSERT((a < b) == (b > a));
}

RC_BOOST_PROP(a_share_never_grows, ())
{
    const Bytes amount(*rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 45));
    const double share = *rc::gen::inRange(0, 1001) / 1000.0;
    const Bytes part = amount.scaled(share);
    RC_ASSERT(part <= amount);
    RC_ASSERT(part >= Bytes(0));
}

BOOST_AUTO_TEST_SUITE_END()
