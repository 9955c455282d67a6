// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "models/tensors.h"
#include "sizing/plan.h"
#include "sizing/training/activations.h"
#include "sizing/training/lora.h"
#include "sizing/training/states.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

constexpr std::array kTrainingEngines{Engine::Transformers, Engine::Fsdp, Engine::DeepSpeed,
                                      Engine::Megatron};

Hardware devices(int count, Bytes memory = 80_GiB)
{
    Accelerator accelerator;
    accelerator.info.name = "Card";
    accelerator.memory = memory;
    Hardware hardware;
    hardware.accelerators.push_back({accelerator, count, {}, {}});
    return hardware;
}

PlacementRequest split(int tensor, int pipeline)
{
    PlacementRequest request;
    request.tensorParallel = tensor;
    request.pipelineParallel = pipeline;
    return request;
}

Workload fullTuning(Engine engine = Engine::Fsdp)
{
    Workload workload;
    workload.kind = WorkloadKind::Full;
    workload.engine = engine;
    workload.weights = WeightFormat::Bf16;
    return workload;
}

QuantizedModel model8b(WeightFormat format = WeightFormat::Bf16)
{
    return quantize(known::llama31_8b(), format).value();
}

Bytes onDevices(const Workload& workload, int count, const PlacementRequest& request = {})
{
    return planMemory(model8b(workload.weights), workload, devices(count), request).memory.onDevices();
}

