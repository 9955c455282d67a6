// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/cluster.h"
#include "ui/machine_view.h"

#include <vector>

namespace rigwright {

class ActionList;
class LatestTask;

/// Where no machine meets the requirement: several equal ones with a network that do, each marked as a proposal. They are
/// worked out on a thread of its own, once somebody looks.
class ClusterList : public MachineView {
    Q_OBJECT
public:
    explicit ClusterList(QWidget* parent = nullptr);

    void setContext(const SearchContext& context) override;
    /// One of the machines of the proposal that was asked for; null: none was.
    [[nodiscard]] ShownMachine shown() const override;
    void retranslate() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Answer {
        std::vector<ClusterProposal> proposals;
        QString error;
    };
    void start();
    void refresh();
    void openLaunch(int row);

    SearchContext context_;
    bool isStarted_ = false; ///< for this context
    std::shared_ptr<const Answer> answer_;
    int shownRow_ = -1;
    LatestTask* task_;
    ActionList* list_;
};

} // namespace rigwright
