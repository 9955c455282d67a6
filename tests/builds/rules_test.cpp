// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/bench.h"
#include "builds/rule_changes.h"
#include "builds/rules/rules.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using namespace rigwright;
using rigwright::test::Bench;
using rigwright::test::breakingChanges;
using rigwright::test::Change;
using rigwright::test::unknownFigures;

namespace {

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
    for (const Change& change : breakingChanges()) {
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
    for (const Change& change : unknownFigures()) {
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
    for (const auto& table : {breakingChanges(), unknownFigures()}) {
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
    for (const Change& change : breakingChanges()) {
        broken.insert(change.rule);
    }
    for (const Change& change : unknownFigures()) {
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
    for (const auto& table : {breakingChanges(), unknownFigures()}) {
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
            if ((judged.reads & partSet({PartCategory::System})) == 0) {
                machine.system = nullptr;
                machine.systemAccelerator = nullptr;
            }
            BOOST_TEST((verdictOf(judged, machine) == whole), change.rule << ": " << change.what);
        }
    }
}

BOOST_AUTO_TEST_CASE(families_that_share_a_socket_keep_to_their_chipsets)
{
    struct Row {
        const char* socket;
        const char* cpu;
        const char* chipset;
    };
    const Row good[] = {{"sTR5", "Ryzen Threadripper PRO 7995WX", "AMD WRX90"},
                        {"sTR5", "Ryzen Threadripper PRO 7995WX", "AMD TRX50"},
                        {"sTR5", "Ryzen Threadripper 9980X", "AMD TRX50"},
                        {"LGA4677", "Xeon w9-3495X", "Intel W790"},
                        {"LGA4677", "Xeon Platinum 8592+", "Intel C741"},
                        {"SP5", "EPYC 9655", "SoC"}};
    for (const Row& row : good) {
        Bench bench;
        bench.cpu.socket = bench.board.socket = row.socket;
        bench.cpu.info.name = row.cpu;
        bench.board.chipset = row.chipset;
        BOOST_TEST((verdictOf(rule("chipset"), bench.machine()) == Verdict::Kept), row.cpu);
    }
}

BOOST_AUTO_TEST_CASE(a_supply_with_less_power_at_low_voltage_does_for_a_machine_that_draws_less)
{
    // 439 W for long, of which 550 W carry 440 W.
    Bench bench;
    bench.supply.needs200Volts = true;
    bench.demands.circuit = WallCircuit{120, 15};
    bench.supply.lowLineRating = 550_W;
    BOOST_TEST((verdictOf(rule("circuit-voltage"), bench.machine()) == Verdict::Kept));
    bench.supply.lowLineRating.reset();
    bench.demands.circuit = WallCircuit{208, 20};
    BOOST_TEST((verdictOf(rule("circuit-voltage"), bench.machine()) == Verdict::Kept));
}

BOOST_AUTO_TEST_CASE(a_circuit_that_is_given_replaces_the_usual_one)
{
    Bench bench;
    bench.card.boardPower = 1500_W;
    bench.demands.circuit = WallCircuit{230, 16};
    BOOST_TEST((verdictOf(rule("wall-circuit"), bench.machine()) == Verdict::Kept));
    BOOST_TEST((verdictOf(rule("circuit"), bench.machine()) == Verdict::Kept));
    bench.demands.circuit = WallCircuit{120, 15};
    BOOST_TEST((verdictOf(rule("circuit"), bench.machine()) == Verdict::Broken));
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

BOOST_AUTO_TEST_CASE(what_a_case_is_said_to_hold_counts_where_its_slots_are_unknown)
{
    Bench bench;
    bench.cards = 2;
    bench.enclosure.expansionSlots.reset();
    BOOST_TEST((verdictOf(rule("case-slots"), bench.machine()) == Verdict::Unverified));
    bench.enclosure.doubleWidthCards = 2;
    BOOST_TEST((verdictOf(rule("case-slots"), bench.machine()) == Verdict::Kept));
    bench.card.slotWidth = 3;
    BOOST_TEST((verdictOf(rule("case-slots"), bench.machine()) == Verdict::Unverified));
}

BOOST_AUTO_TEST_CASE(a_drive_takes_the_connector_that_costs_no_card_its_lanes)
{
    Bench bench;
    bench.board.laneSharing = {{{BoardPort::Kind::M2, 1}, {BoardPort::Kind::Slot, 1}, 8}};
    BOOST_TEST((verdictOf(rule("lane-sharing"), bench.machine()) == Verdict::Kept));
    bench.card.pcieLanes = 8; // loses nothing
    bench.drives = 3;
    BOOST_TEST((verdictOf(rule("lane-sharing"), bench.machine()) == Verdict::Kept));
}

BOOST_AUTO_TEST_CASE(two_eps_leads_for_a_cpu_are_enough_for_any_board)
{
    Bench bench;
    bench.board.epsConnectors.reset();
    BOOST_TEST((verdictOf(rule("eps-all"), bench.machine()) == Verdict::Kept));
}

BOOST_AUTO_TEST_CASE(a_slot_that_can_not_be_split_serves_one_card)
{
    Bench bench;
    bench.cards = 4;
    bench.board.slots[0].splits = {{16}, {4, 4, 4, 4}}; // links of four lanes are too narrow
    BOOST_TEST((verdictOf(rule("bifurcation"), bench.machine()) == Verdict::Kept));
}

BOOST_AUTO_TEST_CASE(a_low_chassis_that_is_made_for_cards_takes_them)
{
    Bench bench;
    bench.enclosure.rackUnits = 2;
    bench.enclosure.doubleWidthCards = 2;
    BOOST_TEST((verdictOf(rule("case-height"), bench.machine()) == Verdict::Kept));
}

BOOST_AUTO_TEST_CASE(a_cap_spares_the_lead_and_the_supply)
{
    Bench bench;
    bench.card.boardPower = 575_W;
    bench.supply.pin16Rating = 450_W;
    bench.supply.atxVersion = 2.4;
    bench.powerCap = 400_W;
    BOOST_TEST((verdictOf(rule("psu-lead-rating"), bench.machine()) == Verdict::Kept));
    BOOST_TEST((verdictOf(rule("psu-standard"), bench.machine()) == Verdict::Kept));
}

BOOST_AUTO_TEST_CASE(a_case_with_a_supply_of_its_own_lacks_none)
{
    Bench bench;
    bench.supplies = 0;
    BOOST_TEST((verdictOf(rule("part-missing"), bench.machine()) == Verdict::Broken));
    bench.enclosure.includedSupplies = 1;
    BOOST_TEST((verdictOf(rule("part-missing"), bench.machine()) == Verdict::Kept));
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
