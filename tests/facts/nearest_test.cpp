// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/nearest.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

const std::vector<std::string> kNames{"rtx-3060", "rtx-3090", "rtx-4090", "rx-7900-xtx", "h100-sxm"};

} // namespace

BOOST_AUTO_TEST_SUITE(nearest)

BOOST_AUTO_TEST_CASE(one_wrong_letter_finds_the_name)
{
    BOOST_TEST(nearestNames("rtx-409O", kNames).front() == "rtx-4090");
    BOOST_TEST(nearestNames("rx-7900-xt", kNames).front() == "rx-7900-xtx");
    BOOST_TEST(nearestNames("h10-sxm", kNames).front() == "h100-sxm");
}

BOOST_AUTO_TEST_CASE(a_word_of_the_name_finds_it_however_it_is_written)
{
    BOOST_TEST(nearestNames("NVIDIA GeForce RTX 4090", kNames).front() == "rtx-4090");
    BOOST_TEST(nearestNames("H100", kNames).front() == "h100-sxm");
}

BOOST_AUTO_TEST_CASE(names_come_in_order_and_in_the_number_asked_for)
{
    BOOST_TEST(nearestNames("rtx-3090", kNames, 0).empty());
    BOOST_TEST(nearestNames("rtx-3090", kNames, 1).size() == 1U);
    BOOST_TEST(nearestNames("rtx-3090", kNames, 99).size() == kNames.size());
    BOOST_TEST(nearestNames("rtx-3090", {}).empty());
    // Both differ by one letter; the alphabet decides, so that the answer is always the same.
    const std::vector<std::string> near = nearestNames("rtx-3090", kNames, 3);
    BOOST_TEST(near[0] == "rtx-3090");
    BOOST_TEST(near[1] == "rtx-3060");
    BOOST_TEST(near[2] == "rtx-4090");
}

BOOST_AUTO_TEST_CASE(the_message_lists_them_as_a_sentence)
{
    BOOST_TEST(unknownNameMessage("accelerator", "rtx-3091", {"rtx-3090"}) ==
               "unknown accelerator 'rtx-3091': did you mean rtx-3090?");
    BOOST_TEST(unknownNameMessage("model", "x", {}) == "unknown model 'x'");
    BOOST_TEST(unknownNameMessage("part", "rtx-3090", kNames) ==
               "unknown part 'rtx-3090': did you mean rtx-3090, rtx-3060 or rtx-4090?");
}

BOOST_AUTO_TEST_CASE(a_very_long_name_is_cut)
{
    const std::string message = unknownNameMessage("model", std::string(1'000'000, 'x'), kNames);
    BOOST_TEST(message.size() < 400U);
    BOOST_TEST(nearestNames("", kNames).size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
