// SPDX-License-Identifier: GPL-3.0-or-later
// Files of projects: opening, saving, what becomes of unsaved changes, and what a crash has left.
#include "project/project_facts.h"
#include "ui/catalog_library.h"
#include "ui/main_window.h"
#include "ui/notice_bar.h"
#include "ui/open_project.h"
#include "ui/project_files.h"
#include "ui/project_view.h"
#include "ui/recent_projects.h"
#include "ui/recovery_dialog.h"
#include "ui/requirement_panel.h"
#include "ui/session.h"
#include "ui/text.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

#include <utility>

namespace rigwright {

namespace {

constexpr int kBoxWidth = 440;

QString kindText()
{
    return MainWindow::tr("Rigwright projects (*.rigwright)");
}

QString documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString withSuffix(const QString& path)
{
    return path.isEmpty() || !QFileInfo(path).suffix().isEmpty() ? path : path + QStringLiteral(".rigwright");
}

/// Characters that no file name has become a dash.
QString fileName(QString title)
{
    for (QChar& letter : title) {
        if (letter == QLatin1Char('/') || letter == QLatin1Char('\\') || !letter.isPrint()) {
            letter = QLatin1Char('-');
        }
    }
    return title + QStringLiteral(".rigwright");
}

QMessageBox* questionBox(QWidget* parent, const char* name, const QString& text, const QString& more)
{
    auto* box = new QMessageBox(QMessageBox::Warning, QStringLiteral("Rigwright"), text,
                                QMessageBox::NoButton, parent);
    box->setObjectName(QLatin1String(name));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    // Paths and reasons are long: without a width of its own a box is as narrow as its first sentence.
    if (auto* grid = qobject_cast<QGridLayout*>(box->layout())) {
        grid->addItem(new QSpacerItem(kBoxWidth, 0), grid->rowCount(), 0, 1, grid->columnCount());
    }
    return box;
}

} // namespace

void MainWindow::connectFiles()
{
    choosers_.open = [](QWidget* parent) {
        return QFileDialog::getOpenFileName(parent, tr("Open a project"), documents(), kindText());
    };
    choosers_.save = [](QWidget* parent, const QString& suggested) {
        return QFileDialog::getSaveFileName(parent, tr("Save the project"),
                                            documents() + QLatin1Char('/') + suggested, kindText());
    };
    choosers_.exportChanges = [](QWidget* parent, const QString& suggested) {
        return QFileDialog::getSaveFileName(parent, tr("Export the difference"),
                                            documents() + QLatin1Char('/') + suggested,
                                            tr("Documents (*.xlsx *.csv *.pdf *.html *.md *.json)"));
    };
    connect(files_, &ProjectFiles::changed, this, [this] {
        showRead();
        saveError_.clear();
        showTitle();
        showProjectNotice();
    });
    connect(files_, &ProjectFiles::opened, this,
            [this] { noteRecentProject(session_.settings(), files_->path()); });
    connect(files_, &ProjectFiles::refused, this, &MainWindow::tellRefusal);
    // What was edited meanwhile is asked about as well.
    connect(files_, &ProjectFiles::overtaken, this, [this](const QString& path, bool readOnly) {
        showRead();
        afterChanges([this, path, readOnly] { openNow(path, readOnly); });
    });
    connect(files_, &ProjectFiles::saved, this, &MainWindow::tellSaved);
    connect(files_, &ProjectFiles::failed, this, &MainWindow::tellFailure);
    connect(newAction_, &QAction::triggered, this, [this] {
        afterChanges([this] { beginProject(defaultRequirement(*catalogLibrary_->view()->catalog)); });
    });
    connect(openAction_, &QAction::triggered, this, &MainWindow::askForProject);
    connect(saveAction_, &QAction::triggered, this, &MainWindow::saveProject);
    connect(saveAsAction_, &QAction::triggered, this, &MainWindow::saveProjectAs);
    connect(recentMenu_, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    connect(projectNotice_, &NoticeBar::actionChosen, this, [this] {
        if (!saveError_.isEmpty() || files_->isReadOnly()) {
            saveProjectAs();
        } else {
            showRepricing();
        }
    });
    connect(projectNotice_, &NoticeBar::dismissed, this, [this] {
        saveError_.clear();
        readPrices_ = pricingMark(project_->project());
    });
}

/// A project without a file is asked about where something in it would be lost: what is wanted comes back at the next start.
bool MainWindow::hasUnsaved() const
{
    return project_->isModified() && (!files_->path().isEmpty() || isWorthAsking(project_->project()));
}

void MainWindow::afterChanges(const std::function<void()>& then)
{
    // What is being typed is taken when its field is left.
    if (QWidget* typed = focusWidget()) {
        typed->clearFocus();
    }
    if (!hasUnsaved()) {
        then();
        return;
    }
    QMessageBox* box =
        questionBox(this, "unsavedBox",
                    tr("Save the changes to “%1”?").arg(projectTitle(project_->project(), files_->path())),
                    tr("They are lost otherwise."));
    box->setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QMessageBox::finished, this, [this, then](int answer) {
        if (answer == QMessageBox::Save) {
            afterSaving_ = then;
            saveProject();
        } else if (answer == QMessageBox::Discard) {
            then();
        }
    });
    box->open();
}

void MainWindow::askForProject()
{
    const QString path = choosers_.open(this);
    if (!path.isEmpty()) {
        openProject(path);
    }
}

void MainWindow::openProject(const QString& path)
{
    if (!restored_) {
        pendingProject_ = path;
        return;
    }
    afterChanges([this, path] { openNow(path, false); });
}

void MainWindow::openNow(const QString& path, bool readOnly)
{
    slow_.start();
    files_->open(path, readOnly);
}

void MainWindow::showRead()
{
    if (!analysis_->isBusy()) {
        slow_.stop();
        setBusy(refused_);
    }
}

void MainWindow::tellRefusal(const QString& path, const ProjectFiles::Refusal& why)
{
    showRead();
    if (why.isLocked) {
        askForReadOnly(path, why.text);
    } else {
        QMessageBox* box = questionBox(this, "openFailedBox", tr("The project can't be opened."), why.text);
        box->setStandardButtons(QMessageBox::Ok);
        box->open();
    }
    Q_EMIT settled();
}

void MainWindow::askForReadOnly(const QString& path, const QString& why)
{
    QMessageBox* box =
        questionBox(this, "lockedBox", tr("“%1” can't be changed here.").arg(QFileInfo(path).fileName()),
                    tr("%1\n\nRead-only, it can be saved under another name.").arg(why));
    QPushButton* read = box->addButton(tr("Open &read-only"), QMessageBox::AcceptRole);
    read->setObjectName(QStringLiteral("openReadOnly"));
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(read);
    connect(read, &QPushButton::clicked, this, [this, path] { openNow(path, true); });
    box->open();
}

void MainWindow::saveProject()
{
    if (QWidget* typed = focusWidget()) {
        typed->clearFocus();
        typed->setFocus();
    }
    if (files_->path().isEmpty() || files_->isReadOnly()) {
        saveProjectAs();
    } else {
        files_->save();
    }
}

void MainWindow::saveProjectAs()
{
    const QString path = choosers_.save(this, fileName(projectTitle(project_->project(), files_->path())));
    if (path.isEmpty()) {
        afterSaving_ = nullptr;
        return;
    }
    files_->saveAs(withSuffix(path));
}

void MainWindow::tellSaved()
{
    saveError_.clear();
    noteRecentProject(session_.settings(), files_->path());
    showTitle();
    showProjectNotice();
    if (const auto then = std::exchange(afterSaving_, nullptr)) {
        then();
    }
    Q_EMIT settled();
}

void MainWindow::tellFailure(const QString& error)
{
    afterSaving_ = nullptr;
    saveError_ = error;
    showProjectNotice();
    Q_EMIT settled();
}

void MainWindow::fillRecent()
{
    recentMenu_->clear();
    const QStringList recent = recentProjects(session_.settings());
    for (qsizetype i = 0; i < recent.size(); ++i) {
        const QString& path = recent.at(i);
        QString shown = QStringLiteral("%1 – %2").arg(QFileInfo(path).fileName(), QFileInfo(path).path());
        shown.replace(QLatin1Char('&'), QStringLiteral("&&"));
        QAction* action = recentMenu_->addAction(QStringLiteral("&%1 %2").arg(i + 1).arg(shown));
        action->setObjectName(QStringLiteral("recentAction%1").arg(i));
        connect(action, &QAction::triggered, this, [this, path] { openProject(path); });
    }
    if (recent.isEmpty()) {
        recentMenu_->addAction(tr("Nothing yet"))->setEnabled(false);
    }
}

void MainWindow::showProjectNotice()
{
    const Project& project = project_->project();
    if (!saveError_.isEmpty()) {
        projectNotice_->showNotice(tr("Not saved: %1.").arg(saveError_), tr("Save as …"));
        return;
    }
    if (files_->isReadOnly()) {
        projectNotice_->showNotice(
            tr("This project is read-only: another window has it, or it can't be written."), tr("Save as …"));
        return;
    }
    projectNotice_->clear();
    repriceAction_->setEnabled(project.catalog != nullptr);
    if (project.catalog == nullptr) {
        return;
    }
    const auto differences = pricesSince(project, *catalogLibrary_->view()->catalog);
    if (!differences || readPrices_ == pricingMark(project)) {
        return;
    }
    const auto changed = static_cast<int>(differences->size());
    const auto expired = static_cast<int>(expiredQuotes(project, today_).size());
    const QString day = dateText(project.catalog->date);
    if (changed > 0) {
        projectNotice_->showNotice(
            tr("Prices as of %1; the catalog has changed %n of them.", nullptr, changed).arg(day),
            tr("Re-price …"));
    } else if (expired > 0) {
        projectNotice_->showNotice(
            tr("Prices as of %1; %n of the quotes expired since then.", nullptr, expired).arg(day),
            tr("Re-price …"));
    }
}

void MainWindow::keepUnsavedIn(const std::filesystem::path& folder, int everyMs)
{
    if (!folder.empty()) {
        files_->keepUnsavedIn(folder, everyMs);
        offerRecovery(folder);
    }
}

void MainWindow::offerRecovery(const std::filesystem::path& folder)
{
    recovery_->start([this, folder](const std::stop_token&) -> LatestTask::Delivery {
        auto found = std::make_shared<std::vector<RecoverableProject>>(ProjectAutosave::recoverable(folder));
        return [this, found] {
            if (!found->empty()) {
                showRecovery(std::move(*found));
            }
        };
    });
}

void MainWindow::showRecovery(std::vector<RecoverableProject> found)
{
    auto* dialog = new RecoveryDialog(std::move(found), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecoveryDialog::recoverWanted, this, [this](const RecoverableProject& chosen) {
        afterChanges([this, chosen] { files_->recover(chosen); });
    });
    dialog->open();
}

} // namespace rigwright
