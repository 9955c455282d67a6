// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/lane_sharing.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(lane_sharing)

BOOST_AUTO_TEST_CASE(each_rule_names_a_used_place_and_what_it_leaves_to_another)
{
    const auto rules = parseLaneSharing("m2:2>slot:1=8;slot:3>m2:4=0;usb4:1>m2:2=2");
    BOOST_REQUIRE(rules.has_value());
    BOOST_REQUIRE(rules->size() == 3U);
    BOOST_TEST(((*rules)[0].used == BoardPort{BoardPort::Kind::M2, 2}));
    BOOST_TEST(((*rules)[0].affected == BoardPort{BoardPort::Kind::Slot, 1}));
    BOOST_TEST((*rules)[0].lanesLeft == 8);
    BOOST_TEST(((*rules)[1].used == BoardPort{BoardPort::Kind::Slot, 3}));
    BOOST_TEST((*rules)[1].lanesLeft == 0);
    BOOST_TEST(((*rules)[2].used == BoardPort{BoardPort::Kind::Usb4, 1}));
}

BOOST_AUTO_TEST_CASE(every_kind_of_place_has_its_word)
{
    const auto rules = parseLaneSharing("sata:5>u2:1=0;slimsas:2>mcio:3=4;oculink:1>slot:7=0");
    BOOST_REQUIRE(rules.has_value());
    BOOST_TEST(((*rules)[0].used == BoardPort{BoardPort::Kind::Sata, 5}));
    BOOST_TEST(((*rules)[0].affected == BoardPort{BoardPort::Kind::U2, 1}));
    BOOST_TEST(((*rules)[1].used == BoardPort{BoardPort::Kind::SlimSas, 2}));
    BOOST_TEST(((*rules)[1].affected == BoardPort{BoardPort::Kind::Mcio, 3}));
    BOOST_TEST(((*rules)[2].used == BoardPort{BoardPort::Kind::Oculink, 1}));
}

BOOST_AUTO_TEST_CASE(no_text_is_no_rule)
{
    BOOST_TEST(parseLaneSharing("").value().empty());
}

BOOST_AUTO_TEST_CASE(anything_else_is_refused)
{
    for (const char* text : {"m2:2",
                             "m2:2>slot:1",
                             "m2:2=8",
                             "m2>slot:1=8",
                             "m2:2>slot=8",
                             "m2:0>slot:1=8",
                             "m2:65>slot:1=8",
                             "m2:2>slot:1=17",
                             "m2:2>slot:1=-1",
                             "m2:2>slot:1=",
                             "m2:2>m2:2=0",
                             "usb:1>slot:1=8",
                             "M2:2>slot:1=8",
                             "m2:2 > slot:1=8",
                             "m2:2>slot:1=8;",
                             ";m2:2>slot:1=8",
                             "m2:2>slot:1=8;;m2:3>m2:4=0",
                             "m2:2>slot:1=8x",
                             "m2:2>slot:1=99999999999",
                             "m2:2>>slot:1=8"}) {
        BOOST_TEST(!parseLaneSharing(text).has_value(), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
