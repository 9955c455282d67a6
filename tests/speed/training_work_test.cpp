// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "speed/training/training_work.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

Workload pretraining(std::int64_t sequence)
{
    Workload workload;
    workload.kind = WorkloadKind::Pretrain;
    workload.engine = Engine::Fsdp;
    workload.weights = WeightFormat::Bf16;
    workload.training.sequence = sequence;
    workload.training.loss = LossMode::Whole;
    workload.training.recompute = Recompute::None;
    return workload;
}

TrainingWork workOf(const ModelFacts& facts, const Workload& workload)
{
    return trainingWork(quantize(facts, workload.weights).value(), workload);
}

} // namespace

BOOST_AUTO_TEST_SUITE(training_work)

// Llama 3.1 8B: 8,030,261,248 parameters of which 128,256 × 4,096 = 525,336,576 are the input embedding; the head is as large.
BOOST_AUTO_TEST_CASE(a_token_meets_every_matrix_but_the_input_embedding)
{
    const TrainingWork work = workOf(known::llama31_8b(), pretraining(8192));
    BOOST_TEST(work.head == 2.0 * 525'336'576);
    BOOST_TEST(work.matrices + work.head == 2.0 * (8'030'261'248 - 525'336'576),
               boost::test_tools::tolerance(1e-9));
}

// 32 layers × 4 × 4,096 × 4,096 tokens before each one on average = 2.147e9 operations.
BOOST_AUTO_TEST_CASE(attention_counts_the_tokens_before)
{
    BOOST_TEST(workOf(known::llama31_8b(), pretraining(8192)).attention == 32.0 * 4 * 4096 * 4096);
}

// PaLM, appendix B: 6 N + 12 L H Q T = 6 × 7.505e9 + 12 × 32 × 4,096 × 8,192 = 4.503e10 + 1.288e10.
BOOST_AUTO_TEST_CASE(utilisation_counts_three_passes_and_all_of_the_sequence)
{
    const Flops work = modelWork(workOf(known::llama31_8b(), pretraining(8192)), false);
    BOOST_TEST(work.value() == 6.0 * 7'504'924'672 + 12.0 * 32 * 4096 * 8192,
               boost::test_tools::tolerance(1e-9));
}

// Frozen matrices lack the pass for their own gradients: 4 N, and three passes over the adapters.
BOOST_AUTO_TEST_CASE(frozen_weights_take_two_passes)
{
    Workload workload = pretraining(1024);
    workload.kind = WorkloadKind::Lora;
    const TrainingWork work = workOf(known::llama31_8b(), workload);
    BOOST_TEST(work.adapters > 0);
    BOOST_TEST(modelWork(work, true).value() == 4.0 * 7'504'924'672 + 3 * work.adapters + 6 * work.attention,
               boost::test_tools::tolerance(1e-9));
}

// Mixtures of experts: DeepSeek-V3 meets 37 of 671 billion parameters a token.
BOOST_AUTO_TEST_CASE(experts_count_as_far_as_a_token_meets_them)
{
    const TrainingWork work = workOf(known::deepSeekV3(), pretraining(4096));
    BOOST_TEST(work.matrices + work.head == 2.0 * 36.6e9, boost::test_tools::tolerance(0.03));
}

BOOST_AUTO_TEST_SUITE_END()
