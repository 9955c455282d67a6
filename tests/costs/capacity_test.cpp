// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/capacity.h"

#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using boost::test_tools::tolerance;

namespace {

SpeedEstimate speedOf(double decode, double total, double prefill)
{
    const auto around = [](double mid) {
        return Range<TokensPerSecond>{TokensPerSecond(mid / 2), TokensPerSecond(mid),
                                      TokensPerSecond(mid * 2)};
    };
    SpeedEstimate speed;
    speed.decode = around(decode);
    speed.total = around(total);
    speed.prefill = around(prefill);
    return speed;
}

Workload workloadOf(WorkloadKind kind, int concurrency = 1)
{
    Workload workload;
    workload.kind = kind;
    workload.concurrency = concurrency;
    return workload;
}

Hardware oneCard()
{
    Hardware hardware;
    hardware.accelerators = {{knownCard(), 1, std::nullopt, std::nullopt}};
    hardware.host.memory = 64_GiB;
    return hardware;
}

struct Placed {
    QuantizedModel model = quantize(smallModel(), WeightFormat::Q4_K_M).value();
    Hardware hardware = oneCard();

    [[nodiscard]] SpeedEstimate speed(const Workload& workload) const
    {
        return estimateSpeed(model, workload, hardware, planMemory(model, workload, hardware)).value();
    }
    [[nodiscard]] double largest(const Workload& workload) const
    {
        const MemoryPlan plan = planMemory(model, workload, hardware);
        return largestCapacity(speed(workload), model, workload, hardware, plan, fittedCalibration())
            .mid.value();
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(capacity)

// 512 tokens at 1,024/s are read in 0.5 s, 256 written at 32/s in 8 s: a request takes 8.5 s. Twice as fast 4.25, half 17.
BOOST_AUTO_TEST_CASE(one_user_waits_for_prompt_and_answer)
{
    for (const WorkloadKind kind : {WorkloadKind::Chat, WorkloadKind::Batch}) {
        const auto capacity = capacityOf(speedOf(32, 32, 1024), workloadOf(kind));
        BOOST_TEST(capacity.mid.value() == 1 / 8.5, tolerance(1e-12));
        BOOST_TEST(capacity.low.value() == 1 / 17.0, tolerance(1e-12));
        BOOST_TEST(capacity.high.value() == 1 / 4.25, tolerance(1e-12));
    }
}

// Where eight are answered at once, 128 tokens/s of all of them have the prompts in them: 128 / 256 requests.
BOOST_AUTO_TEST_CASE(several_users_have_their_prompts_in_the_total)
{
    const Workload serve = workloadOf(WorkloadKind::Serve, 8);
    BOOST_TEST(capacityOf(speedOf(16, 128, 1024), serve).mid.value() == 0.5, tolerance(1e-12));
    // Where memory holds one of them at a time, the total is the speed at which that one is written.
    BOOST_TEST(capacityOf(speedOf(32, 32, 1024), serve).mid.value() == 1 / 8.5, tolerance(1e-12));
}

// llama.cpp's rate of prompts is of the tokens that it computes: half of them found leave 0.25 s.
BOOST_AUTO_TEST_CASE(prompts_found_in_the_cache_take_no_time)
{
    Workload chat = workloadOf(WorkloadKind::Chat);
    chat.prefixCacheHitRate = 0.5;
    BOOST_TEST(capacityOf(speedOf(32, 32, 1024), chat).mid.value() == 1 / 8.25, tolerance(1e-12));
}

// 2,048 tokens a sequence at 4,096/s are two sequences a second, whatever the prompts and answers of other work would be.
BOOST_AUTO_TEST_CASE(training_counts_sequences)
{
    Workload training = workloadOf(WorkloadKind::Lora);
    training.training.sequence = 2048;
    BOOST_TEST(capacityOf(speedOf(4096, 4096, 4096), training).mid.value() == 2.0, tolerance(1e-12));
    BOOST_TEST(outputTokensOf(training) == 2048.0);
    BOOST_TEST(promptTokensOf(training) == 0.0);
    BOOST_TEST(promptTokensOf(workloadOf(WorkloadKind::Chat)) == 512.0);
}

// What the estimates of llama.cpp say: eight slots that read long prompts write fewer tokens, because each step carries a part of
// them; alone, the time of the prompt stands beside.
BOOST_AUTO_TEST_CASE(llama_cpp_slots_share_their_steps_with_prompts)
{
    const Placed placed;
    Workload serve = workloadOf(WorkloadKind::Serve, 8);
    serve.context = 16'384;
    const SpeedEstimate brief = placed.speed(serve);
    serve.promptTokens = 4096;
    const SpeedEstimate lengthy = placed.speed(serve);
    const double answer = static_cast<double>(serve.outputTokens);
    // Seconds that the machine spends on one request, beyond those for 512 tokens of prompt.
    const double more = answer / lengthy.total.mid.value() - answer / brief.total.mid.value();
    const double reading = 4096 / lengthy.prefill.mid.value() - 512 / brief.prefill.mid.value();
    BOOST_TEST(more >= reading * 0.999);
    BOOST_TEST(capacityOf(lengthy, serve).mid.value() == lengthy.total.mid.value() / answer,
               tolerance(1e-12));
    Workload alone = workloadOf(WorkloadKind::Serve, 1);
    const SpeedEstimate one = placed.speed(alone);
    BOOST_TEST(capacityOf(one, alone).mid.value() ==
                   1 / (512 / one.prefill.mid.value() + answer / one.total.mid.value()),
               tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(a_low_request_rate_does_not_lower_what_is_answered_at_most)
{
    const Placed placed;
    Workload serve = workloadOf(WorkloadKind::Serve, 8);
    const double full = capacityOf(placed.speed(serve), serve).mid.value();
    BOOST_TEST(placed.largest(serve) == full, tolerance(1e-12));
    serve.requestRate = RequestsPerSecond(0.001);
    BOOST_TEST(placed.largest(serve) == full, tolerance(1e-12));
    BOOST_TEST(capacityOf(placed.speed(serve), serve).mid.value() < full);
}

BOOST_AUTO_TEST_SUITE_END()
