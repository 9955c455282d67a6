// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_chart.h"
#include "ui/tornado_chart.h"
#include "ui/utilization_chart.h"
#include "ui/year_chart.h"

#include "ui/pages/cost_sample.h"
#include "ui/pages/page_window.h"

#include <QImage>
#include <QSignalSpy>

#include <set>

using namespace rigwright;

namespace {

const std::vector<std::size_t> kDrawn{0, 1, 2};
constexpr auto kPixel = 1.01; ///< rounding of what a mouse can point at

/// A chart of the sample, in the size that it has in a window.
template <class Chart>
struct Fixture : PageWindow<Chart> {
    Fixture() { show(sample::costComparison()); }

    void show(CostComparison comparison, const std::vector<std::size_t>& drawn = kDrawn) const
    {
        this->page->show(std::make_shared<const CostComparison>(std::move(comparison)), drawn);
        QApplication::processEvents(); // the axes take their room
    }
    /// What the chart says of a place under the pointer.
    [[nodiscard]] QString readAt(const QPointF& pixel) const
    {
        QSignalSpy spy(this->page, &CostPlot::pointedAt);
        QTest::mouseMove(this->page->viewport(), pixel.toPoint());
        return spy.isEmpty() ? QString() : spy.back().front().toString();
    }
    [[nodiscard]] QString readByKey(Qt::Key key) const
    {
        QSignalSpy spy(this->page, &CostPlot::pointedAt);
        this->page->setFocus();
        QTest::keyClick(this->page, key);
        return spy.isEmpty() ? QString() : spy.back().front().toString();
    }
    [[nodiscard]] QColor colorAt(const QPointF& pixel) const
    {
        return this->page->viewport()->grab().toImage().pixelColor(pixel.toPoint());
    }
};

using Cumulative = Fixture<CostChart>;
using Years = Fixture<YearChart>;
using Utilization = Fixture<UtilizationChart>;
using Factors = Fixture<TornadoChart>;

/// Every kind of chart with the sample, each shown alone in a size.
template <class Check>
void forEachChart(const QSize& size, const Check& check)
{
    const auto one = [&](auto* chart) {
        chart->show(sample::sharedCostComparison(), kDrawn);
        chart->resize(size);
        chart->QWidget::show();
        BOOST_REQUIRE(QTest::qWaitForWindowExposed(chart));
        QApplication::processEvents();
        check(*chart);
        delete chart;
    };
    one(new CostChart);
    one(new YearChart);
    one(new UtilizationChart);
    one(new TornadoChart);
}

bool isPlain(const QImage& image, int column)
{
    for (int row = 1; row < image.height(); ++row) {
        if (image.pixelColor(column, row) != image.pixelColor(column, 0)) {
            return false;
        }
    }
    return true;
}

} // namespace

BOOST_AUTO_TEST_SUITE(cost_charts)

BOOST_FIXTURE_TEST_CASE(break_even_is_marked_with_its_range, Cumulative)
{
    // 2,400 + 12 × 100 = 12 × 300 = 3,600
    BOOST_REQUIRE(page->breakEven().has_value());
    BOOST_TEST(page->breakEven()->text == QStringLiteral("12 months (10–15)"));
    BOOST_TEST(page->breakEven()->cost == 3600);
    BOOST_TEST(!page->apiBreakEven().has_value());
    BOOST_TEST(page->accessibleDescription().contains(QStringLiteral("12 months (10–15)")));
}

BOOST_FIXTURE_TEST_CASE(a_break_even_that_may_never_come_says_so, Cumulative)
{
    CostComparison unsure = sample::costComparison();
    unsure.breakEven.latest.reset();
    show(unsure);
    BOOST_TEST(page->breakEven()->text == QStringLiteral("12 months (from 10, perhaps never)"));
}

