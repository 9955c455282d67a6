// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/user_file.h"

#include "project/json_text.h"
#include "project/save_file.h"

#include <cstdlib>
#include <system_error>

namespace rigwright {

namespace {

namespace fs = std::filesystem;

fs::path folderNamedBy(const char* variable)
{
    const char* value = std::getenv(variable);
    return value == nullptr ? fs::path() : fs::path(value);
}

} // namespace

fs::path userDataFile(const char* name)
{
    // A relative path there is to be ignored, says the XDG specification.
    if (const fs::path data = folderNamedBy("XDG_DATA_HOME"); data.is_absolute()) {
        return data / "rigwright" / name;
    }
    if (const fs::path home = folderNamedBy("HOME"); home.is_absolute()) {
        return home / ".local" / "share" / "rigwright" / name;
    }
    return {};
}

tl::unexpected<Error> unwritable(const fs::path& file, int reason)
{
    return fail(file.string() + ": can't be written: " + std::generic_category().message(reason));
}

Expected<void> makeFolderOf(const fs::path& file, const UserFileKind& kind)
{
    if (file.empty()) {
        return fail("no place for " + std::string(kind.whose) + ": set HOME or XDG_DATA_HOME");
    }
    if (!file.has_parent_path()) {
        return {};
    }
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    return error ? unwritable(file, error.value()) : Expected<void>();
}

Expected<std::optional<std::string>> readUserFile(const fs::path& file, const UserFileKind& kind)
{
    std::error_code unknown;
    if (file.empty() || (!fs::exists(file, unknown) && !unknown)) {
        return std::optional<std::string>();
    }
    return readFileText(file, kind.largest, kind.what)
        .map([](std::string text) { return std::optional(std::move(text)); })
        .map_error([&](const Error& error) { return Error{file.string() + ": " + error.message}; });
}

Expected<void> writeUserFile(const fs::path& file, const std::string& text, const UserFileKind& kind)
{
    if (text.size() > kind.largest) {
        return fail(file.string() + ": larger than the " + std::to_string(kind.largest >> 20U) + " MiB of " +
                    kind.what);
    }
    return makeFolderOf(file, kind).and_then([&] {
        return saveFile(file, text).map_error([&](const Error& error) {
            return Error{file.string() + ": " + error.message};
        });
    });
}

} // namespace rigwright
