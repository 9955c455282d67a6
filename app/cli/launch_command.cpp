// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/acceptance.h"
#include "advice/launch.h"
#include "bom/formats/whole_text.h"
#include "builds/cluster.h"
#include "builds/search.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/purchase_arguments.h"
#include "cli/report.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <sstream>

namespace rigwright {

namespace {

struct LaunchArguments {
    PurchaseArguments purchase;
    std::string output;
    bool json = false;
};

/// A machine, or several where none is enough by itself.
struct Chosen {
    std::optional<EvaluatedBuild> build;
    std::optional<ClusterProposal> cluster;
};

struct LaunchAnswer {
    Chosen chosen;
    LaunchSheet sheet;
    std::vector<AcceptanceCheck> checks;
    std::vector<Finding> findings; ///< about the user's own measurements, and the project
};

const char* kindName(LaunchText::Kind kind)
{
    return kind == LaunchText::Kind::Compose ? "compose" : "command";
}

Json evidenceJson(const std::vector<std::pair<std::string, std::string>>& evidence)
{
    Json all = Json::object();
    for (const auto& [key, value] : evidence) {
        all[key] = value;
    }
    return all;
}

Json chosenJson(const Chosen& chosen)
{
    Json json{{"schema", "rigwright.launch/1"}, {"build", nullptr}};
    if (chosen.cluster) {
        json["cluster"] = toJson(*chosen.cluster);
        json["placement"] = json["cluster"]["placement"];
    } else {
        json["build"] = {{"id", chosen.build->id}, {"title", chosen.build->title}};
        json["placement"] = toJson(chosen.build->plan.placement);
    }
    json["fits"] = chosen.cluster || chosen.build->plan.fits;
    return json;
}

Json launchJson(const LaunchAnswer& answer)
{
    Json texts = Json::array();
    for (const LaunchText& text : answer.sheet.texts) {
        texts.push_back({{"kind", kindName(text.kind)}, {"program", text.program}, {"text", text.text}});
        if (text.node) {
            texts.back()["node"] = *text.node;
        }
    }
    Json checklist = Json::array();
    for (const LaunchStep& step : answer.sheet.checklist) {
        checklist.push_back({{"id", step.id},
                             {"text", fillIn(step.text, step.evidence)},
                             {"evidence", evidenceJson(step.evidence)},
                             {"command", step.command}});
    }
    Json checks = Json::array();
    for (const AcceptanceCheck& check : answer.checks) {
        checks.push_back({{"id", check.id},
                          {"what", fillIn(check.what, check.evidence)},
                          {"expected", fillIn(check.expected, check.evidence)},
                          {"evidence", evidenceJson(check.evidence)},
                          {"command", check.command}});
    }
    std::vector<Finding> findings = answer.sheet.findings;
    findings.insert(findings.end(), answer.findings.begin(), answer.findings.end());
    Json json = chosenJson(answer.chosen);
    json["texts"] = std::move(texts);
    json["checklist"] = std::move(checklist);
    json["acceptance"] = std::move(checks);
    json["findings"] = toJson(findings);
    return json;
}

void printIndented(std::ostream& out, const std::string& text)
{
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        out << (line.empty() ? "" : "    ") << line << '\n';
    }
}

std::string titleOf(const Chosen& chosen)
{
    return chosen.cluster ? "No single machine meets the requirement; " +
            std::to_string(chosen.cluster->nodes) + " machines of " + chosen.cluster->node.title + " would."
                          : chosen.build->title;
}

void printText(std::ostream& out, const LaunchText& text)
{
    out << '\n' << text.program;
    if (text.node) {
        out << ", machine " << *text.node;
    }
    out << (text.kind == LaunchText::Kind::Compose ? ", with docker compose:\n\n" : ":\n\n") << text.text
        << '\n';
}

void printLaunch(std::ostream& out, const LaunchAnswer& answer)
{
    out << titleOf(answer.chosen) << '\n';
    for (const LaunchText& text : answer.sheet.texts) {
        printText(out, text);
    }
    out << "\nTo see to, in this order:\n";
    for (const LaunchStep& step : answer.sheet.checklist) {
        out << "- " << fillIn(step.text, step.evidence) << '\n';
        printIndented(out, step.command);
    }
    out << "\nAcceptance, what the delivered machine must show:\n";
    for (const AcceptanceCheck& check : answer.checks) {
        out << "- " << fillIn(check.what, check.evidence) << ": " << fillIn(check.expected, check.evidence)
            << '\n';
        printIndented(out, check.command);
    }
    printFindings(out, answer.sheet.findings);
    printFindings(out, answer.findings);
}

Expected<Chosen> choose(const Catalog& catalog, PlannedPurchase& purchase)
{
    auto build = evaluateFirst(purchase, catalog);
    if (!build) {
        return tl::unexpected(build.error());
    }
    if (*build) {
        return Chosen{*std::move(build), std::nullopt};
    }
    return searchBuilds(catalog, purchase.requirement, {}, purchase.constants)
        .and_then([&](const SearchResult& result) {
            return proposeClusters(catalog, purchase.requirement, result, {}, purchase.constants);
        })
        .map([](const std::vector<ClusterProposal>& clusters) {
            return clusters.empty() ? Chosen() : Chosen{std::nullopt, clusters.front()};
        });
}

/// The sheet and the checks of either.
template <class Machines>
Expected<LaunchAnswer> answerFor(const Catalog& catalog, const Machines& machines,
                                 const Requirement& requirement)
{
    auto sheet = launchSheet(catalog, machines, requirement);
    if (!sheet) {
        return tl::unexpected(sheet.error());
    }
    return acceptanceChecks(catalog, machines, requirement).map([&](std::vector<AcceptanceCheck> checks) {
        return LaunchAnswer{{}, *std::move(sheet), std::move(checks), {}};
    });
}

Expected<std::optional<LaunchAnswer>> launchAnswer(Catalog& catalog, const LaunchArguments& arguments)
{
    auto purchase = readPurchase(catalog, arguments.purchase);
    if (!purchase) {
        return tl::unexpected(purchase.error());
    }
    auto chosen = choose(catalog, *purchase);
    if (!chosen) {
        return tl::unexpected(chosen.error());
    }
    if (!chosen->build && !chosen->cluster) {
        return std::nullopt;
    }
    auto answer = chosen->cluster ? answerFor(catalog, *chosen->cluster, purchase->requirement)
                                  : answerFor(catalog, *chosen->build, purchase->requirement);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    answer->findings = std::move(purchase->findings);
    if (chosen->cluster) {
        const std::vector<Finding>& about = chosen->cluster->findings;
        answer->findings.insert(answer->findings.begin(), about.begin(), about.end());
    }
    answer->chosen = *std::move(chosen);
    return *std::move(answer);
}

Expected<ExitStatus> launch(Catalog& catalog, const LaunchArguments& arguments, std::ostream& out)
{
    const auto answer = launchAnswer(catalog, arguments);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (!*answer) {
        if (arguments.json) {
            out << Json{{"schema", "rigwright.launch/1"}, {"build", nullptr}}.dump(2) << '\n';
        } else {
            out << "No machine meets the requirement; `builds` says why.\n";
        }
        return ExitStatus::NoAnswer;
    }
    std::ostringstream text;
    if (arguments.json) {
        text << launchJson(**answer).dump(2) << '\n';
    } else {
        printLaunch(text, **answer);
    }
    if (arguments.output.empty()) {
        out << text.str();
    } else if (const Expected<void> written = writeWholeText(arguments.output, text.str()); !written) {
        return tl::unexpected(written.error());
    }
    const std::optional<EvaluatedBuild>& build = (*answer)->chosen.build;
    return build && build->plan.fits ? ExitStatus::Success : ExitStatus::NoAnswer;
}

} // namespace

void addLaunchCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command =
        app.add_subcommand("launch", "How to start what was sized, and what the delivered machine must show");
    const auto arguments = std::make_shared<LaunchArguments>();
    addPurchaseOptions(*command, arguments->purchase);
    command->add_option("--output", arguments->output, "File to write instead of the terminal");
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) {
            return launch(catalog, *arguments, out);
        };
    });
}

} // namespace rigwright
