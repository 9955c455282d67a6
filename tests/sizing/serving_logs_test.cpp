// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "sizing/engines/block_pool.h"
#include "sizing/serving_logs.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

using namespace rigwright;

namespace {

const Catalog& shippedCatalog()
{
    static const Catalog catalog =
        findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
    return catalog;
}

/// vLLM's pool for a model of the catalog on so many tensor-parallel ranks.
BlockPool poolOf(const char* model, CacheType cache, int ranks)
{
    const Architecture architecture = describe(*findModel(shippedCatalog(), model).value()).value();
    Workload workload;
    workload.keyCache = workload.valueCache = cache;
    const CacheGroups caches(architecture, workload, ranks, {0, architecture.layers.size()});
    PoolRules rules;
    rules.oneSize = true;
    rules.stateCopies = 2;
    rules.batchedTokens = 8192;
    return {caches, caches, rules};
}

} // namespace

BOOST_AUTO_TEST_SUITE(serving_logs)

BOOST_AUTO_TEST_CASE(start_up_logs_agree_with_the_plan)
{
    const auto figures = planServingLogs(RIGWRIGHT_SERVING_MEMORY, shippedCatalog());
    BOOST_TEST_MESSAGE(servingSection(figures));
    BOOST_REQUIRE(figures.size() > 15);
    std::vector<double> pools;
    std::vector<double> peaks;
    for (const ServingFigure& figure : figures) {
        const double error = std::abs(figure.error());
        if (figure.quantity == "weights_gib") {
            BOOST_TEST(error < 0.011, figure.run << ": weights " << figure.planned);
        } else if (figure.quantity == "peak_gib") {
            peaks.push_back(error);
            // Loading outweighs the work of the smallest model with four bits and one prompt token.
            BOOST_TEST(error < 0.26, figure.run << ": peak " << figure.planned);
        } else {
            pools.push_back(error);
            // The two oldest logs count the CUDA context, and the newest sampler needs less than we keep for it.
            BOOST_TEST(error < 0.05, figure.run << ": " << figure.quantity << ' ' << figure.planned);
        }
    }
    std::ranges::sort(pools);
    std::ranges::sort(peaks);
    BOOST_TEST(peaks[peaks.size() / 2] < 0.01);
    BOOST_TEST(peaks[peaks.size() * 9 / 10] < 0.03);
    BOOST_TEST(pools[pools.size() / 2] < 0.02);
    BOOST_TEST(pools[pools.size() * 3 / 4] < 0.03);
}

BOOST_AUTO_TEST_CASE(a_hybrid_model_holds_the_requests_that_vllm_prints)
{
    // Qwen3.5 35B-A3B with an FP8 cache: 5.69 GiB are 12.91 requests of 32,768 tokens (index id 63574967224). A state of
    // 2,146,304 bytes makes a page of 2,096 tokens; 10 full layers give a block of 21,463,040 bytes, of which there are 284;
    // a request takes 16 and twice 3 for its states.
    const BlockPool pool = poolOf("qwen3.5-35b-a3b", CacheType::Fp8, 1);
    BOOST_TEST(pool.requestsIn(Bytes::gib(5.69), 32768) == 284.0 / 22, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(pools_of_like_layers_hold_the_tokens_that_engines_print)
{
    struct Print {
        const char* model;
        CacheType cache;
        int ranks;
        double gib;
        double tokens;
    };
    const Print prints[] = {
        {"llama-3.1-8b", CacheType::Bf16, 1, 19.92, 163'168}, // vLLM, A100 40GB (index id 53366851321)
        {"qwen2.5-1.5b", CacheType::Bf16, 1, 0.56, 20'992},   // vLLM (index id 61534271581)
        {"qwen3-0.6b", CacheType::Bf16, 1, 61.84,
         36'184 * 16},                                        // generative-computing/mellea pull request 416
        {"qwen3-8b", CacheType::F16, 1, 4.79, 34'848},        // vLLM 0.20 (index id 67587108858)
        {"minimax-m2.5", CacheType::Bf16, 4, 18.16, 307'184}, // vLLM 0.19 (index id 58113078588)
        {"qwen3-235b-a22b", CacheType::Bf16, 4, 16.46, 367'404}, // SGLang
    };
    for (const Print& print : prints) {
        const BlockPool pool = poolOf(print.model, print.cache, print.ranks);
        const double tokens = 1600 * pool.requestsIn(Bytes::gib(print.gib), 1600);
        BOOST_TEST(tokens == print.tokens, boost::test_tools::tolerance(0.011));
    }
}

BOOST_AUTO_TEST_CASE(every_model_of_the_catalog_is_laid_out_by_every_engine)
{
    Accelerator card;
    card.vendor = AcceleratorVendor::Nvidia;
    card.memory = Bytes::gib(141);
    Hardware hardware;
    hardware.accelerators.push_back({card, 8, {}, {}});
    Workload workload;
    workload.kind = WorkloadKind::Serve;
    workload.concurrency = 4;
    BOOST_REQUIRE(shippedCatalog().models.size() > 200);
    for (const ModelFacts& facts : shippedCatalog().models) {
        const QuantizedModel model = quantize(facts, WeightFormat::Fp8).value();
        for (const Engine engine :
             {Engine::Vllm, Engine::SgLang, Engine::TensorRtLlm, Engine::Transformers}) {
            workload.engine = engine;
            for (const int tensor : {1, 2, 8}) {
                PlacementRequest request;
                request.tensorParallel = tensor;
                request.pipelineParallel = 8 / tensor;
                const MemoryPlan plan = planMemory(model, workload, hardware, request);
                const MemoryComponents used = plan.memory.sum();
                BOOST_TEST((used.weights >= model.total()), facts.id.text());
                BOOST_TEST((used.weights < model.total() * 2 + 1_GiB), facts.id.text());
                BOOST_TEST((used.kvCache + used.recurrentState > Bytes()), facts.id.text());
                BOOST_TEST((used.kvCache + used.recurrentState < Bytes::gib(2000)), facts.id.text());
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
