// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

constexpr Date kThen{2026, 3, 1};
constexpr Date kNow{2027, 3, 1};

Offer street(std::int64_t cents, const Date& day)
{
    return {Money(cents, Currency::usd()), PriceKind::Street, "US", "a shop", day};
}

PartEntry drive(const char* id, std::int64_t cents, const Date& day)
{
    PartEntry entry;
    entry.sheet = emptySheet(*findPartTable("drives"), PartId(id));
    entry.sheet.cell("name") = std::string("Drive ") + id;
    entry.sheet.cell("capacity_gb") = "1000";
    entry.sheet.cell("form_factor") = "M.2 2280";
    entry.sheet.cell("interface") = "NVMe";
    entry.sheet.cell("manufacturer") = "Maker";
    entry.sheet.cell("source") = "a data sheet";
    entry.sheet.cell("verification") = "sourced";
    if (cents > 0) {
        entry.offers = {street(cents, day)};
    }
    return entry;
}

/// The parts of a catalog, by table and id.
CatalogView viewOf(const std::vector<PartEntry>& parts, double eurosPerDollar)
{
    auto catalog = std::make_shared<Catalog>();
    for (const PartEntry& part : parts) {
        Drive known;
        known.info.id = part.id();
        known.info.name = part.sheet.cell("name");
        known.info.offers = part.offers;
        catalog->drives.push_back(known);
    }
    catalog->rates = ExchangeRates({{Currency::parse("EUR").value(), eurosPerDollar, kThen, "a bank"}});
    return {catalog, parts, {}, {}, {}};
}

CatalogView then()
{
    return viewOf({drive("a", 10'000, kThen), drive("b", 20'000, kThen), drive("c", 30'000, kThen),
                   drive("d", 0, kThen)},
                  0.5);
}

/// "a" costs half, "b" is gone, "c" has no price any more, "d" has one.
CatalogView now()
{
    return viewOf({drive("a", 5'000, kNow), drive("c", 0, kNow), drive("d", 4'000, kNow)}, 0.5);
}

Project project()
{
    Project project;
    project.requirement.budget = {100'000, Currency::parse("EUR").value()};
    project.machines = {{"",
                         {{{PartCategory::Storage, PartId("a"), 1},
                           {PartCategory::Storage, PartId("b"), 1},
                           {PartCategory::Storage, PartId("c"), 1},
                           {PartCategory::Storage, PartId("d"), 1}},
                          {}},
                         1}};
    return repriced(project, then(), *then().catalog, kThen);
}

Money euros(std::int64_t cents)
{
    return {cents, Currency::parse("EUR").value()};
}

} // namespace

BOOST_AUTO_TEST_SUITE(reprice)

BOOST_AUTO_TEST_CASE(a_project_is_priced_as_on_the_day)
{
    const Project priced = project();
    BOOST_TEST(priced.catalog->parts.size() == 4U);
    BOOST_TEST((priced.catalog->pricedOn == kThen));
    BOOST_TEST((priced.requirement.today == kThen));
    BOOST_TEST(pricesSince(priced, *then().catalog).value().empty());
}

BOOST_AUTO_TEST_CASE(differences_are_told_in_the_currency_of_the_project)
{
    using Kind = SavedDifference::Kind;
    const auto differences = pricesSince(project(), *now().catalog).value();
    BOOST_REQUIRE(differences.size() == 4U);
    BOOST_TEST((differences[0].kind == Kind::PriceDown));
    BOOST_TEST(differences[0].part == "Drive a");
    BOOST_TEST((differences[0].before == euros(5'000))); // 100 dollars at half a euro each
    BOOST_TEST((differences[0].after == euros(2'500)));
    BOOST_TEST((differences[1].kind == Kind::PartGone));
    BOOST_TEST((differences[1].before == euros(10'000)));
    BOOST_TEST((differences[2].kind == Kind::PriceGone));
    BOOST_TEST((differences[3].kind == Kind::PriceNew));
    BOOST_TEST((differences[3].after == euros(2'000)));
}

BOOST_AUTO_TEST_CASE(another_exchange_rate_is_another_price)
{
    const auto differences = pricesSince(project(), *viewOf(then().parts, 0.6).catalog).value();
    BOOST_REQUIRE(differences.size() == 3U); // "d" has no price
    BOOST_TEST((differences[2].before == euros(15'000)));
    BOOST_TEST((differences[2].after == euros(18'000)));
}

BOOST_AUTO_TEST_CASE(a_part_that_is_gone_stays_in_the_excerpt)
{
    const Project again = repriced(project(), now(), *now().catalog, kNow);
    BOOST_REQUIRE(again.catalog->parts.size() == 4U);
    BOOST_TEST(again.catalog->parts[0].offers[0].price.minorUnits() == 5'000);
    BOOST_TEST(again.catalog->parts[1].sheet.id().text() == "b");
    BOOST_TEST(again.catalog->parts[1].offers[0].price.minorUnits() == 20'000);
    BOOST_TEST((again.catalog->pricedOn == kNow));
    BOOST_TEST((again.requirement.today == kNow));
    const LaidExcerpt laid = layExcerpt(*now().catalog, *again.catalog);
    BOOST_TEST(laid.problems.empty(), (laid.problems.empty() ? "" : laid.problems.front().message));
    BOOST_TEST(findPart(laid.catalog.drives, PartId("b")) != nullptr);
}

BOOST_AUTO_TEST_CASE(a_project_that_was_never_priced_has_no_differences)
{
    BOOST_TEST(pricesSince(Project(), *now().catalog).value().empty());
}

BOOST_AUTO_TEST_SUITE_END()
