// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/statistics.h"
#include "catalog/check_support.h"

#include <boost/test/unit_test.hpp>

#include <cmath>

using namespace rigwright;
using namespace rigwright::test;

namespace {

Catalog withOffers(std::vector<Offer> offers)
{
    return withAccelerator([&](Accelerator& card) { card.info.offers = std::move(offers); });
}

Offer inCurrency(const std::string& amount, const char* currency, const Date& date)
{
    Offer result = offer("1", date);
    const Currency parsed = Currency::parse(currency).value();
    result.price = Money::parse(amount, parsed).value();
    result.region = "world";
    return result;
}

/// Ten power supplies of 1,000 W at 150 to 240 dollars.
Catalog withSupplies()
{
    Catalog catalog = soundCatalog();
    for (int i = 0; i < 10; ++i) {
        PowerSupply supply = atxSupply();
        supply.info = info("supply-" + std::to_string(i));
        supply.info.offers = {offer(std::to_string(150 + 10 * i), {2026, 9, 1})};
        catalog.powerSupplies.push_back(supply);
    }
    return catalog;
}

} // namespace

BOOST_AUTO_TEST_SUITE(check_prices)

BOOST_AUTO_TEST_CASE(a_price_is_above_zero_and_not_of_the_future)
{
    BOOST_TEST(findsNothing(withOffers({offer("1599", {2026, 9, 29})})));
    BOOST_TEST(findsOnly(withOffers({offer("0", {2026, 9, 1})}), "error price-not-positive rtx-4090"));
    BOOST_TEST(findsOnly(withOffers({offer("1599", {2026, 9, 30})}), "error price-in-the-future rtx-4090"));
    Offer own = offer("1599", {2027, 1, 1});
    own.own = true;
    BOOST_TEST(findsNothing(withOffers({own})));
}

// The RTX 4090 was released in October 2022.
BOOST_AUTO_TEST_CASE(a_price_is_not_older_than_its_part)
{
    BOOST_TEST(findsOnly(withOffers({offer("1599", {2020, 9, 1})}), "error price-before-release rtx-4090"));
    BOOST_TEST(findsNothing(withOffers({offer("1599", {2022, 10, 1}, PriceKind::Msrp)})));
    BOOST_TEST(findsOnly(withOffers({offer("1599", {2026, 9, 1}, PriceKind::Msrp)}),
                         "warning launch-price-late rtx-4090"));
}

BOOST_AUTO_TEST_CASE(a_card_that_shops_sell_has_a_price)
{
    Catalog catalog = withAccelerator([](Accelerator& card) { card.releaseYear = 2025; });
    BOOST_TEST(findsOnly(catalog, "warning new-card-without-price rtx-4090"));
    Accelerator card = catalog.accelerators.front();
    card.info = info("maker-card");
    card.info.offers = {offer("1700", {2026, 1, 1})};
    card.variantOf = PartId("rtx-4090");
    catalog.cards = {card};
    BOOST_TEST(findsNothing(catalog));
}

BOOST_AUTO_TEST_CASE(a_quote_is_valid_on_its_day)
{
    Offer quote = offer("1599", {2026, 9, 1}, PriceKind::Quote);
    quote.validUntil = Date{2026, 8, 1};
    BOOST_TEST(findsOnly(withOffers({quote}), "error quote-ends-before-its-day rtx-4090"));
}

// 1,599 to 9,594 dollars is a factor of six: within 40 days a slip, within ten months a market.
BOOST_AUTO_TEST_CASE(a_price_does_not_jump_within_a_quarter)
{
    BOOST_TEST(findsOnly(withOffers({offer("1599", {2026, 7, 1}), offer("9594", {2026, 8, 10})}),
                         "warning price-jump rtx-4090"));
    BOOST_TEST(findsNothing(withOffers({offer("1599", {2025, 11, 1}), offer("9594", {2026, 9, 1})})));
    BOOST_TEST(findsNothing(withOffers({offer("1599", {2026, 7, 1}), offer("2999", {2026, 8, 10})})));
}

