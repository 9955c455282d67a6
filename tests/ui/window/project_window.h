// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project_file.h"
#include "ui/build_table_model.h"
#include "ui/builds_page.h"
#include "ui/open_project.h"
#include "ui/window/test_window.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

#include <filesystem>

namespace rigwright {

/// The window with a folder for files of projects, which its choosers give without asking.
struct ProjectWindow : TestWindow {
    ProjectWindow() { choose({}); }
    explicit ProjectWindow(const Changeable& changeable)
        : TestWindow(changeable)
    {
        choose({});
    }

    [[nodiscard]] QString file(const char* name) const
    {
        return QString::fromStdString((machines().parent_path() / name).string());
    }
    /// What the user chooses in the dialogs for files from now on.
    void choose(const QString& path) const
    {
        window().setProjectChoosers({[path](QWidget*) { return path; },
                                     [path](QWidget*, const QString&) { return path; },
                                     [path](QWidget*, const QString&) { return path; }});
    }
    void press(const QKeySequence& keys) const
    {
        window().activateWindow();
        BOOST_REQUIRE(QTest::qWaitForWindowActive(&window()));
        QTest::keySequence(&window(), keys);
    }
    [[nodiscard]] bool saves() const
    {
        return QTest::qWaitFor([this] { return !window().isWindowModified(); }, kPatienceMs);
    }
    void save(const char* name) const
    {
        choose(file(name));
        trigger("saveAsAction");
        BOOST_REQUIRE(QTest::qWaitFor([&] { return QFileInfo::exists(file(name)) && saves(); }, kPatienceMs));
        settle();
    }
    void open(const char* name) const
    {
        choose(file(name));
        press(QKeySequence(Qt::CTRL | Qt::Key_O));
        settle();
    }
    [[nodiscard]] Project written(const char* name) const
    {
        const auto read = readProject(file(name).toStdString());
        BOOST_REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().message));
        return *read;
    }
    /// The box of this name once it shows, and a click on one of its buttons.
    [[nodiscard]] QMessageBox* box(const char* name) const
    {
        QMessageBox* found = nullptr;
        BOOST_REQUIRE(QTest::qWaitFor(
            [&] {
                found = window().findChild<QMessageBox*>(QLatin1String(name));
                return found != nullptr && found->isVisible();
            },
            kPatienceMs));
        return found;
    }
    void answer(const char* name, QMessageBox::StandardButton button) const
    {
        QTest::mouseClick(box(name)->button(button), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    [[nodiscard]] QString undoText() const { return actionText("undoAction"); }
    [[nodiscard]] QString redoText() const { return actionText("redoAction"); }
    [[nodiscard]] QString actionText(const char* name) const
    {
        return window().findChild<QAction*>(QLatin1String(name))->text();
    }
    /// Selects a machine of the table on the Builds page; not the one that is selected.
    void selectAnother() const
    {
        window().showTab(MainWindow::Builds);
        settle();
        const auto* view = find<QTableView>("buildTable");
        const int row = view->currentIndex().row() == 2 ? 3 : 2;
        const QModelIndex index = view->model()->index(row, BuildTableModel::Price);
        find<QTableView>("buildTable")->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
        settle();
    }
    [[nodiscard]] std::string selected() const
    {
        const auto build = window().findChild<BuildsPage*>()->selectedBuild();
        return build == nullptr ? std::string() : build->id;
    }
    [[nodiscard]] const Project& project() const { return window().findChild<OpenProject*>()->project(); }

    static constexpr int kPatienceMs = 10'000;
};

} // namespace rigwright
