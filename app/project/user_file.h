// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/file_lock.h"
#include "units/error.h"

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

// Files in which the program keeps what is the user's.
namespace rigwright {

/// `$XDG_DATA_HOME/rigwright/NAME`, else in `~/.local/share`; empty: neither folder is known.
[[nodiscard]] std::filesystem::path userDataFile(const char* name);

/// What a file of at most `largest` bytes is and whose: for messages.
struct UserFileKind {
    std::size_t largest = 0;
    const char* what = "";  ///< "a set of machines"
    const char* whose = ""; ///< "your machines"
};

/// Empty where there is no such file. The error begins with the path.
[[nodiscard]] Expected<std::optional<std::string>> readUserFile(const std::filesystem::path& file,
                                                                const UserFileKind& kind);
/// Whole or not at all, in a folder that is made. The error begins with the path.
[[nodiscard]] Expected<void> writeUserFile(const std::filesystem::path& file, const std::string& text,
                                           const UserFileKind& kind);
/// So that a file, or its lock, can be put there.
[[nodiscard]] Expected<void> makeFolderOf(const std::filesystem::path& file, const UserFileKind& kind);
/// The error of a file that can't be written, for this errno.
[[nodiscard]] tl::unexpected<Error> unwritable(const std::filesystem::path& file, int reason);

/// How one kind of content is read from a file and written to it.
template <class Content>
struct UserFileAccess {
    UserFileKind kind;
    Expected<Content> (*read)(const std::filesystem::path& file);
    Expected<void> (*write)(const std::filesystem::path& file, const Content& content);
};

/// Reads, changes and writes under a lock. What can't be read is never written over. The content as it is then.
template <class Content>
[[nodiscard]] Expected<Content> updateUserFile(const std::filesystem::path& file,
                                               const UserFileAccess<Content>& access,
                                               const std::function<Expected<void>(Content&)>& change)
{
    if (const auto folder = makeFolderOf(file, access.kind); !folder) {
        return tl::unexpected(folder.error());
    }
    const FileLock lock(file.string() + ".lock");
    if (!lock.isHeld()) {
        return unwritable(file, errno);
    }
    auto content = access.read(file);
    if (!content) {
        return fail(content.error().message + "; move the file away to start anew");
    }
    return change(*content).and_then([&] { return access.write(file, *content); }).map([&] {
        return *std::move(content);
    });
}

} // namespace rigwright
