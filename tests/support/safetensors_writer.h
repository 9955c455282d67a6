// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright::test {

/// Writes *.safetensors files for tests: the header, and data as a hole in the file.
class SafetensorsWriter {
public:
    SafetensorsWriter& tensor(std::string_view name, const std::vector<std::int64_t>& shape,
                              std::string_view dtype = "BF16", std::uint64_t bits = 16)
    {
        std::uint64_t elements = 1;
        std::string list;
        for (const std::int64_t extent : shape) {
            elements *= static_cast<std::uint64_t>(extent);
            list += (list.empty() ? "" : ",") + std::to_string(extent);
        }
        const std::uint64_t end = end_ + elements * bits / 8;
        names_.emplace_back(name);
        entries_ += (entries_.empty() ? "\"" : ",\"") + std::string(name) + R"(":{"dtype":")" +
            std::string(dtype) + R"(","shape":[)" + list + R"(],"data_offsets":[)" + std::to_string(end_) +
            "," + std::to_string(end) + "]}";
        end_ = end;
        return *this;
    }

    [[nodiscard]] std::uint64_t dataBytes() const { return end_; }
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    [[nodiscard]] std::string header() const { return "{" + entries_ + "}"; }

    /// The length and a header of any text.
    [[nodiscard]] static std::string framed(const std::string& header)
    {
        const std::uint64_t length = header.size();
        std::string bytes(sizeof(length), '\0');
        std::memcpy(bytes.data(), &length, sizeof(length));
        return bytes + header;
    }
    void write(const std::filesystem::path& file) const
    {
        const std::string bytes = framed(header());
        std::ofstream(file, std::ios::binary) << bytes;
        std::filesystem::resize_file(file, bytes.size() + end_);
    }

private:
    std::string entries_;
    std::vector<std::string> names_;
    std::uint64_t end_ = 0;
};

/// The tensors of a small decoder of Llama's kind, as Hugging Face checkpoints name them.
inline SafetensorsWriter safetensorsOf(int layers, int experts = 0)
{
    SafetensorsWriter writer;
    writer.tensor("model.embed_tokens.weight", {1000, 256});
    for (int i = 0; i < layers; ++i) {
        const std::string layer = "model.layers." + std::to_string(i) + ".";
        writer.tensor(layer + "input_layernorm.weight", {256})
            .tensor(layer + "self_attn.q_proj.weight", {256, 256})
            .tensor(layer + "self_attn.k_proj.weight", {128, 256})
            .tensor(layer + "self_attn.v_proj.weight", {128, 256})
            .tensor(layer + "self_attn.o_proj.weight", {256, 256})
            .tensor(layer + "post_attention_layernorm.weight", {256});
        if (experts > 0) {
            writer.tensor(layer + "mlp.gate.weight", {experts, 256});
        } else {
            writer.tensor(layer + "mlp.gate_proj.weight", {512, 256})
                .tensor(layer + "mlp.up_proj.weight", {512, 256})
                .tensor(layer + "mlp.down_proj.weight", {256, 512});
        }
        for (int expert = 0; expert < experts; ++expert) {
            const std::string prefix = layer + "mlp.experts." + std::to_string(expert) + ".";
            writer.tensor(prefix + "gate_proj.weight", {64, 256})
                .tensor(prefix + "up_proj.weight", {64, 256})
                .tensor(prefix + "down_proj.weight", {256, 64});
        }
    }
    return writer.tensor("model.norm.weight", {256});
}

} // namespace rigwright::test
