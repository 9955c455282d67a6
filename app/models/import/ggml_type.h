// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rigwright {

/// How a tensor type of ggml lays its values: so many together in so many bytes.
struct GgmlType {
    int id;
    std::string_view name;
    std::int64_t blockElements;
    std::int64_t blockBytes;
};

/// Types above the last known one belong to forks of llama.cpp; only the file's offsets tell their size.
constexpr int kLastGgmlType = 42;

/// Empty for a type that was removed or never was. Sizes: static_asserts of ggml/src/ggml-common.h (ggml-org/llama.cpp).
[[nodiscard]] std::optional<GgmlType> ggmlType(int id);

} // namespace rigwright
