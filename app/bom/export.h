// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"

#include <filesystem>
#include <string>

namespace rigwright {

/// How a comma-separated file is written.
struct CsvOptions {
    char separator = ',';   ///< ',' ';' or a tab
    char decimalMark = '.'; ///< '.' or ','; the latter goes with ';' or a tab
};

/// A sheet for each section, formulas with their values, charts of the workbook's own.
[[nodiscard]] Expected<void> writeWorkbook(const Document& document, const std::filesystem::path& path);
/// The table "bom" alone; of a document without one, its texts and tables below each other. UTF-8 with a byte-order mark; a cell
/// that begins like a formula is made text.
[[nodiscard]] Expected<void> writeCsv(const Document& document, const std::filesystem::path& path,
                                      const CsvOptions& options = {});
/// One page that needs no other file, in light and dark, and prints well.
[[nodiscard]] std::string documentHtml(const Document& document);
/// Tables as in GitHub's Markdown.
[[nodiscard]] std::string documentMarkdown(const Document& document);
/// "rigwright.document/1": sections, tables by their ids, rows by the keys of their columns; amounts as decimal texts with their
/// currency.
[[nodiscard]] std::string documentJson(const Document& document);
/// Charts are vectors, fonts are embedded, texts can be searched. Needs a QGuiApplication, of any platform; on any thread.
[[nodiscard]] Expected<void> writePdf(const Document& document, const std::filesystem::path& path);

enum class ExportFormat { Workbook, Csv, Pdf, Html, Markdown, Json };
/// By the extension, in any case. An error lists those that are known.
[[nodiscard]] Expected<ExportFormat> exportFormat(const std::filesystem::path& path);

/// Chooses the format by the extension: .xlsx, .csv, .pdf, .html, .md, .json. The file appears whole or not at all; an existing one
/// is replaced only by a whole one. An error names the path and what is wrong with it.
[[nodiscard]] Expected<void> exportDocument(const Document& document, const std::filesystem::path& path,
                                            const CsvOptions& csv = {});

} // namespace rigwright
