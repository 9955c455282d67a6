// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"
#include "bom/formats/whole_text.h"
#include "units/format.h"

#include <array>
#include <string_view>
#include <utility>

namespace rigwright {

Expected<ExportFormat> exportFormat(const std::filesystem::path& path)
{
    constexpr std::array<std::pair<std::string_view, ExportFormat>, 6> kFormats{
        {{".xlsx", ExportFormat::Workbook},
         {".csv", ExportFormat::Csv},
         {".pdf", ExportFormat::Pdf},
         {".html", ExportFormat::Html},
         {".md", ExportFormat::Markdown},
         {".json", ExportFormat::Json}}};
    const std::string extension = toLower(path.extension().string());
    for (const auto& [name, format] : kFormats) {
        if (extension == name) {
            return format;
        }
    }
    return fail(path.string() +
                ": unknown format: expected a name that ends in .xlsx, .csv, .pdf, .html, .md or .json");
}

Expected<void> exportDocument(const Document& document, const std::filesystem::path& path,
                              const CsvOptions& csv)
{
    const Expected<ExportFormat> format = exportFormat(path);
    if (!format) {
        return tl::unexpected(format.error());
    }
    switch (*format) {
    case ExportFormat::Workbook: return writeWorkbook(document, path);
    case ExportFormat::Csv: return writeCsv(document, path, csv);
    case ExportFormat::Pdf: return writePdf(document, path);
    case ExportFormat::Html: return writeWholeText(path, documentHtml(document));
    case ExportFormat::Markdown: return writeWholeText(path, documentMarkdown(document));
    case ExportFormat::Json: return writeWholeText(path, documentJson(document));
    }
    return {};
}

} // namespace rigwright
