// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check_support.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using namespace rigwright::test;

namespace {

CompleteSystem miniComputer()
{
    CompleteSystem system;
    system.info = info("mini-computer");
    system.accelerator = PartId("rtx-4090");
    system.maxPower = Watts(900);
    return system;
}

} // namespace

BOOST_AUTO_TEST_SUITE(check_unused_parts)

BOOST_AUTO_TEST_CASE(a_socket_without_counterpart_is_told_on_both_sides)
{
    Catalog catalog = soundCatalog();
    catalog.boards.front().socket = "LGA1851";
    catalog.coolers.front().sockets = {"LGA1851"};
    BOOST_TEST(finds(catalog, "warning cpu-without-board ryzen-5-7600"));
    BOOST_TEST(finds(catalog, "warning board-without-cpu am5-board"));
    BOOST_TEST(finds(catalog, "warning cpu-without-cooler ryzen-5-7600"));
    BOOST_TEST(finds(catalog, "warning cooler-without-cpu am5-cooler"));
}

BOOST_AUTO_TEST_CASE(memory_that_no_board_takes_is_told)
{
    Catalog catalog = soundCatalog();
    catalog.memory.front().moduleType = "RDIMM";
    BOOST_TEST(findingsOf(catalog) ==
                   (std::vector<std::string>{"warning board-without-memory am5-board",
                                             "warning memory-without-board ddr5-kit"}),
               boost::test_tools::per_element());
    catalog.memory.front().moduleType = "ECC UDIMM"; // works without ECC
    BOOST_TEST(findsNothing(catalog));
}

BOOST_AUTO_TEST_CASE(a_form_factor_that_no_case_takes_is_told)
{
    Catalog catalog = soundCatalog();
    catalog.cases.front().boardFormFactors = {"Mini-ITX"};
    BOOST_TEST(findingsOf(catalog) ==
                   (std::vector<std::string>{"warning board-without-case am5-board",
                                             "warning case-without-board atx-case"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_power_supply_that_no_case_takes_is_told)
{
    Catalog catalog = soundCatalog();
    catalog.powerSupplies.front().formFactor = "CRPS";
    BOOST_TEST(findingsOf(catalog) ==
                   (std::vector<std::string>{"warning case-without-power-supply atx-case",
                                             "warning power-supply-without-case atx-supply"}),
               boost::test_tools::per_element());
}

// The case takes cards of 400 mm and coolers of 170 mm.
BOOST_AUTO_TEST_CASE(what_is_too_long_for_every_case_is_told)
{
    Catalog catalog = soundCatalog();
    catalog.cases.front().maxCardLength = Millimetres(300);
    catalog.cases.front().maxCoolerHeight = Millimetres(150);
    BOOST_TEST(findingsOf(catalog) ==
                   (std::vector<std::string>{"warning card-without-case rtx-4090",
                                             "warning cooler-without-case am5-cooler"}),
               boost::test_tools::per_element());
    // What is unknown stands in nobody's way.
    catalog.cases.front().maxCardLength.reset();
    catalog.cases.front().maxCoolerHeight.reset();
    BOOST_TEST(findsNothing(catalog));
}

BOOST_AUTO_TEST_CASE(a_passive_card_needs_a_case_that_cools_it)
{
    Catalog catalog = withAccelerator([](Accelerator& card) { card.mounting = Mounting::PassiveCard; });
    BOOST_TEST(findsOnly(catalog, "warning card-without-case rtx-4090"));
    catalog.cases.front().ductedAirflow = true;
    BOOST_TEST(findsNothing(catalog));
}

BOOST_AUTO_TEST_CASE(a_card_that_no_supply_feeds_is_told)
{
    Catalog catalog = soundCatalog();
    catalog.powerSupplies.front().rating = Watts(400);
    catalog.powerSupplies.front().connectors.pin8 = 2;
    BOOST_TEST(findsOnly(catalog, "warning card-without-power-supply rtx-4090"));
    catalog = soundCatalog();
    catalog.powerSupplies.front().connectors = {.pin16 = 0, .pin8 = 1, .pin6 = 0};
    BOOST_TEST(findsOnly(catalog, "warning card-without-power-supply rtx-4090"));
    catalog.powerSupplies.front().connectorsKnown = false;
    BOOST_TEST(findsNothing(catalog));
}

BOOST_AUTO_TEST_CASE(a_drive_or_network_card_without_a_place_is_told)
{
    Catalog catalog = soundCatalog();
    catalog.boards.front().m2Slots = 0;
    BOOST_TEST(findsOnly(catalog, "warning drive-without-board nvme-drive"));
    catalog = soundCatalog();
    catalog.boards.front().slots = {{5, 1, 1, true}};
    BOOST_TEST(findsOnly(catalog, "warning network-card-without-slot network-card"));
}

BOOST_AUTO_TEST_CASE(a_system_has_an_accelerator_that_is_there)
{
    Catalog catalog = soundCatalog();
    catalog.systems = {miniComputer()};
    BOOST_TEST(findsNothing(catalog));
    catalog.systems.front().accelerator = PartId("rtx-4091");
    BOOST_TEST(findsOnly(catalog, "error system-without-accelerator mini-computer"));
}

// Two accelerators of 450 W draw 900 W; 1,900 W would be for four.
BOOST_AUTO_TEST_CASE(a_system_draws_at_least_what_its_accelerators_do)
{
    Catalog catalog = soundCatalog();
    catalog.systems = {miniComputer()};
    catalog.systems.front().acceleratorCount = 3;
    BOOST_TEST(findsOnly(catalog, "error system-power mini-computer"));
    catalog.systems.front().acceleratorCount = 1;
    catalog.systems.front().maxPower = Watts(9000);
    BOOST_TEST(findsOnly(catalog, "warning system-power mini-computer"));
}

BOOST_AUTO_TEST_CASE(unified_memory_is_the_accelerators)
{
    Catalog catalog = soundCatalog();
    catalog.systems = {miniComputer()};
    catalog.systems.front().unifiedMemory = true;
    BOOST_TEST(findsOnly(catalog, "error system-memory mini-computer"));
}

BOOST_AUTO_TEST_SUITE_END()
