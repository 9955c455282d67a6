// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/architecture.h"
#include "models/tensors.h"
#include "models/typical_model.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(typical_model)

BOOST_AUTO_TEST_CASE(a_count_is_met_to_within_one_percent)
{
    for (const std::int64_t asked :
         {500'000'000L, 1'000'000'000L, 1'700'000'000L, 3'000'000'000L, 7'000'000'000L, 8'030'000'000L,
          13'000'000'000L, 27'000'000'000L, 32'000'000'000L, 70'000'000'000L, 123'000'000'000L,
          405'000'000'000L, 1'000'000'000'000L}) {
        const Expected<ModelFacts> facts = typicalModel(asked);
        BOOST_REQUIRE(facts.has_value());
        const Expected<Architecture> architecture = describe(*facts);
        BOOST_REQUIRE(architecture.has_value());
        const auto count = static_cast<double>(parameterCount(tensorInventory(*architecture)));
        BOOST_TEST(count == static_cast<double>(asked), boost::test_tools::tolerance(0.01));
        BOOST_TEST(facts->parameters == static_cast<std::int64_t>(count));
    }
}

BOOST_AUTO_TEST_CASE(an_eight_billion_model_looks_like_llama_3)
{
    // Llama 3.1 8B: 32 layers, width 4096, 32 heads, 8 key/value heads, feed-forward 14336 (its model card).
    const ModelFacts facts = typicalModel(8'030'000'000).value();
    BOOST_TEST(facts.hidden == 4096);
    BOOST_TEST(facts.kvHeads == 8);
    BOOST_TEST(facts.layers >= 28);
    BOOST_TEST(facts.layers <= 36);
}

BOOST_AUTO_TEST_CASE(counts_are_read_with_their_unit)
{
    BOOST_TEST(parseParameterCount("7B").value() == 7'000'000'000);
    BOOST_TEST(parseParameterCount("0.5b").value() == 500'000'000);
    BOOST_TEST(parseParameterCount("350M").value() == 350'000'000);
    BOOST_TEST(parseParameterCount("1.04T").value() == 1'040'000'000'000);
    BOOST_TEST(parseParameterCount("124439808").value() == 124'439'808);
}

BOOST_AUTO_TEST_CASE(what_is_no_count_is_refused)
{
    for (const char* text : {"", "B", "-7B", "7X", "seven", "1e300B", "nan", "inf", "7 B"}) {
        BOOST_TEST_CONTEXT("text '" << text << "'")
        {
            BOOST_TEST(!parseParameterCount(text).has_value());
        }
    }
    BOOST_TEST(!typicalModel(1'000).has_value());
    BOOST_TEST(!typicalModel(100'000'000'000'000).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
