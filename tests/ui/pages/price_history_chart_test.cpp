// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/price_history_chart.h"

#include "ui/pages/page_window.h"

#include <QSignalSpy>

using namespace rigwright;

namespace {

Offer offer(const char* amount, const char* currency, PriceKind kind, Date date, bool own = false)
{
    Offer offer{Money::parse(amount, Currency::parse(currency).value()).value(), kind, "US", "a shop's page",
                date};
    offer.own = own;
    return offer;
}

/// Two prices of a kit before and after the shortage, one of them in euro, at 0.9 euro a dollar.
struct Fixture : PageWindow<PriceHistoryChart> {
    Fixture()
    {
        page->showOffers({offer("77.98", "USD", PriceKind::Street, {2025, 7, 23}),
                          offer("350", "USD", PriceKind::Estimate, {2026, 8, 18}),
                          offer("180", "EUR", PriceKind::Estimate, {2026, 3, 1})},
                         ExchangeRates({{Currency::parse("EUR").value(), 0.9, {2026, 9, 29}, "a bank"}}),
                         {2026, 11, 22}, {.oldAfterDays = 180});
        QApplication::processEvents(); // the axes take their room
    }
    /// What the chart says of a place under the pointer.
    [[nodiscard]] QString readAt(const QPointF& pixel) const
    {
        QSignalSpy spy(page, &PriceHistoryChart::pointedAt);
        QTest::mouseMove(page->viewport(), pixel.toPoint());
        return spy.isEmpty() ? QString() : spy.back().front().toString();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(price_history_chart, Fixture)

BOOST_AUTO_TEST_CASE(each_kind_and_region_has_a_line)
{
    BOOST_TEST(page->lineCount() == 2U);
    BOOST_REQUIRE(page->legend().size() == 2U);
    BOOST_TEST(page->legend()[0].text != page->legend()[1].text);
    BOOST_TEST(page->leftOut() == 0);
}

// 180 euro at 0.9 euro a dollar are 200 dollars: between 0 and 350 on the axis.
BOOST_AUTO_TEST_CASE(a_price_in_another_currency_stands_at_its_rate)
{
    const double foreign = page->pixelOfOffer(1, 0).y();
    const double last = page->pixelOfOffer(1, 1).y();
    const double first = page->pixelOfOffer(0, 0).y();
    BOOST_TEST((first - foreign) / (first - last) == (200 - 77.98) / (350 - 77.98),
               boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(later_prices_stand_further_to_the_right)
{
    BOOST_TEST(page->pixelOfOffer(0, 0).x() < page->pixelOfOffer(1, 0).x());
    BOOST_TEST(page->pixelOfOffer(1, 0).x() < page->pixelOfOffer(1, 1).x());
}

BOOST_AUTO_TEST_CASE(a_price_under_the_pointer_says_what_it_is_and_where_from)
{
    const QString text = readAt(page->pixelOfOffer(0, 0));
    BOOST_TEST(text.contains(QStringLiteral("77.98")));
    BOOST_TEST(text.contains(QStringLiteral("2025-07-23")));
    BOOST_TEST(text.contains(QStringLiteral("a shop")));
}

BOOST_AUTO_TEST_CASE(the_arrow_keys_go_through_the_prices_by_day)
{
    QSignalSpy spy(page, &PriceHistoryChart::pointedAt);
    page->setFocus();
    QTest::keyClick(page, Qt::Key_Right);
    BOOST_REQUIRE(spy.size() == 1);
    BOOST_TEST(spy.back().front().toString().contains(QStringLiteral("2025-07-23")));
    QTest::keyClick(page, Qt::Key_Right);
    BOOST_TEST(spy.back().front().toString().contains(QStringLiteral("2026-03-01")));
    QTest::keyClick(page, Qt::Key_Left);
    BOOST_TEST(spy.back().front().toString().contains(QStringLiteral("2025-07-23")));
}

BOOST_AUTO_TEST_CASE(a_price_without_a_rate_is_left_out_and_counted)
{
    page->showOffers({offer("350", "USD", PriceKind::Street, {2026, 8, 18}),
                      offer("3000", "CNY", PriceKind::Street, {2026, 8, 1})},
                     ExchangeRates(), {2026, 11, 22}, {});
    BOOST_TEST(page->leftOut() == 1);
    BOOST_TEST(page->lineCount() == 1U);
}

BOOST_AUTO_TEST_CASE(one_price_alone_and_none_are_drawn)
{
    page->showOffers({offer("350", "USD", PriceKind::Street, {2026, 11, 22})}, ExchangeRates(),
                     {2026, 11, 22}, {});
    BOOST_TEST(!page->grab().isNull());
    BOOST_TEST(!readAt(page->pixelOfOffer(0, 0)).isEmpty());
    page->showOffers({}, ExchangeRates(), {2026, 11, 22}, {});
    BOOST_TEST(page->lineCount() == 0U);
    BOOST_TEST(!page->grab().isNull());
}

BOOST_AUTO_TEST_CASE(the_description_names_the_last_price_of_each_line)
{
    BOOST_TEST(page->accessibleDescription().contains(QStringLiteral("350")));
    BOOST_TEST(page->accessibleDescription().contains(QStringLiteral("2026-08-18")));
}

BOOST_AUTO_TEST_SUITE_END()
