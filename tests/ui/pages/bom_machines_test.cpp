// SPDX-License-Identifier: GPL-3.0-or-later
// Several kinds of machine on the page of the bill of materials.
#include "ui/bom_page.h"
#include "ui/bom_table_model.h"
#include "ui/fields.h"
#include "ui/open_project.h"
#include "ui/ordered_machines_model.h"
#include "ui/pages/page_window.h"
#include "ui/pages/sample.h"
#include "ui/table_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace rigwright;

namespace {

/// The sample's machine with one accelerator, of 1,934.00: 859 and 1,075 for the rest.
struct MachinesFixture : PageWindow<BomPage> {
    MachinesFixture()
    {
        page->setClock([] { return Date{2026, 9, 29}; });
        page->setProject(&project);
        page->showBuild(sample::catalog(), one(), sample::requirement());
    }

    [[nodiscard]] static std::shared_ptr<const EvaluatedBuild> one()
    {
        return std::make_shared<const EvaluatedBuild>(
            sample::machine({"one", "RTX 3090 24 GB", 1, 859, 31, 530, true, {}}));
    }
    /// With two accelerators.
    [[nodiscard]] static Build two()
    {
        return sample::machine({"two", "2 × RTX 3090 24 GB", 2, 859, 31, 530, true, {}}).build;
    }

    [[nodiscard]] TableView& list() const { return *find<TableView>("orderedMachines"); }
    [[nodiscard]] QString cell(int row, int column) const { return cellOf(list(), row, column); }
    [[nodiscard]] QStringList totals() const { return columnOf(list(), OrderedMachinesModel::Total); }
    [[nodiscard]] QString undoText() { return project.undoStack().undoText(); }
    void settle() const
    {
        BOOST_REQUIRE(QTest::qWaitFor([this] { return page->isSettled(); }));
    }
    void trigger(const char* action) const
    {
        auto* found = page->findChild<QAction*>(QString::fromLatin1(action));
        BOOST_REQUIRE(found != nullptr);
        BOOST_REQUIRE(found->isEnabled());
        found->trigger();
        settle();
    }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {}) const
    {
        list().setFocus();
        QTest::keyClick(&list(), code, modifiers);
        settle();
    }
    /// As if it had been chosen from the menu of machines that can be added.
    void add(const MachineOffer& offer) const
    {
        page->ordered().setOffers([offer] { return std::vector<MachineOffer>{offer}; });
        auto* menu = find<QPushButton>("addOrdered")->menu();
        QMetaObject::invokeMethod(menu, "aboutToShow");
        for (const auto* part : menu->findChildren<QMenu*>()) {
            if (!part->actions().isEmpty()) {
                part->actions().constFirst()->trigger();
                return;
            }
        }
    }
    void addTwo() const
    {
        add({MachineOffer::From::Builds, QStringLiteral("2 × RTX 3090"), {}, {}, two()});
        settle();
    }

