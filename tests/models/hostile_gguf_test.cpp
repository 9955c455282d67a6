// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/gguf_header.h"
#include "models/import/imported_model.h"
#include "support/gguf_writer.h"
#include "support/memory_use.h"
#include "support/temporary_folder.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <functional>
#include <ostream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

std::string u32(std::uint32_t value)
{
    return {reinterpret_cast<const char*>(&value), sizeof(value)};
}

std::string u64(std::uint64_t value)
{
    return {reinterpret_cast<const char*>(&value), sizeof(value)};
}

constexpr std::uint64_t kHuge = 1ULL << 62U;

GgufWriter plain()
{
    GgufWriter writer;
    writer.text("general.architecture", "llama");
    return writer;
}

/// A file that breaks one limit, and what the answer has to name.
struct Hostile {
    const char* what;
    std::function<std::string()> bytes;
    const char* named;
};

std::ostream& operator<<(std::ostream& out, const Hostile& hostile)
{
    return out << hostile.what;
}

std::string withRaw(std::uint32_t type, const std::string& bytes)
{
    return plain().raw("x", type, bytes).header();
}

std::string withTensor(const std::string& name, const std::vector<std::int64_t>& extents, std::uint32_t type,
                       std::uint64_t offset)
{
    return plain().rawTensor(name, extents, type, offset, 0).header();
}

std::string withAlignment(std::uint32_t alignment)
{
    return plain().number("general.alignment", alignment).header();
}

std::string versioned(std::uint32_t version)
{
    GgufWriter writer = plain();
    writer.version = version;
    return writer.header();
}

