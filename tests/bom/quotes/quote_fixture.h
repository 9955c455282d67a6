// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/quote_import.h"
#include "builds/bench.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <string>

namespace rigwright::test {

/// The parts of a bench, 1 USD = 0.80 EUR = 7.00 CNY = 160 JPY. A second card of 24 GB and 2 slots ("big-card", part number
/// "BC-24"), one that is longer than the case takes ("long-card", "LC-16"), and two boards of one name.
[[nodiscard]] Catalog quoteCatalog();

/// Four of "card" (part number "PN-A"), two of "board" (unknown part number), two of "kit" ("=KIT").
[[nodiscard]] QuoteRequest smallRequest();

/// One row of an answer by the columns' keys.
using AnswerRow = std::map<std::string, std::string>;
/// A form as text with semicolons, filled in; `fields` by their keys.
[[nodiscard]] std::string answerText(const std::map<std::string, std::string>& fields,
                                     const std::vector<AnswerRow>& rows);
/// An answer to the small request, in euros, with one row for "card" in which these cells are filled in.
[[nodiscard]] QuoteImport answerOf(AnswerRow row, std::map<std::string, std::string> fields = {});

/// Ids of the findings of the notes, in their order.
[[nodiscard]] std::vector<std::string> noteIds(const QuoteImport& import);

/// Writes the form of a request, has openpyxl fill it in, and gives the file.
[[nodiscard]] std::filesystem::path filledForm(const std::filesystem::path& folder,
                                               const QuoteRequest& request, const nlohmann::json& answers,
                                               const Texts& texts = {});
/// What openpyxl sees in a form.
[[nodiscard]] nlohmann::json lookAt(const std::filesystem::path& form);

void writeBytes(const std::filesystem::path& path, const std::string& bytes);
[[nodiscard]] std::string bytesOf(const std::filesystem::path& path);

} // namespace rigwright::test