BOOST_FIXTURE_TEST_CASE(break_even_with_the_api_is_marked_where_it_is_drawn, Cumulative)
{
    CostComparison dear = sample::costComparison();
    dear.apiBreakEven = {2, Months(20), std::nullopt, std::nullopt, {}, {}};
    show(dear);
    BOOST_REQUIRE(page->apiBreakEven().has_value());
    BOOST_TEST(page->apiBreakEven()->text == QStringLiteral("API: 20 months"));
    BOOST_TEST(page->apiBreakEven()->cost == 4400); // 2,400 + 20 × 100
    show(dear, {0, 1});
    BOOST_TEST(!page->apiBreakEven().has_value());
    show(dear, {0, 2});
    BOOST_TEST(!page->breakEven().has_value());
}

BOOST_FIXTURE_TEST_CASE(months_are_read_out_by_keys_and_by_the_pointer, Cumulative)
{
    QSignalSpy months(page, &CostChart::monthPointedAt);
    const QString last = readByKey(Qt::Key_End);
    BOOST_TEST(months.back().front().toInt() == 36);
    BOOST_TEST(last.startsWith(QStringLiteral("Month 36: ")));
    BOOST_TEST(last.contains(QStringLiteral("$5,400")));  // 2,400 + 36 × 100 − 600
    BOOST_TEST(last.contains(QStringLiteral("$10,800"))); // 36 × 300
    BOOST_TEST(readByKey(Qt::Key_Left).startsWith(QStringLiteral("Month 35: ")));
    BOOST_TEST(readByKey(Qt::Key_Home).startsWith(QStringLiteral("Month 0: ")));
    BOOST_TEST(readAt(page->pixelOf(12, 3000)).startsWith(QStringLiteral("Month 12: ")));
    BOOST_TEST(months.back().front().toInt() == 12);
}

BOOST_FIXTURE_TEST_CASE(what_is_read_out_follows_the_comparison, Cumulative)
{
    BOOST_TEST(readByKey(Qt::Key_End).contains(QStringLiteral("$10,800")));
    CostComparison cheaper = sample::costComparison();
    for (CostScenario& scenario : cheaper.scenarios) {
        scenario.cumulative.resize(25);
    }
    QSignalSpy spy(page, &CostPlot::pointedAt);
    show(cheaper);
    BOOST_REQUIRE(!spy.isEmpty());
    BOOST_TEST(spy.back().front().toString().startsWith(QStringLiteral("Month 24: ")));
}

BOOST_FIXTURE_TEST_CASE(a_range_is_a_band_around_its_line, Cumulative)
{
    // In month 33 the cloud costs 9,900, between 8,910 and 10,890; at 7,500 there is nothing.
    const QColor empty = colorAt(page->pixelOf(33, 7500));
    BOOST_TEST(bool(colorAt(page->pixelOf(33, 10500)) != empty));
    BOOST_TEST(bool(colorAt(page->pixelOf(33, 9300)) != empty));
    BOOST_TEST(bool(colorAt(page->pixelOf(33, 11500)) == empty));
}

BOOST_FIXTURE_TEST_CASE(scenarios_that_do_not_exist_and_too_many_are_left_out, Cumulative)
{
    show(sample::costComparison(), {0, 1, 9});
    BOOST_TEST(page->lines().size() == 2U);
    show(sample::costComparison(), {0, 1, 2, 3, 1, 2});
    BOOST_TEST(page->lines().size() == kMostCostLines);
}

BOOST_AUTO_TEST_CASE(every_kind_has_a_colour_and_every_line_its_dashes)
{
    CostComparison comparison = sample::costComparison();
    comparison.scenarios[3].kind = ScenarioKind::Burst;
    for (const Theme& theme : {lightTheme(), darkTheme()}) {
        std::set<QRgb> colors;
        std::set<Qt::PenStyle> dashes;
        for (const std::size_t index : {0U, 1U, 2U, 3U}) {
            const QPen pen = costLinePen(comparison, {0, 1, 2, 3}, index, theme);
            colors.insert(pen.color().rgb());
            dashes.insert(pen.style());
        }
        BOOST_TEST(colors.size() == 4U);
        BOOST_TEST(dashes.size() == 4U);
        // Two of a kind are told apart, and the second doesn't take the colour of another kind.
        const QPen second = costLinePen(sample::costComparison(), {0, 1, 2, 3}, 3, theme);
        BOOST_TEST(!colors.contains(second.color().rgb()));
    }
}

