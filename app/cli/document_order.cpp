// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/document_order.h"

#include "project/project_facts.h"
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
    ProjectCatalog priced = projectCatalog(*project, current, today);
    auto machines = projectMachines(*project, priced.catalog, today, constants);
    if (!machines) {
        return fail(file + ": " + machines.error().message);
    }
    DocumentOrder order{.catalog = std::move(priced.catalog),
                        .requirement = project->requirement,
                        .machines = *std::move(machines),
                        .request = {.order = project->order,
                                    .quotes = project->quotes,
                                    .assumptions = project->assumptions,
                                    .previous = {},
                                    .revision = 1},
                        .problems = std::move(priced.problems)};
    order.requirement.today = today;
    if (!project->revisions.empty()) {
        order.request.previous = project->revisions.back();
        order.request.revision = project->revisions.back().number + 1;
    }
    return order;
}

} // namespace rigwright
