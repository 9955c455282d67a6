// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/part_sheet.h"

#include <QString>

#include <vector>

// What the window calls the figures of the catalog's parts and the words in them; catalog_words.h names tables and columns.
namespace rigwright {

/// "graphics card": one of them.
[[nodiscard]] QString onePartText(std::string_view table);
/// "Memory": figures that one source speaks of; the figures of no group are the part's own.
[[nodiscard]] QString groupText(std::string_view group);
/// A word of a choice or a list.
[[nodiscard]] QString wordText(const Column& column, const std::string& word);
/// The cell for reading: numbers in the user's format, words in their language; without the unit. Empty for an empty cell.
[[nodiscard]] QString cellText(const Column& column, const std::string& cell);
/// The same with the unit.
[[nodiscard]] QString figureText(const Column& column, const std::string& cell);
/// "a number from 1 to 100,000"
[[nodiscard]] QString expectationText(const Column& column);

/// The figures that a list of the table's parts shows, the most telling first.
[[nodiscard]] std::vector<std::string> keyColumns(std::string_view table);

} // namespace rigwright
