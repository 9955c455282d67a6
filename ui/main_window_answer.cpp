// SPDX-License-Identifier: GPL-3.0-or-later
// What follows the requirement: the search, its answer, and what is studied of the selected machine.
#include "builds/hardware.h"
#include "ui/advice_page.h"
#include "ui/bom_page.h"
#include "ui/builds_page.h"
#include "ui/compare_page.h"
#include "ui/costs_page.h"
#include "ui/label.h"
#include "ui/main_window.h"
#include "ui/measurements.h"
#include "ui/memory_page.h"
#include "ui/speed_page.h"
#include "ui/text.h"
#include "ui/verdict_bar.h"

#include <QLocale>

#include <cmath>

namespace rigwright {

void MainWindow::takeRequirement(const Requirement& requirement)
{
    noteRequirement(requirement);
    requirement_ = requirement;
    requirement_.today = today_;
    refused_ = false;
    ask();
}

void MainWindow::ask()
{
    slow_.start();
    analysis_->ask(requirement_, kept_);
    showMachines();
    showStudy();
    showStatus();
}

void MainWindow::refuseRequirement()
{
    refused_ = true;
    following_ = false;
    slow_.stop();
    analysis_->cancel();
    setBusy(true);
    showVerdict();
    Q_EMIT settled();
}

void MainWindow::takeAnswer(const SearchAnswer& answer)
{
    answer_ = answer;
    slow_.stop();
    setBusy(false);
    const auto result = answer.result != nullptr ? answer.result : std::make_shared<const SearchResult>();
    // Tells which machine is selected, which everything else follows.
    buildsPage_->setConstants(measurements_->constants());
    buildsPage_->markKept(answer.keptId);
    buildsPage_->showResult(library_.catalog(), result, answer.requirement);
    restoring_ = false;
    showProjectNotice();
    showStatus();
    tellPriced();
    Q_EMIT settled();
}

void MainWindow::showSelected()
{
    const std::shared_ptr<const EvaluatedBuild> build = buildsPage_->selectedBuild();
    noteMachine();
    comparePage_->showSelected(build);
    costsPage_->showBuild(library_.catalog(), build, answer_.requirement);
    noteAssumptions();
    bomPage_->setConstants(measurements_->constants());
    bomPage_->showBuild(library_.catalog(), build, answer_.requirement);
    advicePage_->showAnswer(build, answer_.result);
    exportAction_->setEnabled(bomPage_->canExport());
    newRevisionAction_->setEnabled(build != nullptr);
    showStudy();
    showVerdict();
}

std::optional<Hardware> MainWindow::selectedHardware() const
{
    const std::shared_ptr<const EvaluatedBuild> build = buildsPage_->selectedBuild();
    return build == nullptr ? std::nullopt : std::optional(leftForModel(build->hardware));
}

void MainWindow::showStudy()
{
    const std::optional<Hardware> hardware = selectedHardware();
    if (const auto study = studyMemory(shelf_, requirement_, hardware ? &*hardware : nullptr)) {
        memoryPage_->showStudy(*study);
    }
    auto speed =
        hardware ? studySpeed(shelf_, requirement_, *hardware, *measurements_->constants()) : std::nullopt;
    if (speed) {
        speedPage_->showStudy(std::move(*speed));
    } else {
        speedPage_->showNothing();
    }
    further_.start();
}

void MainWindow::studyFurther()
{
    const std::optional<Hardware> hardware = selectedHardware();
    const auto model = shelf_.weigh(requirement_.model, requirement_.workload);
    const int layers = model == nullptr ? 0 : static_cast<int>(model->layers.size());
    study_->start([this, shelf = studyShelf_, requirement = requirement_, hardware, layers,
                   constants =
                       measurements_->constants()](const std::stop_token& stop) -> LatestTask::Delivery {
        const Hardware* on = hardware ? &*hardware : nullptr;
        const int devices = on == nullptr ? 0 : on->deviceCount();
        auto precisions = studyPrecisions(*shelf, requirement, on, stop, *constants);
        auto placements = on == nullptr || stop.stop_requested() ? PlacementStudy()
                                                                 : studyPlacements(*shelf, requirement, *on);
        return [this, precisions = std::move(precisions), placements = std::move(placements),
                engine = requirement.workload.engine, layers, devices] {
            memoryPage_->showPrecisions(precisions, devices > 0);
            memoryPage_->showPlacements(placements, engine, layers, devices);
        };
    });
}

void MainWindow::showVerdict()
{
    const std::shared_ptr<const EvaluatedBuild> build = buildsPage_->selectedBuild();
    if (refused_) {
        verdict_->showVerdict(refusedVerdict());
    } else if (answer_.generation == 0) {
        verdict_->showVerdict(waitingVerdict());
    } else if (build != nullptr) {
        verdict_->showVerdict(buildVerdict(answer_, *build, today_));
    } else {
        verdict_->showVerdict(noVerdict(answer_, shelf_));
    }
}

void MainWindow::showStatus()
{
    const Catalog& catalog = *library_.catalog();
    catalogLabel_->setText(
        tr("Catalog %1 · %2 parts")
            .arg(dateText(catalog.date), countText(static_cast<std::int64_t>(catalog.partCount()))));
    const Currency asked = requirement_.budget.currency();
    const Currency other = asked == Currency::usd() ? Currency::parse("CNY").value_or(asked) : asked;
    const ExchangeRate* rate = catalog.rates.find(other);
    rateLabel_->setText(rate == nullptr || other == Currency::usd()
                            ? QString()
                            : tr("1 USD = %1 %2 (%3)")
                                  .arg(QLocale().toString(rate->perUsd, 'g', 4),
                                       QString::fromStdString(other.code()), dateText(rate->date)));
    timeLabel_->setText(answer_.generation == 0
                            ? QString()
                            : tr("Front found in %1 ms").arg(countText(std::lround(answer_.elapsedMs))));
}

void MainWindow::setBusy(bool busy)
{
    verdict_->setBusy(busy && !refused_);
    memoryPage_->setBusy(busy && refused_);
    speedPage_->setBusy(busy && refused_);
    buildsPage_->setBusy(busy);
    costsPage_->setBusy(busy);
    bomPage_->setBusy(busy);
    advicePage_->setBusy(busy);
}

void MainWindow::exportBom()
{
    showTab(Bom);
    bomPage_->exportBom();
}

} // namespace rigwright
