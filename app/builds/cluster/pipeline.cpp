// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/cluster/node_search.h"
#include "builds/hardware.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

/// A dearer network card is worth it where the cheaper one takes more of the speed.
constexpr double kNetworkShare = 0.05;

/// The layers of one machine, as a model of its own.
ModelFacts stageOf(ModelFacts model, int nodes)
{
    model.layers = (model.layers + nodes - 1) / nodes;
    const auto layers = static_cast<std::size_t>(model.layers);
    // Of layers that differ the last are the usual ones: dense networks stand first.
    model.firstDenseLayers = 0;
    if (model.layerList.size() > layers) {
        model.layerList.erase(model.layerList.begin(), model.layerList.end() - model.layers);
    }
    if (model.layerPattern.size() > layers) {
        model.layerPattern.erase(0, model.layerPattern.size() - layers);
    }
    model.mtpModules = 0;
    model.mtpLayers.clear();
    model.towers.clear();
    model.storedWeights = nullptr;
    return model;
}

/// Stages within a machine are whole numbers of its accelerators.
std::vector<PlacementRequest> requestsFor(const Question& question, int devices, int nodes)
{
    if (question.requirement.workload.engine == Engine::LlamaCpp) {
        return {PlacementRequest{}};
    }
    std::vector<PlacementRequest> requests;
    for (int tensor = devices; tensor >= 1; --tensor) {
        if (devices % tensor != 0) {
            continue;
        }
        PlacementRequest request;
        request.tensorParallel = tensor;
        request.pipelineParallel = devices / tensor * nodes;
        request.dataParallel = 1;
        requests.push_back(request);
        if (question.model.architecture.facts.experts > 0 && tensor > 1) {
            request.expertParallel = tensor;
            requests.push_back(request);
        }
    }
    return requests;
}

/// The model over all machines, as fast as it is without the network between them.
struct Whole {
    MemoryPlan plan;
    SpeedEstimate speed;
};

/// The fastest way to lay the model out.
std::optional<Whole> fastestOver(const ClusterQuestion& cluster, const Hardware& node, int nodes)
{
    const Question& question = cluster.question;
    const Workload& workload = cluster.requirement.workload;
    const Hardware hardware = joinedHardware(node, nodes);
    std::optional<Whole> fastest;
    for (const PlacementRequest& request : requestsFor(question, node.deviceCount(), nodes)) {
        const MemoryPlan plan = planMemory(question.model, workload, hardware, request);
        if (!plan.fits || usesHost(question.model, hardware, plan)) {
            continue;
        }
        const auto speed = estimateSpeed(question.model, workload, hardware, plan, cluster.constants);
        if (speed &&
            (!fastest ||
             rankedSpeed(cluster.requirement, *speed) > rankedSpeed(cluster.requirement, fastest->speed))) {
            fastest = Whole{plan, *speed};
        }
    }
    return fastest;
}

/// A rate of `amount` that takes so much longer.
TokensPerSecond slowed(TokensPerSecond rate, double amount, Seconds more)
{
    return rate > TokensPerSecond() ? TokensPerSecond(amount / (amount / rate.value() + more.value())) : rate;
}

Range<TokensPerSecond> slowed(const Range<TokensPerSecond>& rate, double amount, Seconds more)
{
    return {slowed(rate.low, amount, more), slowed(rate.mid, amount, more), slowed(rate.high, amount, more)};
}

Range<Seconds> longer(const Range<Seconds>& time, Seconds more)
{
    return {time.low + more, time.mid + more, time.high + more};
}

/// Between two machines go the activations of every row: `hidden` values of two bytes.
Bytes activations(const Question& question, std::int64_t rows)
{
    const ModelFacts& facts = question.model.architecture.facts;
    return Bytes(rows * facts.hidden * std::max(1, facts.hyperConnections) * 2);
}

/// As if nothing else went on while a message travels.
SpeedEstimate overNetwork(const ClusterQuestion& cluster, const SpeedEstimate& speed,
                          const NodeNetwork& network, int nodes)
{
    const Workload& workload = cluster.requirement.workload;
    const Seconds token = network.hop(activations(cluster.question, workload.sequences())) * (nodes - 1);
    const Seconds prompt = network.hop(activations(cluster.question, workload.promptTokens)) * (nodes - 1);
    SpeedEstimate slower = speed;
    slower.decode = slowed(speed.decode, 1, token);
    slower.prefill = slowed(speed.prefill, static_cast<double>(workload.promptTokens), prompt);
    slower.timePerOutputToken = longer(speed.timePerOutputToken, token);
    slower.timeToFirstToken = longer(speed.timeToFirstToken, prompt);
    const auto share = [](TokensPerSecond now, TokensPerSecond before) {
        return before > TokensPerSecond() ? now / before : 1.0;
    };
    slower.total = {speed.total.low * share(slower.decode.low, speed.decode.low),
                    speed.total.mid * share(slower.decode.mid, speed.decode.mid),
                    speed.total.high * share(slower.decode.high, speed.decode.high)};
    return slower;
}

