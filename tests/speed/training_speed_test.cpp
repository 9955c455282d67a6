// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "speed/training/training_speed.h"

#include <boost/test/unit_test.hpp>

#include <functional>

using namespace rigwright;

namespace {

Accelerator a100()
{
    Accelerator module;
    module.info.name = "A100 80GB SXM4";
    module.vendor = AcceleratorVendor::Nvidia;
    module.segment = Segment::Datacenter;
    module.computeCapability = 8.0;
    module.memory = 80_GiB;
    module.bandwidth = BytesPerSecond::gb(2039);
    module.fp16 = module.bf16 = FlopsPerSecond::tera(312);
    module.boardPower = 400_W;
    module.pcieGeneration = 4;
    module.pcieLanes = 16;
    module.mounting = Mounting::Module;
    module.linkBandwidth = BytesPerSecond::gb(600);
    module.linkMaxDevices = 8;
    return module;
}

Accelerator h100()
{
    Accelerator module = a100();
    module.info.name = "H100 80GB SXM5";
    module.computeCapability = 9.0;
    module.bandwidth = BytesPerSecond::gb(3350);
    module.fp16 = module.bf16 = FlopsPerSecond::tera(989.4);
    module.fp8 = FlopsPerSecond::tera(1978.9);
    module.boardPower = 700_W;
    module.pcieGeneration = 5;
    module.linkBandwidth = BytesPerSecond::gb(900);
    return module;
}

Accelerator rtx4090()
{
    Accelerator card;
    card.info.name = "GeForce RTX 4090";
    card.vendor = AcceleratorVendor::Nvidia;
    card.computeCapability = 8.9;
    card.memory = 24_GiB;
    card.bandwidth = BytesPerSecond::gb(1008);
    card.fp16 = card.bf16 = FlopsPerSecond::tera(165.2);
    card.fp16Accumulate16 = FlopsPerSecond::tera(330.4);
    card.boardPower = 450_W;
    card.pcieGeneration = 4;
    card.pcieLanes = 16;
    return card;
}

/// A GPT of the Megatron papers: feed-forward 4 × hidden, 51,200 tokens of vocabulary, tied.
ModelFacts gpt(int layers, std::int64_t hidden, std::int64_t heads)
{
    ModelFacts facts;
    facts.name = "GPT";
    facts.layers = layers;
    facts.hidden = hidden;
    facts.heads = facts.kvHeads = heads;
    facts.headDim = hidden / heads;
    facts.feedForward = 4 * hidden;
    facts.gatedFeedForward = false;
    facts.vocabulary = 51'200;
    facts.tiedEmbeddings = true;
    facts.qkNorm = "none";
    return facts;
}

struct Run {
    ModelFacts facts;
    Hardware hardware;
    Workload workload;
    PlacementRequest request;

