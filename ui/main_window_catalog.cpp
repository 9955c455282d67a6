// SPDX-License-Identifier: GPL-3.0-or-later
// The catalog as the user has it: what follows a change of it, and what is to be told of it.
#include "ui/catalog_library.h"
#include "ui/catalog_page.h"
#include "ui/main_window.h"
#include "ui/notice_bar.h"
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
}

void MainWindow::followCatalog()
{
    usePrices();
    showCatalogNotice();
    showProjectNotice();
    showUndo();
    showStatus();
    if (restored_ && !refused_) {
        ask();
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

} // namespace rigwright
