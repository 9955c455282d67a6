// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/change.h"
#include "facts/catalog.h"
#include "speed/calibration.h"

#include <QWidget>

#include <memory>
#include <vector>

class QPushButton;

namespace rigwright {

class ChangeTableModel;
class LatestTask;
class TableView;

/// The smallest changes that mend a machine. They are looked for on a thread of its own; a newer machine gives up the search
/// for the one before. A row that is selected is to be shown; settings can be taken over.
class MendView : public QWidget {
    Q_OBJECT
public:
    explicit MendView(QWidget* parent = nullptr);

    void setCatalog(std::shared_ptr<const Catalog> catalog,
                    std::shared_ptr<const CalibrationTable> constants);
    /// Null: nothing is to be mended.
    void showMachine(const std::shared_ptr<const EvaluatedBuild>& build, const Requirement& requirement);
    /// Null: none is selected.
    [[nodiscard]] std::shared_ptr<const ChangeSet> selected() const;
    void clearSelection();
    void retranslate();

Q_SIGNALS:
    void selectionChanged();
    /// The user takes over the settings of a set.
    void applied(const rigwright::Requirement& requirement);
    /// The search for changes has ended.
    void finished();

private:
    enum class State { Nothing, Looking, Fine, Found, Failed };
    struct Answer {
        std::vector<ChangeSet> sets;
        State state = State::Nothing;
        QString error;
    };
    void take(const std::shared_ptr<const Answer>& answer);
    void refreshWords();
    void refreshApply();

    std::shared_ptr<const Catalog> catalog_;
    std::shared_ptr<const CalibrationTable> constants_;
    State state_ = State::Nothing;
    QString error_;
    LatestTask* task_;
    ChangeTableModel* model_;
    TableView* table_;
    QPushButton* apply_;
};

} // namespace rigwright
