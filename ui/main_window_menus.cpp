// SPDX-License-Identifier: GPL-3.0-or-later
// Menus and texts of the window.
#include "ui/bom_page.h"
#include "ui/catalog_page.h"
#include "ui/label.h"
#include "ui/main_window.h"
#include "ui/requirement_panel.h"
#include "ui/session.h"
#include "ui/tab_strip.h"

#include <QActionGroup>
#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>

namespace rigwright {

namespace {

constexpr std::array kAppearances{Appearance::System, Appearance::Light, Appearance::Dark};

QAction* namedAction(QMenu* menu, const QString& name)
{
    QAction* action = menu->addAction(QString());
    action->setObjectName(name);
    return action;
}

QMenu* namedMenu(QMenu* menu, const QString& name)
{
    menu->setObjectName(name);
    return menu;
}

} // namespace

void MainWindow::buildMenus()
{
    auto* name = new ThemedLabel(TextSize::Title, ThemedLabel::Ink::Text);
    name->setObjectName(QStringLiteral("programName"));
    name->setText(QStringLiteral("Rigwright"));
    name->setContentsMargins(12, 0, 8, 0);
    menuBar()->setCornerWidget(name, Qt::TopLeftCorner);

    buildFileMenu();
    editMenu_ = namedMenu(menuBar()->addMenu(QString()), QStringLiteral("editMenu"));
    undoAction_ = namedAction(editMenu_, QStringLiteral("undoAction"));
    undoAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    redoAction_ = namedAction(editMenu_, QStringLiteral("redoAction"));
    redoAction_->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});

    buildProjectMenu();
    buildViewMenu();

    helpMenu_ = namedMenu(menuBar()->addMenu(QString()), QStringLiteral("helpMenu"));
    aboutAction_ = namedAction(helpMenu_, QStringLiteral("aboutAction"));
    connect(aboutAction_, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::buildFileMenu()
{
    fileMenu_ = namedMenu(menuBar()->addMenu(QString()), QStringLiteral("fileMenu"));
    newAction_ = namedAction(fileMenu_, QStringLiteral("newAction"));
    newAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    openAction_ = namedAction(fileMenu_, QStringLiteral("openAction"));
    openAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    recentMenu_ = namedMenu(fileMenu_->addMenu(QString()), QStringLiteral("recentMenu"));
    saveAction_ = namedAction(fileMenu_, QStringLiteral("saveAction"));
    saveAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
    saveAsAction_ = namedAction(fileMenu_, QStringLiteral("saveAsAction"));
    saveAsAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    fileMenu_->addSeparator();
    importAction_ = namedAction(fileMenu_, QStringLiteral("importAction"));
    importAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    connect(importAction_, &QAction::triggered, this, [this] { importModel(); });
    measurementsAction_ = namedAction(fileMenu_, QStringLiteral("measurementsAction"));
    measurementsAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    connect(measurementsAction_, &QAction::triggered, this, [this] { showMeasurements(); });
    exportAction_ = namedAction(fileMenu_, QStringLiteral("exportAction"));
    exportAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    exportAction_->setEnabled(false);
    connect(exportAction_, &QAction::triggered, this, &MainWindow::exportBom);
    fileMenu_->addSeparator();
    importPartsAction_ = namedAction(fileMenu_, QStringLiteral("importPartsAction"));
    connect(importPartsAction_, &QAction::triggered, this, [this] { catalogPage_->importParts(); });
    exportPartsAction_ = namedAction(fileMenu_, QStringLiteral("exportPartsAction"));
    connect(exportPartsAction_, &QAction::triggered, this, [this] { catalogPage_->exportParts(); });
    fileMenu_->addSeparator();
    quitAction_ = namedAction(fileMenu_, QStringLiteral("quitAction"));
    quitAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quitAction_, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::buildProjectMenu()
{
    projectMenu_ = namedMenu(menuBar()->addMenu(QString()), QStringLiteral("projectMenu"));
    projectNotesAction_ = namedAction(projectMenu_, QStringLiteral("projectNotesAction"));
    connect(projectNotesAction_, &QAction::triggered, this, &MainWindow::showProjectNotes);
    repriceAction_ = namedAction(projectMenu_, QStringLiteral("repriceAction"));
    connect(repriceAction_, &QAction::triggered, this, &MainWindow::showRepricing);
    projectMenu_->addSeparator();
    newRevisionAction_ = namedAction(projectMenu_, QStringLiteral("newRevisionAction"));
    connect(newRevisionAction_, &QAction::triggered, this,
            [this] { whenPriced([this] { beginRevision(); }); });
    revisionsAction_ = namedAction(projectMenu_, QStringLiteral("revisionsAction"));
    connect(revisionsAction_, &QAction::triggered, this, [this] { whenPriced([this] { showRevisions(); }); });
}

void MainWindow::buildViewMenu()
{
    viewMenu_ = namedMenu(menuBar()->addMenu(QString()), QStringLiteral("viewMenu"));
    for (int tab = 0; tab < TabCount; ++tab) {
        QAction* action = namedAction(viewMenu_, QStringLiteral("tabAction%1").arg(tab));
        action->setShortcut(QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + tab)));
        connect(action, &QAction::triggered, this, [this, tab] { showTab(static_cast<Tab>(tab)); });
        tabActions_[static_cast<std::size_t>(tab)] = action;
    }
    viewMenu_->addSeparator();
    findModelAction_ = namedAction(viewMenu_, QStringLiteral("findModelAction"));
    findModelAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    connect(findModelAction_, &QAction::triggered, panel_, &RequirementPanel::focusModel);
    findPartAction_ = namedAction(viewMenu_, QStringLiteral("findPartAction"));
    findPartAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    connect(findPartAction_, &QAction::triggered, this, [this] {
        showTab(CatalogTab);
        catalogPage_->focusSearch();
    });
    viewMenu_->addSeparator();

    themeMenu_ = namedMenu(viewMenu_->addMenu(QString()), QStringLiteral("themeMenu"));
    auto* themes = new QActionGroup(this);
    for (std::size_t i = 0; i < kAppearances.size(); ++i) {
        QAction* action = namedAction(themeMenu_, QStringLiteral("themeAction%1").arg(i));
        action->setCheckable(true);
        action->setChecked(session_.appearance() == kAppearances.at(i));
        themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] {
            session_.setAppearance(kAppearances.at(i));
            session_.remember();
        });
        themeActions_.at(i) = action;
    }

    languageMenu_ = namedMenu(viewMenu_->addMenu(QString()), QStringLiteral("languageMenu"));
    auto* languages = new QActionGroup(this);
    // A language is named in itself, whatever the window speaks.
    const std::array<std::pair<QString, QString>, 2> known{
        {{QStringLiteral("en"), QStringLiteral("English")},
         {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}}};
    for (const auto& [code, own] : known) {
        QAction* action = namedAction(languageMenu_, QStringLiteral("languageAction_") + code);
        action->setText(own);
        action->setCheckable(true);
        action->setChecked(session_.language() == code);
        languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, code = code] {
            session_.setLanguage(code);
            session_.remember();
        });
    }
}

