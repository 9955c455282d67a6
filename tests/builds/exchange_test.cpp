// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/exchange.h"

#include "builds/bench.h"
#include "builds/capacity.h"
#include "builds/evaluate.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;
using rigwright::test::Bench;

namespace {

template <class Part>
Part priced(Part part, const char* id, const char* price)
{
    part.info = test::part(id, price);
    return part;
}

/// A catalog with the parts of the bench, and others of some kinds.
struct Shelf {
    Shelf()
    {
        catalog.models = {test::denseModel()};
        catalog.accelerators = {bench.card};
        catalog.cpus = {bench.cpu};
        catalog.boards = {bench.board};
        catalog.memory = {bench.kit};
        catalog.cases = {bench.enclosure};
        catalog.coolers = {bench.cooler};
        catalog.drives = {bench.drive};
        PowerSupply weak = priced(bench.supply, "weak", "50");
        weak.rating = Watts(100);
        PowerSupply hidden = priced(bench.supply, "hidden", "10");
        hidden.info.hidden = true;
        catalog.powerSupplies = {weak, hidden, priced(bench.supply, "unpriced", nullptr), bench.supply,
                                 priced(bench.supply, "cheap", "60")};
        requirement.model = catalog.models.front().id;
        requirement.budget = Money(1'000'000, Currency::usd());
        build.lines = {{PartCategory::Accelerator, bench.card.info.id, 1},
                       {PartCategory::Cpu, bench.cpu.info.id, 1},
                       {PartCategory::Board, bench.board.info.id, 1},
                       {PartCategory::Memory, bench.kit.info.id, 1},
                       {PartCategory::Case, bench.enclosure.info.id, 1},
                       {PartCategory::Cooler, bench.cooler.info.id, 1},
                       {PartCategory::PowerSupply, bench.supply.info.id, 1}};
    }
    [[nodiscard]] std::vector<PartExchange> supplies(std::optional<std::size_t> place) const
    {
        const auto found = exchangesFor(catalog, build, PartCategory::PowerSupply, place, requirement);
        BOOST_REQUIRE_MESSAGE(found.has_value(), (found ? "" : found.error().message));
        return *found;
    }

    Bench bench;
    Catalog catalog;
    Requirement requirement;
    Build build;
};

std::vector<std::string> idsOf(const std::vector<PartExchange>& exchanges)
{
    std::vector<std::string> ids;
    for (const PartExchange& exchange : exchanges) {
        ids.push_back(exchange.line.part.text());
    }
    return ids;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(exchange, Shelf)

constexpr std::size_t kSupply = 6;

BOOST_AUTO_TEST_CASE(parts_that_go_with_the_rest_come_first_then_by_price_and_hidden_ones_never)
{
    const std::vector<PartExchange> found = supplies(kSupply);
    BOOST_REQUIRE(found.size() == 4U);
    // 60 dollars, before the 120 of the bench's own.
    BOOST_TEST(found.front().line.part.text() == "cheap");
    BOOST_TEST(found.back().line.part.text() == "weak");
    BOOST_TEST(std::ranges::count(idsOf(found), "hidden") == 0);
    const auto unpriced =
        std::ranges::find(found, PartId("unpriced"), [](const PartExchange& each) { return each.line.part; });
    BOOST_TEST(!unpriced->unitPrice.has_value());
}

BOOST_AUTO_TEST_CASE(a_part_that_breaks_a_rule_says_which)
{
    const PartExchange weak = supplies(kSupply).back();
    BOOST_REQUIRE(weak.broken.has_value());
    BOOST_TEST((weak.broken->severity == Severity::Blocker));
    // Exactly what the check of the machine with it finds.
    Build changed = build;
    changed.lines[kSupply] = weak.line;
    const auto findings = checkCompatibility(catalog, changed);
    BOOST_REQUIRE(findings.has_value());
    BOOST_TEST((std::ranges::find(*findings, *weak.broken) != findings->end()));
}

BOOST_AUTO_TEST_CASE(the_quantity_of_the_line_stays)
{
    build.lines[kSupply].quantity = 2;
    BOOST_TEST(supplies(kSupply).front().line.quantity == 2);
    BOOST_TEST(supplies(std::nullopt).front().line.quantity == 1);
}

BOOST_AUTO_TEST_CASE(lines_that_the_catalog_lacks_do_not_stand_in_the_way)
{
    build.lines[0].part = PartId("gone");
    BOOST_TEST(supplies(kSupply).size() == 4U);
}

BOOST_AUTO_TEST_CASE(the_first_part_of_a_machine_can_be_any)
{
    build.lines.clear();
    for (const PartExchange& each : supplies(std::nullopt)) {
        BOOST_TEST(!each.broken.has_value(), each.line.part.text());
    }
}

BOOST_AUTO_TEST_CASE(what_a_machine_has_taken_is_counted)
{
    Bench full;
    full.cards = 2;
    full.kits = 2;
    full.kit.modules = 2;
    full.board.dimmSlots = 4;
    full.supplies = 1;
    full.supply.rating = Watts(850);
    const std::vector<Capacity> capacities = capacitiesOf(full.machine());
    const auto of = [&capacities](Capacity::Kind kind) {
        return *std::ranges::find(capacities, kind, &Capacity::kind);
    };
    BOOST_TEST(of(Capacity::Kind::Slots).used == 2);
    BOOST_TEST(of(Capacity::Kind::Memory).used == 4); // 2 kits of 2 modules
    BOOST_TEST(of(Capacity::Kind::Memory).total.value() == 4);
    BOOST_TEST(!of(Capacity::Kind::Memory).isExceeded());
    BOOST_TEST(of(Capacity::Kind::Power).total.value() == 850);
    full.kits = 3;
    const std::vector<Capacity> over = capacitiesOf(full.machine());
    BOOST_TEST(std::ranges::find(over, Capacity::Kind::Memory, &Capacity::kind)->isExceeded());
}

BOOST_AUTO_TEST_SUITE_END()
