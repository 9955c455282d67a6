// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/judged_machine.h"
#include "ui/latest_task.h"
#include "ui/machine_editor.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QCheckBox;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;

namespace rigwright {

class Card;
class Dimmer;
class MachineCompareTable;
class MachineListModel;
class SavedMachines;
struct RecognizedMachine;
class TableView;
class ThemedLabel;

/// The user's machines at the left, those that are pinned side by side at the right; all judged for the current requirement.
class ComparePage : public QWidget {
    Q_OBJECT
public:
    /// The machines outlive the page.
    explicit ComparePage(SavedMachines& machines, QWidget* parent = nullptr);

    void setContext(const MachineContext& context);
    /// The machine that is selected among those found; it is compared too, unless it is saved. Null: none.
    void showSelected(std::shared_ptr<const EvaluatedBuild> selected);
    /// Everything shows the latest machines under the latest requirement.
    [[nodiscard]] bool isSettled() const;
    /// Selects a machine of the list.
    void choose(const QString& id);
    /// Opens the editor on a machine of the search.
    void editBuild(const EvaluatedBuild& build);
    /// Adds the machine of a build file; false: the page says why not.
    void importFile(const QString& path);
    /// Writes the chosen machine as a build file.
    void exportFile(const QString& path);

Q_SIGNALS:
    void settled();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// How a message is meant.
    enum class Tone { Quiet, Problem, Undoable };
    void build();
    QWidget* makeList();
    QWidget* makeDetails();
    QWidget* makeTable();
    void makeMenus();
    void connectParts();
    void connectActions();
    void retranslate();
    void takeMachines();
    void judgeThem();
    void takeJudged(const std::vector<JudgedMachine>& judged);
    void fillTable();
    void fitTable();
    void showChosen();
    void pin(const QString& id, bool pinned);
    void rename();
    void remove();
    void takeNote();
    void keepSelected();
    void askForImport();
    void askForExport();
    void say(const QString& text, Tone tone);
    void openEditor(const QString& id, MachineEditor::Start start);
    /// Gives what went wrong; empty: nothing.
    QString keepEdited(const QString& id, const SavedMachine& machine, bool asNew);
    void editChosen();
    void beginMachine();
    void addThisComputer();
    void takeComputer(const RecognizedMachine& found);
    [[nodiscard]] QString chosen() const;

    SavedMachines& machines_;
    MachineContext context_;
    std::shared_ptr<const EvaluatedBuild> selected_;
    bool stale_ = false; ///< something changed while nobody looked
    QString noteOf_;     ///< whose note the field shows

    MachineListModel* model_ = nullptr;
    MachineCompareTable* compared_ = nullptr;
    Card* listCard_ = nullptr;
    Card* tableCard_ = nullptr;
    TableView* list_ = nullptr;
    TableView* table_ = nullptr;
    QWidget* details_ = nullptr;
    ThemedLabel* saved_ = nullptr;
    ThemedLabel* differences_ = nullptr;
    QLineEdit* note_ = nullptr;
    QPushButton* add_ = nullptr;
    QPushButton* more_ = nullptr;
    QMenu* addMenu_ = nullptr;
    QMenu* moreMenu_ = nullptr;
    QAction* newAction_ = nullptr;
    QAction* detectAction_ = nullptr;
    QAction* keepAction_ = nullptr;
    QAction* importAction_ = nullptr;
    QAction* editAction_ = nullptr;
    QAction* renameAction_ = nullptr;
    QAction* duplicateAction_ = nullptr;
    QAction* exportAction_ = nullptr;
    QAction* removeAction_ = nullptr;
    ThemedLabel* message_ = nullptr;
    QPushButton* undo_ = nullptr;
    QCheckBox* only_ = nullptr;
    ThemedLabel* legend_ = nullptr;
    QPushButton* copy_ = nullptr;
    QSplitter* splitter_ = nullptr;
    Dimmer* dimmer_ = nullptr;
    QTimer slow_;
    // Last members: they stop before what they use goes.
    LatestTask task_;
    LatestTask files_;
};

} // namespace rigwright
