// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/reader.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::int64_t kBytesBetweenReports = std::int64_t{1} << 16;

std::int64_t sizeOf(const std::filesystem::path& path)
{
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    return error ? 0 : static_cast<std::int64_t>(size);
}

} // namespace

PreviewBuilder::PreviewBuilder(const ImportSource& source, ImportFormat format, const Progress& progress)
    : source_(source)
    , progress_(progress)
{
    preview_.format = format;
    preview_.label = "Import of " + source.path.filename().string();
    for (const ImportFile& file : source.files) {
        totalBytes_ += sizeOf(file.path);
    }
}

void PreviewBuilder::startFile(const std::filesystem::path& path)
{
    bytesBefore_ += fileBytes_;
    fileBytes_ = sizeOf(path);
    nextReport_ = 0;
    fileName_ = source_.isFolder ? path.lexically_relative(source_.path).string() : path.filename().string();
}

void PreviewBuilder::problem(std::size_t line, std::string column, std::string message)
{
    // Cells that messages quote may hold codes that a terminal would obey.
    std::ranges::replace_if(
        message, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
    ++preview_.problemCount;
    if (preview_.problems.size() < kMostImportProblems) {
        preview_.problems.push_back({fileName_, line, std::move(column), std::move(message)});
    }
}

void PreviewBuilder::note(const std::string& text)
{
    if (std::ranges::find(preview_.notes, text) == preview_.notes.end()) {
        preview_.notes.push_back(text);
    }
}

Expected<void> PreviewBuilder::advance(std::int64_t bytesRead)
{
    if (!progress_ || bytesRead < nextReport_) {
        return {};
    }
    nextReport_ = bytesRead + kBytesBetweenReports;
    if (!progress_(std::min(bytesBefore_ + bytesRead, totalBytes_), totalBytes_)) {
        return fail("the import was stopped; nothing has changed");
    }
    return {};
}

} // namespace rigwright
