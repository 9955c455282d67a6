// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/architecture.h"
#include "models/import/imported_model.h"
#include "models/import/safetensors_header.h"
#include "models/quantized_model.h"
#include "support/memory_use.h"
#include "support/safetensors_writer.h"
#include "support/temporary_folder.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

void writeText(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

std::string indexOf(const std::vector<std::pair<std::string, SafetensorsWriter>>& parts)
{
    std::string map;
    for (const auto& [file, writer] : parts) {
        for (const std::string& name : writer.names()) {
            map += (map.empty() ? "\"" : ",\"") + name + "\":\"" + file + "\"";
        }
    }
    return R"({"metadata":{"total_size":1},"weight_map":{)" + map + "}}";
}

Expected<ImportedModel> importedFile(const SafetensorsWriter& writer)
{
    const TemporaryFolder folder;
    writer.write(folder.path() / "model.safetensors");
    return importModel(folder.path() / "model.safetensors");
}

Bytes everyByte(const ImportedModel& model)
{
    const QuantizedModel weighed = quantize(model.facts, *model.format).value();
    return weighed.total() + weighed.mtp + weighed.towers;
}

constexpr const char* kConfig = R"({"architectures":["LlamaForCausalLM"],"model_type":"llama",
  "hidden_size":256,"num_hidden_layers":2,"num_attention_heads":8,"num_key_value_heads":4,"head_dim":32,
  "intermediate_size":512,"vocab_size":1000,"tie_word_embeddings":true,"max_position_embeddings":4096,
  "torch_dtype":"bfloat16"})";

/// Text that breaks a rule, and what the answer has to name.
struct Hostile {
    const char* what;
    std::string text;
    const char* named;
};

std::ostream& operator<<(std::ostream& out, const Hostile& hostile)
{
    return out << hostile.what;
}

std::string entry(const std::string& dtype, const std::string& shape, const std::string& offsets)
{
    return R"({"t":{"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}";
}

std::string nested(int depth)
{
    return R"({"__metadata__":)" + std::string(static_cast<std::size_t>(depth), '[') +
        std::string(static_cast<std::size_t>(depth), ']') + "}";
}

