// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/claim_check.h"
#include "builds/search.h"
#include "ui/card.h"
#include "ui/latest_task.h"

#include <functional>
#include <memory>

class QLineEdit;

namespace rigwright {

class ClaimDetails;
class ClaimFilter;
class ClaimTableModel;
class FindingTableModel;
class Segments;
class TableView;

/// What to know about the current answer, and what guides claim against what the program computes.
class AdvicePage : public QWidget {
    Q_OBJECT
public:
    /// The function that does the work, on a thread of its own; a seam for tests.
    using Check =
        std::function<std::vector<ClaimCheck>(const Catalog&, const std::function<bool()>& stopped)>;

    explicit AdvicePage(QWidget* parent = nullptr);
    explicit AdvicePage(Check check, QWidget* parent = nullptr);

    /// The machine that the other pages show; null: there is none, and the result says why.
    void showAnswer(std::shared_ptr<const EvaluatedBuild> build, std::shared_ptr<const SearchResult> result);
    /// Claims are checked once somebody looks at them.
    void setCatalog(std::shared_ptr<const Catalog> catalog);
    /// The last findings stay, dimmed.
    void setBusy(bool busy);
    [[nodiscard]] bool isChecking() const;

Q_SIGNALS:
    void checked();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFindings();
    QWidget* makeClaims();
    QWidget* makeTools();
    void retranslate();
    void refreshFindings();
    void refreshClaims();
    void startCheck();
    void refilter();
    void select();

    std::shared_ptr<const Catalog> catalog_;
    Check check_;
    bool stale_ = false;     ///< the claims of the catalog have not been checked
    bool hasAnswer_ = false; ///< a search has ended, with a machine or with why there is none
    LatestTask* task_;

    FindingTableModel* findings_;
    ClaimTableModel* claims_;
    ClaimFilter* filter_;
    Card* findingsCard_ = nullptr;
    TableView* findingsTable_ = nullptr;
    Dimmer* dimmer_ = nullptr;
    Card* claimsCard_ = nullptr;
    Segments* kinds_ = nullptr;
    QLineEdit* words_ = nullptr;
    TableView* table_ = nullptr;
    ClaimDetails* details_ = nullptr;
};

} // namespace rigwright
