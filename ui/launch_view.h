// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/acceptance.h"
#include "advice/launch.h"
#include "ui/cost_figures.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace rigwright {

class FigureTableModel;
class Segments;
class TableView;
class ThemedLabel;

/// How the machine is started with its engine, what must be so before, and what it must show when it is delivered.
class LaunchView : public QWidget {
    Q_OBJECT
public:
    explicit LaunchView(QWidget* parent = nullptr);

    /// Null: there is no machine. Worked out when the view is looked at.
    void showBuild(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const EvaluatedBuild> build,
                   const Requirement& requirement);
    /// Several machines in place of one.
    void showCluster(std::shared_ptr<const Catalog> catalog, std::shared_ptr<const ClusterProposal> cluster,
                     const Requirement& requirement);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum View { Commands, Checklist, Acceptance };
    QWidget* makeCommands();
    QWidget* makeTools();
    void refresh();
    void gatherTexts();
    void showAll();
    void showCommands();
    void showText(int index);
    void showChecklist();
    void showAcceptance();
    void showView(int view);
    void copy();
    void retranslate();

    std::shared_ptr<const Catalog> catalog_;
    std::shared_ptr<const EvaluatedBuild> build_;
    std::shared_ptr<const ClusterProposal> cluster_; ///< null: there is one machine
    Requirement requirement_;
    LaunchSheet sheet_;
    std::vector<LaunchText> shownTexts_; ///< those of several machines below one another
    std::vector<AcceptanceCheck> checks_;
    bool stale_ = false; ///< what is shown is of another machine, and nobody looks at it

    Segments* views_ = nullptr;
    Segments* texts_ = nullptr;
    QPushButton* copy_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    QPlainTextEdit* text_ = nullptr;
    ThemedLabel* findings_ = nullptr;
    FigureTableModel* checklistModel_ = nullptr;
    FigureTableModel* acceptanceModel_ = nullptr;
    TableView* checklist_ = nullptr;
    TableView* acceptance_ = nullptr;
};

} // namespace rigwright
