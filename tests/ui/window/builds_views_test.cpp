// SPDX-License-Identifier: GPL-3.0-or-later
// The views of the machines' page on the shipped catalog: what limits cost and how a machine is mended.
#include "ui/builds_page.h"
#include "ui/cell_delegate.h"
#include "ui/change_table_model.h"
#include "ui/exclusion_table_model.h"
#include "ui/limits_view.h"
#include "ui/table_view.h"
#include "ui/upgrade_table_model.h"
#include "ui/upgrade_view.h"
#include "ui/window/test_window.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

using namespace rigwright;

namespace {

constexpr int kLongestWorkMs = 60'000;

struct Fixture : TestWindow {
    Fixture() { window().showTab(MainWindow::Builds); }

    void waitFor(const char* objectName) const
    {
        BOOST_REQUIRE(QTest::qWaitFor([&] { return shows(objectName); }, kLongestWorkMs));
    }
    void waitForRows(const TableView& table) const
    {
        BOOST_REQUIRE(QTest::qWaitFor([&] { return table.model()->rowCount() > 0; }, kLongestWorkMs));
    }
    void clickRow(TableView& table, int row) const
    {
        table.scrollTo(table.model()->index(row, 0));
        const QRect cell = table.visualRect(table.model()->index(row, 0));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, cell.center());
    }
    [[nodiscard]] std::shared_ptr<const EvaluatedBuild> selected() const
    {
        return window().findChild<BuildsPage*>()->selectedBuild();
    }
    [[nodiscard]] QString detailsTitle() const
    {
        return find("selectedMachine")->findChild<QLabel*>(QStringLiteral("cardTitle"))->text();
    }
};

