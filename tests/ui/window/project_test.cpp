// SPDX-License-Identifier: GPL-3.0-or-later
// The project that the window is on: saved, opened, closed, and shared with another window.
#include "builds/describe.h"
#include "ui/window/project_window.h"

#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

using namespace rigwright;

BOOST_FIXTURE_TEST_SUITE(projects, ProjectWindow)

BOOST_AUTO_TEST_CASE(a_new_window_is_on_an_untitled_project_without_changes)
{
    BOOST_TEST(window().windowTitle() == QStringLiteral("Untitled[*] – Rigwright"));
    BOOST_TEST(!window().isWindowModified());
    BOOST_TEST(undoText() == QStringLiteral("&Undo"));
    BOOST_TEST((project().createdOn == Date{2026, 11, 21}));
    BOOST_TEST(project().machines.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_saved_project_opens_with_the_same_figures)
{
    enter("context", QStringLiteral("16384"));
    settle();
    selectAnother();
    const std::string chosen = selected();
    const QString said = sentence();
    BOOST_TEST(window().isWindowModified());
    choose(file("lab.rigwright"));
    press(QKeySequence(Qt::CTRL | Qt::Key_S));
    BOOST_REQUIRE(saves());
    BOOST_TEST(window().windowTitle() == QStringLiteral("lab[*] – Rigwright"));
    BOOST_TEST(idOf(written("lab.rigwright").machines.front().build) == chosen);

    trigger("newAction");
    settle();
    BOOST_TEST(window().windowTitle() == QStringLiteral("Untitled[*] – Rigwright"));
    BOOST_TEST(requirement().workload.context == 8192);
    open("lab.rigwright");
    BOOST_TEST(requirement().workload.context == 16384);
    BOOST_TEST(selected() == chosen);
    BOOST_TEST(sentence() == said);
    BOOST_TEST(!window().isWindowModified());
}

BOOST_AUTO_TEST_CASE(saving_again_asks_for_no_name)
{
    save("lab.rigwright");
    choose({});
    enter("context", QStringLiteral("16384"));
    settle();
    BOOST_TEST(window().isWindowModified());
    press(QKeySequence(Qt::CTRL | Qt::Key_S));
    BOOST_REQUIRE(saves());
    BOOST_TEST(written("lab.rigwright").requirement.workload.context == 16384);
}

BOOST_AUTO_TEST_CASE(a_name_without_a_suffix_gets_one)
{
    choose(file("plain"));
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    BOOST_TEST(QTest::qWaitFor([this] { return QFileInfo::exists(file("plain.rigwright")); }, kPatienceMs));
    settle();
}

BOOST_AUTO_TEST_CASE(what_can_t_be_saved_is_told_and_stays_modified)
{
    enter("context", QStringLiteral("16384"));
    settle();
    choose(QStringLiteral("/nowhere/lab.rigwright"));
    trigger("saveAsAction");
    BOOST_REQUIRE(QTest::qWaitFor([this] { return shows("projectNoticeText"); }, kPatienceMs));
    BOOST_TEST(text("projectNoticeText").startsWith(QStringLiteral("Not saved: /nowhere/lab.rigwright")),
               text("projectNoticeText").toStdString());
    BOOST_TEST(window().isWindowModified());
    BOOST_TEST(window().windowTitle() == QStringLiteral("Untitled[*] – Rigwright"));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_project_leaves_the_present_one)
{
    save("lab.rigwright");
    QFile bad(file("bad.rigwright"));
    BOOST_REQUIRE(bad.open(QIODevice::WriteOnly));
    bad.write("{\"schema\": \"rigwright.project/99\"}");
    bad.close();
    open("bad.rigwright");
    BOOST_TEST(box("openFailedBox")->informativeText().startsWith(file("bad.rigwright")));
    answer("openFailedBox", QMessageBox::Ok);
    BOOST_TEST(window().windowTitle() == QStringLiteral("lab[*] – Rigwright"));
}

BOOST_AUTO_TEST_CASE(unsaved_changes_of_a_file_are_asked_about_before_the_window_closes)
{
    save("lab.rigwright");
    enter("context", QStringLiteral("16384"));
    settle();
    window().close();
    BOOST_TEST(box("unsavedBox")->text() == QStringLiteral("Save the changes to “lab”?"));
    answer("unsavedBox", QMessageBox::Cancel);
    BOOST_TEST(window().isVisible());
    BOOST_TEST(window().isWindowModified());

    press(QKeySequence(Qt::CTRL | Qt::Key_Q));
    answer("unsavedBox", QMessageBox::Save);
    BOOST_TEST(QTest::qWaitFor([this] { return !window().isVisible(); }, kPatienceMs));
    BOOST_TEST(written("lab.rigwright").requirement.workload.context == 16384);
}

BOOST_AUTO_TEST_CASE(discarded_changes_leave_the_file_as_it_was)
{
    save("lab.rigwright");
    enter("context", QStringLiteral("16384"));
    settle();
    window().close();
    answer("unsavedBox", QMessageBox::Discard);
    BOOST_TEST(QTest::qWaitFor([this] { return !window().isVisible(); }, kPatienceMs));
    BOOST_TEST(written("lab.rigwright").requirement.workload.context == 8192);
}

BOOST_AUTO_TEST_CASE(a_project_that_another_window_has_opens_read_only)
{
    save("lab.rigwright");
    ProjectWindow other;
    other.choose(file("lab.rigwright"));
    other.trigger("openAction");
    BOOST_TEST(other.box("lockedBox")->informativeText().contains(QStringLiteral("another window")),
               other.box("lockedBox")->informativeText().toStdString());
    other.click("openReadOnly");
    other.settle();
    BOOST_TEST(other.window().windowTitle() == QStringLiteral("lab[*] (read-only) – Rigwright"));
    BOOST_TEST(other.shows("projectNoticeAction"));
    // Saving asks for another file, which is its own then.
    other.choose(file("copy.rigwright"));
    other.press(QKeySequence(Qt::CTRL | Qt::Key_S));
    BOOST_TEST(QTest::qWaitFor(
        [&] { return other.window().windowTitle() == QStringLiteral("copy[*] – Rigwright"); }, kPatienceMs));
    // The same file again is refused there, too.
    other.choose(file("lab.rigwright"));
    other.trigger("saveAsAction");
    BOOST_REQUIRE(QTest::qWaitFor([&] { return other.shows("projectNoticeText"); }, kPatienceMs));
    BOOST_TEST(other.text("projectNoticeText").contains(QStringLiteral("another window")));
}

BOOST_AUTO_TEST_CASE(files_that_are_gone_leave_the_recent_ones)
{
    save("one.rigwright");
    save("two.rigwright");
    const auto recent = [this] {
        auto* menu = window().findChild<QMenu*>(QStringLiteral("recentMenu"));
        QMetaObject::invokeMethod(menu, "aboutToShow");
        QStringList names;
        for (const QAction* action : menu->actions()) {
            names << action->text();
        }
        return names;
    };
    BOOST_REQUIRE(recent().size() == 2);
    BOOST_TEST(recent().front().contains(QStringLiteral("two.rigwright")));
    QFile::remove(file("two.rigwright"));
    BOOST_REQUIRE(recent().size() == 1);
    trigger("recentAction0");
    settle();
    BOOST_TEST(window().windowTitle() == QStringLiteral("one[*] – Rigwright"));
}

BOOST_AUTO_TEST_CASE(a_project_that_is_dropped_is_opened)
{
    save("lab.rigwright");
    trigger("newAction");
    settle();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file("lab.rigwright"))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &enter);
    BOOST_TEST(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &drop);
    settle();
    BOOST_TEST(window().windowTitle() == QStringLiteral("lab[*] – Rigwright"));
}

BOOST_AUTO_TEST_CASE(name_and_notes_are_kept_in_the_file)
{
    trigger("projectNotesAction");
    QTest::keyClicks(find("projectName"), QStringLiteral("Lab cluster"));
    QTest::keyClicks(find("projectNotes"), QStringLiteral("Ask facilities for a circuit"));
    click("projectNotesTake");
    BOOST_TEST(window().windowTitle() == QStringLiteral("Lab cluster[*] – Rigwright"));
    BOOST_TEST(undoText() == QStringLiteral("&Undo: Name of the project"));
    save("lab.rigwright");
    BOOST_TEST(written("lab.rigwright").notes == "Ask facilities for a circuit");
    // It would be lost, so an untitled project with notes asks before it goes.
    trigger("newAction");
    settle();
    trigger("projectNotesAction");
    QTest::keyClicks(find("projectNotes"), QStringLiteral("x"));
    click("projectNotesTake");
    window().close();
    answer("unsavedBox", QMessageBox::Discard);
}

BOOST_AUTO_TEST_SUITE_END()
