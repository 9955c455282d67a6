// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/check.h"
#include "cli/catalog_commands.h"
#include "cli/json.h"
#include "cli/report.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

const char* severityName(CheckSeverity severity)
{
    return severity == CheckSeverity::Error ? "error" : "warning";
}

/// Own and edited parts, and those with a price of the user's.
bool isOwn(const Catalog& catalog, const std::string& id)
{
    const PartReference found = findAnyPart(catalog, PartId(id));
    return found.info != nullptr &&
        (found.info->own || found.info->edited || std::ranges::any_of(found.info->offers, &Offer::own));
}

Json toJson(const CheckFinding& finding)
{
    return {{"rule", finding.rule},
            {"severity", severityName(finding.severity)},
            {"subject", finding.subject},
            {"message", finding.message}};
}

std::int64_t countOf(const std::vector<CheckFinding>& findings, CheckSeverity severity)
{
    return std::ranges::count(findings, severity, &CheckFinding::severity);
}

void printJson(const Catalog& catalog, const std::vector<CheckFinding>& findings, std::ostream& out)
{
    Json list = Json::array();
    for (const CheckFinding& finding : findings) {
        list.push_back(toJson(finding));
    }
    out << Json({{"schema", "rigwright.catalog/1"},
                 {"date", catalog.date.iso()},
                 {"errors", countOf(findings, CheckSeverity::Error)},
                 {"warnings", countOf(findings, CheckSeverity::Warning)},
                 {"findings", std::move(list)}})
               .dump(2)
        << '\n';
}

void printTable(const std::vector<CheckFinding>& findings, std::ostream& out)
{
    if (!findings.empty()) {
        TextTable table({"severity", "rule", "row", "what"});
        for (const CheckFinding& finding : findings) {
            table.add({severityName(finding.severity), finding.rule, finding.subject, finding.message});
        }
        table.print(out);
    }
    out << formatCount(countOf(findings, CheckSeverity::Error)) << " errors, "
        << formatCount(countOf(findings, CheckSeverity::Warning)) << " warnings\n";
}

Expected<ExitStatus> check(const Catalog& catalog, bool onlyOwn, bool asJson, std::ostream& out)
{
    std::vector<CheckFinding> findings = checkCatalog(catalog);
    if (onlyOwn) {
        std::erase_if(findings,
                      [&](const CheckFinding& finding) { return !isOwn(catalog, finding.subject); });
    }
    if (asJson) {
        printJson(catalog, findings, out);
    } else {
        printTable(findings, out);
    }
    return countOf(findings, CheckSeverity::Error) > 0 ? ExitStatus::NoAnswer : ExitStatus::Success;
}

} // namespace

void addCatalogCheck(CLI::App& catalogCommand, Command& chosen)
{
    CLI::App* command = catalogCommand.add_subcommand("check", "Rows that are implausible");
    const auto onlyOwn = std::make_shared<bool>(false);
    const auto asJson = std::make_shared<bool>(false);
    command->add_flag("--own", *onlyOwn, "Only what the user added or changed");
    command->add_flag("--json", *asJson, "One JSON object");
    command->callback([&chosen, onlyOwn, asJson] {
        chosen = [onlyOwn, asJson](Catalog& catalog, std::ostream& out) {
            return check(catalog, *onlyOwn, *asJson, out);
        };
    });
}

} // namespace rigwright