/// The largest device after a change of the setup is never smaller than before.
template <class Change>
void neverLess(Change change, const char* what)
{
    for (const Engine engine : kTrainingEngines) {
        for (const Recompute recompute : {Recompute::None, Recompute::Selective, Recompute::Full}) {
            for (const int count : {1, 4}) {
                Workload workload = fullTuning(engine);
                workload.training.recompute = recompute;
                Bytes before;
                for (int step = 0; step < 6; ++step) {
                    change(workload.training, step);
                    // Megatron may answer more with more splitting: its split stays as it is.
                    const Bytes now = onDevices(workload, count, split(1, 1));
                    BOOST_TEST((now >= before), what << ' ' << engineName(engine) << ' ' << step);
                    before = now;
                }
            }
        }
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(training_memory)

BOOST_AUTO_TEST_CASE(mixed_precision_adam_keeps_twelve_bytes_a_parameter)
{
    // arXiv:1910.02054, section 3.1: K = 12 for a master copy and two moments in FP32.
    TrainedElements trained;
    trained.layerMatrices = 1'000'000;
    BOOST_TEST((optimizerBytes(Optimizer::AdamW, trained, ParameterType::Bits16) == Bytes(12'000'000)));
    BOOST_TEST((optimizerBytes(Optimizer::AdamW, trained, ParameterType::Fp32) == Bytes(8'000'000)));
    BOOST_TEST((optimizerBytes(Optimizer::AdamWBf16, trained, ParameterType::Bits16) == Bytes(4'000'000)));
    BOOST_TEST((optimizerBytes(Optimizer::Sgd, trained, ParameterType::Bits16) == Bytes(0)));
    // 2 × (1,000,000 + 4 × 3,907 blocks of 256)
    BOOST_TEST((optimizerBytes(Optimizer::AdamW8Bit, trained, ParameterType::Bits16) == Bytes(2'031'256)));
}

BOOST_AUTO_TEST_CASE(adafactor_keeps_a_row_and_a_column_of_each_matrix)
{
    TrainedElements trained;
    trained.add({TensorRole::AttentionQuery, 0, 4096, 1024, 1, false});
    trained.add({TensorRole::Norm, 0, 4096, 1, 1, true});
    // 4 × (4096 + 1024 + 4096)
    BOOST_TEST((optimizerBytes(Optimizer::Adafactor, trained, ParameterType::Bits16) == Bytes(36'864)));
}

BOOST_AUTO_TEST_CASE(muon_keeps_one_moment_of_layer_matrices_and_two_of_the_rest)
{
    TrainedElements trained;
    trained.layerMatrices = 1000;
    trained.otherMatrices = 10;
    trained.vectors = 1;
    // masters 4 × 1011, moments 4 × 1000 + 8 × 11
    BOOST_TEST((optimizerBytes(Optimizer::Muon, trained, ParameterType::Bits16) == Bytes(8132)));
}

BOOST_AUTO_TEST_CASE(adapters_have_the_published_number_of_parameters)
{
    TrainingSetup setup;
    const Architecture llama3 = describe(known::llama31_8b()).value();
    setup.loraRank = 16;
    // Llama 3 8B, rank 16 on all linear layers: 41,943,040 as PEFT and Unsloth print it.
    BOOST_TEST(adapterElements(llama3, setup) == 41'943'040);
    // Rank 8 on query and value: 32 × 8 × (4096 + 4096 + 4096 + 1024) = 3,407,872, PEFT's figure for Llama 3 8B.
    setup.loraRank = 8;
    setup.loraTargets = LoraTargets::QueryValue;
    BOOST_TEST(adapterElements(llama3, setup) == 3'407'872);
}

BOOST_AUTO_TEST_CASE(adapters_on_experts_can_be_left_out)
{
    const Architecture gptOss = describe(known::gptOss20b()).value();
    TrainingSetup setup;
    const std::int64_t everywhere = adapterElements(gptOss, setup);
    setup.loraOnExperts = false;
    const std::int64_t attention = adapterElements(gptOss, setup);
    // 24 layers, rank 16, hidden 2880, 64 heads and 8 key/value heads of 64: q and o 2880 + 4096, k and v 2880 + 512.
    BOOST_TEST(attention == 24 * 16 * (2 * (2880 + 4096) + 2 * (2880 + 512)));
    BOOST_TEST(everywhere > attention * 10);
}

BOOST_AUTO_TEST_CASE(selective_recomputation_of_megatron_keeps_thirty_four_bytes)
{
    // arXiv:2205.05198: 34 s b h without dropout masks and with GPT's four-fold feed-forward: inputs of two norms (4 h), of
    // QKV (2 h), q, k, v and the attention output (8 h), input of the first (2 h) and output and activation (16 h) = 32 h
    // without the projection's and the network's dropout masks (2 h).
    ModelFacts facts;
    facts.hidden = 1024;
    facts.normKind = "ln";
    facts.gatedFeedForward = false;
    Layer layer;
    layer.attention.heads = 16;
    layer.attention.kvHeads = 16;
    layer.attention.headDim = 64;
    layer.feedForward.width = 4096;
    const LayerActivations kept = layerActivations(facts, layer, {}, {}, {});
    const std::int64_t statistics = 4 * 16; // of flash attention, which the paper does not have
    BOOST_TEST(kept.kept.split + kept.kept.streams == 32 * 1024 + statistics);
    BOOST_TEST(kept.input.split + kept.input.streams == 2 * 1024);
}

BOOST_AUTO_TEST_CASE(whole_training_keeps_sixteen_bytes_a_parameter)
{
    Workload workload = fullTuning();
    workload.training.sequence = 1;
    const MemoryPlan plan = planMemory(model8b(), workload, devices(1, 192_GiB));
    const MemoryComponents& used = plan.memory.devices.front().used;
    // 8,030,261,248 parameters: 2 bytes of gradient and 12 of states beside the weights of 2
    BOOST_TEST((used.gradients + used.optimizer == Bytes(8'030'261'248 * 14)));
    BOOST_TEST((used.weights == model8b().total()));
}

BOOST_AUTO_TEST_CASE(sharding_divides_states_by_the_devices)
{
    Workload workload = fullTuning();
    for (const int stage : {0, 1, 2, 3}) {
        workload.training.zeroStage = stage;
        const MemoryComponents used = planMemory(model8b(), workload, devices(8)).memory.devices.front().used;
        const std::int64_t parameters = 8'030'261'248;
        const auto shards = [&](int from) { return stage >= from ? 8 : 1; };
        BOOST_TEST((used.optimizer == Bytes(parameters * 12 / shards(1))));
        BOOST_TEST((used.gradients == Bytes(parameters * 2 / shards(2))));
        BOOST_TEST((used.weights == Bytes(model8b().total().value() / shards(3))));
    }
}

BOOST_AUTO_TEST_CASE(megatron_keeps_six_bytes_and_twelve_over_the_copies)
{
    // megatron/training/theoretical_memory_usage.py: 6 + 12 / data parallel with the distributed optimizer.
    const MemoryComponents used = planMemory(model8b(), fullTuning(Engine::Megatron), devices(8), split(2, 1))
                                      .memory.devices.front()
                                      .used;
    const std::int64_t half = 8'030'261'248 / 2;
    const double bytes = static_cast<double>((used.weights + used.gradients + used.optimizer).value());
    BOOST_TEST(bytes == static_cast<double>(half * 6 + half * 12 / 4), boost::test_tools::tolerance(1e-4));
}

BOOST_AUTO_TEST_CASE(longer_sequences_never_need_less)
{
    neverLess([](TrainingSetup& setup, int step) { setup.sequence = 512LL << step; }, "sequence");
}

BOOST_AUTO_TEST_CASE(bigger_micro_batches_never_need_less)
{
    neverLess([](TrainingSetup& setup, int step) { setup.microBatch = 1 + step; }, "micro-batch");
}

BOOST_AUTO_TEST_CASE(more_accumulation_never_needs_less)
{
    neverLess([](TrainingSetup& setup, int step) { setup.gradientAccumulation = 1 + step; }, "accumulation");
}

BOOST_AUTO_TEST_CASE(more_layers_never_need_less)
{
    for (const Engine engine : kTrainingEngines) {
        Bytes before;
        for (int layers = 8; layers <= 64; layers += 8) {
            ModelFacts facts = known::llama31_8b();
            facts.layers = layers;
            const QuantizedModel model = quantize(facts, WeightFormat::Bf16).value();
            const Bytes now =
                planMemory(model, fullTuning(engine), devices(4), split(1, 1)).memory.onDevices();
            BOOST_TEST((now > before));
            before = now;
        }
    }
}

BOOST_AUTO_TEST_CASE(more_bits_of_the_base_never_need_less)
{
    Workload workload;
    workload.engine = Engine::Transformers;
    Bytes before;
    for (const WeightFormat format : {WeightFormat::Nf4Dq, WeightFormat::Nf4, WeightFormat::Int8,
                                      WeightFormat::Bf16, WeightFormat::Fp32}) {
        workload.kind = WorkloadKind::Lora;
        workload.weights = format;
        workload.training.recompute = Recompute::Full;
        const Bytes now = onDevices(workload, 1);
        BOOST_TEST((now > before), weightFormatName(format));
        before = now;
    }
}

BOOST_AUTO_TEST_CASE(higher_stages_never_need_more)
{
    for (const ModelFacts& facts : {known::llama31_8b(), known::llama31_70b(), known::qwen3_32b()}) {
        const QuantizedModel model = quantize(facts, WeightFormat::Bf16).value();
        for (const Engine engine : kTrainingEngines) {
            for (const int count : {2, 8}) {
                Workload workload = fullTuning(engine);
                std::optional<Bytes> before;
                for (int stage = 0; stage <= 3; ++stage) {
                    workload.training.zeroStage = stage;
                    const Bytes now =
                        planMemory(model, workload, devices(count), split(1, 1)).memory.onDevices();
                    BOOST_TEST((!before || now <= *before), engineName(engine) << " stage " << stage);
                    before = now;
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(recomputation_and_offload_never_need_more_of_the_device)
{
    for (const Engine engine : kTrainingEngines) {
        Workload workload = fullTuning(engine);
        workload.training.recompute = Recompute::None;
        const PlacementRequest whole = split(1, 1);
        const Bytes none = onDevices(workload, 2, whole);
        workload.training.recompute = Recompute::Selective;
        const Bytes selective = onDevices(workload, 2, whole);
        workload.training.recompute = Recompute::Full;
        const Bytes full = onDevices(workload, 2, whole);
        workload.training.offloadOptimizer = true;
        const Bytes offloaded = onDevices(workload, 2, whole);
        BOOST_TEST((selective <= none));
        BOOST_TEST((full <= selective));
        BOOST_TEST((offloaded < full));
    }
}

BOOST_AUTO_TEST_CASE(flash_attention_never_needs_more)
{
    Workload workload = fullTuning();
    workload.training.microBatch = 8; // the activations are the peak, not the step of the optimizer
    const Bytes with = onDevices(workload, 1);
    workload.flashAttention = false;
    // 32 layers × 32 heads × 8 × 2048 × 2048 scores of six bytes
    BOOST_TEST((onDevices(workload, 1) == with + Bytes(32LL * 32 * 8 * 2048 * 2048 * 6)));
}

BOOST_AUTO_TEST_CASE(the_parts_of_all_devices_add_up)
{
    for (const Engine engine : kTrainingEngines) {
        const MemoryPlan plan = planMemory(model8b(), fullTuning(engine), devices(4));
        Bytes sum = plan.memory.host.used.total();
        for (const DeviceMemory& device : plan.memory.devices) {
            sum += device.used.total();
            BOOST_TEST((device.used.kvCache == Bytes()));
        }
        BOOST_TEST((plan.memory.sum().total() == sum));
    }
}

BOOST_AUTO_TEST_CASE(pipeline_stages_hold_the_whole_model_once)
{
    const MemoryPlan plan = planMemory(model8b(), fullTuning(Engine::Megatron), devices(4), split(1, 4));
    Bytes weights;
    for (const DeviceMemory& device : plan.memory.devices) {
        weights += device.used.weights;
    }
    BOOST_TEST((weights == model8b().total()));
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_mended_with_figures)
{
    Workload workload = fullTuning();
    workload.training.loss = LossMode::Whole;
    workload.training.microBatch = 4;
    const MemoryPlan plan = planMemory(model8b(), workload, devices(2, 48_GiB));
    BOOST_TEST(!plan.fits);
    for (const char* id : {"device-memory", "mend-fused-loss", "mend-recompute", "mend-micro-batch",
                           "mend-optimizer", "mend-offload", "mend-all"}) {
        BOOST_TEST((std::ranges::find(plan.findings, id, &Finding::id) != plan.findings.end()), id);
    }
    for (const Finding& finding : plan.findings) {
        BOOST_TEST(finding.message().find('{') == std::string::npos, finding.message());
    }
}

BOOST_AUTO_TEST_CASE(the_smallest_of_unequal_devices_limits)
{
    Hardware hardware = devices(1, 80_GiB);
    hardware.accelerators.push_back(devices(1, 16_GiB).accelerators.front());
    const MemoryPlan plan = planMemory(model8b(), fullTuning(), hardware);
    BOOST_TEST(!plan.fits);
    BOOST_TEST((plan.memory.devices[0].used.total() == plan.memory.devices[1].used.total()));
    BOOST_TEST((std::ranges::find(plan.findings, "unequal-devices", &Finding::id) != plan.findings.end()));
}

BOOST_AUTO_TEST_CASE(megatron_splits_a_model_that_one_device_does_not_hold)
{
    const QuantizedModel model = quantize(known::llama31_70b(), WeightFormat::Bf16).value();
    const MemoryPlan plan = planMemory(model, fullTuning(Engine::Megatron), devices(32));
    BOOST_TEST(plan.fits);
    BOOST_TEST(plan.placement.tensorParallel * plan.placement.pipelineParallel > 1);
}

BOOST_AUTO_TEST_CASE(impossible_degrees_are_blockers)
{
    const MemoryPlan plan = planMemory(model8b(), fullTuning(), devices(4), split(3, 1));
    BOOST_TEST(!plan.fits);
    BOOST_TEST((std::ranges::find(plan.findings, "placement-devices", &Finding::id) != plan.findings.end()));
}

BOOST_AUTO_TEST_CASE(the_host_holds_what_is_offloaded_and_the_rule_of_thumb_stands_beside_it)
{
    Workload workload = fullTuning();
    workload.training.offloadOptimizer = true;
    const MemoryPlan plan = planMemory(model8b(), workload, devices(2, 24_GiB));
    // States of 12 bytes and a gradient of 4, on both ranks together once.
    BOOST_TEST((plan.memory.host.used.optimizer == Bytes(8'030'261'248 * 16)));
    BOOST_TEST((plan.hostDemand.pinned == plan.memory.host.used.optimizer));
    BOOST_TEST((plan.hostDemand.peak >= plan.memory.host.used.total()));
    BOOST_TEST((plan.hostDemand.folkRule == 96_GiB));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(training_setup)

BOOST_AUTO_TEST_CASE(names_are_read_back)
{
    for (const char* name : {"adamw", "adamw-bf16", "adamw-8bit", "paged-adamw", "paged-adamw-8bit",
                             "adafactor", "muon", "sgd-momentum", "sgd"}) {
        BOOST_TEST(optimizerName(parseOptimizer(name).value()) == name);
    }
    for (const char* name : {"none", "selective", "full"}) {
        BOOST_TEST(recomputeName(parseRecompute(name).value()) == name);
    }
    for (const char* name : {"query-value", "attention", "all-linear"}) {
        BOOST_TEST(loraTargetsName(parseLoraTargets(name).value()) == name);
    }
    for (const char* name : {"whole", "compiled", "chunked", "fused"}) {
        BOOST_TEST(lossModeName(parseLossMode(name).value()) == name);
    }
    for (const char* name : {"lora", "qlora", "full", "pretrain"}) {
        BOOST_TEST(workloadKindName(parseWorkloadKind(name).value()) == name);
    }
    BOOST_TEST(parseOptimizer("adam").error().message.find("adamw") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(defaults_are_those_of_practice)
{
    const TrainingSetup qlora = resolveTraining({}, WorkloadKind::Qlora, 1);
    BOOST_TEST((qlora.optimizer == Optimizer::PagedAdamW8Bit));
    BOOST_TEST(qlora.loraRank == 16);
    BOOST_TEST((qlora.loraTargets == LoraTargets::AllLinear));
    BOOST_TEST(*resolveTraining({}, WorkloadKind::Full, 1).zeroStage == 0);
    BOOST_TEST(*resolveTraining({}, WorkloadKind::Full, 8).zeroStage == 3);
    BOOST_TEST((resolveTraining({}, WorkloadKind::Full, 8).optimizer == Optimizer::AdamW));
}

BOOST_AUTO_TEST_CASE(nonsense_is_refused_in_one_line)
{
    struct Case {
        void (*spoil)(Workload&);
        const char* named;
    };
    const Case cases[] = {
        {[](Workload& w) { w.training.sequence = 0; }, "sequence"},
        {[](Workload& w) { w.training.microBatch = -1; }, "micro-batch"},
        {[](Workload& w) { w.training.zeroStage = 4; }, "ZeRO"},
        {[](Workload& w) { w.training.loraRank = 0; }, "rank"},
        {[](Workload& w) { w.training.offloadParameters = true, w.training.zeroStage = 1; }, "stage 3"},
        {[](Workload& w) { w.training.optimizerInBackward = true, w.training.gradientAccumulation = 2; },
         "accumulate"},
        {[](Workload& w) { w.engine = Engine::Vllm; }, "vLLM"},
        {[](Workload& w) { w.weights = WeightFormat::Q4_K_M; }, "Q4_K_M"},
        {[](Workload& w) { w.weights = WeightFormat::Nf4; }, "qlora"},
        {[](Workload& w) { w.kind = WorkloadKind::Qlora; }, "nf4"},
    };
    for (const Case& spoiled : cases) {
        Workload workload = fullTuning();
        BOOST_TEST(check(workload).has_value());
        spoiled.spoil(workload);
        const auto checked = check(workload);
        BOOST_REQUIRE(!checked.has_value());
        BOOST_TEST(checked.error().message.find(spoiled.named) != std::string::npos, checked.error().message);
        BOOST_TEST(checked.error().message.find('\n') == std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
