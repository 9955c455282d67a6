// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/machine_set.h"
#include "ui/build_table_model.h"
#include "ui/builds_page.h"
#include "ui/cell_delegate.h"
#include "ui/compare_page.h"
#include "ui/machine_list_model.h"
#include "ui/saved_machines.h"
#include "ui/window/test_window.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include <algorithm>

using namespace rigwright;

namespace {

/// The window with machines of its own, on the page that is asked for.
struct MachinesWindow : TestWindow {
    MachinesWindow() { show(MainWindow::Builds); }

    void show(MainWindow::Tab tab) const
    {
        window().showTab(tab);
        settle();
    }
    [[nodiscard]] QTableView* found() const { return find<QTableView>("buildTable"); }
    [[nodiscard]] QTableView* list() const { return find<QTableView>("machineList"); }
    [[nodiscard]] QTableView* table() const { return find<QTableView>("comparedMachines"); }
    [[nodiscard]] std::vector<SavedMachine> kept() const
    {
        const auto set = readMachineSet(machines());
        BOOST_REQUIRE_MESSAGE(set.has_value(), (set ? "" : set.error().message));
        return set->machines;
    }
    static void clickCell(QTableView* view, int row, int column, const QPoint& from = {})
    {
        const QModelIndex index = view->model()->index(row, column);
        view->scrollTo(index);
        const QRect cell = view->visualRect(index);
        const QPoint at = from.isNull() ? cell.center() : QPoint(cell.left() + from.x(), cell.center().y());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    }
    /// Keeps the machine of a row of the Builds table.
    void save(int row, const QString& name) const
    {
        show(MainWindow::Builds);
        clickCell(found(), row, BuildTableModel::Price);
        click("saveMachine");
        auto* field = find<QLineEdit>("machineName");
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, name);
        QTest::keyClick(field, Qt::Key_Return);
        settle();
    }
    void pin(int row) const
    {
        constexpr int kBox = 15;
        clickCell(list(), row, MachineListModel::Name, QPoint(kBox, 0));
        settle();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            names.append(list()->model()->index(row, MachineListModel::Name).data().toString());
        }
        return names;
    }
    /// A cell of the comparison by the name of its row.
    [[nodiscard]] QModelIndex compared(const QString& figure, int column) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (table()->model()->index(row, 0).data().toString() == figure) {
                return table()->model()->index(row, column);
            }
        }
        BOOST_FAIL("no row " << figure.toStdString());
        return {};
    }
    [[nodiscard]] bool isBest(const QString& figure, int column) const
    {
        const auto tags = compared(figure, column).data(kTagsRole).value<CellTags>();
        return !tags.isEmpty() && tags.front().kind == TagKind::Good;
    }
    [[nodiscard]] bool differs(const QString& figure) const
    {
        return compared(figure, 0).data(kMarkRole).toInt() == static_cast<int>(CellMark::Filled);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(compare_page, MachinesWindow)

BOOST_AUTO_TEST_CASE(the_selected_machine_is_saved_under_a_name_and_marked)
{
    const auto selected = window().findChild<BuildsPage*>()->selectedBuild();
    BOOST_REQUIRE(selected != nullptr);
    click("saveMachine");
    BOOST_TEST(find<QLineEdit>("machineName")->text().toStdString() == selected->title);
    QTest::keyClicks(find("machineName"), QStringLiteral("For the office"));
    click("acceptMachineName");
    settle();
    BOOST_REQUIRE(kept().size() == 1U);
    BOOST_TEST(kept().front().name == "For the office");
    BOOST_TEST((kept().front().build == selected->build));
    BOOST_TEST((kept().front().price == selected->price));
    BOOST_TEST(shows("machineIsSaved"));
    const int row = found()->currentIndex().row();
    BOOST_TEST(found()->model()->index(row, 0).data().toString().startsWith(QStringLiteral("★")));
}

BOOST_AUTO_TEST_CASE(escape_keeps_nothing)
{
    click("saveMachine");
    QTest::keyClick(find("machineName"), Qt::Key_Escape);
    BOOST_TEST(shows("saveMachine"));
    BOOST_TEST(kept().empty());
}

BOOST_AUTO_TEST_CASE(a_machine_is_renamed_in_its_place)
{
    save(0, QStringLiteral("Old name"));
    show(MainWindow::Compare);
    clickCell(list(), 0, MachineListModel::Price);
    QTest::keyClick(list(), Qt::Key_F2);
    auto* field = list()->viewport()->findChild<QLineEdit*>();
    BOOST_REQUIRE(field != nullptr);
    QTest::keyClicks(field, QStringLiteral("New name"));
    QTest::keyClick(field, Qt::Key_Return);
    settle();
    BOOST_TEST(kept().front().name == "New name");
    BOOST_TEST(names() == QStringList{QStringLiteral("New name")});
}

BOOST_AUTO_TEST_CASE(a_note_is_kept_when_its_field_is_left)
{
    save(0, QStringLiteral("One"));
    show(MainWindow::Compare);
    find("machineNote")->setFocus();
    QTest::keyClicks(find("machineNote"), QStringLiteral("ask Anna"));
    list()->setFocus();
    settle();
    BOOST_TEST(kept().front().note == "ask Anna");
}

BOOST_AUTO_TEST_CASE(pinned_machines_stand_side_by_side_with_what_differs_marked)
{
    const int last = found()->model()->rowCount() - 1;
    save(0, QStringLiteral("Cheap"));
    save(last, QStringLiteral("Dear"));
    // The dear one is selected on Builds and saved, so that it stands there once.
    show(MainWindow::Compare);
    pin(0);
    pin(1);
    BOOST_REQUIRE(table()->model()->columnCount() == 3);
    BOOST_TEST(table()->model()->headerData(1, Qt::Horizontal).toString() == QStringLiteral("Cheap"));
    BOOST_TEST(kept().front().pinned);
    BOOST_TEST(differs(QStringLiteral("Price")));
    BOOST_TEST(isBest(QStringLiteral("Price"), 1));
    BOOST_TEST(!isBest(QStringLiteral("Price"), 2));
    // Every machine of the search fits the model: nothing is better there.
    BOOST_TEST(!differs(QStringLiteral("The model")));
    click("onlyDifferingFigures");
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        BOOST_TEST(table()->model()->index(row, 0).data(kMarkRole).toInt() ==
                   static_cast<int>(CellMark::Filled));
    }
}

