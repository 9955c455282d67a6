// SPDX-License-Identifier: GPL-3.0-or-later
// What lies below the charts of costs: figures, the user's cases, and sources.
#include "ui/cell_delegate.h"
#include "ui/cost_cases_model.h"
#include "ui/cost_sources_model.h"
#include "ui/figure_table_model.h"
#include "ui/pages/cost_sample.h"
#include "ui/pages/costs_window.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

using namespace rigwright;

namespace {

struct CasesFixture : CostsWindow {
    CasesFixture()
    {
        page->openCases(file());
        click("showCases");
    }
    [[nodiscard]] std::filesystem::path file() const
    {
        return folder.filePath(QStringLiteral("cost-cases.json")).toStdString();
    }
    void keep(const QString& name) const
    {
        type(name);
        click("keepCase");
        settle();
    }
    void type(const QString& name) const
    {
        auto* field = find<QLineEdit>("caseName");
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, name);
    }
    [[nodiscard]] TableView& cases() const { return *find<TableView>("caseTable"); }
    [[nodiscard]] QStringList heads() const
    {
        QStringList names;
        for (int column = 1; column < cases().model()->columnCount(); ++column) {
            names << cases().model()->headerData(column, Qt::Horizontal).toString();
        }
        return names;
    }
    [[nodiscard]] int row(const QString& name) const
    {
        const auto rows = columnOf(cases(), 0);
        BOOST_REQUIRE_MESSAGE(rows.contains(name), "no row " << name.toStdString());
        return static_cast<int>(rows.indexOf(name));
    }

    QTemporaryDir folder;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cost_cases, CasesFixture)

BOOST_AUTO_TEST_CASE(cases_stand_side_by_side_with_the_assumptions_as_they_are)
{
    BOOST_TEST(cases().model()->rowCount() == 0);
    BOOST_TEST(cases().emptyText().contains(QStringLiteral("three")));
    keep(QStringLiteral("Office hours"));
    setHours(24);
    keep(QStringLiteral("All day"));
    setHours(12);
    const QStringList expected{QStringLiteral("Now"), QStringLiteral("Office hours"),
                               QStringLiteral("All day")};
    BOOST_TEST(heads() == expected, boost::test_tools::per_element());
    // In the cloud 365, 292 and 730 hours a month at $1.00, 36 months long.
    const int cloud = row(QStringLiteral("Cloud, total"));
    BOOST_TEST(cellOf(cases(), cloud, 1) == QStringLiteral("$13,140"));
    BOOST_TEST(cellOf(cases(), cloud, 2) == QStringLiteral("$10,512"));
    BOOST_TEST(cellOf(cases(), cloud, 3) == QStringLiteral("$26,280"));
    const auto mark = [this](int at) { return cases().model()->index(at, 0).data(kMarkRole).toInt(); };
    BOOST_TEST(mark(cloud) == static_cast<int>(CellMark::Filled));
    BOOST_TEST(mark(row(QStringLiteral("Years"))) == static_cast<int>(CellMark::None));
}

BOOST_AUTO_TEST_CASE(a_case_is_loaded_renamed_and_deleted)
{
    keep(QStringLiteral("Before"));
    setHours(20);
    click("loadCase");
    settle();
    BOOST_TEST(valueOf("hoursPerDay") == 9.6, boost::test_tools::tolerance(1e-9));
    click("renameCase");
    type(QStringLiteral("After"));
    QTest::keyClick(find<QLineEdit>("caseName"), Qt::Key_Return);
    BOOST_TEST(heads().last() == QStringLiteral("After"));
    BOOST_TEST(find<Choice>("caseChoice")->currentText() == QStringLiteral("After"));
    click("deleteCase");
    BOOST_TEST(cases().model()->rowCount() == 0);
    BOOST_TEST(!page->findChild<QWidget*>(QStringLiteral("loadCase"))->isEnabled());
}

BOOST_AUTO_TEST_CASE(a_case_of_the_same_name_takes_its_place_and_a_fourth_is_refused)
{
    for (const char* name : {"one", "two", "three"}) {
        keep(QString::fromLatin1(name));
    }
    setHours(3);
    keep(QStringLiteral("two"));
    BOOST_TEST(heads().size() == 4);
    BOOST_TEST(!isVisible("caseMessage"));
    keep(QStringLiteral("four"));
    BOOST_TEST(heads().size() == 4);
    BOOST_TEST(isVisible("caseMessage"));
}

BOOST_AUTO_TEST_CASE(the_next_start_finds_the_cases)
{
    keep(QStringLiteral("kept"));
    CostsPage next;
    next.openCases(file());
    BOOST_TEST(next.findChild<Choice*>(QStringLiteral("caseChoice"))->currentText() ==
               QStringLiteral("kept"));
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_said_and_never_written_over)
{
    QFile damaged(QString::fromStdString(file().string()));
    BOOST_REQUIRE(damaged.open(QIODevice::WriteOnly));
    damaged.write("{ not json");
    damaged.close();
    page->openCases(file());
    BOOST_TEST(textOf("caseMessage").contains(QStringLiteral("cost-cases.json")));
    keep(QStringLiteral("lost?"));
    BOOST_TEST(isVisible("caseMessage"));
    BOOST_REQUIRE(damaged.open(QIODevice::ReadOnly));
    BOOST_TEST(damaged.readAll().toStdString() == "{ not json");
}

