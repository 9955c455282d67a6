// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/bom.h"

#include <filesystem>

namespace rigwright {

/// Writes a workbook: bill of materials with formulas and stored values, sizing evidence, price sources.
[[nodiscard]] Expected<void> writeXlsx(const Bom& bom, const EvaluatedBuild& build,
                                       const std::filesystem::path& path);
/// Writes UTF-8 with a byte-order mark; a cell that begins like a formula is made text.
[[nodiscard]] Expected<void> writeCsv(const Bom& bom, const std::filesystem::path& path);

/// Chooses the format by the extension (.xlsx, .csv). The file appears whole or not at all; an existing one is replaced only
/// by a whole one. An error names the path and what is wrong with it.
[[nodiscard]] Expected<void> exportBom(const Bom& bom, const EvaluatedBuild& build,
                                       const std::filesystem::path& path);

} // namespace rigwright