const std::vector<Hostile> kHostile{
    {"another magic", [] { return std::string("GGML") + std::string(60, '\0'); }, "offset 0"},
    {"an empty file", [] { return std::string(); }, "offset 0"},
    {"version 1", [] { return versioned(1); }, "offset 4"},
    {"version 4", [] { return versioned(4); }, "offset 4"},
    {"big-endian", [] { return versioned(3U << 24U); }, "big-endian"},
    {"nothing after the version", [] { return versioned(3).substr(0, 8); }, "offset 8"},
    {"a negative count of tensors", [] { return plain().header(~0ULL, 1); }, "offset 8"},
    {"2^62 tensors", [] { return plain().header(kHuge, 1); }, "offset 8"},
    {"more tensors than bytes", [] { return plain().header(90'000, 1); }, "offset 8"},
    {"2^62 keys", [] { return plain().header(0, kHuge); }, "offset 16"},
    {"more keys than bytes", [] { return plain().header(0, 90'000); }, "offset 16"},
    {"one key too many", [] { return plain().header(0, 2) + std::string(4, '\0'); },
     "ends in a metadata key"},
    {"an empty key", [] { return plain().number("", 1).header(); }, "0 bytes"},
    {"a key of 64 KiB", [] { return plain().number(std::string(65'536, 'k'), 1).header(); }, "65536 bytes"},
    {"the same key twice", [] { return plain().number("a", 1).number("a", 1).header(); }, "stood before"},
    {"an unknown type of value", [] { return withRaw(13, u32(0)); }, "unknown type 13"},
    {"a negative type of value", [] { return withRaw(~0U, u32(0)); }, "unknown type -1"},
    {"a number that is cut off", [] { return withRaw(GgufWriter::U64, "abc"); }, "ends in the value of 'x'"},
    {"a string of 2^62 bytes", [] { return withRaw(GgufWriter::String, u64(kHuge)); }, "value of 'x'"},
    {"a string beyond the end", [] { return withRaw(GgufWriter::String, u64(1'000'000)); }, "value of 'x'"},
    {"a list of lists",
     [] {
         return withRaw(GgufWriter::Array, u32(GgufWriter::Array) + u64(1) + u32(GgufWriter::U8) + u64(0));
     },
     "list of lists"},
    {"a list of an unknown type", [] { return withRaw(GgufWriter::Array, u32(77) + u64(1)); }, "type 77"},
    {"a list of 2^62 numbers", [] { return withRaw(GgufWriter::Array, u32(GgufWriter::U32) + u64(kHuge)); },
     "elements"},
    {"a list beyond the end", [] { return withRaw(GgufWriter::Array, u32(GgufWriter::U32) + u64(4000)); },
     "ends in the value"},
    {"a list of strings beyond the end",
     [] { return withRaw(GgufWriter::Array, u32(GgufWriter::String) + u64(1'000'000)); },
     "ends in the value"},
    {"an alignment of 0", [] { return withAlignment(0); }, "general.alignment"},
    {"an alignment of 24", [] { return withAlignment(24); }, "general.alignment"},
    {"an alignment of 2^30", [] { return withAlignment(1U << 30U); }, "general.alignment"},
    {"an alignment that is text", [] { return plain().text("general.alignment", "32").header(); },
     "general.alignment"},
    {"a tensor without a name", [] { return withTensor("", {32}, 0, 0); }, "0 bytes"},
    {"a tensor's name of 64 bytes", [] { return withTensor(std::string(64, 'n'), {32}, 0, 0); }, "64 bytes"},
    {"the same tensor twice", [] { return plain().tensor("a", {32}).tensor("a", {32}).header(); },
     "stood before"},
    {"five dimensions",
     [] {
         return withTensor("t", {1, 1, 1, 1, 1}, 0, 0);
     },
     "5 dimensions"},
    {"a negative dimension", [] { return withTensor("t", {-1}, 0, 0); }, "dimension of -1"},
    {"a product beyond 64 bits",
     [] {
         return withTensor("t", {1LL << 31, 1LL << 31, 1LL << 31}, 0, 0);
     },
     "dimension of"},
    {"more bytes than any disk", [] { return withTensor("t", {1LL << 53}, 0, 0); }, "2^50"},
    {"a removed type", [] { return withTensor("t", {32}, 4, 0); }, "type 4"},
    {"a negative type", [] { return withTensor("t", {32}, ~0U, 0); }, "type -1"},
    {"a row that is no whole number of blocks", [] { return withTensor("t", {33}, 2, 0); },
     "multiple of the 32"},
    {"a tensor that doesn't begin at 0", [] { return withTensor("t", {32}, 0, 32); }, "begins at 32"},
    {"tensors that overlap",
     [] { return plain().tensor("a", {32}).rawTensor("b", {32}, 0, 32, 128).header(); }, "tensor 'b'"},
    {"a gap between tensors",
     [] { return plain().tensor("a", {32}).rawTensor("b", {32}, 0, 4096, 128).header(); }, "tensor 'b'"},
    {"an offset of 2^64 - 1", [] { return withTensor("t", {32}, 0, ~0ULL); }, "tensor 't'"},
    {"a fork's type that nothing sizes",
     [] { return plain().rawTensor("a", {32}, 150, 0, 0).rawTensor("b", {32}, 0, 0, 128).header(); },
     "type 150"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(hostile_gguf)

BOOST_DATA_TEST_CASE(a_broken_limit_is_named_in_one_line_and_costs_little,
                     boost::unit_test::data::make(kHostile))
{
    const std::string bytes = sample.bytes();
    MemorySource source(bytes);
    const MemoryUse use;
    const auto header = readGgufHeader(source);
    BOOST_TEST(use.peak() < Bytes::mib(64).value());
    BOOST_REQUIRE(!header.has_value());
    {
        BOOST_TEST_CONTEXT(header.error().message)
        {
            BOOST_TEST(header.error().message.find(sample.named) != std::string::npos);
            BOOST_TEST(header.error().message.find('\n') == std::string::npos);
            BOOST_TEST(header.error().message.size() < 300U);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_header_cut_at_any_byte_is_refused)
{
    const std::string whole = ggufOf({}).header();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        MemorySource source(std::string_view(whole).substr(0, length));
        BOOST_REQUIRE(!readGgufHeader(source).has_value());
    }
}

BOOST_AUTO_TEST_CASE(the_most_tensors_that_are_read_stay_below_the_memory_limit)
{
    GgufWriter writer = plain();
    for (int i = 0; i < 100'000; ++i) {
        writer.tensor("blk." + std::to_string(i % 9000) + ".a_part_with_a_long_name_" + std::to_string(i),
                      {32});
    }
    const TemporaryFolder folder;
    writer.write(folder.path() / "model.gguf");
    const Stopwatch watch;
    const MemoryUse use;
    const auto model = importModel(folder.path() / "model.gguf");
    BOOST_TEST(use.peak() < Bytes::mib(64).value());
    BOOST_TEST(watch.seconds() < 1.0 * kSlowBuild);
    BOOST_TEST(!model.has_value());
}

BOOST_AUTO_TEST_CASE(metadata_that_would_fill_the_memory_is_refused)
{
    GgufWriter writer = plain();
    const std::vector<std::uint8_t> list(4096, 1);
    for (int i = 0; i < 5000; ++i) {
        writer.list("key." + std::to_string(i), list);
    }
    const std::string bytes = writer.header();
    MemorySource source(bytes);
    const MemoryUse use;
    const auto header = readGgufHeader(source);
    BOOST_TEST(use.peak() < Bytes::mib(64).value());
    BOOST_REQUIRE(!header.has_value());
    BOOST_TEST(header.error().message.find("more metadata") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_hole_of_400_gb_full_of_strings_ends_soon)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "model.gguf";
    // A hundred lists of a million strings each; the bytes of a hole are strings without length.
    std::string header = plain().header(0, 100);
    std::ofstream(file, std::ios::binary)
        << header << u64(1) << "k" << u32(GgufWriter::Array) << u32(GgufWriter::String) << u64(1'000'000);
    std::filesystem::resize_file(file, 400'000'000'000);
    const Stopwatch watch;
    const MemoryUse use;
    BOOST_TEST(!importModel(file).has_value());
    BOOST_TEST(use.peak() < Bytes::mib(64).value());
    BOOST_TEST(watch.seconds() < 1.0 * kSlowBuild);
}

BOOST_AUTO_TEST_CASE(a_file_of_400_gb_is_read_by_its_header_alone)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "model.gguf";
    // 60 layers of 256 experts, about 400 GB; a tokenizer of 150,000 words.
    GgufWriter writer = ggufOf({.architecture = "qwen3moe",
                                .layers = 60,
                                .hidden = 7168,
                                .vocabulary = 150'000,
                                .heads = 64,
                                .kvHeads = 8,
                                .headDim = 128,
                                .feedForward = 18'432,
                                .experts = 256,
                                .expertsPerToken = 8,
                                .expertFeedForward = 600});
    std::vector<std::string> words;
    for (int i = 0; i < 150'000; ++i) {
        words.push_back("word" + std::to_string(i));
    }
    writer.texts("tokenizer.ggml.tokens", words).texts("tokenizer.ggml.merges", words);
    writer.write(file);
    BOOST_TEST(std::filesystem::file_size(file) > 400'000'000'000U);
    const Stopwatch watch;
    const MemoryUse use;
    const auto model = importModel(file);
    BOOST_TEST(use.peak() < Bytes::mib(8).value());
    BOOST_TEST(watch.seconds() < 0.1 * kSlowBuild);
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST(model->facts.layers == 60);
    BOOST_TEST_MESSAGE("400 GB in " << watch.seconds() * 1000 << " ms");
}

BOOST_AUTO_TEST_CASE(names_from_a_file_are_shown_without_what_could_mislead)
{
    const std::string bytes = plain().rawTensor("evil\n\x1b[31m\xE2\x80\xAE", {33}, 2, 0, 0).header();
    MemorySource source(bytes);
    const auto header = readGgufHeader(source);
    BOOST_REQUIRE(!header.has_value());
    for (const char c : header.error().message) {
        BOOST_TEST(static_cast<unsigned char>(c) >= 0x20);
    }
    BOOST_TEST(header.error().message.find("\xE2\x80\xAE") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(absurd_dimensions_are_refused_by_name)
{
    for (const char* key : {"block_count", "embedding_length", "attention.head_count", "attention.key_length",
                            "expert_count", "attention.kv_lora_rank", "ssm.inner_size"}) {
        GgufWriter writer = plain();
        writer.number("general.file_type", std::uint32_t{1})
            .number(std::string("llama.") + key, std::uint32_t{999'999'999});
        for (const char* other : {"block_count", "embedding_length", "attention.head_count"}) {
            if (std::string(other) != key) {
                writer.number(std::string("llama.") + other, std::uint32_t{64});
            }
        }
        writer.tensor("token_embd.weight", {64, 64})
            .tensor("blk.0.attn_k.weight", {64, 64})
            .tensor("blk.0.attn_kv_a_mqa.weight", {64, 64})
            .tensor("blk.0.ssm_a.weight", {64, 64})
            .tensor("blk.0.ffn_down.weight", {64, 64})
            .tensor("blk.0.ffn_down_exps.weight", {64, 64, 64});
        const TemporaryFolder folder;
        writer.write(folder.path() / "model.gguf");
        const MemoryUse use;
        const Stopwatch watch;
        static_cast<void>(importModel(folder.path() / "model.gguf"));
        BOOST_TEST(use.peak() < Bytes::mib(64).value());
        BOOST_TEST(watch.seconds() < 1.0 * kSlowBuild);
    }
}

BOOST_AUTO_TEST_SUITE_END()
