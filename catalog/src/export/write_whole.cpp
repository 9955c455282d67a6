// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/export/write_whole.h"

#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace rigwright {

namespace {

/// A file that is removed again unless it has got its name.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::filesystem::path& target)
        : target_(target)
    { }
    TemporaryFile(TemporaryFile&& other) noexcept
        : target_(std::move(other.target_))
        , path_(std::move(other.path_))
        , exists_(std::exchange(other.exists_, false))
    { }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile()
    {
        if (exists_) {
            ::unlink(path_.c_str());
        }
    }

    Expected<void> write(const std::string& content)
    {
        const int file = create();
        if (file < 0) {
            return failed();
        }
        exists_ = true;
        const bool written = writeAll(file, content) && ::fsync(file) == 0;
        const int reason = errno;
        const bool closed = ::close(file) == 0;
        if (!written) {
            errno = reason;
        }
        return written && closed ? Expected<void>() : failed();
    }

    Expected<void> moveIntoPlace()
    {
        if (::rename(path_.c_str(), target_.c_str()) != 0) {
            return failed();
        }
        exists_ = false;
        return {};
    }

private:
    [[nodiscard]] tl::unexpected<Error> failed() const
    {
        return fail(target_.string() + ": can't write the file: " + std::generic_category().message(errno));
    }

    /// Under the first free name beside the target: one may be left of a program that was killed.
    int create()
    {
        constexpr int kMostNames = 100;
        constexpr mode_t kReadableAsUsual = 0666;
        int file = -1;
        for (int i = 1; i <= kMostNames && file < 0; ++i) {
            path_ = target_.string() + ".part" + std::to_string(i);
            file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kReadableAsUsual);
            if (file < 0 && errno != EEXIST) {
                break;
            }
        }
        return file;
    }

    static bool writeAll(int file, const std::string& content)
    {
        std::size_t done = 0;
        while (done < content.size()) {
            const ssize_t count = ::write(file, content.data() + done, content.size() - done);
            if (count < 0 && errno != EINTR) {
                return false;
            }
            done += count < 0 ? 0 : static_cast<std::size_t>(count);
        }
        return true;
    }

    std::filesystem::path target_;
    std::string path_;
    bool exists_ = false;
};

} // namespace

Expected<void> writeWhole(const std::vector<WholeFile>& files)
{
    std::vector<TemporaryFile> written;
    for (const WholeFile& file : files) {
        std::error_code error;
        if (std::filesystem::is_directory(file.path, error)) {
            return fail(file.path.string() + ": is a folder: expected the name of a file");
        }
        if (const Expected<void> done = written.emplace_back(file.path).write(file.content); !done) {
            return done;
        }
    }
    for (TemporaryFile& file : written) {
        if (const Expected<void> moved = file.moveIntoPlace(); !moved) {
            return moved;
        }
    }
    return {};
}

} // namespace rigwright
