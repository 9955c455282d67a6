// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"
#include "ui/ordered_machines_model.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QPushButton;

namespace rigwright {

class NumberField;
class OpenProject;
class TableView;

/// A machine that may be added to an order.
struct MachineOffer {
    enum class From { Builds, Saved };
    From from = From::Builds;
    QString text;     ///< what the machine is called
    QString detail;   ///< shown beside it; empty: nothing
    std::string name; ///< of the machine in the order; empty: as its parts say
    Build build;
};

/// The machines of an order: which one pages show, names, how many of each, and the menus that add and remove them. Each change is
/// a step of the project.
class OrderedMachinesView : public QWidget {
    Q_OBJECT
public:
    using Offers = std::function<std::vector<MachineOffer>()>;

    explicit OrderedMachinesView(QWidget* parent = nullptr);

    void setProject(OpenProject* project);
    /// Asked each time the menu opens.
    void setOffers(Offers offers) { offers_ = std::move(offers); }
    /// `shown`: the place of the machine that pages show.
    void showMachines(std::vector<OrderedRow> rows, std::size_t shown, const OrderSum& sum);

Q_SIGNALS:
    /// Another machine was added, which is to be chosen among those of the search.
    void choiceWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeTable();
    void makeMenus();
    void fillAddMenu();
    void fillOffers(QMenu& menu, MachineOffer::From from, const std::vector<MachineOffer>& offers);
    /// One step; the machine that was shown before any was chosen is the project's from then on.
    void edit(const QString& label, const std::function<void(Project&)>& change, const QString& field = {});
    void add(const MachineOffer& offer);
    void addSelected();
    void addAnother();
    void duplicate();
    void remove();
    void rename();
    void showRow(int row);
    void setName(int row, const QString& name);
    void takeRow();
    void setSystems(int systems);
    void placeSystems();
    [[nodiscard]] NumberField* newSystemsField();
    void fitHeight();
    void retranslate();
    [[nodiscard]] int shownRow() const { return static_cast<int>(shown_); }

    OpenProject* project_ = nullptr;
    Offers offers_;
    OrderedMachinesModel* model_;
    std::size_t shown_ = 0;
    bool refreshing_ = false; ///< rows come and go, and none of it is a choice of the user

    TableView* table_ = nullptr;
    QPointer<NumberField> systems_; ///< in the cell of the shown machine
    int systemsRow_ = -1;           ///< where it is
    QPushButton* add_ = nullptr;
    QPushButton* change_ = nullptr;
    QMenu* addMenu_ = nullptr;
    QMenu* buildsMenu_ = nullptr;
    QMenu* savedMenu_ = nullptr;
    QMenu* changeMenu_ = nullptr;
    QAction* sameAction_ = nullptr;
    QAction* choiceAction_ = nullptr;
    QAction* renameAction_ = nullptr;
    QAction* duplicateAction_ = nullptr;
    QAction* removeAction_ = nullptr;
};

} // namespace rigwright
