// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "builds/hardware.h"
#include "ui/advice_page.h"
#include "ui/bom_page.h"
#include "ui/builds_page.h"
#include "ui/catalog_library.h"
#include "ui/catalog_page.h"
#include "ui/catalog_steps.h"
#include "ui/compare_page.h"
#include "ui/costs_page.h"
#include "ui/label.h"
#include "ui/measurements.h"
#include "ui/memory_page.h"
#include "ui/notice_bar.h"
#include "ui/open_project.h"
#include "ui/project_files.h"
#include "ui/requirement_panel.h"
#include "ui/saved_machines.h"
#include "ui/saved_state.h"
#include "ui/session.h"
#include "ui/speed_page.h"
#include "ui/tab_strip.h"
#include "ui/text.h"
#include "ui/verdict_bar.h"

#include <QCloseEvent>
#include <QLocale>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace rigwright {

namespace {
constexpr int kPanelWidth = 312;
constexpr int kSlowMs = 300;
constexpr int kFrameMs = 16;
constexpr auto kGeometryKey = "window/geometry";
constexpr auto kSplitterKey = "window/splitter";
constexpr auto kTabKey = "window/tab";
} // namespace

MainWindow::MainWindow(std::unique_ptr<CatalogLibrary> catalog, Session& session, const Date& today,
                       const std::filesystem::path& machines, QWidget* parent)
    : QMainWindow(parent)
    , catalogLibrary_(std::move(catalog))
    , library_(catalogLibrary_->view()->catalog)
    , session_(session)
    , today_(today)
    , shelf_(library_.catalog())
    , studyShelf_(std::make_shared<ModelShelf>(library_.catalog()))
    , analysis_(new Analysis(library_.catalog(), this))
    , project_(new OpenProject(this))
    , files_(new ProjectFiles(
          *project_, [this] { return snapshot(); }, this))
    , catalogSteps_(new CatalogSteps(*catalogLibrary_, project_->undoStack(), this))
    , cases_(machines.empty() ? machines : machines.parent_path() / "cost-cases.json")
    , machines_(new SavedMachines(machines, project_->undoStack(), this))
    , study_(new LatestTask(this))
    , imports_(new LatestTask(this))
    , exports_(new LatestTask(this))
    , recovery_(new LatestTask(this))
    , panel_(new RequirementPanel(library_, shelf_))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setWindowIcon(QIcon(QStringLiteral(":/icons/rigwright.svg")));
    splitter_ = new QSplitter(Qt::Horizontal);
    splitter_->setObjectName(QStringLiteral("splitter"));
    splitter_->setHandleWidth(1);
    splitter_->setChildrenCollapsible(false);
    splitter_->addWidget(panel_);
    splitter_->addWidget(buildRightSide());
    splitter_->setStretchFactor(1, 1);
    panel_->setMinimumWidth(280);
    panel_->setMaximumWidth(460);
    setCentralWidget(splitter_);
    // No field has the focus at first; the first Tab goes to the model.
    splitter_->setFocusPolicy(Qt::ClickFocus);
    splitter_->setFocus();
    further_.setSingleShot(true);
    further_.setInterval(kFrameMs);
    slow_.setSingleShot(true);
    slow_.setInterval(kSlowMs);
    buildMenus();
    buildStatusLine();
    connectParts();
    connectCatalog();
    openMeasurements();
    connectMachines();
    connectUndo();
    connectProject();
    connectFiles();
    costsPage_->openCases(cases_);
    retranslate();
    restore();
}

MainWindow::~MainWindow()
{
    // The pages go before the catalog that they show; a stack that empties itself tells nobody.
    disconnect(&project_->undoStack(), nullptr, this, nullptr);
    delete takeCentralWidget();
}

QWidget* MainWindow::buildRightSide()
{
    verdict_ = new VerdictBar;
    tabs_ = new TabStrip;
    pages_ = new QStackedWidget;
    memoryPage_ = new MemoryPage;
    speedPage_ = new SpeedPage;
    buildsPage_ = new BuildsPage;
    comparePage_ = new ComparePage(*machines_);
    costsPage_ = new CostsPage;
    costsPage_->setSettings(session_.settings());
    bomPage_ = new BomPage;
    bomPage_->setClock([day = today_] { return day; });
    advicePage_ = new AdvicePage;
    advicePage_->setCatalog(library_.catalog());
    catalogPage_ = new CatalogPage(*catalogLibrary_, today_);
    for (QWidget* page : std::initializer_list<QWidget*>{memoryPage_, speedPage_, buildsPage_, comparePage_,
                                                         costsPage_, bomPage_, advicePage_, catalogPage_}) {
        pages_->addWidget(page);
        tabs_->addTab(QString());
    }
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(18, 14, 18, 12);
    column->setSpacing(0);
    notice_ = new NoticeBar;
    column->addWidget(notice_);
    projectNotice_ = new NoticeBar(QStringLiteral("projectNotice"));
    column->addWidget(projectNotice_);
    column->addWidget(verdict_);
    column->addSpacing(12);
    column->addWidget(tabs_);
    column->addSpacing(12);
    column->addWidget(pages_, 1);
    return right;
}

