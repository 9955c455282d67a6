// SPDX-License-Identifier: GPL-3.0-or-later
// The user's machines: what is kept from Builds, and what follows a change of the set.
#include "builds/describe.h"
#include "ui/builds_page.h"
#include "ui/catalog_library.h"
#include "ui/compare_page.h"
#include "ui/main_window.h"
#include "ui/measurements.h"
#include "ui/saved_machines.h"
#include "ui/tab_strip.h"

namespace rigwright {

void MainWindow::connectMachines()
{
    connect(machines_, &SavedMachines::changed, this, &MainWindow::followMachines);
    connect(comparePage_, &ComparePage::settled, this, &MainWindow::settled);
    connect(tabs_, &QTabBar::currentChanged, this, &MainWindow::showUndo);
    connect(buildsPage_, &BuildsPage::saveWanted, this, [this](const QString& name) {
        if (const auto build = buildsPage_->selectedBuild()) {
            machines_->add(savedMachine(*build, machines_->freeName(name).toStdString(), today_));
        }
    });
    connect(buildsPage_, &BuildsPage::editWanted, this, [this] {
        if (const auto build = buildsPage_->selectedBuild()) {
            comparePage_->editBuild(*build);
        }
    });
    followMachines();
}

void MainWindow::followMachines()
{
    QSet<QString> saved;
    for (const SavedMachine& machine : machines_->machines()) {
        saved.insert(QString::fromStdString(idOf(machine.build)));
    }
    buildsPage_->showSaved(saved);
    buildsPage_->setSavedMachines(machines_->machines());
    showUndo();
}

void MainWindow::showMachines()
{
    comparePage_->setContext({library_.catalog(), requirement_, measurements_->constants(), today_});
}

/// Steps of the machines are undone where machines show, those of the catalog elsewhere.
bool MainWindow::undoesMachines(bool forth) const
{
    const bool here = tabs_->currentIndex() == Builds || tabs_->currentIndex() == Compare;
    return here && !(forth ? machines_->redoLabel() : machines_->undoLabel()).isEmpty();
}

void MainWindow::undo()
{
    if (undoesMachines(false)) {
        machines_->undo();
    } else {
        catalogLibrary_->undo();
    }
}

void MainWindow::redo()
{
    if (undoesMachines(true)) {
        machines_->redo();
    } else {
        catalogLibrary_->redo();
    }
}

} // namespace rigwright
