// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace rigwright;
using namespace rigwright::literals;

namespace {

const Catalog& shipped()
{
    static const Catalog catalog = readCatalog(findCatalog().value()).value();
    return catalog;
}

template <class Part>
const Part& part(const std::vector<Part>& parts, const char* id)
{
    const Part* found = findPart(parts, PartId(id));
    BOOST_REQUIRE_MESSAGE(found != nullptr, id);
    return *found;
}

bool contains(const std::vector<std::string>& words, const std::string& word)
{
    return std::ranges::find(words, word) != words.end();
}

} // namespace

BOOST_AUTO_TEST_SUITE(shipped_hardware)

BOOST_AUTO_TEST_CASE(every_kind_of_part_is_there_in_number)
{
    const Catalog& catalog = shipped();
    BOOST_TEST(catalog.accelerators.size() >= 110U);
    BOOST_TEST(catalog.cpus.size() >= 100U);
    BOOST_TEST(catalog.boards.size() >= 70U);
    BOOST_TEST(catalog.memory.size() >= 60U);
    BOOST_TEST(catalog.drives.size() >= 40U);
    BOOST_TEST(catalog.powerSupplies.size() >= 45U);
    BOOST_TEST(catalog.cases.size() >= 35U);
    BOOST_TEST(catalog.coolers.size() >= 35U);
    BOOST_TEST(catalog.networkCards.size() >= 15U);
    BOOST_TEST(catalog.systems.size() >= 20U);
}

// AMD's product page: DDR5-5600 with two modules, DDR5-3600 with four; ECC with the board's support; boost 5.7 GHz.
BOOST_AUTO_TEST_CASE(a_ryzen_slows_down_with_four_modules)
{
    const Cpu& cpu = part(shipped().cpus, "ryzen-9-9950x");
    BOOST_TEST(cpu.family == "Ryzen 9000");
    BOOST_TEST(cpu.memorySpeed == 5600);
    BOOST_TEST(cpu.memorySpeedTwoPerChannel.value() == 3600);
    BOOST_TEST(cpu.boostGhz.value() == 5.7);
    BOOST_TEST(cpu.ecc.value());
    BOOST_TEST(!cpu.ddr4Speed.has_value());
}

// Intel's data sheets: Xeon w9-3495X 4800 MT/s with one, 4400 with two modules a channel; Core i9-14900K DDR5-5600, DDR4-3200.
BOOST_AUTO_TEST_CASE(intel_cpus_have_a_speed_for_each_population)
{
    const Cpu& workstation = part(shipped().cpus, "xeon-w9-3495x");
    BOOST_TEST(workstation.memorySpeed == 4800);
    BOOST_TEST(workstation.memorySpeedTwoPerChannel.value() == 4400);
    const Cpu& desktop = part(shipped().cpus, "core-i9-14900k");
    BOOST_TEST(desktop.memorySpeed == 5600);
    BOOST_TEST(desktop.ddr4Speed.value() == 3200);
}

// The makers' data sheets: the 6900 series has one module a channel, so that there is no speed with two.
BOOST_AUTO_TEST_CASE(what_does_not_exist_has_no_figure)
{
    BOOST_TEST(!part(shipped().cpus, "xeon-6980p").memorySpeedTwoPerChannel.has_value());
    BOOST_TEST(part(shipped().cpus, "xeon-6787p").memorySpeedTwoPerChannel.value() == 5200);
}

// ASUS, Pro WS WRX90E-SAGE SE: seven slots side by side, the sixth with eight lanes; Threadripper PRO alone.
BOOST_AUTO_TEST_CASE(a_workstation_board_tells_where_its_slots_are_and_how_they_split)
{
    const Board& board = part(shipped().boards, "pro-ws-wrx90e-sage-se");
    BOOST_REQUIRE(board.slots.size() == 7U);
    for (std::size_t i = 0; i < board.slots.size(); ++i) {
        BOOST_TEST(board.slots[i].position.value() == static_cast<int>(i) + 1);
    }
    BOOST_TEST(board.slots[5].lanes == 8);
    BOOST_TEST(board.slots[5].physicalLanes == 16);
    BOOST_TEST((board.slots[0].splits == std::vector<std::vector<int>>{{8, 8}, {4, 4, 4, 4}}));
    BOOST_TEST(contains(board.cpuFamilies, "Threadripper PRO 7000"));
    BOOST_TEST(contains(board.cpuFamiliesByUpdate, "Threadripper PRO 9000"));
    BOOST_TEST(!contains(board.cpuFamilies, "Threadripper 7000"));
}

// ASUS, ProArt X870E-CREATOR WIFI: a drive in M.2_2 leaves eight lanes to the first slot and four to the second.
BOOST_AUTO_TEST_CASE(a_desktop_board_tells_what_shares_lanes)
{
    const Board& board = part(shipped().boards, "proart-x870e-creator-wifi");
    BOOST_REQUIRE(board.laneSharing.size() == 2U);
    BOOST_TEST((board.laneSharing[0].used == BoardPort{BoardPort::Kind::M2, 2}));
    BOOST_TEST((board.laneSharing[0].affected == BoardPort{BoardPort::Kind::Slot, 1}));
    BOOST_TEST(board.laneSharing[0].lanesLeft == 8);
    BOOST_TEST(board.laneSharing[1].lanesLeft == 4);
    BOOST_TEST(board.ecc.value());
}

