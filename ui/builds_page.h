// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search.h"
#include "ui/machine_view.h"

#include <QSet>
#include <QWidget>

#include <memory>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace rigwright {

class BuildFilter;
class BuildTableModel;
class ClusterList;
class ExclusionsView;
class PriceSpeedChart;
class SaveRow;
class Segments;
class TableView;
class UpgradeView;
struct SavedMachine;

/// The machines of a search: in the plane of price and speed, in a table, and the selected one in detail.
class BuildsPage : public QWidget {
    Q_OBJECT
public:
    explicit BuildsPage(QWidget* parent = nullptr);

    /// The user's machines, of which each may be the start of an upgrade.
    void setSavedMachines(const std::vector<SavedMachine>& machines);
    /// Those that speeds are estimated with; for the results that are shown from now on.
    void setConstants(std::shared_ptr<const CalibrationTable> constants);
    /// Keeps what the user selected where that machine is still there, else selects the cheapest of the front.
    void showResult(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const SearchResult> result,
                    const Requirement& requirement);
    /// The last result stays, dimmed.
    void setBusy(bool busy);
    /// The selected machine; null: none. It stays valid after the next result.
    [[nodiscard]] std::shared_ptr<const EvaluatedBuild> selectedBuild() const;
    /// The ids of machines that the user keeps; they are marked.
    void showSaved(const QSet<QString>& ids);
    /// The machine of the document, which is selected wherever it is among those shown, until the user selects another; empty:
    /// none. `beside` is marked: the search itself did not find it.
    void keep(const QString& id);
    void markKept(const QString& beside);
    /// Selects a machine that is shown; false: it isn't.
    bool showMachine(const QString& id);

Q_SIGNALS:
    /// After each result and each choice; empty: there is no machine.
    void buildSelected(const QString& id);
    /// The user selected another machine; before `buildSelected`.
    void buildChosen(std::shared_ptr<const rigwright::EvaluatedBuild> build);
    /// The selected machine is to be kept under a name, or to be edited.
    void saveWanted(const QString& name);
    void editWanted();
    /// The user takes over a change of the requirement that the page proposed.
    void requirementWanted(const rigwright::Requirement& requirement);
    /// What a view worked out in the background is shown.
    void viewSettled();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makeBottom();
    QWidget* makeTools();
    void connectParts();
    void retranslate();
    void refreshChart();
    void refreshDetails();
    void refreshEmptyState();
    void refilter();
    void choose(const QString& id);
    void select(const QString& id);
    void bringIntoView(const QModelIndex& row);
    void selectRow();
    void addView(MachineView* view);
    void showView(int view);
    [[nodiscard]] QString initialSelection() const;

    // Shared with the thread that searched.
    std::shared_ptr<const Catalog> catalog_;
    std::shared_ptr<const SearchResult> result_;
    std::shared_ptr<const CalibrationTable> constants_;
    Requirement requirement_;
    QString selectedId_;
    QString chosenId_;        ///< what the user selected; empty: the page selects
    QString keptId_;          ///< the document's, which comes before the user's selection
    bool wasEmpty_ = false;   ///< the last result had no machine
    bool refreshing_ = false; ///< rows come and go, and none of it is a choice of the user

    BuildTableModel* model_ = nullptr;
    BuildFilter* filter_ = nullptr;

    Card* chartCard_ = nullptr;
    QStackedWidget* chartStack_ = nullptr;
    PriceSpeedChart* chart_ = nullptr;
    QLabel* emptyTitle_ = nullptr;
    QLabel* emptyText_ = nullptr;
    BuildDetails* details_ = nullptr;
    SaveRow* saveRow_ = nullptr;
    Segments* views_ = nullptr;
    QLineEdit* filterEdit_ = nullptr;
    QCheckBox* frontOnly_ = nullptr;
    QStackedWidget* tableStack_ = nullptr; ///< the table of machines, then the other views
    TableView* table_ = nullptr;
    std::vector<MachineView*> others_; ///< beside the table of machines
    ExclusionsView* exclusions_ = nullptr;
    ClusterList* clusters_ = nullptr; ///< in the place of the chart where there is no machine
    UpgradeView* upgrade_ = nullptr;
    Dimmer* dimmer_ = nullptr;
};

} // namespace rigwright
