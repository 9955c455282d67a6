// SPDX-License-Identifier: GPL-3.0-or-later
// What the machines' page shows beside its table: combinations that a rule leaves out, changes that mend a machine, figures
// that machines are also ranked by, and parts at hand.
#include "ui/build_table_model.h"
#include "ui/builds_page.h"
#include "ui/change_table_model.h"
#include "ui/change_text.h"
#include "ui/exclusion_table_model.h"
#include "ui/mend_view.h"
#include "ui/pages/page_window.h"
#include "ui/pages/sample.h"
#include "ui/price_speed_chart.h"
#include "ui/table_view.h"
#include "ui/text.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineSeries>
#include <QPushButton>
#include <QSignalSpy>

using namespace rigwright;

namespace {

struct Fixture : PageWindow<BuildsPage> {
    void show(std::shared_ptr<const SearchResult> result,
              const Requirement& requirement = sample::requirement()) const
    {
        page->showResult(sample::catalog(), std::move(result), requirement);
    }
    [[nodiscard]] TableView& table() const { return *find<TableView>("buildTable"); }
    [[nodiscard]] QString details() const
    {
        QStringList words;
        for (const auto* label : find("selectedMachine")->findChildren<QLabel*>()) {
            words.append(label->text());
        }
        return words.join(QLatin1Char('|'));
    }
};

std::shared_ptr<SearchResult> withExample()
{
    auto result = std::make_shared<SearchResult>(*sample::searchResult());
    Exclusion& slots = result->excluded.emplace_back();
    slots.reason = "slots";
    slots.text = "The board has too few slots";
    slots.count = 31;
    slots.example = ExcludedExample{
        {{PartCategory::Accelerator, PartId("rtx-3090"), 4}, {PartCategory::Board, PartId("b650"), 1}},
        Money(359'500, Currency::usd()),
        {"slots", Severity::Blocker, "four cards need {slots} slots", {{"slots", "twelve"}}}};
    return result;
}

ChangeSet fasterMemory()
{
    ChangeSet set;
    set.parts = {{BuildLine{PartCategory::Memory, PartId("ddr5-32"), 1},
                  BuildLine{PartCategory::Memory, PartId("ddr5-32"), 2}}};
    set.settings = {{SettingChange::Kind::Context, "32768", "16384"}};
    set.cost = Money(22'900, Currency::usd());
    set.speedRatio = 1.25;
    set.machine = sample::machine({"mended", "RTX 3090 24 GB, 64 GB", 1, 859, 31, 530, false, {}});
    set.requirement = sample::requirement();
    set.requirement.workload.context = 16'384;
    return set;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(machine_views, Fixture)

BOOST_AUTO_TEST_CASE(a_reason_shows_the_cheapest_combination_that_it_leaves_out)
{
    show(withExample());
    click("showExclusions");
    auto* reasons = find<TableView>("exclusionTable");
    const QModelIndex cell = reasons->model()->index(2, ExclusionTableModel::Reason);
    BOOST_TEST(cell.data(kNoteRole).toString() ==
               QStringLiteral("such as 4 × GeForce RTX 3090 24 GB + MAG B650 Tomahawk WiFi, $3,595"));
    clickCell(*reasons, 2, ExclusionTableModel::Reason);
    BOOST_TEST(details().contains(QStringLiteral("4 × GeForce RTX 3090 24 GB")));
    BOOST_TEST(details().contains(QStringLiteral("four cards need twelve slots")));
    BOOST_TEST(find<QLabel>("machineTotal")->text() == QStringLiteral("$3,595"));
    BOOST_TEST(!details().contains(QStringLiteral("unknown"))); // no price of one part is claimed
}

BOOST_AUTO_TEST_CASE(the_view_that_the_user_chose_stays_with_the_next_result)
{
    show(sample::searchResult());
    click("showExclusions");
    show(withExample());
    BOOST_TEST(isVisible("exclusionTable"));
    BOOST_TEST(find<TableView>("exclusionTable")->currentIndex().row() == 0);
}

BOOST_AUTO_TEST_CASE(what_machines_are_also_ranked_by_is_a_column)
{
    auto result = std::make_shared<SearchResult>(*sample::searchResult());
    result->builds[0].merits = {28.0, Bytes::gib(10), 0};
    result->builds[1].merits = {std::nullopt, Bytes::gib(3), 2};
    show(result);
    BOOST_TEST(table().model()->columnCount() == BuildTableModel::ColumnCount);
    Requirement wanted = sample::requirement();
    wanted.objectives = {Objective::Power, Objective::Noise, Objective::UpgradeRoom};
    show(result, wanted);
    BOOST_TEST(table().model()->columnCount() == BuildTableModel::ColumnCount + 2);
    const int noise = BuildTableModel::ColumnCount;
    BOOST_TEST(table().model()->headerData(noise, Qt::Horizontal).toString() == QStringLiteral("Noise"));
    BOOST_TEST(cellOf(table(), 0, noise) == QStringLiteral("28 dB(A)"));
    BOOST_TEST(cellOf(table(), 1, noise) == QStringLiteral("unknown"));
    BOOST_TEST(cellOf(table(), 1, noise + 1) == QStringLiteral("2"));
    // An unknown noise sorts behind every known one.
    const auto key = [&](int row) { return table().model()->index(row, noise).data(kSortRole).toDouble(); };
    BOOST_TEST(key(0) < key(1));
}

BOOST_AUTO_TEST_CASE(a_part_at_hand_has_no_price)
{
    auto result = std::make_shared<SearchResult>(*sample::searchResult());
    result->builds[1].lines[0].owned = true;
    show(result);
    clickCell(table(), 1, BuildTableModel::Machine);
    BOOST_TEST(details().contains(QStringLiteral("at hand")));
    BOOST_TEST(!details().contains(QStringLiteral("$859")));
}

// The catalog of the sample has no figures that a repair could be reckoned with: the parts that its machines name are there,
// but a supply of unknown power mends nothing.
BOOST_AUTO_TEST_CASE(changes_are_looked_for_without_blocking_the_page)
{
    show(sample::searchResult());
    QSignalSpy settled(page, &BuildsPage::viewSettled);
    click("showExclusions");
    BOOST_TEST(find<TableView>("mendTable")->isEnabled());
    BOOST_TEST((settled.count() > 0 || settled.wait()));
}

// The sample's one accelerator lacks the figures that a machine is put together with: no cluster is found either.
BOOST_AUTO_TEST_CASE(where_no_machine_does_it_several_together_are_looked_for)
{
    show(sample::searchResult());
    BOOST_TEST(!isVisible("clusters"));
    show(sample::emptyResult());
    BOOST_TEST(isVisible("clusters"));
    const auto empty = [this] { return find<QLabel>("clustersEmpty")->text(); };
    BOOST_TEST(QTest::qWaitFor([&] { return empty().startsWith(QStringLiteral("Several equal machines")); }));
    show(sample::searchResult());
    BOOST_TEST(!isVisible("clusters"));
}

BOOST_AUTO_TEST_CASE(changes_are_told_in_words)
{
    const std::shared_ptr<const Catalog> shared = sample::catalog();
    const Catalog& catalog = *shared;
    const ChangeSet set = fasterMemory();
    BOOST_TEST(changeTitle(set) == categoryText(PartCategory::Memory) + QStringLiteral(", Context"));
    const QStringList expected{categoryText(PartCategory::Memory) +
                                   QStringLiteral(": Fury Beast 32 GB DDR5-5600, 2 × 16 GB → "
                                                  "2 × Fury Beast 32 GB DDR5-5600, 2 × 16 GB"),
                               QStringLiteral("Context: 32,768 → 16,384")};
    BOOST_TEST(changeTexts(catalog, set) == expected, boost::test_tools::per_element());
    const PartChange added{std::nullopt, BuildLine{PartCategory::Cooler, PartId("air-155"), 2}};
    BOOST_TEST(partChangeText(catalog, added) ==
               categoryText(PartCategory::Cooler) + QStringLiteral(": add 2 × Peerless Assassin 120 SE"));
    const PartChange gone{BuildLine{PartCategory::Case, PartId("atx-case"), 1}, std::nullopt};
    BOOST_TEST(partChangeText(catalog, gone) ==
               categoryText(PartCategory::Case) + QStringLiteral(": without Pop Air"));
    BOOST_TEST(differenceText(set.cost) == QStringLiteral("+$229"));
    BOOST_TEST(differenceText(Money(-3'500, Currency::usd())) == QStringLiteral("−$35.00"));
    BOOST_TEST(speedRatioText(1.25) == QStringLiteral("1.25 ×"));
    BOOST_TEST(speedRatioText(1.001) == QStringLiteral("as fast"));
}

BOOST_AUTO_TEST_CASE(the_model_of_changes_keeps_the_rules_of_item_models)
{
    ChangeTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSets(sample::catalog(), std::make_shared<const std::vector<ChangeSet>>(3, fasterMemory()));
    BOOST_TEST(model.rowCount() == 3);
    BOOST_TEST(model.index(1, ChangeTableModel::Cost).data().toString() == QStringLiteral("+$229"));
    BOOST_TEST(model.set(1)->machine.id == "mended");
    BOOST_TEST(model.set(3) == nullptr);
    model.retranslate();
    model.setSets(sample::catalog(), nullptr);
    BOOST_TEST(model.rowCount() == 0);
}

// One front of four figures: the line joins what is best in price and speed alone.
BOOST_AUTO_TEST_CASE(a_machine_on_the_front_for_its_noise_lies_below_the_line)
{
    auto result = std::make_shared<SearchResult>(*sample::searchResult());
    result->builds[2].onFront = true; // dearer and slower than the one before
    show(result);
    auto* chart = find<PriceSpeedChart>("priceSpeedChart");
    const auto lines = chart->chart()->series();
    BOOST_TEST(chart->points().size() == 4);
    BOOST_REQUIRE(!lines.isEmpty());
    const auto* line = qobject_cast<QLineSeries*>(lines.front());
    BOOST_REQUIRE(line != nullptr);
    BOOST_TEST(line->count() == 3);
}

BOOST_AUTO_TEST_SUITE_END()
