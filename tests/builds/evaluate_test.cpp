// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/evaluate.h"

#include "builds/bench.h"
#include "builds/hardware.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;
using rigwright::test::Bench;
using rigwright::test::denseModel;
using rigwright::test::part;

namespace {

Catalog catalogOf(const Bench& b)
{
    Catalog catalog;
    catalog.accelerators = {b.card};
    catalog.cpus = {b.cpu};
    catalog.boards = {b.board};
    catalog.memory = {b.kit};
    catalog.drives = {b.drive};
    catalog.powerSupplies = {b.supply};
    catalog.cases = {b.enclosure};
    catalog.coolers = {b.cooler};
    catalog.systems = {b.system};
    catalog.models = {denseModel()};
    catalog.rates = ExchangeRates({{Currency::parse("CNY").value(), 7.2, Date{2026, 8, 1}, "test"}});
    return catalog;
}

Build desktop()
{
    Build build;
    for (const char* id : {"card", "cpu", "board", "kit", "drive", "supply", "case", "cooler"}) {
        build.lines.push_back({PartCategory::Accelerator, PartId(id), 1});
    }
    return build;
}

Requirement requirement(const char* budget = "3000", const char* currency = "USD")
{
    Requirement wanted;
    wanted.model = ModelId("dense");
    wanted.budget = Money::parse(budget, Currency::parse(currency).value()).value();
    return wanted;
}

const Finding* findingOf(const EvaluatedBuild& build, const char* id)
{
    const auto found = std::ranges::find(build.findings, id, &Finding::id);
    return found == build.findings.end() ? nullptr : &*found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(evaluation)

BOOST_AUTO_TEST_CASE(a_machine_is_priced_placed_and_timed)
{
    const auto result = evaluateBuild(catalogOf(Bench()), desktop(), requirement());
    BOOST_REQUIRE(result.has_value());
    // 800 + 200 + 200 + 100 + 100 + 120 + 100 + 40
    BOOST_TEST(result->price.decimal() == "1660.00");
    BOOST_TEST(result->title == "card 16 GB");
    BOOST_TEST(result->lines.size() == 8U);
    BOOST_TEST((result->lines[1].line.category == PartCategory::Cpu));
    BOOST_TEST(result->plan.fits);
    BOOST_TEST(result->speed.has_value());
    BOOST_TEST(result->wallPower.value() > 400);
    BOOST_TEST((findingOf(*result, "budget") == nullptr));
}

BOOST_AUTO_TEST_CASE(prices_are_converted_part_by_part)
{
    const auto result = evaluateBuild(catalogOf(Bench()), desktop(), requirement("3000", "CNY"));
    BOOST_REQUIRE(result.has_value());
    BOOST_TEST(result->price.decimal() == "11952.00"); // 1,660 × 7.2
    BOOST_TEST(result->price.currency().code() == "CNY");
    BOOST_TEST((findingOf(*result, "budget") != nullptr));
}

BOOST_AUTO_TEST_CASE(an_id_names_the_parts_and_not_their_order)
{
    const Catalog catalog = catalogOf(Bench());
    Build build = desktop();
    const auto first = evaluateBuild(catalog, build, requirement());
    std::ranges::reverse(build.lines);
    const auto second = evaluateBuild(catalog, build, requirement("1", "CNY"));
    build.lines[0].quantity = 2;
    const auto third = evaluateBuild(catalog, build, requirement());
    BOOST_TEST(first->id == second->id);
    BOOST_TEST(first->id != third->id);
    BOOST_TEST((first->build == second->build));
}

BOOST_AUTO_TEST_CASE(a_part_without_a_price_is_said)
{
    Bench bench;
    bench.enclosure.info.offers.clear();
    const auto result = evaluateBuild(catalogOf(bench), desktop(), requirement());
    BOOST_TEST(result->price.decimal() == "1560.00");
    BOOST_REQUIRE((findingOf(*result, "no-price") != nullptr));
    BOOST_TEST(findingOf(*result, "no-price")->message().find("case") != std::string::npos);
}

// Bench prices are of 2026-08-01, so that 2026-11-21 is 112 days later, and 486 days after 2025-07-23.
BOOST_AUTO_TEST_CASE(old_prices_are_named_with_their_number_and_the_oldest)
{
    Bench bench;
    bench.kit.info.offers.front().date = Date{2025, 7, 23};
    bench.supply.info.offers.front().date = Date{2026, 1, 5};
    bench.drive.info.offers.clear();
    Requirement wanted = requirement();
    wanted.today = Date{2026, 11, 21};
    Catalog catalog = catalogOf(bench);
    const auto result = evaluateBuild(catalog, desktop(), wanted);
    BOOST_REQUIRE((findingOf(*result, "prices-old") != nullptr));
    BOOST_TEST(findingOf(*result, "prices-old")->message() ==
               "Prices older than 180 days: 2 of 7. The oldest, of kit, is 486 days old.");
    BOOST_TEST(result->lines[3].standing.ageDays == 486);
    BOOST_TEST(result->lines[3].standing.old);
    BOOST_TEST(!result->lines[0].standing.old);
    catalog.pricePolicy.oldAfterDays = 486;
    BOOST_TEST((findingOf(*evaluateBuild(catalog, desktop(), wanted), "prices-old") == nullptr));
    catalog.pricePolicy.oldAfterDays = 111;
    BOOST_TEST(
        findingOf(*evaluateBuild(catalog, desktop(), wanted), "prices-old")->message().find("7 of 7") !=
        std::string::npos);
}

BOOST_AUTO_TEST_CASE(without_a_day_prices_are_as_old_as_the_catalog_is_young)
{
    Catalog catalog = catalogOf(Bench());
    catalog.date = Date{2026, 8, 11};
    BOOST_TEST(evaluateBuild(catalog, desktop(), requirement())->lines[0].standing.ageDays == 10);
}

BOOST_AUTO_TEST_CASE(estimates_and_expired_quotes_do_not_pass_for_prices)
{
    Bench bench;
    bench.card.info.offers.front().kind = PriceKind::Estimate;
    bench.cooler.info.offers.front().kind = PriceKind::Quote;
    bench.cooler.info.offers.front().validUntil = Date{2026, 9, 30};
    Requirement wanted = requirement();
    wanted.today = Date{2026, 10, 1};
    const auto result = evaluateBuild(catalogOf(bench), desktop(), wanted);
    BOOST_REQUIRE((findingOf(*result, "prices-unverified") != nullptr));
    BOOST_TEST(findingOf(*result, "prices-unverified")->evidence.front().second == "card");
    BOOST_REQUIRE((findingOf(*result, "quote-expired") != nullptr));
    BOOST_TEST(findingOf(*result, "quote-expired")->message() ==
               "The quote for cooler was valid until 2026-09-30.");
    wanted.today = Date{2026, 9, 30};
    BOOST_TEST((findingOf(*evaluateBuild(catalogOf(bench), desktop(), wanted), "quote-expired") == nullptr));
}

BOOST_AUTO_TEST_CASE(a_part_is_as_trusted_as_its_weakest_group_of_figures)
{
    Bench bench;
    bench.board.info.specs.state = Verification::Compared;
    bench.board.info.groups = {{"slots", {"forum", Verification::Unverified, {}}}};
    const auto result = evaluateBuild(catalogOf(bench), desktop(), requirement());
    BOOST_TEST((result->lines[2].specs == Verification::Unverified));
    BOOST_REQUIRE((findingOf(*result, "parts-unverified") != nullptr));
    const auto& evidence = findingOf(*result, "parts-unverified")->evidence;
    const auto groups = std::ranges::find(evidence, "groups", [](const auto& one) { return one.first; });
    BOOST_REQUIRE((groups != evidence.end()));
    BOOST_TEST(groups->second.find("board (slots)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_hidden_part_is_judged_where_a_build_names_it)
{
    Bench bench;
    bench.card.info.hidden = true;
    BOOST_TEST(evaluateBuild(catalogOf(bench), desktop(), requirement()).has_value());
    BOOST_TEST(checkCompatibility(catalogOf(bench), desktop()).has_value());
}

BOOST_AUTO_TEST_CASE(demands_of_the_requirement_are_checked)
{
    Requirement wanted = requirement();
    wanted.requireEcc = true;
    wanted.enclosure = Enclosure::Rack;
    wanted.vendor = AcceleratorVendor::Amd;
    wanted.maxWallPower = 100_W;
    wanted.minDecode = TokensPerSecond(1e6);
    wanted.circuit = WallCircuit{100, 1};
    wanted.formFactors = {"E-ATX"};
    const auto result = evaluateBuild(catalogOf(Bench()), desktop(), wanted);
    for (const char* id : {"ecc", "enclosure", "vendor", "wall-power", "targets", "circuit", "form-factor"}) {
        BOOST_TEST((findingOf(*result, id) != nullptr), id);
    }
}

BOOST_AUTO_TEST_CASE(a_model_in_ram_shows_in_the_title)
{
    Bench bench;
    bench.card.memory = 2_GiB;
    Requirement wanted = requirement();
    auto result = evaluateBuild(catalogOf(bench), desktop(), wanted);
    BOOST_REQUIRE(result->plan.fits);
    BOOST_TEST(result->title == "card 2 GB, 32 GB RAM");
    BOOST_TEST((findingOf(*result, "host-offload") == nullptr));
    wanted.allowHostOffload = false;
    result = evaluateBuild(catalogOf(bench), desktop(), wanted);
    BOOST_TEST((findingOf(*result, "host-offload") != nullptr));
}

BOOST_AUTO_TEST_CASE(a_cpu_machine_and_a_system_have_their_titles)
{
    Bench bench;
    bench.cpu.info.name = "EPYC 9655";
    const Catalog catalog = catalogOf(bench);
    const Build onCpu{{{PartCategory::Cpu, PartId("cpu"), 2}, {PartCategory::Memory, PartId("kit"), 24}}};
    BOOST_TEST(evaluateBuild(catalog, onCpu, requirement())->title == "2 × EPYC 9655, 768 GB RAM");
    const Build system{{{PartCategory::System, PartId("system"), 1}}};
    BOOST_TEST(evaluateBuild(catalog, system, requirement())->title == "system");
}

BOOST_AUTO_TEST_CASE(a_model_too_large_has_no_speed)
{
    Bench bench;
    bench.card.memory = 1_GiB;
    bench.kit.moduleCapacity = 4_GiB;
    const auto result = evaluateBuild(catalogOf(bench), desktop(), requirement());
    BOOST_REQUIRE(result.has_value());
    BOOST_TEST(!result->plan.fits);
    BOOST_TEST(!result->speed.has_value());
    BOOST_TEST((result->findings.front().severity == Severity::Blocker));
}

BOOST_AUTO_TEST_CASE(bad_requests_are_errors)
{
    const Catalog catalog = catalogOf(Bench());
    Requirement unknownModel = requirement();
    unknownModel.model = ModelId("dens");
    Requirement noRate = requirement("3000", "EUR");
    Requirement negative = requirement("-1");
    Requirement noPower = requirement();
    noPower.maxWallPower = Watts(0);
    Requirement absurd = requirement();
    absurd.workload.context = -5;
    Requirement noVolts = requirement();
    noVolts.circuit = WallCircuit{12, 15};
    Requirement noAmperes = requirement();
    noAmperes.circuit = WallCircuit{230, 0};
    for (const Requirement& wanted : {unknownModel, noRate, negative, noPower, absurd, noVolts, noAmperes}) {
        const auto result = evaluateBuild(catalog, desktop(), wanted);
        BOOST_REQUIRE(!result.has_value());
        BOOST_TEST(!result.error().message.empty());
        BOOST_TEST(result.error().message.find('\n') == std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
