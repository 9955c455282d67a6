// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/candidates.h"
#include "ui/cost_cases.h"
#include "ui/cost_cases_model.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QPushButton;

namespace rigwright {

class Choice;
class TableView;
class ThemedLabel;

/// The user's cases beside the assumptions as they are, all for the present machine; and the buttons that keep, load, rename
/// and delete them.
class CostCasesView : public QWidget {
    Q_OBJECT
public:
    explicit CostCasesView(CostCases& cases, QWidget* parent = nullptr);

    /// Null: nothing is compared.
    void setComparison(std::shared_ptr<const CostCandidates> candidates,
                       std::shared_ptr<const CostComparison> comparison);
    void retranslate();

Q_SIGNALS:
    /// The assumptions are to be those of a case.
    void loadWanted(const rigwright::CostAssumptions& assumptions);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void connectParts();
    void takeCases();
    void reckon();
    void accept();
    void beginRename();
    void setRenaming(const QString& name);
    void refreshTools();
    [[nodiscard]] QString chosen() const;

    CostCases& cases_;
    CostCasesModel* model_;
    std::shared_ptr<const CostCandidates> candidates_;
    std::shared_ptr<const CostComparison> comparison_;
    std::vector<ReckonedCase> reckoned_; ///< of the cases, for the candidates; empty: not yet
    bool stale_ = true;
    QString renaming_; ///< the case whose name the field is changing; empty: none

    QLineEdit* name_ = nullptr;
    QPushButton* keep_ = nullptr;
    Choice* choice_ = nullptr;
    QPushButton* load_ = nullptr;
    QPushButton* rename_ = nullptr;
    QPushButton* delete_ = nullptr;
    ThemedLabel* message_ = nullptr;
    TableView* table_ = nullptr;
};

} // namespace rigwright
