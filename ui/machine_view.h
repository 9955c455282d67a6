// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"
#include "facts/catalog.h"
#include "speed/calibration.h"
#include "ui/build_details.h"

#include <QWidget>

#include <memory>

namespace rigwright {

struct SearchResult;

/// What the views of the machines' page are about. Everything is shared with the threads that work on it.
struct SearchContext {
    std::shared_ptr<const Catalog> catalog; ///< null: nothing is known yet
    std::shared_ptr<const SearchResult> result;
    Requirement requirement;
    std::shared_ptr<const CalibrationTable> constants;
};

/// A machine for the details beside a view.
struct ShownMachine {
    std::shared_ptr<const EvaluatedBuild> build; ///< null: none
    Workload workload;
    BuildDetails::Role role = BuildDetails::Role::Selected;
};

/// A view below the chart that has a machine to show beside it.
class MachineView : public QWidget {
    Q_OBJECT
public:
    explicit MachineView(QWidget* parent = nullptr);

    /// After each search; what was worked out for the one before is given up.
    virtual void setContext(const SearchContext& context) = 0;
    [[nodiscard]] virtual ShownMachine shown() const = 0;
    virtual void retranslate() = 0;

Q_SIGNALS:
    /// Another machine is to be shown, or none any more.
    void shownChanged();
    /// The user takes over a change of the requirement.
    void requirementWanted(const rigwright::Requirement& requirement);
    /// What was worked out in the background is shown.
    void settled();
};

} // namespace rigwright
