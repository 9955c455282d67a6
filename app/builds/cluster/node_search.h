// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/cluster.h"
#include "builds/cluster/network.h"

namespace rigwright {

/// What every search for the machines of a cluster needs.
struct ClusterQuestion {
    const Catalog& catalog;
    const Requirement& requirement;
    const Question& question; ///< of the requirement
    const CalibrationTable& constants;
    std::stop_token stop;
};

/// What one of n machines may cost and draw. What is at hand is one machine's, so that it counts for none of them.
[[nodiscard]] Expected<Requirement> shareOf(const ClusterQuestion& cluster, int nodes);

/// The machine with a network card, checked anew; empty where a rule forbids the card.
[[nodiscard]] Expected<std::optional<EvaluatedBuild>>
evaluateNode(const ClusterQuestion& cluster, const Catalog& catalog, const Requirement& share,
             const Build& node, const NodeNetwork& network);

/// Prices and powers of n machines. `kind` and `speed` are the caller's.
[[nodiscard]] ClusterProposal clusterOf(EvaluatedBuild node, int nodes, const NodeNetwork& network);

/// n machines that share the users, the fewest that meet the requirement; none where even the most are too few.
[[nodiscard]] Expected<std::vector<ClusterProposal>> proposeReplicas(const ClusterQuestion& cluster);
/// n machines that share the layers.
[[nodiscard]] Expected<std::vector<ClusterProposal>> proposePipelines(const ClusterQuestion& cluster);

} // namespace rigwright
