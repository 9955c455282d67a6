// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_file.h"

#include "project/json_text.h"
#include "project/save_file.h"

#include <QLockFile>

namespace rigwright {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = std::size_t{64} << 20U;

tl::unexpected<Error> failAt(const fs::path& file, const std::string& message)
{
    return fail((file.empty() ? std::string("the project") : file.string()) + ": " + message);
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

} // namespace

Expected<Project> readProject(const fs::path& file)
{
    return readFileText(file, kLargestFile, "a project")
        .and_then([](const std::string& text) { return parseProject(text); })
        .map_error([&](const Error& error) { return failAt(file, error.message).value(); });
}

Expected<void> writeProject(const fs::path& file, const Project& project)
{
    return readableText(project)
        .and_then([&](const std::string& text) { return saveFile(file, text); })
        .map_error([&](const Error& error) { return failAt(file, error.message).value(); });
}

} // namespace rigwright
