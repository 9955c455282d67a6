// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/offer.h"

#include "facts/cloud_offer.h"
#include "facts/price_standing.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

Offer offer(const char* price, PriceKind kind, const char* date)
{
    return {Money::parse(price, Currency::usd()).value(), kind, "US", "shop", Date::parse(date).value()};
}

} // namespace

BOOST_AUTO_TEST_SUITE(offers)

BOOST_AUTO_TEST_CASE(without_an_offer_there_is_none)
{
    BOOST_TEST(currentOffer({}) == nullptr);
}

BOOST_AUTO_TEST_CASE(a_better_kind_counts_before_a_newer_day)
{
    const std::vector<Offer> offers{offer("1599", PriceKind::Street, "2026-06-01"),
                                    offer("1999", PriceKind::Estimate, "2026-08-18"),
                                    offer("1499", PriceKind::Street, "2026-05-31")};
    BOOST_TEST(currentOffer(offers) == &offers[0]);
}

// 2026-02-19 to 2026-08-18 are 180 days; a day more is outdated.
BOOST_AUTO_TEST_CASE(an_outdated_offer_of_a_better_kind_does_not_count)
{
    const Offer estimate = offer("350", PriceKind::Estimate, "2026-08-18");
    const std::vector<Offer> outdated{offer("77.98", PriceKind::Street, "2026-02-18"), estimate};
    BOOST_TEST(currentOffer(outdated) == &outdated[1]);
    const std::vector<Offer> recent{offer("77.98", PriceKind::Street, "2026-02-19"), estimate};
    BOOST_TEST(currentOffer(recent) == &recent[0]);
}

BOOST_AUTO_TEST_CASE(the_users_own_price_counts_before_all_others)
{
    std::vector<Offer> offers{offer("1450", PriceKind::Estimate, "2025-01-01"),
                              offer("1599", PriceKind::Quote, "2026-08-17")};
    offers[0].own = true;
    BOOST_TEST(currentOffer(offers) == &offers[0]);
}

BOOST_AUTO_TEST_CASE(a_price_is_old_after_the_days_that_the_user_sets)
{
    const Date day{2026, 8, 18};
    BOOST_TEST(!isOld(day, {2026, 9, 17}, {.oldAfterDays = 30}));
    BOOST_TEST(isOld(day, {2026, 9, 18}, {.oldAfterDays = 30}));
}

// 2025-07-23 to 2026-11-21 are 486 days.
BOOST_AUTO_TEST_CASE(a_price_has_an_age_and_a_state_on_a_day)
{
    const Date today{2026, 11, 21};
    const PriceStanding old = standingOf(offer("699", PriceKind::Street, "2025-07-23"), today, {});
    BOOST_TEST((old == PriceStanding{486, true, false, Verification::Sourced}));
    const PriceStanding guess = standingOf(offer("699", PriceKind::Estimate, "2026-11-20"), today, {});
    BOOST_TEST((guess == PriceStanding{1, false, false, Verification::Unverified}));
    CloudOffer rented;
    rented.date = {2026, 11, 11};
    BOOST_TEST((standingOf(rented, today, {5}) == PriceStanding{10, true, false, Verification::Unverified}));
}

BOOST_AUTO_TEST_CASE(a_quote_holds_until_the_end_of_its_last_day)
{
    Offer quote = offer("699", PriceKind::Quote, "2026-08-18");
    BOOST_TEST(!standingOf(quote, {2026, 9, 30}, {}).expired);
    quote.validUntil = Date{2026, 9, 29};
    BOOST_TEST(!standingOf(quote, {2026, 9, 29}, {}).expired);
    BOOST_TEST(standingOf(quote, {2026, 9, 30}, {}).expired);
}

BOOST_AUTO_TEST_CASE(of_one_day_the_better_kind_counts_in_any_order)
{
    std::vector<PriceKind> kinds{PriceKind::Quote, PriceKind::Street, PriceKind::List, PriceKind::Msrp,
                                 PriceKind::Estimate};
    do {
        std::vector<Offer> offers;
        for (const PriceKind kind : kinds) {
            offers.push_back(offer("1", kind, "2026-08-18"));
        }
        BOOST_TEST((currentOffer(offers)->kind == PriceKind::Quote));
    } while (std::ranges::next_permutation(kinds).found);
    BOOST_TEST((currentOffer({offer("2", PriceKind::Estimate, "2026-08-18"),
                              offer("1", PriceKind::Msrp, "2026-08-18")})
                    ->kind == PriceKind::Msrp));
}

BOOST_AUTO_TEST_CASE(of_two_equal_offers_the_first_counts)
{
    const std::vector<Offer> offers{offer("10", PriceKind::Street, "2026-08-18"),
                                    offer("9", PriceKind::Street, "2026-08-18")};
    BOOST_TEST(currentOffer(offers) == &offers[0]);
}

BOOST_AUTO_TEST_CASE(kinds_have_the_names_of_the_tables)
{
    BOOST_TEST(priceKindName(PriceKind::Quote) == std::string("quote"));
    BOOST_TEST(priceKindName(PriceKind::Street) == std::string("street"));
    BOOST_TEST(priceKindName(PriceKind::List) == std::string("list"));
    BOOST_TEST(priceKindName(PriceKind::Msrp) == std::string("msrp"));
    BOOST_TEST(priceKindName(PriceKind::Estimate) == std::string("estimate"));
    BOOST_TEST(verificationName(Verification::Sourced) == std::string("sourced"));
    BOOST_TEST(verificationName(Verification::Compared) == std::string("compared"));
    BOOST_TEST(verificationName(Provenance().state) == std::string("unverified"));
    BOOST_TEST(pricingModelName(PricingModel::OnDemand) == std::string("on-demand"));
    BOOST_TEST(pricingModelName(PricingModel::Spot) == std::string("spot"));
    BOOST_TEST(pricingModelName(PricingModel::Reserved) == std::string("reserved"));
    BOOST_TEST(pricingModelName(PricingModel::Marketplace) == std::string("marketplace"));
}

BOOST_AUTO_TEST_SUITE_END()
