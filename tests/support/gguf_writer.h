// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace rigwright::test {

/// Writes the headers of GGUF files for tests: metadata and tensor table, and weights as a hole in the file. It writes what
/// it is told, also what no reader should accept.
class GgufWriter {
public:
    enum Type : std::uint32_t { U8, I8, U16, I16, U32, I32, F32, Bool, String, Array, U64, I64, F64 };

    std::uint32_t version = 3;
    std::uint64_t alignment = 32; ///< what offsets are padded to; the key is the caller's

    template <class T>
    GgufWriter& number(std::string_view key, T value)
    {
        begin(key, typeOf<T>());
        put(metadata_, value);
        return *this;
    }
    GgufWriter& text(std::string_view key, std::string_view value)
    {
        begin(key, String);
        putText(metadata_, value);
        return *this;
    }
    template <class T>
    GgufWriter& list(std::string_view key, const std::vector<T>& values)
    {
        begin(key, Array);
        put(metadata_, typeOf<T>());
        put(metadata_, static_cast<std::uint64_t>(values.size()));
        for (const T value : values) {
            put(metadata_, value);
        }
        return *this;
    }
    GgufWriter& texts(std::string_view key, const std::vector<std::string>& values)
    {
        begin(key, Array);
        put(metadata_, String);
        put(metadata_, static_cast<std::uint64_t>(values.size()));
        for (const std::string& value : values) {
            putText(metadata_, value);
        }
        return *this;
    }
    /// A key with any type and bytes, for what is not allowed.
    GgufWriter& raw(std::string_view key, std::uint32_t type, std::string_view bytes)
    {
        begin(key, type);
        metadata_ += bytes;
        return *this;
    }

    /// `type`: id of a ggml type; `blockBytes` for each `blockElements` of it. The row comes first.
    GgufWriter& tensor(std::string_view name, std::vector<std::int64_t> extents, std::uint32_t type = 1,
                       std::uint64_t blockElements = 1, std::uint64_t blockBytes = 2)
    {
        std::uint64_t elements = 1;
        for (const std::int64_t extent : extents) {
            elements *= static_cast<std::uint64_t>(extent);
        }
        return rawTensor(name, extents, type, end_, elements / blockElements * blockBytes);
    }
    GgufWriter& rawTensor(std::string_view name, const std::vector<std::int64_t>& extents, std::uint32_t type,
                          std::uint64_t offset, std::uint64_t bytes)
    {
        putText(tensors_, name);
        put(tensors_, static_cast<std::uint32_t>(extents.size()));
        for (const std::int64_t extent : extents) {
            put(tensors_, extent);
        }
        put(tensors_, type);
        put(tensors_, offset);
        tensorBytes_ += bytes;
        end_ = (offset + bytes + alignment - 1) / alignment * alignment;
        ++tensorCount_;
        return *this;
    }

    /// Of all tensors, without the padding between them.
    [[nodiscard]] std::uint64_t tensorBytes() const { return tensorBytes_; }
    [[nodiscard]] std::int64_t tensorCount() const { return tensorCount_; }

    [[nodiscard]] std::string header() const
    {
        return header(static_cast<std::uint64_t>(tensorCount_), static_cast<std::uint64_t>(keyCount_));
    }
    /// With counts of the caller's.
    [[nodiscard]] std::string header(std::uint64_t tensorCount, std::uint64_t keyCount) const
    {
        std::string bytes = "GGUF";
        put(bytes, version);
        put(bytes, tensorCount);
        put(bytes, keyCount);
        return bytes + metadata_ + tensors_;
    }
    /// The header, padded, and weights that take no room on the disk.
    void write(const std::filesystem::path& file) const
    {
        std::string bytes = header();
        bytes.resize((bytes.size() + alignment - 1) / alignment * alignment);
        std::ofstream(file, std::ios::binary) << bytes;
        std::filesystem::resize_file(file, bytes.size() + end_);
    }

private:
    template <class T>
    static constexpr std::uint32_t typeOf()
    {
        if constexpr (std::is_same_v<T, bool>) {
            return Bool;
        } else if constexpr (std::is_floating_point_v<T>) {
            return sizeof(T) == 4 ? F32 : F64;
        } else if constexpr (sizeof(T) == 8) {
            return std::is_signed_v<T> ? I64 : U64;
        } else if constexpr (sizeof(T) == 4) {
            return std::is_signed_v<T> ? I32 : U32;
        } else if constexpr (sizeof(T) == 2) {
            return std::is_signed_v<T> ? I16 : U16;
        } else {
            return std::is_signed_v<T> ? I8 : U8;
        }
    }
    template <class T>
    static void put(std::string& bytes, T value)
    {
        char raw[sizeof(T)];
        std::memcpy(raw, &value, sizeof(T));
        bytes.append(raw, sizeof(T));
    }
    static void putText(std::string& bytes, std::string_view text)
    {
        put(bytes, static_cast<std::uint64_t>(text.size()));
        bytes += text;
    }
    void begin(std::string_view key, std::uint32_t type)
    {
        putText(metadata_, key);
        put(metadata_, type);
        ++keyCount_;
    }

