// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs_page.h"

#include "ui/chart_legend.h"
#include "ui/cost_chart.h"
#include "ui/cost_table_model.h"
#include "ui/fields.h"
#include "ui/pages/page_window.h"
#include "ui/pages/sample.h"
#include "ui/table_view.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSlider>

using namespace rigwright;

namespace {

constexpr int kCheckBox = 14; ///< pixels from the left of a cell to the middle of its box

struct Fixture : PageWindow<CostsPage> {
    Fixture() { show(machine()); }

    [[nodiscard]] static std::shared_ptr<const EvaluatedBuild> machine()
    {
        return std::make_shared<const EvaluatedBuild>(
            sample::machine({"one", "RTX 3090 24 GB", 1, 859, 31, 530, true, {}}));
    }
    void show(std::shared_ptr<const EvaluatedBuild> build) const
    {
        page->showBuild(sample::catalog(), std::move(build), sample::requirement());
        settle();
    }
    void settle() const
    {
        BOOST_REQUIRE(QTest::qWaitFor([this] { return !page->isComparing(); }));
    }
    [[nodiscard]] CostChart& chart() const { return *find<CostChart>("costChart"); }
    [[nodiscard]] TableView& table() const { return *find<TableView>("costTable"); }
    [[nodiscard]] QString statement() const { return find<QLabel>("breakEvenStatement")->text(); }
    void setHours(double hours) const
    {
        find<DecimalField>("hoursPerDay")->setValue(hours);
        settle();
    }
    [[nodiscard]] QStringList drawn() const
    {
        QStringList names;
        for (const CostLine& line : chart().lines()) {
            names.append(line.name);
        }
        return names;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(costs_page, Fixture)

BOOST_AUTO_TEST_CASE(the_break_even_is_marked_with_its_months)
{
    // 40 % of 730 h: 292 h a month at $1.00 are $292. The machine takes 530 W × 0.4 + 70 W × 0.6 = 254 W, 185.42 kWh a
    // month, at $0.18 $33.38. Its $1,934 are back after 1,934 / (292 − 33.3756) = 7.478 months.
    BOOST_REQUIRE(page->comparison()->breakEven.months.has_value());
    BOOST_TEST(page->comparison()->breakEven.months->value() == 7.478, boost::test_tools::tolerance(0.001));
    BOOST_REQUIRE(chart().breakEven().has_value());
    BOOST_TEST(chart().breakEven()->text == QStringLiteral("7 months"));
    BOOST_TEST(chart().breakEven()->cost == 2183.6, boost::test_tools::tolerance(0.001)); // 7.478 × 292
    BOOST_TEST(statement() ==
               QStringLiteral("Owning pays for itself after 7 months, against Nimbus g1.large."));
    BOOST_TEST(find<QLabel>("monthlyElectricity")->text() == QStringLiteral("$33.38"));
}

BOOST_AUTO_TEST_CASE(little_use_has_no_break_even_and_says_why)
{
    setHours(1); // 30.4 h a month: $30.42 in the cloud, $1,934 for the machine
    BOOST_TEST(!chart().breakEven().has_value());
    BOOST_TEST(statement().startsWith(QStringLiteral("Owning does not pay for itself: ")));
    BOOST_TEST(statement().contains(QStringLiteral("Nimbus g1.large")));
}

BOOST_AUTO_TEST_CASE(the_slider_and_the_field_are_one_value)
{
    auto* slider = find<QSlider>("hoursSlider");
    BOOST_TEST(slider->value() == 96); // 9.6 h
    press("hoursSlider", Qt::Key_End);
    settle();
    BOOST_TEST(find<DecimalField>("hoursPerDay")->value() == 24);
    BOOST_TEST(page->comparison()->assumptions.use.utilization == 1.0);
    setHours(12);
    BOOST_TEST(slider->value() == 120);
    BOOST_TEST(page->comparison()->assumptions.use.utilization == 0.5);
}

BOOST_AUTO_TEST_CASE(a_month_is_drawn_for_each_of_the_years)
{
    BOOST_TEST(chart().lines().front().byMonth.size() == 37);
    find<NumberField>("years")->setValue(10);
    settle();
    BOOST_TEST(chart().lines().front().byMonth.size() == 121);
}

BOOST_AUTO_TEST_CASE(owning_stands_first_then_offers_from_the_cheapest)
{
    const QStringList expected{QStringLiteral("Own: RTX 3090 24 GB"), QStringLiteral("Stratus gpu-24, spot"),
                               QStringLiteral("Nimbus g1.large"), QStringLiteral("Cirrus a24"),
                               QStringLiteral("Cumulus c24")};
    BOOST_TEST(columnOf(table(), CostTableModel::Offer) == expected, boost::test_tools::per_element());
    BOOST_TEST(cellOf(table(), 2, CostTableModel::PerHour) == QStringLiteral("$1.00"));
    BOOST_TEST(cellOf(table(), 2, CostTableModel::Total) == QStringLiteral("$10,512")); // 292 × 36
}

BOOST_AUTO_TEST_CASE(columns_sort_by_amount)
{
    table().sortByColumn(CostTableModel::PerHour, Qt::DescendingOrder);
    const QStringList prices = columnOf(table(), CostTableModel::PerHour);
    const QStringList expected{QStringLiteral("–"), QStringLiteral("$1.50"), QStringLiteral("$1.30"),
                               QStringLiteral("$1.00"), QStringLiteral("$0.69")};
    BOOST_TEST(prices == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(owning_and_the_cheapest_on_demand_offer_are_always_drawn)
{
    const QStringList expected{QStringLiteral("Own: RTX 3090 24 GB"), QStringLiteral("Nimbus g1.large")};
    BOOST_TEST(drawn() == expected, boost::test_tools::per_element());
    clickCell(table(), 0, CostTableModel::Offer, QPoint(kCheckBox, 0));
    clickCell(table(), 2, CostTableModel::Offer, QPoint(kCheckBox, 0));
    BOOST_TEST(drawn() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(two_more_offers_can_be_drawn_and_a_third_takes_the_place_of_the_first)
{
    clickCell(table(), 1, CostTableModel::Offer, QPoint(kCheckBox, 0));
    BOOST_TEST(drawn().last() == QStringLiteral("Stratus gpu-24, spot"));
    clickCell(table(), 3, CostTableModel::Offer, QPoint(kCheckBox, 0));
    BOOST_TEST(drawn().size() == 4);
    clickCell(table(), 4, CostTableModel::Offer, QPoint(kCheckBox, 0));
    BOOST_TEST(drawn().size() == 4);
    BOOST_TEST(!drawn().contains(QStringLiteral("Stratus gpu-24, spot")));
    setHours(20);
    BOOST_TEST(drawn().contains(QStringLiteral("Cumulus c24")));
    BOOST_TEST(find<ChartLegend>("costLegend")->entries().size() == 4);
}

BOOST_AUTO_TEST_CASE(the_space_bar_draws_the_row_it_is_on)
{
    clickCell(table(), 3, CostTableModel::Total);
    press("costTable", Qt::Key_Space);
    BOOST_TEST(drawn().last() == QStringLiteral("Cirrus a24"));
    press("costTable", Qt::Key_Space);
    BOOST_TEST(drawn().size() == 2);
}

BOOST_AUTO_TEST_CASE(the_arrow_keys_read_out_a_month)
{
    press("costChart", Qt::Key_End);
    // $1,934 and 36 × $33.3756 are $3,135.52.
    BOOST_TEST(find<ChartLegend>("costLegend")->entries().front().text.endsWith(QStringLiteral("$3,136")));
    press("costChart", Qt::Key_Home);
    BOOST_TEST(find<ChartLegend>("costLegend")->entries().front().text.endsWith(QStringLiteral("$1,934")));
}

BOOST_AUTO_TEST_CASE(without_a_machine_the_page_says_what_would_be_here)
{
    show(nullptr);
    BOOST_TEST(page->comparison() == nullptr);
    BOOST_TEST(isVisible("costsEmpty"));
    BOOST_TEST(!isVisible("costChart"));
    show(machine());
    BOOST_TEST(isVisible("costChart"));
}

BOOST_AUTO_TEST_CASE(a_currency_without_a_rate_is_an_error_in_words)
{
    Requirement foreign = sample::requirement();
    foreign.budget = Money(100'000, *Currency::parse("EUR"));
    page->showBuild(sample::catalog(), machine(), foreign);
    settle();
    BOOST_TEST(find<QLabel>("costsEmpty")->text().contains(QStringLiteral("EUR")));
}

BOOST_AUTO_TEST_CASE(another_currency_starts_with_its_own_tariff)
{
    BOOST_TEST(find<DecimalField>("electricityPrice")->value() == 0.18);
    find<DecimalField>("electricityPrice")->setValue(0.25);
    show(machine());
    BOOST_TEST(find<DecimalField>("electricityPrice")->value() == 0.25); // what the user typed stays
    Requirement chinese = sample::requirement();
    chinese.budget = Money(2'100'000, *Currency::parse("CNY"));
    page->showBuild(sample::catalog(), machine(), chinese);
    settle();
    // $0.08 at 7 yuan a dollar
    BOOST_TEST(find<DecimalField>("electricityPrice")->value() == 0.56, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(electricity_without_a_price_is_said_to_be_left_out)
{
    BOOST_TEST(!isVisible("costCaveats"));
    find<DecimalField>("electricityPrice")->setValue(0);
    settle();
    BOOST_TEST(find<QLabel>("costCaveats")->text().contains(QStringLiteral("Electricity is not counted")));
}

BOOST_AUTO_TEST_CASE(nothing_is_compared_while_nobody_looks)
{
    page->hide();
    page->findChild<DecimalField*>(QStringLiteral("hoursPerDay"))->setValue(18);
    settle();
    BOOST_TEST(page->comparison()->assumptions.use.utilization == 0.4, boost::test_tools::tolerance(1e-9));
    page->show();
    settle();
    BOOST_TEST(page->comparison()->assumptions.use.utilization == 0.75);
}

BOOST_AUTO_TEST_CASE(no_text_is_cut)
{
    // A scroll bar that appears takes a second round of the layout.
    (void)QTest::qWaitFor([this] { return cutTexts(*page).isEmpty(); });
    BOOST_TEST(cutTexts(*page).join(QLatin1Char('|')).toStdString() == "");
    BOOST_TEST(cutCells(table()).join(QLatin1Char('|')).toStdString() == "");
}

BOOST_AUTO_TEST_CASE(every_text_follows_the_language)
{
    const HashLanguage language;
    QTest::qWait(0);
    BOOST_TEST(statement().startsWith(QLatin1Char('#')));
    BOOST_TEST(chart().horizontalTitle() == QStringLiteral("#months"));
    BOOST_TEST(chart().breakEven()->text.startsWith(QLatin1Char('#')));
    for (int column = 0; column < CostTableModel::ColumnCount; ++column) {
        BOOST_TEST(
            table().model()->headerData(column, Qt::Horizontal).toString().startsWith(QLatin1Char('#')));
    }
}

BOOST_AUTO_TEST_CASE(the_model_keeps_the_rules_of_item_models)
{
    CostTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setComparison(page->comparison(), machine()->hardware);
    BOOST_TEST(model.setData(model.index(3, 0), Qt::Checked, Qt::CheckStateRole));
    BOOST_TEST(!model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    BOOST_TEST(!model.setData(model.index(3, 1), Qt::Checked, Qt::CheckStateRole));
    model.retranslate();
    model.setComparison(nullptr, {});
    BOOST_TEST(model.rowCount() == 0);
    BOOST_TEST(model.drawnRows().empty());
}

BOOST_AUTO_TEST_SUITE_END()
