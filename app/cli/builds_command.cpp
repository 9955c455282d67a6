// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/cluster.h"
#include "builds/recommend.h"
#include "cli/budget_arguments.h"
#include "cli/change_report.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/measurement_arguments.h"
#include "cli/option_reader.h"
#include "cli/project_option.h"
#include "cli/report.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct BuildsArguments {
    WorkloadArguments workload;
    BudgetArguments budget;
    MeasurementArguments measurements;
    ProjectOption project;
    std::string limit;
    bool explain = false;
    bool json = false;
};

/// The machines with the most speed for the money, in the order of the answer.
std::vector<const EvaluatedBuild*> bestOf(const SearchResult& result, std::size_t limit)
{
    std::vector<const EvaluatedBuild*> best;
    for (const EvaluatedBuild& build : result.builds) {
        best.push_back(&build);
    }
    const auto value = [](const EvaluatedBuild* build) {
        return std::pair(build->onFront, speedForTheMoney(*build).value_or(0));
    };
    std::ranges::stable_sort(best, std::greater<>(), value);
    best.resize(std::min(limit, best.size()));
    std::ranges::sort(best); // they lie in one vector, in the order of the answer
    return best;
}

void printTable(std::ostream& out, const std::vector<const EvaluatedBuild*>& builds,
                const EvaluatedBuild* recommended, bool ranked)
{
    TextTable table({"", "machine", "price", "one user", "all users", "at the wall", "limited by"},
                    {2, 3, 4, 5});
    for (const EvaluatedBuild* build : builds) {
        table.add({build == recommended ? "→"
                       : build->onFront ? "*"
                                        : "",
                   build->title, formatMoney(build->price),
                   build->speed ? rateRange(build->speed->decode) : "unknown",
                   build->speed ? rateRange(build->speed->total) : "unknown",
                   formatFixed(build->wallPower.value(), 0) + " W",
                   build->speed ? boundName(build->speed->bound) : ""});
    }
    table.print(out);
    out << (ranked ? "* no other machine is better in everything that machines are ranked by"
                   : "* no other machine is both cheaper and faster")
        << "; → the most speed for the money\n";
}

/// Why the cheapest parts that a reason excludes are excluded, or the nearest machine that it does.
std::string exampleOf(const Exclusion& exclusion)
{
    if (exclusion.example) {
        return exclusion.example->why.message();
    }
    return exclusion.nearest ? exclusion.nearest->title + " for " + formatMoney(exclusion.nearest->price)
                             : "";
}

void print(std::ostream& out, const SearchResult& result, std::size_t limit, bool ranked)
{
    out << formatCount(result.considered) << " machines considered, " << formatCount(result.feasible)
        << " meet the requirement\n";
    if (const EvaluatedBuild* recommended = recommendedBuild(result)) {
        const std::vector<const EvaluatedBuild*> shown = bestOf(result, limit);
        out << '\n';
        printTable(out, shown, recommended, ranked);
        if (shown.size() < result.builds.size()) {
            out << result.builds.size() - shown.size() << " more with --limit " << result.builds.size()
                << '\n';
        }
        out << '\n' << recommended->title << ":\n";
        printBuild(out, *recommended);
        printFindings(out, recommended->findings);
    }
    if (!result.excluded.empty()) {
        out << "\nWhy not others:\n";
        TextTable table({"candidates", "reason", "for instance"}, {0});
        for (const Exclusion& exclusion : result.excluded) {
            table.add({formatCount(exclusion.count), exclusion.text, exampleOf(exclusion)});
        }
        table.print(out);
    }
}

void print(std::ostream& out, const std::vector<ClusterProposal>& clusters)
{
    if (clusters.empty()) {
        return;
    }
    out << "\nSeveral equal machines with a network would do:\n";
    TextTable table({"", "machines", "price", "one user", "all users", "at the wall"}, {2, 3, 4, 5});
    for (const ClusterProposal& cluster : clusters) {
        table.add({clusterKindName(cluster.kind),
                   std::to_string(cluster.nodes) + " machines of " + cluster.node.title,
                   formatMoney(cluster.price), cluster.speed ? rateRange(cluster.speed->decode) : "unknown",
                   cluster.speed ? rateRange(cluster.speed->total) : "unknown",
                   formatFixed(cluster.wallPower.value(), 0) + " W"});
    }
    table.print(out);
    out << "\nEach machine of the first:\n";
    printBuild(out, clusters.front().node);
    printFindings(out, clusters.front().findings);
}

