// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "project/machine_set.h"
#include "ui/machine_context.h"

#include <QString>

#include <memory>
#include <stop_token>
#include <vector>

namespace rigwright {

/// A machine of the user's, judged for the current requirement by the current catalog.
struct JudgedMachine {
    QString id; ///< of the saved machine; empty: it isn't saved
    QString name;
    std::shared_ptr<const EvaluatedBuild> build; ///< null: see the error
    QString error;
    std::vector<SavedDifference> differences;
};

/// One machine; never throws, for the threads that judge.
[[nodiscard]] JudgedMachine judge(const SavedMachine& saved, const MachineContext& context);
/// All of them, in their order; fewer where it is stopped.
[[nodiscard]] std::vector<JudgedMachine> judgeMachines(const std::vector<SavedMachine>& saved,
                                                       const MachineContext& context,
                                                       const std::stop_token& stop);

/// How a machine stands: it breaks rules, the model does not fit, or neither.
enum class Standing { Fine, BreaksRules, DoesNotFit, Unknown };
[[nodiscard]] int brokenRules(const EvaluatedBuild& build);
[[nodiscard]] Standing machineStanding(const EvaluatedBuild* build);

/// "Price of RTX 3090: $859 when saved, $799 now".
[[nodiscard]] QString differenceText(const SavedDifference& difference);

} // namespace rigwright
