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

BOOST_AUTO_TEST_CASE(position_processor_and_splits_follow_a_slot)
{
    const auto slots = parsePcieSlots("5x16#1p2/8+8/4+4+4+4 5x8@16#4/4+4 4x4@16c 4x16/16");
    BOOST_REQUIRE(slots.has_value());
    BOOST_REQUIRE(slots->size() == 4U);
    using Ways = std::vector<std::vector<int>>;
    BOOST_TEST((*slots)[0].position.value() == 1);
    BOOST_TEST((*slots)[0].processor.value() == 2);
    BOOST_TEST(((*slots)[0].splits == Ways{{8, 8}, {4, 4, 4, 4}}));
    BOOST_TEST((*slots)[1].physicalLanes == 16);
    BOOST_TEST((*slots)[1].position.value() == 4);
    BOOST_TEST(!(*slots)[1].processor.has_value());
    BOOST_TEST(!(*slots)[2].position.has_value());
    BOOST_TEST((*slots)[2].splits.empty());
    BOOST_TEST(((*slots)[3].splits == Ways{{16}}));
}

BOOST_AUTO_TEST_CASE(no_text_is_no_slot)
{
    BOOST_TEST(parsePcieSlots("").value().empty());
}

BOOST_AUTO_TEST_CASE(anything_else_is_refused)
{
    for (const char* text :
         {"x16",      "5x",      "5x3",       "9x16",    "1x16",     "5x16@8", "5x16@",          "5x16 ,5x8",
          "5x16c4",   "5X16",    "5x16  5x8", "sixteen", "-5x16",    "5x-16",  "99999999999x16", "5x16#",
          "5x16#0",   "5x16#21", "5x16p",     "5x16p9",  "5x16p1#1", "5x16/",  "5x16/8+",        "5x16/8+8+4",
          "5x16/3+4", "5x8/16",  "5x16/8/",   "5x16/+8"}) {
        BOOST_TEST(!parsePcieSlots(text).has_value(), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
