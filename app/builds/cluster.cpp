// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/cluster.h"

#include "builds/cluster/node_search.h"
#include "builds/evaluate.h"
#include "builds/hardware.h"
#include "units/format.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rigwright {

namespace {

void addFindings(ClusterProposal& cluster, const NodeNetwork& network)
{
    cluster.findings.push_back(
        {"cluster-proposal",
         Severity::Note,
         RIGWRIGHT_TEXT(
             "Finding",
             "{nodes} equal machines are a proposal, priced and checked: that none better exists is "
             "proven for single machines alone."),
         {{"nodes", std::to_string(cluster.nodes)}}});
    const bool direct = cluster.nodes == 2;
    cluster.findings.push_back(
        {"cluster-switch",
         Severity::Warning,
         direct ? RIGWRIGHT_TEXT("Finding",
                                 "The price leaves out the cable between the two machines' {network}.")
                : RIGWRIGHT_TEXT(
                      "Finding",
                      "The price leaves out the switch and the cables for {nodes} machines with {network}: "
                      "the catalog has none."),
         {{"nodes", std::to_string(cluster.nodes)}, {"network", network.name}}});
}

/// Cheapest first, those that are notably faster than every cheaper one.
std::vector<ClusterProposal> frontOf(std::vector<ClusterProposal> proposals, const Requirement& requirement)
{
    constexpr double kNotably = 1.05;
    constexpr std::size_t kMostProposals = 5;
    std::ranges::stable_sort(proposals, {}, [&](const ClusterProposal& proposal) {
        return std::pair(proposal.price.minorUnits(), -rankedSpeed(requirement, *proposal.speed).value());
    });
    std::vector<ClusterProposal> front;
    for (ClusterProposal& proposal : proposals) {
        if (front.size() < kMostProposals &&
            (front.empty() ||
             rankedSpeed(requirement, *proposal.speed) >
                 rankedSpeed(requirement, *front.back().speed) * kNotably)) {
            front.push_back(std::move(proposal));
        }
    }
    return front;
}

bool wantsReplicas(const Workload& workload)
{
    return workload.kind == WorkloadKind::Serve && (workload.concurrency > 1 || workload.requestRate);
}

bool runsModel(const Workload& workload)
{
    return workload.kind == WorkloadKind::Chat || workload.kind == WorkloadKind::Serve ||
        workload.kind == WorkloadKind::Batch;
}

} // namespace

Hardware joinedHardware(const Hardware& node, int nodes)
{
    Hardware hardware = leftForModel(node);
    for (AcceleratorGroup& group : hardware.accelerators) {
        group.count *= nodes;
    }
    if (hardware.host.memory) {
        hardware.host.memory = *hardware.host.memory * nodes;
    }
    return hardware;
}

Workload shareOfUsers(Workload workload, int nodes)
{
    workload.concurrency = (workload.concurrency + nodes - 1) / nodes;
    if (workload.requestRate) {
        workload.requestRate = *workload.requestRate / nodes;
    }
    return workload;
}

const char* clusterKindName(ClusterKind kind)
{
    return kind == ClusterKind::Replicas ? "replicas" : "pipeline";
}

Expected<Requirement> shareOf(const ClusterQuestion& cluster, int nodes)
{
    return leastNetworkPrice(cluster.question).map([&](const Money& network) {
        Requirement share = cluster.requirement;
        const Currency currency = share.budget.currency();
        const Money each(share.budget.minorUnits() / nodes, currency);
        share.budget = each > network ? each - network : Money(0, currency);
        if (share.maxWallPower) {
            share.maxWallPower = *share.maxWallPower / nodes;
        }
        share.owned.clear();
        return share;
    });
}

Expected<std::optional<EvaluatedBuild>> evaluateNode(const ClusterQuestion& cluster, const Catalog& catalog,
                                                     const Requirement& share, const Build& node,
                                                     const NodeNetwork& network)
{
    // The share left room for the cheapest card alone; what all machines cost together is checked at the end.
    Requirement unbounded = share;
    unbounded.budget = cluster.requirement.budget;
    auto build = evaluateBuild(catalog, withNetwork(node, network), unbounded, cluster.constants);
    if (!build) {
        return tl::unexpected(build.error());
    }
    const bool blocked =
        std::ranges::find(build->findings, Severity::Blocker, &Finding::severity) != build->findings.end();
    return blocked || !build->plan.fits ? std::optional<EvaluatedBuild>() : std::optional(*std::move(build));
}

ClusterProposal clusterOf(EvaluatedBuild node, int nodes, const NodeNetwork& network)
{
    ClusterProposal cluster;
    cluster.nodes = nodes;
    cluster.price = node.price * nodes;
    cluster.wallPower = node.wallPower * nodes;
    cluster.node = std::move(node);
    addFindings(cluster, network);
    return cluster;
}

Expected<std::vector<ClusterProposal>> proposeClusters(const Catalog& catalog, const Requirement& requirement,
                                                       const SearchResult& result, std::stop_token stop,
                                                       const CalibrationTable& constants)
{
    if (!result.builds.empty() || !result.exact || !runsModel(requirement.workload)) {
        return std::vector<ClusterProposal>();
    }
    const auto question = ask(catalog, requirement, constants);
    if (!question) {
        return tl::unexpected(question.error());
    }
    const ClusterQuestion cluster{catalog, requirement, *question, constants, std::move(stop)};
    auto proposals = proposePipelines(cluster);
    if (!proposals) {
        return proposals;
    }
    if (wantsReplicas(requirement.workload)) {
        auto replicas = proposeReplicas(cluster);
        if (!replicas) {
            return replicas;
        }
        std::ranges::move(*replicas, std::back_inserter(*proposals));
    }
    return frontOf(*std::move(proposals), requirement);
}

} // namespace rigwright
