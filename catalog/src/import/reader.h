// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/import.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rigwright {

/// A file that an import may read.
struct ImportFile {
    std::filesystem::path path;
    std::string head; ///< its first bytes, at most kImportHeadBytes, without a byte order mark
};

inline constexpr std::size_t kImportHeadBytes = 4'096;

/// What the user named: a file, or the files in a folder and below that end in .csv, .json or .toml, in the order of names.
struct ImportSource {
    std::filesystem::path path;
    bool isFolder = false;
    std::vector<ImportFile>
        files; ///< the ones that the reader recognises; of a single file with a stated format: that one
};

/// One format. A reader turns files into a preview and never writes.
struct ImportReader {
    ImportFormat format = ImportFormat::OwnCsv;
    /// By name and head alone; quick, as it is asked for every file of a folder.
    bool (*recognises)(const ImportFile& file) = nullptr;
    Expected<ImportPreview> (*preview)(const ImportSource& source, const ImportRequest& request,
                                       const CatalogView& view, const Progress& progress) = nullptr;
};

/// Every reader there is, the most particular first.
[[nodiscard]] const std::vector<ImportReader>& importReaders();

/// Collects a preview. A message names the file as the user does: the file itself, or its path below the folder.
class PreviewBuilder {
public:
    PreviewBuilder(const ImportSource& source, ImportFormat format, const Progress& progress);

    /// What `problem` names from now on. The total of the progress is the bytes of all files.
    void startFile(const std::filesystem::path& path);
    /// A row that is left out. Line 0: the file as a whole.
    void problem(std::size_t line, std::string column, std::string message);
    /// What the user should know before confirming, once however often it is said.
    void note(const std::string& text);
    /// An error when the user has stopped the import. `bytesRead` of the current file; cheap, call it for every row.
    [[nodiscard]] Expected<void> advance(std::int64_t bytesRead);

    [[nodiscard]] ImportPreview& preview() { return preview_; }
    /// The current file as messages name it.
    [[nodiscard]] const std::string& fileName() const { return fileName_; }
    [[nodiscard]] ImportPreview take() { return std::move(preview_); }

private:
    const ImportSource& source_;
    const Progress& progress_;
    ImportPreview preview_;
    std::string fileName_;
    std::int64_t bytesBefore_ = 0; ///< of the files before the current one
    std::int64_t fileBytes_ = 0;
    std::int64_t totalBytes_ = 0;
    std::int64_t nextReport_ = 0;
};

} // namespace rigwright