void MainWindow::buildStatusLine()
{
    catalogLabel_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    catalogLabel_->setObjectName(QStringLiteral("catalogStatus"));
    rateLabel_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    rateLabel_->setObjectName(QStringLiteral("rateStatus"));
    timeLabel_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    timeLabel_->setObjectName(QStringLiteral("timeStatus"));
    catalogLabel_->setContentsMargins(10, 0, 16, 0);
    keyLabel_ = new ThemedLabel(TextSize::Hint, ThemedLabel::Ink::Muted);
    keyLabel_->setObjectName(QStringLiteral("keyStatus"));
    timeLabel_->setContentsMargins(0, 0, 16, 0);
    keyLabel_->setContentsMargins(0, 0, 10, 0);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(catalogLabel_);
    statusBar()->addWidget(rateLabel_);
    statusBar()->addPermanentWidget(timeLabel_);
    statusBar()->addPermanentWidget(keyLabel_);
}

void MainWindow::connectParts()
{
    connect(panel_, &RequirementPanel::requirementChanged, this, &MainWindow::takeRequirement);
    connect(panel_, &RequirementPanel::requirementRefused, this, &MainWindow::refuseRequirement);
    connect(analysis_, &Analysis::answered, this, &MainWindow::takeAnswer);
    connect(panel_, &RequirementPanel::importWanted, this, [this] { importModel(); });
    connect(panel_, &RequirementPanel::notesWanted, this, &MainWindow::showNotes);
    connect(&further_, &QTimer::timeout, this, &MainWindow::studyFurther);
    connect(study_, &LatestTask::finished, this, &MainWindow::settled);
    connect(advicePage_, &AdvicePage::checked, this, &MainWindow::settled);
    connect(&slow_, &QTimer::timeout, this, [this] {
        if (analysis_->isBusy() || files_->isReading()) {
            setBusy(true);
        }
    });
    connect(tabs_, &QTabBar::currentChanged, pages_, &QStackedWidget::setCurrentIndex);
    connect(buildsPage_, &BuildsPage::buildSelected, this, &MainWindow::showSelected);
    connect(buildsPage_, &BuildsPage::requirementWanted, panel_, &RequirementPanel::setRequirement);
    connect(verdict_, &VerdictBar::mendChosen, panel_, &RequirementPanel::setRequirement);
    connect(memoryPage_, &MemoryPage::contextChosen, this, [this](std::int64_t tokens) {
        Requirement changed = panel_->requirement();
        if (isTraining(changed.workload.kind)) {
            changed.workload.training.sequence = tokens;
        } else {
            changed.workload.context = tokens;
        }
        panel_->setRequirement(changed);
    });
    connect(memoryPage_, &MemoryPage::sequencesChosen, this, [this](std::int64_t sequences) {
        Requirement changed = panel_->requirement();
        changed.workload.kind = WorkloadKind::Serve;
        changed.workload.concurrency = static_cast<int>(sequences);
        panel_->setRequirement(changed);
    });
    connect(speedPage_, &SpeedPage::promptChosen, this, [this](std::int64_t tokens) {
        Requirement changed = panel_->requirement();
        changed.workload.promptTokens = tokens;
        panel_->setRequirement(changed);
    });
    connect(speedPage_, &SpeedPage::usersChosen, this, [this](std::int64_t users) {
        Requirement changed = panel_->requirement();
        changed.workload.concurrency = static_cast<int>(users);
        panel_->setRequirement(changed);
    });
    connect(memoryPage_, &MemoryPage::precisionChosen, this, [this](WeightFormat format) {
        Requirement changed = panel_->requirement();
        changed.workload.weights = format;
        panel_->setRequirement(changed);
    });
}

void MainWindow::restore()
{
    const QSettings& settings = session_.settings();
    constexpr QSize kFirstSize(1280, 800);
    if (!restoreGeometry(settings.value(QLatin1String(kGeometryKey)).toByteArray())) {
        resize(kFirstSize);
    }
    if (!splitter_->restoreState(settings.value(QLatin1String(kSplitterKey)).toByteArray())) {
        splitter_->setSizes({kPanelWidth, kFirstSize.width() - kPanelWidth});
    }
    tabs_->setCurrentIndex(settings.value(QLatin1String(kTabKey), 0).toInt());
    const QStringList origins = savedImports(settings);
    if (origins.isEmpty()) {
        restoreRequirement({});
    } else {
        restoreImports(origins);
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // What is being typed is taken when its field is left.
    if (QWidget* typed = focusWidget()) {
        typed->clearFocus();
    }
    if (!closing_ && hasUnsaved()) {
        event->ignore();
        afterChanges([this] {
            closing_ = true;
            close();
        });
        return;
    }
    files_->giveUpReading();
    files_->discardUnsaved();
    QSettings& settings = session_.settings();
    settings.setValue(QLatin1String(kGeometryKey), saveGeometry());
    settings.setValue(QLatin1String(kSplitterKey), splitter_->saveState());
    settings.setValue(QLatin1String(kTabKey), tabs_->currentIndex());
    if (restored_) {
        saveRequirement(settings, panel_->requirement());
    }
    analysis_->cancel();
    study_->cancel();
    imports_->cancel();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void MainWindow::showTab(Tab tab)
{
    tabs_->setCurrentIndex(tab);
}

bool MainWindow::isSettled() const
{
    return restored_ && !analysis_->isBusy() && !further_.isActive() && !study_->isBusy() &&
        !advicePage_->isChecking() && !costsPage_->isComparing() && catalogPage_->isSettled() &&
        comparePage_->isSettled() && bomPage_->isSettled() && !files_->isReading() && !files_->isWriting() &&
        !recovery_->isBusy() && (refused_ || answer_.generation > 0);
}

} // namespace rigwright
