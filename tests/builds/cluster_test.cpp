// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/cluster.h"

#include "builds/bench.h"
#include "builds/cluster/network.h"
#include "builds/evaluate.h"
#include "builds/hardware.h"
#include "builds/question.h"
#include "catalog/catalog_database.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;
using namespace rigwright::test;

namespace {

/// One machine can be made of it: a card of 16 GiB on a board with one slot for it, 1,660 dollars; and a network card of 100.
Catalog smallCatalog()
{
    Bench bench;
    bench.board.slots = {{5, 16, 16, true}, {4, 4, 4, false}};
    bench.board.slotsSplit = false;
    bench.nic.gigabitsPerPort = 10;
    Catalog catalog;
    catalog.date = {2026, 8, 1};
    catalog.accelerators = {bench.card};
    catalog.cpus = {bench.cpu};
    catalog.boards = {bench.board};
    catalog.memory = {bench.kit};
    catalog.drives = {bench.drive};
    catalog.powerSupplies = {bench.supply};
    catalog.cases = {bench.enclosure};
    catalog.coolers = {bench.cooler};
    catalog.networkCards = {bench.nic};
    catalog.models = {denseModel()};
    return catalog;
}

Money usd(std::int64_t dollars)
{
    return {dollars * 100, Currency::usd()};
}

Requirement wanted(std::int64_t dollars)
{
    Requirement requirement;
    requirement.model = ModelId("dense");
    requirement.budget = usd(dollars);
    requirement.allowHostOffload = false;
    return requirement;
}

/// Each user's cache of 8,192 tokens takes 8,192 × 28 layers × 2 × 4 heads × 128 × 2 bytes = 448 MiB: beside 4.4 GiB of
/// weights a card of 16 GiB holds 20 users (8.75 GiB) and not 40 (17.5 GiB).
Requirement fortyUsers(std::int64_t dollars)
{
    Requirement requirement = wanted(dollars);
    requirement.workload.kind = WorkloadKind::Serve;
    requirement.workload.concurrency = 40;
    requirement.workload.unifiedCache = false;
    return requirement;
}

/// Layers that in 8 bits weigh about 0.24 GB each: 84 are about 21 GB, 126 about 31.
Catalog catalogOfLayers(int layers)
{
    Catalog catalog = smallCatalog();
    catalog.models[0].layers = layers;
    return catalog;
}

Requirement inEightBits(std::int64_t dollars)
{
    Requirement requirement = wanted(dollars);
    requirement.workload.weights = WeightFormat::Q8_0;
    return requirement;
}

std::vector<ClusterProposal> clusters(const Catalog& catalog, const Requirement& requirement)
{
    const SearchResult result = searchBuilds(catalog, requirement).value();
    return proposeClusters(catalog, requirement, result).value();
}

const Finding* findingOf(const ClusterProposal& cluster, const char* id)
{
    const auto found = std::ranges::find(cluster.findings, id, &Finding::id);
    return found == cluster.findings.end() ? nullptr : &*found;
}

bool hasPart(const EvaluatedBuild& build, const char* id)
{
    return std::ranges::find(build.build.lines, PartId(id), &BuildLine::part) != build.build.lines.end();
}

} // namespace

BOOST_AUTO_TEST_SUITE(cluster)

