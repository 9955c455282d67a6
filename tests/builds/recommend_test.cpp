// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/recommend.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

EvaluatedBuild machine(const char* id, std::int64_t dollars, double tokensPerSecond, bool onFront = true)
{
    EvaluatedBuild build;
    build.id = id;
    build.price = Money(dollars * 100, Currency::usd());
    build.onFront = onFront;
    if (tokensPerSecond > 0) {
        const TokensPerSecond mid(tokensPerSecond);
        build.speed = SpeedEstimate{};
        build.speed->decode = build.speed->total = {mid, mid, mid};
    }
    return build;
}

std::string recommended(std::vector<EvaluatedBuild> builds)
{
    SearchResult result;
    result.builds = std::move(builds);
    const EvaluatedBuild* build = recommendedBuild(result);
    return build == nullptr ? "" : build->id;
}

} // namespace

BOOST_AUTO_TEST_SUITE(recommend)

BOOST_AUTO_TEST_CASE(the_most_speed_for_the_money_comes_first)
{
    // 12 / 1,200 = 0.0100, 36 / 1,800 = 0.0200, 40 / 2,600 = 0.0154 tokens per second and dollar
    BOOST_TEST(recommended({machine("cheap", 1200, 12), machine("good", 1800, 36),
                            machine("fast", 2600, 40)}) == "good");
}

BOOST_AUTO_TEST_CASE(what_is_slower_than_people_read_does_not_win_by_its_price)
{
    // 4 / 200 = 0.02 would be the most, but nobody wants to wait for the words.
    BOOST_TEST(recommended({machine("slow", 200, 4), machine("good", 1200, 12)}) == "good");
}

BOOST_AUTO_TEST_CASE(what_another_machine_beats_is_not_recommended)
{
    BOOST_TEST(recommended({machine("beside", 100, 30, false), machine("front", 1200, 12)}) == "front");
}

BOOST_AUTO_TEST_CASE(where_none_keeps_up_the_fastest_comes_first)
{
    BOOST_TEST(recommended({machine("slow", 100, 1), machine("less slow", 900, 3)}) == "less slow");
}

BOOST_AUTO_TEST_CASE(a_machine_of_unknown_speed_is_better_than_none)
{
    BOOST_TEST(recommended({machine("dark", 1000, 0, false)}) == "dark");
    BOOST_TEST(recommended({}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
