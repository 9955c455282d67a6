// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/save_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>

// QSaveFile puts a text beside the file under a hidden name that nobody else uses, and from there it takes the file's place: what
// a killed program leaves can be told from a user's own copies, and goes with the next save.
namespace rigwright {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> unwritten(const std::string& reason)
{
    return fail("can't be written: " + reason);
}

/// The file that a link leads to, also where that isn't there yet.
Expected<fs::path> targetOf(fs::path file)
{
    constexpr int kMostLinks = 40; // as the system follows
    std::error_code error;
    for (int followed = 0; fs::is_symlink(file, error); ++followed) {
        const fs::path next = fs::read_symlink(file, error);
        if (error || followed == kMostLinks) {
            return unwritten(error ? error.message() : std::generic_category().message(ELOOP));
        }
        file = file.parent_path() / next; // an absolute one stands alone
    }
    return file;
}

/// What keeps the file from being replaced.
Expected<void> checkPlace(const fs::path& file)
{
    const QString name = QFile::decodeName(file.c_str());
    const QFileInfo info(name);
    if (QFile::encodeName(name) != file.c_str()) {
        return unwritten("its name is not in UTF-8");
    }
    if (info.isDir()) {
        return unwritten("it is a directory");
    }
    if (info.exists() && !info.isFile()) {
        return unwritten("it is not a regular file");
    }
    if (info.exists() && !info.isWritable()) {
        return unwritten(std::generic_category().message(EACCES));
    }
    return {};
}

/// The new text before it takes its place, and with six letters more while it is written.
fs::path savedBeside(const fs::path& file)
{
    return file.parent_path() / ("." + file.filename().string() + ".saved");
}

void removeLeftovers(const fs::path& saved)
{
    constexpr std::size_t kLetters = 6;
    const std::string name = saved.filename().string();
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto isLeftover = [&](const std::string& other) {
        return other == name ||
            (other.size() == name.size() + 1 + kLetters && other.starts_with(name + ".") &&
             std::all_of(other.end() - kLetters, other.end(), isLetter));
    };
    std::error_code error;
    const fs::path folder = saved.has_parent_path() ? saved.parent_path() : fs::path(".");
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (isLeftover(entry->path().filename().string())) {
            fs::remove(entry->path(), ignored);
        }
    }
}

/// So that the file has its new content also after a power cut. A file system that can't, or a folder that may not be read, is no
/// failure: the file is whole, and one of the two.
void syncFolder(const fs::path& folder)
{
    const int descriptor = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        (void)fsync(descriptor);
        (void)close(descriptor);
    }
}

Expected<void> writeAt(const fs::path& saved, const fs::path& like, std::string_view text)
{
    QSaveFile out(QFile::decodeName(saved.c_str()));
    errno = 0;
    // Qt has no words for some of what can fail, such as a limit on the size of files.
    const auto reason = [&] {
        const int error = errno;
        return unwritten(error != 0 ? std::generic_category().message(error)
                                    : out.errorString().toStdString());
    };
    if (!out.open(QIODevice::WriteOnly)) {
        return reason();
    }
    if (const QFileInfo old(QFile::decodeName(like.c_str())); old.exists()) {
        out.setPermissions(old.permissions());
    }
    errno = 0;
    const auto size = static_cast<qint64>(text.size());
    if (out.write(text.data(), size) != size || !out.flush()) {
        return reason();
    }
    return out.commit() ? Expected<void>() : reason();
}

} // namespace

Expected<void> saveFile(const fs::path& file, std::string_view text)
{
    const Expected<fs::path> target = targetOf(file);
    if (const auto free = target.and_then(checkPlace); !free) {
        return free;
    }
    const fs::path saved = savedBeside(*target);
    removeLeftovers(saved);
    return writeAt(saved, *target, text).and_then([&]() -> Expected<void> {
        std::error_code error;
        fs::rename(saved, *target, error);
        if (!error) {
            syncFolder(target->parent_path());
            return {};
        }
        const std::string reason = error.message();
        fs::remove(saved, error);
        return unwritten(reason);
    });
}

} // namespace rigwright