BOOST_AUTO_TEST_CASE(one_machine_that_is_enough_needs_no_others)
{
    BOOST_TEST(clusters(smallCatalog(), wanted(10'000)).empty());
}

BOOST_AUTO_TEST_CASE(users_are_shared_out_to_machines_that_each_hold_the_model)
{
    const Catalog catalog = smallCatalog();
    const Requirement requirement = fortyUsers(10'000);
    const auto proposals = clusters(catalog, requirement);
    BOOST_TEST(!proposals.empty());
    const ClusterProposal& replicas = proposals.front();
    BOOST_TEST((replicas.kind == ClusterKind::Replicas));
    BOOST_TEST(replicas.nodes == 2);
    BOOST_TEST(!replicas.plan.has_value());
    // 2 × (1,660 + 100)
    BOOST_TEST((replicas.price == usd(3520)));
    BOOST_TEST((replicas.node.price == usd(1760)));
    BOOST_TEST(hasPart(replicas.node, "nic"));
    BOOST_TEST(replicas.wallPower.value() == 2 * replicas.node.wallPower.value());
    Requirement half = requirement;
    half.workload.concurrency = 20;
    const EvaluatedBuild node = evaluateBuild(catalog, replicas.node.build, half).value();
    BOOST_TEST(replicas.speed->total.mid.value() == 2 * node.speed->total.mid.value());
    BOOST_TEST(replicas.speed->total.low.value() == 2 * node.speed->total.low.value());
    BOOST_TEST(replicas.speed->decode.mid.value() == node.speed->decode.mid.value());
    BOOST_TEST(findingOf(replicas, "cluster-users") != nullptr);
    BOOST_TEST(findingOf(replicas, "cluster-switch") != nullptr);
    BOOST_TEST(findingOf(replicas, "cluster-proposal") != nullptr);
}

BOOST_AUTO_TEST_CASE(all_machines_together_are_within_budget_and_power)
{
    BOOST_TEST((clusters(smallCatalog(), fortyUsers(3520)).front().price == usd(3520)));
    BOOST_TEST(clusters(smallCatalog(), fortyUsers(3519)).empty());
    Requirement requirement = fortyUsers(10'000);
    const Watts two = clusters(smallCatalog(), requirement).front().wallPower;
    requirement.maxWallPower = two + Watts(1);
    BOOST_TEST(!clusters(smallCatalog(), requirement).empty());
    requirement.maxWallPower = two - Watts(10);
    BOOST_TEST(clusters(smallCatalog(), requirement).empty());
}

BOOST_AUTO_TEST_CASE(layers_are_shared_out_where_no_machine_holds_the_model)
{
    const Catalog catalog = catalogOfLayers(84);
    const Requirement requirement = inEightBits(10'000);
    const auto proposals = clusters(catalog, requirement);
    BOOST_TEST(proposals.size() == 1U);
    const ClusterProposal& pipeline = proposals.front();
    BOOST_TEST((pipeline.kind == ClusterKind::Pipeline));
    BOOST_TEST(pipeline.nodes == 2);
    BOOST_TEST((pipeline.price == usd(3520)));
    BOOST_TEST(pipeline.wallPower.value() == 2 * pipeline.node.wallPower.value());
    BOOST_TEST(!pipeline.node.speed.has_value());
    BOOST_TEST(findingOf(pipeline, "cluster-rpc") != nullptr);
    // All 84 layers are laid out over both cards.
    BOOST_REQUIRE(pipeline.plan.has_value());
    const std::vector<int>& layers = pipeline.plan->placement.deviceLayers;
    BOOST_REQUIRE(layers.size() == 2U);
    BOOST_TEST(layers[0] + layers[1] == 84);

    // As two cards of one machine, and for each token one message of 3,584 × 2 bytes: 50 µs, and 7,168 bytes at nine tenths of
    // 1.25 GB/s, 6.4 µs.
    const Question question = ask(catalog, requirement).value();
    Hardware both = leftForModel(pipeline.node.hardware);
    both.accelerators[0].count = 2;
    both.host.memory = *both.host.memory * 2;
    const MemoryPlan plan = planMemory(question.model, requirement.workload, both);
    const SpeedEstimate without = estimateSpeed(question.model, requirement.workload, both, plan).value();
    const double token = 1 / without.decode.mid.value() + 50e-6 + 7168 / 1.125e9;
    BOOST_TEST(pipeline.speed->decode.mid.value() == 1 / token, boost::test_tools::tolerance(1e-9));
    // The prompt of 512 tokens is 512 times as many bytes: 3.26 ms.
    const double first = without.timeToFirstToken.mid.value() + 50e-6 + 512 * 7168 / 1.125e9;
    BOOST_TEST(pipeline.speed->timeToFirstToken.mid.value() == first, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(the_fewest_machines_are_proposed)
{
    // Two cards hold 32 GiB less what the engine needs, three 48.
    const auto proposals = clusters(catalogOfLayers(126), inEightBits(10'000));
    BOOST_TEST(!proposals.empty());
    BOOST_TEST(proposals.front().nodes == 3);
    BOOST_TEST((proposals.front().price == usd(3 * 1760)));
    BOOST_TEST(findingOf(proposals.front(), "cluster-switch")->message().find("switch") != std::string::npos);
    BOOST_TEST(clusters(catalogOfLayers(126), inEightBits(3 * 1760 - 1)).empty());
}

BOOST_AUTO_TEST_CASE(what_is_wanted_of_speed_is_wanted_of_all_together)
{
    Requirement requirement = inEightBits(10'000);
    const double speed = clusters(catalogOfLayers(84), requirement).front().speed->decode.mid.value();
    requirement.minDecode = TokensPerSecond(speed * 0.99);
    BOOST_TEST(!clusters(catalogOfLayers(84), requirement).empty());
    requirement.minDecode = TokensPerSecond(speed * 1.5);
    BOOST_TEST(clusters(catalogOfLayers(84), requirement).empty());
}

BOOST_AUTO_TEST_CASE(without_a_network_card_or_a_slot_for_it_there_is_no_cluster)
{
    Catalog catalog = smallCatalog();
    catalog.networkCards[0].info.offers.clear();
    BOOST_TEST(clusters(catalog, fortyUsers(10'000)).empty());
    catalog = smallCatalog();
    catalog.boards[0].slots.pop_back();
    BOOST_TEST(clusters(catalog, fortyUsers(10'000)).empty());
}

BOOST_AUTO_TEST_CASE(training_and_stopped_searches_get_no_proposal)
{
    Requirement requirement = inEightBits(10'000);
    SearchResult none;
    none.exact = false;
    BOOST_TEST(proposeClusters(catalogOfLayers(84), requirement, none).value().empty());
    none.exact = true;
    requirement.workload.kind = WorkloadKind::Lora;
    BOOST_TEST(proposeClusters(catalogOfLayers(84), requirement, none).value().empty());
}

BOOST_AUTO_TEST_CASE(a_systems_own_network_is_read_as_its_maker_prints_it)
{
    const std::pair<const char*, double> rows[] = {{"10 GbE + CX-7 2x200G", 200},
                                                   {"2.5 GbE", 2.5},
                                                   {"8x 400G (optional)", 0},
                                                   {"8x CX-6 200G + 2x CX-6", 200},
                                                   {"NVLink 5 + CX-7/CX-8", 0},
                                                   {"", 0},
                                                   {"2.5/10 GbE", 10}};
    for (const auto& [printed, gigabits] : rows) {
        BOOST_TEST(builtInGigabits(printed) == gigabits, printed);
    }
}

BOOST_AUTO_TEST_CASE(the_largest_models_get_clusters_from_the_shipped_catalog)
{
    const Catalog catalog = readCatalog(findCatalog().value()).value();
    Requirement requirement;
    requirement.model = ModelId("deepseek-r1");
    requirement.budget = usd(400'000);
    requirement.allowHostOffload = false;
    requirement.workload.kind = WorkloadKind::Serve;
    requirement.workload.engine = Engine::Vllm;
    requirement.workload.weights = WeightFormat::Fp8;
    requirement.workload.concurrency = 8;
    const auto proposals = clusters(catalog, requirement);
    BOOST_TEST(!proposals.empty());
    for (const ClusterProposal& cluster : proposals) {
        BOOST_TEST((cluster.price == cluster.node.price * cluster.nodes));
        BOOST_TEST((cluster.price <= requirement.budget));
        BOOST_TEST(cluster.speed.has_value());
        const auto findings = checkCompatibility(catalog, cluster.node.build).value();
        BOOST_TEST((std::ranges::find(findings, Severity::Blocker, &Finding::severity) == findings.end()));
        // 671 GB of weights: all machines together have more memory than that.
        Bytes memory;
        for (const AcceleratorGroup& group : cluster.node.hardware.accelerators) {
            memory += group.accelerator.memory * group.count * cluster.nodes;
        }
        BOOST_TEST((cluster.kind == ClusterKind::Replicas || memory > Bytes::gb(671)));
    }
}

BOOST_AUTO_TEST_SUITE_END()
