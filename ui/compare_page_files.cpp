// SPDX-License-Identifier: GPL-3.0-or-later
// Build files that come to the user's machines and go from them.
#include "builds/evaluate.h"
#include "project/build_file.h"
#include "ui/compare_page.h"
#include "ui/machine_list_model.h"
#include "ui/saved_machines.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

/// One machine of the set's file is a build file.
QByteArray buildFileText(const SavedMachine& machine)
{
    const auto set = nlohmann::ordered_json::parse(machineSetText(MachineSet{{machine}}));
    return QByteArray::fromStdString(set.at("machines").at(0).dump(2)) + '\n';
}

} // namespace

void ComparePage::askForImport()
{
    auto* dialog = new QFileDialog(this, tr("Add the machine of a build file"), {},
                                   tr("Build files (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ComparePage::importFile);
    dialog->open();
}

void ComparePage::askForExport()
{
    auto* dialog = new QFileDialog(this, tr("Export as a build file"), {}, tr("Build files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, &ComparePage::exportFile);
    dialog->open();
}

void ComparePage::importFile(const QString& path)
{
    using Found = Expected<EvaluatedBuild>;
    files_.start([this, path, context = context_](const std::stop_token&) -> LatestTask::Delivery {
        auto found = std::make_shared<Found>(
            readBuildFile(*context.catalog, path.toStdString()).and_then([&context](const Build& build) {
                return evaluateBuild(*context.catalog, build, context.requirement, *context.constants);
            }));
        return [this, path, found] {
            if (!*found) {
                say(QString::fromStdString(found->error().message), Tone::Problem);
                return;
            }
            const QString name = machines_.freeName(QFileInfo(path).completeBaseName());
            choose(machines_.add(savedMachine(**found, name.toStdString(), context_.today)));
        };
    });
}

void ComparePage::exportFile(const QString& path)
{
    const SavedMachine* machine = machines_.find(chosen());
    if (machine == nullptr) {
        return;
    }
    QSaveFile file(path);
    const QByteArray text = buildFileText(*machine);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        say(tr("%1 can't be written: %2").arg(path, file.errorString()), Tone::Problem);
        return;
    }
    say(tr("Written to %1.").arg(path), Tone::Quiet);
}

} // namespace rigwright
