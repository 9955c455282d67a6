// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/imported_model.h"
#include "support/memory_use.h"
#include "units/units.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <functional>
#include <ostream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

std::string llamaWith(const std::string& keys)
{
    return R"({"model_type": "llama", "num_hidden_layers": 2, "hidden_size": 64, "intermediate_size": 128,
        "num_attention_heads": 4, "vocab_size": 100, "tie_word_embeddings": false)" +
        keys + "}";
}

std::string replaced(const std::string& from, const std::string& to)
{
    std::string text = llamaWith("");
    return text.replace(text.find(from), from.size(), to);
}

std::string repeated(const std::string& part, std::size_t times)
{
    std::string text;
    for (std::size_t time = 0; time < times; ++time) {
        text += part;
    }
    return text;
}

/// A file that breaks one limit, and what the answer has to name.
struct Hostile {
    const char* what;
    std::function<std::string()> text;
    const char* named;
};

std::ostream& operator<<(std::ostream& out, const Hostile& hostile)
{
    return out << hostile.what;
}

const Hostile kHostile[] = {
    {"nothing", [] { return std::string(); }, "byte"},
    {"no object", [] { return std::string("[1, 2]"); }, "byte 0"},
    {"cut off", [] { return std::string(R"({"model_type": "llama", "num_hidden)"); }, "byte 36"},
    {"text after the end", [] { return llamaWith("") + "x"; }, "byte"},
    {"too large", [] { return llamaWith(", \"x\": \"" + std::string(11'000'000, 'a') + "\""); },
     "10,000,000"},
    {"too deep", [] { return llamaWith(", \"x\": " + repeated("[", 100'000)); }, "nested deeper"},
    {"too many empty lists", [] { return llamaWith(", \"x\": [" + repeated("[],", 3'000'000) + "[]]"); },
     "values"},
    {"too many keys",
     [] {
         std::string keys;
         for (int key = 0; key < 500'000; ++key) {
             keys += ", \"k" + std::to_string(key) + "\": {}";
         }
         return llamaWith(keys);
     },
     "values"},
    {"negative layers", [] { return replaced("\"num_hidden_layers\": 2", "\"num_hidden_layers\": -2"); },
     "num_hidden_layers"},
    {"fractional layers", [] { return replaced("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 2.5"); },
     "num_hidden_layers"},
    {"infinite hidden size", [] { return replaced("\"hidden_size\": 64", "\"hidden_size\": Infinity"); },
     "hidden_size"},
    {"a number beyond any double", [] { return replaced("\"hidden_size\": 64", "\"hidden_size\": 1e999"); },
     "number"},
    {"a number beyond 64 bits",
     [] { return replaced("\"hidden_size\": 64", "\"hidden_size\": 99999999999999999999999"); },
     "hidden_size"},
    {"a size that is text", [] { return replaced("\"hidden_size\": 64", "\"hidden_size\": \"64\""); },
     "hidden_size"},
    {"a million layers",
     [] { return replaced("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 1000000"); },
     "num_hidden_layers"},
    {"no layers", [] { return replaced("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 0"); },
     "num_hidden_layers"},
    {"no hidden size",
     [] {
         return std::string(
             R"({"model_type": "olmo2", "num_hidden_layers": 2, "num_attention_heads": 4, "vocab_size": 9})");
     },
     "hidden_size"},
    {"heads that don't divide",
     [] { return replaced("\"num_attention_heads\": 4", "\"num_attention_heads\": 3"); }, "head_dim"},
    {"no heads", [] { return replaced("\"num_attention_heads\": 4", "\"num_attention_heads\": 0"); },
     "heads"},
    {"dimensions that multiply beyond any tensor",
     [] { return replaced("\"vocab_size\": 100", "\"vocab_size\": 1000000000, \"head_dim\": 1000000000"); },
     "multiply"},
    {"experts beyond any tensor",
     [] {
         return llamaWith(
             ", \"num_experts\": 100000, \"num_experts_per_tok\": 1, \"moe_intermediate_size\": 1000000000");
     },
     "multiply"},
    {"more experts a token than experts",
     [] {
         return llamaWith(", \"num_experts\": 4, \"num_experts_per_tok\": 8, \"moe_intermediate_size\": 8");
     },
     "experts"},
    {"a list of another length",
     [] { return llamaWith(", \"sliding_window\": 8, \"layer_types\": [\"full_attention\"]"); },
     "layer_types"},
    {"a layer of no known kind",
     [] { return llamaWith(", \"sliding_window\": 8, \"layer_types\": [\"full_attention\", \"magic\"]"); },
     "magic"},
    {"experts in a layer that isn't there",
     [] {
         return llamaWith(", \"num_experts\": 4, \"num_experts_per_tok\": 2, \"moe_intermediate_size\": 8, "
                          "\"mlp_only_layers\": [7]");
     },
     "mlp_only_layers"},
    {"all caches shared", [] { return llamaWith(", \"num_kv_shared_layers\": 2"); }, "num_kv_shared_layers"},
    {"a thousand modules", [] { return llamaWith(", \"num_nextn_predict_layers\": 1000"); },
     "num_nextn_predict_layers"},
    {"an absurd tower",
     [] {
         return llamaWith(
             ", \"vision_config\": {\"hidden_size\": 1000000000, \"num_hidden_layers\": 1000000000}");
     },
     "vision_config"},
    {"a kind of model that we can't describe", [] { return replaced("\"llama\"", "\"rwkv7\""); }, "rwkv7"},
    {"an encoder-decoder", [] { return llamaWith(", \"is_encoder_decoder\": true"); }, "is_encoder_decoder"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(hostile_config)

BOOST_DATA_TEST_CASE(a_broken_limit_is_named_in_one_line_and_costs_little,
                     boost::unit_test::data::make(kHostile))
{
    const std::string text = sample.text();
    const MemoryUse use;
    const Stopwatch watch;
    const auto model = importConfigJson(text);
    BOOST_TEST(watch.seconds() < kSlowBuild);
    BOOST_TEST(use.peak() < Bytes::mib(64).value());
    BOOST_REQUIRE(!model.has_value());
    BOOST_TEST_CONTEXT(model.error().message)
    {
        BOOST_TEST(model.error().message.find(sample.named) != std::string::npos);
        BOOST_TEST(model.error().message.find('\n') == std::string::npos);
        BOOST_TEST(model.error().message.size() < 300U);
    }
}

BOOST_AUTO_TEST_CASE(a_file_cut_at_any_byte_is_refused)
{
    const std::string whole = llamaWith("");
    for (std::size_t length = 0; length < whole.size(); ++length) {
        BOOST_REQUIRE(!importConfigJson(whole.substr(0, length)).has_value());
    }
}

BOOST_AUTO_TEST_CASE(text_of_a_file_reaches_notes_on_one_line)
{
    const auto model =
        importConfigJson(llamaWith(R"(, "_name_or_path": "a\nb\u202e", "dtype": "bfloat16")")).value();
    BOOST_TEST(model.facts.name.find('\n') == std::string::npos);
    BOOST_TEST(model.facts.name.find("\xE2\x80\xAE") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(formats_of_a_million_layers_cost_nothing)
{
    std::string layers;
    for (int layer = 0; layer < 120'000; ++layer) {
        layers +=
            (layer > 0 ? ", \"" : "\"") + std::to_string(layer) + R"(": {"quant_algo": "FP8", "g": 16})";
    }
    const std::string text = llamaWith(R"(, "quantization_config": {"quant_algo": "MIXED_PRECISION",
        "quantized_layers": {)" + layers +
                                       "}}");
    const MemoryUse use;
    BOOST_TEST(importConfigJson(text).has_value());
    BOOST_TEST(use.peak() < Bytes::mib(64).value());
}

BOOST_AUTO_TEST_SUITE_END()
