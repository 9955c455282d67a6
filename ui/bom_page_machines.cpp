// SPDX-License-Identifier: GPL-3.0-or-later
// What the page buys: the machines of the project, judged, priced and shown.
#include "builds/describe.h"
#include "project/project_machines.h"
#include "ui/alternatives_dialog.h"
#include "ui/bom_lines_view.h"
#include "ui/bom_page.h"
#include "ui/bom_subject.h"
#include "ui/card.h"
#include "ui/judged_machine.h"
#include "ui/launch_view.h"
#include "ui/open_project.h"
#include "ui/order_form.h"

#include <QStackedWidget>

#include <algorithm>

namespace rigwright {

namespace {

/// Of one system of a machine: its lines with a price, less their discounts.
Money systemPrice(const Bom& bom, std::size_t machine)
{
    Money sum(0, bom.currency);
    for (const BomLine& line : bom.lines) {
        const std::optional<Money> price = bom.netUnitPrice(line);
        if (line.kind == BomLine::Kind::Part && line.machine == machine && price) {
            sum += *price * line.quantityPerSystem;
        }
    }
    return sum;
}

int linesWithoutPrice(const Bom& bom, std::size_t machine)
{
    return static_cast<int>(std::ranges::count_if(bom.lines, [machine](const BomLine& line) {
        return line.kind == BomLine::Kind::Part && line.machine == machine && !line.unitPrice;
    }));
}

OrderSum sumOf(const Bom& bom)
{
    OrderSum sum;
    sum.systems = bom.systems();
    sum.total = bom.totals().gross;
    sum.taxed = bom.terms.taxRate.has_value();
    Money extras(0, bom.currency);
    bool some = false;
    for (const BomLine& line : bom.lines) {
        if (line.kind != BomLine::Kind::Part) {
            some = true;
            extras += bom.lineTotal(line).value_or(Money(0, bom.currency));
        }
    }
    if (some) {
        sum.extras = extras;
    }
    return sum;
}

} // namespace

/// Where none was chosen yet, the machine that is shown would be bought once.
std::vector<ProjectMachine> BomPage::wantedMachines() const
{
    const std::vector<ProjectMachine>& machines = project_->project().machines;
    // A single machine that only a search recommends goes with its answer.
    if (catalog_ == nullptr || (build_ == nullptr && machines.size() < 2)) {
        return {};
    }
    return machines.empty() ? std::vector<ProjectMachine>{{{}, build_->build, 1}} : machines;
}

std::size_t BomPage::shownPlace() const
{
    const Project& project = project_->project();
    return project.shown < project.machines.size() ? project.shown : 0;
}

std::optional<std::vector<MachineEvaluation::Judgement>>
BomPage::judge(const std::vector<ProjectMachine>& wanted)
{
    evaluation_.setContext({catalog_, requirement_, constants_, {}});
    std::vector<Build> builds;
    for (const ProjectMachine& machine : wanted) {
        // The search has judged the one that it shows.
        if (build_ != nullptr && (machine.build == build_->build || idOf(machine.build) == build_->id)) {
            evaluation_.add(machine.build, build_);
        }
        builds.push_back(machine.build);
    }
    return evaluation_.ask(builds);
}

void BomPage::refresh()
{
    const std::vector<ProjectMachine> wanted = wantedMachines();
    if (wanted.empty()) {
        evaluation_.cancel();
    }
    const auto judged = wanted.empty() ? std::vector<MachineEvaluation::Judgement>() : judge(wanted);
    if (!judged) {
        // The last result stays until all are known.
        showOrdered(wanted, {}, nullptr);
        slow_.start();
        showExport();
        return;
    }
    slow_.stop();
    error_.clear();
    const std::optional<Bom> bom = priced(wanted, *judged);
    showOrdered(wanted, *judged, bom ? &*bom : nullptr);
    showViews(bom);
    showDimmed();
    showExport();
    Q_EMIT bomChanged();
}

std::optional<Bom> BomPage::priced(const std::vector<ProjectMachine>& wanted,
                                   const std::vector<MachineEvaluation::Judgement>& judged)
{
    machines_.clear();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!judged[i]) {
            const QString why = QString::fromStdString(judged[i].error().message);
            error_ = wanted.size() == 1 ? why : tr("Machine %1: %2").arg(QString::number(i + 1), why);
            machines_.clear();
            return std::nullopt;
        }
        machines_.push_back({wanted[i].name, *judged[i], wanted[i].systems});
    }
    if (machines_.empty()) {
        return std::nullopt;
    }
    const Project& project = project_->project();
    auto made = makeBom(*catalog_, machines_, requirement_, project.order, project.quotes, clock_());
    if (!made) {
        error_ = QString::fromStdString(made.error().message);
        return std::nullopt;
    }
    return *std::move(made);
}

