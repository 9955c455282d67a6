// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/evaluate.h"
#include "builds/search.h"
#include "catalog/catalog_database.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

const Catalog& shipped()
{
    static const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    return catalog;
}

Requirement wanted(const char* model, const char* weights, const char* budget, const char* currency)
{
    Requirement requirement;
    requirement.model = ModelId(model);
    requirement.workload.weights = parseWeightFormat(weights).value();
    requirement.budget = Money::parse(budget, Currency::parse(currency).value()).value();
    return requirement;
}

SearchResult search(const Requirement& requirement)
{
    auto result = searchBuilds(shipped(), requirement);
    BOOST_REQUIRE(result.has_value());
    BOOST_TEST(result->exact);
    BOOST_TEST(result->feasible > 0);
    for (const EvaluatedBuild& build : result->builds) {
        BOOST_TEST((build.price <= requirement.budget));
        BOOST_TEST(build.speed.has_value());
        for (const Finding& finding : build.findings) {
            BOOST_TEST((finding.severity != Severity::Blocker), build.title << ": " << finding.message());
        }
    }
    return std::move(*result);
}

} // namespace

BOOST_AUTO_TEST_SUITE(shipped_catalog)

BOOST_AUTO_TEST_CASE(a_32b_model_for_3000_dollars)
{
    const SearchResult result = search(wanted("deepseek-r1-distill-qwen-32b", "q4_k_m", "3000", "USD"));
    // About 19 GiB of weights with 2 GiB of cache: one card of 24 GB is the usual answer.
    BOOST_TEST(std::ranges::any_of(result.builds, [](const EvaluatedBuild& build) {
        return build.onFront && build.title.find("24 GB") != std::string::npos;
    }));
}

BOOST_AUTO_TEST_CASE(a_70b_model_for_32_users)
{
    Requirement requirement = wanted("llama-3.3-70b-instruct", "fp16", "200000", "USD");
    requirement.workload.kind = WorkloadKind::Serve;
    requirement.workload.engine = Engine::Vllm;
    requirement.workload.concurrency = 32;
    const SearchResult result = search(requirement);
    // 141 GB of weights: the fastest machine has several accelerators.
    BOOST_TEST(result.builds.back().hardware.deviceCount() >= 2);
}

BOOST_AUTO_TEST_CASE(deepseek_r1_on_cpus_and_ram)
{
    const SearchResult result = search(wanted("deepseek-r1", "q8_0", "130000", "CNY"));
    // 664 GiB: a server board with 768 GiB at least.
    BOOST_TEST(std::ranges::any_of(result.builds, [](const EvaluatedBuild& build) {
        return build.hardware.accelerators.empty() && build.hardware.host.memory->inGib() >= 768;
    }));
}

BOOST_AUTO_TEST_SUITE_END()
