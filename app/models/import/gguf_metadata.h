// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/gguf_scanner.h"

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace rigwright {

/// A number list of the metadata, such as one value a layer. Longer lists and lists of strings are counted, not kept.
struct GgufArray {
    std::uint64_t count = 0;
    std::vector<std::int64_t> numbers; ///< all of them, or none
};

using GgufValue = std::variant<std::int64_t, double, std::string, GgufArray>;
using GgufMetadata = std::map<std::string, GgufValue, std::less<>>;

/// Bytes of the smallest key with its value: more of them than fit into a file are refused unread.
constexpr std::uint64_t kSmallestGgufKey = 8 + 1 + 4 + 1;

/// Reads so many keys with their values. An error is one line with the offset and the key.
[[nodiscard]] Expected<GgufMetadata> readGgufMetadata(GgufScanner& scanner, std::int64_t count);

} // namespace rigwright
