// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/pcie_slots.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(pcie_slots)

BOOST_AUTO_TEST_CASE(each_word_is_a_slot)
{
    const auto slots = parsePcieSlots("5x16 5x8@16 3x1c 4x4@16c");
    BOOST_REQUIRE(slots.has_value());
    BOOST_REQUIRE(slots->size() == 4U);
    const PcieSlot& second = (*slots)[1];
    BOOST_TEST(second.generation == 5);
    BOOST_TEST(second.lanes == 8);
    BOOST_TEST(second.physicalLanes == 16);
    BOOST_TEST(second.fromCpu);
    const PcieSlot& third = (*slots)[2];
    BOOST_TEST(third.generation == 3);
    BOOST_TEST(third.lanes == 1);
    BOOST_TEST(third.physicalLanes == 1);
    BOOST_TEST(!third.fromCpu);
}

BOOST_AUTO_TEST_CASE(no_text_is_no_slot)
{
    BOOST_TEST(parsePcieSlots("").value().empty());
}

BOOST_AUTO_TEST_CASE(anything_else_is_refused)
{
    for (const char* text : {"x16", "5x", "5x3", "9x16", "1x16", "5x16@8", "5x16@", "5x16 ,5x8", "5x16c4",
                             "5X16", "5x16  5x8", "sixteen", "-5x16", "5x-16", "99999999999x16"}) {
        BOOST_TEST(!parsePcieSlots(text).has_value(), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
