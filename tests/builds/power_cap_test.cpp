// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/power_cap.h"

#include "builds/bench.h"
#include "builds/describe.h"
#include "builds/evaluate.h"
#include "builds/hardware.h"
#include "builds/power.h"

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace rigwright;
using rigwright::test::Bench;

namespace {

Catalog catalogOf(const Bench& b)
{
    Catalog catalog;
    catalog.accelerators = {b.card};
    catalog.cpus = {b.cpu};
    catalog.systems = {b.system};
    return catalog;
}

Build buildOfOne(const char* id, std::optional<Watts> cap)
{
    return {{{PartCategory::Accelerator, PartId(id), 1}}, cap};
}

} // namespace

BOOST_AUTO_TEST_SUITE(power_cap)

BOOST_AUTO_TEST_CASE(a_cap_goes_into_the_machine_and_back)
{
    const Catalog catalog = catalogOf(Bench());
    const Build build = buildOfOne("card", 200_W);
    const auto machine = lookUp(catalog, build);
    BOOST_REQUIRE(machine.has_value());
    BOOST_TEST(machine->powerCap->value() == 200.0);
    BOOST_TEST((buildOf(*machine) == build));
    BOOST_TEST(idOf(build) != idOf(buildOfOne("card", std::nullopt)));
    BOOST_TEST(idOf(build) != idOf(buildOfOne("card", 201_W)));
    BOOST_TEST(idOf(build) == idOf(buildOf(*machine)));
}

BOOST_AUTO_TEST_CASE(a_cap_must_be_a_power_and_have_an_accelerator)
{
    const Catalog catalog = catalogOf(Bench());
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    for (const double watts : {0.0, -1.0, kInfinite, kNaN}) {
        BOOST_TEST(!lookUp(catalog, buildOfOne("card", Watts(watts))).has_value(), watts);
    }
    const auto noCard = lookUp(catalog, buildOfOne("cpu", 200_W));
    BOOST_REQUIRE(!noCard.has_value());
    BOOST_TEST(noCard.error().message.find("accelerator") != std::string::npos);
    BOOST_TEST(lookUp(catalog, buildOfOne("system", 200_W)).has_value());
}

BOOST_AUTO_TEST_CASE(a_capped_card_draws_what_it_is_held_to)
{
    // 200 W card + 88 W CPU + 50 W + 4 slots × 4 W = 354 W.
    Bench bench;
    bench.powerCap = 200_W;
    BOOST_TEST(sustainedLoad(bench.machine()).sum().value() == 354.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(hardwareOf(bench.machine()).accelerators.front().accelerator.boardPower->value() == 200.0);
    bench.powerCap = 400_W; // above the board power nothing changes
    BOOST_TEST(sustainedLoad(bench.machine()).sum().value() == 439.0, boost::test_tools::tolerance(1e-9));
    bench.card.boardPower.reset();
    BOOST_TEST(!sustainedLoad(bench.machine()).cardsKnown);
}

BOOST_AUTO_TEST_CASE(a_card_that_names_no_power_is_taken_for_the_hungriest_of_its_kind)
{
    // 1.2 × 350 W + 88 W CPU + 50 W + 4 slots × 4 W = 574 W.
    Bench bench;
    bench.card.variantOf = PartId("chip");
    bench.card.ratedPower = 350_W;
    bench.card.boardPower.reset();
    const PowerDraw load = sustainedLoad(bench.machine());
    BOOST_TEST(load.cardsKnown);
    BOOST_TEST(load.sum().value() == 574.0, boost::test_tools::tolerance(1e-9));
    bench.powerCap = 250_W;
    BOOST_TEST(sustainedLoad(bench.machine()).sum().value() == 404.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(hardwareOf(bench.machine()).accelerators.front().accelerator.boardPower->value() == 250.0);
}

BOOST_AUTO_TEST_CASE(a_capped_system_draws_less_by_what_its_accelerators_are_denied)
{
    // 240 W, of which the one accelerator of 285 W would be denied 85 W.
    Bench bench;
    bench.asSystem = true;
    bench.powerCap = 200_W;
    BOOST_TEST(wallPower(bench.machine()).value() == 155.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_capped_card_computes_more_slowly_and_reads_memory_as_fast)
{
    // An RTX 3090 at 250 of 350 W keeps about 94 % (ozeki-ai-server.com).
    Bench bench;
    bench.card.boardPower = 350_W;
    bench.card.fp16 = FlopsPerSecond::tera(100);
    bench.powerCap = 250_W;
    const Accelerator held = underCap(bench.machine(), bench.card);
    BOOST_TEST(held.fp16->inTera() == 94.0, boost::test_tools::tolerance(0.02));
    BOOST_TEST(held.bandwidth->value() == bench.card.bandwidth->value());
    // The rates still ask for the same power each, so that nothing is taken off twice.
    BOOST_TEST(powerOfRates(held)->value() / held.fp16->inTera() == 3.5, boost::test_tools::tolerance(1e-9));
    BOOST_TEST((chipOf(held) == chipOf(bench.card)));
    BOOST_TEST(chipNameOf(held) == chipNameOf(bench.card));
}

BOOST_AUTO_TEST_CASE(a_cap_that_cards_hardly_feel_costs_no_speed)
{
    // Prompts take 90 % of the board power.
    Bench bench;
    bench.powerCap = 260_W;
    BOOST_TEST(underCap(bench.machine(), bench.card).fp16->inTera() == 80.0,
               boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_SUITE_END()
