// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/exchange.h"
#include "project/machine_set.h"
#include "ui/latest_task.h"
#include "ui/machine_check.h"

#include <QDialog>

#include <functional>
#include <map>

class QLineEdit;
class QMenu;
class QPushButton;

namespace rigwright {

class BuildFilter;
class Card;
class ExchangeModel;
class FindingTableModel;
class MachineLinesModel;
class NumberField;
class TableView;
class TagFlow;
class ThemedLabel;

/// Puts a machine together, part by part: what may stand in each place, and at once what comes of it.
class MachineEditor : public QDialog {
    Q_OBJECT
public:
    /// Keeps the machine; `asNew`: beside the one that was opened. Gives what went wrong; empty: nothing.
    using Keep = std::function<QString(const SavedMachine& machine, bool asNew)>;
    /// What is edited.
    struct Start {
        Build build;
        QString name;
        bool isSaved = false;            ///< there is one to be kept in the place of
        std::map<PartId, QString> names; ///< of parts that the catalog may lack
        QString remark;                  ///< where the parts come from; empty: nothing to say
    };

    MachineEditor(const MachineContext& context, Start start, Keep keep, QWidget* parent = nullptr);

    /// Judged by another requirement or catalog from now on.
    void setContext(const MachineContext& context);
    [[nodiscard]] const Build& build() const { return history_[step_]; }
    /// Everything shows what comes of the latest change.
    [[nodiscard]] bool isSettled() const { return !check_.isBusy() && !list_.isBusy(); }

public Q_SLOTS:
    void reject() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeWidgets();
    QWidget* makeLines();
    QWidget* makeExchanges();
    QWidget* makeOutcome();
    void makeAddMenu();
    void connectParts();
    void connectKeys();
    void retranslate();

    /// The machine after a change: one step that can be undone.
    void change(Build build);
    void goTo(std::size_t step);
    void showBuild();
    void checkAgain();
    void listAgain();
    void takeCheck(MachineCheck check);
    void takeExchanges(const std::shared_ptr<const std::vector<PartExchange>>& exchanges,
                       const QString& error);
    void showOutcome();
    void showPlace();
    void useExchange();
    void removeLine();
    void setQuantity(int quantity);
    void setPowerCap(int watts);
    void beginLine(PartCategory category);
    void keep(bool asNew);
    void askBeforeLeaving();
    [[nodiscard]] int line() const;
    [[nodiscard]] bool isChanged() const;

    MachineContext context_;
    Keep keep_;
    bool isSaved_;
    QString firstName_;
    std::vector<Build> history_;
    std::size_t step_ = 0;
    std::optional<PartCategory>
        adding_;              ///< a line of this category is being chosen; empty: a line is exchanged
    bool refreshing_ = false; ///< rows come and go, and none of it is a choice of the user
    MachineCheck checked_;    ///< of the latest machine, once it is there

    MachineLinesModel* lines_;
    ExchangeModel* exchanges_;
    BuildFilter* filter_;
    FindingTableModel* findings_;

    QLineEdit* name_ = nullptr;
    ThemedLabel* nameLabel_ = nullptr;
    ThemedLabel* remark_ = nullptr;
    Card* linesCard_ = nullptr;
    TableView* linesView_ = nullptr;
    QPushButton* add_ = nullptr;
    QMenu* addMenu_ = nullptr;
    QPushButton* remove_ = nullptr;
    ThemedLabel* quantityLabel_ = nullptr;
    NumberField* quantity_ = nullptr;
    ThemedLabel* capLabel_ = nullptr;
    NumberField* cap_ = nullptr;
    Card* exchangeCard_ = nullptr;
    QLineEdit* words_ = nullptr;
    QPushButton* use_ = nullptr;
    TableView* exchangeView_ = nullptr;
    Card* outcomeCard_ = nullptr;
    ThemedLabel* figures_ = nullptr;
    ThemedLabel* capacities_ = nullptr;
    TagFlow* tags_ = nullptr;
    TableView* findingView_ = nullptr;
    ThemedLabel* error_ = nullptr;
    QPushButton* undo_ = nullptr;
    QPushButton* redo_ = nullptr;
    QPushButton* save_ = nullptr;
    QPushButton* saveAs_ = nullptr;
    QPushButton* close_ = nullptr;
    // Last members: they stop before what they use goes.
    LatestTask check_;
    LatestTask list_;
};

} // namespace rigwright
