// SPDX-License-Identifier: GPL-3.0-or-later
// Several kinds of machine that one project buys, through the whole window.
#include "builds/describe.h"
#include "ui/bom_page.h"
#include "ui/ordered_machines_model.h"
#include "ui/window/project_window.h"

#include <QMenu>
#include <QSpinBox>

using namespace rigwright;

namespace {

struct OrderWindow : ProjectWindow {
    OrderWindow() { window().showTab(MainWindow::Bom); }

    [[nodiscard]] QTableView& list() const { return *find<QTableView>("orderedMachines"); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return list().model()->index(row, column).data().toString();
    }
    /// Adds the machine of this place in the menu of those that were found.
    void addFound(int place) const
    {
        auto* menu = find<QPushButton>("addOrdered")->menu();
        QMetaObject::invokeMethod(menu, "aboutToShow");
        const QMenu* found = menu->findChildren<QMenu*>().constFirst();
        BOOST_REQUIRE(found->actions().size() > place);
        found->actions().at(place)->trigger();
        settle();
    }
    [[nodiscard]] std::string idAt(std::size_t place) const
    {
        return idOf(project().machines.at(place).build);
    }
    void showMachine(int row) const
    {
        window().showTab(MainWindow::Bom);
        const QRect cell = list().visualRect(list().model()->index(row, OrderedMachinesModel::Name));
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, cell.center());
        settle();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(order_machines, OrderWindow)

BOOST_AUTO_TEST_CASE(a_second_kind_of_machine_is_bought_beside_the_first)
{
    const std::string first = idAt(0);
    addFound(0);
    BOOST_REQUIRE(project().machines.size() == 2U);
    BOOST_TEST(idAt(0) == first);
    BOOST_TEST(idAt(1) != first);
    BOOST_TEST(selected() == idAt(1));
    BOOST_TEST(undoText().startsWith(QStringLiteral("&Undo: Add machine: ")), undoText().toStdString());
    showMachine(0);
    BOOST_TEST(selected() == first);
    trigger("undoAction");
    settle();
    BOOST_TEST(selected() == idAt(1));
    trigger("undoAction");
    settle();
    BOOST_TEST(project().machines.size() == 1U);
    BOOST_TEST(selected() == first);
}

BOOST_AUTO_TEST_CASE(another_requirement_changes_none_of_the_machines_that_were_chosen)
{
    addFound(0);
    const std::string first = idAt(0);
    const std::string second = idAt(1);
    enter("budget", QStringLiteral("2000"));
    settle();
    enter("context", QStringLiteral("16384"));
    settle();
    BOOST_TEST(idAt(0) == first);
    BOOST_TEST(idAt(1) == second);
    BOOST_TEST(selected() == second);
}

BOOST_AUTO_TEST_CASE(a_machine_that_is_chosen_in_builds_takes_the_place_of_the_shown_one)
{
    const std::string first = idAt(0);
    trigger("orderChosen");
    settle();
    BOOST_TEST(shows("buildTable"));
    selectAnother();
    BOOST_REQUIRE(project().machines.size() == 2U);
    BOOST_TEST(idAt(0) == first);
    BOOST_TEST(idAt(1) == selected());
    BOOST_TEST(selected() != first);
    // It stays the chosen one where the search ranks others first.
    const std::string chosen = selected();
    enter("context", QStringLiteral("16384"));
    settle();
    BOOST_TEST(selected() == chosen);
}

BOOST_AUTO_TEST_CASE(a_file_opens_with_its_machines_and_the_one_that_was_shown)
{
    addFound(0);
    window().showTab(MainWindow::Bom);
    find<QSpinBox>("systems")->setFocus();
    QTest::keyClick(find("systems"), Qt::Key_Up);
    settle();
    const QString total = cell(2, OrderedMachinesModel::Total);
    const std::string second = idAt(1);
    save("lab.rigwright");
    BOOST_TEST(written("lab.rigwright").machines.at(1).systems == 2);
    trigger("newAction");
    settle();
    BOOST_TEST(list().model()->rowCount() == 1);
    open("lab.rigwright");
    BOOST_TEST(selected() == second);
    BOOST_TEST(list().model()->rowCount() == 3);
    BOOST_TEST(cell(2, OrderedMachinesModel::Total) == total);
    BOOST_TEST(find<QSpinBox>("systems")->value() == 2);
}

BOOST_AUTO_TEST_CASE(a_revision_keeps_every_machine)
{
    addFound(0);
    trigger("newRevisionAction");
    QTest::keyClicks(find("revisionNote"), QStringLiteral("Two kinds"));
    click("revisionTake");
    settle();
    BOOST_REQUIRE(project().revisions.size() == 1U);
    BOOST_TEST(project().revisions.front().bom.machines.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_revision_that_is_asked_for_while_machines_are_judged_waits_for_them)
{
    addFound(0);
    enter("context", QStringLiteral("16384"));
    BOOST_REQUIRE(QTest::qWaitFor([this] { return project().requirement.workload.context == 16384; }));
    BOOST_REQUIRE(!window().isSettled());
    trigger("newRevisionAction");
    BOOST_TEST(QTest::qWaitFor([this] { return shows("revisionNote"); }, kPatienceMs));
    click("revisionTake");
    settle();
    BOOST_REQUIRE(project().revisions.size() == 1U);
    BOOST_TEST(project().revisions.front().requirement.workload.context == 16384);
    BOOST_TEST(project().revisions.front().bom.machines.front().workload.find("16,384") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(reading_of_projects, ProjectWindow)

BOOST_AUTO_TEST_CASE(the_file_that_was_opened_last_is_the_one_that_shows)
{
    save("one.rigwright");
    save("two.rigwright");
    trigger("newAction");
    settle();
    window().openProject(file("one.rigwright"));
    window().openProject(file("two.rigwright"));
    BOOST_TEST(window().windowTitle() == QStringLiteral("Untitled[*] – Rigwright"));
    settle();
    BOOST_TEST(window().windowTitle() == QStringLiteral("two[*] – Rigwright"));
}

BOOST_AUTO_TEST_CASE(what_is_edited_while_a_file_is_read_is_asked_about)
{
    save("one.rigwright");
    save("two.rigwright");
    window().openProject(file("one.rigwright"));
    window().findChild<OpenProject*>()->change(QStringLiteral("Notes"),
                                               [](Project& edited) { edited.notes = "typed meanwhile"; });
    BOOST_TEST(box("unsavedBox")->text() == QStringLiteral("Save the changes to “two”?"));
    answer("unsavedBox", QMessageBox::Cancel);
    settle();
    BOOST_TEST(project().notes == "typed meanwhile");
    BOOST_TEST(window().windowTitle() == QStringLiteral("two[*] – Rigwright"));
}

BOOST_AUTO_TEST_CASE(a_new_document_takes_the_place_of_a_file_that_is_read)
{
    save("one.rigwright");
    window().openProject(file("one.rigwright"));
    trigger("newAction");
    settle();
    BOOST_TEST(window().windowTitle() == QStringLiteral("Untitled[*] – Rigwright"));
}

BOOST_AUTO_TEST_SUITE_END()
