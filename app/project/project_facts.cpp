// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_facts.h"

#include "bom/document_facts.h"
#include "bom/quotes/quote_compare.h"
#include "builds/evaluate.h"

#include <algorithm>

namespace rigwright {

namespace {

Date quotedDay(const Project& project, const Date& today)
{
    if (project.catalog == nullptr) {
        return today;
    }
    Date day = project.catalog->pricedOn;
    for (const Quote& quote : project.quotes) {
        day = std::max(day, quote.date);
    }
    return day;
}

int nextNumber(const Project& project)
{
    return project.revisions.empty() ? 1 : project.revisions.back().number + 1;
}

} // namespace

Catalog projectCatalog(const Project& project, const Catalog& current, const Date& today)
{
    Catalog catalog = current;
    if (project.catalog != nullptr) {
        catalog = layExcerpt(std::move(catalog), *project.catalog).catalog;
    }
    return withQuotes(std::move(catalog), project.quotes, quotedDay(project, today));
}

Expected<std::vector<OrderedMachine>> projectMachines(const Project& project, const Catalog& catalog,
                                                      const CalibrationTable& constants)
{
    std::vector<OrderedMachine> machines;
    if (project.requirement.model.empty()) {
        return fail("no model is chosen yet");
    }
    for (const ProjectMachine& machine : project.machines) {
        auto build = evaluateBuild(catalog, machine.build, project.requirement, constants);
        if (!build) {
            const std::string which = "machine " + std::to_string(machines.size() + 1);
            return fail(which + ": " + build.error().message);
        }
        machines.push_back(
            {machine.name, std::make_shared<const EvaluatedBuild>(*std::move(build)), machine.systems});
    }
    return machines;
}

Expected<DocumentFacts> projectDocumentFacts(const Project& project, const Catalog& catalog,
                                             const Date& preparedOn, const CalibrationTable& constants,
                                             const std::stop_token& stop)
{
    DocumentRequest request;
    request.order = project.order;
    request.quotes = project.quotes;
    request.assumptions = project.assumptions;
    request.revision = nextNumber(project);
    if (!project.revisions.empty()) {
        request.previous = project.revisions.back();
    }
    return projectMachines(project, catalog, constants)
        .and_then([&](const std::vector<OrderedMachine>& machines) {
            return documentFacts(catalog, machines, project.requirement, request, preparedOn, constants,
                                 stop);
        });
}

Expected<Revision> presentRevision(const Project& project, const Catalog& catalog, const Date& preparedOn,
                                   const CalibrationTable& constants)
{
    return projectMachines(project, catalog, constants)
        .and_then([&](const std::vector<OrderedMachine>& machines) {
            return makeBom(catalog, machines, project.requirement, project.order, project.quotes, preparedOn);
        })
        .map([&](Bom bom) { return Revision{0, preparedOn, {}, {}, project.requirement, std::move(bom)}; });
}

void addRevision(Project& project, Revision present, std::string author, std::string note)
{
    present.number = nextNumber(project);
    present.author = std::move(author);
    present.note = std::move(note);
    project.revisions.push_back(std::move(present));
}

} // namespace rigwright
