// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/acceptance.h"

#include "advice/acceptance/acceptance_checks.h"
#include "advice/launch/cluster_parts.h"
#include "advice/launch/shell_command.h"
#include "units/format.h"

namespace rigwright {

Expected<std::vector<AcceptanceCheck>> acceptanceChecks(const Catalog& catalog, const EvaluatedBuild& build,
                                                        const Requirement& requirement)
{
    const Expected<LaunchQuestion> question = launchQuestion(catalog, build, requirement);
    if (!question) {
        return tl::unexpected(question.error());
    }
    AcceptanceChecks checks;
    addDeviceChecks(checks, *question);
    addHostChecks(checks, *question);
    addWorkChecks(checks, *question);
    return checks;
}

namespace {

/// As fast as the card's port; a complete system's own network is named with the system.
void addNetwork(AcceptanceChecks& checks, const LaunchQuestion& question)
{
    for (const Used<NetworkCard>& card : question.machine.networkCards) {
        checks.push_back(
            {"network-speed",
             RIGWRIGHT_TEXT("Acceptance", "Network between the machines"),
             RIGWRIGHT_TEXT("Acceptance", "{rate} Gbit/s on a port of {name}"),
             {{"rate", formatFixed(card.part->gigabitsPerPort, 0)}, {"name", card.part->info.name}},
             "sudo ethtool " + shellWord(kInterfacePlaceholder)});
    }
}

} // namespace

Expected<std::vector<AcceptanceCheck>>
acceptanceChecks(const Catalog& catalog, const ClusterProposal& cluster, const Requirement& requirement)
{
    const Requirement each = cluster.plan ? requirement : requirementOfEach(cluster, requirement);
    const EvaluatedBuild working = cluster.plan ? asOneMachine(cluster) : cluster.node;
    const Expected<LaunchQuestion> node = launchQuestion(catalog, cluster.node, each);
    Expected<LaunchQuestion> work = launchQuestion(catalog, working, each);
    if (!node || !work) {
        return tl::unexpected(!node ? node.error() : work.error());
    }
    work->nodes = cluster.plan ? cluster.nodes : 1;
    work->listen = cluster.plan ? work->listen : nodeAddress(0);
    AcceptanceChecks checks;
    addDeviceChecks(checks, *node);
    addHostChecks(checks, *node);
    addNetwork(checks, *node);
    addWorkChecks(checks, *work);
    return checks;
}

} // namespace rigwright