// Intel's chipset tables: ECC needs W680 or W880 beside these sockets.
BOOST_AUTO_TEST_CASE(consumer_chipsets_of_intel_have_no_ecc)
{
    for (const Board& board : shipped().boards) {
        if (board.chipset == "Intel Z790" || board.chipset == "Intel B760" || board.chipset == "Intel Z890") {
            BOOST_TEST(board.ecc.has_value(), board.info.id.text());
            BOOST_TEST(!board.ecc.value_or(true), board.info.id.text());
            BOOST_TEST(!contains(board.moduleTypes, "ECC UDIMM"), board.info.id.text());
        }
    }
    BOOST_TEST(part(shipped().boards, "pro-ws-w680-ace").ecc.value());
}

BOOST_AUTO_TEST_CASE(what_shares_lanes_is_on_the_board)
{
    for (const Board& board : shipped().boards) {
        const auto there = [&](const BoardPort& port) {
            const int slots = static_cast<int>(board.slots.size());
            return (port.kind != BoardPort::Kind::Slot || port.number <= slots) &&
                (port.kind != BoardPort::Kind::M2 || port.number <= board.m2Slots.value_or(16));
        };
        for (const LaneShare& rule : board.laneSharing) {
            BOOST_TEST(there(rule.used), board.info.id.text());
            BOOST_TEST(there(rule.affected), board.info.id.text());
        }
    }
}

BOOST_AUTO_TEST_CASE(slots_of_known_position_follow_each_other_on_cpus_that_exist)
{
    for (const Board& board : shipped().boards) {
        int last = 0;
        for (const PcieSlot& slot : board.slots) {
            BOOST_TEST(slot.position.value_or(last + 1) > last, board.info.id.text());
            last = slot.position.value_or(last);
            BOOST_TEST(slot.processor.value_or(1) <= board.socketCount, board.info.id.text());
        }
    }
}

BOOST_AUTO_TEST_CASE(every_board_of_known_families_starts_with_a_cpu_of_the_catalog)
{
    std::map<std::string, std::set<std::string>> sockets;
    for (const Cpu& cpu : shipped().cpus) {
        BOOST_TEST(!cpu.family.empty(), cpu.info.id.text());
        sockets[cpu.family].insert(cpu.socket);
    }
    for (const Board& board : shipped().boards) {
        std::vector<std::string> families = board.cpuFamilies;
        families.insert(families.end(), board.cpuFamiliesByUpdate.begin(), board.cpuFamiliesByUpdate.end());
        const auto known = [&](const std::string& family) {
            const auto found = sockets.find(family);
            return found != sockets.end() && found->second.contains(board.socket);
        };
        BOOST_TEST((families.empty() || std::ranges::any_of(families, known)), board.info.id.text());
    }
}

// The makers' data sheets: width times rate a pin is the bandwidth.
BOOST_AUTO_TEST_CASE(memory_of_accelerators_has_a_type_and_a_width)
{
    const auto expect = [](const char* id, const char* type, int bits) {
        const Accelerator& accelerator = part(shipped().accelerators, id);
        BOOST_TEST(accelerator.memoryType == type, id);
        BOOST_TEST(accelerator.memoryBusBits.value() == bits, id);
    };
    expect("rtx-4090", "GDDR6X", 384); // 21 Gb/s × 384 / 8 = 1,008 GB/s
    expect("rtx-5090", "GDDR7", 512);  // 28 Gb/s × 512 / 8 = 1,792 GB/s
    expect("rtx-3090", "GDDR6X", 384); // 19.5 Gb/s × 384 / 8 = 936 GB/s
    expect("h100-sxm", "HBM3", 5120);  // five stacks of 1,024
    expect("h200-sxm", "HBM3e", 6144); // six stacks
    expect("mi300x", "HBM3", 8192);    // eight stacks
    expect("a100-80gb-sxm", "HBM2e", 5120);
    expect("gb10", "LPDDR5X", 256); // 8,533 MT/s × 256 / 8 = 273 GB/s
    expect("m3-ultra-512gb", "LPDDR5", 1024);
}

// Nvidia's pages: the RTX 2080 Ti has two 8-pin sockets, 267 mm and NVLink of 100 GB/s; the RTX A2000 lives on its slot.
BOOST_AUTO_TEST_CASE(reference_cards_have_their_sockets)
{
    const Accelerator& old = part(shipped().accelerators, "rtx-2080-ti");
    BOOST_TEST(old.power.value().pin8 == 2);
    BOOST_TEST(old.length.value().value() == 267);
    BOOST_TEST(old.linkMaxDevices == 2);
    BOOST_TEST(old.linkBandwidth.value().inGb() == 100);
    BOOST_TEST(part(shipped().accelerators, "rtx-a2000-12gb").power.value().pin8 == 0);
}

