// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/byte_source.h"
#include "models/import/imported_model.h"

#include <filesystem>

namespace rigwright {

/// A GGUF file with all its parts, "NAME-00001-of-00003.gguf" and so on, which lie in the folder of the first. `file` may be
/// any of them. Headers only.
[[nodiscard]] Expected<ImportedModel> importGguf(const std::filesystem::path& file, ByteSource& source);

} // namespace rigwright