/// Headers without data behind them.
const std::vector<Hostile> kHeaders{
    {"no JSON", "[]", "offset 8"},
    {"text after the end", "{}{}", "text after the end"},
    {"a missing comma", R"({"__metadata__":{} "t":{}})", "expected ','"},
    {"a missing colon", R"({"t" 1})", "expected ':'"},
    {"a key without quotes", "{t:1}", "expected a key"},
    {"an unknown dtype", entry("F7", "[1]", "[0,1]"), "dtype 'F7'"},
    {"no dtype", R"({"t":{"shape":[1],"data_offsets":[0,1]}})", "missing"},
    {"no offsets", R"({"t":{"dtype":"F32","shape":[1]}})", "missing"},
    {"a tensor that is a number", R"({"t":1})", "tensor 't'"},
    {"a negative dimension", entry("F32", "[-1]", "[0,4]"), "whole numbers"},
    {"a fractional dimension", entry("F32", "[1.5]", "[0,4]"), "whole numbers"},
    {"a dimension in words", entry("F32", R"(["1"])", "[0,4]"), "whole numbers"},
    {"a dimension of NaN", entry("F32", "[NaN]", "[0,4]"), "expected a value"},
    {"a dimension of 2^33", entry("F32", "[8589934592]", "[0,4]"), "2^32"},
    {"a dimension beyond 64 bits", entry("F32", "[99999999999999999999]", "[0,4]"), "whole numbers"},
    {"nine dimensions", entry("F32", "[1,1,1,1,1,1,1,1,1]", "[0,4]"), "more than 8"},
    {"a product beyond 64 bits", entry("F32", "[4294967296,4294967296,4294967296]", "[0,4]"), "2^49"},
    {"an end before the begin", entry("F32", "[1]", "[4,0]"), "isn't before"},
    {"three offsets", entry("F32", "[1]", "[0,4,8]"), "more than 2"},
    {"one offset", entry("F32", "[1]", "[0]"), "a begin and an end"},
    {"bytes that aren't the shape's", entry("F32", "[2]", "[0,4]"), "4 bytes for 2 values"},
    {"half a byte", entry("F4", "[1]", "[0,0]"), "values of 4 bits"},
    {"data beyond the file", entry("F32", "[1]", "[0,4]"), "not complete"},
    {"data that don't begin at 0", entry("F32", "[1]", "[4,8]"), "begins at 4"},
    {"the same tensor twice",
     R"({"t":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"t":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}})",
     "stood before"},
    {"lists in lists in lists", nested(1000), "nested too deep"},
    {"a string that doesn't end", R"({"t)", "ends in a string"},
    {"a bad escape", R"({"\x":1})", "escape"},
    {"half a surrogate pair", R"({"\ud800":1})", "escape"},
    {"a name of 2,000 bytes", "{\"" + std::string(2000, 'n') + "\":{}}", "1024"},
    {"a name of 100,000 bytes", "{\"" + std::string(100'000, 'n') + "\":{}}", "65,536"},
    {"a number with a leading zero", entry("F32", "[01]", "[0,4]"), "expected a value"},
};

std::string mapOf(const std::string& file)
{
    return R"({"weight_map":{"t":")" + file + R"("}})";
}

const std::vector<Hostile> kIndexes{
    {"a path upwards", mapOf("../secret.safetensors"), "plain file name"},
    {"an absolute path", mapOf("/etc/passwd.safetensors"), "plain file name"},
    {"a path of Windows", mapOf(R"(C:\\x.safetensors)"), "plain file name"},
    {"a control character", mapOf(R"(a\u0007.safetensors)"), "plain file name"},
    {"no name", mapOf(""), "plain file name"},
    {"a pickle", mapOf("pytorch_model-00001-of-00002.bin"), "pickle"},
    {"another kind of file", mapOf("model.txt"), "no *.safetensors"},
    {"no map", R"({"metadata":{}})", "weight_map"},
    {"two maps", R"({"weight_map":{},"weight_map":{}})", "twice"},
    {"a map that is a list", R"({"weight_map":[]})", "expected '{'"},
    {"a file that is a number", R"({"weight_map":{"t":1}})", "name of a file"},
    {"the same tensor twice", R"({"weight_map":{"t":"a.safetensors","t":"a.safetensors"}})", "stood before"},
    {"text that ends", R"({"weight_map":{"t":"a.saf)", "ends in a string"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(safetensors_import)

BOOST_AUTO_TEST_CASE(a_single_file_tells_the_model_by_names_and_shapes)
{
    const SafetensorsWriter writer = safetensorsOf(2);
    const auto model = importedFile(writer);
    BOOST_REQUIRE(model.has_value());
    const ModelFacts& facts = model->facts;
    BOOST_TEST(facts.layers == 2);
    BOOST_TEST(facts.hidden == 256);
    BOOST_TEST(facts.vocabulary == 1000);
    BOOST_TEST(facts.tiedEmbeddings);
    BOOST_TEST(facts.feedForward == 512);
    // What the cache needs of it: 128 values of keys in a layer, however many heads they are.
    BOOST_TEST(facts.kvHeads * facts.headDim == 128);
    BOOST_TEST((model->format == WeightFormat::Bf16));
    BOOST_TEST(facts.parameters == static_cast<std::int64_t>(writer.dataBytes() / 2));
    BOOST_TEST(static_cast<std::uint64_t>(everyByte(*model).value()) == writer.dataBytes());
    BOOST_TEST(std::ranges::any_of(model->notes, [](const ImportNote& note) {
        return note.kind == ImportNote::Kind::Unknown && note.key == "max_position_embeddings";
    }));
}

BOOST_AUTO_TEST_CASE(the_config_beside_it_describes_the_model)
{
    const TemporaryFolder folder;
    const SafetensorsWriter writer = safetensorsOf(2);
    writer.write(folder.path() / "model.safetensors");
    writeText(folder.path() / "config.json", kConfig);
    const auto model = importModel(folder.path() / "model.safetensors");
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST(model->facts.maxContext == 4096);
    BOOST_TEST(model->facts.heads == 8);
    BOOST_TEST(static_cast<std::uint64_t>(everyByte(*model).value()) == writer.dataBytes());
    BOOST_TEST(model->facts.parameters == static_cast<std::int64_t>(writer.dataBytes() / 2));
}

BOOST_AUTO_TEST_CASE(experts_of_a_layer_become_one)
{
    const SafetensorsWriter writer = safetensorsOf(2, 16);
    const auto model = importedFile(writer);
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST(model->facts.experts == 16);
    BOOST_TEST(model->facts.expertFeedForward == 64);
    // Embedding, last norm, and in each layer six of attention and norms, the router, and three stacks of experts.
    BOOST_TEST(model->facts.storedWeights->tensors.size() == 2U + 2 * (6 + 1 + 3));
    const QuantizedModel weighed = quantize(model->facts, WeightFormat::Bf16).value();
    BOOST_TEST(weighed.layers[0].experts.value() == 16 * 3 * 64 * 256 * 2);
    BOOST_TEST(static_cast<std::uint64_t>(weighed.total().value()) == writer.dataBytes());
}

BOOST_AUTO_TEST_CASE(scales_towers_and_prediction_are_told_apart)
{
    SafetensorsWriter writer = safetensorsOf(1);
    writer.tensor("model.layers.0.mlp.up_proj.weight_scale_inv", {4, 2}, "F32", 32)
        .tensor("model.layers.1.eh_proj.weight", {256, 512})
        .tensor("model.layers.1.self_attn.q_proj.weight", {256, 256})
        .tensor("visual.blocks.0.attn.qkv.weight", {96, 32})
        .tensor("lm_head.weight", {1000, 256});
    const auto model = importedFile(writer);
    BOOST_REQUIRE(model.has_value());
    const QuantizedModel weighed = quantize(model->facts, *model->format).value();
    BOOST_TEST(model->facts.layers == 1);
    BOOST_TEST(weighed.scales.value() == 4 * 2 * 4);
    BOOST_TEST(weighed.mtp.value() == (256 * 512 + 256 * 256) * 2);
    BOOST_TEST(weighed.towers.value() == 96 * 32 * 2);
    BOOST_TEST(!weighed.outputIsShared);
    BOOST_TEST(static_cast<std::uint64_t>(everyByte(*model).value()) == writer.dataBytes());
}

BOOST_AUTO_TEST_CASE(an_index_is_read_with_its_parts)
{
    const TemporaryFolder folder;
    const SafetensorsWriter first = safetensorsOf(2);
    SafetensorsWriter second;
    second.tensor("lm_head.weight", {1000, 256});
    first.write(folder.path() / "model-00001-of-00002.safetensors");
    second.write(folder.path() / "model-00002-of-00002.safetensors");
    writeText(
        folder.path() / "model.safetensors.index.json",
        indexOf({{"model-00001-of-00002.safetensors", first}, {"model-00002-of-00002.safetensors", second}}));
    for (const char* name : {"model.safetensors.index.json", "model-00002-of-00002.safetensors"}) {
        const auto model = importModel(folder.path() / name);
        BOOST_REQUIRE(model.has_value());
        BOOST_TEST(static_cast<std::uint64_t>(everyByte(*model).value()) ==
                   first.dataBytes() + second.dataBytes());
        BOOST_TEST(!model->facts.tiedEmbeddings);
    }
    std::filesystem::remove(folder.path() / "model-00002-of-00002.safetensors");
    const auto missing = importModel(folder.path() / "model.safetensors.index.json");
    BOOST_REQUIRE(!missing.has_value());
    BOOST_TEST(missing.error().message.find("is missing") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_part_that_isnt_the_indexs_is_refused)
{
    const TemporaryFolder folder;
    const SafetensorsWriter writer = safetensorsOf(1);
    writer.write(folder.path() / "a.safetensors");
    writeText(folder.path() / "model.safetensors.index.json", indexOf({{"a.safetensors", safetensorsOf(2)}}));
    const auto model = importModel(folder.path() / "model.safetensors.index.json");
    BOOST_REQUIRE(!model.has_value());
    BOOST_TEST(model.error().message.find("the index lists") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_index_alone_goes_by_the_config)
{
    const TemporaryFolder folder;
    writeText(folder.path() / "model.safetensors.index.json", indexOf({{"a.safetensors", safetensorsOf(2)}}));
    const auto alone = importModel(folder.path() / "model.safetensors.index.json");
    BOOST_REQUIRE(!alone.has_value());
    BOOST_TEST(alone.error().message.find("neither config.json") != std::string::npos);
    writeText(folder.path() / "config.json", kConfig);
    const auto model = importModel(folder.path() / "model.safetensors.index.json");
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST(model->facts.layers == 2);
    BOOST_TEST(!model->facts.storedWeights);
}

BOOST_AUTO_TEST_CASE(an_index_of_half_a_million_tensors_stays_small_and_quick)
{
    std::string map;
    // Names and files as long as those of the largest index known: 60 MB.
    for (int i = 0; i < 500'000; ++i) {
        map += (i == 0 ? "\"" : ",\n\"") + std::string("language_model.model.layers.") +
            std::to_string(i / 8000) + ".block_sparse_moe.experts." + std::to_string(i % 8000) +
            ".gate_proj.weight_packed\": \"model-" + std::to_string(10'000 + i / 8000) +
            "-of-000062.safetensors\"";
    }
    const std::string text = R"({"metadata":{"total_size":1.5e12},"weight_map":{)" + map + "}}";
    MemorySource source(text);
    const MemoryUse use;
    const Stopwatch watch;
    const auto index = readSafetensorsIndex(source);
    BOOST_TEST(use.peak() < Bytes::mib(64).value());
    BOOST_TEST(watch.seconds() < 1.0 * kSlowBuild);
    BOOST_TEST_MESSAGE(text.size() << " bytes in " << watch.seconds() * 1000 << " ms, " << use.peak()
                                   << " bytes");
    BOOST_REQUIRE(index.has_value());
    BOOST_TEST(index->tensors == 500'000);
    BOOST_TEST(index->parts.size() == 63U);
}

BOOST_DATA_TEST_CASE(a_bad_header_is_named_in_one_line, boost::unit_test::data::make(kHeaders))
{
    const std::string bytes = SafetensorsWriter::framed(sample.text);
    MemorySource source(bytes);
    const MemoryUse use;
    const auto read = readSafetensorsHeader(source, [](const SafetensorsEntry&) { return true; });
    BOOST_TEST(use.peak() < Bytes::mib(64).value());
    BOOST_REQUIRE(!read.has_value());
    BOOST_TEST_CONTEXT(read.error().message)
    {
        BOOST_TEST(read.error().message.find(sample.named) != std::string::npos);
        BOOST_TEST(read.error().message.find('\n') == std::string::npos);
    }
}

BOOST_DATA_TEST_CASE(a_bad_index_is_named_in_one_line, boost::unit_test::data::make(kIndexes))
{
    MemorySource source(sample.text);
    const auto read = readSafetensorsIndex(source);
    BOOST_REQUIRE(!read.has_value());
    BOOST_TEST_CONTEXT(read.error().message)
    {
        BOOST_TEST(read.error().message.find(sample.named) != std::string::npos);
        BOOST_TEST(read.error().message.find('\n') == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_header_length_is_held_against_the_file)
{
    for (const std::uint64_t length :
         {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1000}, 200'000'000UL, ~std::uint64_t{0}}) {
        std::string bytes(sizeof(length), '\0');
        std::memcpy(bytes.data(), &length, sizeof(length));
        bytes += "{}";
        MemorySource source(bytes);
        const MemoryUse use;
        const auto read = readSafetensorsHeader(source, [](const SafetensorsEntry&) { return true; });
        BOOST_REQUIRE(!read.has_value());
        BOOST_TEST(read.error().message.find("offset 0") != std::string::npos);
        BOOST_TEST(use.peak() < Bytes::mib(1).value());
    }
}

BOOST_AUTO_TEST_CASE(a_header_cut_at_any_byte_is_refused)
{
    const std::string whole = SafetensorsWriter::framed(safetensorsOf(1).header());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        MemorySource source(std::string_view(whole).substr(0, length));
        BOOST_REQUIRE(
            !readSafetensorsHeader(source, [](const SafetensorsEntry&) { return true; }).has_value());
    }
}

BOOST_AUTO_TEST_CASE(files_of_other_kinds_are_refused_politely)
{
    const TemporaryFolder folder;
    const auto refused = [&](const char* name, const std::string& bytes) {
        writeText(folder.path() / name, bytes);
        const auto model = importModel(folder.path() / name);
        return model.has_value() ? std::string("read") : model.error().message;
    };
    BOOST_TEST(refused("pytorch_model.bin", "PK\x03\x04 a zip").find("pickle") != std::string::npos);
    BOOST_TEST(refused("pytorch_model.bin.index.json", R"({"weight_map":{"t":"pytorch_model.bin"}})")
                   .find("pickle") != std::string::npos);
    BOOST_TEST(refused("model.gguf", "not it").find("offset 0") != std::string::npos);
    BOOST_TEST(refused("model.safetensors", "not it, either").find("offset 8") != std::string::npos);
    BOOST_TEST(refused("empty", "").find("neither config.json") != std::string::npos);
    BOOST_TEST(importModel(folder.path()).error().message.find("not a regular file") != std::string::npos);
    BOOST_TEST(!importModel(folder.path() / "absent").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
