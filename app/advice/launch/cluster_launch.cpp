// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/cluster_parts.h"

#include <utility>

// Several machines: those that share the layers run one engine together, those that each hold the model run one each.
namespace rigwright {

namespace {

/// One of the machines, for what is to be seen to on each. Its own plan is that of a model with its part of the layers.
EvaluatedBuild eachMachine(const ClusterProposal& cluster)
{
    EvaluatedBuild each = cluster.node;
    each.plan.placement = cluster.plan->placement;
    return each;
}

Expected<LaunchSheet> pipelineSheet(const Catalog& catalog, const ClusterProposal& cluster,
                                    const Requirement& requirement)
{
    const EvaluatedBuild each = eachMachine(cluster);
    const EvaluatedBuild all = asOneMachine(cluster);
    const Expected<LaunchQuestion> node = launchQuestion(catalog, each, requirement);
    Expected<LaunchQuestion> whole = launchQuestion(catalog, all, requirement);
    if (!node || !whole) {
        return tl::unexpected(!node ? node.error() : whole.error());
    }
    whole->nodes = cluster.nodes;
    LaunchSheet sheet;
    addLaunchCommands(sheet, *whole);
    addAddressFinding(sheet, *whole);
    addPlatform(sheet, *whole);
    addLaunchChecklist(sheet, *node);
    addNetworkSteps(sheet, *whole);
    addChecks(sheet, *whole);
    return sheet;
}

void addBalance(LaunchSheet& sheet, const ClusterProposal& cluster)
{
    sheet.findings.push_back(
        {"launch-balance",
         Severity::Note,
         RIGWRIGHT_TEXT("Finding",
                        "{nodes} servers that know nothing of each other: something before them hands the "
                        "requests out evenly. {first} to {last} are the machines' addresses: yours are to be "
                        "put in."),
         {{"nodes", std::to_string(cluster.nodes)},
          {"first", nodeAddress(0)},
          {"last", nodeAddress(cluster.nodes - 1)}}});
}

/// What is to be said once is said by the first machine.
Expected<LaunchSheet> replicaSheet(const Catalog& catalog, const ClusterProposal& cluster,
                                   const Requirement& requirement)
{
    const Requirement share = requirementOfEach(cluster, requirement);
    Expected<LaunchQuestion> question = launchQuestion(catalog, cluster.node, share);
    if (!question) {
        return tl::unexpected(question.error());
    }
    LaunchSheet sheet;
    for (int node = 0; node < cluster.nodes; ++node) {
        question->listen = nodeAddress(node);
        LaunchSheet one;
        addLaunchCommands(one, *question);
        for (LaunchText& text : one.texts) {
            if (text.kind == LaunchText::Kind::Command) {
                text.node = node;
                sheet.texts.push_back(std::move(text));
            }
        }
        if (node == 0) {
            sheet.findings = std::move(one.findings);
        }
    }
    // The compose files, which these are about, are left out.
    std::erase_if(sheet.findings, [](const Finding& finding) {
        return finding.id == "launch-image" || finding.id == "launch-container-toolkit";
    });
    question->listen = nodeAddress(0);
    addBalance(sheet, cluster);
    addPlatform(sheet, *question);
    addLaunchChecklist(sheet, *question);
    addChecks(sheet, *question);
    return sheet;
}

} // namespace

EvaluatedBuild asOneMachine(const ClusterProposal& cluster)
{
    EvaluatedBuild all = cluster.node;
    all.hardware = joinedHardware(cluster.node.hardware, cluster.nodes);
    all.plan = *cluster.plan;
    all.speed = cluster.speed;
    return all;
}

Requirement requirementOfEach(const ClusterProposal& cluster, Requirement requirement)
{
    requirement.workload = shareOfUsers(std::move(requirement.workload), cluster.nodes);
    return requirement;
}

Expected<LaunchSheet> launchSheet(const Catalog& catalog, const ClusterProposal& cluster,
                                  const Requirement& requirement)
{
    return cluster.plan ? pipelineSheet(catalog, cluster, requirement)
                        : replicaSheet(catalog, cluster, requirement);
}

} // namespace rigwright
