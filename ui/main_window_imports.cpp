// SPDX-License-Identifier: GPL-3.0-or-later
// Models that the user brings along: the dialog, files that are dropped, and what a later start finds again.
#include "ui/dialog_parts.h"
#include "ui/main_window.h"
#include "ui/offered.h"
#include "ui/requirement_panel.h"
#include "ui/saved_state.h"
#include "ui/session.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace rigwright {

namespace {

/// What a model that was brought along asks for: its own precision where an engine loads it, and no more context than it has.
void suit(Requirement& requirement, const ImportedModel& model)
{
    Workload& workload = requirement.workload;
    if (model.format) {
        Workload own = workload;
        own.weights = *model.format;
        if (!isOffered(own)) {
            own.engine = engineFor(own.kind, own.weights).value_or(own.engine);
        }
        workload = isOffered(own) ? own : workload;
    }
    if (model.facts.maxContext > 0) {
        workload.context = std::min(workload.context, model.facts.maxContext);
    }
}

} // namespace

ImportDialog* MainWindow::importModel(const QString& origin)
{
    auto* dialog = new ImportDialog(
        [](const std::filesystem::path& file) { return rigwright::importModel(file); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::modelTaken, this, &MainWindow::takeImport);
    connect(dialog, &ImportDialog::modelForgotten, this, &MainWindow::forgetImport);
    dialog->open();
    if (!origin.isEmpty()) {
        dialog->read(origin);
    }
    return dialog;
}

void MainWindow::showNotes()
{
    if (const ModelImport* import = library_.findImport(panel_->requirement().model)) {
        const ModelImport shown = *import;
        importModel()->showKnown(shown);
    }
}

void MainWindow::takeImport(const ModelImport& import)
{
    library_.add(import);
    lostImports_.removeAll(import.origin);
    useLibrary();
    Requirement changed = panel_->requirement();
    changed.model = import.model.facts.id;
    suit(changed, import.model);
    panel_->setRequirement(changed);
}

void MainWindow::forgetImport(const ModelId& model)
{
    library_.remove(model);
    Requirement changed = panel_->requirement();
    if (changed.model == model) {
        changed.model = defaultRequirement(*library_.catalog()).model;
    }
    useLibrary();
    panel_->setRequirement(changed);
}

void MainWindow::useLibrary()
{
    shelf_.setCatalog(library_.catalog());
    studyShelf_ = std::make_shared<ModelShelf>(library_.catalog());
    analysis_->setCatalog(library_.catalog());
    panel_->refillModels();
    QStringList origins = lostImports_;
    for (const ModelImport& import : library_.imports()) {
        origins << import.origin;
    }
    saveImports(session_.settings(), origins);
}

void MainWindow::restoreImports(const QStringList& origins)
{
    imports_->start([this, origins](const std::stop_token& stop) -> LatestTask::Delivery {
        std::vector<ModelImport> found;
        QStringList lost;
        QStringList failures;
        for (const QString& origin : origins) {
            if (stop.stop_requested()) {
                return {};
            }
            Expected<ModelImport> read = readModel(origin, rigwright::importModel);
            if (read) {
                found.push_back(std::move(*read));
            } else {
                lost << origin;
                failures << QString::fromStdString(read.error().message);
            }
        }
        return [this, found = std::move(found), lost, failures] {
            for (const ModelImport& import : found) {
                library_.add(import);
            }
            lostImports_ = lost;
            useLibrary();
            restoreRequirement(failures);
        };
    });
}

void MainWindow::restoreRequirement(const QStringList& failures)
{
    const QSettings& settings = session_.settings();
    const Requirement fallback = defaultRequirement(*library_.catalog());
    Requirement first = savedRequirement(settings, fallback).value_or(fallback);
    // The catalog may be another one than when it was saved, and a file may be gone.
    const bool lost = shelf_.facts(first.model) == nullptr;
    if (lost) {
        first.model = fallback.model;
    }
    restored_ = true;
    beginProject(first);
    if (lost && !failures.isEmpty()) {
        panel_->tellOfModel(
            tr("The imported model can't be read any more (%1). This one stands in its place.")
                .arg(failures.join(QStringLiteral("; "))));
    }
    if (!pendingProject_.isEmpty()) {
        openProject(std::exchange(pendingProject_, {}));
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!draggedFile(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString file = draggedFile(event->mimeData());
    if (file.isEmpty()) {
        return;
    }
    event->acceptProposedAction();
    if (file.endsWith(QLatin1String(".rigwright"), Qt::CaseInsensitive)) {
        openProject(file);
    } else {
        importModel(file);
    }
}

} // namespace rigwright
