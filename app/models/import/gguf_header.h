// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/gguf_metadata.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// One row of the tensor table.
struct GgufTensor {
    std::string name;
    std::array<std::int64_t, 4> extents{1, 1, 1, 1}; ///< the first is the length of a row
    int type = 0;                                    ///< of ggml; above the known ones: of a fork
    std::uint64_t offset = 0;                        ///< from the beginning of the data
    std::uint64_t bytes = 0;

    [[nodiscard]] std::int64_t elements() const { return extents[0] * extents[1] * extents[2] * extents[3]; }
};

/// What stands before the weights of a GGUF file, versions 2 and 3.
/// Format: docs/gguf.md of ggml-org/ggml and gguf_init_from_file of llama.cpp.
struct GgufHeader {
    int version = 0;
    GgufMetadata metadata; ///< without the tokenizer's strings
    std::vector<GgufTensor> tensors;
    std::uint64_t dataOffset = 0; ///< of the first tensor in the file
    std::uint64_t dataBytes = 0;  ///< to the end of the last tensor

    /// Any integer type that isn't negative; empty: absent or of another kind.
    [[nodiscard]] std::optional<std::int64_t> count(std::string_view key) const;
    [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
    [[nodiscard]] const GgufArray* array(std::string_view key) const;
};

/// The largest header known has 20 MB, most of it the tokenizer's.
constexpr std::uint64_t kLongestGgufHeader = 64ULL << 20U;

/// Reads a header without touching the weights; they may be missing. An error is one line with the offset or the key.
/// `longest`: bytes from which on a header is refused.
[[nodiscard]] Expected<GgufHeader> readGgufHeader(ByteSource& source,
                                                  std::uint64_t longest = kLongestGgufHeader);

} // namespace rigwright