void MainWindow::retranslate()
{
    showTitle();
    fileMenu_->setTitle(tr("&File"));
    newAction_->setText(tr("&New project"));
    openAction_->setText(tr("&Open …"));
    recentMenu_->setTitle(tr("Open &recent"));
    fillRecent();
    saveAction_->setText(tr("&Save"));
    saveAsAction_->setText(tr("Save &as …"));
    projectMenu_->setTitle(tr("Pro&ject"));
    projectNotesAction_->setText(tr("&Name and notes …"));
    repriceAction_->setText(tr("Re-&price …"));
    newRevisionAction_->setText(tr("New &revision …"));
    revisionsAction_->setText(tr("Re&visions …"));
    importAction_->setText(tr("&Import a model …"));
    measurementsAction_->setText(tr("My &measurements …"));
    exportAction_->setText(tr("&Export bill of materials …"));
    importPartsAction_->setText(tr("Import &parts and prices …"));
    exportPartsAction_->setText(tr("Export the &catalog …"));
    quitAction_->setText(tr("&Quit"));
    editMenu_->setTitle(tr("&Edit"));
    viewMenu_->setTitle(tr("&View"));
    findModelAction_->setText(tr("&Find a model"));
    findPartAction_->setText(tr("Find a &part"));
    themeMenu_->setTitle(tr("&Theme"));
    themeActions_[0]->setText(tr("As the &system"));
    themeActions_[1]->setText(tr("&Light"));
    themeActions_[2]->setText(tr("&Dark"));
    languageMenu_->setTitle(tr("&Language"));
    helpMenu_->setTitle(tr("&Help"));
    aboutAction_->setText(tr("&About Rigwright"));
    const std::array<QString, TabCount> tabs{tr("Memory"),  tr("Speed"),        tr("Builds"),
                                             tr("Compare"), tr("Cloud or own"), tr("Bill of materials"),
                                             tr("Advice"),  tr("Catalog")};
    for (int tab = 0; tab < TabCount; ++tab) {
        tabs_->setTabText(tab, tabs.at(static_cast<std::size_t>(tab)));
        tabActions_.at(static_cast<std::size_t>(tab))->setText(tabs.at(static_cast<std::size_t>(tab)));
    }
    tabs_->setAccessibleName(tr("Pages"));
    keyLabel_->setText(tr("Ctrl+K finds a model"));
    showVerdict();
    showStatus();
    showCatalogNotice();
    showProjectNotice();
    showUndo();
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(this);
    box->setObjectName(QStringLiteral("aboutBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Rigwright"));
    box->setIconPixmap(windowIcon().pixmap(64));
    box->setTextFormat(Qt::RichText);
    box->setText(QStringLiteral("<b>Rigwright %1</b>").arg(QApplication::applicationVersion()));
    box->setInformativeText(
        tr("Sizes, prices and specifies hardware for large language models.<br><br>"
           "Free software under the GNU General Public License, version 3 or later, without any "
           "warranty.<br><br>"
           "Built with Qt and Qt Charts (GPL 3), SQLite (public domain), libxlsxwriter (BSD), libzip (BSD), "
           "nlohmann json and CLI11 (MIT, BSD), tl::expected (CC0).<br><br>"
           "Prices and data sheets of the catalog come from the sources that each part names."));
    box->setStandardButtons(QMessageBox::Ok);
    box->open();
}

} // namespace rigwright