void noteNetwork(ClusterProposal& proposal, const ClusterQuestion& cluster, const SpeedEstimate& without,
                 const NodeNetwork& network)
{
    const double lost = 1 - proposal.speed->decode.mid / without.decode.mid;
    proposal.findings.insert(
        proposal.findings.begin(),
        {"cluster-layers",
         Severity::Note,
         RIGWRIGHT_TEXT(
             "Finding",
             "Each of the {nodes} machines holds a part of the layers; over {network} with {rate} Gbit/s "
             "the activations cost {share} % of the speed."),
         {{"nodes", std::to_string(proposal.nodes)},
          {"network", network.name},
          {"rate", formatFixed(network.gigabits, 0)},
          {"share", formatFixed(100 * lost, 1)}}});
    if (cluster.requirement.workload.engine == Engine::LlamaCpp) {
        proposal.findings.push_back(
            {"cluster-rpc",
             Severity::Warning,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "llama.cpp reaches other machines by its RPC back end, which its authors call a proof of "
                 "concept: it belongs in no open network."),
             {}});
    }
}

class PipelineSearch {
public:
    explicit PipelineSearch(const ClusterQuestion& cluster)
        : cluster_(cluster)
        , catalog_(cluster.catalog)
    {
        // In the place of the model stand its layers on one machine.
        model_ = std::ranges::find(catalog_.models, cluster.requirement.model, &ModelFacts::id);
    }

    void split(int nodes)
    {
        nodes_ = nodes;
        *model_ = stageOf(cluster_.question.model.architecture.facts, nodes);
    }

    /// Machines that hold their part of the layers for a share of the budget, one for every kind and number of accelerators.
    Expected<SearchResult> nodes(int shares)
    {
        auto share = shareOf(cluster_, shares);
        if (!share) {
            return tl::unexpected(share.error());
        }
        share_ = *std::move(share);
        // A part of the layers is faster than all of them: what is wanted of the whole is checked on the whole.
        share_.minDecode.reset();
        share_.workload.maxTimeToFirstToken.reset();
        share_.workload.maxTimePerOutputToken.reset();
        share_.allowHostOffload = false;
        return searchBuilds(catalog_, share_, cluster_.stop, cluster_.constants);
    }

    Expected<std::optional<ClusterProposal>> proposalOf(const EvaluatedBuild& build)
    {
        const auto whole =
            build.hardware.deviceCount() > 0 ? fastestOver(cluster_, build.hardware, nodes_) : std::nullopt;
        if (!whole || !meetsTargets(cluster_.requirement, whole->speed)) {
            return std::optional<ClusterProposal>();
        }
        const auto networks = nodeNetworks(cluster_.question, build.build);
        if (!networks) {
            return tl::unexpected(networks.error());
        }
        std::optional<ClusterProposal> best;
        for (const NodeNetwork& network : *networks) {
            auto proposal = withNetworkOf(build, *whole, network);
            if (!proposal) {
                return proposal;
            }
            if (*proposal && (!best || (*proposal)->speed->decode.mid > best->speed->decode.mid)) {
                best = **std::move(proposal);
            }
            if (best && best->speed->decode.mid >= whole->speed.decode.mid * (1 - kNetworkShare)) {
                break;
            }
        }
        return best;
    }

private:
    Expected<std::optional<ClusterProposal>> withNetworkOf(const EvaluatedBuild& build, const Whole& whole,
                                                           const NodeNetwork& network)
    {
        const SpeedEstimate speed = overNetwork(cluster_, whole.speed, network, nodes_);
        if (!meetsTargets(cluster_.requirement, speed)) {
            return std::optional<ClusterProposal>();
        }
        auto node = evaluateNode(cluster_, catalog_, share_, build.build, network);
        if (!node) {
            return tl::unexpected(node.error());
        }
        if (!*node) {
            return std::optional<ClusterProposal>();
        }
        ClusterProposal proposal = clusterOf(**std::move(node), nodes_, network);
        if (proposal.price > cluster_.requirement.budget) {
            return std::optional<ClusterProposal>();
        }
        proposal.kind = ClusterKind::Pipeline;
        proposal.speed = speed;
        proposal.plan = whole.plan;
        proposal.node.speed.reset(); // of a part of the layers: nobody sees it
        noteNetwork(proposal, cluster_, whole.speed, network);
        return std::optional(std::move(proposal));
    }

    const ClusterQuestion& cluster_;
    Catalog catalog_;
    std::vector<ModelFacts>::iterator model_;
    int nodes_ = 2;
    Requirement share_;
};

/// With the fewest layers that a machine can have and the most that it may cost: where none does, none will.
Expected<bool> anyStageFits(PipelineSearch& search, int most)
{
    search.split(most);
    return search.nodes(2).map([](const SearchResult& result) { return !result.builds.empty(); });
}

Expected<std::vector<ClusterProposal>> pipelinesAt(PipelineSearch& search, int nodes)
{
    search.split(nodes);
    const auto found = search.nodes(nodes);
    if (!found) {
        return tl::unexpected(found.error());
    }
    std::vector<ClusterProposal> proposals;
    for (const EvaluatedBuild& build : found->builds) {
        auto proposal = search.proposalOf(build);
        if (!proposal) {
            return tl::unexpected(proposal.error());
        }
        if (*proposal) {
            proposals.push_back(**std::move(proposal));
        }
    }
    return proposals;
}

} // namespace

Expected<std::vector<ClusterProposal>> proposePipelines(const ClusterQuestion& cluster)
{
    const int most = std::min(kMostNodes, cluster.question.model.architecture.facts.layers);
    PipelineSearch search(cluster);
    const auto possible = anyStageFits(search, most);
    if (!possible) {
        return tl::unexpected(possible.error());
    }
    for (int nodes = 2; *possible && nodes <= most && !cluster.stop.stop_requested(); ++nodes) {
        auto proposals = pipelinesAt(search, nodes);
        if (!proposals || !proposals->empty()) {
            return proposals;
        }
    }
    return std::vector<ClusterProposal>();
}

} // namespace rigwright
