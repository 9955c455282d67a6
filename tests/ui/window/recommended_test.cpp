// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recommended.h"

#include "ui/pages/sample.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

EvaluatedBuild machineOf(const std::string& id, double decode, bool onFront)
{
    sample::MachineFigures figures;
    figures.id = id;
    figures.decode = decode;
    figures.onFront = onFront;
    return sample::machine(figures);
}

} // namespace

BOOST_AUTO_TEST_SUITE(recommended)

BOOST_AUTO_TEST_CASE(the_cheapest_that_keeps_up_with_a_reader_comes_first)
{
    SearchResult result;
    result.builds = {machineOf("slow", 2, true), machineOf("beside", 30, false), machineOf("good", 12, true),
                     machineOf("fast", 40, true)};
    BOOST_TEST(recommendedBuild(result)->id == "good");
}

BOOST_AUTO_TEST_CASE(where_none_keeps_up_the_fastest_comes_first)
{
    SearchResult result;
    result.builds = {machineOf("slow", 1, true), machineOf("less slow", 3, true)};
    BOOST_TEST(recommendedBuild(result)->id == "less slow");
}

BOOST_AUTO_TEST_CASE(a_machine_of_unknown_speed_is_better_than_none)
{
    SearchResult result;
    BOOST_TEST((recommendedBuild(result) == nullptr));
    result.builds = {machineOf("dark", 0, false)};
    BOOST_TEST(recommendedBuild(result)->id == "dark");
}

BOOST_AUTO_TEST_SUITE_END()
