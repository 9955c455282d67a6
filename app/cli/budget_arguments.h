// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"
#include "cli/workload_arguments.h"
#include "speed/calibration.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rigwright {

/// Options that bound a search for builds, as typed. Empty: nothing said.
struct BudgetArguments {
    std::string budget;
    std::string currency;
    std::string maxWatts;
    std::string minTokensPerSecond;
    std::string vendor;
    std::string enclosure;
    std::optional<bool> requireEcc;
    std::optional<bool> hostOffload;
    std::string circuit;                  ///< "120x15"
    std::vector<std::string> formFactors; ///< of boards
    std::vector<std::string> rankBy;
    std::optional<bool> mixedCards;
    std::vector<std::string> own; ///< "part" or "part:number"
    std::string priceLimitDays;   ///< empty: the catalog's
};

void addBudgetOptions(CLI::App& command, BudgetArguments& arguments);
/// A build that somebody names is not searched for: without a budget of its own it gets one that nothing exceeds.
[[nodiscard]] BudgetArguments limitsFor(BudgetArguments arguments, const std::string& buildFile);
/// The requirement as of today: what is wanted already, such as in a project, with what the options change. The limit on prices'
/// ages goes into the catalog's policy.
[[nodiscard]] Expected<Requirement> readRequirement(Catalog& catalog, const WorkloadArguments& workload,
                                                    const BudgetArguments& budget,
                                                    const Requirement* wanted = nullptr);

/// The build that `--build` names, else the one that the search recommends. No value: no machine meets the requirement.
[[nodiscard]] Expected<std::optional<EvaluatedBuild>>
chooseBuild(const Catalog& catalog, const Requirement& requirement, const std::string& buildFile,
            const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
