// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/project_report.h"

#include "cli/price_changes.h"
#include "cli/report.h"
#include "project/json_text.h"
#include "units/format.h"

#include <ostream>

namespace rigwright {

namespace {

template <class Value>
Json amountOrNull(const std::optional<Value>& amount)
{
    return amount ? toJson(*amount) : Json();
}

std::string pricedText(const Project& project)
{
    return project.catalog == nullptr ? "never priced"
                                      : "priced on " + project.catalog->pricedOn.iso() + " (catalog of " +
            project.catalog->date.iso() + ")";
}

void printExpired(std::ostream& out, const std::vector<ExpiredQuote>& expired, const char* consequence)
{
    for (const ExpiredQuote& quote : expired) {
        out << quote.source << ": " << quote.prices << (quote.prices == 1 ? " price" : " prices")
            << " expired on " << quote.until.iso() << consequence << '\n';
    }
}

Json expiredJson(const std::vector<ExpiredQuote>& expired)
{
    Json list = Json::array();
    for (const ExpiredQuote& quote : expired) {
        list.push_back({{"source", quote.source}, {"until", quote.until.iso()}, {"prices", quote.prices}});
    }
    return list;
}

std::string nameOf(const OrderedMachine& machine)
{
    return machine.name.empty() ? machine.build->title : machine.name;
}

Json alternativesJson(const std::vector<SavedMachine>& machines)
{
    Json list = Json::array();
    for (const SavedMachine& machine : machines) {
        list.push_back(
            {{"name", machine.name}, {"saved_on", machine.savedOn.iso()}, {"price", toJson(machine.price)}});
    }
    return list;
}

Json revisionsJson(const std::vector<Revision>& revisions)
{
    Json list = Json::array();
    for (const Revision& revision : revisions) {
        list.push_back({{"number", revision.number},
                        {"date", revision.date.iso()},
                        {"author", revision.author},
                        {"note", revision.note},
                        {"net", toJson(revision.bom.totals().net)}});
    }
    return list;
}

void printRevisions(std::ostream& out, const std::vector<Revision>& revisions)
{
    if (revisions.empty()) {
        return;
    }
    TextTable table({"revision", "date", "net", "author", "note"}, {0, 2});
    for (const Revision& revision : revisions) {
        table.add({std::to_string(revision.number), revision.date.iso(),
                   formatMoney(revision.bom.totals().net), revision.author, printableText(revision.note)});
    }
    table.print(out);
}

Expected<std::optional<Money>> netOf(const Project& project, const Catalog& current, const Date& today,
                                     const CalibrationTable& constants)
{
    if (project.machines.empty()) {
        return std::optional<Money>();
    }
    return presentRevision(project, projectCatalog(project, current, today).catalog, today, constants)
        .map([](const Revision& revision) { return std::optional(revision.bom.totals().net); });
}

} // namespace

Expected<ProjectAnswer> projectAnswer(const Project& project, const Catalog& current, const Date& today,
                                      const CalibrationTable& constants)
{
    const ProjectCatalog priced = projectCatalog(project, current, today);
    auto machines = projectMachines(project, priced.catalog, today, constants);
    auto differences = pricesSince(project, current);
    if (!machines || !differences) {
        return tl::unexpected(!machines ? machines.error() : differences.error());
    }
    ProjectAnswer answer{project,
                         *std::move(machines),
                         std::nullopt,
                         *std::move(differences),
                         pricingDay(project, today),
                         expiredQuotes(project, today),
                         priced.problems};
    if (!answer.machines.empty()) {
        auto bom = makeBom(priced.catalog, answer.machines, project.requirement, project.order,
                           project.quotes, today);
        if (!bom) {
            return tl::unexpected(bom.error());
        }
        answer.bom = *std::move(bom);
    }
    return answer;
}

void printProject(std::ostream& out, const ProjectAnswer& answer)
{
    const Project& project = answer.project;
    out << project.name << ", " << pricedText(project) << '\n';
    for (const OrderedMachine& machine : answer.machines) {
        out << '\n'
            << machine.systems << " × " << nameOf(machine) << ", " << formatMoney(machine.build->price)
            << " each\n";
        printBuild(out, *machine.build);
    }
    if (answer.bom) {
        const BomTotals totals = answer.bom->totals();
        out << "\nNet " << formatMoney(totals.net) << ", to be paid " << formatMoney(totals.gross) << '\n';
    }
    for (const SavedMachine& kept : project.alternatives) {
        out << "Kept to compare: " << printableText(kept.name) << ", " << formatMoney(kept.price) << " on "
            << kept.savedOn.iso() << '\n';
    }
    printRevisions(out, project.revisions);
    for (const SavedDifference& difference : answer.differences) {
        out << differenceText(difference) << '\n';
    }
    printExpired(out, answer.expired, "; they count until the project is re-priced");
    for (const Error& problem : answer.problems) {
        out << "Left out: " << problem.message << '\n';
    }
    if (!project.notes.empty()) {
        out << '\n' << project.notes << '\n';
    }
}

Json projectJson(const ProjectAnswer& answer)
{
    const Project& project = answer.project;
    Json machines = Json::array();
    for (const OrderedMachine& machine : answer.machines) {
        machines.push_back(
            {{"name", nameOf(machine)}, {"systems", machine.systems}, {"build", toJson(*machine.build)}});
    }
    Json json = {{"schema", "rigwright.project-answer/1"},
                 {"name", project.name},
                 {"notes", project.notes},
                 {"created_on", project.createdOn.iso()},
                 {"priced_on", project.catalog ? Json(project.catalog->pricedOn.iso()) : Json()},
                 {"catalog_date", project.catalog ? Json(project.catalog->date.iso()) : Json()},
                 {"model", project.requirement.model.text()},
                 {"machines", std::move(machines)}};
    json["net"] = answer.bom ? toJson(answer.bom->totals().net) : Json();
    json["gross"] = answer.bom ? toJson(answer.bom->totals().gross) : Json();
    json["quotes"] = project.quotes.size();
    json["alternatives"] = alternativesJson(project.alternatives);
    json["revisions"] = revisionsJson(project.revisions);
    json["differences"] = differencesJson(answer.differences);
    json["prices_as_of"] = answer.pricesAsOf.iso();
    json["expired_quotes"] = expiredJson(answer.expired);
    json["left_out"] = Json::array();
    for (const Error& problem : answer.problems) {
        json["left_out"].push_back(problem.message);
    }
    return json;
}

Expected<RepricingReport> repricingReport(const Project& before, const Project& after, const Catalog& current,
                                          const Date& today, const CalibrationTable& constants)
{
    const auto differences = pricesSince(before, current);
    const auto netBefore = netOf(before, current, today, constants);
    const auto netAfter = netOf(after, current, today, constants);
    if (!differences || !netBefore || !netAfter) {
        return tl::unexpected(!differences     ? differences.error()
                                  : !netBefore ? netBefore.error()
                                               : netAfter.error());
    }
    const auto pricedOn = before.catalog ? std::optional(before.catalog->pricedOn) : std::nullopt;
    return RepricingReport{*differences, pricedOn,  today,
                           *netBefore,   *netAfter, expiredQuotes(before, today)};
}

void printRepricing(std::ostream& out, const RepricingReport& report)
{
    for (const SavedDifference& difference : report.differences) {
        out << differenceText(difference) << '\n';
    }
    printExpired(out, report.expired, "; they count no more");
    if (report.differences.empty()) {
        out << "Every part has the price that it had.\n";
    }
    if (report.before && report.after) {
        out << "Net " << formatMoney(*report.before) << " "
            << (report.pricedOn ? "on " + report.pricedOn->iso() : std::string("before")) << ", "
            << formatMoney(*report.after) << " on " << report.repricedOn.iso() << '\n';
    }
}

Json repricingJson(const RepricingReport& report)
{
    return {{"schema", "rigwright.repricing/1"},
            {"priced_on", report.pricedOn ? Json(report.pricedOn->iso()) : Json()},
            {"repriced_on", report.repricedOn.iso()},
            {"net_before", amountOrNull(report.before)},
            {"net_after", amountOrNull(report.after)},
            {"differences", differencesJson(report.differences)},
            {"expired_quotes", expiredJson(report.expired)}};
}

} // namespace rigwright
