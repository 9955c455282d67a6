// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/evaluate.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/report.h"
#include "project/build_file.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

Expected<ExitStatus> check(const Catalog& catalog, const std::string& file, bool asJson, std::ostream& out)
{
    const auto findings = readBuildFile(catalog, file).and_then([&](const Build& build) {
        return checkCompatibility(catalog, build);
    });
    if (!findings) {
        return tl::unexpected(findings.error());
    }
    const bool blocked =
        std::ranges::find(*findings, Severity::Blocker, &Finding::severity) != findings->end();
    const char* verdict = blocked ? "incompatible" : "compatible";
    if (asJson) {
        out << Json({{"schema", "rigwright.check/1"}, {"findings", toJson(*findings)}, {"verdict", verdict}})
                   .dump(2)
            << '\n';
    } else {
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
