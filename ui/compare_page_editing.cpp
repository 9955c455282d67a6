// SPDX-License-Identifier: GPL-3.0-or-later
// Machines that are put together, from the set, from Builds, from nothing or from this computer.
#include "detect/recognize.h"
#include "ui/compare_page.h"
#include "ui/machine_editor.h"
#include "ui/saved_machines.h"
#include "ui/text.h"

namespace rigwright {

namespace {

std::map<PartId, QString> namesThen(const SavedMachine& machine)
{
    std::map<PartId, QString> names;
    for (const SavedMachine::Line& line : machine.lines) {
        names[line.line.part] = QString::fromStdString(line.name);
    }
    return names;
}

/// What the system didn't tell, and what is taken for something like it.
QString remarkOn(const RecognizedMachine& machine)
{
    QStringList lines;
    for (const Finding& finding : machine.findings) {
        lines.append(findingText(finding));
    }
    return lines.join(QLatin1Char(' '));
}

} // namespace

void ComparePage::openEditor(const QString& id, MachineEditor::Start start)
{
    if (context_.catalog == nullptr) {
        return;
    }
    auto* editor = new MachineEditor(
        context_, std::move(start),
        [this, id](const SavedMachine& machine, bool asNew) { return keepEdited(id, machine, asNew); }, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->open();
}

QString ComparePage::keepEdited(const QString& id, const SavedMachine& machine, bool asNew)
{
    if (!asNew) {
        return machines_.setParts(id, machine) ? QString() : machines_.error();
    }
    SavedMachine added = machine;
    added.name = machines_.freeName(QString::fromStdString(machine.name)).toStdString();
    const QString known = machines_.add(std::move(added));
    choose(known);
    return known.isEmpty() ? machines_.error() : QString();
}

void ComparePage::editChosen()
{
    if (const SavedMachine* saved = machines_.find(chosen())) {
        openEditor(chosen(),
                   {saved->build, QString::fromStdString(saved->name), true, namesThen(*saved), {}});
    }
}

void ComparePage::editBuild(const EvaluatedBuild& build)
{
    openEditor({}, {build.build, machines_.freeName(QString::fromStdString(build.title)), false, {}, {}});
}

void ComparePage::beginMachine()
{
    openEditor({}, {{}, machines_.freeName(tr("New machine")), false, {}, {}});
}

void ComparePage::addThisComputer()
{
    say(tr("Looking at this computer …"), Tone::Quiet);
    files_.start([this, context = context_](const std::stop_token&) -> LatestTask::Delivery {
        const auto found =
            std::make_shared<const RecognizedMachine>(recognize(*context.catalog, readSystem()));
        return [this, found] { takeComputer(*found); };
    });
}

void ComparePage::takeComputer(const RecognizedMachine& found)
{
    say({}, Tone::Quiet);
    openEditor({}, {found.build, machines_.freeName(tr("This computer")), false, {}, remarkOn(found)});
}

} // namespace rigwright
