// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/finding.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(finding)

BOOST_AUTO_TEST_CASE(the_figures_go_into_the_text)
{
    const Finding finding{"psu-wattage",
                          Severity::Blocker,
                          "the power supply gives {has} W, the parts draw {needs} W",
                          {{"has", "850"}, {"needs", "912"}}};
    BOOST_TEST(finding.message() == "the power supply gives 850 W, the parts draw 912 W");
}

BOOST_AUTO_TEST_CASE(a_figure_may_stand_in_the_text_twice)
{
    BOOST_TEST(fillIn("{n} of {n}", {{"n", "4"}}) == "4 of 4");
}

BOOST_AUTO_TEST_CASE(a_key_without_a_figure_stays)
{
    BOOST_TEST(fillIn("{has} of {needs}", {{"has", "1"}}) == "1 of {needs}");
    BOOST_TEST(fillIn("nothing to fill", {{"has", "1"}}) == "nothing to fill");
    BOOST_TEST(fillIn("", {{"has", "1"}}).empty());
}

BOOST_AUTO_TEST_CASE(a_figure_that_holds_its_own_key_goes_in_once)
{
    BOOST_TEST(fillIn("case {name}", {{"name", "{name} XL"}}) == "case {name} XL");
}

BOOST_AUTO_TEST_CASE(severities_have_the_names_of_the_json)
{
    BOOST_TEST(severityName(Severity::Blocker) == std::string("blocker"));
    BOOST_TEST(severityName(Severity::Warning) == std::string("warning"));
    BOOST_TEST(severityName(Severity::Note) == std::string("note"));
}

BOOST_AUTO_TEST_SUITE_END()
