// SPDX-License-Identifier: GPL-3.0-or-later
// The catalog as the user has it: what follows a change of it, undo, and what is to be told of it.
#include "ui/advice_page.h"
#include "ui/catalog_library.h"
#include "ui/catalog_page.h"
#include "ui/main_window.h"
#include "ui/notice_bar.h"
#include "ui/saved_machines.h"
#include "ui/session.h"

#include <QCryptographicHash>
#include <QSettings>

namespace rigwright {

namespace {

constexpr auto kReadUnderneathKey = "catalog/readUnderneath";

/// What the shipped catalog has changed under the user's edits, in one word; the same changes are told once.
QString underneathMark(const CatalogView& view)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const PartEntry& part : view.parts) {
        for (const UnderlyingChange& change : part.underneath) {
            hash.addData(
                QByteArray::fromStdString(part.id().text() + '\n' + change.column + '\n' + change.now));
        }
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

void MainWindow::connectCatalog()
{
    connect(catalogLibrary_.get(), &CatalogLibrary::changed, this, &MainWindow::followCatalog);
    connect(catalogPage_, &CatalogPage::settled, this, &MainWindow::settled);
    connect(notice_, &NoticeBar::actionChosen, this, [this] {
        showTab(CatalogTab);
        catalogPage_->showUnderneath();
    });
    connect(notice_, &NoticeBar::dismissed, this, [this] {
        if (catalogLibrary_->canChange()) {
            session_.settings().setValue(QLatin1String(kReadUnderneathKey),
                                         underneathMark(*catalogLibrary_->view()));
        }
    });
    connect(undoAction_, &QAction::triggered, this, &MainWindow::undo);
    connect(redoAction_, &QAction::triggered, this, &MainWindow::redo);
}

void MainWindow::followCatalog()
{
    library_.setShipped(catalogLibrary_->view()->catalog);
    advicePage_->setCatalog(library_.catalog());
    useLibrary();
    showCatalogNotice();
    showUndo();
    showStatus();
    if (restored_ && !refused_) {
        takeRequirement(requirement_);
    }
}

void MainWindow::showCatalogNotice()
{
    if (!catalogLibrary_->problem().isEmpty()) {
        notice_->showNotice(
            tr("Your own catalog can't be used: %1. Only shipped parts count, and nothing can be "
               "changed until it is mended.")
                .arg(catalogLibrary_->problem()));
        return;
    }
    const CatalogView& view = *catalogLibrary_->view();
    int changed = 0;
    for (const PartEntry& part : view.parts) {
        changed += part.underneath.empty() ? 0 : 1;
    }
    const QString read = session_.settings().value(QLatin1String(kReadUnderneathKey)).toString();
    if (changed == 0 || read == underneathMark(view)) {
        notice_->clear();
        return;
    }
    notice_->showNotice(
        tr("The shipped catalog has changed figures of %n parts that you had edited. Your figures "
           "still count.",
           nullptr, changed),
        tr("Show them"));
}

void MainWindow::showUndo()
{
    const CatalogView& view = *catalogLibrary_->view();
    const auto ofCatalog = [](const std::optional<std::string>& label) {
        return QString::fromStdString(label.value_or(std::string()));
    };
    const auto name = [](QAction* action, const QString& label, const QString& alone, const QString& naming) {
        action->setEnabled(!label.isEmpty());
        action->setText(label.isEmpty() ? alone : naming.arg(label));
    };
    name(undoAction_, undoesMachines(false) ? machines_->undoLabel() : ofCatalog(view.undoLabel), tr("&Undo"),
         tr("&Undo: %1"));
    importPartsAction_->setEnabled(catalogLibrary_->canChange());
    name(redoAction_, undoesMachines(true) ? machines_->redoLabel() : ofCatalog(view.redoLabel), tr("&Redo"),
         tr("&Redo: %1"));
}

} // namespace rigwright
