// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/byte_source.h"
#include "models/import/imported_model.h"

#include <filesystem>
#include <optional>
#include <string>

namespace rigwright {

/// A small file as text, up to 10 MB.
[[nodiscard]] Expected<std::string> readText(ByteSource& source);

/// A config.json, with the hf_quant_config.json that may lie beside it.
[[nodiscard]] Expected<ImportedModel> importConfigFile(const std::filesystem::path& file, ByteSource& source);

/// The config.json in the folder of a file; empty: there is none. An error names config.json.
[[nodiscard]] Expected<std::optional<ImportedModel>> importConfigBeside(const std::filesystem::path& file);

} // namespace rigwright
