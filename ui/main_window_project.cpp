// SPDX-License-Identifier: GPL-3.0-or-later
// The project that the window is always on: its steps from the window's fields, and the fields where a step is undone or another
// project opened.
#include "builds/describe.h"
#include "project/cost_case.h"
#include "project/project_facts.h"
#include "project/project_machines.h"
#include "ui/advice_page.h"
#include "ui/bom_page.h"
#include "ui/builds_page.h"
#include "ui/catalog_library.h"
#include "ui/cost_steps.h"
#include "ui/costs_page.h"
#include "ui/main_window.h"
#include "ui/open_project.h"
#include "ui/project_files.h"
#include "ui/project_view.h"
#include "ui/requirement_panel.h"
#include "ui/requirement_steps.h"
#include "ui/saved_assumptions.h"
#include "ui/session.h"

#include <QScopedValueRollback>

#include <utility>

namespace rigwright {

void MainWindow::connectProject()
{
    bomPage_->setProject(project_);
    connect(project_, &OpenProject::changed, this, &MainWindow::followProject);
    connect(project_, &OpenProject::modifiedChanged, this, &MainWindow::showTitle);
    connect(buildsPage_, &BuildsPage::buildChosen, this,
            [this](const std::shared_ptr<const EvaluatedBuild>& build) {
                edit(tr("Machine: %1").arg(QString::fromStdString(build->title)),
                     [&build](Project& project) { setShownBuild(project, build->build); });
                kept_.reset();
                if (buysSeveral()) {
                    keepShown();
                }
            });
    bomPage_->ordered().setOffers([this] { return machineOffers(); });
    connect(&bomPage_->ordered(), &OrderedMachinesView::choiceWanted, this, [this] { showTab(Builds); });
    connect(bomPage_, &BomPage::settled, this, &MainWindow::settled);
    connect(bomPage_, &BomPage::bomChanged, this, [this] {
        exportAction_->setEnabled(bomPage_->canExport());
        tellPriced();
    });
    connect(costsPage_, &CostsPage::assumptionsEdited, this, [this] {
        const std::optional<CostAssumptions> chosen = costsPage_->chosenAssumptions();
        const CostAssumptions fallback = costsPage_->defaults().value_or(CostAssumptions());
        const QString name =
            costStepName(project_->project().assumptions.value_or(fallback), chosen.value_or(fallback));
        edit(name, [&chosen](Project& project) { project.assumptions = chosen; });
    });
    connect(costsPage_, &CostsPage::casesEdited, this, [this] {
        edit(tr("Cases of costs"), [this](Project& project) { project.cases = costsPage_->cases(); });
    });
}

void MainWindow::edit(const QString& label, const std::function<void(Project&)>& change)
{
    const QScopedValueRollback guard(ownEdit_, true);
    project_->change(label, change, label);
}

void MainWindow::note(const std::function<void(Project&)>& change)
{
    const QScopedValueRollback guard(ownEdit_, true);
    project_->follow(change);
}

void MainWindow::beginProject(const Requirement& requirement)
{
    costsPage_->openCases(cases_);
    Project project;
    project.createdOn = today_;
    project.requirement = requirement;
    project.assumptions = savedAssumptions(session_.settings(), requirement.budget.currency());
    project.cases = costsPage_->cases();
    files_->begin(std::move(project));
}

void MainWindow::followProject()
{
    showTitle();
    if (ownEdit_) {
        return;
    }
    const Project& project = project_->project();
    restoring_ = true;
    const bool otherPrices = pricingMark(project) != pricingMark_;
    if (otherPrices) {
        usePrices();
    }
    const QString machine = keepShown();
    followCases();
    costsPage_->showAssumptions(project.assumptions);
    showProjectNotice();
    const auto selected = buildsPage_->selectedBuild();
    const bool otherMachine =
        !machine.isEmpty() && (selected == nullptr || selected->id != machine.toStdString());
    if (!requirementStepName(panel_->requirement(), project.requirement, {}).isEmpty() || refused_ ||
        answer_.generation == 0) {
        following_ = true;
        panel_->setRequirement(project.requirement);
    } else if (otherPrices || (otherMachine && !buildsPage_->showMachine(machine))) {
        ask();
    } else {
        restoring_ = following_;
    }
}

QString MainWindow::keepShown()
{
    const ProjectMachine* shown = shownMachine(project_->project());
    const QString machine = shown == nullptr ? QString() : QString::fromStdString(idOf(shown->build));
    kept_ = shown == nullptr ? std::nullopt : std::optional(KeptMachine{shown->build, true});
    buildsPage_->keep(machine);
    return machine;
}

bool MainWindow::buysSeveral() const
{
    return project_->project().machines.size() > 1;
}

void MainWindow::followCases()
{
    if (costsPage_->cases() != project_->project().cases) {
        costsPage_->showCases(project_->project().cases);
    }
}

void MainWindow::usePrices()
{
    pricingMark_ = pricingMark(project_->project());
    library_.setShipped(projectCatalog(project_->project(), catalogLibrary_->view()->catalog, today_));
    advicePage_->setCatalog(library_.catalog());
    useLibrary();
}

void MainWindow::noteRequirement(const Requirement& requirement)
{
    Requirement wanted = requirement;
    wanted.today.reset();
    const ModelFacts* model = shelf_.facts(wanted.model);
    const QString name = QString::fromStdString(model == nullptr ? wanted.model.text() : model->name);
    const QString step = requirementStepName(project_->project().requirement, wanted, name);
    const bool follows = std::exchange(following_, false);
    if (step.isEmpty()) {
        return;
    }
    const auto change = [&wanted](Project& project) { project.requirement = wanted; };
    if (follows) {
        note(change);
        return;
    }
    restoring_ = false;
    // A machine that the search finds as well is chosen anew by it; one of the user's own stays while it will do. Of several that are
    // bought, each was chosen.
    if (buysSeveral()) {
        keepShown();
    } else if (answer_.keptId.isEmpty()) {
        kept_.reset();
        buildsPage_->keep({});
    } else if (kept_) {
        kept_->always = false;
    }
    edit(step, change);
}

void MainWindow::noteMachine()
{
    const auto build = buildsPage_->selectedBuild();
    const ProjectMachine* shown = shownMachine(project_->project());
    // What a document says was chosen stays, even where it can't be shown.
    if (build == nullptr || (kept_ && kept_->always) ||
        (shown != nullptr && idOf(shown->build) == build->id)) {
        return;
    }
    note([&build](Project& project) { setShownBuild(project, build->build); });
}

void MainWindow::noteAssumptions()
{
    if (restoring_) {
        costsPage_->showAssumptions(project_->project().assumptions);
        return;
    }
    const std::optional<CostAssumptions> chosen = costsPage_->chosenAssumptions();
    if (chosen != project_->project().assumptions) {
        note([&chosen](Project& project) { project.assumptions = chosen; });
    }
}

std::function<Project()> MainWindow::snapshot() const
{
    std::shared_ptr<const Catalog> current = catalogLibrary_->view()->catalog;
    if (const ModelImport* import = library_.findImport(project_->project().requirement.model)) {
        auto all = std::make_shared<Catalog>(*current);
        all->models.push_back(import->model.facts);
        current = std::move(all);
    }
    return [project = project_->project(), view = catalogLibrary_->view(), current, today = today_] {
        return withExcerpt(project, *view, *current, today);
    };
}

void MainWindow::showTitle()
{
    QString name = projectTitle(project_->project(), files_->path());
    name.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
    setWindowTitle(files_->isReadOnly() ? tr("%1[*] (read-only) – Rigwright").arg(name)
                                        : tr("%1[*] – Rigwright").arg(name));
    setWindowModified(project_->isModified());
}

} // namespace rigwright
