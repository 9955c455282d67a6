// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_facts.h"

#include "bom/document_facts.h"
#include "bom/quotes/quote_compare.h"
#include "builds/evaluate.h"

#include <algorithm>

namespace rigwright {

namespace {

/// What is wanted, with prices' ages as of today.
Requirement requirementOf(const Project& project, const Date& today)
{
    Requirement requirement = project.requirement;
    requirement.today = today;
    return requirement;
}

int nextNumber(const Project& project)
{
    return project.revisions.empty() ? 1 : project.revisions.back().number + 1;
}

} // namespace

Date pricingDay(const Project& project, const Date& today)
{
    if (project.catalog == nullptr) {
        return today;
    }
    Date day = project.catalog->pricedOn;
    for (const Quote& quote : project.quotes) {
        if (quote.date <= today) {
            day = std::max(day, quote.date);
        }
    }
    return day;
}

ProjectCatalog projectCatalog(const Project& project, Catalog current, const Date& today)
{
    LaidExcerpt laid{std::move(current), {}};
    if (project.catalog != nullptr) {
        laid = layExcerpt(std::move(laid.catalog), *project.catalog);
    }
    return {withQuotes(std::move(laid.catalog), project.quotes, pricingDay(project, today)),
            std::move(laid.problems)};
}

std::shared_ptr<const Catalog>
projectCatalog(const Project& project, const std::shared_ptr<const Catalog>& current, const Date& today)
{
    if (project.catalog == nullptr && project.quotes.empty()) {
        return current;
    }
    return std::make_shared<const Catalog>(projectCatalog(project, *current, today).catalog);
}

std::vector<ExpiredQuote> expiredQuotes(const Project& project, const Date& today)
{
    const Date day = pricingDay(project, today);
    std::vector<ExpiredQuote> expired;
    for (const Quote& quote : project.quotes) {
        ExpiredQuote found{sourceOf(quote), day, 0};
        for (const QuoteLine& line : quote.lines) {
            const std::optional<Date> until = quote.validUntilOf(line);
            if (line.unitPrice && until && *until >= day && *until < today) {
                found.until = std::max(found.until, *until);
                ++found.prices;
            }
        }
        if (found.prices > 0) {
            expired.push_back(std::move(found));
        }
    }
    return expired;
}

Expected<std::vector<OrderedMachine>> projectMachines(const Project& project, const Catalog& catalog,
                                                      const Date& today, const CalibrationTable& constants)
{
    std::vector<OrderedMachine> machines;
    if (project.requirement.model.empty()) {
        return fail("no model is chosen yet");
    }
    const Requirement requirement = requirementOf(project, today);
    for (const ProjectMachine& machine : project.machines) {
        auto build = evaluateBuild(catalog, machine.build, requirement, constants);
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
    return projectMachines(project, catalog, preparedOn, constants)
        .and_then([&](const std::vector<OrderedMachine>& machines) {
            return documentFacts(catalog, machines, requirementOf(project, preparedOn), request, preparedOn,
                                 constants, stop);
        });
}

Expected<Revision> presentRevision(const Project& project, const Catalog& catalog, const Date& preparedOn,
                                   const CalibrationTable& constants)
{
    return projectMachines(project, catalog, preparedOn, constants)
        .and_then([&](const std::vector<OrderedMachine>& machines) {
            return makeBom(catalog, machines, requirementOf(project, preparedOn), project.order,
                           project.quotes, preparedOn);
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