BOOST_AUTO_TEST_CASE(the_machine_selected_on_builds_is_compared_too)
{
    save(0, QStringLiteral("One"));
    clickCell(found(), 1, BuildTableModel::Price);
    const auto selected = window().findChild<BuildsPage*>()->selectedBuild();
    show(MainWindow::Compare);
    BOOST_REQUIRE(table()->model()->columnCount() == 2);
    BOOST_TEST(table()
                   ->model()
                   ->headerData(1, Qt::Horizontal)
                   .toString()
                   .contains(QString::fromStdString(selected->title)));
    trigger("keepSelectedMachine");
    settle();
    BOOST_TEST(kept().size() == 2U);
}

BOOST_AUTO_TEST_CASE(machines_are_judged_anew_for_another_requirement)
{
    save(0, QStringLiteral("One"));
    show(MainWindow::Compare);
    pin(0);
    const QString before = compared(QStringLiteral("VRAM, GiB"), 1).data().toString();
    // A longer context takes more key/value memory.
    enter("context", QStringLiteral("16384"));
    settle();
    BOOST_TEST(compared(QStringLiteral("VRAM, GiB"), 1).data().toString() != before);
}

BOOST_AUTO_TEST_CASE(no_more_than_four_machines_are_pinned)
{
    for (int copy = 0; copy < 5; ++copy) {
        save(0, QStringLiteral("M%1").arg(copy));
    }
    show(MainWindow::Compare);
    for (int row = 0; row < 5; ++row) {
        pin(row);
    }
    BOOST_TEST(std::ranges::count(kept(), true, &SavedMachine::pinned) == 4);
    BOOST_TEST(text("machineMessage").startsWith(QStringLiteral("Four machines at most")));
}