BOOST_FIXTURE_TEST_CASE(bars_of_years_are_as_high_as_their_amounts, Years)
{
    // 2,400 + 1,200 in the first year, 1,200 in the second
    BOOST_TEST(page->barOf(0, 0).height() / page->barOf(1, 0).height() == 3.0,
               boost::test_tools::tolerance(0.001));
    BOOST_TEST(page->barOf(0, 1).height() / page->barOf(0, 0).height() == 1.0,
               boost::test_tools::tolerance(0.001));
    BOOST_TEST(page->barOf(0, 0).right() <= page->barOf(0, 1).left() + kPixel);
}

BOOST_FIXTURE_TEST_CASE(what_comes_back_hangs_below_zero, Years)
{
    const double zero = page->pixelOf(0, 0).y();
    const QRectF last = page->barOf(2, 0);
    BOOST_TEST((last.bottom() - zero) / (zero - last.top()) == 600.0 / 1200,
               boost::test_tools::tolerance(0.001));
    BOOST_TEST(page->barOf(2, 1).bottom() == zero, boost::test_tools::tolerance(0.001));
}

BOOST_FIXTURE_TEST_CASE(capital_is_filled_and_operating_is_not, Years)
{
    const QRectF bar = page->barOf(0, 0);
    const QColor full = costLinePen(sample::costComparison(), kDrawn, 0, lightTheme()).color();
    BOOST_TEST(bool(colorAt({bar.center().x(), page->pixelOf(0, 1200).y()}) == full));
    std::set<QRgb> hatched;
    for (int x = 4; x < 14; ++x) {
        hatched.insert(colorAt({bar.left() + x, page->pixelOf(0, 3000).y()}).rgb());
    }
    BOOST_TEST(hatched.size() > 1U);
    BOOST_TEST(page->legend().size() == kDrawn.size() + 2); // and what filled and hatched mean
}

BOOST_FIXTURE_TEST_CASE(bars_of_years_are_read_out, Years)
{
    const QString own =
        QStringLiteral("Own: RTX 3090 24 GB, year 1: $3,600, of it capital $2,400, operating $1,200");
    BOOST_TEST(readAt(page->barOf(0, 0).center()) == own);
    BOOST_TEST(readByKey(Qt::Key_Home).isEmpty()); // it is the one that is pointed at
    BOOST_TEST(readByKey(Qt::Key_Right).startsWith(QStringLiteral("Nimbus g1.large, year 1: $3,600")));
    BOOST_TEST(readByKey(Qt::Key_End).startsWith(QStringLiteral("Cumulus qwen-32b, year 3: $600")));
}

BOOST_FIXTURE_TEST_CASE(the_crossing_with_the_cloud_is_marked, Utilization)
{
    BOOST_REQUIRE(page->crossings().size() == 1U);
    BOOST_TEST(page->crossings()[0].text == QStringLiteral("cheaper than the cloud from 40 %"));
    BOOST_TEST(page->crossings()[0].cost == 2.5, boost::test_tools::tolerance(1e-6)); // 1 / 0.4
    BOOST_TEST(page->accessibleDescription().contains(QStringLiteral("never cheaper than the API")));
}

BOOST_FIXTURE_TEST_CASE(equal_ratios_of_cost_are_equally_far_apart, Utilization)
{
    const double from20to2 = page->pixelOfCost(0, 2).y() - page->pixelOfCost(0, 20).y();
    const double from5to05 = page->pixelOfCost(0, 0.5).y() - page->pixelOfCost(0, 5).y();
    BOOST_TEST(from20to2 > 0);
    BOOST_TEST(from20to2 == from5to05, boost::test_tools::tolerance(0.001));
}

