// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/byte_source.h"
#include "models/import/imported_model.h"

#include <filesystem>

namespace rigwright {

/// One *.safetensors file, with the config.json beside it where there is one. One of several parts is read through the index
/// beside it.
[[nodiscard]] Expected<ImportedModel> importSafetensors(const std::filesystem::path& file,
                                                        ByteSource& source);

/// A *.safetensors.index.json, with the headers of the parts and the config.json that lie beside it.
[[nodiscard]] Expected<ImportedModel> importSafetensorsIndex(const std::filesystem::path& file,
                                                             ByteSource& source);

} // namespace rigwright
