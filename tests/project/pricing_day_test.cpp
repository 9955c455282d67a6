// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_facts.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

// A drive of 100.00 dollars, and suppliers who quote less for it.

namespace {

constexpr Date kPriced{2026, 3, 1};
constexpr Date kYearsLater{2031, 3, 1};

Money dollars(std::int64_t amount)
{
    return {amount * 100, Currency::usd()};
}

CatalogView shelf()
{
    PartEntry entry;
    entry.sheet = emptySheet(*findPartTable("drives"), PartId("drive"));
    entry.sheet.cell("name") = "Drive";
    entry.sheet.cell("capacity_gb") = "1000";
    entry.sheet.cell("form_factor") = "M.2 2280";
    entry.sheet.cell("interface") = "NVMe";
    entry.sheet.cell("manufacturer") = "Maker";
    entry.sheet.cell("source") = "a data sheet";
    entry.sheet.cell("verification") = "sourced";
    entry.offers = {{dollars(100), PriceKind::Street, "US", "a shop", kPriced}};
    Drive drive;
    drive.info.id = entry.id();
    drive.info.name = "Drive";
    drive.info.offers = entry.offers;
    auto catalog = std::make_shared<Catalog>();
    catalog->drives.push_back(drive);
    return {catalog, {entry}, {}, {}, {}};
}

Quote quoteOf(const char* supplier, std::int64_t price, const Date& day, const Date& until)
{
    Quote quote;
    quote.supplier = supplier;
    quote.number = "7";
    quote.date = day;
    quote.validUntil = until;
    quote.lines.emplace_back();
    quote.lines.back().part = PartId("drive");
    quote.lines.back().unitPrice = dollars(price);
    return quote;
}

Project projectWith(std::vector<Quote> quotes)
{
    Project project;
    project.requirement.budget = dollars(1000);
    project.machines = {{"", {{{PartCategory::Storage, PartId("drive"), 1}}, {}}, 1}};
    project = repriced(std::move(project), shelf(), *shelf().catalog, kPriced);
    project.quotes = std::move(quotes);
    return project;
}

/// What the drive costs in the project, opened on a day.
Money priceOn(const Project& project, const Date& today)
{
    const Catalog catalog = projectCatalog(project, Catalog(), today).catalog;
    return currentOffer(catalog.drives.at(0).info.offers)->price;
}

} // namespace

BOOST_AUTO_TEST_SUITE(pricing_day)

BOOST_AUTO_TEST_CASE(a_quote_that_held_when_the_project_was_priced_counts_years_later_and_is_told)
{
    const Project project = projectWith({quoteOf("A", 80, {2026, 2, 20}, {2026, 3, 1})});
    BOOST_TEST((pricingDay(project, kYearsLater) == kPriced));
    BOOST_TEST((priceOn(project, kPriced) == dollars(80)));
    BOOST_TEST((priceOn(project, kYearsLater) == dollars(80)));
    BOOST_TEST(expiredQuotes(project, kPriced).empty()); // valid to the end of its last day
    const auto expired = expiredQuotes(project, {2026, 3, 2});
    BOOST_REQUIRE(expired.size() == 1U);
    BOOST_TEST(expired[0].source == "A, quote 7");
    BOOST_TEST((expired[0].until == Date{2026, 3, 1}));
    BOOST_TEST(expired[0].prices == 1);
}

BOOST_AUTO_TEST_CASE(a_quote_that_had_run_out_before_counts_never)
{
    const Project project = projectWith({quoteOf("A", 80, {2026, 1, 1}, {2026, 2, 28})});
    BOOST_TEST((priceOn(project, kPriced) == dollars(100)));
    BOOST_TEST((priceOn(project, kYearsLater) == dollars(100)));
    BOOST_TEST(expiredQuotes(project, kYearsLater).empty()); // nothing rests on it
}

BOOST_AUTO_TEST_CASE(a_later_quote_makes_its_day_the_day_of_pricing)
{
    const Project project = projectWith(
        {quoteOf("A", 80, {2026, 2, 20}, {2026, 3, 15}), quoteOf("B", 90, {2026, 4, 1}, {2026, 5, 1})});
    BOOST_TEST((pricingDay(project, kYearsLater) == Date{2026, 4, 1}));
    BOOST_TEST((priceOn(project, kYearsLater) == dollars(90))); // that of A ended before B's began
    BOOST_REQUIRE(expiredQuotes(project, kYearsLater).size() == 1U);
    BOOST_TEST(expiredQuotes(project, kYearsLater)[0].source == "B, quote 7");
}

BOOST_AUTO_TEST_CASE(a_quote_dated_in_the_future_does_not_end_the_others)
{
    const Project project = projectWith(
        {quoteOf("A", 80, {2026, 2, 20}, {2026, 3, 15}), quoteOf("B", 90, {2062, 4, 1}, {2062, 5, 1})});
    BOOST_TEST((pricingDay(project, kYearsLater) == kPriced));
    BOOST_TEST((priceOn(project, kYearsLater) == dollars(80)));
}

BOOST_AUTO_TEST_CASE(repricing_leaves_out_what_has_run_out)
{
    const Project before = projectWith({quoteOf("A", 80, {2026, 2, 20}, {2026, 3, 15})});
    const Project after = repriced(before, shelf(), *shelf().catalog, kYearsLater);
    BOOST_TEST((pricingDay(after, kYearsLater) == kYearsLater));
    BOOST_TEST((priceOn(after, kYearsLater) == dollars(100)));
    BOOST_TEST(after.quotes.size() == 1U); // it stays on record
    BOOST_TEST(expiredQuotes(after, kYearsLater).empty());
}

BOOST_AUTO_TEST_CASE(a_project_that_was_never_priced_goes_by_today)
{
    Project project;
    project.quotes = {quoteOf("A", 80, {2026, 2, 20}, {2026, 3, 15})};
    BOOST_TEST((pricingDay(project, kYearsLater) == kYearsLater));
    const auto priceIn = [&](const Date& today) {
        const Catalog catalog = projectCatalog(project, *shelf().catalog, today).catalog;
        return currentOffer(catalog.drives.at(0).info.offers)->price;
    };
    BOOST_TEST((priceIn({2026, 3, 15}) == dollars(80)));
    BOOST_TEST((priceIn({2026, 3, 16}) == dollars(100)));
}

BOOST_AUTO_TEST_CASE(the_catalog_itself_serves_a_project_without_prices_of_its_own)
{
    const std::shared_ptr<const Catalog> current = shelf().catalog;
    BOOST_TEST((projectCatalog(Project(), current, kPriced) == current));
    const auto own = projectCatalog(projectWith({}), std::make_shared<const Catalog>(), kPriced);
    BOOST_TEST(own->drives.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
