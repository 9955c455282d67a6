// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builds_page.h"

#include "builds/recommend.h"
#include "ui/build_filter.h"
#include "ui/build_table_model.h"
#include "ui/exclusion_table_model.h"
#include "ui/pages/page_window.h"
#include "ui/pages/sample.h"
#include "ui/price_speed_chart.h"
#include "ui/table_header.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <limits>

using namespace rigwright;

namespace {

struct Fixture : PageWindow<BuildsPage> {
    Fixture() { show(sample::searchResult()); }

    void show(std::shared_ptr<const SearchResult> result) const
    {
        page->showResult(sample::catalog(), std::move(result), sample::requirement());
    }
    [[nodiscard]] TableView& table() const { return *find<TableView>("buildTable"); }
    [[nodiscard]] PriceSpeedChart& chart() const { return *find<PriceSpeedChart>("priceSpeedChart"); }
    [[nodiscard]] std::string selected() const
    {
        const auto build = page->selectedBuild();
        return build == nullptr ? "" : build->id;
    }
    [[nodiscard]] QString total() const { return find<QLabel>("machineTotal")->text(); }
    void clickHead(int column) const
    {
        auto* head = table().horizontalHeader();
        const QPoint at(head->sectionViewportPosition(column) + head->sectionSize(column) / 2,
                        head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
    }
    void clickPoint(const char* id) const
    {
        const QPointF at = chart().pixelOfPoint(QString::fromLatin1(id));
        QTest::mouseClick(chart().viewport(), Qt::LeftButton, {}, chart().mapFromScene(at));
    }
    [[nodiscard]] QStringList machines() const { return columnOf(table(), BuildTableModel::Machine); }
};

/// Everything that a part of the page says about its machine.
QString wordsIn(const QWidget& root)
{
    QStringList words;
    for (const auto* label : root.findChildren<QLabel*>()) {
        words.append(label->text());
    }
    return words.join(QLatin1Char('|'));
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(builds_page, Fixture)

BOOST_AUTO_TEST_CASE(the_recommended_machine_is_selected_first)
{
    const std::string recommended = recommendedBuild(*sample::searchResult())->id;
    BOOST_TEST(selected() == recommended);
    BOOST_TEST(table().currentIndex().data(kIdRole).toString().toStdString() == recommended);
    BOOST_TEST(chart().selected().toStdString() == recommended);
}

BOOST_AUTO_TEST_CASE(a_click_on_a_row_selects_its_machine_everywhere)
{
    clickCell(table(), 0, BuildTableModel::Price);
    const QSignalSpy spy(page, &BuildsPage::buildSelected);
    clickCell(table(), 1, BuildTableModel::Price);
    BOOST_TEST(selected() == "one");
    BOOST_REQUIRE(spy.count() == 1);
    BOOST_TEST(spy.at(0).at(0).toString() == QStringLiteral("one"));
    BOOST_TEST(chart().selected() == QStringLiteral("one"));
    BOOST_TEST(total() == QStringLiteral("$1,934")); // 1,075 and 859
}

BOOST_AUTO_TEST_CASE(the_down_key_selects_the_next_machine)
{
    clickCell(table(), 0, BuildTableModel::Machine);
    press("buildTable", Qt::Key_Down);
    BOOST_TEST(selected() == "one");
}

BOOST_AUTO_TEST_CASE(a_click_on_a_point_selects_its_row)
{
    clickPoint("two");
    BOOST_TEST(selected() == "two");
    BOOST_TEST(table().currentIndex().row() == 4);
    BOOST_TEST(total() == QStringLiteral("$2,793")); // 1,075 and 2 × 859
}

BOOST_AUTO_TEST_CASE(the_arrow_keys_go_from_point_to_point)
{
    clickPoint("host");
    press("priceSpeedChart", Qt::Key_Right);
    BOOST_TEST(selected() == "one");
    press("priceSpeedChart", Qt::Key_End);
    BOOST_TEST(selected() == "two");
    press("priceSpeedChart", Qt::Key_Left);
    BOOST_TEST(selected() == "odd"); // the machine of unknown speed has no point
}

BOOST_AUTO_TEST_CASE(the_selection_stays_while_its_machine_is_there)
{
    clickCell(table(), 4, BuildTableModel::Machine);
    show(sample::searchResult());
    BOOST_TEST(selected() == "two");
    BOOST_TEST(table().currentIndex().row() == 4);

    auto without = std::make_shared<SearchResult>(*sample::searchResult());
    without->builds.pop_back();
    show(without);
    BOOST_TEST(selected() == recommendedBuild(*without)->id);
}

BOOST_AUTO_TEST_CASE(the_details_name_parts_prices_and_findings)
{
    clickCell(table(), 1, BuildTableModel::Machine);
    const QString words = wordsIn(*find("selectedMachine"));
    BOOST_TEST(words.contains(QStringLiteral("GeForce RTX 3090 24 GB")));
    BOOST_TEST(words.contains(QStringLiteral("$859")));
    BOOST_TEST(words.contains(QStringLiteral("The power supply has 8 % left at full load")));
    BOOST_TEST(find<QPushButton>("showFindings")->text().contains(QStringLiteral("3")));
}

// Prices are of 2026-08-18, that of the power supply of 2026-01-05; the day is 2026-09-29.
BOOST_AUTO_TEST_CASE(the_details_say_where_each_price_is_from_and_how_old_it_is)
{
    clickCell(table(), 1, BuildTableModel::Machine);
    const QString words = wordsIn(*find("selectedMachine"));
    BOOST_TEST(
        words.contains(priceKindText(PriceKind::Street) + QStringLiteral(", 2026-08-18, 42 days old")));
    BOOST_TEST(words.contains(priceKindText(PriceKind::Msrp) + QStringLiteral(", 2026-01-05, 8 months old")));
    BOOST_TEST(words.contains(priceKindText(PriceKind::Estimate)));
}

BOOST_AUTO_TEST_CASE(speed_sorts_by_its_value_and_unknown_ones_come_last)
{
    clickHead(BuildTableModel::Speed);
    if (table().horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder) {
        clickHead(BuildTableModel::Speed);
    }
    // 46, 31, 12 and 2.1 tokens/s, then the one without a figure.
    const QStringList expected{QStringLiteral("2 × RTX 3090 24 GB"), QStringLiteral("RTX 3090 24 GB"),
                               QStringLiteral("Arc Pro B60 24 GB"), QStringLiteral("Ryzen 5 7600, 32 GB"),
                               QStringLiteral("Prototype 24 GB")};
    BOOST_TEST(machines() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_head_sorts_by_keyboard)
{
    auto* head = qobject_cast<TableHeader*>(table().horizontalHeader());
    BOOST_REQUIRE(head != nullptr);
    head->setFocus();
    for (int column = 0; column < BuildTableModel::Power; ++column) {
        QTest::keyClick(head, Qt::Key_Right);
    }
    QTest::keyClick(head, Qt::Key_Space);
    // 140, 300, 410, 530 and 930 watts.
    BOOST_TEST(machines().first() == QStringLiteral("Ryzen 5 7600, 32 GB"));
    BOOST_TEST(machines().at(1) == QStringLiteral("Prototype 24 GB"));
    QTest::keyClick(head, Qt::Key_Space);
    BOOST_TEST(machines().first() == QStringLiteral("2 × RTX 3090 24 GB"));
}

BOOST_AUTO_TEST_CASE(the_filter_looks_for_every_word_in_machines_and_parts)
{
    QTest::keyClicks(find("buildFilter"), QStringLiteral("3090 24"));
    BOOST_TEST(machines().size() == 4); // by the card among their parts
    find<QLineEdit>("buildFilter")->clear();
    QTest::keyClicks(find("buildFilter"), QStringLiteral("arc B60"));
    BOOST_TEST(machines().size() == 1);
}

BOOST_AUTO_TEST_CASE(the_filter_does_not_change_the_selection)
{
    clickCell(table(), 1, BuildTableModel::Machine);
    QTest::keyClicks(find("buildFilter"), QStringLiteral("prototype"));
    BOOST_TEST(machines().size() == 1);
    BOOST_TEST(selected() == "one");
    find<QLineEdit>("buildFilter")->clear();
    BOOST_TEST(table().selectionModel()->isRowSelected(1));
}

BOOST_AUTO_TEST_CASE(front_only_leaves_the_front)
{
    find<QCheckBox>("frontOnly")->click();
    BOOST_TEST(machines().size() == 3);
}

BOOST_AUTO_TEST_CASE(the_front_is_marked_by_shape_and_word_as_well_as_colour)
{
    const QModelIndex front = table().model()->index(1, BuildTableModel::Machine);
    const QModelIndex beside = table().model()->index(2, BuildTableModel::Machine);
    BOOST_TEST(front.data(kMarkRole).toInt() == static_cast<int>(CellMark::Filled));
    BOOST_TEST(beside.data(kMarkRole).toInt() == static_cast<int>(CellMark::Hollow));
    BOOST_TEST(front.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("front")));
}

BOOST_AUTO_TEST_CASE(findings_are_counted_in_tags)
{
    const QModelIndex cell = table().model()->index(1, BuildTableModel::Findings);
    const CellTags expected{{TagKind::Warning, QStringLiteral("2")}, {TagKind::Unknown, QStringLiteral("1")}};
    BOOST_TEST((cell.data(kTagsRole).value<CellTags>() == expected));
    const QModelIndex none = table().model()->index(0, BuildTableModel::Findings);
    BOOST_TEST((none.data(kTagsRole).value<CellTags>() == CellTags{{TagKind::Good, {}}}));
}

BOOST_AUTO_TEST_CASE(why_not_others_shows_the_reasons_and_the_nearest_machine)
{
    clickCell(table(), 0, BuildTableModel::Machine);
    click("showExclusions");
    auto* reasons = find<TableView>("exclusionTable");
    // A reason with a nearest machine stands first, though it left out fewer.
    BOOST_TEST(cellOf(*reasons, 0, ExclusionTableModel::Nearest) == QStringLiteral("4 × RTX 3090 24 GB"));
    BOOST_TEST(cellOf(*reasons, 1, ExclusionTableModel::Reason) ==
               QStringLiteral("The model does not fit in the memory"));
    BOOST_TEST(cellOf(*reasons, 1, ExclusionTableModel::Count) == QStringLiteral("1,800"));
    const QModelIndex nearest = reasons->model()->index(0, ExclusionTableModel::Nearest);
    BOOST_TEST(nearest.data(kNoteRole).toString() == QStringLiteral("$4,511"));
    BOOST_TEST(total() == QStringLiteral("$4,511")); // 1,075 and 4 × 859
    const QString words = wordsIn(*find("selectedMachine"));
    BOOST_TEST(words.contains(QStringLiteral("costs $4,511, $1,511 over the budget")));
    BOOST_TEST(selected() == "host");
    click("showMachines");
    BOOST_TEST(total() == QStringLiteral("$1,075"));
}

BOOST_AUTO_TEST_CASE(an_empty_result_gives_the_reasons)
{
    show(sample::emptyResult());
    BOOST_TEST(page->selectedBuild() == nullptr);
    BOOST_TEST(find<QLabel>("buildsEmptyTitle")->text() ==
               QStringLiteral("No machine meets the requirement"));
    BOOST_TEST(find<QLabel>("buildsEmptyText")->text().contains(QStringLiteral("1,831")));
    BOOST_TEST(isVisible("exclusionTable"));
    show(sample::searchResult());
    BOOST_TEST(isVisible("buildTable"));
    BOOST_TEST(isVisible("priceSpeedChart"));
}

BOOST_AUTO_TEST_CASE(the_budget_is_drawn_only_where_it_does_not_squeeze_the_points)
{
    BOOST_TEST(chart().budgetIsShown());
    Requirement rich = sample::requirement();
    rich.budget = Money(20'000'000, Currency::usd());
    page->showResult(sample::catalog(), sample::searchResult(), rich);
    BOOST_TEST(!chart().budgetIsShown());
}

BOOST_AUTO_TEST_CASE(a_point_that_is_no_number_is_left_out)
{
    PricePoint bad;
    bad.id = QStringLiteral("bad");
    bad.price = std::numeric_limits<double>::quiet_NaN();
    chart().setPoints({bad}, std::nullopt, QStringLiteral("$"));
    BOOST_TEST(chart().points().empty());
}

BOOST_AUTO_TEST_CASE(serving_is_judged_by_the_speed_of_all_users)
{
    EvaluatedBuild build = sample::machine({"one", "One", 1, 859, 31, 530, true, {}});
    build.speed->total.mid = TokensPerSecond(400);
    Workload workload;
    BOOST_TEST(headlineSpeed(build, workload)->mid.value() == 31);
    workload.kind = WorkloadKind::Serve;
    BOOST_TEST(headlineSpeed(build, workload)->mid.value() == 400);
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
    BOOST_TEST(chart().verticalTitle() == QStringLiteral("tokens/s"));
    const HashLanguage language;
    QTest::qWait(0);
    BOOST_TEST(chart().verticalTitle() == QStringLiteral("#tokens/s"));
    BOOST_TEST(find<QPushButton>("showMachines")->text() == QStringLiteral("#Machines"));
    const auto head = [this](int column) {
        return table().model()->headerData(column, Qt::Horizontal).toString();
    };
    for (int column = 0; column < BuildTableModel::ColumnCount; ++column) {
        BOOST_TEST(head(column).startsWith(QLatin1Char('#')));
    }
    BOOST_TEST(cellOf(table(), 3, BuildTableModel::Speed) == QStringLiteral("#unknown"));
    BOOST_TEST(wordsIn(*find("selectedMachine")).contains(QStringLiteral("#Total")));
}

BOOST_AUTO_TEST_CASE(the_chart_follows_the_theme)
{
    const auto corner = [this] { return chart().grab().toImage().pixelColor(1, chart().height() - 2); };
    BOOST_TEST((corner() == lightTheme().card));
    applyAppearance(*qApp, Appearance::Dark, QApplication::palette());
    BOOST_TEST((corner() == darkTheme().card));
    applyAppearance(*qApp, Appearance::Light, QApplication::palette());
}

BOOST_AUTO_TEST_CASE(the_models_keep_the_rules_of_item_models)
{
    BuildTableModel machines;
    ExclusionTableModel exclusions;
    BuildFilter filter;
    filter.setSourceModel(&machines);
    using Mode = QAbstractItemModelTester::FailureReportingMode;
    const QAbstractItemModelTester first(&machines, Mode::Fatal);
    const QAbstractItemModelTester second(&exclusions, Mode::Fatal);
    const QAbstractItemModelTester third(&filter, Mode::Fatal);
    machines.setResult(sample::searchResult(), sample::requirement().workload);
    exclusions.setResult(sample::catalog(), sample::searchResult());
    filter.setWords(QStringLiteral("3090"));
    machines.retranslate();
    exclusions.retranslate();
    machines.setResult(nullptr, {});
    exclusions.setResult(nullptr, nullptr);
    BOOST_TEST(filter.rowCount() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