    [[nodiscard]] TrainingEstimate estimate() const
    {
        const QuantizedModel model = quantize(facts, workload.weights).value();
        const MemoryPlan plan = planMemory(model, workload, hardware, request);
        return estimateTraining(model, workload, hardware, plan).value();
    }
};

Run runOn(const Accelerator& accelerator, int count, const ModelFacts& facts, std::int64_t sequence)
{
    Run run;
    run.facts = facts;
    run.hardware.accelerators.push_back({accelerator, count, {}, {}});
    run.workload.kind = WorkloadKind::Pretrain;
    run.workload.engine = Engine::Fsdp;
    run.workload.weights = WeightFormat::Bf16;
    run.workload.training.sequence = sequence;
    return run;
}

Run megatron(const ModelFacts& facts, int count, int pipeline, int accumulation, Recompute recompute)
{
    Run run = runOn(a100(), count, facts, 2048);
    run.workload.engine = Engine::Megatron;
    run.workload.training.recompute = recompute;
    run.workload.training.gradientAccumulation = accumulation;
    run.request.tensorParallel = 8;
    run.request.pipelineParallel = pipeline;
    return run;
}

/// Speeds of a run as one of its figures rises, none below the one before.
void neverSlower(const Run& run, const std::function<void(Run&, double)>& change)
{
    double last = 0;
    for (const double factor : {1.0, 2.0, 4.0, 8.0}) {
        Run changed = run;
        change(changed, factor);
        const TrainingEstimate estimate = changed.estimate();
        BOOST_TEST(estimate.trained.mid.value() >= last);
        BOOST_TEST(estimate.utilization.high <= 1.0);
        last = estimate.trained.mid.value();
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(training_speed)

// arXiv:2104.04473, section 5.1: GPT-3 with 175 billion parameters on 1,024 A100 at 140 TFLOP/s each and a batch of 1,536, with
// recomputation: 8 × 300e9 × 175e9 / (1,024 × 140e12) = 2.93e6 s = 34 days. 96 micro-batches of 16 copies.
BOOST_AUTO_TEST_CASE(gpt_3_takes_about_34_days_on_1024_a100)
{
    Run run = megatron(gpt(96, 12'288, 96), 1024, 8, 96, Recompute::Full);
    run.workload.training.tokenBudget = 300'000'000'000;
    const TrainingEstimate estimate = run.estimate();
    constexpr double kDay = 86'400;
    BOOST_TEST(estimate.tokensPerStep == 1536 * 2048);
    BOOST_REQUIRE(estimate.run.has_value());
    BOOST_TEST(estimate.run->time.low.value() < 34 * kDay);
    BOOST_TEST(estimate.run->time.high.value() > 34 * kDay);
    BOOST_TEST(estimate.run->deviceTime.mid.value() == 1024 * estimate.run->time.mid.value());
    BOOST_TEST(estimate.nodes == 128);
}

// arXiv:2205.05198, abstract: 530 billion parameters on 2,240 A100 use 54.2 % of the peak with selective recomputation and
// sequence parallelism and 42.1 % with full recomputation; tensor parallel 8, 35 stages of 3 pieces, batch 2,240.
BOOST_AUTO_TEST_CASE(megatron_530b_uses_what_its_paper_prints)
{
    for (const auto& [recompute, printed] :
         {std::pair{Recompute::Selective, 0.542}, std::pair{Recompute::Full, 0.421}}) {
        Run run = megatron(gpt(105, 20'480, 128), 2240, 35, 280, recompute);
        run.workload.training.interleavedStages = 3;
        const TrainingEstimate estimate = run.estimate();
        BOOST_TEST(estimate.utilization.low < printed);
        BOOST_TEST(estimate.utilization.high > printed);
    }
}

// Llama 3's report (arXiv:2407.21783, table 4): 405B on 16,384 H100, tensor 8, pipeline 16, 128 copies, 8,192 tokens, 16 sequences
// a copy: 41 % and 400 TFLOP/s each. Its model card counts 30.84 million GPU-hours for 15.6e12 tokens, failures included.
BOOST_AUTO_TEST_CASE(llama_405b_uses_what_its_report_prints)
{
    ModelFacts facts = known::llama31_70b();
    facts.layers = 126;
    facts.hidden = 16'384;
    facts.heads = 128;
    facts.feedForward = 53'248;
    Run run = runOn(h100(), 16'384, facts, 8192);
    run.workload.engine = Engine::Megatron;
    run.request.tensorParallel = 8;
    run.request.pipelineParallel = 16;
    TrainingSetup& setup = run.workload.training;
    setup.gradientAccumulation = 16;
    setup.interleavedStages = 8;
    setup.tokenBudget = 15'600'000'000'000;
    const TrainingEstimate estimate = run.estimate();
    BOOST_TEST(estimate.utilization.low < 0.41);
    BOOST_TEST(estimate.utilization.high > 0.41);
    BOOST_TEST(estimate.run->deviceTime.low.value() / 3600 < 30.84e6);
    BOOST_TEST(estimate.run->deviceTime.mid.value() / 3600 > 0.5 * 30.84e6);
}

// Llama 2's report (arXiv:2307.09288, table 2): 184,320 hours of A100 for 7B and 2e12 tokens of 4,096, 3,014 tokens a second on each.
// That counts restarts, too: within a half of our middle.
BOOST_AUTO_TEST_CASE(llama_2_takes_the_hours_of_its_report)
{
    ModelFacts facts = known::llama31_8b();
    facts.kvHeads = 32;
    facts.feedForward = 11'008;
    facts.vocabulary = 32'000;
    Run run = runOn(a100(), 256, facts, 4096);
    run.workload.training.microBatch = 2;
    run.workload.training.tokenBudget = 2'000'000'000'000;
    const double hours = run.estimate().run->deviceTime.mid.value() / 3600;
    BOOST_TEST(hours > 184'320 * 0.67);
    BOOST_TEST(hours < 184'320 * 1.5);
}

BOOST_AUTO_TEST_CASE(parts_add_up_to_the_step_and_one_binds)
{
    const TrainingEstimate estimate = runOn(h100(), 8, known::llama31_8b(), 4096).estimate();
    BOOST_TEST(estimate.parts.total().value() == estimate.step.mid.value(),
               boost::test_tools::tolerance(1e-9));
    BOOST_REQUIRE(estimate.binds != nullptr);
    BOOST_TEST(estimate.binds->key == "compute_s");
    BOOST_TEST(estimate.step.low.value() < estimate.step.mid.value());
    BOOST_TEST(!estimate.run.has_value());
}

BOOST_AUTO_TEST_CASE(recomputation_is_never_faster)
{
    Run run = runOn(a100(), 8, known::llama31_8b(), 4096);
    double last = 1e12;
    for (const Recompute recompute : {Recompute::None, Recompute::Selective, Recompute::Full}) {
        run.workload.training.recompute = recompute;
        const double speed = run.estimate().trained.mid.value();
        BOOST_TEST(speed <= last);
        last = speed;
    }
}

BOOST_AUTO_TEST_CASE(more_memory_bandwidth_is_never_slower)
{
    neverSlower(runOn(rtx4090(), 1, known::qwen25_half_b(), 1024), [](Run& run, double factor) {
        Accelerator& card = run.hardware.accelerators.front().accelerator;
        card.bandwidth = *card.bandwidth * factor;
    });
}

BOOST_AUTO_TEST_CASE(more_matrix_units_are_never_slower)
{
    neverSlower(runOn(rtx4090(), 2, known::qwen25_half_b(), 1024), [](Run& run, double factor) {
        Accelerator& card = run.hardware.accelerators.front().accelerator;
        card.bf16 = *card.bf16 * factor;
    });
}

BOOST_AUTO_TEST_CASE(wider_slots_and_faster_networks_are_never_slower)
{
    neverSlower(runOn(rtx4090(), 4, known::llama31_8b(), 1024), [](Run& run, double factor) {
        run.hardware.accelerators.front().linkLanes = static_cast<int>(2 * factor);
    });
    neverSlower(runOn(h100(), 64, known::llama31_8b(), 1024),
                [](Run& run, double factor) { run.hardware.network = BytesPerSecond::gb(1) * factor; });
}

BOOST_AUTO_TEST_CASE(more_devices_are_never_slower_in_all)
{
    for (const Accelerator& accelerator : {a100(), h100()}) {
        double last = 0;
        for (const int count : {1, 2, 4, 8, 16, 64, 256, 1024}) {
            const double speed =
                runOn(accelerator, count, known::llama31_8b(), 2048).estimate().trained.mid.value();
            BOOST_TEST(speed >= last);
            last = speed;
        }
    }
}

BOOST_AUTO_TEST_CASE(a_frozen_model_trains_faster_and_dequantisation_costs)
{
    Run run = runOn(a100(), 1, known::llama31_8b(), 2048);
    run.workload.training.recompute = Recompute::Full;
    const double full = run.estimate().trained.mid.value();
    run.workload.kind = WorkloadKind::Lora;
    const double lora = run.estimate().trained.mid.value();
    run.workload.kind = WorkloadKind::Qlora;
    run.workload.weights = WeightFormat::Nf4;
    BOOST_TEST(lora > full);
    BOOST_TEST(run.estimate().trained.mid.value() < lora);
}

// Eight stages with 8 micro-batches wait (8 − 1) / 8 of the time that they work, with 56 an eighth.
BOOST_AUTO_TEST_CASE(stages_wait_for_the_first_and_the_last_micro_batch)
{
    const auto bubble = [](int accumulation) {
        const TrainingParts parts =
            megatron(gpt(96, 12'288, 96), 64, 8, accumulation, Recompute::Full).estimate().parts;
        return parts.pipelineBubble /
            (parts.compute + parts.memoryTraffic + parts.launches + parts.modelParallel);
    };
    BOOST_TEST(bubble(8) == 7.0 / 8, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(bubble(56) == 1.0 / 8, boost::test_tools::tolerance(1e-9));
}

// 12 + 2 bytes for each of 8.03e9 parameters to one drive of 2 GB/s: 56.2 s, a hundredth of that in each of 100 steps.
BOOST_AUTO_TEST_CASE(checkpoints_take_their_share_of_the_drive)
{
    Run run = runOn(h100(), 8, known::llama31_8b(), 4096);
    run.workload.training.checkpointEvery = 100;
    BOOST_TEST(run.estimate().parts.checkpoints.value() == 0);
    run.hardware.storageWrite = BytesPerSecond::gb(2);
    BOOST_TEST(run.estimate().parts.checkpoints.value() == 14 * 8.030261248e9 / 2e9 / 100,
               boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(data_loads_behind_the_step_unless_the_drive_binds)
{
    Run run = runOn(h100(), 8, known::qwen25_half_b(), 4096);
    run.hardware.storageRead = BytesPerSecond::gb(1);
    BOOST_TEST(run.estimate().parts.dataLoading.value() == 0);
    run.hardware.storageRead = BytesPerSecond(1000);
    BOOST_TEST(run.estimate().binds->key == "data_loading_s");
}

BOOST_AUTO_TEST_CASE(an_optimizer_in_ram_needs_the_bandwidth_of_the_host)
{
    Run run = runOn(rtx4090(), 4, known::llama31_8b(), 1024);
    run.workload.training.offloadOptimizer = true;
    const QuantizedModel model = quantize(run.facts, run.workload.weights).value();
    const MemoryPlan plan = planMemory(model, run.workload, run.hardware);
    BOOST_TEST(!estimateTraining(model, run.workload, run.hardware, plan).has_value());
    run.hardware.host.bandwidth = BytesPerSecond::gb(300);
    BOOST_TEST(run.estimate().parts.offload.value() > 0);
    neverSlower(run, [](Run& changed, double factor) {
        changed.hardware.host.bandwidth = *changed.hardware.host.bandwidth * factor;
    });
}

BOOST_AUTO_TEST_CASE(a_pipeline_without_micro_batches_gets_eight_a_stage_and_says_so)
{
    const Run run = megatron(gpt(96, 12'288, 96), 64, 8, 1, Recompute::Full);
    const TrainingEstimate estimate = run.estimate();
    BOOST_TEST(estimate.microBatches == 64);
    const auto findings = trainingFindings(estimate, run.workload);
    BOOST_TEST(std::ranges::count(findings, "training-micro-batches", &Finding::id) == 1);
    BOOST_TEST(std::ranges::count(findings, "training-nodes", &Finding::id) == 1);
}

BOOST_AUTO_TEST_CASE(as_a_speed_all_rates_are_trained_tokens)
{
    const TrainingEstimate estimate = runOn(h100(), 8, known::llama31_8b(), 4096).estimate();
    const SpeedEstimate speed = asSpeed(estimate);
    BOOST_TEST(speed.total.mid.value() == estimate.trained.mid.value());
    BOOST_TEST(speed.decode.mid.value() == estimate.trained.mid.value());
    BOOST_TEST(speed.timePerOutputToken.mid.value() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
