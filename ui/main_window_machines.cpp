// SPDX-License-Identifier: GPL-3.0-or-later
// The user's machines: what is kept from Builds, and what follows a change of the set.
#include "builds/describe.h"
#include "ui/bom_page.h"
#include "ui/builds_page.h"
#include "ui/catalog_library.h"
#include "ui/compare_page.h"
#include "ui/main_window.h"
#include "ui/measurements.h"
#include "ui/saved_machines.h"
#include "ui/text.h"

namespace rigwright {

namespace {
/// Of machines that a search found; the page of builds has them all.
constexpr std::size_t kMostOffers = 20;
} // namespace

void MainWindow::connectMachines()
{
    connect(machines_, &SavedMachines::changed, this, &MainWindow::followMachines);
    connect(comparePage_, &ComparePage::settled, this, &MainWindow::settled);
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
}

void MainWindow::showMachines()
{
    comparePage_->setContext({library_.catalog(), requirement_, measurements_->constants(), today_});
}

std::vector<MachineOffer> MainWindow::machineOffers() const
{
    std::vector<MachineOffer> offers;
    const auto selected = buildsPage_->selectedBuild();
    if (answer_.result != nullptr) {
        for (const EvaluatedBuild& build : answer_.result->builds) {
            const bool isOther = selected == nullptr || build.id != selected->id;
            if (build.onFront && isOther && offers.size() < kMostOffers) {
                offers.push_back({MachineOffer::From::Builds,
                                  QString::fromStdString(build.title),
                                  moneyText(build.price),
                                  {},
                                  build.build});
            }
        }
    }
    for (const SavedMachine& machine : machines_->machines()) {
        offers.push_back({MachineOffer::From::Saved,
                          QString::fromStdString(machine.name),
                          {},
                          machine.name,
                          machine.build});
    }
    return offers;
}

} // namespace rigwright