BOOST_FIXTURE_TEST_CASE(places_of_the_curve_are_read_out, Utilization)
{
    BOOST_TEST(
        readByKey(Qt::Key_Home) ==
        QStringLiteral(
            "5 % in use: Own: RTX 3090 24 GB: $20.00; Nimbus g1.large: $2.50; Cumulus qwen-32b: $0.50"));
    BOOST_TEST(readAt(page->pixelOfCost(0.5, 1)).startsWith(QStringLiteral("50 % in use: ")));
}

BOOST_FIXTURE_TEST_CASE(without_a_curve_the_chart_says_why, Utilization)
{
    CostComparison unknown = sample::costComparison();
    unknown.curve = {};
    show(unknown);
    BOOST_TEST(page->legend().empty());
    BOOST_TEST(page->crossings().empty());
    std::set<QRgb> colors;
    const QImage image = page->viewport()->grab().toImage();
    for (int x = 0; x < image.width(); ++x) {
        for (int y = image.height() / 3; y < image.height() * 2 / 3; ++y) {
            colors.insert(image.pixel(x, y));
        }
    }
    BOOST_TEST(colors.size() > 2U); // the sentence
}

BOOST_FIXTURE_TEST_CASE(factors_stand_on_both_sides_of_what_is_assumed, Factors)
{
    BOOST_REQUIRE(page->barCount() == 4U);
    // Use reaches from −1,000 to 11,000 around 5,400; the price of the cloud from 2,160 to 5,400 alone.
    const double base = page->pixelOf(5400, 0).x();
    const QRectF use = page->barOf(0);
    BOOST_TEST((base - use.left()) / (use.right() - base) == 6400.0 / 5600,
               boost::test_tools::tolerance(0.001));
    BOOST_TEST(page->barOf(1).right() == base, boost::test_tools::tolerance(0.001));
    BOOST_TEST(page->barOf(1).top() > use.bottom());
}

BOOST_FIXTURE_TEST_CASE(factors_are_read_out_with_what_they_mean, Factors)
{
    const QString use = QStringLiteral(
        "Use, against Nimbus g1.large: at −50 % owning costs $1,000 more; at +50 % owning saves $11,000");
    BOOST_TEST(readAt(page->barOf(0).center()) == use);
    BOOST_TEST(
        readByKey(Qt::Key_End).startsWith(QStringLiteral("Electricity price, against Nimbus g1.large: ")));
}

BOOST_FIXTURE_TEST_CASE(at_most_eight_factors_are_drawn_and_fewer_where_it_is_low, Factors)
{
    CostComparison many = sample::costComparison();
    while (many.sensitivity.effects.size() < 11) {
        many.sensitivity.effects.push_back(many.sensitivity.effects.back());
    }
    show(many);
    BOOST_TEST(page->barCount() == TornadoChart::kMostBars);
    BOOST_TEST(page->figures().rows.size() == 11U); // the table has them all
    page->setFixedHeight(140);
    QApplication::processEvents();
    BOOST_TEST(page->barCount() < TornadoChart::kMostBars);
    BOOST_TEST(page->barCount() >= 3U);
}

BOOST_AUTO_TEST_CASE(nothing_touches_the_sides_of_a_chart)
{
    for (const QSize& size : {QSize(620, 300), QSize(300, 200)}) {
        forEachChart(size, [&](CostPlot& chart) {
            const QImage image = chart.viewport()->grab().toImage();
            BOOST_TEST(image.width() == size.width());
            BOOST_TEST(isPlain(image, image.width() - 1),
                       chart.title().toStdString() << " at " << size.width());
            BOOST_TEST(isPlain(image, 0), chart.title().toStdString() << " at " << size.width());
        });
    }
}

BOOST_AUTO_TEST_CASE(every_chart_has_a_name_a_description_and_its_figures)
{
    forEachChart({600, 300}, [](CostPlot& chart) {
        BOOST_TEST(chart.accessibleName() == chart.title());
        BOOST_TEST(!chart.accessibleDescription().isEmpty());
        BOOST_TEST(!chart.legend().empty());
        const FigureTable figures = chart.figures();
        BOOST_TEST(!figures.rows.empty());
        for (const QStringList& row : figures.rows) {
            BOOST_TEST(row.size() == figures.headers.size());
        }
    });
}

