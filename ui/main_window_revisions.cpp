// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept and said of a project: notes, revisions, and the prices that it rests on.
#include "bom/document_facts.h"
#include "bom/export.h"
#include "ui/bom_page.h"
#include "ui/catalog_library.h"
#include "ui/document_texts.h"
#include "ui/main_window.h"
#include "ui/notice_bar.h"
#include "ui/open_project.h"
#include "ui/project_files.h"
#include "ui/project_notes_dialog.h"
#include "ui/project_view.h"
#include "ui/repricing_dialog.h"
#include "ui/revision_dialogs.h"

#include <QFile>
#include <QPointer>

#include <utility>

namespace rigwright {

void MainWindow::showProjectNotes()
{
    const Project& project = project_->project();
    auto* dialog = new ProjectNotesDialog(QString::fromStdString(project.name),
                                          QString::fromStdString(project.notes), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProjectNotesDialog::taken, this, [this](const QString& name, const QString& notes) {
        const bool isRenamed = name.toStdString() != project_->project().name;
        project_->change(isRenamed ? tr("Name of the project") : tr("Notes"), [&](Project& changed) {
            changed.name = name.toStdString();
            changed.notes = notes.toStdString();
        });
    });
    dialog->open();
}

void MainWindow::showRepricing()
{
    const std::shared_ptr<const CatalogView> view = catalogLibrary_->view();
    const Project& project = project_->project();
    const auto differences = pricesSince(project, *view->catalog);
    if (!differences) {
        projectNotice_->showNotice(QString::fromStdString(differences.error().message));
        return;
    }
    auto* dialog = new RepricingDialog(*differences, expiredQuotes(project, today_),
                                       {project.catalog->date, view->catalog->date}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RepricingDialog::repriceWanted, this, [this, view] {
        project_->change(tr("Re-price"), [this, &view](Project& changed) {
            changed = repriced(std::move(changed), *view, *view->catalog, today_);
        });
    });
    dialog->open();
}

void MainWindow::whenPriced(std::function<void()> then)
{
    afterPricing_ = std::move(then);
    tellPriced();
}

void MainWindow::tellPriced()
{
    if (afterPricing_ && !analysis_->isBusy() && bomPage_->isPriced()) {
        std::exchange(afterPricing_, nullptr)();
    }
}

Expected<Revision> MainWindow::presentRevision() const
{
    return bomPage_->bom().map([this](rigwright::Bom bom) {
        Revision present;
        present.number = 0;
        present.date = today_;
        present.requirement = project_->project().requirement;
        present.bom = std::move(bom);
        return present;
    });
}

void MainWindow::beginRevision()
{
    const Expected<Revision> present = presentRevision();
    if (!present) {
        projectNotice_->showNotice(
            tr("There is nothing to keep: %1.").arg(QString::fromStdString(present.error().message)));
        return;
    }
    const Project& project = project_->project();
    const int number = project.revisions.empty() ? 1 : project.revisions.back().number + 1;
    const std::string author =
        project.revisions.empty() ? project.order.header.requester : project.revisions.back().author;
    auto* dialog = new NewRevisionDialog(number, QString::fromStdString(author), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewRevisionDialog::taken, this,
            [this, kept = *present, number](const QString& note, const QString& by) {
                Revision revision = kept;
                revision.number = number;
                revision.note = note.toStdString();
                revision.author = by.toStdString();
                project_->change(tr("Revision %1").arg(number), [&revision](Project& changed) {
                    changed.revisions.push_back(std::move(revision));
                });
            });
    dialog->open();
}

void MainWindow::showRevisions()
{
    const Expected<Revision> present = presentRevision();
    auto* dialog = new RevisionsDialog(project_->project().revisions,
                                       present ? std::optional(*present) : std::nullopt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RevisionsDialog::exportWanted, this,
            [this, dialog](const Revision& before, const Revision& after) {
                exportChanges(before, after, dialog);
            });
    dialog->open();
}

void MainWindow::exportChanges(const Revision& before, const Revision& after, RevisionsDialog* dialog)
{
    const QString name = tr("%1 changes.xlsx").arg(projectTitle(project_->project(), files_->path()));
    const QString path = choosers_.exportChanges(dialog, name);
    if (path.isEmpty()) {
        return;
    }
    const QPointer<RevisionsDialog> told = dialog;
    exports_->start([before, after, path, told,
                     texts = windowTexts()](const std::stop_token&) -> LatestTask::Delivery {
        const Expected<void> done = exportDocument(changesDocument(compareRevisions(before, after), texts),
                                                   QFile::encodeName(path).toStdString());
        const QString error = done ? QString() : QString::fromStdString(done.error().message);
        return [told, path, error] {
            if (told != nullptr) {
                told->tell(error.isEmpty() ? tr("Written: %1").arg(path) : error, !error.isEmpty());
            }
        };
    });
}

} // namespace rigwright
