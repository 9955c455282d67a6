// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "models/tensors.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

std::int64_t parametersOf(const ModelFacts& facts)
{
    return parameterCount(tensorInventory(describe(facts).value()));
}

} // namespace

BOOST_AUTO_TEST_SUITE(architecture)

// Counts of the model.safetensors headers as the Hugging Face Hub shows them; text model only where there is a vision
// tower, without the MTP layers of DeepSeek-V3 and Qwen3-Next.
BOOST_AUTO_TEST_CASE(parameters_agree_with_published_counts_to_the_last_one)
{
    BOOST_TEST(parametersOf(known::llama31_8b()) == 8'030'261'248);
    BOOST_TEST(parametersOf(known::llama31_70b()) == 70'553'706'496);
    BOOST_TEST(parametersOf(known::qwen3_32b()) == 32'762'123'264);
    BOOST_TEST(parametersOf(known::qwen25_half_b()) == 494'032'768);
    BOOST_TEST(parametersOf(known::gemma3_1b()) == 999'885'952);
    BOOST_TEST(parametersOf(known::gemma3_27b()) == 27'009'346'304);
    BOOST_TEST(parametersOf(known::gptOss20b()) == 20'914'757'184);
    BOOST_TEST(parametersOf(known::deepSeekV3()) == 671'026'419'200);
    BOOST_TEST(parametersOf(known::qwen3Next80b()) == 79'674'391'296);
}

BOOST_AUTO_TEST_CASE(every_sixth_layer_of_gemma_3_sees_the_whole_context)
{
    const Architecture gemma = describe(known::gemma3_27b()).value();
    int full = 0;
    for (std::size_t i = 0; i < gemma.layers.size(); ++i) {
        const bool isFull = gemma.layers[i].attention.kind == AttentionKind::Full;
        BOOST_TEST(isFull == (i % 6 == 5));
        full += isFull ? 1 : 0;
    }
    BOOST_TEST(full == 10);
}

BOOST_AUTO_TEST_CASE(the_first_layers_of_deepseek_are_dense)
{
    const Architecture deepSeek = describe(known::deepSeekV3()).value();
    BOOST_TEST(deepSeek.layers[2].feedForward.experts == 0);
    BOOST_TEST(deepSeek.layers[2].feedForward.width == 18432);
    BOOST_TEST(deepSeek.layers[3].feedForward.experts == 256);
}

BOOST_AUTO_TEST_CASE(a_missing_or_absurd_dimension_is_named)
{
    struct Case {
        void (*spoil)(ModelFacts&);
        const char* named;
    };
    const Case cases[] = {
        {[](ModelFacts& facts) { facts.hidden = 0; }, "hidden"},
        {[](ModelFacts& facts) { facts.layers = -1; }, "layers"},
        {[](ModelFacts& facts) { facts.layers = 2'000'000'000; }, "layers"},
        {[](ModelFacts& facts) { facts.kvHeads = 0; }, "kvHeads"},
        {[](ModelFacts& facts) { facts.vocabulary = std::int64_t{1} << 60; }, "vocabulary"},
        {[](ModelFacts& facts) { facts.experts = 4, facts.expertsPerToken = 8, facts.expertFeedForward = 1; },
         "experts"},
        {[](ModelFacts& facts) { facts.layerPattern = "M*"; }, "layerPattern"},
    };
    for (const Case& spoiled : cases) {
        ModelFacts facts = known::llama31_8b();
        spoiled.spoil(facts);
        const auto described = describe(facts);
        BOOST_REQUIRE(!described.has_value());
        BOOST_TEST(described.error().message.find(spoiled.named) != std::string::npos,
                   described.error().message);
    }
}

BOOST_AUTO_TEST_SUITE_END()
