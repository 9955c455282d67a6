// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "sizing/placements.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

Hardware cards(int count, double gib)
{
    Accelerator accelerator;
    accelerator.info.name = "card";
    accelerator.vendor = AcceleratorVendor::Nvidia;
    accelerator.memory = Bytes::gib(gib);
    Hardware hardware;
    hardware.accelerators.push_back({accelerator, count, {}, {}});
    return hardware;
}

Workload serving(std::int64_t context)
{
    Workload workload;
    workload.kind = WorkloadKind::Serve;
    workload.engine = Engine::Vllm;
    workload.weights = WeightFormat::Bf16;
    workload.context = context;
    return workload;
}

} // namespace

BOOST_AUTO_TEST_SUITE(placements)

BOOST_AUTO_TEST_CASE(eight_devices_split_in_every_way)
{
    // 8 = tp · pp · dp has as many ordered factorisations as C(3 + 2, 2) = 10.
    const QuantizedModel llama = quantize(known::llama31_8b(), WeightFormat::Bf16).value();
    const auto options = considerPlacements(llama, serving(8192), cards(8, 80));
    BOOST_TEST(options.size() == 10U);
    for (const PlacementOption& option : options) {
        const PlacementRequest& request = option.request;
        BOOST_TEST(*request.tensorParallel * *request.pipelineParallel * *request.dataParallel == 8);
    }
}

BOOST_AUTO_TEST_CASE(what_does_not_work_says_why)
{
    // 64 query heads can't be shared out over three devices.
    const QuantizedModel qwen = quantize(known::qwen3_32b(), WeightFormat::Bf16).value();
    const auto options = considerPlacements(qwen, serving(8192), cards(3, 80));
    const auto three = std::ranges::find_if(
        options, [](const PlacementOption& option) { return option.request.tensorParallel == 3; });
    BOOST_REQUIRE((three != options.end()));
    BOOST_TEST(!three->works());
    for (const PlacementOption& option : options) {
        BOOST_TEST((option.works() || !option.plan.findings.empty()));
    }
}

BOOST_AUTO_TEST_CASE(the_most_sequences_fit_and_one_more_does_not)
{
    const QuantizedModel llama = quantize(known::llama31_8b(), WeightFormat::Bf16).value();
    const Hardware hardware = cards(1, 24);
    Workload workload = serving(8192);
    const std::optional<std::int64_t> most = mostSequences(llama, workload, hardware);
    BOOST_REQUIRE(most.has_value());
    // 16 GB of weights leave less than 7 GiB; a sequence of 8,192 tokens takes 32 · 2 · 8 · 128 · 2 bytes · 8,192 = 1 GiB.
    BOOST_TEST(*most >= 2);
    BOOST_TEST(*most <= 6);
    workload.concurrency = static_cast<int>(*most);
    BOOST_TEST(planMemory(llama, workload, hardware).fits);
    workload.concurrency = static_cast<int>(*most + 1);
    BOOST_TEST(!planMemory(llama, workload, hardware).fits);
}

BOOST_AUTO_TEST_CASE(no_sequence_fits_where_the_weights_do_not)
{
    const QuantizedModel llama = quantize(known::llama31_70b(), WeightFormat::Bf16).value();
    BOOST_TEST(!mostSequences(llama, serving(8192), cards(1, 24)).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