void BomPage::showOrdered(const std::vector<ProjectMachine>& wanted,
                          const std::vector<MachineEvaluation::Judgement>& judged, const Bom* bom)
{
    std::vector<OrderedRow> rows;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        OrderedRow row;
        row.build = wanted[i].build;
        row.name = QString::fromStdString(wanted[i].name);
        row.systems = wanted[i].systems;
        if (i < judged.size() && judged[i]) {
            row.title = QString::fromStdString((*judged[i])->title);
            row.standing = machineStanding(judged[i]->get());
            if (bom != nullptr) {
                row.price = systemPrice(*bom, i);
                row.withoutPrice = linesWithoutPrice(*bom, i);
            }
        } else if (i < judged.size()) {
            row.error = QString::fromStdString(judged[i].error().message);
        }
        rows.push_back(std::move(row));
    }
    // While machines are judged, the sum is not yet that of what is shown.
    OrderSum sum = lines_->bom() && judged.empty() ? sumOf(*lines_->bom()) : OrderSum();
    ordered_->showMachines(std::move(rows), shownPlace(), bom != nullptr ? sumOf(*bom) : sum);
}

void BomPage::showViews(const std::optional<Bom>& bom)
{
    stack_->setCurrentIndex(bom ? 0 : 1);
    empty_->setText(
        error_.isEmpty() ? tr("The parts to buy appear here once a machine meets the requirement.") : error_);
    empty_->setInk(error_.isEmpty() ? ThemedLabel::Ink::Muted : ThemedLabel::Ink::Danger);
    lines_->showBom(bom, bom ? bomSubject(*catalog_, requirement_) : QString());
    launch_->showBuild(catalog_, bom ? machines_.at(shownPlace()).build : nullptr, requirement_);
    if (!bom) {
        quotes_->showPurchase(std::nullopt);
        return;
    }
    order_->setCurrency(bom->currency);
    quotes_->showPurchase(QuotesView::Purchase{catalog_, machines_, requirement_, *bom, clock_()});
}

void BomPage::showDimmed()
{
    dimmer_->setDimmed(busy_ || (evaluation_.isBusy() && !slow_.isActive()));
}

Expected<Bom> BomPage::bom() const
{
    if (lines_->bom()) {
        return *lines_->bom();
    }
    return fail(error_.isEmpty() ? tr("no machine is chosen").toStdString() : error_.toStdString());
}

void BomPage::exchangePart(std::size_t place)
{
    const std::optional<Bom>& bom = lines_->bom();
    if (!bom || place >= bom->lines.size() || bom->lines[place].kind != BomLine::Kind::Part) {
        return;
    }
    const BomLine& line = bom->lines[place];
    const std::size_t machine = line.machine;
    const auto build = machines_.at(machine).build;
    const auto same = std::ranges::find(build->build.lines, line.part, &BuildLine::part);
    if (same == build->build.lines.end()) {
        return;
    }
    const auto index = static_cast<std::size_t>(same - build->build.lines.begin());
    auto* dialog = new AlternativesDialog(catalog_, build->build, index, line.unitPrice, requirement_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, index, build, machine] {
        const PartExchange* chosen = dialog->chosen();
        project_->change(tr("Exchange for %1").arg(QString::fromStdString(chosen->name)),
                         [&](Project& project) {
                             if (project.machines.empty()) {
                                 setShownBuild(project, build->build);
                             }
                             if (machine < project.machines.size()) {
                                 Build& changed = project.machines[machine].build;
                                 changed = build->build;
                                 changed.lines[index] = chosen->line;
                             }
                         });
    });
    dialog->open();
}

} // namespace rigwright
