// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search.h"

#include <stop_token>
#include <vector>

namespace rigwright {

/// How several equal machines share the work.
enum class ClusterKind {
    Replicas, ///< each holds the whole model and answers its share of the users
    Pipeline, ///< each holds a part of the layers and hands the activations on over the network
};

/// "replicas", "pipeline"
[[nodiscard]] const char* clusterKindName(ClusterKind kind);

/// Several equal machines with a network: priced and checked, a proposal and not part of the exact search.
struct ClusterProposal {
    ClusterKind kind = ClusterKind::Replicas;
    int nodes = 2;
    EvaluatedBuild node;                ///< one of them, with its network card
    Money price;                        ///< of all of them
    Watts wallPower;                    ///< of all of them
    std::optional<SpeedEstimate> speed; ///< of all together
    std::optional<MemoryPlan> plan;     ///< of a pipeline: the model on joinedHardware()
    std::vector<Finding> findings;      ///< about the network, and what the price leaves out
};

/// The accelerators and the memory of so many machines, as if they were of one: what the model can have of it.
[[nodiscard]] Hardware joinedHardware(const Hardware& node, int nodes);

/// The users of each of so many machines that hold the whole model.
[[nodiscard]] Workload shareOfUsers(Workload workload, int nodes);

inline constexpr int kMostNodes = 16;

/// Where no single machine meets the requirement: of each kind the fewest equal machines within the budget that do; cheapest
/// first, and of the dearer those that are notably faster. The limit on power holds for all machines
/// together, a circuit for each. Empty: one is enough, none is found, or the model is to be trained.
[[nodiscard]] Expected<std::vector<ClusterProposal>>
proposeClusters(const Catalog& catalog, const Requirement& requirement, const SearchResult& result,
                std::stop_token stop = {}, const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
