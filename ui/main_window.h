// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analysis.h"
#include "ui/import_dialog.h"
#include "ui/model_shelf.h"

#include <QMainWindow>
#include <QTimer>

#include <array>
#include <filesystem>
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
class ComparePage;
class CostsPage;
class Measurements;
class MeasurementsDialog;
class MemoryPage;
class NoticeBar;
class RequirementPanel;
class SavedMachines;
class Session;
class SpeedPage;
class TabStrip;
class VerdictBar;

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
    void showUndo();

    void connectMachines();
    void followMachines();
    void showMachines();
    [[nodiscard]] bool undoesMachines(bool forth) const;
    void undo();
    void redo();

    void takeRequirement(const Requirement& requirement);
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
    Measurements* measurements_ = nullptr;
    SavedMachines* machines_;
    Requirement requirement_;
    SearchAnswer answer_;
    bool refused_ = false;
    bool restored_ = false; ///< until then nothing that the window shows is the user's
    QTimer further_;        ///< precisions and placements follow when the slider rests
    LatestTask* study_;
    LatestTask* imports_;
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
    QSplitter* splitter_ = nullptr;

    QLabel* catalogLabel_ = nullptr;
    QLabel* rateLabel_ = nullptr;
    QLabel* timeLabel_ = nullptr;
    QLabel* keyLabel_ = nullptr;
    QMenu* fileMenu_ = nullptr;
    QMenu* editMenu_ = nullptr;
    QMenu* viewMenu_ = nullptr;
    QMenu* themeMenu_ = nullptr;
    QMenu* languageMenu_ = nullptr;
    QMenu* helpMenu_ = nullptr;
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
