// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "cli/budget_arguments.h"
#include "cli/measurement_arguments.h"
#include "cli/project_option.h"
#include "project/project.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// Options that say what is to be bought: a model with a budget, a build, or a project, which the others change.
struct PurchaseArguments {
    WorkloadArguments workload;
    BudgetArguments budget;
    MeasurementArguments measurements;
    ProjectOption project;
    std::string buildFile;
    std::string systems; ///< empty: as the project says, or one
};

void addPurchaseOptions(CLI::App& command, PurchaseArguments& arguments);
void addSystemsOption(CLI::App& command, PurchaseArguments& arguments);

/// What is to be bought, and what its figures rest on beside the catalog.
struct PlannedPurchase {
    Requirement requirement; ///< as of today
    std::vector<ProjectMachine>
        machines; ///< of the build file, of the project or of a search; empty: none meets it
    OrderDetails order;
    CalibrationTable constants;
    std::optional<Project> project; ///< that was named, with the machines that were meant
    std::vector<Finding> findings;  ///< about the user's measurements, or the project's old figures
};

/// Whether what suppliers quoted to a project counts.
enum class QuotedPrices { Count, AreLeftOut };

/// The project's prices, and a model from a file, go into the catalog.
[[nodiscard]] Expected<PlannedPurchase> readPurchase(Catalog& catalog, const PurchaseArguments& arguments,
                                                     QuotedPrices quotes = QuotedPrices::Count);
/// Prices the machines from a catalog. An error names the machine.
[[nodiscard]] Expected<std::vector<OrderedMachine>> evaluateMachines(const PlannedPurchase& purchase,
                                                                     const Catalog& catalog);
/// The first machine, which commands on one are about; a finding tells of others. No value: no machine meets the requirement.
[[nodiscard]] Expected<std::optional<EvaluatedBuild>> evaluateFirst(PlannedPurchase& purchase,
                                                                    const Catalog& catalog);

} // namespace rigwright
