// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/bom.h"

#include "bom/bom_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

Currency currency(const char* code)
{
    return Currency::parse(code).value();
}

Catalog catalog()
{
    Accelerator card;
    card.info.id = PartId("rtx-3090");
    card.info.partNumber = "900-1G136";
    card.info.specs = {"data sheet", Verification::Compared};
    card.memory = 24_GiB;
    card.boardPower = 350_W;
    PowerSupply supply;
    supply.info.id = PartId("psu-1200");
    supply.rating = 1200_W;
    supply.efficiency = "80+ Gold";
    ModelFacts model;
    model.id = ModelId("qwen-32b");
    model.name = "Qwen 32B";
    Catalog catalog;
    catalog.date = Date{2026, 9, 1};
    catalog.accelerators = {card};
    catalog.powerSupplies = {supply};
    catalog.models = {model};
    catalog.rates = ExchangeRates({{currency("CNY"), 6.70778, Date{2026, 9, 29}, "a bank"}});
    return catalog;
}

Requirement requirement()
{
    Requirement requirement;
    requirement.model = ModelId("qwen-32b");
    requirement.budget = money("3000");
    return requirement;
}

EvaluatedBuild build()
{
    EvaluatedBuild build = evaluatedBuild();
    Offer offer{money("699.99"), PriceKind::Street, "US", "a shop", Date{2026, 8, 1}};
    offer.url = "https://shop.example/3090";
    build.lines = {
        {{PartCategory::Accelerator, PartId("rtx-3090"), 2}, "NVIDIA", "RTX 3090", offer, offer.price},
        {{PartCategory::PowerSupply, PartId("psu-1200"), 1}, "Maker", "PSU 1200", std::nullopt, {}}};
    build.price = money("1399.98");
    build.findings = {{"psu-price", Severity::Warning, "No price.", {}}};
    return build;
}

const Date kToday{2026, 11, 21};

} // namespace

BOOST_AUTO_TEST_SUITE(bom)

BOOST_AUTO_TEST_CASE(a_line_has_what_a_purchaser_asks_for)
{
    const Bom bom = makeBom(catalog(), build(), requirement(), kToday, 3).value();
    const BomLine& line = bom.lines.at(0);
    BOOST_TEST(line.number == 1);
    BOOST_TEST(line.manufacturer == "NVIDIA");
    BOOST_TEST(line.description == "RTX 3090");
    BOOST_TEST(line.partNumber == "900-1G136");
    BOOST_TEST(line.specifications == "24 GiB, 350 W board power");
    BOOST_TEST(line.quantityPerSystem == 2);
    BOOST_TEST(bom.quantity(line) == 6);
    BOOST_TEST((line.unitPrice == money("699.99")));
    BOOST_TEST((bom.lineTotal(line) == money("4199.94"))); // 6 × 699.99
    BOOST_TEST(line.priceSource == "a shop");
    BOOST_TEST(line.priceRegion == "US");
    BOOST_TEST(line.link == "https://shop.example/3090");
    // 30 days of August, 30 of September, 31 of October, 21 of November.
    BOOST_TEST(bom.priceAge(line).value() == 112);
    BOOST_TEST((line.specsState == Verification::Compared));
}

BOOST_AUTO_TEST_CASE(a_line_without_a_price_stays_without_one)
{
    const Bom bom = makeBom(catalog(), build(), requirement(), kToday).value();
    const BomLine& line = bom.lines.at(1);
    BOOST_TEST(line.number == 2);
    BOOST_TEST(line.partNumber == "");
    BOOST_TEST(line.specifications == "1200 W, 80+ Gold");
    BOOST_TEST(!line.unitPrice.has_value());
    BOOST_TEST(!bom.lineTotal(line).has_value());
    BOOST_TEST(!bom.priceAge(line).has_value());
    BOOST_TEST(bom.linesWithoutPrice() == 1);
    BOOST_TEST((bom.total() == money("1399.98")));
}

BOOST_AUTO_TEST_CASE(a_part_at_hand_costs_nothing_and_is_there_for_one_system)
{
    EvaluatedBuild evaluated = build();
    evaluated.lines[1].owned = true;
    evaluated.lines[1].unitPrice = money("0");
    const Bom bom = makeBom(catalog(), evaluated, requirement(), kToday).value();
    BOOST_TEST((bom.lineTotal(bom.lines.at(1)) == money("0")));
    BOOST_TEST(bom.linesWithoutPrice() == 0);
    BOOST_TEST((bom.total() == money("1399.98")));
    BOOST_TEST(makeBom(catalog(), evaluated, requirement(), kToday, 2).error().message ==
               "systems: parts at hand are there for one system; leave them out to buy several");
}

