// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"

#include <string>
#include <vector>

// What formats ask of a table before they lay it out.
namespace rigwright {

/// One for each column, each another: the columns' own, numbered where they are missing or there twice.
[[nodiscard]] std::vector<std::string> columnKeys(const DocumentTable& table);

/// False where no column has a title.
[[nodiscard]] bool hasHead(const DocumentTable& table);

/// The one cell of a row that says something, for rows that head a group; null where there are several or none.
[[nodiscard]] const DocumentCell* onlyCell(const DocumentRow& row);

/// Figures and amounts stand at the right, also in columns of text.
[[nodiscard]] bool standsRight(const DocumentColumn& column, const DocumentCell& cell);

} // namespace rigwright
