// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/capacity.h"
#include "ui/machine_context.h"

#include <QString>

#include <memory>
#include <vector>

namespace rigwright {

/// A line of a machine as the catalog knows it.
struct CheckedLine {
    QString name;                   ///< empty: the catalog has no such part
    std::optional<Money> unitPrice; ///< in the currency of the answer; empty: unknown
};

/// What comes of a machine that is being put together.
struct MachineCheck {
    std::vector<CheckedLine> lines;              ///< of each line of the build
    std::shared_ptr<const EvaluatedBuild> build; ///< null: see the error
    QString error;
    std::vector<Capacity> capacities;
};

/// For a thread that checks.
[[nodiscard]] MachineCheck checkMachine(const Build& build, const MachineContext& context);

/// "Slots 2 of 3 · DIMM slots 4 of 4 · ! 900 of 850 W".
[[nodiscard]] QString capacitiesText(const std::vector<Capacity>& capacities);

} // namespace rigwright