BOOST_AUTO_TEST_CASE(another_machine_is_reckoned_with_the_same_cases)
{
    keep(QStringLiteral("same"));
    const int own = row(QStringLiteral("Owning, total"));
    const QString before = cellOf(cases(), own, 2);
    // Two cards: $859 more.
    show(std::make_shared<const EvaluatedBuild>(
        sample::machine({"two", "2 × RTX 3090 24 GB", 2, 859, 20, 530, true, {}})));
    BOOST_TEST(cellOf(cases(), own, 2) != before);
    BOOST_TEST(cellOf(cases(), own, 1) == cellOf(cases(), own, 2));
}

BOOST_AUTO_TEST_CASE(the_figures_are_those_of_the_chart_that_is_shown)
{
    click("showFigures");
    auto& table = *find<TableView>("costFigureTable");
    BOOST_TEST(table.model()->rowCount() >= 37); // a month each, from month 0
    click("chartByYear");
    const int years = table.model()->rowCount();
    BOOST_TEST(years >= 3);
    BOOST_TEST(years < 37);
    click("copyFigures");
    BOOST_TEST(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')) == years);
}

BOOST_AUTO_TEST_CASE(sources_are_filtered_by_words)
{
    click("showSources");
    auto& table = *find<TableView>("sourceTable");
    const int all = table.model()->rowCount();
    BOOST_TEST(all == static_cast<int>(page->comparison()->sources.size()));
    auto* filter = find<QLineEdit>("sourceFilter");
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("nothing is called so"));
    BOOST_TEST(table.model()->rowCount() == 0);
    BOOST_TEST(!table.emptyText().isEmpty());
    filter->clear();
    BOOST_TEST(table.model()->rowCount() == all);
}

BOOST_AUTO_TEST_CASE(a_source_says_what_how_much_who_and_when)
{
    auto comparison = std::make_shared<CostComparison>(sample::costComparison());
    comparison->sources = {
        {"Electricity of {country}",
         {{"country", "Germany"}},
         "0.40 USD/kWh",
         SourceKind::Catalog,
         "https://example.com/tariffs",
         Date{2026, 6, 1},
         Verification::Sourced},
        {"Years", {}, "3", SourceKind::Default, "", std::nullopt, Verification::Unverified}};
    CostSourcesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setComparison(comparison);
    const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    BOOST_TEST(text(0, CostSourcesModel::What) == QStringLiteral("Electricity of Germany"));
    BOOST_TEST(text(0, CostSourcesModel::Value) == QStringLiteral("0.40 USD/kWh"));
    BOOST_TEST(text(0, CostSourcesModel::Origin) == QStringLiteral("catalog"));
    BOOST_TEST(text(0, CostSourcesModel::Dated) == QStringLiteral("2026-06-01"));
    BOOST_TEST(text(1, CostSourcesModel::Origin) == QStringLiteral("default"));
    BOOST_TEST(text(1, CostSourcesModel::State) == QStringLiteral("–"));
    model.setComparison(nullptr);
    BOOST_TEST(model.rowCount() == 0);
}

BOOST_AUTO_TEST_CASE(the_models_keep_the_rules_of_item_models)
{
    CostCasesModel reckoned;
    const QAbstractItemModelTester first(&reckoned, QAbstractItemModelTester::FailureReportingMode::Fatal);
    reckoned.showCases({{QStringLiteral("a"), sample::sharedCostComparison(), {}},
                        {QStringLiteral("b"), nullptr, QStringLiteral("why not")}});
    BOOST_TEST(reckoned.differences() > 0);
    BOOST_TEST(reckoned.index(0, 2).data(Qt::ToolTipRole).toString() == QStringLiteral("why not"));
    reckoned.showCases({});
    BOOST_TEST(reckoned.rowCount() == 0);
    FigureTableModel figures;
    const QAbstractItemModelTester second(&figures, QAbstractItemModelTester::FailureReportingMode::Fatal);
    figures.setFigures({QStringLiteral("t"),
                        {QStringLiteral("a"), QStringLiteral("b")},
                        {{QStringLiteral("1"), QStringLiteral("2")}}});
    figures.setFigures({QStringLiteral("t"),
                        {QStringLiteral("a"), QStringLiteral("b")},
                        {{QStringLiteral("3"), QStringLiteral("4")}}});
    BOOST_TEST(figures.asText() == QStringLiteral("a\tb\n3\t4"));
    figures.setFigures({});
    BOOST_TEST(figures.rowCount() == 0);
}

BOOST_AUTO_TEST_CASE(no_text_of_any_view_is_cut)
{
    keep(QStringLiteral("A case with a name"));
    for (const char* view : {"showOffers", "showFigures", "showCases", "showSources"}) {
        click(view);
        (void)QTest::qWaitFor([this] { return cutTexts(*page).isEmpty(); });
        BOOST_TEST(cutTexts(*page).join(QLatin1Char('|')).toStdString() == "", view);
    }
}

BOOST_AUTO_TEST_SUITE_END()
