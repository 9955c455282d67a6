// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analysis.h"
#include "ui/import_dialog.h"
#include "ui/model_shelf.h"
#include "ui/project_files.h"
#include "ui/project_view.h"

#include <QMainWindow>
#include <QTimer>

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

class QActionGroup;
class QLabel;
class QSplitter;
class QStackedWidget;

namespace rigwright {

class AdvicePage;
class BomPage;
class BuildsPage;
class CatalogLibrary;
class CatalogPage;
class CatalogSteps;
class ComparePage;
class CostsPage;
struct MachineOffer;
class Measurements;
class MeasurementsDialog;
class MemoryPage;
class NoticeBar;
class OpenProject;
class RequirementPanel;
class RevisionsDialog;
class SavedMachines;
class Session;
class SpeedPage;
class TabStrip;
class VerdictBar;

/// Asks for a file; an empty answer: the user thought better of it. A seam for tests.
struct ProjectChoosers {
    std::function<QString(QWidget* parent)> open;
    std::function<QString(QWidget* parent, const QString& suggestedName)> save;
    std::function<QString(QWidget* parent, const QString& suggestedName)> exportChanges;
};

/// The one window: requirement at the left, verdict, tabs. It joins the parts and decides nothing.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    enum Tab { Memory, Speed, Builds, Compare, Costs, Bom, Advice, CatalogTab, TabCount };