BOOST_AUTO_TEST_CASE(what_is_removed_comes_back)
{
    save(0, QStringLiteral("One"));
    save(1, QStringLiteral("Two"));
    show(MainWindow::Compare);
    clickCell(list(), 0, MachineListModel::Price);
    QTest::keyClick(list(), Qt::Key_Delete);
    settle();
    BOOST_TEST(names() == QStringList{QStringLiteral("Two")});
    click("undoMachine");
    settle();
    BOOST_TEST(names() == (QStringList{QStringLiteral("One"), QStringLiteral("Two")}));
    // Once more, by the menu of the window.
    BOOST_TEST(window()
                   .findChild<QAction*>(QStringLiteral("redoAction"))
                   ->text()
                   .contains(QStringLiteral("Remove “One”")));
    trigger("redoAction");
    settle();
    BOOST_TEST(kept().size() == 1U);
    trigger("undoAction");
    settle();
    BOOST_TEST(kept().size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_another_window_saves_is_not_lost)
{
    save(0, QStringLiteral("One"));
    const auto other = updateMachineSet(machines(), [](MachineSet& set) -> Expected<void> {
        SavedMachine copy = set.machines.front();
        copy.id = "elsewhere";
        copy.name = "From elsewhere";
        set.machines.push_back(copy);
        return {};
    });
    BOOST_REQUIRE(other.has_value());
    show(MainWindow::Compare);
    clickCell(list(), 0, MachineListModel::Price);
    trigger("duplicateMachine");
    settle();
    BOOST_TEST(
        names() ==
        (QStringList{QStringLiteral("One"), QStringLiteral("From elsewhere"), QStringLiteral("One (2)")}));
    BOOST_TEST(kept().size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_step_that_another_window_has_gone_on_from_is_not_undone)
{
    save(0, QStringLiteral("One"));
    const auto other = updateMachineSet(machines(), [](MachineSet& set) -> Expected<void> {
        set.machines.front().note = "from elsewhere";
        return {};
    });
    BOOST_REQUIRE(other.has_value());
    trigger("undoAction");
    settle();
    BOOST_TEST(kept().size() == 1U);
    show(MainWindow::Compare);
    BOOST_TEST(text("machineMessage").contains(QStringLiteral("another window")));
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_told_and_never_written_over)
{
    save(0, QStringLiteral("One"));
    QFile file(QString::fromStdString(machines().string()));
    BOOST_REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("{ no json");
    file.close();
    show(MainWindow::Compare);
    clickCell(list(), 0, MachineListModel::Price);
    QTest::keyClick(list(), Qt::Key_Delete);
    settle();
    BOOST_TEST(names() == QStringList{QStringLiteral("One")});
    BOOST_TEST(text("machineMessage").contains(QStringLiteral("machines.json")));
    BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
    BOOST_TEST(file.readAll().toStdString() == "{ no json");
}

BOOST_AUTO_TEST_CASE(a_machine_goes_to_a_build_file_and_comes_back)
{
    save(0, QStringLiteral("One"));
    show(MainWindow::Compare);
    auto* page = window().findChild<ComparePage*>();
    const QString path = QString::fromStdString(machines().string()) + QStringLiteral(".office.json");
    page->exportFile(path);
    page->importFile(path);
    settle();
    BOOST_REQUIRE(kept().size() == 2U);
    BOOST_TEST((kept().at(1).build == kept().at(0).build));
    page->importFile(QStringLiteral("/no/such/file"));
    settle();
    BOOST_TEST(text("machineMessage").contains(QStringLiteral("/no/such/file")));
}

BOOST_AUTO_TEST_CASE(a_part_that_the_catalog_lost_is_told)
{
    save(0, QStringLiteral("One"));
    const auto other = updateMachineSet(machines(), [](MachineSet& set) -> Expected<void> {
        SavedMachine& machine = set.machines.front();
        machine.build.lines.front().part = PartId("no-longer-sold");
        machine.lines.front().line.part = PartId("no-longer-sold");
        machine.lines.front().name = "Card of old";
        return {};
    });
    BOOST_REQUIRE(other.has_value());
    show(MainWindow::Compare);
    window().findChild<SavedMachines*>()->look();
    settle();
    clickCell(list(), 0, MachineListModel::Price);
    BOOST_TEST(list()
                   ->model()
                   ->index(0, MachineListModel::Name)
                   .data(Qt::AccessibleTextRole)
                   .toString()
                   .contains(QStringLiteral("part gone")));
    BOOST_TEST(text("machineDifferences").contains(QStringLiteral("Card of old")));
}

BOOST_AUTO_TEST_SUITE_END()
