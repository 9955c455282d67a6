// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/byte_source.h"
#include "models/import/tensor_table.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rigwright {

/// One entry of a safetensors header.
struct SafetensorsEntry {
    std::string_view name; ///< valid during the call
    std::string_view dtype;
    TensorShape shape;
    std::uint64_t bytes = 0;
};

/// False ends the reading: the caller wants no more.
using SafetensorsVisitor = std::function<bool(const SafetensorsEntry&)>;

/// Reads the header of a *.safetensors file, entry by entry, and holds it against the size of the file. An error is one line
/// with the offset or the tensor. Format and checks: safetensors/src/tensor.rs of huggingface/safetensors.
[[nodiscard]] Expected<void> readSafetensorsHeader(ByteSource& source, const SafetensorsVisitor& visit);

/// What a *.safetensors.index.json says of one of its files.
struct SafetensorsPart {
    std::int64_t tensors = 0;
    std::uint64_t names = 0; ///< a sum over hashes of their names: equal where the names are
};

struct SafetensorsIndex {
    std::map<std::string, SafetensorsPart, std::less<>> parts; ///< by plain file name
    std::optional<std::int64_t> totalBytes; ///< of all tensors; absent or unreadable in many files
    std::int64_t tensors = 0;
};

/// Reads an index in one small buffer. Names of files with a path are refused, as are pickles.
[[nodiscard]] Expected<SafetensorsIndex> readSafetensorsIndex(ByteSource& source);

/// What SafetensorsPart::names sums up.
[[nodiscard]] std::uint64_t hashOfName(std::string_view name);

} // namespace rigwright
