// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs_page.h"

#include "ui/chart_legend.h"
#include "ui/cost_statement.h"
#include "ui/cost_table_model.h"
#include "ui/pages/cost_sample.h"
#include "ui/pages/costs_window.h"

#include <QAbstractItemModelTester>
#include <QSlider>

using namespace rigwright;

namespace {

constexpr int kCheckBox = 14; ///< pixels from the left of a cell to the middle of its box

/// The sample's catalog with a hosted API of the model, and an offer of a card that nobody knows.
std::shared_ptr<const Catalog> widerCatalog()
{
    Catalog catalog = *sample::catalog();
    ApiOffer api;
    api.id = "acme/r1-32b";
    api.provider = "Acme";
    api.providerModel = "r1-32b";
    api.modelName = "DeepSeek-R1-Distill-Qwen-32B";
    api.family = "Qwen2";
    api.model = ModelId("r1-distill-qwen-32b");
    api.input = MoneyRate(100'000, Currency::usd());
    api.output = MoneyRate(500'000, Currency::usd());
    api.context = 32768;
    api.source = "https://example.com/api";
    api.date = {2026, 9, 1};
    catalog.apiOffers = {api};
    CloudOffer unknown = catalog.cloudOffers.front();
    unknown.id = "mystery";
    unknown.provider = "Mystery";
    unknown.instance = "m1";
    unknown.gpuName = "Unheard-of 24 GB";
    unknown.accelerator = PartId();
    unknown.pricePerHour = MoneyRate(100'000, Currency::usd());
    catalog.cloudOffers.push_back(unknown);
    return std::make_shared<const Catalog>(std::move(catalog));
}

int rowOf(const QAbstractItemView& view, const QString& start)
{
    const QStringList names = columnOf(view, 0);
    for (int row = 0; row < names.size(); ++row) {
        if (names.at(row).startsWith(start)) {
            return row;
        }
    }
    BOOST_FAIL("no row " << start.toStdString());
    return -1;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(costs_page, CostsWindow)

BOOST_AUTO_TEST_CASE(the_break_even_is_marked_with_its_months)
{
    // 40 % of 730 h: 292 h a month at $1.00 are $292. The machine takes 530 W × 0.4 + 70 W × 0.6 = 254 W, 185.42 kWh a
    // month, at $0.18 $33.38. Its $1,934 are back after 1,934 / (292 − 33.3756) = 7.478 months.
    BOOST_REQUIRE(page->comparison()->breakEven.months.has_value());
    BOOST_TEST(page->comparison()->breakEven.months->value() == 7.478, boost::test_tools::tolerance(0.001));
    BOOST_REQUIRE(chart().breakEven().has_value());
    BOOST_TEST(chart().breakEven()->text.startsWith(QStringLiteral("7 months")));
    BOOST_TEST(chart().breakEven()->cost == 2183.6, boost::test_tools::tolerance(0.001)); // 7.478 × 292
    BOOST_TEST(statement().startsWith(QStringLiteral("Owning pays for itself after 7 months")));
    BOOST_TEST(statement().endsWith(QStringLiteral(", against Nimbus g1.large.")));
    BOOST_TEST(textOf("monthlyElectricity") == QStringLiteral("$33.38"));
    // 1,934 + 36 × 33.3756 and 36 × 292
    BOOST_TEST(textOf("costTotals") ==
               QStringLiteral("$1,934 at the start, $33.38 a month. Over 3 years $3,136; cloud $10,512."));
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
    BOOST_TEST(valueOf("hoursPerDay") == 24);
    BOOST_TEST(assumed().use.utilization == 1.0);
    setHours(12);
    BOOST_TEST(slider->value() == 120);
    BOOST_TEST(assumed().use.utilization == 0.5);
}

BOOST_AUTO_TEST_CASE(a_month_is_drawn_for_each_of_the_years)
{
    BOOST_TEST(chart().lines().front().byMonth.size() == 37);
    set("years", 10);
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
    BOOST_TEST(textOf("costTotals").startsWith(QStringLiteral("Month 36: Own: RTX 3090 24 GB: $3,136;")));
    press("costChart", Qt::Key_Home);
    BOOST_TEST(textOf("costTotals").startsWith(QStringLiteral("Month 0: Own: RTX 3090 24 GB: $1,934;")));
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
    BOOST_TEST(textOf("costsEmpty").contains(QStringLiteral("EUR")));
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
    const auto remarks = [this] { return page->findChild<QLabel*>(QStringLiteral("costCaveats"))->text(); };
    BOOST_TEST(!remarks().contains(QStringLiteral("Electricity is not counted")));
    set("electricityPrice", 0);
    BOOST_TEST(remarks().contains(QStringLiteral("Electricity is not counted")));
    BOOST_TEST(isVisible("costCaveats"));
    // Nobody sells at today's prices for ten years; two remarks wait behind a link.
    set("years", 10);
    BOOST_TEST(!isVisible("costCaveats"));
    press("costRemarks", Qt::Key_Space);
    BOOST_TEST(isVisible("costCaveats"));
}

BOOST_AUTO_TEST_CASE(nothing_is_compared_while_nobody_looks)
{
    page->hide();
    set("hoursPerDay", 18);
    BOOST_TEST(assumed().use.utilization == 0.4, boost::test_tools::tolerance(1e-9));
    page->show();
    settle();
    BOOST_TEST(assumed().use.utilization == 0.75);
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
    BOOST_TEST(chart().horizontalTitle().startsWith(QLatin1Char('#')));
    BOOST_TEST(textOf("costTotals").startsWith(QLatin1Char('#')));
    BOOST_TEST(textOf("costHint").startsWith(QLatin1Char('#')));
    BOOST_TEST(chart().breakEven()->text.startsWith(QLatin1Char('#')));
    for (int column = 0; column < CostTableModel::ColumnCount; ++column) {
        BOOST_TEST(
            table().model()->headerData(column, Qt::Horizontal).toString().startsWith(QLatin1Char('#')));
    }
}

BOOST_AUTO_TEST_CASE(a_hosted_api_is_compared_and_drawn)
{
    show(widerCatalog(), machine());
    // 292 h at 20 tokens/s are 21.024 M output tokens a month, with twice as many of prompts (512 for 256):
    // 42.048 × $0.10 + 21.024 × $0.50 = $14.7168, in 36 months $529.80.
    const int api = rowOf(table(), QStringLiteral("Acme"));
    BOOST_TEST(cellOf(table(), api, CostTableModel::Total) == QStringLiteral("$530"));
    BOOST_TEST(cellOf(table(), api, CostTableModel::PerHour) == QStringLiteral("–"));
    BOOST_TEST(cellOf(table(), api, CostTableModel::PaysAfter) == QStringLiteral("never"));
    BOOST_TEST(cellOf(table(), api, CostTableModel::Serves) == QStringLiteral("as needed"));
    BOOST_TEST(drawn().size() == 3);
    BOOST_TEST(textOf("costTotals").endsWith(QStringLiteral("cloud $10,512, API $530.")));
    BOOST_TEST(
        textOf("costHint").startsWith(QStringLiteral("At 9.6 hours a day the API is cheapest over 3 years")));
    // One line is left for the user's choice.
    clickCell(table(), rowOf(table(), QStringLiteral("Stratus")), CostTableModel::Offer,
              QPoint(kCheckBox, 0));
    clickCell(table(), rowOf(table(), QStringLiteral("Cirrus")), CostTableModel::Offer, QPoint(kCheckBox, 0));
    BOOST_TEST(drawn().size() == 4);
    BOOST_TEST(drawn().last() == QStringLiteral("Cirrus a24"));
}

BOOST_AUTO_TEST_CASE(an_offer_of_unknown_speed_is_marked_and_decides_nothing)
{
    show(widerCatalog(), machine());
    const int row = rowOf(table(), QStringLiteral("Mystery"));
    const QModelIndex serves = table().model()->index(row, CostTableModel::Serves);
    const auto tags = serves.data(kTagsRole).value<CellTags>();
    BOOST_REQUIRE(tags.size() == 1);
    BOOST_TEST((tags.front().kind == TagKind::Unknown));
    BOOST_TEST(serves.data(Qt::ToolTipRole).toString().contains(QStringLiteral("never compared")));
    BOOST_TEST(cellOf(table(), row, CostTableModel::PaysAfter) == QStringLiteral("–"));
    // $0.10 an hour would never be paid back.
    BOOST_TEST(statement().endsWith(QStringLiteral("against Nimbus g1.large.")));
}

BOOST_AUTO_TEST_CASE(every_offer_says_when_owning_has_cost_no_more)
{
    // 1,934 / (292 × 1.30 − 33.3756) = 5.58 and 1,934 / (292 × 1.50 − 33.3756) = 4.78 months
    BOOST_TEST(cellOf(table(), rowOf(table(), QStringLiteral("Own")), CostTableModel::PaysAfter) ==
               QStringLiteral("–"));
    BOOST_TEST(cellOf(table(), rowOf(table(), QStringLiteral("Cirrus")), CostTableModel::PaysAfter) ==
               QStringLiteral("6 months"));
    BOOST_TEST(cellOf(table(), rowOf(table(), QStringLiteral("Cumulus")), CostTableModel::PaysAfter) ==
               QStringLiteral("5 months"));
    BOOST_TEST(cellOf(table(), rowOf(table(), QStringLiteral("Nimbus")), CostTableModel::PerGpuHour) ==
               QStringLiteral("$1.00"));
    BOOST_TEST(cellOf(table(), rowOf(table(), QStringLiteral("Nimbus")), CostTableModel::Instances) ==
               QStringLiteral("1"));
}

BOOST_AUTO_TEST_CASE(where_the_machine_does_not_carry_the_peak_the_clouds_help_is_shown_and_drawn)
{
    click("useUsers");
    // 1,000 × 20 requests in 8 hours are 2,500 an hour; the machine answers 20 / 256 a second, 281 an hour.
    set("users", 1000);
    const int own = rowOf(table(), QStringLiteral("Own: "));
    const QModelIndex serves = table().model()->index(own, CostTableModel::Serves);
    const auto tags = serves.data(kTagsRole).value<CellTags>();
    BOOST_REQUIRE(tags.size() == 1);
    BOOST_TEST((tags.front().kind == TagKind::Warning));
    BOOST_TEST(serves.data(Qt::ToolTipRole).toString().contains(QStringLiteral("more come at the peak")));
    const int burst = rowOf(table(), QStringLiteral("Own, at the peak also "));
    BOOST_TEST(table().model()->index(burst, 0).data(Qt::CheckStateRole).toInt() ==
               static_cast<int>(Qt::Checked));
    BOOST_TEST(drawn().size() >= 2);
    BOOST_TEST(
        page->findChild<QLabel*>(QStringLiteral("costCaveats"))->text().contains(QStringLiteral("answer")));
}

BOOST_AUTO_TEST_CASE(the_chosen_offer_stays_chosen_while_a_slider_reorders_them)
{
    clickCell(table(), rowOf(table(), QStringLiteral("Nimbus")), CostTableModel::Total);
    const auto chosen = [this] { return table().currentIndex().siblingAtColumn(0).data().toString(); };
    BOOST_TEST(chosen() == QStringLiteral("Nimbus g1.large"));
    // Without any use all totals are nothing, and the price per hour orders the offers.
    setHours(0);
    BOOST_TEST(chosen() == QStringLiteral("Nimbus g1.large"));
    setHours(24);
    BOOST_TEST(chosen() == QStringLiteral("Nimbus g1.large"));
}

BOOST_AUTO_TEST_CASE(the_last_answer_stays_while_another_machine_is_timed)
{
    const auto before = page->comparison();
    page->showBuild(sample::catalog(), machine(), sample::requirement());
    BOOST_TEST(page->isComparing());
    BOOST_TEST((page->comparison() == before));
    BOOST_TEST(isVisible("costChart"));
    settle();
    BOOST_TEST((page->comparison() != before));
}

BOOST_AUTO_TEST_CASE(the_statement_has_the_range_around_the_break_even)
{
    const CostComparison comparison = sample::costComparison();
    BOOST_TEST(breakEvenSentence(comparison)
                   .startsWith(QStringLiteral("Owning pays for itself after 12 months (10–15), against ")));
    CostComparison perhaps = comparison;
    perhaps.breakEven.latest.reset();
    BOOST_TEST(breakEvenSentence(perhaps).contains(QStringLiteral("perhaps never")));
    CostComparison never = comparison;
    never.breakEven.months.reset();
    never.breakEven.noneReason = "it is too dear";
    never.breakEven.earliest = Months(30);
    BOOST_TEST(
        breakEvenSentence(never) ==
        QStringLiteral("Owning does not pay for itself: it is too dear. At best it does after 30 months."));
}

BOOST_AUTO_TEST_CASE(charts_are_switched_by_mouse_and_keyboard)
{
    click("chartByYear");
    BOOST_TEST(isVisible("yearChart"));
    BOOST_TEST(!isVisible("costChart"));
    click("chartByUse");
    BOOST_TEST(isVisible("utilizationChart"));
    press("chartWhatMatters", Qt::Key_Space);
    BOOST_TEST(isVisible("largeTornadoChart"));
    BOOST_TEST(isVisible("tornadoChart"));
    press("chartOverTime", Qt::Key_Space);
    BOOST_TEST(isVisible("costChart"));
    // A chart that was not seen follows when it is looked at.
    set("years", 5);
    click("chartByYear");
    click("showFigures");
    BOOST_TEST(find<TableView>("costFigureTable")->model()->rowCount() >= 5);
}

BOOST_AUTO_TEST_CASE(many_changes_between_two_frames_make_one_comparison)
{
    const auto before = page->comparison();
    auto* slider = find<QSlider>("hoursSlider");
    for (int tenths = 100; tenths < 140; ++tenths) {
        slider->setValue(tenths);
        BOOST_TEST((page->comparison() == before));
    }
    settle();
    BOOST_TEST(assumed().use.utilization == 13.9 / 24, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(the_model_keeps_the_rules_of_item_models)
{
    CostTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setComparison(page->comparison(), nullptr);
    BOOST_TEST(model.rowCount() == 5);
    BOOST_TEST(model.setData(model.index(3, 0), Qt::Checked, Qt::CheckStateRole));
    BOOST_TEST(!model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    BOOST_TEST(!model.setData(model.index(3, 1), Qt::Checked, Qt::CheckStateRole));
    model.retranslate();
    model.setComparison(nullptr, nullptr);
    BOOST_TEST(model.rowCount() == 0);
    BOOST_TEST(model.drawnRows().empty());
}

BOOST_AUTO_TEST_SUITE_END()
