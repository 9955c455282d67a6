// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/bench.h"
#include "builds/rules/rules.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using namespace rigwright;
using rigwright::test::Bench;

namespace {

struct Change {
    const char* rule;
    const char* what;
    void (*apply)(Bench&);
};

void makeServer(Bench& b)
{
    b.cpu.socket = b.board.socket = "SP5";
    b.cooler.sockets = {"SP5"};
    b.cpu.maxSockets = 2;
    b.cpu.memoryChannels = b.board.channelsPerSocket = 12;
    b.cpu.moduleTypes = b.board.moduleTypes = {"RDIMM"};
    b.kit.moduleType = "RDIMM";
    b.kit.modules = 1;
    b.cpu.memoryMax = 6144_GiB;
    b.board.memoryMax = 6144_GiB;
    b.board.socketCount = 2;
    b.board.dimmSlots = 24;
    b.cpus = 2;
    b.coolers = 2;
    b.kits = 24;
}

// Each breaks the rule in an otherwise sound machine.
const Change kBroken[] = {
    {"socket-match", "an LGA1700 CPU on an AM5 board", [](Bench& b) { b.cpu.socket = "LGA1700"; }},
    {"socket-count", "two CPUs on a board with one socket",
     [](Bench& b) {
         b.cpu.maxSockets = 2;
         b.cpus = 2;
     }},
    {"socket-count", "two CPUs made for one socket",
     [](Bench& b) {
         b.board.socketCount = 2;
         b.cpus = 2;
     }},
    {"cpu-equal", "two kinds of CPU",
     [](Bench& b) {
         b.board.socketCount = b.cpu.maxSockets = b.otherCpu.maxSockets = 2;
         b.otherCpus = 1;
     }},
    {"socket-empty", "one CPU on a board with two sockets", [](Bench& b) { b.board.socketCount = 2; }},
    {"display", "no card, no graphics, no management controller",
     [](Bench& b) {
         b.cards = 0;
         b.cpu.graphics = false;
     }},
    {"memory-type", "DDR4 for a DDR5 board", [](Bench& b) { b.kit.memoryType = "DDR4"; }},
    {"memory-type", "a DDR5 board with a DDR4 CPU (EPYC 7543 with DDR5)",
     [](Bench& b) { b.cpu.memoryTypes = {"DDR4"}; }},
    {"memory-module-type", "registered modules for a desktop board",
     [](Bench& b) { b.kit.moduleType = "RDIMM"; }},
    {"memory-module-type", "desktop modules for a registered-only CPU",
     [](Bench& b) { b.cpu.moduleTypes = {"RDIMM"}; }},
    {"memory-mixed", "registered beside unbuffered modules",
     [](Bench& b) {
         b.otherKits = 1;
         b.otherKit.moduleType = "RDIMM";
     }},
    {"dimm-slots", "six modules for four slots", [](Bench& b) { b.kits = 3; }},
    {"dimm-slots", "slots of an empty socket don't count",
     [](Bench& b) {
         makeServer(b);
         b.cpus = 1;
     }},
    {"memory-capacity", "more than the board takes", [](Bench& b) { b.board.memoryMax = 16_GiB; }},
    {"memory-capacity", "more than the CPU takes", [](Bench& b) { b.cpu.memoryMax = 16_GiB; }},
    {"memory-module-capacity", "64 GiB modules where four of 48 are the most",
     [](Bench& b) { b.kit.moduleCapacity = 64_GiB; }},
    {"ecc", "plain modules where ECC is required", [](Bench& b) { b.demands.ecc = true; }},
    {"ecc", "ECC modules on a board without the wires",
     [](Bench& b) {
         b.demands.ecc = true;
         b.kit.moduleType = "ECC UDIMM";
     }},
    {"ecc", "unified memory",
     [](Bench& b) {
         b.demands.ecc = true;
         b.asSystem = true;
     }},
    {"ecc-ignored", "ECC modules on a board without the wires",
     [](Bench& b) { b.kit.moduleType = "ECC UDIMM"; }},
    {"memory-unequal", "modules of two sizes",
     [](Bench& b) {
         b.otherKits = 1;
         b.otherKit.moduleCapacity = 32_GiB;
     }},
    {"memory-unequal", "an odd module for two sockets",
     [](Bench& b) {
         makeServer(b);
         b.kits = 23;
     }},
    {"memory-population", "three modules on two channels",
     [](Bench& b) {
         b.kit.modules = 1;
         b.kits = 3;
     }},
    {"memory-channels-populated", "one module for two channels", [](Bench& b) { b.kit.modules = 1; }},
    {"dimms-per-channel", "four modules on two channels", [](Bench& b) { b.kits = 2; }},
    {"memory-speed", "a kit of 6000 MT/s for a CPU of 5200", [](Bench& b) { b.kit.speed = 6000; }},
    {"module-mounting", "an SXM module on a board", [](Bench& b) { b.card.mounting = Mounting::Module; }},
    {"module-mounting", "an integrated GPU on a board",
     [](Bench& b) { b.card.mounting = Mounting::Integrated; }},
    {"vendor", "a card of another vendor", [](Bench& b) { b.demands.vendor = AcceleratorVendor::Amd; }},
    {"vendor", "a system with another vendor's accelerator",
     [](Bench& b) {
         b.demands.vendor = AcceleratorVendor::Amd;
         b.asSystem = true;
     }},
    {"pcie-slots", "four cards for three long slots", [](Bench& b) { b.cards = 4; }},
    {"pcie-slots", "a network card with no slot left",
     [](Bench& b) {
         b.cards = 3;
         b.nics = 1;
     }},
    {"card-spacing", "four triple-width cards on ATX",
     [](Bench& b) {
         b.card.slotWidth = 3;
         b.cards = 4;
     }},
    {"pcie-lanes", "two cards on a CPU with eight lanes",
     [](Bench& b) {
         b.cpu.pcieLanes = 8;
         b.cards = 2;
     }},
    {"pcie-width", "two cards that share sixteen lanes", [](Bench& b) { b.cards = 2; }},
    {"pcie-width", "a card of PCIe 4.0 on a board of 3.0",
     [](Bench& b) {
         for (PcieSlot& slot : b.board.slots) {
             slot.generation = 3;
         }
     }},
    {"pcie-chipset", "a third card", [](Bench& b) { b.cards = 3; }},
    {"cooler-socket", "a cooler without the mount", [](Bench& b) { b.cooler.sockets = {"LGA1700"}; }},
    {"cooler-count", "one cooler for two CPUs",
     [](Bench& b) {
         makeServer(b);
         b.coolers = 1;
     }},
    {"cooler-rating", "a cooler of 65 W for a CPU that may draw 88 W",
     [](Bench& b) { b.cooler.rating = 65_W; }},
    {"case-form-factor", "an E-ATX board", [](Bench& b) { b.board.formFactor = "E-ATX"; }},
    {"enclosure", "a tower where a rack was asked for",
     [](Bench& b) { b.demands.enclosure = Enclosure::Rack; }},
    {"enclosure", "a rack case where a tower was asked for",
     [](Bench& b) {
         b.demands.enclosure = Enclosure::Tower;
         b.enclosure.rackUnits = 4;
     }},
    {"passive-cooling", "a card without a fan in a tower",
     [](Bench& b) { b.card.mounting = Mounting::PassiveCard; }},
    {"case-slots", "three triple-width cards for seven slots",
     [](Bench& b) {
         b.card.slotWidth = 3;
         b.cards = 3;
     }},
    {"card-length", "a card of 285 mm in a case for 280 mm",
     [](Bench& b) { b.enclosure.maxCardLength = 280_mm; }},
    {"cooler-height", "a cooler of 155 mm in a case for 150 mm",
     [](Bench& b) { b.enclosure.maxCoolerHeight = 150_mm; }},
    {"psu-form-factor", "an SFX supply in an ATX case", [](Bench& b) { b.supply.formFactor = "SFX"; }},
    // 285 W card + 88 W CPU + 50 W + 4 slots × 4 W = 439 W; 80 % of 540 W are 432 W.
    {"psu-wattage", "439 W on a supply of 540 W", [](Bench& b) { b.supply.rating = 540_W; }},
    // 2.18 × 285 W + 88 W + 66 W = 775 W.
    {"psu-transients", "peaks of 775 W on an old supply of 750 W",
     [](Bench& b) {
         b.supply.rating = 750_W;
         b.supply.atxVersion = 2.4;
     }},
    {"psu-connectors", "a card with two 8-pin sockets and a supply with one lead",
     [](Bench& b) {
         b.card.power = PowerConnectors{0, 2, 0};
         b.supply.connectors.pin8 = 1;
     }},
    {"psu-connectors", "a 16-pin card and two 8-pin leads",
     [](Bench& b) {
         b.supply.connectors = {0, 2, 0};
     }},
    {"psu-adapter", "a 16-pin card and three 8-pin leads",
     [](Bench& b) {
         b.supply.connectors = {0, 3, 0};
     }},
    {"eps-connectors", "two CPUs and one EPS lead",
     [](Bench& b) {
         makeServer(b);
         b.supply.epsConnectors = 1;
     }},
    {"eps-all", "a board with two EPS sockets and a supply with one lead",
     [](Bench& b) { b.supply.epsConnectors = 1; }},
    {"wall-power", "a limit of 300 W", [](Bench& b) { b.demands.maxWallPower = 300_W; }},
    {"wall-power", "a system above the limit",
     [](Bench& b) {
         b.demands.maxWallPower = 200_W;
         b.asSystem = true;
     }},
    {"wall-circuit", "a card of 1,500 W", [](Bench& b) { b.card.boardPower = 1500_W; }},
    {"psu-count", "two ATX supplies", [](Bench& b) { b.supplies = 2; }},
    {"psu-voltage", "a supply for 200 V", [](Bench& b) { b.supply.needs200Volts = true; }},
    {"storage-m2", "four M.2 drives for three slots", [](Bench& b) { b.drives = 4; }},
    {"storage-capacity", "a model of 900 GB on a drive of 1 TB",
     [](Bench& b) { b.demands.modelFile = Bytes::gb(900); }},
    {"part-missing", "no drive", [](Bench& b) { b.drives = 0; }},
    {"parts-unverified", "a board that nobody checked",
     [](Bench& b) { b.board.info.specs.state = Verification::Unverified; }},
};

// Each takes away the figure that the rule needs.
const Change kUnknown[] = {
    {"display", "graphics of the CPU",
     [](Bench& b) {
         b.cards = 0;
         b.cpu.graphics.reset();
     }},
    {"memory-type", "memory of the board", [](Bench& b) { b.board.memoryType.clear(); }},
    {"memory-module-type", "modules of the CPU", [](Bench& b) { b.cpu.moduleTypes.clear(); }},
    {"memory-capacity", "maximum of the board", [](Bench& b) { b.board.memoryMax.reset(); }},
    {"ecc", "memory of a server",
     [](Bench& b) {
         b.demands.ecc = true;
         b.asSystem = true;
         b.system.unifiedMemory = false;
     }},
    {"memory-channels-populated", "channels",
     [](Bench& b) { b.cpu.memoryChannels = b.board.channelsPerSocket = 0; }},
    {"dimms-per-channel", "speed of the kit",
     [](Bench& b) {
         b.kits = 2;
         b.kit.speed.reset();
     }},
    {"memory-speed", "speed of the kit", [](Bench& b) { b.kit.speed.reset(); }},
    {"pcie-slots", "slots of the board", [](Bench& b) { b.board.slots.clear(); }},
    {"card-spacing", "width of the cards",
     [](Bench& b) {
         b.cards = 2;
         b.card.slotWidth.reset();
     }},
    {"card-spacing", "distance of the slots",
     [](Bench& b) {
         b.cards = 2;
         b.card.slotWidth = 3;
     }},
    {"pcie-lanes", "lanes of the CPU", [](Bench& b) { b.cpu.pcieLanes = 0; }},
    {"pcie-width", "link of the card", [](Bench& b) { b.card.pcieLanes.reset(); }},
    {"cooler-socket", "sockets of the cooler", [](Bench& b) { b.cooler.sockets.clear(); }},
    {"cooler-rating", "rating of the cooler", [](Bench& b) { b.cooler.rating.reset(); }},
    {"case-form-factor", "boards of the case", [](Bench& b) { b.enclosure.boardFormFactors.clear(); }},
    {"case-slots", "slots of the case", [](Bench& b) { b.enclosure.expansionSlots.reset(); }},
    {"card-length", "length of the card", [](Bench& b) { b.card.length.reset(); }},
    {"card-length", "room in the case", [](Bench& b) { b.enclosure.maxCardLength.reset(); }},
    {"cooler-height", "height of the cooler", [](Bench& b) { b.cooler.height.reset(); }},
    {"radiator", "room for a radiator", [](Bench& b) { b.cooler.liquid = true; }},
    {"psu-form-factor", "supplies of a rack case",
     [](Bench& b) {
         b.enclosure.rackUnits = 4;
         b.enclosure.powerSupplyFormFactors.clear();
     }},
    {"psu-wattage", "power of the card", [](Bench& b) { b.card.boardPower.reset(); }},
    {"psu-transients", "standard of a tight supply",
     [](Bench& b) {
         b.supply.rating = 750_W;
         b.supply.atxVersion.reset();
     }},
    {"psu-connectors", "sockets of the card", [](Bench& b) { b.card.power.reset(); }},
    {"eps-connectors", "EPS leads of the supply", [](Bench& b) { b.supply.epsConnectors.reset(); }},
    {"eps-all", "EPS sockets of the board", [](Bench& b) { b.board.epsConnectors.reset(); }},
    {"storage-m2", "M.2 slots", [](Bench& b) { b.board.m2Slots.reset(); }},
    {"storage-sockets", "a socket for a U.2 drive", [](Bench& b) { b.drive.formFactor = "U.2"; }},
    {"storage-capacity", "storage of a system",
     [](Bench& b) {
         b.demands.modelFile = Bytes::gb(900);
         b.asSystem = true;
         b.system.storage.reset();
     }},
};

std::optional<Finding> findingAfter(const Change& change)
{
    Bench bench;
    change.apply(bench);
    const auto findings = judgeAll(bench.machine());
    const auto found = std::ranges::find(findings, change.rule, &Finding::id);
    return found == findings.end() ? std::nullopt : std::optional<Finding>(*found);
}

const Rule& rule(const std::string& id)
{
    return *std::ranges::find(allRules(), id, &Rule::id);
}

} // namespace

