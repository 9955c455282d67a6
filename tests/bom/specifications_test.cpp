// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/specifications.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

const PartId kId("it");

template <class Part>
Part part()
{
    Part part;
    part.info.id = kId;
    return part;
}

} // namespace

BOOST_AUTO_TEST_SUITE(specifications)

// Figures of NVIDIA's data sheet of the RTX 3090.
BOOST_AUTO_TEST_CASE(an_accelerator_is_known_by_memory_bandwidth_power_and_size)
{
    Accelerator card = part<Accelerator>();
    card.memory = 24_GiB;
    card.bandwidth = BytesPerSecond::gb(936.2);
    card.boardPower = 350_W;
    card.pcieGeneration = 4;
    card.pcieLanes = 16;
    card.slotWidth = 3;
    card.length = 313_mm;
    card.power = PowerConnectors{1, 0, 0};
    Catalog catalog;
    catalog.accelerators = {card};
    BOOST_TEST(keySpecifications(catalog, PartCategory::Accelerator, kId) ==
               "24 GiB, 936.2 GB/s, 350 W board power, PCIe 4.0 x16, 3 slots, 313 mm, 1 × 16-pin");
}

BOOST_AUTO_TEST_CASE(unknown_figures_do_not_appear)
{
    Accelerator module = part<Accelerator>();
    module.memory = 80_GiB;
    module.mounting = Mounting::Module;
    Catalog catalog;
    catalog.accelerators = {module};
    catalog.cases = {part<Case>()};
    BOOST_TEST(keySpecifications(catalog, PartCategory::Accelerator, kId) ==
               "80 GiB, module for a server board");
    BOOST_TEST(keySpecifications(catalog, PartCategory::Case, kId) == "");
    BOOST_TEST(keySpecifications(catalog, PartCategory::Cooler, kId) == "");
}

BOOST_AUTO_TEST_CASE(a_cpu_is_known_by_cores_socket_power_and_channels)
{
    Cpu cpu = part<Cpu>();
    cpu.socket = "AM5";
    cpu.cores = 16;
    cpu.threads = 32;
    cpu.baseGhz = 4.5;
    cpu.power = 170_W;
    cpu.memoryTypes = {"DDR5"};
    cpu.memoryChannels = 2;
    Catalog catalog;
    catalog.cpus = {cpu};
    BOOST_TEST(keySpecifications(catalog, PartCategory::Cpu, kId) ==
               "16 cores, 32 threads, 4.5 GHz base, socket AM5, 170 W TDP, 2 channels DDR5");
}

BOOST_AUTO_TEST_CASE(a_board_is_known_by_sockets_form_memory_and_slots)
{
    Board board = part<Board>();
    board.socket = "SP5";
    board.socketCount = 2;
    board.formFactor = "E-ATX";
    board.dimmSlots = 24;
    board.memoryType = "DDR5";
    board.moduleTypes = {"RDIMM"};
    board.slots = {{5, 16, 16, true}, {5, 8, 16, true}};
    board.m2Slots = 2;
    Catalog catalog;
    catalog.boards = {board};
    BOOST_TEST(keySpecifications(catalog, PartCategory::Board, kId) ==
               "socket SP5 × 2, E-ATX, 24 × DDR5 RDIMM, PCIe slots x16/x8, 2 × M.2");
}

BOOST_AUTO_TEST_CASE(a_kit_goes_by_the_name_that_it_is_sold_under)
{
    MemoryKit kit = part<MemoryKit>();
    kit.memoryType = "DDR5";
    kit.moduleType = "RDIMM";
    kit.modules = 2;
    kit.moduleCapacity = 32_GiB;
    kit.speed = 6000;
    kit.casLatency = 36;
    Catalog catalog;
    catalog.memory = {kit};
    BOOST_TEST(keySpecifications(catalog, PartCategory::Memory, kId) == "2 × 32 GB DDR5-6000 RDIMM, CL36");
}

