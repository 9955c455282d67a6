// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/limit_price.h"

#include "builds/brute_force.h"
#include "builds/changes/repair.h"
#include "builds/evaluate.h"
#include "builds/random_catalog.h"
#include "catalog/catalog_database.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;
using namespace rigwright::test;

namespace {

const LimitPrice* of(const std::vector<LimitPrice>& prices, const std::string& limit)
{
    const auto found = std::ranges::find(prices, limit, &LimitPrice::limit);
    return found == prices.end() ? nullptr : &*found;
}

/// The cheapest machine beyond the budget that is 5 % faster than all within, by looking at every machine; 0: none.
std::int64_t nextBeyondBudget(const Catalog& catalog, Requirement wanted, std::int64_t rise)
{
    const std::int64_t budget = wanted.budget.minorUnits();
    wanted.budget = wanted.budget * rise;
    const auto front = enumerate(catalog, wanted).front;
    double fastest = 0;
    for (const auto& [price, speed, standing] : front) {
        if (price > budget && speed >= fastest * 1.05) {
            return price;
        }
        fastest = price <= budget ? speed : fastest;
    }
    return 0;
}

Requirement wanted(const char* model, const char* budget)
{
    Requirement requirement;
    requirement.model = ModelId(model);
    requirement.budget = Money::parse(budget, Currency::usd()).value();
    requirement.minDecode = TokensPerSecond(1);
    return requirement;
}

const Catalog& shipped()
{
    static const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    return catalog;
}

} // namespace

BOOST_AUTO_TEST_SUITE(changes_limit)

BOOST_AUTO_TEST_CASE(a_priced_limit_keeps_out_a_machine_that_is_fine_otherwise)
{
    int priced = 0;
    for (unsigned seed = 0; seed < 100; ++seed) {
        const Catalog catalog = randomCatalog(seed);
        const Requirement requirement = randomRequirement(seed);
        const SearchResult result = searchBuilds(catalog, requirement).value();
        const auto prices = priceLimits(catalog, requirement, result);
        BOOST_REQUIRE(prices.has_value());
        for (const LimitPrice& price : *prices) {
            BOOST_TEST_CONTEXT("seed " << seed << ", " << price.limit)
            {
                const auto within = evaluateBuild(catalog, price.machine.build, requirement);
                BOOST_REQUIRE(within.has_value());
                BOOST_TEST((needsRepair(*within, requirement) || within->price > requirement.budget));
                BOOST_TEST(price.machine.plan.fits);
                BOOST_TEST((price.limit == "budget") == (price.machine.price > requirement.budget));
                BOOST_TEST(fillIn(price.text, price.evidence).find('{') == std::string::npos);
            }
            ++priced;
        }
    }
    BOOST_TEST(priced > 15);
}

BOOST_AUTO_TEST_CASE(the_budget_is_priced_by_the_next_machine_beyond_it)
{
    int found = 0;
    for (unsigned seed = 0; seed < 60; ++seed) {
        const Catalog catalog = randomCatalog(seed);
        Requirement requirement = randomRequirement(seed);
        requirement.budget = Money(150'000 + std::int64_t{seed} * 1'000, Currency::usd());
        const SearchResult result = searchBuilds(catalog, requirement).value();
        const std::vector<LimitPrice> prices = priceLimits(catalog, requirement, result).value();
        const LimitPrice* budget = of(prices, "budget");
        const std::int64_t expected =
            nextBeyondBudget(catalog, requirement, result.builds.empty() ? 1000 : 4);
        BOOST_TEST((budget == nullptr ? 0 : budget->machine.price.minorUnits()) == expected, "seed " << seed);
        found += budget == nullptr ? 0 : 1;
    }
    BOOST_TEST(found > 5);
}

BOOST_AUTO_TEST_CASE(what_no_machine_meets_names_the_limit_that_is_cheapest_to_drop)
{
    // A model of 70 B in 4 bits takes about 40 GiB: no machine at a tenth of a graphics card's price, nor one of 60 W.
    Requirement requirement = wanted("llama-3.3-70b-instruct", "400000");
    requirement.minDecode = TokensPerSecond(15);
    requirement.maxWallPower = 60_W;
    const SearchResult result = searchBuilds(shipped(), requirement).value();
    BOOST_REQUIRE(result.builds.empty());
    const std::vector<LimitPrice> prices = priceLimits(shipped(), requirement, result).value();
    const LimitPrice* power = of(prices, "wall-power");
    BOOST_REQUIRE(power != nullptr);
    BOOST_TEST((power->machine.wallPower > 60_W));
    BOOST_TEST((power->machine.price <= requirement.budget));
    BOOST_TEST(!power->speedRatio.has_value());
    BOOST_TEST(power->text.find("does it for") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_limit_that_keeps_nothing_out_has_no_price)
{
    Requirement requirement = wanted("deepseek-r1-distill-qwen-32b", "2000");
    requirement.maxWallPower = 100'000_W;
    const SearchResult result = searchBuilds(shipped(), requirement).value();
    const std::vector<LimitPrice> prices = priceLimits(shipped(), requirement, result).value();
    BOOST_TEST(of(prices, "wall-power") == nullptr);
    BOOST_TEST(of(prices, "vendor") == nullptr);
    const LimitPrice* budget = of(prices, "budget");
    BOOST_REQUIRE(budget != nullptr);
    BOOST_TEST((budget->difference == budget->machine.price - requirement.budget));
}

BOOST_AUTO_TEST_SUITE_END()
