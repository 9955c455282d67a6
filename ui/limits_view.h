// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/limit_price.h"
#include "ui/machine_view.h"

#include <vector>

namespace rigwright {

class ActionList;
class LatestTask;

/// The requirement without a limit, or with the budget that its machine needs.
[[nodiscard]] Requirement withoutLimit(Requirement requirement, const LimitPrice& limit);

/// What each limit of the requirement keeps out, a sentence each, with a button that gives the limit up. It is worked out on a
/// thread of its own, once somebody looks.
class LimitsView : public MachineView {
    Q_OBJECT
public:
    explicit LimitsView(QWidget* parent = nullptr);

    void setContext(const SearchContext& context) override;
    [[nodiscard]] ShownMachine shown() const override;
    void retranslate() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Answer {
        std::vector<LimitPrice> limits;
        QString error;
    };
    void start();
    void take(const std::shared_ptr<const Answer>& answer);
    void refresh();

    SearchContext context_;
    bool isStarted_ = false; ///< for this context
    std::shared_ptr<const Answer> answer_;
    int shownRow_ = 0;
    LatestTask* task_;
    ActionList* list_;
};

} // namespace rigwright
