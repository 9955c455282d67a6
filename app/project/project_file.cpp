// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_file.h"

#include "project/json_text.h"
#include "project/save_file.h"

#include <QLockFile>

#include <cerrno>
#include <fstream>
#include <string_view>
#include <system_error>

namespace rigwright {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSchemaStart = "\"rigwright.project/";
constexpr std::size_t kLargestFile = std::size_t{64} << 20U;

tl::unexpected<Error> failAt(const fs::path& file, const std::string& message)
{
    return fail((file.empty() ? std::string("the project") : file.string()) + ": " + message);
}

/// Nothing that reading would wait for, or empty. What isn't there is for the reader to tell.
Expected<void> checkReadable(const fs::path& file)
{
    std::error_code unknown;
    const fs::file_status status = fs::status(file, unknown);
    if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status)) {
        return fail("is not a regular file: expected a project");
    }
    return fs::is_regular_file(status) && fs::file_size(file, unknown) == 0
        ? fail("is empty: expected a project")
        : Expected<void>();
}

/// The text of a project, once it is sure that it reads back as the same.
Expected<std::string> readableText(const Project& project)
{
    std::string text = projectText(project);
    if (text.size() > kLargestFile) {
        return fail("larger than the 64 MiB of a project");
    }
    const auto again = parseProject(text);
    if (!again) {
        return fail("could not be read again, so it isn't saved: " + again.error().message);
    }
    if (projectText(*again) != text) {
        return fail("would not read back as it is, so it isn't saved");
    }
    return text;
}

/// Whether what is at the place of a project may go: an import isn't written over its source, nor what a newer program wrote.
Expected<void> checkReplaceable(const fs::path& file)
{
    constexpr std::size_t kSchemaWithin = 4096;
    std::error_code unknown;
    if (!fs::is_regular_file(file, unknown) || fs::file_size(file, unknown) == 0) {
        return {};
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail("can't be written: " + std::generic_category().message(errno)); // whatever it holds
    }
    std::string start(kSchemaWithin, '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(stream.gcount()));
    const std::size_t schema = start.find(kSchemaStart);
    if (schema == std::string::npos) {
        return fail("holds something that is no project: save under another name");
    }
    const std::string version = start.substr(schema + kSchemaStart.size(), 2);
    return version == "1\"" ? Expected<void>()
                            : fail("was written by a newer version of the program: save under another name");
}

} // namespace

Expected<Project> readProject(const fs::path& file)
{
    return checkReadable(file)
        .and_then([&] { return readFileText(file, kLargestFile, "a project"); })
        .and_then([](const std::string& text) { return parseProject(text); })
        .map_error([&](const Error& error) { return failAt(file, error.message).value(); });
}

Expected<void> writeProject(const fs::path& file, const Project& project)
{
    return checkReplaceable(file)
        .and_then([&] { return readableText(project); })
        .and_then([&](const std::string& text) { return saveFile(file, text); })
        .map_error([&](const Error& error) { return failAt(file, error.message).value(); });
}

} // namespace rigwright