    /// `today` dates prices; the session outlives the window; the user's machines are kept in the file `machines`.
    MainWindow(std::unique_ptr<CatalogLibrary> catalog, Session& session, const Date& today,
               const std::filesystem::path& machines, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showTab(Tab tab);
    /// Opens the dialog that brings a model along; a file or a count of parameters is read at once.
    ImportDialog* importModel(const QString& origin = {});
    /// Opens the dialog with the user's own measurements.
    MeasurementsDialog* showMeasurements();
    /// Asks first what becomes of unsaved changes.
    void openProject(const QString& path);
    /// Keeps unsaved changes in this folder from now on, and offers what a crash has left there.
    void keepUnsavedIn(const std::filesystem::path& folder, int everyMs = 10'000);
    void setProjectChoosers(ProjectChoosers choosers) { choosers_ = std::move(choosers); }
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    /// Everything shows the answer to the latest requirement.
    void settled();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildMenus();
    void buildFileMenu();
    void buildProjectMenu();
    void buildViewMenu();
    QWidget* buildRightSide();
    void buildStatusLine();
    void connectParts();
    void restore();
    void restoreImports(const QStringList& origins);
    void restoreRequirement(const QStringList& failures);
    void retranslate();

    void takeImport(const ModelImport& import);
    void forgetImport(const ModelId& model);
    void showNotes();
    void useLibrary();

    void openMeasurements();
    void useMeasurements();
    void followMeasurements();

    void connectCatalog();
    void followCatalog();
    void showCatalogNotice();

    void connectMachines();
    void followMachines();
    void showMachines();

    void connectUndo();
    void showUndo();
    [[nodiscard]] bool undoesEarlier() const;
    [[nodiscard]] bool redoesEarlier() const;
    void undo();
    void redo();

    void connectProject();
    /// Shows the project where another than this window's fields has changed it.
    void followProject();
    /// The shown machine is selected wherever the search finds it; gives its id.
    QString keepShown();
    [[nodiscard]] bool buysSeveral() const;
    /// What can be added to the order: machines of the search, and the user's own.
    [[nodiscard]] std::vector<MachineOffer> machineOffers() const;
    void followCases();
    /// One step of the user's in the window's own fields.
    void edit(const QString& label, const std::function<void(Project&)>& change);
    /// What the window works out by itself.
    void note(const std::function<void(Project&)>& change);
    void usePrices();
    /// What ProjectFiles writes.
    [[nodiscard]] std::function<Project()> snapshot() const;
    void noteRequirement(const Requirement& requirement);
    void noteMachine();
    void noteAssumptions();
    void showTitle();
    void beginProject(const Requirement& requirement);

    void connectFiles();
    void afterChanges(const std::function<void()>& then);
    [[nodiscard]] bool hasUnsaved() const;
    void openNow(const QString& path, bool readOnly);
    /// No file is read any more.
    void showRead();
    void tellRefusal(const QString& path, const ProjectFiles::Refusal& why);
    void askForReadOnly(const QString& path, const QString& why);
    void askForProject();
    void saveProject();
    void saveProjectAs();
    void tellSaved();
    void tellFailure(const QString& error);
    void fillRecent();
    void showProjectNotice();
    void offerRecovery(const std::filesystem::path& folder);
    void showRecovery(std::vector<RecoverableProject> found);

    void showProjectNotes();
    void showRepricing();
    /// Once the machines are judged for what is wanted now; what asks later takes its place.
    void whenPriced(std::function<void()> then);
    void tellPriced();
    /// What is to be bought, as it was priced last. An error: no machine is chosen, or it can't be priced.
    [[nodiscard]] Expected<Revision> presentRevision() const;
    void beginRevision();
    void showRevisions();
    void exportChanges(const Revision& before, const Revision& after, RevisionsDialog* dialog);

    void takeRequirement(const Requirement& requirement);
    /// Searches for the requirement as it was taken last.
    void ask();
    void refuseRequirement();
    void takeAnswer(const SearchAnswer& answer);
    void showSelected();
    [[nodiscard]] std::optional<Hardware> selectedHardware() const;
    void showStudy();
    void studyFurther();
    void showVerdict();
    void showStatus();
    void setBusy(bool busy);
    void exportBom();
    void showAbout();

    std::unique_ptr<CatalogLibrary> catalogLibrary_; ///< outlives the pages
    ModelLibrary library_;
    Session& session_;
    Date today_;
    ModelShelf shelf_;
    std::shared_ptr<ModelShelf>
        studyShelf_;          ///< of the thread that studies; shared with the job that runs there
    QStringList lostImports_; ///< origins that could not be read this time; the next start tries again
    Analysis* analysis_;
    OpenProject* project_;
    ProjectFiles* files_;
    CatalogSteps* catalogSteps_;
    ProjectChoosers choosers_;
    std::function<void()> afterSaving_;
    std::function<void()> afterPricing_;
    PricingMark pricingMark_;         ///< of the prices that count
    std::optional<KeptMachine> kept_; ///< the document's, which the search may not find
    bool ownEdit_ = false;            ///< a change of the project comes from the window's own fields
    bool following_ = false;          ///< the panel shows the project's requirement, and will tell so
    bool restoring_ = false;          ///< until the answer, what shows is not yet the project's
    bool closing_ = false;            ///< the user has been asked
    QString pendingProject_;          ///< to be opened once the window is restored
    QString saveError_;
    std::optional<PricingMark> readPrices_; ///< of which the user has read what has changed
    std::filesystem::path cases_;           ///< the user's own, of costs
    Measurements* measurements_ = nullptr;
    SavedMachines* machines_;
    Requirement requirement_;
    SearchAnswer answer_;
    bool refused_ = false;
    bool restored_ = false; ///< until then nothing that the window shows is the user's
    QTimer further_;        ///< precisions and placements follow when the slider rests
    LatestTask* study_;
    LatestTask* imports_;
    LatestTask* exports_;
    LatestTask* recovery_;
    QTimer slow_; ///< a search that takes longer than this shows that it does

    RequirementPanel* panel_ = nullptr;
    VerdictBar* verdict_ = nullptr;
    TabStrip* tabs_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    MemoryPage* memoryPage_ = nullptr;
    SpeedPage* speedPage_ = nullptr;
    BuildsPage* buildsPage_ = nullptr;
    ComparePage* comparePage_ = nullptr;
    CostsPage* costsPage_ = nullptr;
    BomPage* bomPage_ = nullptr;
    AdvicePage* advicePage_ = nullptr;
    CatalogPage* catalogPage_ = nullptr;
    NoticeBar* notice_ = nullptr;
    NoticeBar* projectNotice_ = nullptr;
    QSplitter* splitter_ = nullptr;

    QLabel* catalogLabel_ = nullptr;
    QLabel* rateLabel_ = nullptr;
    QLabel* timeLabel_ = nullptr;
    QLabel* keyLabel_ = nullptr;
    QMenu* fileMenu_ = nullptr;
    QMenu* recentMenu_ = nullptr;
    QMenu* projectMenu_ = nullptr;
    QMenu* editMenu_ = nullptr;
    QMenu* viewMenu_ = nullptr;
    QMenu* themeMenu_ = nullptr;
    QMenu* languageMenu_ = nullptr;
    QMenu* helpMenu_ = nullptr;
    QAction* newAction_ = nullptr;
    QAction* openAction_ = nullptr;
    QAction* saveAction_ = nullptr;
    QAction* saveAsAction_ = nullptr;
    QAction* projectNotesAction_ = nullptr;
    QAction* repriceAction_ = nullptr;
    QAction* newRevisionAction_ = nullptr;
    QAction* revisionsAction_ = nullptr;
    QAction* importAction_ = nullptr;
    QAction* measurementsAction_ = nullptr;
    QAction* exportAction_ = nullptr;
    QAction* importPartsAction_ = nullptr;
    QAction* exportPartsAction_ = nullptr;
    QAction* quitAction_ = nullptr;
    QAction* undoAction_ = nullptr;
    QAction* redoAction_ = nullptr;
    QAction* findModelAction_ = nullptr;
    QAction* findPartAction_ = nullptr;
    QAction* aboutAction_ = nullptr;
    std::array<QAction*, TabCount> tabActions_{};
    std::array<QAction*, 3> themeActions_{};
};

} // namespace rigwright
