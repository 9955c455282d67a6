// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search.h"
#include "catalog/catalog_database.h"
#include "costs/compare.h"

#include <algorithm>
#include <benchmark/benchmark.h>

using namespace rigwright;

namespace {

const Catalog& catalog()
{
    static const Catalog shipped =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    return shipped;
}

Requirement personal()
{
    Requirement requirement;
    requirement.model = ModelId("deepseek-r1-distill-qwen-32b");
    requirement.budget = Money::parse("3000", Currency::usd()).value();
    return requirement;
}

Requirement team()
{
    Requirement requirement;
    requirement.model = ModelId("llama-3.3-70b-instruct");
    requirement.budget = Money::parse("200000", Currency::usd()).value();
    requirement.workload.kind = WorkloadKind::Serve;
    requirement.workload.engine = Engine::Vllm;
    requirement.workload.weights = WeightFormat::Fp16;
    requirement.workload.concurrency = 32;
    return requirement;
}

Requirement mixed()
{
    Requirement requirement = personal();
    requirement.mixedCards = true;
    return requirement;
}

Hardware twoCards()
{
    Hardware hardware;
    hardware.accelerators.push_back({*findAccelerator(catalog(), "rtx-3090").value(), 2, {}, {}});
    return hardware;
}

QuantizedModel modelOf(const Requirement& requirement)
{
    return quantize(*findModel(catalog(), requirement.model.text()).value(), requirement.workload.weights)
        .value();
}

void openCatalog(benchmark::State& state)
{
    const auto path = findCatalog().value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(readCatalog(path));
    }
}
BENCHMARK(openCatalog)->Unit(benchmark::kMillisecond);

void weighModel(benchmark::State& state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(modelOf(personal()));
    }
}
BENCHMARK(weighModel)->Unit(benchmark::kMicrosecond);

void sizePlacement(benchmark::State& state)
{
    const Requirement requirement = personal();
    const QuantizedModel model = modelOf(requirement);
    const Hardware hardware = twoCards();
    for (auto _ : state) {
        benchmark::DoNotOptimize(planMemory(model, requirement.workload, hardware));
    }
}
BENCHMARK(sizePlacement)->Unit(benchmark::kMicrosecond);

void estimatePlacedSpeed(benchmark::State& state)
{
    const Requirement requirement = personal();
    const QuantizedModel model = modelOf(requirement);
    const Hardware hardware = twoCards();
    const MemoryPlan plan = planMemory(model, requirement.workload, hardware);
    for (auto _ : state) {
        benchmark::DoNotOptimize(estimateSpeed(model, requirement.workload, hardware, plan));
    }
}
BENCHMARK(estimatePlacedSpeed)->Unit(benchmark::kMicrosecond);

Hardware fourServerCards()
{
    Hardware hardware;
    hardware.accelerators.push_back({*findAccelerator(catalog(), "h100-sxm").value(), 4, {}, {}});
    return hardware;
}

void estimateServedSpeed(benchmark::State& state)
{
    const Requirement requirement = team();
    const QuantizedModel model = modelOf(requirement);
    const Hardware hardware = fourServerCards();
    const MemoryPlan plan = planMemory(model, requirement.workload, hardware);
    for (auto _ : state) {
        benchmark::DoNotOptimize(estimateSpeed(model, requirement.workload, hardware, plan).value());
    }
}
BENCHMARK(estimateServedSpeed)->Unit(benchmark::kMicrosecond);

void estimateTrainingSpeed(benchmark::State& state)
{
    Requirement requirement = team();
    requirement.model = ModelId("llama-3.1-8b");
    requirement.workload.kind = WorkloadKind::Lora;
    requirement.workload.engine = Engine::Transformers;
    const QuantizedModel model = modelOf(requirement);
    const Hardware hardware = fourServerCards();
    const MemoryPlan plan = planMemory(model, requirement.workload, hardware);
    for (auto _ : state) {
        benchmark::DoNotOptimize(estimateSpeed(model, requirement.workload, hardware, plan).value());
    }
}
BENCHMARK(estimateTrainingSpeed)->Unit(benchmark::kMicrosecond);

void search(benchmark::State& state, const Requirement& requirement)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(searchBuilds(catalog(), requirement));
    }
}
BENCHMARK_CAPTURE(search, personal, personal())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, team, team())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, mixed, mixed())->Unit(benchmark::kMillisecond);

/// As often as a slider moves: what holds the model and how fast it runs it is known.
void compareWithCloud(benchmark::State& state, const Requirement& requirement, int years)
{
    const SearchResult result = searchBuilds(catalog(), requirement).value();
    const CostCandidates candidates = costCandidates(catalog(), result.builds.front(), requirement).value();
    CostAssumptions assumptions = defaultAssumptions(catalog(), Currency::usd()).value();
    assumptions.years = years;
    for (auto _ : state) {
        benchmark::DoNotOptimize(compareCosts(candidates, assumptions));
    }
}
BENCHMARK_CAPTURE(compareWithCloud, personal, personal(), 3)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compareWithCloud, team, team(), 10)->Unit(benchmark::kMicrosecond);

void findOffersThatHold(benchmark::State& state)
{
    const Requirement requirement = personal();
    const SearchResult result = searchBuilds(catalog(), requirement).value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(costCandidates(catalog(), result.builds.front(), requirement));
    }
}
BENCHMARK(findOffersThatHold)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
