// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/evaluate.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/report.h"
#include "project/build_file.h"
#include "project/today.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

void printParts(std::ostream& out, const std::vector<PricedLine>& lines)
{
    TextTable table({"", "part", "", "figures", "price from"}, {});
    for (const PricedLine& line : lines) {
        table.add({categoryName(line.line.category), line.name, std::to_string(line.line.quantity) + " ×",
                   verificationName(line.specs),
                   line.offer ? priceText(line.offer->kind, line.offer->date, line.standing) : "no price"});
    }
    table.print(out);
}

Expected<ExitStatus> check(const Catalog& catalog, const std::string& file, bool asJson, std::ostream& out)
{
    const Expected<Build> build = readBuildFile(catalog, file);
    if (!build) {
        return tl::unexpected(build.error());
    }
    const auto findings = checkCompatibility(catalog, *build);
    const auto lines = pricedLines(catalog, *build, today());
    if (!findings || !lines) {
        return tl::unexpected(!findings ? findings.error() : lines.error());
    }
    const bool blocked =
        std::ranges::find(*findings, Severity::Blocker, &Finding::severity) != findings->end();
    const char* verdict = blocked ? "incompatible" : "compatible";
    if (asJson) {
        Json json = {{"schema", "rigwright.check/1"}, {"findings", toJson(*findings)}, {"verdict", verdict}};
        json["parts"] = toJson(*lines);
        out << json.dump(2) << '\n';
    } else {
        printParts(out, *lines);
        printFindings(out, *findings);
        out << "Verdict: " << verdict << '\n';
    }
    return blocked ? ExitStatus::NoAnswer : ExitStatus::Success;
}

} // namespace

void addCheckCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand("check", "Compatibility of a build that somebody wrote down");
    const auto file = std::make_shared<std::string>();
    const auto asJson = std::make_shared<bool>(false);
    command->add_option("--build", *file, "The build in JSON")->required();
    command->add_flag("--json", *asJson, "One JSON object");
    command->callback([&chosen, file, asJson] {
        chosen = [file, asJson](Catalog& catalog, std::ostream& out) {
            return check(catalog, *file, *asJson, out);
        };
    });
}

} // namespace rigwright