BOOST_AUTO_TEST_CASE(drives_and_power_supplies_carry_their_ratings)
{
    Drive drive = part<Drive>();
    drive.capacity = Bytes::gb(2000);
    drive.driveInterface = "NVMe";
    drive.formFactor = "M.2 2280";
    drive.pcieGeneration = 4;
    drive.sequentialRead = BytesPerSecond::gb(7.4);
    PowerSupply supply = part<PowerSupply>();
    supply.rating = 2000_W;
    supply.formFactor = "CRPS";
    supply.connectors = {0, 4, 0};
    supply.needs200Volts = true;
    Catalog catalog;
    catalog.drives = {drive};
    catalog.powerSupplies = {supply};
    BOOST_TEST(keySpecifications(catalog, PartCategory::Storage, kId) ==
               "2 TB, NVMe, M.2 2280, PCIe 4.0, reads 7.4 GB/s");
    // As drives are sold: 7.68 TB, not 7.7.
    catalog.drives.front().capacity = Bytes::gb(7680);
    BOOST_TEST(keySpecifications(catalog, PartCategory::Storage, kId).starts_with("7.68 TB, "));
    BOOST_TEST(keySpecifications(catalog, PartCategory::PowerSupply, kId) ==
               "2000 W, CRPS, 4 × PCIe 8-pin, full rating at 200–240 V only");
}

BOOST_AUTO_TEST_CASE(enclosures_and_coolers_say_what_goes_in_and_under)
{
    Case rack = part<Case>();
    rack.rackUnits = 4;
    rack.boardFormFactors = {"ATX", "E-ATX"};
    rack.maxCardLength = 350_mm;
    rack.expansionSlots = 7;
    Cooler cooler = part<Cooler>();
    cooler.liquid = true;
    cooler.radiator = 360_mm;
    cooler.rating = 350_W;
    cooler.sockets = {"AM5", "sTR5"};
    Catalog catalog;
    catalog.cases = {rack};
    catalog.coolers = {cooler};
    BOOST_TEST(keySpecifications(catalog, PartCategory::Case, kId) ==
               "4U rack, boards ATX/E-ATX, cards up to 350 mm, 7 expansion slots");
    BOOST_TEST(keySpecifications(catalog, PartCategory::Cooler, kId) ==
               "liquid, 360 mm radiator, carries away 350 W, sockets AM5/sTR5");
}

BOOST_AUTO_TEST_CASE(network_cards_and_systems_are_described)
{
    NetworkCard card = part<NetworkCard>();
    card.gigabitsPerPort = 25;
    card.ports = 2;
    card.protocol = "Ethernet";
    card.pcieGeneration = 3;
    card.pcieLanes = 8;
    CompleteSystem system = part<CompleteSystem>();
    system.accelerator = PartId("h100-sxm");
    system.acceleratorCount = 8;
    system.cpu = "2 × Xeon 8480C";
    system.memory = 2048_GiB;
    system.storage = Bytes::gb(30'720);
    system.maxPower = 10'200_W;
    system.rackUnits = 8;
    Accelerator accelerator;
    accelerator.info.id = PartId("h100-sxm");
    accelerator.info.name = "H100 SXM 80 GB";
    Catalog catalog;
    catalog.accelerators = {accelerator};
    catalog.networkCards = {card};
    catalog.systems = {system};
    BOOST_TEST(keySpecifications(catalog, PartCategory::NetworkCard, kId) ==
               "2 × 25 Gb/s, Ethernet, PCIe 3.0 x8");
    BOOST_TEST(keySpecifications(catalog, PartCategory::System, kId) ==
               "8 × H100 SXM 80 GB, 2 × Xeon 8480C, 2048 GiB RAM, 30.72 TB, up to 10200 W, 8U rack");
    BOOST_TEST(keySpecifications(catalog, PartCategory::System, PartId("other")) == "");
}

BOOST_AUTO_TEST_CASE(figures_are_said_in_the_readers_language)
{
    Cooler cooler = part<Cooler>();
    cooler.height = 155_mm;
    cooler.sockets = {"AM5"};
    Catalog catalog;
    catalog.coolers = {cooler};
    const Texts texts("zh-CN", [](const char* context, const std::string& english) {
        BOOST_TEST(std::string(context) == "Document");
        return english == "{figure} high" ? std::string("高 {figure}")
            : english == "air"            ? std::string("风冷")
            : english == ", "             ? std::string("，")
                                          : english;
    });
    BOOST_TEST(specificationsText(specificationFigures(catalog, PartCategory::Cooler, kId), texts) ==
               "风冷，高 155 mm，sockets AM5");
}

BOOST_AUTO_TEST_SUITE_END()
