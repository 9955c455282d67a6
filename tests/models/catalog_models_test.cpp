// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "models/checkpoint_extras.h"
#include "models/quantized_model.h"
#include "models/tensors.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

using namespace rigwright;

namespace {

Catalog shippedCatalog()
{
    return findCatalog().and_then([](const auto& path) { return readCatalog(path); }).value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(catalog_models)

// As the names and pages of the models state them, rounded: the text model, and what one token meets.
BOOST_AUTO_TEST_CASE(new_models_have_the_sizes_that_their_publishers_state)
{
    struct Stated {
        const char* id;
        double billions;
        double tolerance;
    };
    const Catalog catalog = shippedCatalog();
    for (const Stated& stated :
         {Stated{"kimi-k2.5", 1040, 0.015}, Stated{"kimi-k2.6", 1040, 0.015}, Stated{"kimi-k3", 2800, 0.01},
          Stated{"glm-5.1", 744, 0.005}, Stated{"glm-5.2", 744, 0.005},
          Stated{"deepseek-v4-flash", 284, 0.005}, Stated{"deepseek-v4-pro", 1600, 0.02},
          Stated{"minimax-m2.7", 230, 0.01}, Stated{"nvidia-nemotron-3-super-120b-a12b-bf16", 120, 0.01},
          Stated{"nvidia-nemotron-3-ultra-550b-a55b-bf16", 550, 0.005}, Stated{"gemma-4-31b-it", 30.7, 0.005},
          Stated{"gemma-4-26b-a4b-it", 25.2, 0.005}, Stated{"step-3.7-flash", 196, 0.005},
          Stated{"mimo-v2-flash", 309, 0.005}, Stated{"llama-3-3-nemotron-super-49b-v1", 49.9, 0.005},
          Stated{"qwen3-vl-30b-a3b-instruct", 30.5, 0.005}}) {
        const auto model = std::ranges::find(catalog.models, ModelId(stated.id), &ModelFacts::id);
        BOOST_REQUIRE_MESSAGE(model != catalog.models.end(), stated.id);
        const double off = static_cast<double>(model->parameters) / (stated.billions * 1e9) - 1;
        BOOST_TEST(std::abs(off) < stated.tolerance, stated.id << " is off by " << off);
    }
}

// What the Hugging Face Hub counts in the safetensors files beside the text model; 9,952,920,576 + 1,903,165,440 in GLM-5,
// whose module has an embedding and a head of its own.
BOOST_AUTO_TEST_CASE(checkpoints_carry_the_modules_and_towers_that_were_counted)
{
    struct Counted {
        const char* id;
        std::int64_t mtp;
        std::int64_t towers;
    };
    const Catalog catalog = shippedCatalog();
    for (const Counted& counted : {Counted{"deepseek-v3", 11'610'068'224 + 1'853'358'080, 0},
                                   Counted{"deepseek-v3.2", 11'624'027'648 + 1'853'358'080, 0},
                                   Counted{"glm-4.5", 3'988'069'792 + 1'551'892'480, 0},
                                   Counted{"glm-4.7-flash", 643'706'176 + 634'388'480, 0},
                                   Counted{"glm-5", 9'952'920'576 + 1'903'165'440, 0},
                                   Counted{"qwen3-next-80b-a3b-instruct", 1'650'471'424, 0},
                                   Counted{"qwen3.5-27b", 424'699'392, 460'730'096},
                                   Counted{"qwen3.5-397b-a17b", 6'595'568'128, 456'010'480},
                                   Counted{"llama-4-scout-17b-16e-instruct", 0, 871'932'416},
                                   Counted{"gemma-3-27b-it", 0, 423'060'336}}) {
        const auto model = std::ranges::find(catalog.models, ModelId(counted.id), &ModelFacts::id);
        BOOST_REQUIRE_MESSAGE(model != catalog.models.end(), counted.id);
        const CheckpointExtras extras = checkpointExtras(describe(*model).value());
        BOOST_TEST(parameterCount(extras.mtp) == counted.mtp, counted.id);
        BOOST_TEST(parameterCount(extras.towers) == counted.towers, counted.id);
    }
}

BOOST_AUTO_TEST_CASE(every_model_has_the_parameters_that_its_row_states)
{
    const Catalog catalog = shippedCatalog();
    for (const ModelFacts& facts : catalog.models) {
        const auto architecture = describe(facts);
        BOOST_REQUIRE_MESSAGE(architecture.has_value(), facts.id.text());
        const std::int64_t counted = parameterCount(tensorInventory(*architecture));
        BOOST_TEST(counted == facts.parameters,
                   facts.id.text() << ": " << counted << " of " << facts.parameters);
        if (facts.publishedParameters && facts.verified) {
            // A few publishers round their counts.
            const auto published = static_cast<double>(*facts.publishedParameters);
            BOOST_TEST(static_cast<double>(counted) == published, boost::test_tools::tolerance(2e-4));
        }
    }
}

BOOST_AUTO_TEST_CASE(every_model_can_be_weighed_in_every_format)
{
    const Catalog catalog = shippedCatalog();
    for (const ModelFacts& facts : catalog.models) {
        for (const WeightFormat format : allWeightFormats()) {
            const auto model = quantize(facts, format);
            BOOST_REQUIRE_MESSAGE(model.has_value(), facts.id.text());
            const double bitsPerWeight =
                8 * static_cast<double>(model->total().value()) / static_cast<double>(model->parameters);
            BOOST_TEST(bitsPerWeight > 1.1, facts.id.text() << ' ' << weightFormatName(format));
            BOOST_TEST(bitsPerWeight < 32.1, facts.id.text() << ' ' << weightFormatName(format));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
