// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/interconnect.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

AcceleratorGroup pcie(int generation, int lanes)
{
    AcceleratorGroup group;
    group.accelerator.pcieGeneration = generation;
    group.accelerator.pcieLanes = lanes;
    return group;
}

AcceleratorGroup linked(double gbTotal)
{
    AcceleratorGroup group = pcie(5, 16);
    group.accelerator.linkBandwidth = BytesPerSecond::gb(gbTotal);
    group.accelerator.linkMaxDevices = 8;
    group.accelerator.vendor = AcceleratorVendor::Nvidia;
    return group;
}

} // namespace

BOOST_AUTO_TEST_SUITE(interconnect)

BOOST_AUTO_TEST_CASE(slots_carry_what_the_standard_says)
{
    BOOST_TEST(slotBandwidth(pcie(3, 16)).inGb() == 15.76, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(slotBandwidth(pcie(4, 16)).inGb() == 31.5, boost::test_tools::tolerance(2e-3));
    BOOST_TEST(slotBandwidth(pcie(5, 8)).inGb() == 31.5, boost::test_tools::tolerance(2e-3));
}

BOOST_AUTO_TEST_CASE(a_narrow_slot_counts_and_not_the_card)
{
    AcceleratorGroup group = pcie(5, 16);
    group.linkGeneration = 4;
    group.linkLanes = 4;
    BOOST_TEST(slotBandwidth(group).inGb() == 7.88, boost::test_tools::tolerance(1e-3));
}

// NVIDIA aiconfigurator's silicon data: times of 64 MiB for 2, 4, 8 devices, from A100, H100, B200, RTX PRO 6000 and L40S.
BOOST_AUTO_TEST_CASE(all_reduces_of_large_messages_are_near_the_measured)
{
    const auto micro = [](const AcceleratorGroup& group, int devices) {
        return allReduceOver(group, devices).time(64_MiB, devices).value() * 1e6;
    };
    const auto within = boost::test_tools::tolerance(0.35);
    BOOST_TEST(micro(linked(600), 4) == 540, within);
    BOOST_TEST(micro(linked(900), 4) == 330, within);
    BOOST_TEST(micro(linked(1800), 4) == 187, within);
    BOOST_TEST(micro(pcie(5, 16), 2) == 1844, within);
    BOOST_TEST(micro(pcie(5, 16), 4) == 3556, within);
    BOOST_TEST(micro(pcie(5, 16), 8) == 5067, within);
    BOOST_TEST(micro(pcie(4, 16), 2) == 3542, within);
    BOOST_TEST(micro(pcie(4, 16), 8) == 60073, within);
}

BOOST_AUTO_TEST_CASE(small_messages_take_a_latency)
{
    const auto micro = [](Launch launch, int devices) {
        return allReduceOver(linked(900), devices, launch).time(Bytes(1024), devices).value() * 1e6;
    };
    BOOST_TEST(micro(Launch::Graph, 2) == 4.4, boost::test_tools::tolerance(0.35));
    BOOST_TEST(micro(Launch::Graph, 8) == 5.1, boost::test_tools::tolerance(0.35));
    BOOST_TEST(micro(Launch::Library, 8) > micro(Launch::Graph, 8));
    BOOST_TEST(micro(Launch::Eager, 2) > micro(Launch::Graph, 2));
}

BOOST_AUTO_TEST_CASE(more_lanes_links_and_newer_generations_are_never_slower)
{
    for (const Bytes message : {Bytes(4096), 1_MiB, 256_MiB}) {
        for (const int devices : {2, 4, 8}) {
            const auto time = [&](const AcceleratorGroup& group, Route route = Route::Cpu) {
                return allReduceOver(group, devices, Launch::Graph, route).time(message, devices);
            };
            BOOST_TEST((time(pcie(4, 16)) <= time(pcie(4, 8))));
            BOOST_TEST((time(pcie(4, 16)) <= time(pcie(3, 16))));
            BOOST_TEST((time(pcie(5, 16)) <= time(pcie(4, 16))));
            BOOST_TEST((time(pcie(6, 16)) <= time(pcie(5, 16))));
            BOOST_TEST((time(pcie(4, 16), Route::Switch) <= time(pcie(4, 16))));
            BOOST_TEST((time(linked(600)) <= time(pcie(5, 16))));
            BOOST_TEST((time(linked(900)) <= time(linked(600))));
        }
    }
}

// A mesh of eight uses one of seven links between two devices.
BOOST_AUTO_TEST_CASE(links_to_each_neighbour_are_used_one_by_one)
{
    AcceleratorGroup mesh = linked(896);
    mesh.accelerator.vendor = AcceleratorVendor::Amd;
    const double two = allReduceOver(mesh, 2).busBandwidth.value();
    const double nvidia = allReduceOver(
                              [] {
                                  AcceleratorGroup group = linked(896);
                                  group.accelerator.vendor = AcceleratorVendor::Nvidia;
                                  return group;
                              }(),
                              2)
                              .busBandwidth.value();
    BOOST_TEST(two == nvidia / 7, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_stage_hands_on_and_experts_exchange_half_of_an_all_reduce)
{
    const AllReduce exchange = allReduceOver(linked(900), 8);
    BOOST_TEST(allToAll(linked(900), 64_MiB, 8).value() == exchange.time(32_MiB, 8).value(),
               boost::test_tools::tolerance(1e-9));
    BOOST_TEST(allToAll(linked(900), 64_MiB, 1).value() == 0);
    BOOST_TEST((pointToPoint(pcie(4, 16), 1_MiB) < pointToPoint(pcie(4, 4), 1_MiB)));
}

BOOST_AUTO_TEST_SUITE_END()
