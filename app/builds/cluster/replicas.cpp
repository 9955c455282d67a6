// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/cluster/node_search.h"
#include "units/format.h"

#include <algorithm>
#include <utility>

namespace rigwright {

namespace {

constexpr std::size_t kMostTried = 12;

Range<TokensPerSecond> times(const Range<TokensPerSecond>& rate, int nodes)
{
    return {rate.low * nodes, rate.mid * nodes, rate.high * nodes};
}

Expected<Requirement> withShareOfUsers(const ClusterQuestion& cluster, int nodes)
{
    return shareOf(cluster, nodes).map([&](Requirement share) {
        share.workload = shareOfUsers(std::move(share.workload), nodes);
        return share;
    });
}

void noteUsers(ClusterProposal& proposal, const Requirement& share)
{
    proposal.findings.insert(
        proposal.findings.begin(),
        {"cluster-users",
         Severity::Note,
         RIGWRIGHT_TEXT(
             "Finding",
             "Each of the {nodes} machines holds the whole model and answers {users} users, if what hands "
             "the requests out does so evenly."),
         {{"nodes", std::to_string(proposal.nodes)}, {"users", formatCount(share.workload.concurrency)}}});
}

/// The machine with the cheapest network that it takes, if all of them together are within the budget.
Expected<std::optional<ClusterProposal>> replicasOf(const ClusterQuestion& cluster, const Requirement& share,
                                                    const EvaluatedBuild& build, int nodes)
{
    const auto networks = nodeNetworks(cluster.question, build.build);
    if (!networks) {
        return tl::unexpected(networks.error());
    }
    for (const NodeNetwork& network : *networks) {
        auto node = evaluateNode(cluster, cluster.catalog, share, build.build, network);
        if (!node) {
            return tl::unexpected(node.error());
        }
        if (!*node || !(*node)->speed || !meetsTargets(share, *(*node)->speed)) {
            continue;
        }
        ClusterProposal proposal = clusterOf(**std::move(node), nodes, network);
        if (proposal.price > cluster.requirement.budget) {
            return std::optional<ClusterProposal>();
        }
        proposal.kind = ClusterKind::Replicas;
        proposal.speed = proposal.node.speed;
        proposal.speed->total = times(proposal.speed->total, nodes);
        noteUsers(proposal, share);
        return std::optional(std::move(proposal));
    }
    return std::optional<ClusterProposal>();
}

Expected<std::vector<ClusterProposal>> replicasAt(const ClusterQuestion& cluster, int nodes)
{
    std::vector<ClusterProposal> proposals;
    const auto share = withShareOfUsers(cluster, nodes);
    if (!share) {
        return tl::unexpected(share.error());
    }
    const auto found = searchBuilds(cluster.catalog, *share, cluster.stop, cluster.constants);
    if (!found) {
        return tl::unexpected(found.error());
    }
    for (std::size_t i = 0; i < std::min(found->builds.size(), kMostTried); ++i) {
        auto proposal = replicasOf(cluster, *share, found->builds[i], nodes);
        if (!proposal) {
            return tl::unexpected(proposal.error());
        }
        if (*proposal) {
            proposals.push_back(**std::move(proposal));
        }
    }
    return proposals;
}

/// With the fewest users that a machine of a cluster can have and the most that it may cost: where none does, none will.
Expected<bool> anyNodeDoes(const ClusterQuestion& cluster)
{
    auto easiest = withShareOfUsers(cluster, kMostNodes);
    const auto richest = shareOf(cluster, 2);
    if (!easiest || !richest) {
        return tl::unexpected(!easiest ? easiest.error() : richest.error());
    }
    easiest->budget = richest->budget;
    easiest->maxWallPower = richest->maxWallPower;
    return searchBuilds(cluster.catalog, *easiest, cluster.stop, cluster.constants)
        .map([](const SearchResult& result) { return !result.builds.empty(); });
}

} // namespace

Expected<std::vector<ClusterProposal>> proposeReplicas(const ClusterQuestion& cluster)
{
    const auto possible = anyNodeDoes(cluster);
    if (!possible) {
        return tl::unexpected(possible.error());
    }
    const Workload& workload = cluster.requirement.workload;
    const int most = workload.requestRate ? kMostNodes : std::min(kMostNodes, workload.concurrency);
    for (int nodes = 2; *possible && nodes <= most && !cluster.stop.stop_requested(); ++nodes) {
        auto proposals = replicasAt(cluster, nodes);
        if (!proposals || !proposals->empty()) {
            return proposals;
        }
    }
    return std::vector<ClusterProposal>();
}

} // namespace rigwright
