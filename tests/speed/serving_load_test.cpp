// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "speed/serving/load.h"
#include "support/h100.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using rigwright::test::h100;

namespace {

struct Setup {
    QuantizedModel model = quantize(known::llama31_8b(), WeightFormat::Bf16).value();
    Workload workload;
    Hardware hardware;
    PlacementRequest placement;

    explicit Setup(Engine engine = Engine::Vllm)
    {
        workload.kind = WorkloadKind::Serve;
        workload.engine = engine;
        workload.weights = engine == Engine::LlamaCpp ? WeightFormat::Q4_K_M : WeightFormat::Bf16;
        model = quantize(known::llama31_8b(), workload.weights).value();
        workload.context = 4096;
        workload.promptTokens = 1024;
        workload.outputTokens = 256;
        hardware.accelerators.push_back({h100(), 1, {}, {}});
        placement = requestFor(planMemory(model, workload, hardware).placement, engine);
    }

    [[nodiscard]] LoadCurve curve() const
    {
        return speedOverUsers(model, workload, hardware, placement).value();
    }
    [[nodiscard]] LoadEstimate load(double rate)
    {
        workload.requestRate = RequestsPerSecond(rate);
        return estimateLoad(model, workload, hardware, placement).value();
    }
    [[nodiscard]] UsersWithin users() const
    {
        return mostUsersWithin(model, workload, hardware, placement).value();
    }
    [[nodiscard]] RateWithin rate() const
    {
        return highestRateWithin(model, workload, hardware, placement).value();
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(load)

BOOST_AUTO_TEST_CASE(each_user_gets_less_and_all_together_more_until_a_named_limit)
{
    for (const Engine engine : {Engine::Vllm, Engine::SgLang, Engine::TensorRtLlm, Engine::LlamaCpp}) {
        const LoadCurve curve = Setup(engine).curve();
        BOOST_TEST_CONTEXT(engineName(engine))
        {
            BOOST_TEST(curve.points.size() >= 3U);
            BOOST_TEST((curve.limit != LoadLimit::None || curve.usersAtLimit == kMostUsersTried));
            for (std::size_t i = 1; i < curve.points.size(); ++i) {
                const LoadPoint& before = curve.points[i - 1];
                const LoadPoint& after = curve.points[i];
                BOOST_TEST((after.speed.decode.mid <= before.speed.decode.mid));
                BOOST_TEST((after.speed.timeToFirstToken.mid >= before.speed.timeToFirstToken.mid));
                if (after.users <= curve.usersAtLimit) {
                    BOOST_TEST((after.speed.total.mid > before.speed.total.mid));
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(more_requests_than_are_answered_are_an_overload)
{
    Setup setup;
    const LoadEstimate quiet = setup.load(0.5);
    BOOST_TEST((quiet.verdict == LoadVerdict::Sustained));
    BOOST_TEST(quiet.queue->utilisation < 0.2);
    BOOST_TEST((quiet.queue->latency.p95 >= quiet.queue->latency.median));
    const LoadEstimate flood = setup.load(quiet.largestRate.mid.value() * 1.5);
    BOOST_TEST((flood.verdict == LoadVerdict::Overloaded));
    BOOST_TEST(!flood.queue);
    const LoadEstimate between =
        setup.load((quiet.largestRate.low.value() + quiet.largestRate.mid.value()) / 2);
    BOOST_TEST((between.verdict == LoadVerdict::AtRisk));
    BOOST_TEST((between.queue && !between.carefulQueue));
}

BOOST_AUTO_TEST_CASE(the_estimate_for_a_rate_is_that_of_its_mean_concurrency)
{
    Setup setup;
    const LoadEstimate load = setup.load(2);
    const MemoryPlan plan = planMemory(setup.model, setup.workload, setup.hardware, setup.placement);
    const SpeedEstimate atRate = estimateSpeed(setup.model, setup.workload, setup.hardware, plan).value();
    setup.workload.requestRate.reset();
    setup.workload.concurrency = std::max(1, static_cast<int>(std::lround(load.concurrency)));
    const SpeedEstimate closed = estimateSpeed(setup.model, setup.workload, setup.hardware, plan).value();
    BOOST_TEST(atRate.decode.mid.value() == closed.decode.mid.value());
}

BOOST_AUTO_TEST_CASE(users_within_targets_meet_them_and_one_more_does_not)
{
    Setup setup;
    setup.workload.maxTimePerOutputToken = Seconds(0.020);
    const UsersWithin within = setup.users();
    BOOST_TEST(within.middle > 1);
    BOOST_TEST(within.careful <= within.middle);
    const MemoryPlan plan = planMemory(setup.model, setup.workload, setup.hardware, setup.placement);
    const auto timeFor = [&](int users) {
        setup.workload.concurrency = users;
        return estimateSpeed(setup.model, setup.workload, setup.hardware, plan)
            .value()
            .timePerOutputToken.mid;
    };
    BOOST_TEST((timeFor(within.middle) <= Seconds(0.020)));
    if (within.middleLimit == LoadLimit::TimePerOutputToken) {
        BOOST_TEST((timeFor(within.middle + 1) > Seconds(0.020)));
    }
}

BOOST_AUTO_TEST_CASE(a_target_that_nobody_meets_leaves_no_users_and_no_rate)
{
    Setup setup;
    setup.workload.maxTimeToFirstToken = Seconds(1e-6);
    BOOST_TEST(setup.users().middle == 0);
    BOOST_TEST((setup.users().middleLimit == LoadLimit::TimeToFirstToken));
    BOOST_TEST(setup.rate().middle.value() == 0);
    BOOST_TEST((setup.rate().middleLimit == LoadLimit::TimeToFirstToken));
}

BOOST_AUTO_TEST_CASE(without_targets_memory_or_the_engine_limits_users)
{
    Setup setup(Engine::LlamaCpp);
    const UsersWithin within = setup.users();
    BOOST_TEST((within.middleLimit == LoadLimit::Memory));
    const auto fits = [&](int users) {
        setup.workload.concurrency = users;
        return planMemory(setup.model, setup.workload, setup.hardware, setup.placement).fits;
    };
    BOOST_TEST(fits(within.middle));
    BOOST_TEST(!fits(within.middle + 1));
}

BOOST_AUTO_TEST_CASE(the_highest_rate_is_below_the_largest_and_grows_with_the_target)
{
    Setup setup;
    setup.workload.maxTimePerOutputToken = Seconds(0.012);
    const RateWithin tight = setup.rate();
    setup.workload.maxTimePerOutputToken = Seconds(0.030);
    const RateWithin loose = setup.rate();
    BOOST_TEST((tight.middle < loose.middle));
    BOOST_TEST((tight.careful <= tight.middle));
    BOOST_TEST((loose.middle <= setup.load(1).largestRate.mid));
}

BOOST_AUTO_TEST_SUITE_END()
