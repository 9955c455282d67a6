// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"
#include "cli/budget_arguments.h"
#include "cli/measurement_arguments.h"
#include "project/project.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rigwright {

/// Options that say what is to be bought: a model with a budget, a build, or a project.
struct PurchaseArguments {
    WorkloadArguments workload;
    BudgetArguments budget;
    MeasurementArguments measurements;
    std::string buildFile;
    std::string projectFile;
    std::string systems = "1";
};

void addPurchaseOptions(CLI::App& command, PurchaseArguments& arguments);

/// What is to be bought, and everything that its prices rest on but quotes.
struct QuotedPurchase {
    Catalog catalog;
    Requirement requirement;
    std::vector<ProjectMachine> machines; ///< empty: no machine meets the requirement
    OrderDetails order;
    CalibrationTable constants;
    std::optional<Project> project; ///< that was named
    std::vector<Finding> findings;  ///< about the user's measurements, or the project's old figures
};

[[nodiscard]] Expected<QuotedPurchase> readPurchase(const Catalog& catalog,
                                                    const PurchaseArguments& arguments);
/// Prices the machines from a catalog, with quotes or without.
[[nodiscard]] Expected<std::vector<OrderedMachine>> evaluateMachines(const QuotedPurchase& purchase,
                                                                     const Catalog& catalog);

} // namespace rigwright
