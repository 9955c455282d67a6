// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/reader.h"
#include "catalog/import/text_file.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

struct CsvHeader {
    char separator = ','; ///< ',' or ';' or a tab: the one that makes most cells of the header
    std::vector<std::string> names;

    /// The position of a column, or nothing.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
};

/// The header in the first bytes of a file; nothing where they hold no whole line of cells.
[[nodiscard]] std::optional<CsvHeader> headerOf(const ImportFile& file);

/// The rows of a CSV file under its header. Lines that are no rows are told as problems and passed over.
class CsvRows {
public:
    /// An error names the file: it can't be read, is no text, or has no header.
    [[nodiscard]] static Expected<CsvRows> open(const std::filesystem::path& path, PreviewBuilder& builder);

    [[nodiscard]] const CsvHeader& header() const { return header_; }

    /// False at the end. An error: the rest can't be read, or the user stopped the import.
    [[nodiscard]] Expected<bool> next();

    /// As many as the header has names.
    [[nodiscard]] const std::vector<std::string>& cells() const { return cells_; }
    [[nodiscard]] std::vector<std::string>& cells() { return cells_; }
    [[nodiscard]] std::size_t line() const { return lines_.line(); }

private:
    CsvRows(TextLines lines, PreviewBuilder& builder);
    [[nodiscard]] Expected<void> readHeader();
    [[nodiscard]] bool isRow(std::string_view line);

    TextLines lines_;
    PreviewBuilder* builder_;
    CsvHeader header_;
    std::vector<std::string> cells_;
};

} // namespace rigwright
