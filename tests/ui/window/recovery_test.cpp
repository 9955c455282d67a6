// SPDX-License-Identifier: GPL-3.0-or-later
// What a crash leaves: another process edits a project and is killed.
#include "support/temporary_folder.h"
#include "ui/window/project_window.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QThread>

#include <iostream>

using namespace rigwright;

namespace {

constexpr auto kFolder = "RIGWRIGHT_TEST_AUTOSAVE";
constexpr auto kFile = "RIGWRIGHT_TEST_PROJECT";
constexpr int kOftenMs = 100;
constexpr int kStartMs = 60'000;

/// Edits the file in a process of its own, which is killed once it has kept the edit.
void crashEditing(const QString& file, const QString& folder)
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(kFolder), folder);
    environment.insert(QLatin1String(kFile), file);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--run_test=killed_window/is_edited_and_waits")});
    BOOST_REQUIRE(QTest::qWaitFor(
        [&child] {
            return child.state() == QProcess::NotRunning || child.readAllStandardOutput().contains("kept");
        },
        kStartMs));
    BOOST_REQUIRE((child.state() == QProcess::Running));
    child.kill();
    BOOST_REQUIRE(child.waitForFinished());
}

} // namespace

/// The other process.
BOOST_AUTO_TEST_SUITE(killed_window)

BOOST_AUTO_TEST_CASE(is_edited_and_waits, *boost::unit_test::disabled())
{
    const QString folder = qEnvironmentVariable(kFolder);
    const ProjectWindow window;
    window.window().keepUnsavedIn(folder.toStdString(), kOftenMs);
    window.window().openProject(qEnvironmentVariable(kFile));
    window.settle();
    window.enter("context", QStringLiteral("16384"));
    BOOST_REQUIRE(QTest::qWaitFor(
        [&folder] { return !QDir(folder).entryList({QStringLiteral("*.autosave")}, QDir::Files).isEmpty(); },
        ProjectWindow::kPatienceMs));
    std::cout << "kept" << std::endl;
    QThread::sleep(kStartMs / 1000);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(crash)

BOOST_AUTO_TEST_CASE(what_was_not_saved_is_offered_at_the_next_start)
{
    const TemporaryFolder folder;
    ProjectWindow window;
    window.save("lab.rigwright");
    window.trigger("newAction");
    window.settle();
    crashEditing(window.file("lab.rigwright"), QString::fromStdString(folder.path().string()));

    window.window().keepUnsavedIn(folder.path(), kOftenMs);
    window.settle();
    const auto* list = window.find<QTableView>("recoverable");
    BOOST_REQUIRE(list->model()->rowCount() == 1);
    BOOST_TEST(list->model()->index(0, 0).data().toString() == QStringLiteral("lab"));
    BOOST_TEST(list->model()->index(0, 3).data().toString() == window.file("lab.rigwright"));
    window.click("recoverProject");
    window.settle();
    BOOST_TEST(window.requirement().workload.context == 16384);
    BOOST_TEST(window.window().windowTitle() == QStringLiteral("lab[*] – Rigwright"));
    BOOST_TEST(window.window().isWindowModified());
    BOOST_TEST(window.written("lab.rigwright").requirement.workload.context == 8192);
    window.press(QKeySequence(Qt::CTRL | Qt::Key_S));
    BOOST_REQUIRE(window.saves());
    BOOST_TEST(window.written("lab.rigwright").requirement.workload.context == 16384);
    // Nothing is left to offer.
    BOOST_TEST(QTest::qWaitFor(
        [&folder] {
            const QDir left(QString::fromStdString(folder.path().string()));
            return left.entryList({QStringLiteral("*.autosave")}, QDir::Files).isEmpty();
        },
        ProjectWindow::kPatienceMs));
}

BOOST_AUTO_TEST_CASE(what_is_not_wanted_is_thrown_away)
{
    const TemporaryFolder folder;
    const ProjectWindow window;
    window.save("lab.rigwright");
    window.trigger("newAction");
    window.settle();
    crashEditing(window.file("lab.rigwright"), QString::fromStdString(folder.path().string()));
    window.window().keepUnsavedIn(folder.path(), kOftenMs);
    window.settle();
    window.click("discardProject");
    BOOST_TEST(!window.shows("recoveryDialog"));
    BOOST_TEST(ProjectAutosave::recoverable(folder.path()).empty());
}

BOOST_AUTO_TEST_SUITE_END()