    std::string metadata_;
    std::string tensors_;
    std::int64_t keyCount_ = 0;
    std::int64_t tensorCount_ = 0;
    std::uint64_t tensorBytes_ = 0;
    std::uint64_t end_ = 0;
};

/// A decoder of Llama's kind, dense or with experts: enough for most of what llama.cpp loads.
struct GgufDecoder {
    std::string architecture = "llama";
    std::uint32_t layers = 2;
    std::int64_t hidden = 256;
    std::int64_t vocabulary = 1024;
    std::int64_t heads = 8;
    std::int64_t kvHeads = 2;
    std::int64_t headDim = 32;
    std::int64_t feedForward = 512;
    std::int64_t experts = 0;
    std::int64_t expertsPerToken = 0;
    std::int64_t expertFeedForward = 0;
    std::uint32_t denseLayers = 0; ///< first layers without experts
    bool tied = false;
};

/// Metadata and 16-bit tensors of a decoder; norms are 32-bit, as llama.cpp writes them.
inline GgufWriter ggufOf(const GgufDecoder& model)
{
    const auto narrow = [](std::int64_t value) { return static_cast<std::uint32_t>(value); };
    const std::string x = model.architecture + ".";
    GgufWriter writer;
    writer.text("general.architecture", model.architecture)
        .text("general.name", "A test's model")
        .number("general.file_type", std::uint32_t{1})
        .number(x + "block_count", model.layers)
        .number(x + "context_length", std::uint32_t{8192})
        .number(x + "embedding_length", narrow(model.hidden))
        .number(x + "feed_forward_length", narrow(model.feedForward))
        .number(x + "attention.head_count", narrow(model.heads))
        .number(x + "attention.head_count_kv", narrow(model.kvHeads))
        .number(x + "attention.key_length", narrow(model.headDim))
        .number(x + "attention.value_length", narrow(model.headDim));
    if (model.experts > 0) {
        writer.number(x + "expert_count", narrow(model.experts))
            .number(x + "expert_used_count", narrow(model.expertsPerToken))
            .number(x + "expert_feed_forward_length", narrow(model.expertFeedForward))
            .number(x + "leading_dense_block_count", model.denseLayers);
    }
    const auto vector = [&](const std::string& name, std::int64_t n) { writer.tensor(name, {n}, 0, 1, 4); };
    writer.tensor("token_embd.weight", {model.hidden, model.vocabulary});
    for (std::uint32_t i = 0; i < model.layers; ++i) {
        const std::string layer = "blk." + std::to_string(i) + ".";
        vector(layer + "attn_norm.weight", model.hidden);
        writer.tensor(layer + "attn_q.weight", {model.hidden, model.heads * model.headDim});
        writer.tensor(layer + "attn_k.weight", {model.hidden, model.kvHeads * model.headDim});
        writer.tensor(layer + "attn_v.weight", {model.hidden, model.kvHeads * model.headDim});
        writer.tensor(layer + "attn_output.weight", {model.heads * model.headDim, model.hidden});
        vector(layer + "ffn_norm.weight", model.hidden);
        if (model.experts > 0 && i >= model.denseLayers) {
            writer.tensor(layer + "ffn_gate_inp.weight", {model.hidden, model.experts}, 0, 1, 4);
            writer.tensor(layer + "ffn_gate_exps.weight",
                          {model.hidden, model.expertFeedForward, model.experts});
            writer.tensor(layer + "ffn_up_exps.weight",
                          {model.hidden, model.expertFeedForward, model.experts});
            writer.tensor(layer + "ffn_down_exps.weight",
                          {model.expertFeedForward, model.hidden, model.experts});
        } else {
            writer.tensor(layer + "ffn_gate.weight", {model.hidden, model.feedForward});
            writer.tensor(layer + "ffn_up.weight", {model.hidden, model.feedForward});
            writer.tensor(layer + "ffn_down.weight", {model.feedForward, model.hidden});
        }
    }
    vector("output_norm.weight", model.hidden);
    if (!model.tied) {
        writer.tensor("output.weight", {model.hidden, model.vocabulary});
    }
    return writer;
}

} // namespace rigwright::test