BOOST_AUTO_TEST_SUITE(rules)

BOOST_AUTO_TEST_CASE(a_sound_machine_keeps_every_rule)
{
    for (const Finding& finding : judgeAll(Bench().machine())) {
        BOOST_ERROR(finding.id + ": " + finding.message());
    }
}

BOOST_AUTO_TEST_CASE(a_broken_rule_is_found_with_its_severity)
{
    for (const Change& change : kBroken) {
        const auto finding = findingAfter(change);
        BOOST_TEST_CONTEXT(change.rule << ": " << change.what)
        {
            BOOST_REQUIRE(finding.has_value());
            BOOST_TEST(severityName(finding->severity) == severityName(rule(change.rule).severity));
            BOOST_TEST(finding->text == rule(change.rule).broken);
        }
    }
}

BOOST_AUTO_TEST_CASE(an_unknown_figure_is_reported_as_not_verified)
{
    for (const Change& change : kUnknown) {
        const auto finding = findingAfter(change);
        BOOST_TEST_CONTEXT(change.rule << ": " << change.what)
        {
            BOOST_REQUIRE(finding.has_value());
            BOOST_TEST(severityName(finding->severity) == "note");
            BOOST_TEST(finding->text == rule(change.rule).unverified);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_figure_of_a_finding_has_its_evidence)
{
    for (const auto& table : {std::span<const Change>(kBroken), std::span<const Change>(kUnknown)}) {
        for (const Change& change : table) {
            const auto finding = findingAfter(change);
            BOOST_REQUIRE(finding.has_value());
            BOOST_TEST(finding->message().find('{') == std::string::npos,
                       change.rule << ": " << finding->message());
        }
    }
}

BOOST_AUTO_TEST_CASE(every_rule_has_a_machine_that_breaks_it)
{
    std::set<std::string> broken;
    std::set<std::string> unknown;
    for (const Change& change : kBroken) {
        broken.insert(change.rule);
    }
    for (const Change& change : kUnknown) {
        unknown.insert(change.rule);
    }
    std::set<std::string> ids;
    for (const Rule& each : allRules()) {
        BOOST_TEST(ids.insert(each.id).second, each.id << " is used twice");
        BOOST_TEST((std::string(each.broken).empty() || broken.contains(each.id)), each.id);
        BOOST_TEST((each.unverified == nullptr || unknown.contains(each.id)), each.id);
    }
}

BOOST_AUTO_TEST_CASE(a_rule_depends_only_on_the_parts_it_says)
{
    // The search judges rules on machines in the making; what a rule doesn't read must not change its verdict.
    for (const auto& table : {std::span<const Change>(kBroken), std::span<const Change>(kUnknown)}) {
        for (const Change& change : table) {
            Bench bench;
            change.apply(bench);
            Machine machine = bench.machine();
            const Rule& judged = rule(change.rule);
            const Verdict whole = verdictOf(judged, machine);
            const auto dropUnread = [&](auto& list, PartCategory category) {
                if ((judged.reads & partSet({category})) == 0) {
                    list = {};
                }
            };
            dropUnread(machine.accelerators, PartCategory::Accelerator);
            dropUnread(machine.cpus, PartCategory::Cpu);
            dropUnread(machine.board, PartCategory::Board);
            dropUnread(machine.memory, PartCategory::Memory);
            dropUnread(machine.drives, PartCategory::Storage);
            dropUnread(machine.supplies, PartCategory::PowerSupply);
            dropUnread(machine.enclosure, PartCategory::Case);
            dropUnread(machine.coolers, PartCategory::Cooler);
            dropUnread(machine.networkCards, PartCategory::NetworkCard);
            BOOST_TEST((verdictOf(judged, machine) == whole), change.rule << ": " << change.what);
        }
    }
}

BOOST_AUTO_TEST_CASE(findings_come_worst_first)
{
    Bench bench;
    bench.cpu.socket = "LGA1700";
    bench.cooler.rating = 65_W;
    bench.board.info.specs.state = Verification::Unverified;
    const auto findings = judgeAll(bench.machine());
    BOOST_TEST(findings.size() >= 3);
    BOOST_TEST(std::ranges::is_sorted(findings, {}, &Finding::severity));
    BOOST_TEST(findings.front().message().find("LGA1700") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_slot_of_a_pair_keeps_its_lanes_when_used_alone)
{
    Bench bench;
    BOOST_TEST((verdictOf(rule("pcie-width"), bench.machine()) == Verdict::Kept));
    bench.cards = 2;
    BOOST_TEST((verdictOf(rule("pcie-chipset"), bench.machine()) == Verdict::Kept));
}

BOOST_AUTO_TEST_CASE(four_rtx_4090_on_1000_watts_are_refused)
{
    // 4 × 450 W + 350 W + 50 W + 8 × 4 W = 2,232 W, of which 1,000 W carry 800 W.
    Bench bench;
    bench.card.boardPower = 450_W;
    bench.card.slotWidth = 3;
    bench.cards = 4;
    bench.cpu.power = 350_W;
    bench.cpu.turboPower.reset();
    bench.board.dimmSlots = 8;
    bench.supply.rating = 1000_W;
    const auto findings = judgeAll(bench.machine());
    const auto wattage = std::ranges::find(findings, "psu-wattage", &Finding::id);
    BOOST_REQUIRE((wattage != findings.end()));
    BOOST_TEST((wattage->severity == Severity::Blocker));
    BOOST_TEST(wattage->message().find("2,232 W") != std::string::npos, wattage->message());
}

BOOST_AUTO_TEST_SUITE_END()
