// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/bench.h"
#include "builds/evaluate.h"
#include "builds/hardware.h"
#include "builds/memory_layout.h"
#include "builds/power.h"
#include "builds/slot_plan.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;
using rigwright::test::Bench;
using rigwright::test::part;

namespace {

Catalog catalogOf(const Bench& b)
{
    Catalog catalog;
    catalog.accelerators = {b.card};
    catalog.cpus = {b.cpu, b.otherCpu};
    catalog.boards = {b.board};
    catalog.memory = {b.kit, b.otherKit};
    catalog.drives = {b.drive};
    catalog.powerSupplies = {b.supply};
    catalog.cases = {b.enclosure};
    catalog.coolers = {b.cooler};
    catalog.networkCards = {b.nic};
    catalog.systems = {b.system};
    return catalog;
}

BuildLine line(const char* id, int quantity = 1)
{
    return {PartCategory::Accelerator, PartId(id), quantity};
}

/// The machine of the Chinese guide to DeepSeek on CPUs: Gigabyte MZ73-LM0 with two EPYC 9655 and 12 desktop kits.
Bench guideMachine()
{
    Bench b;
    b.cpu.info.name = "EPYC 9655";
    b.cpu.socket = b.board.socket = "SP5";
    b.cpu.maxSockets = b.board.socketCount = 2;
    b.cpu.cores = 96;
    b.cpu.memoryChannels = b.board.channelsPerSocket = 12;
    b.cpu.memorySpeed = 6000;
    b.cpu.moduleTypes = b.board.moduleTypes = {"RDIMM"};
    b.cpu.memoryMax = b.board.memoryMax = 6144_GiB;
    b.cpu.power = 400_W;
    b.cpu.turboPower.reset();
    b.cpu.amx = false;
    b.board.info.name = "MZ73-LM0";
    b.board.dimmSlots = 24;
    b.board.bmc = true;
    b.kit.info.name = "Vengeance 64 GB";
    b.kit.modules = 2;
    b.kit.moduleCapacity = 32_GiB;
    b.kit.speed = 6000;
    b.cooler.sockets = {"SP5"};
    b.cooler.rating = 400_W;
    b.supply.rating = 1200_W;
    b.cards = 0;
    b.cpus = 2;
    b.coolers = 2;
    b.kits = 12;
    return b;
}

std::vector<std::string> idsOf(const std::vector<Finding>& findings)
{
    std::vector<std::string> ids;
    for (const Finding& finding : findings) {
        ids.push_back(finding.id);
    }
    return ids;
}

bool has(const std::vector<std::string>& ids, const char* id)
{
    return std::ranges::find(ids, id) != ids.end();
}

} // namespace

BOOST_AUTO_TEST_SUITE(machines)