struct BuildsAnswer {
    SearchResult result;
    std::chrono::duration<double, std::milli> elapsed; ///< of the search alone
    std::vector<ClusterProposal> clusters;
    std::vector<LimitPrice> limits; ///< where they were asked for
};

Expected<BuildsAnswer> answerTo(const Catalog& catalog, const Requirement& requirement,
                                const CalibrationTable& constants, bool explain)
{
    const auto start = std::chrono::steady_clock::now();
    Expected<SearchResult> result = searchBuilds(catalog, requirement, {}, constants);
    if (!result) {
        return tl::unexpected(result.error());
    }
    const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
    auto clusters = proposeClusters(catalog, requirement, *result, {}, constants);
    if (!clusters) {
        return tl::unexpected(clusters.error());
    }
    auto limits = explain ? priceLimits(catalog, requirement, *result, {}, constants)
                          : Expected<std::vector<LimitPrice>>();
    if (!limits) {
        return tl::unexpected(limits.error());
    }
    return BuildsAnswer{*std::move(result), elapsed, *std::move(clusters), *std::move(limits)};
}

Json toJson(const BuildsAnswer& answer, const std::vector<Finding>& findings, bool explain)
{
    Json json = toJson(answer.result);
    json["elapsed_ms"] = answer.elapsed.count();
    json["clusters"] = Json::array();
    for (const ClusterProposal& cluster : answer.clusters) {
        json["clusters"].push_back(toJson(cluster));
    }
    json["findings"] = toJson(findings);
    if (explain) {
        json["limits"] = toJson(answer.limits);
    }
    return json;
}

Expected<ExitStatus> builds(Catalog& catalog, const BuildsArguments& arguments, std::ostream& out)
{
    const auto project = openProject(arguments.project);
    if (!project) {
        return tl::unexpected(project.error());
    }
    UserConstants constants = userConstants(arguments.measurements);
    if (*project) {
        std::ranges::move(layProject(catalog, **project), std::back_inserter(constants.findings));
    }
    const Expected<Requirement> requirement = readRequirement(catalog, arguments.workload, arguments.budget,
                                                              *project ? &(*project)->requirement : nullptr);
    if (!requirement) {
        return tl::unexpected(requirement.error());
    }
    // A program that reads JSON wants the whole front, a person the best of it.
    const char* defaultLimit = arguments.json ? "100000" : "10";
    const Expected<std::int64_t> limit =
        readWhole("--limit", arguments.limit.empty() ? defaultLimit : arguments.limit, 1, 100'000);
    if (!limit) {
        return tl::unexpected(limit.error());
    }
    Expected<BuildsAnswer> answer = answerTo(catalog, *requirement, constants.table, arguments.explain);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    SearchResult& result = answer->result;
    const auto shown = static_cast<std::size_t>(*limit);
    if (arguments.json) {
        result.builds.resize(std::min(shown, result.builds.size()));
        out << toJson(*answer, constants.findings, arguments.explain).dump(2) << '\n';
    } else {
        print(out, result, shown, !requirement->objectives.empty());
        print(out, answer->clusters);
        printLimits(out, answer->limits);
        printFindings(out, constants.findings);
    }
    return result.feasible > 0 ? ExitStatus::Success : ExitStatus::NoAnswer;
}

} // namespace

void addBuildsCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand("builds", "Complete machines for a model and a budget");
    const auto arguments = std::make_shared<BuildsArguments>();
    addWorkloadOptions(*command, arguments->workload);
    addBudgetOptions(*command, arguments->budget);
    addMeasurementOptions(*command, arguments->measurements);
    addProjectOption(*command, arguments->project);
    command->add_option("--limit", arguments->limit, "How many machines to show (10; with --json all)");
    command->add_flag("--explain", arguments->explain, "What each limit keeps out, and its price");
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) {
            return builds(catalog, *arguments, out);
        };
    });
}

} // namespace rigwright
