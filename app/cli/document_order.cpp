// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/document_order.h"

#include "bom/quotes/quote_compare.h"
#include "builds/evaluate.h"
#include "project/project_file.h"

namespace rigwright {

Expected<DocumentOrder> projectOrder(const Catalog& current, const std::string& file,
                                     const CalibrationTable& constants, const Date& today)
{
    const auto project = readProject(file);
    if (!project) {
        return tl::unexpected(project.error());
    }
    if (project->machines.empty()) {
        return fail(file + ": no machine is chosen in it yet");
    }
    LaidExcerpt laid = project->catalog ? layExcerpt(current, *project->catalog) : LaidExcerpt{current, {}};
    DocumentOrder order{.catalog = withQuotes(std::move(laid.catalog), project->quotes, today),
                        .requirement = project->requirement,
                        .machines = {},
                        .request = {.order = project->order,
                                    .quotes = project->quotes,
                                    .assumptions = project->assumptions,
                                    .previous = {},
                                    .revision = 1},
                        .problems = std::move(laid.problems)};
    if (!project->revisions.empty()) {
        order.request.previous = project->revisions.back();
        order.request.revision = project->revisions.back().number + 1;
    }
    for (const ProjectMachine& machine : project->machines) {
        auto build = evaluateBuild(order.catalog, machine.build, order.requirement, constants);
        if (!build) {
            return fail(file + ": " + build.error().message);
        }
        order.machines.push_back(
            {machine.name, std::make_shared<const EvaluatedBuild>(*std::move(build)), machine.systems});
    }
    return order;
}

} // namespace rigwright