// Samsung's data sheets: 990 PRO 2 TB writes 6.9 GB/s and 1,200 TB in its warranty; the PM9A3 outlives a power failure.
BOOST_AUTO_TEST_CASE(drives_tell_how_much_may_be_written)
{
    const Drive& consumer = part(shipped().drives, "samsung-990-pro-2tb");
    BOOST_TEST(consumer.sequentialWrite.value().inGb() == 6.9);
    BOOST_TEST(consumer.endurance.value().value() == 1'200'000'000'000'000);
    BOOST_TEST(!consumer.powerLossProtection.value());
    BOOST_TEST(consumer.pcieLanes.value() == 4);
    BOOST_TEST(part(shipped().drives, "samsung-pm9a3-3.84tb").powerLossProtection.value());
    BOOST_TEST(part(shipped().drives, "samsung-990-evo-plus-2tb").pcieLanes.value() == 2); // PCIe 5.0 x2
}

// JEDEC: DDR5 at 1.1 V, DDR4 at 1.2 V, modules of 31.25 mm; G.Skill's Trident Z5 RGB is 44 mm high.
BOOST_AUTO_TEST_CASE(memory_has_its_height_and_voltage)
{
    const MemoryKit& server = part(shipped().memory, "samsung-64gb-ddr5-4800-rdimm");
    BOOST_TEST(server.ranks.value() == 2);
    BOOST_TEST(server.volts.value() == 1.1);
    BOOST_TEST(server.height.value().value() == 31.25);
    BOOST_TEST(part(shipped().memory, "gskill-trident-z5-rgb-2x24gb-ddr5-6800-cl34").height.value().value() ==
               44);
}

// Supermicro: CSE-747BTQ-R2K04B comes with two supplies of 2,000 W and holds four double-width cards.
BOOST_AUTO_TEST_CASE(a_chassis_tells_what_comes_with_it)
{
    const Case& chassis = part(shipped().cases, "supermicro-cse-747btq-r2k04b");
    BOOST_TEST(chassis.includedSupplies.value() == 2);
    BOOST_TEST(chassis.includedSupplyPower.value().value() == 2000);
    BOOST_TEST(chassis.doubleWidthCards.value() == 4);
    BOOST_TEST(part(shipped().cases, "phanteks-enthoo-pro-2").powerSupplies.value() == 2);
    for (const Case& one : shipped().cases) {
        BOOST_TEST(one.includedSupplies.value_or(0) <= one.powerSupplies.value_or(16), one.info.id.text());
    }
}

// be quiet!: Dark Power 13 1000W, 16-pin leads of 600 W; Corsair: AX1600i, 200 mm, C19 cord.
BOOST_AUTO_TEST_CASE(a_supply_tells_its_inlet_length_and_the_strength_of_its_leads)
{
    BOOST_TEST(part(shipped().powerSupplies, "be-quiet-dark-power-13-1000w").pin16Rating.value().value() ==
               600);
    const PowerSupply& large = part(shipped().powerSupplies, "corsair-ax1600i");
    BOOST_TEST(large.inlet == "C20");
    BOOST_TEST(large.length.value().value() == 200);
    BOOST_TEST(!large.redundant.value());
    BOOST_TEST(part(shipped().powerSupplies, "supermicro-pws-2k08a-1r").redundant.value());
}

// Nvidia: DGX H100 has six supplies of 3.3 kW; ConnectX-7 NDR does RDMA over an OSFP port.
BOOST_AUTO_TEST_CASE(systems_and_network_cards_tell_their_supplies_and_ports)
{
    const CompleteSystem& dgx = part(shipped().systems, "dgx-h100");
    BOOST_TEST(dgx.powerSupplies.value() == 6);
    BOOST_TEST(dgx.powerSupplyRating.value().value() == 3300);
    BOOST_TEST(!dgx.network.empty());
    const NetworkCard& card = part(shipped().networkCards, "connectx-7-ndr-400g");
    BOOST_TEST(card.connector == "OSFP");
    BOOST_TEST(card.rdma.value());
    BOOST_TEST(!part(shipped().networkCards, "intel-x550-t2").rdma.value());
}

// A row whose board sizes were written down from memory does not pass for one that was read.
BOOST_AUTO_TEST_CASE(no_note_of_a_sourced_row_says_unverified)
{
    const auto honest = [](const auto& parts) {
        for (const auto& one : parts) {
            const bool doubted = one.info.note.find("unverified") != std::string::npos;
            BOOST_TEST((!doubted || one.info.specs.state == Verification::Unverified), one.info.id.text());
        }
    };
    honest(shipped().boards);
    honest(shipped().cases);
    honest(shipped().powerSupplies);
    honest(shipped().coolers);
}

BOOST_AUTO_TEST_SUITE_END()