    OpenProject project;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(bom_machines, MachinesFixture)

BOOST_AUTO_TEST_CASE(the_only_machine_is_a_row_with_its_price)
{
    BOOST_TEST(list().model()->rowCount() == 1);
    BOOST_TEST(cell(0, OrderedMachinesModel::Name) == QStringLiteral("RTX 3090 24 GB"));
    BOOST_TEST(cell(0, OrderedMachinesModel::Price) == QStringLiteral("$1,934.00"));
    BOOST_TEST(cell(0, OrderedMachinesModel::Total) == QStringLiteral("$1,934.00"));
    BOOST_TEST(!page->findChild<QAction*>(QStringLiteral("removeOrdered"))->isEnabled());
}

BOOST_AUTO_TEST_CASE(a_copy_stands_below_with_the_sum_of_the_order)
{
    key(Qt::Key_D, Qt::ControlModifier);
    BOOST_TEST(
        (totals() ==
         QStringList{QStringLiteral("$1,934.00"), QStringLiteral("$1,934.00"), QStringLiteral("$3,868.00")}));
    BOOST_TEST(cell(2, OrderedMachinesModel::Name) == QStringLiteral("Whole order, before tax"));
    BOOST_TEST(project.project().machines.size() == 2U);
    BOOST_TEST(project.project().shown == 1U);
    BOOST_TEST(undoText() == QStringLiteral("Duplicate machine: RTX 3090 24 GB"));
    project.undoStack().undo();
    BOOST_TEST((totals() == QStringList{QStringLiteral("$1,934.00")}));
}

BOOST_AUTO_TEST_CASE(the_number_of_systems_is_that_of_the_shown_machine)
{
    trigger("duplicateOrdered");
    press("systems", Qt::Key_Up);
    press("systems", Qt::Key_Up);
    BOOST_TEST(project.project().machines[0].systems == 1);
    BOOST_TEST(project.project().machines[1].systems == 3);
    // 1 and 3 of 1,934.00
    BOOST_TEST(
        (totals() ==
         QStringList{QStringLiteral("$1,934.00"), QStringLiteral("$5,802.00"), QStringLiteral("$7,736.00")}));
    BOOST_TEST(cell(2, OrderedMachinesModel::Systems) == QStringLiteral("4"));
    BOOST_TEST(undoText() == QStringLiteral("Number of systems"));
    key(Qt::Key_Up);
    BOOST_TEST(project.project().shown == 0U);
    BOOST_TEST(undoText() == QStringLiteral("Show machine: RTX 3090 24 GB"));
    BOOST_TEST(find<NumberField>("systems")->value() == 1);
    press("systems", Qt::Key_Up);
    BOOST_TEST(totals().back() == QStringLiteral("$9,670.00")); // five machines
    // Up to the machines alone: the sum can't be chosen.
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    BOOST_TEST(project.project().shown == 1U);
}

BOOST_AUTO_TEST_CASE(a_machine_is_renamed_in_its_cell)
{
    key(Qt::Key_F2);
    auto* editor = list().findChild<QLineEdit*>(QStringLiteral("qt_editor_widget"));
    if (editor == nullptr) {
        editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    }
    BOOST_REQUIRE(editor != nullptr);
    QTest::keyClicks(editor, QStringLiteral("Head node"));
    QTest::keyClick(editor, Qt::Key_Return);
    BOOST_REQUIRE(QTest::qWaitFor([this] { return !project.project().machines.empty(); }));
    BOOST_TEST(project.project().machines.front().name == "Head node");
    BOOST_TEST(cell(0, OrderedMachinesModel::Name) == QStringLiteral("Head node"));
    BOOST_TEST(undoText() == QStringLiteral("Name of machine: Head node"));
    project.undoStack().undo();
    BOOST_TEST(cell(0, OrderedMachinesModel::Name) == QStringLiteral("RTX 3090 24 GB"));
}

BOOST_AUTO_TEST_CASE(a_machine_of_the_offers_is_judged_in_the_background_while_the_last_sum_stays)
{
    add({MachineOffer::From::Saved, QStringLiteral("At home"), {}, "At home", two()});
    BOOST_TEST(!page->isSettled());
    BOOST_TEST(!page->canExport());
    BOOST_TEST(find<QLabel>("bomTotal")->text() == QStringLiteral("$1,934.00"));
    BOOST_TEST(cell(1, OrderedMachinesModel::Name) == QStringLiteral("At home"));
    BOOST_TEST(cell(1, OrderedMachinesModel::Price) == QStringLiteral("…"));
    settle();
    // 2 × 859 and 1,075, beside the first one's 1,934
    BOOST_TEST(cell(1, OrderedMachinesModel::Price) == QStringLiteral("$2,793.00"));
    BOOST_TEST(find<QLabel>("bomTotal")->text() == QStringLiteral("$4,727.00"));
    BOOST_TEST(page->canExport());
    BOOST_TEST(undoText() == QStringLiteral("Add machine: At home"));
}

BOOST_AUTO_TEST_CASE(machines_that_go_while_they_are_judged_are_not_shown)
{
    add({MachineOffer::From::Saved, QStringLiteral("At home"), {}, "At home", two()});
    BOOST_TEST(!page->isSettled());
    project.undoStack().undo();
    BOOST_TEST(page->isSettled());
    QTest::qWait(50);
    BOOST_TEST((totals() == QStringList{QStringLiteral("$1,934.00")}));
    BOOST_TEST(find<QLabel>("bomTotal")->text() == QStringLiteral("$1,934.00"));
}

BOOST_AUTO_TEST_CASE(the_lines_of_every_machine_are_bought)
{
    addTwo();
    const auto& lines = *find<TableView>("bomTable");
    BOOST_TEST(lines.model()->rowCount() == 16);
    BOOST_TEST(cellOf(lines, 8, BomTableModel::Quantity) == QStringLiteral("2"));
    clickCell(list(), 0, OrderedMachinesModel::Name);
    BOOST_TEST(project.project().shown == 0U);
    BOOST_TEST(lines.model()->rowCount() == 16);
}

BOOST_AUTO_TEST_CASE(a_machine_is_removed_and_comes_back_where_it_was)
{
    addTwo();
    key(Qt::Key_Up);
    key(Qt::Key_Delete);
    BOOST_REQUIRE(project.project().machines.size() == 1U);
    BOOST_TEST((project.project().machines.front().build == two()));
    BOOST_TEST((totals() == QStringList{QStringLiteral("$2,793.00")}));
    BOOST_TEST(undoText() == QStringLiteral("Remove machine: RTX 3090 24 GB"));
    project.undoStack().undo();
    settle();
    BOOST_TEST(totals().size() == 3);
    BOOST_TEST(cell(0, OrderedMachinesModel::Name) == QStringLiteral("RTX 3090 24 GB"));
    BOOST_TEST(project.project().shown == 0U);
}

BOOST_AUTO_TEST_CASE(a_machine_with_a_part_that_is_gone_is_told_and_can_be_removed)
{
    Build gone = two();
    gone.lines.front().part = PartId("gone");
    add({MachineOffer::From::Saved, QStringLiteral("Old one"), {}, "Old one", gone});
    settle();
    BOOST_TEST(find<QLabel>("bomEmpty")->text().startsWith(QStringLiteral("Machine 2: ")));
    BOOST_TEST(cell(1, OrderedMachinesModel::Price) == QStringLiteral("–"));
    BOOST_TEST(!page->canExport());
    key(Qt::Key_Delete);
    BOOST_TEST(!isVisible("bomEmpty"));
    BOOST_TEST(find<QLabel>("bomTotal")->text() == QStringLiteral("$1,934.00"));
}

BOOST_AUTO_TEST_CASE(spares_and_services_stand_between_the_machines_and_the_sum)
{
    project.change(QStringLiteral("Service"), [](Project& edited) {
        edited.order.services.push_back(
            {"s", "Installation", "", 1, *Money::parse("150.00", Currency::usd()), {}, ""});
        edited.order.terms.taxRate = Share::parsePercent("10").value();
    });
    settle();
    BOOST_TEST((totals() == QStringList{QStringLiteral("$1,934.00")}));
    trigger("duplicateOrdered");
    // 2 × 1934 + 150, and a tenth of it as tax
    BOOST_TEST((totals() ==
                QStringList{QStringLiteral("$1,934.00"), QStringLiteral("$1,934.00"),
                            QStringLiteral("$150.00"), QStringLiteral("$4,419.80")}));
    BOOST_TEST(cell(2, OrderedMachinesModel::Name) == QStringLiteral("Spares and services"));
    BOOST_TEST(cell(3, OrderedMachinesModel::Name) == QStringLiteral("Whole order, with tax"));
}

BOOST_AUTO_TEST_CASE(keys_lead_through_the_machines_the_number_and_the_menus)
{
    addTwo();
    list().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&list(), Qt::Key_Tab);
    BOOST_TEST((QApplication::focusWidget() == find("systems")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    BOOST_TEST((QApplication::focusWidget() == find("addOrdered")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    BOOST_TEST((QApplication::focusWidget() == find("changeOrdered")));
}

BOOST_AUTO_TEST_CASE(no_text_of_the_machines_is_cut)
{
    addTwo();
    (void)QTest::qWaitFor([this] { return cutTexts(*page).isEmpty(); }, 500);
    BOOST_TEST(cutTexts(*page).join(QLatin1Char('|')).toStdString() == "");
    BOOST_TEST(cutCells(list()).join(QLatin1Char('|')).toStdString() == "");
}

BOOST_AUTO_TEST_CASE(every_text_of_the_machines_follows_the_language)
{
    addTwo();
    const HashLanguage language;
    QTest::qWait(0);
    settle();
    for (int column = 0; column < OrderedMachinesModel::ColumnCount; ++column) {
        BOOST_TEST(
            list().model()->headerData(column, Qt::Horizontal).toString().startsWith(QLatin1Char('#')));
    }
    BOOST_TEST(cell(2, OrderedMachinesModel::Name).startsWith(QLatin1Char('#')));
    for (const char* name : {"addOrdered", "changeOrdered"}) {
        BOOST_TEST(find<QPushButton>(name)->text().startsWith(QLatin1Char('#')));
        for (const QAction* action : find<QPushButton>(name)->menu()->actions()) {
            BOOST_TEST((action->isSeparator() || action->text().startsWith(QLatin1Char('#'))));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_list_keeps_the_rules_of_item_models)
{
    OrderedMachinesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    OrderedRow row;
    row.build = two();
    row.price = Money(279'300, Currency::usd());
    model.showMachines({row}, {});
    model.showMachines({row, row}, {});
    row.systems = 2;
    model.showMachines({row, row}, {3, Money(100, Currency::usd()), row.price, true});
    model.retranslate();
    model.showMachines({}, {});
    BOOST_TEST(model.rowCount() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
