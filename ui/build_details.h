// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "ui/card.h"

#include <memory>

class QGridLayout;
class QScrollArea;

namespace rigwright {

class TagFlow;
class ThemedLabel;

/// One machine: its parts with their prices, the total, and what is to know about it.
class BuildDetails : public Card {
    Q_OBJECT
public:
    enum class Role {
        Selected,    ///< the machine that the other pages show
        LeftOut,     ///< the nearest machine that a rule excluded
        Combination, ///< parts that a rule excludes together, without prices of their own
        Starting,    ///< one that the user has, before a step
        Changed,     ///< after changes that are proposed
        Proposed     ///< one that another requirement, or several together, would give
    };
    explicit BuildDetails(QWidget* parent = nullptr);

    /// Null: no machine, with the sentence that says so.
    void showBuild(std::shared_ptr<const EvaluatedBuild> build, const Workload& workload, Role role);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    [[nodiscard]] QString titleText() const;
    [[nodiscard]] QString emptyText() const;
    void rebuild();
    void addPrice(const PricedLine& line);
    void startList();
    void addPart(const PricedLine& line);
    void addPriceOrigin(const PricedLine& line);
    void addFindings();
    void addFinding(const Finding& finding);
    void addRule();
    void fillTags();
    void scrollToFindings();

    /// Shared with the result that the machine is part of.
    std::shared_ptr<const EvaluatedBuild> build_;
    Workload workload_;
    Role role_ = Role::Selected;
    QPushButton* findingsLink_ = nullptr;
    ThemedLabel* figures_ = nullptr;
    QScrollArea* scroll_ = nullptr;
    QGridLayout* grid_ = nullptr; ///< of the list in the scroll area, made anew for each machine
    int row_ = 0;
    ThemedLabel* totalLabel_ = nullptr;
    ThemedLabel* total_ = nullptr;
    QWidget* firstFinding_ = nullptr;
    TagFlow* tags_ = nullptr;
};

} // namespace rigwright
