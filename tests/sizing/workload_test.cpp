// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/workload.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(workload)

BOOST_AUTO_TEST_CASE(the_default_is_sound)
{
    BOOST_TEST(check(Workload{}).has_value());
}

BOOST_AUTO_TEST_CASE(absurd_numbers_are_refused_by_name)
{
    struct Case {
        void (*spoil)(Workload&);
        const char* named;
    };
    const Case cases[] = {
        {[](Workload& w) { w.context = -5; }, "context"},
        {[](Workload& w) { w.context = 0; }, "context"},
        {[](Workload& w) { w.context = 1'000'000'000'000; }, "context"},
        {[](Workload& w) { w.kind = WorkloadKind::Serve, w.concurrency = 0; }, "concurrency"},
        {[](Workload& w) { w.concurrency = 4; }, "serve"},
        {[](Workload& w) { w.promptTokens = 8000, w.outputTokens = 8000; }, "context"},
        {[](Workload& w) { w.microBatch = 0; }, "micro-batch"},
        {[](Workload& w) { w.weights = WeightFormat::Awq4; }, "AWQ"},
        {[](Workload& w) { w.engine = Engine::Vllm; }, "Q4_K_M"},
        {[](Workload& w) { w.keyCache = CacheType::Fp8; }, "fp8"},
    };
    for (const Case& spoiled : cases) {
        Workload workload;
        spoiled.spoil(workload);
        const auto checked = check(workload);
        BOOST_REQUIRE(!checked.has_value());
        BOOST_TEST(checked.error().message.find(spoiled.named) != std::string::npos, checked.error().message);
        BOOST_TEST(checked.error().message.find('\n') == std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
