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

// NVIDIA aiconfigurator's silicon data: bus bandwidth of large messages for 2, 4, 8 devices.
BOOST_AUTO_TEST_CASE(all_reduce_bandwidth_is_near_the_measured)
{
    BOOST_TEST(allReduceOver(pcie(5, 16), 2).busBandwidth.inGb() == 39.0, boost::test_tools::tolerance(0.1));
    BOOST_TEST(allReduceOver(pcie(5, 16), 4).busBandwidth.inGb() == 30.0, boost::test_tools::tolerance(0.1));
    BOOST_TEST(allReduceOver(pcie(5, 16), 8).busBandwidth.inGb() == 24.0, boost::test_tools::tolerance(0.1));
    BOOST_TEST(allReduceOver(pcie(4, 16), 2).busBandwidth.inGb() == 19.0, boost::test_tools::tolerance(0.1));
    BOOST_TEST(allReduceOver(linked(600), 4).busBandwidth.inGb() == 221.0, boost::test_tools::tolerance(0.1));
    BOOST_TEST(allReduceOver(linked(900), 4).busBandwidth.inGb() == 355.0, boost::test_tools::tolerance(0.1));
    BOOST_TEST(allReduceOver(linked(1800), 4).busBandwidth.inGb() == 641.0,
               boost::test_tools::tolerance(0.1));
}

BOOST_AUTO_TEST_SUITE_END()