// 12,999 yuan are 1,940 dollars at 6.7; 12,999 dollars beside them are the yuan.
BOOST_AUTO_TEST_CASE(an_amount_in_the_wrong_currency_is_told)
{
    const Offer yuan = inCurrency("12999", "CNY", {2026, 5, 1});
    BOOST_TEST(finds(withOffers({yuan, inCurrency("12999", "USD", {2026, 6, 1})}),
                     "warning price-in-other-currency rtx-4090"));
    BOOST_TEST(findsNothing(withOffers({yuan, inCurrency("1999", "USD", {2026, 6, 1})})));
}

BOOST_AUTO_TEST_CASE(a_country_asks_in_its_own_currency)
{
    Catalog catalog = withOffers({offer("1599", {2026, 9, 1})});
    catalog.accelerators.front().info.offers.front().region = "DE";
    Country germany;
    germany.code = "DE";
    germany.currency = Currency::parse("EUR").value();
    catalog.countries = {germany};
    BOOST_TEST(findsOnly(catalog, "warning currency-of-region rtx-4090"));
    catalog.accelerators.front().info.offers.front().region = "Europe";
    BOOST_TEST(findsOnly(catalog, "warning region-unknown rtx-4090"));
}

// Of 1, 2, 4, 8, 16 the median is 4; the logarithms are off by ln 4, ln 2, 0, ln 2, ln 4, of which the median is ln 2.
BOOST_AUTO_TEST_CASE(the_spread_is_robust_and_of_factors)
{
    const auto spread = checks::logSpread({16, 1, 4, 2, 8}, 5);
    BOOST_REQUIRE(spread.has_value());
    BOOST_TEST(spread->median == 4.0, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(spread->deviation == std::log(2.0) / 0.6745, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(spread->factor(40) == 10.0, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(spread->factor(0.4) == 10.0, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(!checks::logSpread({1, 2, 3}, 5).has_value());
}

// The median is 19.5 cents a watt; 1,950 dollars are ten times that, 19.50 a tenth.
BOOST_AUTO_TEST_CASE(a_slip_of_ten_stands_out_of_its_kind)
{
    Catalog catalog = withSupplies();
    BOOST_TEST(findsNothing(catalog));
    catalog.powerSupplies.back().info.offers = {offer("1950", {2026, 9, 1})};
    BOOST_TEST(findsOnly(catalog, "warning power-supply-price supply-9"));
    catalog.powerSupplies.back().info.offers = {offer("19.50", {2026, 9, 1})};
    BOOST_TEST(findsOnly(catalog, "warning power-supply-price supply-9"));
    catalog.powerSupplies.back().info.offers = {offer("399", {2026, 9, 1})};
    BOOST_TEST(findsNothing(catalog));
}

BOOST_AUTO_TEST_CASE(a_figure_that_somebody_checked_names_its_source)
{
    Catalog catalog = soundCatalog();
    catalog.drives.front().info.specs = {"", Verification::Compared};
    BOOST_TEST(findsOnly(catalog, "error source-missing nvme-drive"));
    catalog.drives.front().info.specs = {"", Verification::Unverified};
    BOOST_TEST(findsNothing(catalog));
    catalog.drives.front().info.groups = {{"speed", {"", Verification::Sourced}}};
    BOOST_TEST(findsOnly(catalog, "error source-missing nvme-drive"));
    catalog.drives.front().info.groups = {{"speed", {"a page", Verification::Sourced, Date{2028, 1, 1}}}};
    BOOST_TEST(findsOnly(catalog, "error read-in-the-future nvme-drive"));
}

BOOST_AUTO_TEST_CASE(a_price_has_a_source_and_a_day)
{
    Offer bare = offer("1599", {2026, 9, 1});
    bare.source.clear();
    BOOST_TEST(findsOnly(withOffers({bare}), "error offer-without-source rtx-4090"));
    BOOST_TEST(finds(withOffers({offer("1599", {1970, 1, 1})}), "error offer-without-source rtx-4090"));
    Offer doubtful = offer("1599", {2026, 9, 1});
    doubtful.source = "a forum (unverified)";
    BOOST_TEST(findsOnly(withOffers({doubtful}), "warning estimate-in-disguise rtx-4090"));
    doubtful.kind = PriceKind::Estimate;
    BOOST_TEST(findsNothing(withOffers({doubtful})));
}

BOOST_AUTO_TEST_SUITE_END()
