// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/whole_file.h"

#include <cerrno>
#include <cstdio>
#include <random>
#include <string>
#include <system_error>
#include <utility>

namespace rigwright {

namespace fs = std::filesystem;

namespace {

constexpr int kNameAttempts = 16;

std::string reason(int error)
{
    return std::generic_category().message(error);
}

/// Removes its file unless the file has been put in place.
class TemporaryFile {
public:
    explicit TemporaryFile(fs::path path)
        : path_(std::move(path))
    { }
    ~TemporaryFile()
    {
        if (!path_.empty()) {
            std::error_code ignored;
            fs::remove(path_, ignored);
        }
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    TemporaryFile(TemporaryFile&& other) noexcept
        : path_(std::exchange(other.path_, {}))
    { }
    TemporaryFile& operator=(TemporaryFile&&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }
    void release() { path_.clear(); }

private:
    fs::path path_;
};

/// The file that is to be replaced, or why there can't be one.
Expected<fs::path> resolveTarget(const fs::path& path)
{
    if (!path.has_filename()) {
        return fail("expected the name of a file");
    }
    std::error_code error;
    const fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    const fs::file_status folderStatus = fs::status(folder, error);
    if (folderStatus.type() == fs::file_type::not_found) {
        return fail("the directory " + folder.string() + " does not exist");
    }
    if (!fs::is_directory(folderStatus)) {
        return fail(folder.string() + " is not a directory");
    }
    const fs::file_status status = fs::status(target, error);
    if (fs::is_directory(status)) {
        return fail("is a directory: expected the name of a file");
    }
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        return fail("is not a regular file");
    }
    return target;
}

/// An empty file of a name that nobody else has, with the permissions of the file that it will replace.
Expected<TemporaryFile> createBeside(const fs::path& target)
{
    std::random_device random;
    for (int attempt = 0; attempt < kNameAttempts; ++attempt) {
        const fs::path name = target.parent_path() / (".rigwright-" + std::to_string(random()) + ".tmp");
        errno = 0;
        if (std::FILE* file = std::fopen(name.c_str(), "wbx")) {
            (void)std::fclose(file);
            std::error_code ignored;
            if (fs::exists(target, ignored)) {
                fs::permissions(name, fs::status(target, ignored).permissions(), ignored);
            }
            return TemporaryFile(name);
        }
        if (errno != EEXIST) {
            break;
        }
    }
    return fail("can't write in " +
                (target.has_parent_path() ? target.parent_path() : fs::path(".")).string() + ": " +
                reason(errno));
}

Expected<void> putInPlace(TemporaryFile& temporary, const fs::path& target)
{
    std::error_code error;
    fs::rename(temporary.path(), target, error);
    if (error) {
        return fail("can't be replaced: " + error.message());
    }
    temporary.release();
    return {};
}

} // namespace

Expected<void> writeWholeFile(const fs::path& path,
                              const std::function<Expected<void>(const fs::path& temporary)>& write)
{
    const Expected<void> written = resolveTarget(path).and_then([&](const fs::path& target) {
        return createBeside(target).and_then([&](TemporaryFile temporary) {
            return write(temporary.path()).and_then([&] { return putInPlace(temporary, target); });
        });
    });
    return written.map_error([&](const Error& error) {
        return Error{(path.empty() ? "the output" : path.string()) + ": " + error.message};
    });
}

} // namespace rigwright