LimitPrice limit(const std::string& name)
{
    LimitPrice price;
    price.limit = name;
    price.machine.price = Money(312'045, Currency::usd());
    return price;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(builds_views, Fixture)

BOOST_AUTO_TEST_CASE(each_limit_can_be_given_up)
{
    Requirement strict;
    strict.budget = Money(300'000, Currency::usd());
    strict.maxWallPower = 500_W;
    strict.circuit = WallCircuit{120, 15};
    strict.vendor = AcceleratorVendor::Amd;
    strict.enclosure = Enclosure::Rack;
    strict.formFactors = {"ATX"};
    strict.requireEcc = true;
    strict.allowHostOffload = false;
    strict.minDecode = TokensPerSecond(20);
    BOOST_TEST((withoutLimit(strict, limit("budget")).budget == Money(312'100, Currency::usd())));
    BOOST_TEST(!withoutLimit(strict, limit("wall-power")).maxWallPower.has_value());
    BOOST_TEST(!withoutLimit(strict, limit("circuit")).circuit.has_value());
    BOOST_TEST(!withoutLimit(strict, limit("vendor")).vendor.has_value());
    BOOST_TEST((withoutLimit(strict, limit("enclosure")).enclosure == Enclosure::Any));
    BOOST_TEST(withoutLimit(strict, limit("form-factor")).formFactors.empty());
    BOOST_TEST(!withoutLimit(strict, limit("ecc")).requireEcc);
    BOOST_TEST(withoutLimit(strict, limit("host-offload")).allowHostOffload);
    BOOST_TEST(!withoutLimit(strict, limit("targets")).minDecode.has_value());
    BOOST_TEST((withoutLimit(strict, limit("vendor")).maxWallPower == strict.maxWallPower));
}

BOOST_AUTO_TEST_CASE(a_limit_that_keeps_better_machines_out_is_priced_and_dropped)
{
    enter("wallPower", QStringLiteral("450"));
    settle();
    click("showLimits");
    waitFor("limitPricesApply0");
    int row = 0;
    while (find<QPushButton>(("limitPricesApply" + std::to_string(row)).c_str())->text() !=
           QStringLiteral("Drop this limit")) {
        ++row;
    }
    const std::string number = std::to_string(row);
    click(("limitPricesShow" + number).c_str());
    BOOST_TEST(detailsTitle() == QStringLiteral("Proposed machine"));
    BOOST_REQUIRE(requirement().maxWallPower.has_value());
    press(("limitPricesApply" + number).c_str(), Qt::Key_Space);
    const bool isDropped = !requirement().maxWallPower || !requirement().minDecode;
    BOOST_TEST(isDropped);
    settle();
}

BOOST_AUTO_TEST_CASE(a_machine_that_does_not_fit_is_mended_by_parts_or_settings)
{
    click("showExclusions");
    auto* reasons = find<TableView>("exclusionTable");
    auto* changes = find<TableView>("mendTable");
    for (int row = 0; row < reasons->model()->rowCount(); ++row) {
        if (reasons->model()->index(row, 0).data(kIdRole).toString() == QStringLiteral("memory-fit")) {
            clickRow(*reasons, row);
        }
    }
    BOOST_TEST(detailsTitle() == QStringLiteral("Nearest machine, left out"));
    waitForRows(*changes);
    clickRow(*changes, 0);
    BOOST_TEST(detailsTitle() == QStringLiteral("Machine after the changes"));
    clickRow(*reasons, 0);
    BOOST_TEST(detailsTitle() == QStringLiteral("Nearest machine, left out"));
}

BOOST_AUTO_TEST_CASE(the_selected_machine_is_upgraded_within_a_budget)
{
    clickRow(*find<TableView>("buildTable"), 0);
    const QString before = text("machineTotal");
    click("showUpgrade");
    auto* steps = find<TableView>("upgradeTable");
    BOOST_TEST(find<QComboBox>("upgradeFrom")->currentText().startsWith(QStringLiteral("Selected: ")));
    enter("upgradeBudget", QStringLiteral("1500"));
    waitForRows(*steps);
    BOOST_TEST(detailsTitle() == QStringLiteral("The machine as it is"));
    BOOST_TEST(text("upgradeRemark").startsWith(QStringLiteral("Now ")));
    clickRow(*steps, 0);
    BOOST_TEST(detailsTitle() == QStringLiteral("Machine after the changes"));
    const QString speeds = steps->model()->index(0, UpgradeTableModel::Speed).data().toString();
    BOOST_TEST(speeds.contains(QStringLiteral(" → ")));
    // The machine of the other pages is still the selected one.
    click("showMachines");
    BOOST_TEST(text("machineTotal") == before);
}

BOOST_AUTO_TEST_CASE(this_computer_is_upgraded_and_what_is_not_recognized_is_told)
{
    auto* view = window().findChild<UpgradeView*>();
    BOOST_REQUIRE(view != nullptr);
    clickRow(*find<TableView>("buildTable"), 0);
    Build build;
    for (const BuildLine& line : selected()->build.lines) {
        build.lines.push_back(line);
    }
    view->setDetector([build](const Catalog&) {
        RecognizedMachine machine;
        machine.build = build;
        machine.parts.push_back({PartCategory::Accelerator, "Quadro FX 570", 1, PartId(), false});
        return machine;
    });
    click("showUpgrade");
    press("upgradeFrom", Qt::Key_Down);
    BOOST_TEST(find<QComboBox>("upgradeFrom")->currentText() == QStringLiteral("This computer"));
    enter("upgradeBudget", QStringLiteral("1500"));
    waitForRows(*find<TableView>("upgradeTable"));
    BOOST_TEST(text("upgradeRemark") == QStringLiteral("Not in the catalog: Quadro FX 570"));
}

BOOST_AUTO_TEST_CASE(a_computer_without_known_parts_is_told)
{
    window().findChild<UpgradeView*>()->setDetector([](const Catalog&) { return RecognizedMachine(); });
    click("showUpgrade");
    press("upgradeFrom", Qt::Key_Down);
    BOOST_REQUIRE(QTest::qWaitFor([this] {
        return find<TableView>("upgradeTable")->emptyText() ==
            QStringLiteral("No part of this computer is in the catalog.");
    }));
    BOOST_TEST(find<TableView>("upgradeTable")->model()->rowCount() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