BOOST_AUTO_TEST_CASE(an_unknown_part_is_named_with_the_nearest)
{
    const auto result = hardwareOf(catalogOf(Bench()), Build{{line("cart")}});
    BOOST_REQUIRE(!result.has_value());
    BOOST_TEST(result.error().message.find("'cart'") != std::string::npos);
    BOOST_TEST(result.error().message.find("card") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_not_one_machine_is_refused)
{
    const Catalog catalog = catalogOf(Bench());
    const Build bad[] = {Build{},
                         Build{{line("cpu", 0)}},
                         Build{{line("cpu", -1)}},
                         Build{{line("kit", 1'000'000'000)}},
                         Build{{line("board", 2)}},
                         Build{{line("board"), line("board")}},
                         Build{{line("case"), line("case")}},
                         Build{{line("system", 8)}},
                         Build{{line("system"), line("board")}}};
    for (const Build& build : bad) {
        BOOST_TEST(!checkCompatibility(catalog, build).has_value());
    }
}

BOOST_AUTO_TEST_CASE(two_lines_of_one_part_add_up)
{
    const auto hardware = hardwareOf(catalogOf(Bench()), Build{{line("card"), line("card", 2)}});
    BOOST_REQUIRE(hardware.has_value());
    BOOST_TEST(hardware->accelerators.size() == 1U);
    BOOST_TEST(hardware->deviceCount() == 3);
}

BOOST_AUTO_TEST_CASE(a_desktop_is_described_by_its_parts)
{
    // Two modules on two channels at 5,200 MT/s: 2 × 5.2 × 8 = 83.2 GB/s.
    const Hardware hardware = hardwareOf(Bench().machine());
    BOOST_TEST(hardware.host.name == "cpu");
    BOOST_TEST(hardware.host.sockets == 1);
    BOOST_TEST(hardware.host.cores == 6);
    BOOST_TEST(hardware.host.avx512);
    BOOST_TEST(hardware.host.memory->inGib() == 32.0);
    BOOST_TEST(hardware.host.bandwidth->inGb() == 83.2, boost::test_tools::tolerance(1e-9));
    BOOST_REQUIRE(hardware.accelerators.size() == 1U);
    BOOST_TEST(hardware.accelerators[0].linkGeneration.value() == 4);
    BOOST_TEST(hardware.accelerators[0].linkLanes.value() == 16);
}

BOOST_AUTO_TEST_CASE(four_desktop_modules_run_slower)
{
    // AMD states DDR5-3600 for four dual-rank modules: 2 × 3.6 × 8 = 57.6 GB/s.
    Bench bench;
    bench.kits = 2;
    const MemoryLayout layout = layOutMemory(bench.machine());
    BOOST_TEST(layout.modulesPerChannel == 2);
    BOOST_TEST(layout.ratedSpeed.value() == 5200);
    BOOST_TEST(layout.speed.value() == 3600);
    BOOST_TEST(layout.bandwidth->inGb() == 57.6, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(makers_figures_for_two_modules_a_channel_count_before_the_usual_ones)
{
    // Core Ultra 200S: DDR5-6400 with one module a channel, 4400 with two of two ranks (Intel ARK).
    Bench bench;
    bench.kits = 2;
    bench.kit.speed = 6400;
    bench.cpu.memorySpeed = 6400;
    bench.cpu.memorySpeedTwoPerChannel = 4400;
    BOOST_TEST(layOutMemory(bench.machine()).speed.value() == 4400);
    bench.board.memorySpeedTwoPerChannel = 4000;
    BOOST_TEST(layOutMemory(bench.machine()).speed.value() == 4000);
    bench.cpu.memorySpeedTwoPerChannel.reset();
    BOOST_TEST(layOutMemory(bench.machine()).speed.value() == 4000);
    BOOST_TEST(layOutMemory(bench.machine()).ratedSpeed.value() == 6400);
}

BOOST_AUTO_TEST_CASE(ddr4_runs_at_the_cpu_s_figure_for_ddr4)
{
    // Core i5-12400F: DDR5-4800 or DDR4-3200 (Intel ARK); its 3600 for two modules a channel is of DDR5.
    Bench bench;
    bench.kit.memoryType = bench.board.memoryType = "DDR4";
    bench.kit.speed = 3600;
    bench.cpu.memorySpeed = 4800;
    bench.cpu.memorySpeedTwoPerChannel = 3600;
    bench.cpu.ddr4Speed = 3200;
    BOOST_TEST(layOutMemory(bench.machine()).speed.value() == 3200);
    bench.kits = 2;
    BOOST_TEST(layOutMemory(bench.machine()).speed.value() == 2666); // what makers state for DDR4 otherwise
}

BOOST_AUTO_TEST_CASE(memory_runs_no_faster_than_the_board_guarantees)
{
    Bench bench;
    bench.board.memorySpeed = 4800;
    BOOST_TEST(layOutMemory(bench.machine()).speed.value() == 4800);
    bench.board.memorySpeed = 8000;
    BOOST_TEST(layOutMemory(bench.machine()).speed.value() == 5200);
}

BOOST_AUTO_TEST_CASE(empty_channels_carry_nothing)
{
    Bench bench;
    bench.kit.modules = 1;
    const MemoryLayout layout = layOutMemory(bench.machine());
    BOOST_TEST(layout.populatedChannels == 1);
    BOOST_TEST(layout.bandwidth->inGb() == 41.6, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(an_even_population_is_one_module_or_an_even_number_or_all_channels)
{
    // AMD EPYC 9004: 1, 2, 4, 6, 8, 10 or 12 modules a socket with twelve channels, or 24.
    for (const int modules : {1, 2, 4, 6, 8, 10, 12, 24}) {
        BOOST_TEST(isEvenPopulation(modules, 12), modules);
    }
    for (const int modules : {3, 5, 7, 11, 13, 14, 18, 23}) {
        BOOST_TEST(!isEvenPopulation(modules, 12), modules);
    }
}

BOOST_AUTO_TEST_CASE(an_unknown_speed_leaves_bandwidth_unknown)
{
    Bench bench;
    bench.kit.speed.reset();
    BOOST_TEST(!layOutMemory(bench.machine()).bandwidth.has_value());
}

BOOST_AUTO_TEST_CASE(the_guide_s_cpu_machine_would_not_start)
{
    const Bench bench = guideMachine();
    const Catalog catalog = catalogOf(bench);
    const Build build{{line("cpu", 2), line("board"), line("kit", 12), line("drive"), line("supply"),
                       line("case"), line("cooler", 2)}};
    const auto findings = checkCompatibility(catalog, build);
    BOOST_REQUIRE(findings.has_value());
    const auto ids = idsOf(*findings);
    BOOST_TEST(has(ids, "memory-module-type"));
    BOOST_TEST((findings->front().severity == Severity::Blocker));
    // 24 slots for 24 channels: one module each, nothing to derate.
    BOOST_TEST(!has(ids, "dimms-per-channel"));
    BOOST_TEST(!has(ids, "memory-channels-populated"));
}

BOOST_AUTO_TEST_CASE(the_guide_s_cpu_machine_keeps_its_full_bandwidth)
{
    // 24 channels × 6,000 MT/s × 8 bytes = 1,152 GB/s, 576 for each socket; the guide derates by 15 %.
    const MemoryLayout layout = layOutMemory(guideMachine().machine());
    BOOST_TEST(layout.channels == 24);
    BOOST_TEST(layout.populatedChannels == 24);
    BOOST_TEST(layout.modulesPerChannel == 1);
    BOOST_TEST(layout.bandwidth->inGb() == 1152.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(layout.capacity.inGib() == 768.0);
}

BOOST_AUTO_TEST_CASE(a_pair_of_slots_shares_sixteen_lanes)
{
    Bench bench;
    BOOST_TEST(planSlots(bench.machine()).slowest->lanes == 16);
    bench.cards = 2;
    const SlotPlan two = planSlots(bench.machine());
    BOOST_TEST(two.slowest->lanes == 8);
    BOOST_TEST(two.slowest->fromCpu);
    bench.cards = 3;
    const SlotPlan three = planSlots(bench.machine());
    BOOST_TEST(three.slowest->lanes == 4);
    BOOST_TEST(!three.slowest->fromCpu);
    bench.cards = 4;
    BOOST_TEST(planSlots(bench.machine()).cardsWithoutSlot == 1);
}

BOOST_AUTO_TEST_CASE(a_cpu_with_fewer_lanes_halves_the_links)
{
    // Seven slots of sixteen lanes ask for 112; a CPU with 64 leaves nine for each card, that is x8.
    Bench bench;
    bench.board.slotsSplit = false;
    bench.board.slots.assign(7, PcieSlot{5, 16, 16, true});
    bench.cpu.pcieLanes = 64;
    bench.cards = 7;
    const SlotPlan plan = planSlots(bench.machine());
    BOOST_TEST(plan.lanesAsked == 112);
    BOOST_TEST(plan.slowest->lanes == 8);
    bench.cards = 4;
    BOOST_TEST(planSlots(bench.machine()).slowest->lanes == 16);
}

BOOST_AUTO_TEST_CASE(a_network_card_takes_lanes_of_the_cpu_too)
{
    Bench bench;
    bench.board.slots = {{5, 16, 16, true}, {5, 8, 8, true}};
    bench.board.slotsSplit = false;
    bench.nics = 1;
    bench.nic.pcieLanes = 8;
    bench.cpu.pcieLanes = 24;
    BOOST_TEST(planSlots(bench.machine()).lanesAsked == 24);
    BOOST_TEST(!planSlots(bench.machine()).lanesShort());
    BOOST_TEST(planSlots(bench.machine()).slowest->lanes == 16);
    bench.cpu.pcieLanes = 20; // twelve are left, and a link is halved
    BOOST_TEST(planSlots(bench.machine()).slowest->lanes == 8);
}

BOOST_AUTO_TEST_CASE(power_at_the_wall_counts_the_loss_in_the_supply)
{
    // Working: 0.9 × 285 + 65 + 50 + 4 × 4 = 387.5 W. At 46 % of 850 W a Gold supply passes on
    // 0.87 + 0.03 × (0.4559 − 0.2) / 0.3 = 0.8956; 387.5 / 0.8956 = 432.7 W.
    Bench bench;
    BOOST_TEST(workingLoad(bench.machine()).sum().value() == 387.5, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(wallPower(bench.machine()).value() == 432.7, boost::test_tools::tolerance(1e-3));
    BOOST_TEST((idlePower(bench.machine()) < wallPower(bench.machine())));
    BOOST_TEST(sustainedLoad(bench.machine()).sum().value() == 439.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(one_of_several_redundant_supplies_is_a_spare)
{
    Bench bench;
    bench.supplies = 2;
    BOOST_TEST(supplyRating(bench.machine()).value() == 1700.0);
    bench.supply.formFactor = "CRPS";
    BOOST_TEST(supplyRating(bench.machine()).value() == 850.0);
    bench.supply.redundant = false;
    BOOST_TEST(supplyRating(bench.machine()).value() == 1700.0);
    bench.supply.formFactor = "ATX";
    bench.supply.redundant = true;
    BOOST_TEST(supplyRating(bench.machine()).value() == 850.0);
}

BOOST_AUTO_TEST_CASE(a_circuit_below_200_volts_carries_80_percent_for_long)
{
    // 120 V: 15 A 1,440 W, 20 A 1,920 W; 230 V: 10 A 2,300 W, 16 A 3,680 W.
    BOOST_TEST(continuousPower({120, 15}).value() == 1440.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(continuousPower({120, 20}).value() == 1920.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(continuousPower({230, 10}).value() == 2300.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(continuousPower({230, 16}).value() == 3680.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(efficiency_follows_the_80_plus_limits)
{
    BOOST_TEST(supplyEfficiency("80+ Titanium", 0.5) == 0.94);
    BOOST_TEST(supplyEfficiency("80+ Gold", 1.0) == 0.87);
    BOOST_TEST(supplyEfficiency("80+ Gold", 0.75) == 0.885, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(supplyEfficiency("", 0.5) == 0.80);
    BOOST_TEST(supplyEfficiency("80+ Gold", 3.0) == supplyEfficiency("80+ Gold", 1.0));
}

BOOST_AUTO_TEST_CASE(a_complete_system_is_hardware_too)
{
    Bench bench;
    bench.asSystem = true;
    const Hardware unified = hardwareOf(bench.machine());
    BOOST_TEST(unified.deviceCount() == 1);
    BOOST_TEST(!unified.host.memory.has_value());
    BOOST_TEST(wallPower(bench.machine()).value() == 240.0);
    bench.system.unifiedMemory = false;
    BOOST_TEST(hardwareOf(bench.machine()).host.memory->inGib() == 128.0);
    bench.system.maxPower.reset();
    BOOST_TEST(wallPower(bench.machine()).value() == 513.0,
               boost::test_tools::tolerance(1e-9)); // 1.8 × 285 W
}

BOOST_AUTO_TEST_CASE(the_operating_system_keeps_its_share_of_ram)
{
    const Hardware left = leftForModel(hardwareOf(Bench().machine()));
    BOOST_TEST(left.host.memory->inGib() == 24.0);
}

BOOST_AUTO_TEST_SUITE_END()
