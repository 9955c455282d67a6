// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check_support.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using namespace rigwright::test;

namespace {

template <class Spoil>
Catalog withCpu(Spoil spoil)
{
    Catalog catalog = soundCatalog();
    spoil(catalog.cpus.front());
    return catalog;
}

template <class Spoil>
Catalog withBoard(Spoil spoil)
{
    Catalog catalog = soundCatalog();
    spoil(catalog.boards.front());
    return catalog;
}

template <class Spoil>
Catalog withKit(Spoil spoil)
{
    Catalog catalog = soundCatalog();
    spoil(catalog.memory.front());
    return catalog;
}

template <class Spoil>
Catalog withDrive(Spoil spoil)
{
    Catalog catalog = soundCatalog();
    spoil(catalog.drives.front());
    return catalog;
}

template <class Spoil>
Catalog withSupply(Spoil spoil)
{
    Catalog catalog = soundCatalog();
    spoil(catalog.powerSupplies.front());
    return catalog;
}

} // namespace

BOOST_AUTO_TEST_SUITE(check_hosts)

// AM5: two channels of DDR5 up to 5600 MT/s, PCIe 5.0, one CPU (AMD).
BOOST_AUTO_TEST_CASE(a_cpu_does_no_more_than_its_socket)
{
    constexpr auto kFinding = "error cpu-beyond-socket ryzen-5-7600";
    BOOST_TEST(findsOnly(withCpu([](Cpu& cpu) { cpu.memoryChannels = 4; }), kFinding));
    BOOST_TEST(findsOnly(withCpu([](Cpu& cpu) { cpu.memorySpeed = 52'000; }), kFinding));
    BOOST_TEST(findsOnly(withCpu([](Cpu& cpu) { cpu.pcieGeneration = 6; }), kFinding));
    BOOST_TEST(findsOnly(withCpu([](Cpu& cpu) { cpu.maxSockets = 2; }), kFinding));
    BOOST_TEST(findsOnly(withCpu([](Cpu& cpu) { cpu.memoryTypes.emplace_back("DDR4"); }), kFinding));
}

BOOST_AUTO_TEST_CASE(a_core_has_one_or_two_threads)
{
    const auto with = [](int threads) { return withCpu([threads](Cpu& cpu) { cpu.threads = threads; }); };
    BOOST_TEST(findsNothing(with(6)));
    BOOST_TEST(findsNothing(with(9))); // cores of two kinds
    BOOST_TEST(findsOnly(with(5), "error threads-per-core ryzen-5-7600"));
    BOOST_TEST(findsOnly(with(24), "error threads-per-core ryzen-5-7600"));
}

BOOST_AUTO_TEST_CASE(turbo_power_is_not_below_base_power)
{
    const auto with = [](double watts) {
        return withCpu([watts](Cpu& cpu) { cpu.turboPower = Watts(watts); });
    };
    BOOST_TEST(findsNothing(with(65)));
    BOOST_TEST(findsOnly(with(64), "error turbo-below-base-power ryzen-5-7600"));
    BOOST_TEST(findsOnly(with(880), "warning turbo-below-base-power ryzen-5-7600"));
}

BOOST_AUTO_TEST_CASE(clock_and_power_are_of_a_cpu)
{
    BOOST_TEST(findsOnly(withCpu([](Cpu& cpu) { cpu.baseGhz = 0.38; }), "warning cpu-clock ryzen-5-7600"));
    BOOST_TEST(findsOnly(withCpu([](Cpu& cpu) {
                             cpu.power = Watts(650);
                             cpu.turboPower.reset();
                         }),
                         "warning power-per-core ryzen-5-7600"));
    BOOST_TEST(findsOnly(withCpu([](Cpu& cpu) { cpu.amx = true; }), "error amx-without-avx512 ryzen-5-7600"));
}

BOOST_AUTO_TEST_CASE(a_board_does_no_more_than_its_socket)
{
    constexpr auto kFinding = "error board-beyond-socket am5-board";
    BOOST_TEST(findsOnly(withBoard([](Board& board) { board.channelsPerSocket = 4; }), kFinding));
    BOOST_TEST(findsOnly(withBoard([](Board& board) { board.slots.front().generation = 6; }), kFinding));
    // Two sockets of two channels need at least four modules' slots, which it has.
    BOOST_TEST(findsOnly(withBoard([](Board& board) { board.socketCount = 2; }), kFinding));
    BOOST_TEST(finds(withBoard([](Board& board) { board.memoryType = "DDR4"; }), kFinding));
}

BOOST_AUTO_TEST_CASE(a_channel_has_one_or_two_modules)
{
    const auto with = [](int slots) {
        return withBoard([slots](Board& board) {
            board.dimmSlots = slots;
            board.memoryMax.reset();
        });
    };
    BOOST_TEST(findsNothing(with(2)));
    BOOST_TEST(finds(with(1), "error dimm-slots-of-channels am5-board"));
    BOOST_TEST(finds(with(8), "error dimm-slots-of-channels am5-board"));
}

// 2,560 GiB in four slots are 640 GiB each; unbuffered modules have at most 64.
BOOST_AUTO_TEST_CASE(a_board_takes_no_more_memory_than_modules_hold)
{
    const Catalog catalog = withBoard([](Board& board) { board.memoryMax = Bytes::gib(2560); });
    BOOST_TEST(findsOnly(catalog, "warning board-memory-max am5-board"));
}

BOOST_AUTO_TEST_CASE(slots_have_the_widths_of_pcie)
{
    BOOST_TEST(findsOnly(withBoard([](Board& board) { board.slots.back().lanes = 12; }),
                         "error slot-widths am5-board"));
    BOOST_TEST(findsOnly(withBoard([](Board& board) {
                             board.slots.back().lanes = 16;
                             board.slots.back().physicalLanes = 8;
                         }),
                         "error slot-widths am5-board"));
}

// Two slots of sixteen lanes of their own need 32; the CPU has 24.
BOOST_AUTO_TEST_CASE(slots_have_no_more_lanes_than_the_best_cpu)
{
    const auto with = [](bool split) {
        return withBoard([split](Board& board) {
            board.slots = {{5, 16, 16, true}, {5, 16, 16, true}};
            board.slotsSplit = split;
        });
    };
    BOOST_TEST(findsNothing(with(true)));
    BOOST_TEST(findsOnly(with(false), "warning board-lanes-beyond-cpus am5-board"));
}

BOOST_AUTO_TEST_CASE(a_form_factor_has_room_for_so_many_slots)
{
    const Catalog catalog = withBoard([](Board& board) { board.slots.assign(8, PcieSlot{3, 1, 1, false}); });
    BOOST_TEST(finds(catalog, "error board-slot-positions am5-board"));
}

BOOST_AUTO_TEST_CASE(memory_runs_at_speeds_that_are_sold)
{
    const auto with = [](int speed) {
        return withKit([speed](MemoryKit& kit) {
            kit.speed = speed;
            kit.casLatency.reset();
        });
    };
    BOOST_TEST(findsNothing(with(8000)));
    BOOST_TEST(findsOnly(with(56'000), "error memory-speed ddr5-kit"));
    BOOST_TEST(findsOnly(with(2800), "error memory-speed ddr5-kit"));
}

// CL14 at 5600 MT/s would be 5 ns; CL80 28.6 ns.
BOOST_AUTO_TEST_CASE(memory_answers_after_plausible_nanoseconds)
{
    const auto with = [](int latency) {
        return withKit([latency](MemoryKit& kit) { kit.casLatency = latency; });
    };
    BOOST_TEST(findsOnly(with(14), "warning memory-latency ddr5-kit"));
    BOOST_TEST(findsOnly(with(80), "warning memory-latency ddr5-kit"));
    BOOST_TEST(findsNothing(with(28)));
}

BOOST_AUTO_TEST_CASE(modules_have_sizes_that_are_made)
{
    BOOST_TEST(finds(withKit([](MemoryKit& kit) {
                         kit.info.name = "Kit";
                         kit.moduleCapacity = Bytes::gib(30);
                     }),
                     "warning module-capacity ddr5-kit"));
    BOOST_TEST(finds(withKit([](MemoryKit& kit) { kit.moduleCapacity = Bytes::gib(16); }),
                     "error memory-unlike-its-name ddr5-kit"));
    BOOST_TEST(finds(withKit([](MemoryKit& kit) {
                         kit.info.name = "Kit";
                         kit.memoryType = "DDR4";
                         kit.speed = 3200;
                         kit.casLatency = 22;
                         kit.moduleCapacity = Bytes::gib(48);
                     }),
                     "error module-capacity ddr5-kit"));
}

// PCIe 4.0 x4 carries 7.88 GB/s, SATA 0.6.
BOOST_AUTO_TEST_CASE(a_drive_reads_no_faster_than_its_link)
{
    const auto with = [](double gb) {
        return withDrive([gb](Drive& drive) { drive.sequentialRead = BytesPerSecond::gb(gb); });
    };
    BOOST_TEST(findsOnly(with(14), "error drive-beyond-link nvme-drive"));
    BOOST_TEST(findsOnly(with(0.74), "warning drive-below-link nvme-drive"));
    const Catalog sata = withDrive([](Drive& drive) {
        drive.driveInterface = "SATA";
        drive.pcieGeneration.reset();
        drive.sequentialRead = BytesPerSecond::gb(0.7);
    });
    BOOST_TEST(findsOnly(sata, "error drive-beyond-link nvme-drive"));
}

BOOST_AUTO_TEST_CASE(a_drive_has_one_interface)
{
    const Catalog catalog = withDrive([](Drive& drive) {
        drive.formFactor = "U.2";
        drive.driveInterface = "SATA";
        drive.pcieGeneration.reset();
        drive.sequentialRead.reset();
    });
    BOOST_TEST(findsOnly(catalog, "error drive-interface nvme-drive"));
    BOOST_TEST(findsOnly(withDrive([](Drive& drive) { drive.capacity = Bytes::gb(2); }),
                         "warning drive-capacity nvme-drive"));
}

// Four 16-pin leads of 300 W and four 8-pin ones of 150 W are 1,800 W on a rating of 1,000.
BOOST_AUTO_TEST_CASE(leads_stand_in_proportion_to_the_rating)
{
    BOOST_TEST(findsOnly(withSupply([](PowerSupply& supply) { supply.connectors.pin16 = 4; }),
                         "warning leads-beyond-rating atx-supply"));
    BOOST_TEST(findsOnly(withSupply([](PowerSupply& supply) { supply.atxVersion = 2.0; }),
                         "warning leads-before-their-time atx-supply"));
}

// 2.4 kW is more than a socket of 15 A and 120 V gives.
BOOST_AUTO_TEST_CASE(a_supply_gives_no_more_than_its_wall_socket)
{
    const auto with = [](bool needs200Volts) {
        return withSupply([=](PowerSupply& supply) {
            supply.rating = Watts(2400);
            supply.needs200Volts = needs200Volts;
        });
    };
    BOOST_TEST(findsNothing(with(true)));
    BOOST_TEST(findsOnly(with(false), "warning rating-beyond-wall atx-supply"));
    const Catalog small = withSupply([](PowerSupply& supply) {
        supply.formFactor = "SFX";
        supply.rating = Watts(1500);
    });
    BOOST_TEST(finds(small, "warning rating-of-form-factor atx-supply"));
}

BOOST_AUTO_TEST_CASE(coolers_cases_and_network_cards_have_sizes_that_are_made)
{
    Catalog catalog = soundCatalog();
    catalog.coolers.front().height = Millimetres(15.9);
    BOOST_TEST(findsOnly(catalog, "warning cooler-figures am5-cooler"));
    catalog = soundCatalog();
    catalog.coolers.front().radiator = Millimetres(360);
    BOOST_TEST(findsOnly(catalog, "error cooler-figures am5-cooler"));
    catalog = soundCatalog();
    catalog.cases.front().maxCardLength = Millimetres(4000);
    BOOST_TEST(findsOnly(catalog, "warning case-figures atx-case"));
    catalog = soundCatalog();
    // PCIe 3.0 x4 carries 31.5 Gbit/s.
    catalog.networkCards.front().gigabitsPerPort = 100;
    BOOST_TEST(findsOnly(catalog, "error network-beyond-link network-card"));
    catalog.networkCards.front().gigabitsPerPort = 25;
    catalog.networkCards.front().ports = 4;
    BOOST_TEST(findsOnly(catalog, "warning network-beyond-link network-card"));
}

BOOST_AUTO_TEST_SUITE_END()
