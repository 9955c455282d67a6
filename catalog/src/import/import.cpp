// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/import.h"

#include "catalog/import/reader.h"
#include "catalog/import/text_file.h"

#include <algorithm>

namespace rigwright {

namespace {

struct FormatName {
    ImportFormat format;
    const char* name;
};

constexpr FormatName kFormatNames[] = {
    {ImportFormat::OwnCsv, "own-csv"},
    {ImportFormat::PcPartDataset, "pc-part-dataset"},
    {ImportFormat::SkypilotVms, "skypilot-vms"},
    {ImportFormat::Buildcores, "buildcores"},
    {ImportFormat::ExchangeRates, "exchange-rates"},
    {ImportFormat::ModelsDev, "models-dev"},
};

/// A folder with more is something else than a data set.
constexpr std::size_t kMostFiles = 100'000;

bool isOfData(const std::filesystem::path& path)
{
    const std::string extension = path.extension().string();
    return extension == ".csv" || extension == ".json" || extension == ".toml";
}

Expected<std::vector<std::filesystem::path>> filesBelow(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    using Walk = std::filesystem::recursive_directory_iterator;
    Walk entry(folder, std::filesystem::directory_options::skip_permission_denied, error);
    for (; !error && entry != Walk(); entry.increment(error)) {
        if (entry->path().filename().string().starts_with('.')) {
            entry.disable_recursion_pending();
        } else if (std::error_code status; isOfData(entry->path()) && entry->is_regular_file(status)) {
            files.push_back(entry->path());
        }
        if (files.size() > kMostFiles) {
            return fail(folder.string() + ": holds more than " + std::to_string(kMostFiles) +
                        " files: name the folder of one data set");
        }
    }
    if (error) {
        return fail(folder.string() + ": can't read the folder: " + error.message());
    }
    std::ranges::sort(files);
    return files;
}

Expected<ImportSource> sourceAt(const std::filesystem::path& path)
{
    std::error_code error;
    // Without the slash at the end that a folder may be named with: its own name is wanted.
    const std::filesystem::path named = path.has_filename() ? path : path.parent_path();
    ImportSource source{named, std::filesystem::is_directory(path, error), {}};
    if (!source.isFolder) {
        Expected<std::string> head = readHead(path, kImportHeadBytes);
        if (!head) {
            return fail(path.string() + ": " + head.error().message);
        }
        if (const std::string reason = notTextReason(*head); !reason.empty()) {
            return fail(path.string() + ": is " + reason + ": expected a text file in UTF-8");
        }
        source.files.push_back({path, std::move(*head)});
        return source;
    }
    const Expected<std::vector<std::filesystem::path>> files = filesBelow(path);
    if (!files) {
        return tl::unexpected(files.error());
    }
    for (const std::filesystem::path& file : *files) {
        Expected<std::string> head = readHead(file, kImportHeadBytes);
        if (!head) {
            return fail(file.string() + ": " + head.error().message);
        }
        source.files.push_back({file, std::move(*head)});
    }
    return source;
}

const ImportReader* readerOf(const ImportFile& file)
{
    const auto found = std::ranges::find_if(
        importReaders(), [&](const ImportReader& reader) { return reader.recognises(file); });
    return found == importReaders().end() ? nullptr : &*found;
}

/// The one format that the files have; an error names the two of a mixed folder.
Expected<const ImportReader*> recognise(const ImportSource& source)
{
    const ImportReader* chosen = nullptr;
    for (const ImportFile& file : source.files) {
        const ImportReader* reader = readerOf(file);
        if (chosen != nullptr && reader != nullptr && reader->format != chosen->format) {
            return fail(source.path.string() + ": holds files of two formats, " +
                        importFormatName(chosen->format) + " and " + importFormatName(reader->format) +
                        ": say which to import");
        }
        chosen = reader == nullptr ? chosen : reader;
    }
    if (chosen != nullptr) {
        return chosen;
    }
    return fail(
        source.path.string() +
        ": is of no known format: expected our own CSV with the column 'id' (or prices.csv), the CSV files "
        "of "
        "docyx/pc-part-dataset, vms.csv of skypilot-catalog, JSON of buildcores-open-db, exchange rates "
        "(JSON or CSV), or TOML of models.dev");
}

Expected<const ImportReader*> chooseReader(const ImportRequest& request, const ImportSource& source)
{
    if (!request.format) {
        return recognise(source);
    }
    const auto found = std::ranges::find(importReaders(), *request.format, &ImportReader::format);
    if (found == importReaders().end()) {
        return fail(std::string("this program reads no ") + importFormatName(*request.format));
    }
    return &*found;
}

} // namespace

const char* importFormatName(ImportFormat format)
{
    const auto found = std::ranges::find(kFormatNames, format, &FormatName::format);
    return found == std::end(kFormatNames) ? "" : found->name;
}

std::optional<ImportFormat> parseImportFormat(std::string_view name)
{
    const auto found =
        std::ranges::find_if(kFormatNames, [&](const FormatName& known) { return known.name == name; });
    return found == std::end(kFormatNames) ? std::nullopt : std::optional(found->format);
}

Expected<ImportPreview> previewImport(const ImportRequest& request, const CatalogView& view,
                                      const Progress& progress)
{
    Expected<ImportSource> source = sourceAt(request.path);
    if (!source) {
        return tl::unexpected(source.error());
    }
    const Expected<const ImportReader*> reader = chooseReader(request, *source);
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    if (source->isFolder) {
        std::erase_if(source->files, [&](const ImportFile& file) { return !(*reader)->recognises(file); });
    }
    if (source->files.empty()) {
        return fail(request.path.string() + ": holds no file of the format " +
                    importFormatName((*reader)->format));
    }
    return (*reader)->preview(*source, request, view, progress);
}

} // namespace rigwright