BOOST_AUTO_TEST_CASE(the_head_says_what_the_machine_is_for)
{
    const Bom bom = makeBom(catalog(), build(), requirement(), kToday).value();
    BOOST_TEST(bom.title == "2 × RTX 3090 24 GB");
    BOOST_TEST(bom.machines.front().workload ==
               "Qwen 32B at Q4_K_M, llama.cpp, chat, 8,192 tokens of context");
    // Two devices of 15 + 4 + 0.5 + 0.5 GiB.
    BOOST_TEST(bom.machines.front().result ==
               "fits: 40.0 GiB on accelerators, 1.0 GiB in RAM; decodes 20–30 tokens/s for one user, "
               "20–30 tokens/s in all (estimate)");
    BOOST_TEST((bom.preparedOn == kToday));
    BOOST_TEST((bom.catalogDate == Date{2026, 9, 1}));
    BOOST_TEST(!bom.rate.has_value());
    BOOST_TEST(bom.findings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(another_currency_names_its_rate)
{
    EvaluatedBuild evaluated = build();
    const Currency cny = currency("CNY");
    evaluated.price = money("9390.73", cny);
    evaluated.lines[0].unitPrice = money("4695.38", cny);
    const Bom bom = makeBom(catalog(), evaluated, requirement(), kToday, 2).value();
    BOOST_TEST((bom.currency == cny));
    BOOST_TEST(bom.rate.value().perUsd == 6.70778);
    BOOST_TEST((bom.total() == money("18781.52", cny))); // 4 × 4,695.38
    BOOST_TEST((bom.lines[0].listedPrice == money("699.99")));
}

BOOST_AUTO_TEST_CASE(absurd_numbers_of_systems_are_refused)
{
    for (const int systems : {0, -1, 10'001}) {
        const auto bom = makeBom(catalog(), build(), requirement(), kToday, systems);
        BOOST_TEST(bom.error().message.starts_with("systems: expected 1 to 10,000, got "));
    }
    BOOST_TEST(makeBom(catalog(), build(), requirement(), kToday, 10'000).has_value());
}

BOOST_AUTO_TEST_CASE(a_service_without_a_price_has_no_age)
{
    OrderDetails order;
    order.services = {{"x", "Installation", "", 1, std::nullopt, Date{2026, 10, 1}, ""}};
    const Bom bom = makeBom(catalog(), {{"", std::make_shared<const EvaluatedBuild>(build()), 1}},
                            requirement(), order, {}, kToday)
                        .value();
    BOOST_TEST(!bom.priceAge(bom.lines.back()).has_value());
    BOOST_TEST(!bom.priceStanding(bom.lines.back()).has_value());
}

BOOST_AUTO_TEST_CASE(amounts_that_leave_the_range_are_an_error)
{
    OrderDetails order;
    // 10^9 dollars a hundred thousand times are 10^16 cents; a thousand such lines are more than 2^63.
    for (int i = 0; i < 1000; ++i) {
        order.services.push_back(
            {"x" + std::to_string(i), "A service", "", 100'000, money("1000000000"), std::nullopt, ""});
    }
    const std::vector<OrderedMachine> machines{{"", std::make_shared<const EvaluatedBuild>(build()), 1}};
    const auto bom = makeBom(catalog(), machines, requirement(), order, {}, kToday);
    BOOST_TEST(bom.error().message == "the order: expected amounts that can be added");
}

BOOST_AUTO_TEST_CASE(more_pieces_than_can_be_counted_are_an_error)
{
    EvaluatedBuild evaluated = build();
    evaluated.lines[0].line.quantity = 1000;
    evaluated.lines[0].unitPrice = money("0.01");
    // 1,000 a machine, 10,000 machines of each of 101 kinds: 1.01 × 10^9.
    const auto machine = std::make_shared<const EvaluatedBuild>(evaluated);
    const std::vector<OrderedMachine> machines(101, OrderedMachine{"", machine, 10'000});
    const auto bom = makeBom(catalog(), machines, requirement(), {}, {}, kToday);
    BOOST_TEST(bom.error().message == "the order: expected at most 1,000,000,000 pieces in all lines");
}

BOOST_AUTO_TEST_CASE(what_the_catalog_lacks_is_an_error)
{
    EvaluatedBuild evaluated = build();
    evaluated.lines[1].line.part = PartId("gone");
    BOOST_TEST(makeBom(catalog(), evaluated, requirement(), kToday).error().message ==
               "the catalog has no part 'gone'");
    Requirement other = requirement();
    other.model = ModelId("qwen-33b");
    BOOST_TEST(makeBom(catalog(), build(), other, kToday).error().message ==
               "unknown model 'qwen-33b': did you mean qwen-32b?");
}

BOOST_AUTO_TEST_CASE(a_total_is_the_sum_of_its_lines_to_the_cent)
{
    // 0.1 + 0.2 + 0.7 dollars and ten thousand systems: nothing that binary fractions would keep.
    Bom bom =
        bomOf({pricedLine(1, "a", "0.10", 1), pricedLine(2, "b", "0.20", 1), pricedLine(3, "c", "0.70", 1)});
    bom.machines.front().systems = 10'000;
    BOOST_TEST((bom.total() == money("10000.00")));
    Money sum;
    for (const BomLine& line : bom.lines) {
        sum += *bom.lineTotal(line);
    }
    BOOST_TEST((bom.total() == sum));
}

BOOST_AUTO_TEST_SUITE_END()