BOOST_AUTO_TEST_CASE(charts_without_anything_to_show_are_drawn)
{
    forEachChart({600, 300}, [](CostPlot& chart) {
        for (const auto& nothing :
             {std::shared_ptr<const CostComparison>(), std::make_shared<const CostComparison>()}) {
            chart.show(nothing, kDrawn);
            BOOST_TEST(!chart.grab().isNull());
            BOOST_TEST(chart.drawn().empty());
            QTest::keyClick(&chart, Qt::Key_End);
            QTest::mouseMove(chart.viewport(), QPoint(200, 100));
        }
        BOOST_TEST(chart.figures().title.isEmpty() == false);
    });
}

BOOST_AUTO_TEST_CASE(titles_follow_the_language)
{
    forEachChart({600, 300}, [](CostPlot& chart) {
        const HashLanguage language;
        QTest::qWait(0);
        BOOST_TEST(chart.title().startsWith(QLatin1Char('#')));
        BOOST_TEST(chart.accessibleName().startsWith(QLatin1Char('#')));
    });
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(cost_figures)

// Month 12: owning 2,400 + 1,200, of the running costs a tenth less or more; the cloud 12 × 300.
BOOST_AUTO_TEST_CASE(months_have_amounts_and_ranges)
{
    const FigureTable table = monthFigures(sample::costComparison(), {0, 1});
    BOOST_TEST(table.rows.size() == 37U);
    const QStringList expected{QStringLiteral("12"), QStringLiteral("$3,600"),
                               QStringLiteral("$3,480 to $3,720"), QStringLiteral("$3,600"),
                               QStringLiteral("$3,240 to $3,960")};
    BOOST_TEST(table.rows[12] == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(years_have_capital_and_operating)
{
    const FigureTable table = yearFigures(sample::costComparison(), {0, 1});
    const QStringList expected{QStringLiteral("3"),     QStringLiteral("Own: RTX 3090 24 GB"),
                               QStringLiteral("−$600"), QStringLiteral("$1,200"),
                               QStringLiteral("$600"),  QStringLiteral("$800")};
    BOOST_TEST(table.rows[4] == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(utilization_has_the_three_ways)
{
    const FigureTable table = utilizationFigures(sample::costComparison(), {0, 1});
    const QStringList expected{QStringLiteral("40 %"), QStringLiteral("$2.50"), QStringLiteral("$2.50"),
                               QStringLiteral("$0.50")};
    BOOST_TEST(table.rows[7] == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(factors_have_what_comes_of_both_ends_and_a_reason)
{
    const FigureTable table = sensitivityFigures(sample::costComparison(), {0, 1});
    const QStringList expected{QStringLiteral("Use"),      QStringLiteral("−50 %"),
                               QStringLiteral("−$1,000"),  QStringLiteral("+50 %"),
                               QStringLiteral("+$11,000"), QStringLiteral("The use is a guess")};
    BOOST_TEST(table.rows[0] == expected, boost::test_tools::per_element());
    BOOST_TEST(table.rows[2].back() == QStringLiteral("your own range"));
}

BOOST_AUTO_TEST_CASE(items_add_up_to_the_total)
{
    CostComparison made = sample::costComparison();
    const auto item = [](CostCategory category, int dollars) {
        return CostItem{category, {Money(dollars * 100LL, Currency::usd())}};
    };
    made.scenarios[0].items = {item(CostCategory::Hardware, 2400), item(CostCategory::Electricity, 3600),
                               item(CostCategory::ResidualValue, -600)};
    const FigureTable table = itemFigures(made, {0, 1});
    BOOST_REQUIRE(table.rows.size() == 4U);
    BOOST_TEST(table.rows[1][1] == QStringLiteral("−$600.00"));
    BOOST_TEST(table.rows[3][1] == QStringLiteral("$5,400.00"));
    BOOST_TEST(table.rows[0][2] == QStringLiteral("–"));
}

BOOST_AUTO_TEST_SUITE_END()
