// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/merits.h"

#include "builds/bench.h"
#include "builds/hardware.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using rigwright::test::Bench;

namespace {

MemoryPlan planWith(std::initializer_list<std::pair<Bytes, Bytes>> devices, std::pair<Bytes, Bytes> host)
{
    const auto device = [](const std::pair<Bytes, Bytes>& each) {
        DeviceMemory memory;
        memory.capacity = each.first;
        memory.used.weights = each.second;
        return memory;
    };
    MemoryPlan plan;
    for (const auto& each : devices) {
        plan.memory.devices.push_back(device(each));
    }
    plan.memory.host = device(host);
    return plan;
}

} // namespace

BOOST_AUTO_TEST_SUITE(merits)

BOOST_AUTO_TEST_CASE(the_noise_of_two_equal_coolers_is_three_decibels_more)
{
    Bench bench;
    BOOST_TEST(!meritsOf(bench.machine(), {}, {}).noise.has_value());
    bench.cooler.noiseDb = 30;
    BOOST_TEST(*meritsOf(bench.machine(), {}, {}).noise == 30.0, boost::test_tools::tolerance(1e-9));
    bench.coolers = 2;
    BOOST_TEST(*meritsOf(bench.machine(), {}, {}).noise == 33.01, boost::test_tools::tolerance(1e-3));
    bench.coolers = 0;
    BOOST_TEST(!meritsOf(bench.machine(), {}, {}).noise.has_value());
}

BOOST_AUTO_TEST_CASE(headroom_is_what_the_fullest_accelerator_has_free)
{
    const Bench bench;
    const MemoryPlan plan =
        planWith({{24_GiB, 20_GiB}, {24_GiB, 21_GiB}, {16_GiB, 10_GiB}}, {64_GiB, 63_GiB});
    BOOST_TEST(meritsOf(bench.machine(), plan, hardwareOf(bench.machine())).headroom.inGib() == 3.0);
    const MemoryPlan tooFull = planWith({{24_GiB, 30_GiB}}, {64_GiB, 1_GiB});
    BOOST_TEST(meritsOf(bench.machine(), tooFull, hardwareOf(bench.machine())).headroom.inGib() == 0.0);
}

BOOST_AUTO_TEST_CASE(headroom_without_accelerators_is_of_the_ram)
{
    Bench bench;
    bench.cards = 0;
    BOOST_TEST(meritsOf(bench.machine(), planWith({}, {64_GiB, 40_GiB}), hardwareOf(bench.machine()))
                   .headroom.inGib() == 24.0);
}

BOOST_AUTO_TEST_CASE(room_for_cards_ends_with_what_gives_out_first)
{
    // Three long slots and seven case slots take three double-width cards. 2 × 285 + 88 + 66 = 724 W ask for 905 W, and three
    // cards, 1,009 W, for 1,262 W.
    Bench bench;
    bench.supply.connectors.pin16 = 3;
    BOOST_TEST(roomForCards(bench.machine()) == 0);
    bench.supply.rating = 1000_W;
    BOOST_TEST(roomForCards(bench.machine()) == 1);
    bench.supply.rating = 2000_W;
    BOOST_TEST(roomForCards(bench.machine()) == 2);
    bench.supply.connectors.pin16 = 2;
    bench.supply.connectors.pin8 = 0;
    BOOST_TEST(roomForCards(bench.machine()) == 1);
    bench.enclosure.expansionSlots = 3;
    BOOST_TEST(roomForCards(bench.machine()) == 0);
}

BOOST_AUTO_TEST_CASE(room_is_a_matter_of_parts_and_not_of_demands)
{
    Bench bench;
    bench.supply.rating = 2000_W;
    bench.supply.connectors.pin16 = 3;
    bench.demands.maxWallPower = 100_W;
    bench.demands.circuit = WallCircuit{100, 1};
    BOOST_TEST(roomForCards(bench.machine()) == 2);
}

BOOST_AUTO_TEST_CASE(a_machine_without_cards_has_room_for_common_ones)
{
    // 300 + 88 + 66 = 454 W on 850 W; two cards of 300 W would be 754 W, of which 850 W carry 680 W.
    Bench bench;
    bench.cards = 0;
    bench.supply.connectors.pin16 = 2;
    BOOST_TEST(roomForCards(bench.machine()) == 1);
    bench.asSystem = true;
    BOOST_TEST(roomForCards(bench.machine()) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
