// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace rigwright {

/// Cells by the names of their columns.
using NamedCells = std::map<std::string, std::string>;

/// A JSON object of texts. The texts are UTF-8.
[[nodiscard]] std::string jsonOf(const NamedCells& cells);
/// Reads what jsonOf writes; anything else throws SqliteError, for it comes from a damaged file.
[[nodiscard]] NamedCells cellsOfJson(std::string_view json);

} // namespace rigwright
